import { isKindId } from './kind-id.ts'
import type { Field, Issue, KindId } from './record-kind.ts'
import { RECORD_KINDS } from './record-kinds.ts'

const verbOf = (field: Field): string => (field.type === 'text' || field.type === 'count' ? '填' : '选择')

function missingText(field: Field): string {
  return field.requiredText ?? `请${verbOf(field)}${field.label}`
}

function fieldIssueText(kind: KindId, field: Field, issue: Issue): string {
  const { label } = field
  const { min, max, other } = issue.params ?? {}
  switch (issue.code) {
    case 'required':
      return missingText(field)
    case 'type':
    case 'notInteger':
      return field.type === 'count' ? `${label}要填整数，比如 35` : `${label}填得不对，请重新${verbOf(field)}`
    case 'option':
      return `${label}里没有这一项，请重新选择`
    case 'date':
    case 'month':
      return `${label}不对，请重新选择`
    case 'tooShort':
      return `${label}至少写${min}个字`
    case 'tooLong':
      return `${label}最多写${max}个字`
    case 'tooSmall':
      return `${label}不能小于${min}`
    case 'tooLarge':
      return `${label}不能大于${max}`
    case 'tooFew':
      return field.type === 'cadres' && min === 2 ? missingText(field) : `${label}至少选${min}项`
    case 'tooMany':
      return `${label}最多选${max}项`
    case 'duplicate':
      return `${label}里有重复的，请去掉一个`
    case 'pattern':
      return `${label}的写法不对，请检查后重填`
    case 'futureDate':
      return field.label.endsWith('日期') ? `${label}不能晚于今天` : `“${label}”不能晚于今天`
    case 'beforeBirth':
      return `“${label}”早于出生年份，请检查`
    case 'beforeRegistration':
      return `“${label}”早于登记日期，请检查`
    case 'before':
      return `“${label}”要晚于“${RECORD_KINDS[kind].fields[`${other}`]?.label ?? ''}”，请检查`
    case 'birthYear':
      return '出生年份晚于登记日期，请检查'
    case 'futureMonth':
      return '这个月还没到，请选择已经开始的月份'
    case 'hiddenField':
      return `按您选的情况，不用填“${label}”，请去掉`
    case 'unknownField':
    case 'notAnObject':
      return `“${label}”不在这里填，请去掉`
  }
}

/** The Chinese sentence that says what to do about an issue. */
export function issueText(kind: KindId, issue: Issue): string {
  const name = issue.path[0]
  const field = isKindId(kind) && name !== undefined ? RECORD_KINDS[kind].fields[name] : undefined
  if (field !== undefined) return fieldIssueText(kind, field, issue)
  if (issue.code === 'notAnObject') return '收到的内容不完整，请重新填写后再发'
  return `没有“${name ?? ''}”这一项，请把小程序更新到新版后再发`
}
