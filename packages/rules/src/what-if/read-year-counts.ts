import type { AudienceCount, AwarenessCounts } from '../assessment/item.ts'
import type { Audience, Channel, Tally } from '../awareness/awareness-outcome.ts'
import { hasOwn } from '../core/own.ts'

/** What the points of a year need beside the ledger: answers that were counted, without any person. */
export type YearCounts = { awareness?: AwarenessCounts }

export type CountsFault =
  | 'notAnObject'
  | 'notAList'
  | 'unknownValue'
  | 'outOfRange'
  | 'notADate'
  | 'wrongType'
export type CountsIssue = { path: string; fault: CountsFault; detail?: string }
export type CountsRead = { ok: true; counts: YearCounts } | { ok: false; issues: CountsIssue[] }

const AUDIENCES: readonly Audience[] = ['resident', 'migrant', 'venue', 'student']
const CHANNELS: readonly Channel[] = ['self', 'invited', 'household', 'third-party']

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0

function unknownKeys(value: object, known: readonly string[], path: string, issues: CountsIssue[]): void {
  for (const key of Object.keys(value))
    if (!known.includes(key))
      issues.push({ path: `${path}${path === '' ? '' : '.'}${key}`, fault: 'unknownValue' })
}

function checkTally(tally: unknown, path: string, issues: CountsIssue[]): void {
  if (!isObject(tally)) {
    issues.push({ path, fault: 'notAnObject' })
    return
  }
  const { channel, aware, valid } = tally as Partial<Tally>
  unknownKeys(tally, ['channel', 'aware', 'valid'], path, issues)
  if (!CHANNELS.includes(channel as Channel))
    issues.push({ path: `${path}.channel`, fault: 'wrongType', detail: `one of ${CHANNELS.join(', ')}` })
  if (!isCount(valid)) issues.push({ path: `${path}.valid`, fault: 'outOfRange' })
  if (!isCount(aware) || (isCount(valid) && aware > valid))
    issues.push({ path: `${path}.aware`, fault: 'outOfRange', detail: 'from 0 to valid' })
}

function checkAudience(count: unknown, path: string, issues: CountsIssue[]): void {
  if (!isObject(count)) {
    issues.push({ path, fault: 'notAnObject' })
    return
  }
  const { tallies } = count as Partial<AudienceCount>
  unknownKeys(count, ['tallies'], path, issues)
  if (!Array.isArray(tallies)) issues.push({ path: `${path}.tallies`, fault: 'notAList' })
  else
    tallies.forEach((tally: unknown, index) => {
      checkTally(tally, `${path}.tallies[${index}]`, issues)
    })
}

/** Reads the counts of a year from JSON; what is wrong is told with its path: `awareness.resident.tallies[0].aware`. */
export function readYearCounts(json: unknown): CountsRead {
  if (!isObject(json)) return { ok: false, issues: [{ path: '', fault: 'notAnObject' }] }
  const issues: CountsIssue[] = []
  const { awareness } = json
  unknownKeys(json, ['awareness'], '', issues)
  if (awareness !== undefined && !isObject(awareness))
    issues.push({ path: 'awareness', fault: 'notAnObject' })
  else if (awareness !== undefined) {
    unknownKeys(awareness, AUDIENCES, 'awareness', issues)
    for (const audience of AUDIENCES)
      if (hasOwn(awareness, audience)) checkAudience(awareness[audience], `awareness.${audience}`, issues)
  }
  return issues.length > 0 ? { ok: false, issues } : { ok: true, counts: json as YearCounts }
}
