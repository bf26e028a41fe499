import { canonicalJson } from '../core/canonical-json.ts'
import type { Day } from '../core/iso-date.ts'
import { isKindId } from '../records/kind-id.ts'
import type { LedgerRecord, ReviewState } from '../village-ledger.ts'
import type { Trouble } from './read-ledger.ts'

/** One record as it was known, with its days; each is parsed once. */
export type Known = {
  record: LedgerRecord
  state: ReviewState
  day: Day
  /** The civil day it was received; NaN while unsent. */
  receivedDay: Day
}

/** The revisions of one record that matter. */
type Slot = {
  /** The last revision that was accepted, or voided. */
  standing: Known | undefined
  /** The last revision that waits for a second person. */
  waiting: Known | undefined
  /** The last revision the server has, whatever became of it. */
  received: number
}

export const isAlive = ({ state }: Known): boolean => state === 'accepted' || state === 'pending'

/** Two copies of one revision that differ cannot both be. */
function oneOf(a: Known, b: Known, troubles: Trouble[]): Known {
  if (a.record === b.record) return b
  const textA = canonicalJson(a.record)
  const textB = canonicalJson(b.record)
  if (textA !== textB) {
    const kind = isKindId(a.record.kind) && a.record.kind === b.record.kind ? a.record.kind : null
    troubles.push({ kind, reason: 'malformedRecord', path: `records[id=${a.record.id}].revision` })
  }
  return textA <= textB ? a : b
}

function keep(slot: Slot, known: Known, troubles: Trouble[]): void {
  const { record, state } = known
  if (record.receivedAt !== null && record.revision > slot.received) slot.received = record.revision
  if (state === 'returned') return
  const place = state === 'pending' ? 'waiting' : 'standing'
  const before = slot[place]
  if (before !== undefined && record.revision < before.record.revision) return
  const chosen = record.revision === before?.record.revision ? oneOf(before, known, troubles) : known
  // Whichever copy is kept, the state told last is the state.
  slot[place] = chosen.state === state ? chosen : { ...chosen, state }
}

/**
 * Chooses of the revisions of one record the one that stands: the last that was accepted. A correction that waits or was
 * returned leaves in force what it was to correct; a record of which every revision waits is pending; a voided one is gone.
 */
export function standingOf(revisions: readonly Known[], troubles: Trouble[]): Known | undefined {
  const slot: Slot = { standing: undefined, waiting: undefined, received: 0 }
  for (const known of revisions) if (known.record.receivedAt !== null) keep(slot, known, troubles)
  const { received } = slot
  // What the server has of a revision is the truth about it.
  for (const known of revisions)
    if (known.record.receivedAt === null && known.record.revision > received) keep(slot, known, troubles)
  const { standing, waiting } = slot
  const isVoid = standing?.state === 'voided'
  if (standing !== undefined && !isVoid) return standing
  return isVoid && standing.record.revision > (waiting?.record.revision ?? 0) ? undefined : waiting
}

const idOf = (record: unknown): string => {
  const id = (record as Partial<LedgerRecord> | null | undefined)?.id
  return typeof id === 'string' ? id : ''
}

/** A number that equal ids share and others rarely do, from the end of the id: there they differ most. */
function printOf(id: string): number {
  let print = id.length
  for (let at = Math.max(0, id.length - 10); at < id.length; at++)
    print = Math.imul(print ^ id.charCodeAt(at), 0x01000193)
  return print
}

/**
 * The ids that more than one record has. Numbers are sorted to find the few that need a closer look: in a large ledger
 * a set of all ids would cost more than everything else that is read.
 */
export function repeatedIds(records: readonly unknown[]): ReadonlySet<string> {
  const prints = new Int32Array(records.length)
  for (let at = 0; at < records.length; at++) prints[at] = printOf(idOf(records[at]))
  prints.sort()
  const suspects = new Set<number>()
  for (let at = 1; at < prints.length; at++) if (prints[at] === prints[at - 1]) suspects.add(prints[at]!)
  const seen = new Set<string>()
  const repeated = new Set<string>()
  if (suspects.size > 0)
    for (const id of records.map(idOf)) {
      if (!suspects.has(printOf(id))) continue
      if (seen.has(id)) repeated.add(id)
      else seen.add(id)
    }
  return repeated
}
