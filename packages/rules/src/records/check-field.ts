import { isIsoDate, isIsoMonth } from '../core/iso-date.ts'
import type { FieldRule, Issue, IssueCode, Payload } from './record-kind.ts'

const AREA = /^\d{2}(\d{2}(\d{2}(\d{3}(\d{3}(G\d{3})?)?)?)?)?$/
/** An attachment's id, made on the phone: a UUID in lower case, so that no words can stand in its place. */
const ATTACHMENT_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const ID = /^[0-9A-Za-z_-]{1,64}$/
/** Control characters never belong in text; line breaks only in multi-line fields. */
function hasControl(text: string, multiline: boolean): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 127 || (code < 32 && !(multiline && (code === 9 || code === 10 || code === 13)))) return true
  }
  return false
}

type Fault = (Omit<Issue, 'path'> & { at?: string }) | undefined
const fault = (code: IssueCode, params?: Record<string, string | number>): Fault =>
  params ? { code, params } : { code }

const isOption = (field: FieldRule, value: unknown): boolean =>
  (field.options as NonNullable<FieldRule['options']>).some((option) => option.value === value)

function textFault(field: FieldRule, value: unknown): Fault {
  if (typeof value !== 'string') return fault('type')
  if (value.trim() === '') return fault('required')
  if (hasControl(value, field.multiline === true)) return fault('pattern')
  if (field.maxLength !== undefined && value.length > field.maxLength)
    return fault('tooLong', { max: field.maxLength })
  if (field.min !== undefined && value.length < field.min) return fault('tooShort', { min: field.min })
  return field.pattern === undefined || new RegExp(`^(?:${field.pattern})$`).test(value)
    ? undefined
    : fault('pattern')
}

function countFault(field: FieldRule, value: unknown): Fault {
  if (typeof value !== 'number') return fault('type')
  if (!Number.isSafeInteger(value)) return fault('notInteger')
  if (field.min !== undefined && value < field.min) return fault('tooSmall', { min: field.min })
  return field.max !== undefined && value > field.max ? fault('tooLarge', { max: field.max }) : undefined
}

function listFault(field: FieldRule, value: unknown, isEntry: (entry: unknown) => boolean): Fault {
  if (!Array.isArray(value)) return fault('type')
  for (let index = 0; index < value.length; index++) {
    if (typeof value[index] !== 'string') return { code: 'type', at: `${index}` }
    if (!isEntry(value[index])) return { code: 'option', at: `${index}` }
    if (value.indexOf(value[index]) !== index) return { code: 'duplicate', at: `${index}` }
  }
  if (value.length === 0 && !field.optional) return fault('required')
  if (value.length < (field.min ?? 0)) return fault('tooFew', { min: field.min as number })
  return field.max !== undefined && value.length > field.max
    ? fault('tooMany', { max: field.max })
    : undefined
}

function patternFault(value: unknown, pattern: RegExp): Fault {
  if (typeof value !== 'string') return fault('type')
  return pattern.test(value) ? undefined : fault('pattern')
}

/** What is wrong with a value that is there, judged by its field alone. @returns undefined when nothing is. */
export function fieldFault(field: FieldRule, value: unknown): Fault {
  switch (field.type) {
    case 'text':
      return textFault(field, value)
    case 'count':
      return countFault(field, value)
    case 'date':
      return isIsoDate(value) ? undefined : fault(typeof value === 'string' ? 'date' : 'type')
    case 'month':
      return isIsoMonth(value) ? undefined : fault(typeof value === 'string' ? 'month' : 'type')
    case 'choice':
      return typeof value !== 'string' ? fault('type') : isOption(field, value) ? undefined : fault('option')
    case 'multi':
      return listFault(field, value, (entry) => isOption(field, entry))
    case 'cadres':
      return listFault(field, value, (entry) => ID.test(entry as string))
    case 'photos':
      return listFault(field, value, (entry) => ATTACHMENT_ID.test(entry as string))
    case 'flag':
      return typeof value === 'boolean' ? undefined : fault('type')
    case 'record':
    case 'person':
      return patternFault(value, ID)
    case 'area':
      return patternFault(value, AREA)
  }
}

/** Whether a field exists for these values: it has no condition, or the field it hangs on shows one of its values. */
export const isShown = ({ showWhen }: FieldRule, payload: Payload): boolean =>
  showWhen === undefined || showWhen.in.includes(payload[showWhen.field] as string)
