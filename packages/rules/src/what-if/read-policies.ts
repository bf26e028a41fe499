import { FULL_POINTS } from '../assessment/weights.ts'
import { canonicalJson } from '../core/canonical-json.ts'
import type { Version } from '../core/dated.ts'
import { type IsoDate, isIsoDate } from '../core/iso-date.ts'
import { hasOwn } from '../core/own.ts'
import { NOTICE } from '../notice/clauses.ts'
import { POLICIES, type Policies, type PolicyId } from '../policy/policies.ts'
import { TIMES_A_YEAR } from '../policy/test-schedule.ts'
import { STATUSES } from '../records/vocabulary.ts'
import { PART_IDS } from '../scorecard-ids.ts'

/** Every day from the notice to this one has exactly one version of every value. */
export const COVERED_UNTIL: IsoDate = '2035-12-31'

export type PolicyFault =
  | 'notAnObject'
  | 'notAList'
  | 'noVersion'
  | 'unknownValue'
  | 'notADate'
  | 'emptyVersion'
  | 'outOfOrder'
  | 'overlap'
  | 'hole'
  | 'wrongType'
  | 'outOfRange'
  | 'weightsDoNotAddUp'
  | 'notACounty'
  | 'noName'

/** What is wrong in a policy, and where: `values.cycleMonths.versions[1].from`. */
export type PolicyIssue = { path: string; fault: PolicyFault; detail?: string }

export type PoliciesRead = { ok: true; policies: Policies } | { ok: false; issues: PolicyIssue[] }

/** A policy that cannot be used; `issues` says where and why. */
export class PolicyFormatError extends Error {
  readonly issues: readonly PolicyIssue[]
  constructor(issues: readonly PolicyIssue[]) {
    super(
      issues.map(({ path, fault, detail }) => `${path}: ${fault}${detail ? ` ${detail}` : ''}`).join('; '),
    )
    this.name = 'PolicyFormatError'
    this.issues = issues
  }
}

type Issues = PolicyIssue[]

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The words a list may hold. */
const LISTS: readonly (readonly unknown[])[] = [STATUSES.map(({ value }) => value), PART_IDS]

/** The words a switch may have. */
const SWITCHES: { readonly [id: string]: readonly unknown[] } = {
  cycleAnchor: ['calendar', 'support-start'],
  threeYearsScope: ['all-existing', 'outside-measures'],
}
/** A cycle of no length would never end. */
const LEAST: { readonly [id: string]: number } = { cycleMonths: 1 }
const MOST: { readonly [id: string]: number } = { cycleMonths: 12 }
const MOST_NUMBER = 10_000_000

/** Compares a value with the released one: the same type, the same keys, whole numbers, known words. */
function checkValue(id: string, value: unknown, model: unknown, path: string, issues: Issues): void {
  if (Array.isArray(model)) {
    if (!Array.isArray(value)) issues.push({ path, fault: 'notAList' })
    else
      value.forEach((entry: unknown, index) => {
        const words = LISTS.find((list) => list.includes(model[0]))
        if (words === undefined ? typeof entry !== typeof model[0] : !words.includes(entry))
          issues.push({ path: `${path}[${index}]`, fault: 'wrongType', detail: canonicalJson(entry) })
        else if (id === 'testSchedule' && !TIMES_A_YEAR.includes(entry))
          issues.push({ path: `${path}[${index}]`, fault: 'outOfRange', detail: canonicalJson(entry) })
      })
  } else if (isObject(model)) checkObject(id, value, model, path, issues)
  else if (typeof value !== typeof model)
    issues.push({ path, fault: 'wrongType', detail: `needs a ${typeof model}` })
  else if (typeof value === 'number') {
    const isWhole = Number.isSafeInteger(value)
    if (!isWhole || value < (LEAST[id] ?? 0) || value > (MOST[id] ?? MOST_NUMBER))
      issues.push({ path, fault: 'outOfRange', detail: `${value}` })
  } else if (typeof value === 'string' && hasOwn(SWITCHES, id) && !SWITCHES[id]!.includes(value))
    issues.push({ path, fault: 'wrongType', detail: `one of ${SWITCHES[id]!.join(', ')}` })
}

function checkObject(
  id: string,
  value: unknown,
  model: Record<string, unknown>,
  path: string,
  issues: Issues,
): void {
  if (!isObject(value)) {
    issues.push({ path, fault: 'notAnObject' })
    return
  }
  for (const key of Object.keys(value))
    if (!hasOwn(model, key)) issues.push({ path: `${path}.${key}`, fault: 'unknownValue' })
  for (const key of Object.keys(model)) checkValue(id, value[key], model[key], `${path}.${key}`, issues)
  if (id !== 'pointWeights') return
  const sum = Object.keys(value).reduce((total, key) => total + Number(value[key]), 0)
  if (sum !== FULL_POINTS)
    issues.push({ path, fault: 'weightsDoNotAddUp', detail: `${sum}, not ${FULL_POINTS}` })
}

