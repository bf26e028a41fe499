import type { LedgerRecord, Payload } from '@dfv/rules'
import type { Attachment, RecordIn, RecordWithRevisions, ReviewState } from '@/shared/api'
import { common, record as copy, roleNames } from '@/shared/copy'
import { showInstant } from '@/shared/format'
import { type Answer, answersOf, type DayOf, kindOf, type NameOf, photoIds } from '@/shared/records'

export type Detail = {
  kind: string
  areaCode: string
  subjectId: string
  occurredOn: string
  reviewState: ReviewState
  answers: Answer[]
  photos: string[]
  /** What the server said of the photos; undefined when it could not be asked. */
  attachments?: Attachment[]
  /** Where this comes from: number, time, who. */
  facts: string[]
  /** Who changed what, newest first; with what stood there before. */
  history: { revision: number; line: string; changes: string[] }[]
  /** The server's copy is here, words included: only that can be corrected. */
  complete: boolean
}

const answers = (kind: string, payload: Payload, today: string, nameOf: NameOf, dayOf?: DayOf) => {
  const described = kindOf(kind)
  return described ? answersOf(described, payload, today, nameOf, dayOf) : []
}

type Revision = RecordWithRevisions['revisions'][number]

/** What a revision changed: each answer with what it was and what it became, and why it was made void. */
function changesOf(
  kind: string,
  before: Revision | undefined,
  after: Revision,
  shown: (payload: Payload) => Answer[],
): string[] {
  if (!before) return []
  const reason = after.reason
    ? [after.void ? copy.voidReason(after.reason) : copy.returnReason(after.reason)]
    : []
  const valuesOf = ({ payload, text }: Revision) =>
    new Map(shown({ ...payload, ...text }).map(({ field, value }) => [field, value]))
  const [was, is] = [valuesOf(before), valuesOf(after)]
  const changed = Object.entries(kindOf(kind)?.fields ?? {})
    .filter(([field]) => was.get(field) !== is.get(field))
    .map(([field, { label }]) => copy.changed(label, was.get(field) ?? copy.was, is.get(field) ?? copy.was))
  return [...changed, ...reason]
}

/** The record as the server has it. */
export function detailOf(
  record: RecordWithRevisions,
  today: string,
  nameOf: NameOf,
  knownName: (accountId: string) => string | undefined,
  dayOf?: DayOf,
): Detail {
  const who = ({ name, accountId, role }: RecordWithRevisions['submittedBy']) =>
    [name ?? knownName(accountId), roleNames[role]].filter(Boolean).join(' ')
  return {
    kind: record.kind,
    areaCode: record.areaCode,
    subjectId: record.subjectId,
    occurredOn: record.occurredOn,
    reviewState: record.reviewState,
    answers: answers(record.kind, { ...record.payload, ...record.text }, today, nameOf, dayOf),
    photos: photoIds(record.kind, record.payload),
    attachments: record.attachments,
    facts: [
      copy.receiptNo(record.receiptNo),
      copy.receivedAt(showInstant(record.receivedAt, today)),
      copy.submittedBy(who(record.submittedBy)),
    ],
    history:
      record.revisions.length < 2
        ? []
        : [...record.revisions]
            .sort((a, b) => b.revision - a.revision)
            .map((one) => ({
              revision: one.revision,
              line: [
                one.revision === 1 ? copy.firstVersion : copy.revision(one.revision - 1),
                showInstant(one.receivedAt, today),
                who(one.submittedBy),
              ].join(common.separator),
              changes: changesOf(
                record.kind,
                record.revisions.find(({ revision }) => revision === one.revision - 1),
                one,
                (answersIn) => answers(record.kind, answersIn, today, nameOf, dayOf),
              ),
            })),
    complete: true,
  }
}

/** What the phone knows without a network: the facts the rules read, and the words only of its own records. */
export function offlineDetailOf(
  record: LedgerRecord,
  own: Payload | null,
  today: string,
  nameOf: NameOf,
  dayOf?: DayOf,
): Detail {
  return {
    kind: record.kind,
    areaCode: record.areaCode,
    subjectId: record.subjectId,
    occurredOn: record.occurredOn,
    reviewState: record.reviewState,
    answers: answers(record.kind, { ...record.payload, ...own }, today, nameOf, dayOf),
    photos: photoIds(record.kind, { ...record.payload, ...own }),
    facts:
      record.receivedAt === null ? [copy.keptOnly] : [copy.receivedAt(showInstant(record.receivedAt, today))],
    history: [],
    complete: false,
  }
}

/** The next revision of a record, which makes it void. */
export const voidOf = (record: RecordWithRevisions, reason: string, deviceTime: string): RecordIn => ({
  kind: record.kind,
  schemaVersion: record.schemaVersion,
  areaCode: record.areaCode,
  subjectId: record.subjectId,
  revision: record.revision + 1,
  replaces: record.revision,
  occurredOn: record.occurredOn,
  payload: record.payload,
  void: { reason },
  deviceTime,
})
