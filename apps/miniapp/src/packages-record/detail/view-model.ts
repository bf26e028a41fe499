import type { LedgerRecord, Payload, RecordKind, Role } from '@dfv/rules'
import type { Attachment, RecordIn, RecordWithRevisions, ReviewState } from '@/shared/api'
import { common, record as copy, roleNames } from '@/shared/copy'
import { showInstant } from '@/shared/format'
import { type Answer, answersOf, kindOf, type Lookup, type NameOf, photoIds } from '@/shared/records'

export type HistoryLine = { key: string; at: string; line: string; changes: string[] }

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
  /** Who changed or said what, newest first, with what stood there before. */
  history: HistoryLine[]
  /** The server's copy is here, words included: only that can be corrected. */
  complete: boolean
}

const answers = (kind: string, payload: Payload, today: string, nameOf: NameOf, lookup?: Lookup) => {
  const described = kindOf(kind)
  return described ? answersOf(described, payload, today, nameOf, lookup) : []
}

type Revision = RecordWithRevisions['revisions'][number]

/** Each answer that a revision changed: what it was, and what it became. A void leaves the answers as they were. */
function changesOf(
  kind: string,
  before: Revision | undefined,
  after: Revision,
  shown: (payload: Payload) => Answer[],
): string[] {
  if (!before || after.void) return []
  const valuesOf = ({ payload, text }: Revision) =>
    new Map(shown({ ...payload, ...text }).map(({ field, value }) => [field, value]))
  const [was, is] = [valuesOf(before), valuesOf(after)]
  return Object.entries(kindOf(kind)?.fields ?? {})
    .filter(([field]) => was.get(field) !== is.get(field))
    .map(([field, { label }]) =>
      copy.changed(label, was.get(field) ?? copy.blank, is.get(field) ?? copy.blank),
    )
}

/** What its author had written himself and did not choose when he merged. */
const setAsideOf = (
  { payload, text, setAside = {} }: Revision,
  shown: (payload: Payload) => Answer[],
): string[] =>
  Object.entries(setAside).flatMap(([field, values]) =>
    values
      .flatMap((value) => shown({ ...payload, ...text, [field]: value }))
      .filter((answer) => answer.field === field)
      .map(({ name, value }) => copy.setAside(name, value)),
  )

type Who = (by: RecordWithRevisions['submittedBy']) => string

/** A first version that nobody has changed, returned or spoken about is no history. */
function historyOf(
  record: RecordWithRevisions,
  today: string,
  who: Who,
  shown: (payload: Payload) => Answer[],
): HistoryLine[] {
  const { kind, revisions, remarks } = record
  if (revisions.length < 2 && remarks.length === 0 && !revisions.some(({ reason }) => reason)) return []
  const said = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(common.separator)
  const versions = revisions.map((one) => ({
    key: `v${one.revision}`,
    at: one.receivedAt,
    line: said(
      one.revision === 1 ? copy.firstVersion : copy.revision(one.revision - 1),
      showInstant(one.receivedAt, today),
      who(one.submittedBy),
      one.reason && copy.reason(one.reason),
    ),
    changes: [
      ...changesOf(
        kind,
        revisions.find(({ revision }) => revision === one.revision - 1),
        one,
        shown,
      ),
      ...setAsideOf(one, shown),
    ],
  }))
  const words = remarks.map(({ id, at, by, text }) => ({
    key: id,
    at,
    line: said(copy.remark, showInstant(at, today), who(by)),
    changes: [text ?? copy.remarkGone],
  }))
  return [...versions, ...words].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
}

const REVIEWERS: readonly Role[] = ['town-office', 'police']

/** Whether this reader takes part in a review that goes on: he settles it, wrote the record, or may send it anew. */
export function mayRemark(
  record: RecordWithRevisions,
  reader: { role: Role | null; accountId: string | null },
): boolean {
  const { reviewState, revisions } = record
  if (reader.role === null || (reviewState !== 'pending' && reviewState !== 'returned')) return false
  return (
    REVIEWERS.includes(reader.role) ||
    revisions.some(({ submittedBy }) => submittedBy.accountId === reader.accountId) ||
    (reader.role === 'village-secretary' && mayChangeKind(kindOf(record.kind), reader.role))
  )
}

/** The record as the server has it. */
export function detailOf(
  record: RecordWithRevisions,
  today: string,
  nameOf: NameOf,
  knownName: (accountId: string) => string | undefined,
  lookup?: Lookup,
): Detail {
  const who: Who = ({ name, accountId, role }) =>
    [name ?? knownName(accountId), roleNames[role]].filter(Boolean).join(' ')
  return {
    kind: record.kind,
    areaCode: record.areaCode,
    subjectId: record.subjectId,
    occurredOn: record.occurredOn,
    reviewState: record.reviewState,
    answers: answers(record.kind, { ...record.payload, ...record.text }, today, nameOf, lookup),
    photos: photoIds(record.payload),
    attachments: record.attachments,
    facts: [
      copy.receiptNo(record.receiptNo),
      copy.receivedAt(showInstant(record.receivedAt, today)),
      copy.submittedBy(who(record.submittedBy)),
    ],
    history: historyOf(record, today, who, (payload) => answers(record.kind, payload, today, nameOf, lookup)),
    complete: true,
  }
}

/** A transfer that was accepted moved the file: only another one undoes it. */
const SETTLED: readonly string[] = ['transfer-acceptance']

/** Whether this role may correct records of a kind, or take them back. */
export const mayChangeKind = (kind: RecordKind | null, role: Role | null): boolean =>
  kind !== null &&
  role !== null &&
  !kind.systemMade &&
  !SETTLED.includes(kind.kind) &&
  kind.submittedBy.includes(role)

/** The revision that takes a record out of every count. */
export const voidOf = (record: RecordWithRevisions, reason: string, deviceTime: string): RecordIn => ({
  kind: record.kind,
  schemaVersion: record.schemaVersion,
  areaCode: record.areaCode,
  subjectId: record.subjectId,
  revision: record.revision + 1,
  replaces: record.revision,
  occurredOn: record.occurredOn,
  payload: {},
  void: { reason },
  deviceTime,
})

/** What the phone knows without a network: the facts the rules read, and the words only of its own records. */
export function offlineDetailOf(
  record: LedgerRecord,
  own: Payload | null,
  today: string,
  nameOf: NameOf,
  lookup?: Lookup,
): Detail {
  return {
    kind: record.kind,
    areaCode: record.areaCode,
    subjectId: record.subjectId,
    occurredOn: record.occurredOn,
    reviewState: record.reviewState,
    answers: answers(record.kind, { ...record.payload, ...own }, today, nameOf, lookup),
    photos: photoIds({ ...record.payload, ...own }),
    facts:
      record.receivedAt === null ? [copy.keptOnly] : [copy.receivedAt(showInstant(record.receivedAt, today))],
    history: [],
    complete: false,
  }
}
