import { isIsoDate } from '../core/iso-date.ts'
import { hasOwn } from '../core/own.ts'
import { fieldFault, isShown } from './check-field.ts'
import { isKindId } from './kind-id.ts'
import type { Field, Issue, KindId, Payload, RecordKind, ValidationContext } from './record-kind.ts'
import { RECORD_KINDS } from './record-kinds.ts'

export type Validation = { ok: true; payload: Payload } | { ok: false; issues: Issue[] }

const isObject = (value: unknown): value is Payload =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether the field is stored elsewhere and therefore not expected in this payload. */
function isElsewhere(field: Field, context: ValidationContext): boolean {
  if (context.without === undefined) return false
  return (
    field.class === 'identity' ||
    (context.without === 'identity-and-text' && field.type === 'text' && field.class === 'case')
  )
}

function dateIssue(field: Field, value: string, context: ValidationContext): Issue['code'] | undefined {
  if (!field.future && value > context.today) return 'futureDate'
  if (context.bornIn !== undefined && value < `${context.bornIn}-01-01`) return 'beforeBirth'
  const isBeforeFile = context.registeredOn !== undefined && value < context.registeredOn
  return isBeforeFile && !field.history ? 'beforeRegistration' : undefined
}

/** Whether the field that shows or hides this one has an answer; while it has none, it alone is asked for. */
function isDecided({ showWhen }: Field, payload: Payload, fields: RecordKind['fields']): boolean {
  const value = showWhen && payload[showWhen.field]
  return value !== undefined && value !== null && fieldFault(fields[showWhen!.field]!, value) === undefined
}

function issueOf(
  name: string,
  fields: RecordKind['fields'],
  payload: Payload,
  context: ValidationContext,
): Issue | undefined {
  const field = fields[name]!
  const value = hasOwn(payload, name) ? payload[name] : undefined
  if (value === undefined || value === null) {
    return isShown(field, payload) && !field.optional ? { path: [name], code: 'required' } : undefined
  }
  if (!isShown(field, payload))
    return isDecided(field, payload, fields) ? { path: [name], code: 'hiddenField' } : undefined
  const fault = fieldFault(field, value)
  if (fault !== undefined) {
    const { at, ...rest } = fault
    return { path: at === undefined ? [name] : [name, at], ...rest }
  }
  const code = field.type === 'date' ? dateIssue(field, value as string, context) : undefined
  return code && { path: [name], code }
}

function cleanOf(kind: RecordKind, payload: Payload): Payload {
  const clean: Payload = {}
  for (const name of Object.keys(kind.fields)) {
    const value = hasOwn(payload, name) ? payload[name] : undefined
    if (value === undefined || value === null) continue
    clean[name] = typeof value === 'string' ? value.trim() : Array.isArray(value) ? value.slice() : value
  }
  return clean
}

/**
 * Checks a payload against its kind: wrong types, missing and unknown fields, future dates, dates before birth or
 * registration, fields that contradict each other. Total: never throws on any JSON value.
 * @returns the payload in the order of the form, texts trimmed, nulls left out; or every issue found.
 */
export function validateRecord(kindId: KindId, payload: unknown, context: ValidationContext): Validation {
  if (!isKindId(kindId) || !isObject(payload))
    return { ok: false, issues: [{ path: [], code: 'notAnObject' }] }
  if (!isIsoDate(context.today)) throw new RangeError(`today is not a date: ${String(context.today)}`)
  const kind = RECORD_KINDS[kindId]
  const issues: Issue[] = []
  const sound: Payload = {}
  for (const [name, field] of Object.entries(kind.fields)) {
    if (isElsewhere(field, context)) {
      if (hasOwn(payload, name)) issues.push({ path: [name], code: 'unknownField' })
      continue
    }
    const issue = issueOf(name, kind.fields, payload, context)
    if (issue !== undefined) issues.push(issue)
    else if (hasOwn(payload, name) && payload[name] !== null) sound[name] = payload[name]
  }
  for (const name of Object.keys(payload)) {
    if (!hasOwn(kind.fields, name)) issues.push({ path: [name], code: 'unknownField' })
  }
  for (const issue of kind.check(sound, context)) issues.push(issue)
  return issues.length > 0 ? { ok: false, issues } : { ok: true, payload: cleanOf(kind, payload) }
}

/** What a form holds, ready to validate: hidden and empty fields left out. A form keeps its hidden answers; a record does not. */
export function payloadOfForm(kindId: KindId, values: Payload): Payload {
  const payload: Payload = {}
  for (const [name, field] of Object.entries(RECORD_KINDS[kindId].fields)) {
    const value = hasOwn(values, name) ? values[name] : undefined
    const isEmpty =
      value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
    if (!isEmpty && isShown(field, values)) payload[name] = value
  }
  return payload
}

export type SplitPayload = {
  payload: Payload
  text: Record<string, string>
  identity: Record<string, string>
}

/** Parts a valid payload by where it is kept: what the rules may read, sealed free text, identity. */
export function splitPayload(kindId: KindId, payload: Payload): SplitPayload {
  const split: SplitPayload = { payload: {}, text: {}, identity: {} }
  for (const [name, field] of Object.entries(RECORD_KINDS[kindId].fields)) {
    if (!hasOwn(payload, name)) continue
    if (field.class === 'identity') split.identity[name] = payload[name] as string
    else if (field.type === 'text' && field.class === 'case') split.text[name] = payload[name] as string
    else split.payload[name] = payload[name]
  }
  return split
}
