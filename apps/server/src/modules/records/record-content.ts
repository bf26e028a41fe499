import {
  type Field,
  fieldFault,
  type Issue,
  identityFields,
  isIsoDate,
  isKindId,
  isPersonKind,
  issueText,
  type KindId,
  kindsEntered,
  type Payload,
  type Policies,
  RECORD_KINDS,
  type RecordKind,
  splitPayload,
  upcastRecord,
  type ValidationContext,
  validateRecord,
} from '@dfv/rules'
import { DomainError, type FieldError } from '../../platform/errors/domain-error.js'
import type { Identity } from '../registers/identity.service.js'
import { RecordId, type RecordIn } from './records.dto.js'

/** Well above what any form can hold; a newer version of a form may be larger than ours. */
const PAYLOAD_LIMIT = 20_000

/** A payload in the parts in which it is kept. */
export type RecordContent = {
  schemaVersion: number
  occurredOn: string
  payload: Payload
  /** Free text about a person, to be sealed. */
  text: Record<string, unknown>
  identity: Identity | undefined
}

/** @throws DomainError INVALID when there is no such kind, or none that is entered in that area on that day */
export function kindOf(kind: string, policies: Policies, today: string, areaCode: string): RecordKind {
  if (isKindId(kind) && kindsEntered(policies, today, areaCode).includes(kind)) return RECORD_KINDS[kind]
  throw refused([{ path: 'kind', code: 'option', text: '没有这种记录，请把小程序更新到新版后再发' }])
}

/**
 * Checks what was sent against its kind and parts it into what the rules may read, free text and identity.
 * @throws DomainError INVALID with one sentence per field
 */
export function readContent(kind: RecordKind, input: RecordIn, context: ValidationContext): RecordContent {
  if (JSON.stringify(input.payload).length > PAYLOAD_LIMIT) throw new DomainError('BODY_TOO_LARGE')
  const isNewer = input.schemaVersion > kind.version
  checkSetAside(kind, input, isNewer)
  if (input.identity && !kind.onlineOnly)
    throw refused([{ path: 'identity', code: 'unknownField', text: '这种记录不填姓名、电话，请去掉' }])
  if (isNewer) return readNewer(kind, input, context)
  const sent = { ...lifted(kind, input), ...input.identity }
  // A correction that leaves the identity out leaves it as it is.
  const hasIdentity = identityFields(kind.kind).some((name) => name in sent)
  const without = kind.onlineOnly && input.revision > 1 && !hasIdentity ? 'identity' : undefined
  const checked = validateRecord(kind.kind, sent, without ? { ...context, without } : context)
  if (!checked.ok) throw refused(checked.issues.map((issue) => fieldError(kind.kind, issue)))
  if (checked.payload[kind.dateField] !== input.occurredOn)
    throw refused([
      {
        path: 'occurredOn',
        code: 'date',
        text: `日期和“${kind.fields[kind.dateField]?.label}”不一致，请重新提交`,
      },
    ])
  const { payload, text, identity } = splitPayload(kind.kind, checked.payload)
  return {
    schemaVersion: kind.version,
    occurredOn: input.occurredOn,
    payload,
    text,
    identity: 'name' in identity ? (identity as Identity) : undefined,
  }
}

/** What was not chosen is kept as it was written; so that it is nothing else, it has the fields of the form alone. */
function checkSetAside(kind: RecordKind, { setAside, replaces }: RecordIn, isNewer: boolean): void {
  if (setAside === undefined) return
  const isOfForm = ([name, values]: [string, unknown[]]) =>
    isNewer ||
    (Object.hasOwn(kind.fields, name) &&
      values.every((value) => fieldFault(kind.fields[name] as Field, value) === undefined))
  if (kind.onlineOnly || replaces === undefined || !Object.entries(setAside).every(isOfForm))
    throw refused([{ path: 'setAside', code: 'unknownField', text: '没有选用的内容不对，请重新合并' }])
  if (JSON.stringify(setAside).length > PAYLOAD_LIMIT) throw new DomainError('BODY_TOO_LARGE')
}

/** An older form is lifted to the newest shape on arrival, so that its free text is sealed under the names it has today. */
function lifted(kind: RecordKind, input: RecordIn): Payload {
  if (input.schemaVersion === kind.version) return input.payload
  const { payload } = upcastRecord({
    id: '',
    revision: input.revision,
    kind: input.kind,
    schemaVersion: input.schemaVersion,
    subjectId: input.subjectId,
    areaCode: input.areaCode,
    occurredOn: input.occurredOn,
    receivedAt: null,
    reviewState: 'accepted',
    payload: input.payload,
  })
  return payload
}

/**
 * A phone may be ahead of the server. Its record is kept as it is, and the rules call the parts that read the kind
 * undetermined until the server knows the version. Of a person's record only what holds no words of its own stays
 * readable, field by field and value by value; the rest is sealed, because nobody here knows what it says.
 */
function readNewer(kind: RecordKind, input: RecordIn, context: ValidationContext): RecordContent {
  if (kind.onlineOnly)
    throw refused([{ path: 'schemaVersion', code: 'option', text: '系统正在更新，请过一会儿再登记' }])
  if (!isIsoDate(input.occurredOn) || input.occurredOn > context.today)
    throw refused([{ path: 'occurredOn', code: 'futureDate', text: '日期不能晚于今天' }])
  const content = { schemaVersion: input.schemaVersion, occurredOn: input.occurredOn, identity: undefined }
  if (!isPersonKind(kind.kind)) return { ...content, payload: input.payload, text: {} }
  const entries = Object.entries(input.payload)
  const isReadable = ([name, value]: [string, unknown]) =>
    Object.hasOwn(kind.fields, name) && isWordless(kind.fields[name], value)
  return {
    ...content,
    payload: Object.fromEntries(entries.filter(isReadable)),
    text: Object.fromEntries(entries.filter((entry) => !isReadable(entry))),
  }
}

/** Whether a value is what its field asks for, and that is neither text nor a key somebody could write a name into. */
function isWordless(field: Field | undefined, value: unknown): boolean {
  if (field === undefined || field.class === 'identity' || fieldFault(field, value) !== undefined)
    return false
  if (field.type === 'text' || field.type === 'cadres') return false
  return (field.type !== 'record' && field.type !== 'person') || RecordId.safeParse(value).success
}

export const refused = (errors: FieldError[]): DomainError =>
  new DomainError('INVALID', { count: errors.length }, errors)

/** One field that is wrong for a reason its kind cannot know. */
export const refusedField = (kind: KindId, field: string, text: string): DomainError =>
  refused([{ ...fieldError(kind, { path: [field], code: 'option' }), text }])

/** A field that names a record which is not this person's. */
export const wrongReference = (kind: KindId, field: string): DomainError =>
  refused([fieldError(kind, { path: [field], code: 'option' })])

function fieldError(kind: KindId, issue: Issue): FieldError {
  const [field] = issue.path
  const place = field !== undefined && identityFields(kind).includes(field) ? 'identity' : 'payload'
  return { path: [place, ...issue.path].join('.'), code: issue.code, text: issueText(kind, issue) }
}
