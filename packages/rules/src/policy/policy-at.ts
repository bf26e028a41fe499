import { type Version, versionAt } from '../core/dated.ts'
import type { IsoDate } from '../core/iso-date.ts'
import { lazy } from '../core/lazy.ts'
import type { PartId, UsedPolicy } from '../scorecard.ts'
import type { Policies, PolicyId, PolicyValues } from './policies.ts'

/** No version of a policy value applies on a day. */
export class NoPolicyError extends Error {
  constructor(id: PolicyId, date: IsoDate) {
    super(`no value of ${id} in force on ${date}`)
    this.name = 'NoPolicyError'
  }
}

/** The version of one value on one day; the county's own where it has one, else the default; none where none applies. */
function versionOrNone(
  policies: Policies,
  areaCode: string,
  id: PolicyId,
  date: IsoDate,
): Version<unknown> | undefined {
  const own: readonly Version<unknown>[] | undefined = policies.counties[areaCode.slice(0, 6)]?.[id]
  return (own && versionAt(own, date)) ?? versionAt<unknown>(policies.values[id].versions, date)
}

/** The version of one value on one day. @throws NoPolicyError */
export function policyVersion<Id extends PolicyId>(
  policies: Policies,
  areaCode: string,
  id: Id,
  date: IsoDate,
): Version<PolicyValues[Id]> {
  const version = versionOrNone(policies, areaCode, id, date)
  if (version === undefined) throw new NoPolicyError(id, date)
  return version as Version<PolicyValues[Id]>
}

/** Every version of a value that may apply in an area, whatever the day. */
export function everyVersion<Id extends PolicyId>(
  policies: Policies,
  areaCode: string,
  id: Id,
): PolicyValues[Id][] {
  const own: readonly Version<unknown>[] = policies.counties[areaCode.slice(0, 6)]?.[id] ?? []
  const shared: readonly Version<unknown>[] = policies.values[id].versions
  return own.concat(shared).map(({ value }) => value as PolicyValues[Id])
}

/** Reads one value on one day for one area. */
export type PolicyReader = <Id extends PolicyId>(id: Id, date: IsoDate) => PolicyValues[Id]

export const policyReader =
  (policies: Policies, areaCode: string): PolicyReader =>
  (id, date) =>
    policyVersion(policies, areaCode, id, date).value

/** All values in force on a day in an area. @throws NoPolicyError before the notice was issued */
export const policyAt = (policies: Policies, date: IsoDate, areaCode = ''): PolicyValues => {
  const lazyValues = valuesOn(policies, date, areaCode)
  const values: Record<string, unknown> = {}
  for (const id of Object.keys(policies.values) as PolicyId[]) values[id] = lazyValues[id]
  return values as PolicyValues
}

/** The values of a day, each looked up when first read: one that is missing fails only what reads it. */
export function valuesOn(policies: Policies, date: IsoDate, areaCode: string): PolicyValues {
  const values = {}
  for (const id of Object.keys(policies.values) as PolicyId[]) {
    const get = lazy(() => policyVersion(policies, areaCode, id, date).value)
    Object.defineProperty(values, id, { get, enumerable: true })
  }
  return values as PolicyValues
}

/** The parts judged on a day; before the first day of the policy those judged first, so that a scorecard can name them. */
export const judgedParts = (policies: Policies, areaCode: string, date: IsoDate): readonly PartId[] =>
  (versionOrNone(policies, areaCode, 'judgedParts', date)?.value as readonly PartId[] | undefined) ??
  policies.values.judgedParts.versions[0]?.value ??
  []

/** The versions in force of some values, as an outcome lists them; a value without a version is left out. */
export function versionsUsed(
  policies: Policies,
  areaCode: string,
  ids: readonly PolicyId[],
  date: IsoDate,
): UsedPolicy[] {
  const used: UsedPolicy[] = []
  for (const id of ids) {
    const version = versionOrNone(policies, areaCode, id, date)
    if (version !== undefined) used.push({ id, value: version.value, from: version.from })
  }
  return used
}
