import { type Version, versionAt } from '../core/dated.ts'
import type { IsoDate } from '../core/iso-date.ts'
import type { PartId, UsedPolicy } from '../scorecard.ts'
import type { CountyOverride, Policies, PolicyId, PolicyValues } from './policies.ts'

/** No version of a policy value applies on a day. */
export class NoPolicyError extends Error {
  constructor(id: PolicyId, date: IsoDate) {
    super(`no value of ${id} in force on ${date}`)
    this.name = 'NoPolicyError'
  }
}

/** The county's own versions of some values; undefined where it keeps to the town's defaults. */
const ownOf = (policies: Policies, areaCode: string): CountyOverride | undefined =>
  policies.counties[areaCode.slice(0, 6)]

/** The version of one value on one day; the county's own where it has one, else the default; none where none applies. */
function versionOrNone(
  { values }: Policies,
  county: CountyOverride | undefined,
  id: PolicyId,
  date: IsoDate,
): Version<unknown> | undefined {
  const own: readonly Version<unknown>[] | undefined = county?.[id]
  return (own && versionAt(own, date)) ?? versionAt<unknown>(values[id].versions, date)
}

/** Every version of a value that may apply in an area, whatever the day. */
export function everyVersion<Id extends PolicyId>(
  policies: Policies,
  areaCode: string,
  id: Id,
): PolicyValues[Id][] {
  const own: readonly Version<unknown>[] = ownOf(policies, areaCode)?.[id] ?? []
  const shared: readonly Version<unknown>[] = policies.values[id].versions
  return own.concat(shared).map(({ value }) => value as PolicyValues[Id])
}

/** Reads one value on one day for one area. @throws NoPolicyError */
export type PolicyReader = <Id extends PolicyId>(id: Id, date: IsoDate) => PolicyValues[Id]

export function policyReader(policies: Policies, areaCode: string): PolicyReader {
  const own = ownOf(policies, areaCode)
  return <Id extends PolicyId>(id: Id, date: IsoDate) => {
    const version = versionOrNone(policies, own, id, date)
    if (version === undefined) throw new NoPolicyError(id, date)
    return version.value as PolicyValues[Id]
  }
}

/** All values in force on a day in an area. @throws NoPolicyError before the notice was issued */
export const policyAt = (policies: Policies, date: IsoDate, areaCode = ''): PolicyValues => ({
  ...valuesOn(policies, date, areaCode),
})

/** The values of a day; one that is missing fails only what reads it. */
export function valuesOn(policies: Policies, date: IsoDate, areaCode: string): PolicyValues {
  const own = ownOf(policies, areaCode)
  const values: Record<string, unknown> = {}
  for (const id in policies.values) {
    const version = versionOrNone(policies, own, id as PolicyId, date)
    if (version !== undefined) values[id] = version.value
    else
      Object.defineProperty(values, id, {
        enumerable: true,
        get: () => {
          throw new NoPolicyError(id as PolicyId, date)
        },
      })
  }
  return values as PolicyValues
}

/** The parts judged on a day; before the first day of the policy those judged first, so that a scorecard can name them. */
export const judgedParts = (policies: Policies, areaCode: string, date: IsoDate): readonly PartId[] =>
  (versionOrNone(policies, ownOf(policies, areaCode), 'judgedParts', date)?.value as
    | readonly PartId[]
    | undefined) ??
  policies.values.judgedParts.versions[0]?.value ??
  []

/** The versions in force of some values, as an outcome lists them; a value without a version is left out. */
export function versionsUsed(
  policies: Policies,
  areaCode: string,
  ids: readonly PolicyId[],
  date: IsoDate,
): UsedPolicy[] {
  const own = ownOf(policies, areaCode)
  const used: UsedPolicy[] = []
  for (const id of ids) {
    const version = versionOrNone(policies, own, id, date)
    if (version !== undefined) used.push({ id, value: version.value, from: version.from })
  }
  return used
}
