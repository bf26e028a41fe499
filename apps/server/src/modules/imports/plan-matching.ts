import { canonicalJson, type KindId, type Payload } from '@dfv/rules'
import type { StandingRecord } from '../records/standing-records.js'

/** One record that a row asks for, before it is known whether the ledger holds it. */
export type Wanted = {
  row: number
  kind: KindId
  subjectId: string
  /** What tells it from other records of its kind about the same subject. */
  key: string
  /** Whether there may be several of one key: two talks with one person on one day. */
  several: boolean
  /** What the row says, laid over what stands; a blank cell leaves what was there. */
  over: (standing: Payload | undefined) => Payload
}

export type Match =
  | { action: 'new'; id: string }
  | { action: 'changed'; standing: StandingRecord }
  | { action: 'same'; standing: StandingRecord }
  /** Somebody has voided exactly this; writing it again is left to the form. */
  | { action: 'voided'; standing: StandingRecord }
  /** An earlier row of the file says the very same. */
  | { action: 'repeated'; row: number }

/**
 * Pairs what a file asks for with what the ledger holds, so that the same file read twice changes nothing: a record that
 * already says everything the row says is the same, whoever wrote it; one that an earlier upload wrote for the same key
 * is corrected; whatever is left is new.
 * @param idOf the id that an upload gives the nth record of a key; ids carry no content
 * @param keyOf the key of what stands, as in `Wanted`
 */
export function matchAll(
  wanted: readonly Wanted[],
  standing: readonly StandingRecord[],
  idOf: (wanted: Wanted, nth: number) => string,
  keyOf: (record: StandingRecord) => string,
): ReadonlyMap<Wanted, Match> {
  const matches = new Map<Wanted, Match>()
  const groups = grouped(wanted, groupOf)
  const held = grouped(standing, (record) => groupOf({ ...record, key: keyOf(record) }))
  for (const [group, rows] of groups) matchGroup(rows, held.get(group) ?? [], idOf, matches)
  return matches
}

function matchGroup(
  rows: readonly Wanted[],
  held: readonly StandingRecord[],
  idOf: (wanted: Wanted, nth: number) => string,
  matches: Map<Wanted, Match>,
): void {
  const free = new Set(held)
  const claimed = new Map<StandingRecord, number>()
  for (const row of rows) {
    const same = [...free].find((record) => says(record.content, row))
    const twice = same ? undefined : [...claimed].find(([record]) => says(record.content, row))
    if (twice) matches.set(row, { action: 'repeated', row: twice[1] })
    if (!same) continue
    free.delete(same)
    claimed.set(same, row.row)
    matches.set(row, { action: same.reviewState === 'voided' ? 'voided' : 'same', standing: same })
  }
  const taken = new Set(held.map(({ id }) => id))
  const written = new Map<string, number>()
  for (const row of rows) {
    if (matches.has(row)) continue
    const content = canonicalJson(row.over(undefined))
    const earlier = written.get(content)
    if (earlier !== undefined) {
      matches.set(row, { action: 'repeated', row: earlier })
      continue
    }
    written.set(content, row.row)
    const own = ownRecord(row, [...free], idOf, held.length)
    if (own) {
      free.delete(own)
      matches.set(row, { action: 'changed', standing: own })
      continue
    }
    const id = firstFree(row, taken, idOf)
    taken.add(id)
    matches.set(row, { action: 'new', id })
  }
}

const says = (content: Payload, row: Wanted): boolean =>
  canonicalJson(row.over(content)) === canonicalJson(content)

/**
 * The record of this key that the row corrects: where there may be several, only one that an upload wrote, since a talk
 * that somebody entered by hand may be another.
 */
function ownRecord(
  row: Wanted,
  free: readonly StandingRecord[],
  idOf: (wanted: Wanted, nth: number) => string,
  count: number,
): StandingRecord | undefined {
  const open = free.filter(({ reviewState }) => reviewState !== 'voided')
  if (!row.several) return open[0]
  const ids = new Set(Array.from({ length: count }, (_, nth) => idOf(row, nth)))
  return open.find(({ id }) => ids.has(id))
}

function firstFree(row: Wanted, taken: ReadonlySet<string>, idOf: (wanted: Wanted, nth: number) => string) {
  for (let nth = 0; ; nth++) {
    const id = idOf(row, nth)
    if (!taken.has(id)) return id
  }
}

const groupOf = ({ kind, subjectId, key }: Pick<Wanted, 'kind' | 'subjectId' | 'key'>): string =>
  canonicalJson([kind, subjectId, key])

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
