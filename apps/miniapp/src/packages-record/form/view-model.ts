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
import type { Role, SetAside } from '@/shared/api'
import { showDate } from '@/shared/format'
import type { DraftInput } from '@/shared/outbox'
import type { OptionItem, SummaryLine } from '@/shared/ui'
import type { Village } from '@/shared/village'

/** What the form knows before the user has touched it. */
export type Known = {
  today: string
  accountId: string
  /** Who works here now; null while the phone does not know. */
  colleagues: readonly string[] | null
  /** The newest record of this kind about this subject, if the phone has one. */
  last: Payload | null
  /** The period of the duty the form was opened from: a month such as 2026-11, a quarter, a year, or a record's id. */
  period: string | null
  /** The subject is on file already and is described anew: what is known of it is not asked again. */
  isKnown?: boolean
}

const MONTH = /^\d{4}-\d{2}$/
const QUARTER = /^\d{4}-Q([1-4])$/
const YEAR = /^\d{4}/

/** What the duty says about a field: its year, its quarter, its month, or the record it asks about. */
function fromDuty(field: Field, { period, today }: Known): unknown {
  switch (field.type) {
    case 'count':
      return Number((YEAR.exec(period ?? '') ?? YEAR.exec(today))?.[0])
    case 'choice':
      return QUARTER.exec(period ?? '')?.[1]
    case 'month':
      return period !== null && MONTH.test(period) ? period : undefined
    default:
      return period === null || MONTH.test(period) ? undefined : period
  }
}

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
    case 'duty':
      return fromDuty(field, known)
    default:
      return known.isKnown && field.class === 'open' && name !== 'note' ? known.last?.[name] : undefined
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

/** Fields whose answer is known before the form opens: whoever accepts a transfer does not choose the villages. */
const SETTLED: Partial<Record<KindId, readonly string[]>> = { 'transfer-acceptance': ['fromArea', 'toArea'] }

/** What the town office decides when it has read it; the server takes nothing else of anybody. @see 五(五) */
const OF_TOWN: Partial<Record<KindId, Payload>> = { 'experience-report': { reach: 'none' } }

/** @returns the answers that this role has no choice in */
export const leftToTown = ({ kind }: Pick<RecordKind, 'kind'>, role: Role | null): Payload =>
  role === 'town-office' ? {} : (OF_TOWN[kind] ?? {})

export type FormField = { name: string; field: Field; number: number }

/**
 * The fields to show for these answers, numbered as the eye meets them.
 * @param left answers that are not asked for while they stand so
 */
export function visibleFields(
  kind: RecordKind,
  values: Payload,
  identity = false,
  left: Payload = {},
): FormField[] {
  return Object.entries(kind.fields)
    .filter(([name]) => left[name] === undefined || left[name] !== values[name])
    .filter(([name, field]) => !SETTLED[kind.kind]?.includes(name) && isShown(field, values))
    .filter(([, field]) => identity || field.class !== 'identity')
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

/** What a `record` field of a kind names. */
const NAMED: Partial<Record<KindId, KindId>> = {
  'test-outcome': 'urine-test',
  rectification: 'venue-problem',
}

/**
 * What a field may name: a record of the same subject, the newest first, or a person by code. A test by its day alone:
 * what it showed stays in it.
 */
export function optionsOf(village: Village, kind: RecordKind, field: Field, subjectId: string): OptionItem[] {
  const { records, asOf } = village
  if (field.type === 'person') return village.persons.map(({ id, code }) => ({ value: id, label: code }))
  const named = NAMED[kind.kind]
  if (field.type !== 'record' || named === undefined) return []
  return records
    .filter((record) => record.kind === named && record.subjectId === subjectId)
    .sort((a, b) => (a.occurredOn < b.occurredOn ? 1 : -1))
    .map(({ id, occurredOn, payload }) => ({
      value: id,
      label: [showDate(occurredOn, asOf), typeof payload.problem === 'string' ? payload.problem : '']
        .filter(Boolean)
        .join(' '),
    }))
}

export type Target = {
  recordId: string
  areaCode: string
  subjectId: string
  revision: number
  replaces?: number
  setAside?: SetAside
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
