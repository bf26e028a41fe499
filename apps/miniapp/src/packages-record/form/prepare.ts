import type { LedgerRecord, Payload, RecordKind } from '@dfv/rules'
import { type RecordWithRevisions, recordsApi } from '@/shared/api'
import type { OutboxEntry } from '@/shared/outbox'
import { freshValues, type Known, type Target } from './view-model'

export type Prepared = {
  target: Target
  values: Payload
  /** Goes on with what was begun before. */
  resumed: boolean
  /** The faults the server found, for a record that came back. */
  returnedFaults: { field: string; text: string }[]
}

const newestFirst = (a: { occurredOn: string; id?: string }, b: { occurredOn: string; id?: string }) =>
  a.occurredOn < b.occurredOn ? 1 : a.occurredOn > b.occurredOn ? -1 : 0

/** The newest answers of this kind about this subject; the phone's own records also know the free text. */
export function lastPayload(
  kind: RecordKind,
  subjectId: string,
  records: readonly LedgerRecord[],
  entries: readonly OutboxEntry[],
): Payload | null {
  const isSame = (one: { kind: string; subjectId: string }) =>
    one.kind === kind.kind && one.subjectId === subjectId
  const mine = entries.filter((entry) => isSame(entry) && entry.state !== 'draft').sort(newestFirst)[0]
  const known = records.filter(isSame).sort(newestFirst)[0]
  if (!mine && !known) return null
  return { ...known?.payload, ...(mine && (!known || mine.occurredOn >= known.occurredOn) && mine.payload) }
}

/** Goes on with an entry of the outbox: a draft, or a record that came back. */
export function resumeEntry(entry: OutboxEntry): Prepared {
  return {
    target: {
      recordId: entry.recordId,
      areaCode: entry.areaCode,
      subjectId: entry.subjectId,
      revision: entry.revision,
      ...(entry.replaces !== undefined && { replaces: entry.replaces }),
      ...(entry.setAside !== undefined && { setAside: entry.setAside }),
      ...(entry.dutyId !== undefined && { dutyId: entry.dutyId }),
    },
    values: entry.payload,
    resumed: entry.state === 'draft',
    returnedFaults: entry.problem?.errors ?? [],
  }
}

export const findDraft = (
  entries: readonly OutboxEntry[],
  kind: string,
  subjectId: string,
  dutyId?: string,
) =>
  entries.find(
    (entry) =>
      entry.state === 'draft' &&
      entry.revision === 1 &&
      entry.kind === kind &&
      entry.subjectId === subjectId &&
      (dutyId === undefined || entry.dutyId === undefined || entry.dutyId === dutyId),
  )

export function freshRecord(
  kind: RecordKind,
  place: { recordId: string; areaCode: string; subjectId: string; dutyId?: string },
  known: Known,
): Prepared {
  return {
    target: { ...place, revision: 1 },
    values: freshValues(kind, known),
    resumed: false,
    returnedFaults: [],
  }
}

/** A correction starts from the record as the server holds it, words included; so it needs the network. */
export async function correctionOf(recordId: string): Promise<{ kind: string; prepared: Prepared }> {
  const current: RecordWithRevisions = await recordsApi.read(recordId)
  return {
    kind: current.kind,
    prepared: {
      target: {
        recordId,
        areaCode: current.areaCode,
        subjectId: current.subjectId,
        revision: current.revision + 1,
        replaces: current.revision,
      },
      values: { ...current.payload, ...current.text },
      resumed: false,
      returnedFaults: [],
    },
  }
}