/** The dates of one version. @returns whether they can be compared with those of its neighbours */
function checkDates({ from, until }: Record<string, unknown>, path: string, issues: Issues): boolean {
  const before = issues.length
  if (!isIsoDate(from)) issues.push({ path: `${path}.from`, fault: 'notADate' })
  if (until !== undefined && !isIsoDate(until)) issues.push({ path: `${path}.until`, fault: 'notADate' })
  else if (until !== undefined && (until as string) <= (from as string))
    issues.push({ path: `${path}.until`, fault: 'emptyVersion' })
  return issues.length === before
}

/** @param whole whether every day must be covered; a county's own values may leave days to the default */
function checkTime(
  versions: readonly Version<unknown>[],
  whole: boolean,
  path: string,
  issues: Issues,
): void {
  versions.forEach(({ from, until }, index) => {
    const next = versions[index + 1]
    const place = `${path}[${index + 1}].from`
    if (next !== undefined && next.from <= from) issues.push({ path: place, fault: 'outOfOrder' })
    else if (next !== undefined && until !== undefined && next.from < until)
      issues.push({ path: place, fault: 'overlap', detail: `${next.from}, before ${until}` })
    else if (whole && next !== undefined && until !== undefined && next.from > until)
      issues.push({ path: place, fault: 'hole', detail: `from ${until} to ${next.from}` })
  })
  if (!whole) return
  const last = versions.length - 1
  if (versions[0]!.from > NOTICE.issuedOn)
    issues.push({
      path: `${path}[0].from`,
      fault: 'hole',
      detail: `from ${NOTICE.issuedOn} to ${versions[0]!.from}`,
    })
  const { until } = versions[last]!
  if (until !== undefined && until <= COVERED_UNTIL)
    issues.push({ path: `${path}[${last}].until`, fault: 'hole', detail: `from ${until}` })
}

function checkVersions(id: PolicyId, versions: unknown, whole: boolean, path: string, issues: Issues): void {
  if (!Array.isArray(versions)) {
    issues.push({ path, fault: 'notAList' })
    return
  }
  if (versions.length === 0) issues.push({ path, fault: 'noVersion' })
  const model = POLICIES.values[id].versions[0]!.value
  const areSound = versions.map((version: unknown, index) => {
    const place = `${path}[${index}]`
    if (!isObject(version)) issues.push({ path: place, fault: 'notAnObject' })
    else {
      checkValue(id, version.value, model, `${place}.value`, issues)
      return checkDates(version, place, issues)
    }
    return false
  })
  if (versions.length > 0 && areSound.every(Boolean)) checkTime(versions, whole, path, issues)
}

const isPolicyId = (id: string): id is PolicyId => hasOwn(POLICIES.values, id)

function checkCounties(counties: unknown, issues: Issues): void {
  if (!isObject(counties)) {
    issues.push({ path: 'counties', fault: 'notAnObject' })
    return
  }
  for (const [code, override] of Object.entries(counties)) {
    const path = `counties.${code}`
    if (!/^\d{6}$/.test(code)) issues.push({ path, fault: 'notACounty' })
    else if (!isObject(override)) issues.push({ path, fault: 'notAnObject' })
    else
      for (const [id, versions] of Object.entries(override))
        if (isPolicyId(id)) checkVersions(id, versions, false, `${path}.${id}`, issues)
        else issues.push({ path: `${path}.${id}`, fault: 'unknownValue' })
  }
}

/**
 * Reads a policy from JSON. A value that is left out is the released one; of each value that is given every version is
 * given. A hole or an overlap in time, an unknown name and a value of another type are told with their path.
 */
export function readPolicies(json: unknown, base: Policies = POLICIES): PoliciesRead {
  if (!isObject(json)) return { ok: false, issues: [{ path: '', fault: 'notAnObject' }] }
  const { version, values = {}, counties = base.counties } = json
  const issues: Issues = []
  if (typeof version !== 'string' || version.trim() === '') issues.push({ path: 'version', fault: 'noName' })
  if (!isObject(values)) return { ok: false, issues: [...issues, { path: 'values', fault: 'notAnObject' }] }
  const merged: Record<string, unknown> = { ...base.values }
  for (const [id, value] of Object.entries(values)) {
    const path = `values.${id}`
    if (!isPolicyId(id)) issues.push({ path, fault: 'unknownValue' })
    else if (!isObject(value)) issues.push({ path, fault: 'notAnObject' })
    else {
      checkVersions(id, value.versions, true, `${path}.versions`, issues)
      merged[id] = { ...base.values[id], versions: value.versions }
    }
  }
  checkCounties(counties, issues)
  if (issues.length > 0) return { ok: false, issues }
  return { ok: true, policies: { version, values: merged, counties } as unknown as Policies }
}

/** As `readPolicies`. @throws PolicyFormatError */
export function policiesOf(json: unknown, base: Policies = POLICIES): Policies {
  const read = readPolicies(json, base)
  if (!read.ok) throw new PolicyFormatError(read.issues)
  return read.policies
}
