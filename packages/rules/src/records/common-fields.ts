import type { Field, Option } from './record-kind.ts'

/** The day something happened: today unless changed, never later. */
export const dateToday = (label: string, extra: Partial<Field> = {}): Field => ({
  type: 'date',
  label,
  class: 'open',
  prefill: 'today',
  requiredText: '请选择日期',
  ...extra,
})

export const choice = (label: string, options: readonly Option[], extra: Partial<Field> = {}): Field => ({
  type: 'choice',
  label,
  class: 'open',
  options,
  ...extra,
})

/** Optional free text about a person: stored sealed, never read by the rules. */
export const caseText = (label: string, maxLength: number, extra: Partial<Field> = {}): Field => ({
  type: 'text',
  label,
  class: 'case',
  maxLength,
  ...extra,
})

/** Number or name of the paper a fact rests on. */
export const sourceDocument = (help: string, extra: Partial<Field> = {}): Field =>
  caseText('依据的文书', 60, { help, requiredText: '请写明文书名称或文号', ...extra })

export const YES_NO: readonly Option[] = [
  { value: 'yes', label: '是' },
  { value: 'no', label: '不是' },
]

export const NO_FAMILY_REASONS: readonly Option[] = [
  { value: 'no-relatives', label: '没有家里人' },
  { value: 'relatives-away', label: '家里人都在外地' },
  { value: 'declined', label: '家里人不愿参加' },
  { value: 'other', label: '其他原因' },
]

/** Optional free text about no person. */
export const openText = (label: string, maxLength: number, extra: Partial<Field> = {}): Field => ({
  type: 'text',
  label,
  class: 'open',
  maxLength,
  ...extra,
})

/** More says nothing more about one event, and nine make three rows on a phone. */
const MOST_PHOTOS = 9

/** Photos of what was done: ids of attachments that follow the record. Never asked for, never counted, never scored. */
export const photos = (help: string, extra: Partial<Field> = {}): Field => ({
  type: 'photos',
  label: '照片',
  class: 'open',
  optional: true,
  max: MOST_PHOTOS,
  help,
  ...extra,
})

/** The signed paper of a record about a person; a picture of him is not wanted. */
export const paperScans = (): Field =>
  photos('只拍签过字的纸，不拍人。', { label: '纸质记录', class: 'case' })

/** A yes or no that decides. */
export const yesNo = (label: string, requiredText: string, extra: Partial<Field> = {}): Field =>
  choice(label, YES_NO, { decides: true, requiredText, ...extra })

/** The year a paper or figure belongs to. */
export const yearField = (label = '哪一年'): Field => ({
  type: 'count',
  label,
  class: 'open',
  min: 2000,
  max: 2199,
  prefill: 'duty',
  requiredText: '请填是哪一年的，比如 2026',
})

/** A number of things, zero included. */
export const number = (label: string, extra: Partial<Field> = {}): Field => ({
  type: 'count',
  label,
  class: 'open',
  min: 0,
  max: 10_000_000,
  requiredText: `${label}要填整数，没有就填 0`,
  ...extra,
})

export const optionalNote = (help?: string): Field =>
  openText('要补充的话', 200, { optional: true, multiline: true, ...(help === undefined ? {} : { help }) })

export const caseNote = (): Field => caseText('要补充的话', 200, { optional: true, multiline: true })
