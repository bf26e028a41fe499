import {
  type Field,
  type Issue,
  isShown,
  issueText,
  type KindId,
  type Payload,
  payloadOfForm,
  type RecordKind,
  type ValidationContext,
  validateRecord,
} from '@dfv/rules'
import { showDate } from '@/shared/format'
import type { DraftInput } from '@/shared/outbox'
import type { OptionItem, SummaryLine } from '@/shared/ui'
import { placesOf, type Village } from '@/shared/village'

/** What the form knows before the user has touched it. */
export type Known = {
  today: string
  accountId: string
  /** Who works here now; null while the phone does not know. */
  colleagues: readonly string[] | null
  /** The newest record of this kind about this subject, if the phone has one. */
  last: Payload | null
  /** The period of the duty the form was opened from: a month such as 2026-11. */
  period: string | null
}

const MONTH = /^\d{4}-\d{2}$/

function prefilled(field: Field, name: string, known: Known): unknown {
  switch (field.prefill) {
    case 'today':
      return field.type === 'month' ? known.today.slice(0, 7) : known.today
    case 'me':
      return [known.accountId]
    case 'last': {
      const before = known.last?.[name]
      if (field.type !== 'cadres') return before
      // Oneself is there; the last partner comes along.
      const isHere = (id: string) => known.colleagues === null || known.colleagues.includes(id)
      const others = Array.isArray(before) ? before.filter((id) => id !== known.accountId && isHere(id)) : []
      return field.optional ? others : [known.accountId, ...others].slice(0, field.max)
    }
    case 'duty': {
      // A duty's period is a month for the roster, and the record it asks about for a conclusion.
      if (known.period === null) return undefined
      return MONTH.test(known.period) === (field.type === 'month') ? known.period : undefined
    }
    default:
      return undefined
  }
}

/** A fresh form: who, when and where are offered; what decides is never chosen beforehand. */
export function freshValues(kind: RecordKind, known: Known): Payload {
  const values: Payload = {}
  for (const [name, field] of Object.entries(kind.fields)) {
    const value = field.decides ? undefined : prefilled(field, name, known)
    if (value !== undefined) values[name] = value
  }
  return values
}

/**
 * A place is described anew: everything as it was said last, dated today. What has changed is changed; the rest need not
 * be typed again.
 */
export const describedAnew = (kind: RecordKind, last: Payload, today: string): Payload => ({
  ...last,
  [kind.dateField]: today,
})

export type FormField = { name: string; field: Field; number: number }

/** The fields to show for these answers, numbered as the eye meets them. */
export function visibleFields(kind: RecordKind, values: Payload, identity = false): FormField[] {
  return Object.entries(kind.fields)
    .filter(([, field]) => (identity || field.class !== 'identity') && isShown(field, values))
    .map(([name, field], index) => ({ name, field, number: index + 1 }))
}

/** A field that hides takes its answer along at validation, not here: showing it again brings the answer back. */
export const withAnswer = (values: Payload, name: string, value: unknown): Payload => ({
  ...values,
  [name]: value,
})

/** Every fault as a sentence, once per field, in the order of the form. */
export function faultsOf(kind: RecordKind, values: Payload, context: ValidationContext): SummaryLine[] {
  const checked = validateRecord(kind.kind, payloadOfForm(kind.kind, values), context)
  if (checked.ok) return []
  const order = Object.keys(kind.fields)
  const place = (issue: Issue) => order.indexOf(issue.path[0] ?? '')
  const lines = [...checked.issues]
    .sort((a, b) => place(a) - place(b))
    .map((issue) => ({ field: issue.path[0] ?? '', text: issueText(kind.kind, issue) }))
  return lines.filter(({ field }, index) => lines.findIndex((line) => line.field === field) === index)
}

/** The answers as they will be sent, or null while something is wrong. */
export function payloadToSend(kind: RecordKind, values: Payload, context: ValidationContext): Payload | null {
  const checked = validateRecord(kind.kind, payloadOfForm(kind.kind, values), context)
  return checked.ok ? checked.payload : null
}

/** Of which kind a record is that another names, both about the same subject. */
const NAMES_KIND: { readonly [kind in KindId]?: KindId } = {
  'test-outcome': 'urine-test',
  rectification: 'venue-problem',
}

/**
 * What a field may name: an earlier record by its day, a person by code, a grid or venue by name. What a test showed
 * stays in it.
 */
export function namedBy(kind: KindId, field: Field, village: Village, subjectId: string): OptionItem[] {
  if (field.type === 'person') return village.persons.map(({ id, code }) => ({ value: id, label: code }))
  if (field.type !== 'record') return []
  const named = NAMES_KIND[kind]
  if (named === undefined)
    return (['grid', 'venue'] as const).flatMap((type) =>
      (placesOf(village).get(type) ?? [])
        .filter(({ endedOn }) => endedOn === null)
        .map(({ id, name }) => ({ value: id, label: name })),
    )
  return village.records
    .filter((record) => record.kind === named && record.subjectId === subjectId)
    .sort((a, b) => (a.occurredOn < b.occurredOn ? 1 : -1))
    .map(({ id, occurredOn }) => ({ value: id, label: showDate(occurredOn, village.asOf) }))
}

export type Target = {
  recordId: string
  areaCode: string
  subjectId: string
  revision: number
  replaces?: number
  dutyId?: string
}

/** What the outbox keeps while the form is being filled. Identity never goes there. */
export function draftOf(kind: RecordKind, target: Target, values: Payload, today: string): DraftInput {
  const payload = Object.fromEntries(
    Object.entries(values).filter(([name]) => kind.fields[name]?.class !== 'identity'),
  )
  const date = payload[kind.dateField]
  return {
    ...target,
    kind: kind.kind,
    schemaVersion: kind.version,
    occurredOn: typeof date === 'string' ? date : today,
    payload,
  }
}
