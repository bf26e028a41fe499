import { z } from 'zod'
import { DomainError, type FieldError } from './domain-error.js'

const MISSING = '这一项没有填，请填上。'
const WRONG = '这一项填得不对，请改一下。'
/** Enough for any form; a hostile body could otherwise make an answer longer than itself. */
const MAX_ISSUES = 50

const TYPE_TEXTS: Record<string, string> = {
  string: '这一项要填文字。',
  number: '这一项要填数字。',
  int: '这一项要填整数。',
  boolean: '这一项只能选是或否。',
  array: '这一项要是一个列表。',
  object: '这一项的内容不完整，请重新填写。',
}

const FORMAT_TEXTS: Record<string, string> = {
  date: '日期要像2026-11-23这样填，而且要有这一天。',
  datetime: '时间的格式不对，请重新选择。',
  uuid: '编号的格式不对，请刷新后再试。',
}

type RawIssue = z.core.$ZodRawIssue

/** An issue of any Standard Schema; zod's carry a code. */
type Issue = {
  readonly message: string
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[]
  readonly code?: unknown
}

/** What to do about an issue, in Chinese. A sentence given with the schema itself goes before these. */
function sentence(issue: RawIssue): string {
  if (issue.input === undefined && issue.code === 'invalid_type') return MISSING
  switch (issue.code) {
    case 'invalid_type':
      return TYPE_TEXTS[issue.expected] ?? WRONG
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum))
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum))
    case 'invalid_value':
      return '请从给出的选项里选一个。'
    case 'invalid_format':
      return FORMAT_TEXTS[issue.format] ?? WRONG
    default:
      return WRONG
  }
}

function tooSmall(origin: string, minimum: number): string {
  if (origin === 'string') return minimum === 1 ? MISSING : `至少要${minimum}个字。`
  if (origin === 'array') return `至少要有${minimum}项。`
  return `不能小于${minimum}。`
}

function tooBig(origin: string, maximum: number): string {
  if (origin === 'string') return `最多${maximum}个字，请写短一点。`
  if (origin === 'array') return `最多${maximum}项，请分几次提交。`
  return `不能大于${maximum}。`
}

/** Lets every schema say in Chinese what is wrong. */
export function speakChinese(): void {
  z.config({ customError: sentence })
}

const isChinese = (text: string): boolean => /[\u4e00-\u9fff]/.test(text)

/** What a schema found wrong with a request, one entry a field. */
export function validationError(issues: readonly Issue[]): DomainError {
  const errors = issues.slice(0, MAX_ISSUES).map(toFieldError)
  return new DomainError('INVALID', { count: issues.length }, errors)
}

function toFieldError(issue: Issue): FieldError {
  const path = (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.')
  const text = isChinese(issue.message) ? issue.message : WRONG
  const code = typeof issue.code === 'string' ? issue.code : 'invalid'
  return { path, code: code === 'invalid_type' && text === MISSING ? 'required' : code, text }
}
