import type { IsoDate } from '@dfv/rules'

/** Values of a text: counts, dates and nothing that names or describes a person. */
export type TextParams = {
  count?: number
  /** The assessment year it is about; not said. */
  year?: number
  villages?: number
  dueOn?: IsoDate
  days?: number
  /** Due within the week that has begun. */
  soon?: number
  /** Not all are late by the same number of days: `days` is the smallest. */
  atLeast?: boolean
}

export const TEXT_KEYS = [
  'duty.opens',
  'duty.before',
  'duty.due',
  'duty.late',
  'duty.after-3',
  'duty.after-7',
  'duty.missed',
  'duty.missed-town',
  'duty.handed',
  'duty.still-open',
  'digest.week',
  'record.returned',
  'record.remarked',
  'pledge.sealed',
  'pledge.remind',
  'feedback.new',
  'feedback.answered',
  'handover',
  'plaque.moved',
  'plaque.moved-town',
  'plaque.waits',
  'plaque.confirmed',
  'plaque.returned',
  'questions.wait',
  'order.issued',
  'order.answered',
  'order.returned',
  'order.closed',
  'order.withdrawn',
  'year.due',
  'year.late',
  'year.late-town',
  'year.review-town',
  'year.handed-in',
  'year.returned',
  'year.endorsed',
  'year.corrected',
  'year.appealed',
  'year.decided',
  'year.decided-town',
  'year.closed',
  'year.appeal',
  'year.appeal-last',
  'year.appeal-town',
  'year.appeal-last-town',
  'order.before',
  'order.late',
  'order.late-office',
] as const
export type TextKey = (typeof TEXT_KEYS)[number]

type Style = { today: IsoDate /** Also when it is not this year. */; withoutYear?: boolean }
type Render = (params: TextParams, style: Style) => string

/**
 * Sentences of inbox and lock screen. Families and neighbours read those too, so none says what the work is, whom it is
 * about, or names a village.
 */
const TEXTS: Record<TextKey, Render> = {
  'duty.opens': (p) => `您有${p.count}项新的工作可以办理`,
  'duty.before': (p, style) => `您有${p.count}项工作将于${day(p.dueOn, style)}到期`,
  'duty.due': (p, style) => `您有${p.count}项工作${dueDay(p.dueOn, style)}到期`,
  'duty.late': (p) => `您有${p.count}项工作已过期，请补办`,
  'duty.after-3': (p) => `本村有${p.count}项工作已过期${p.days}天${p.atLeast ? '以上' : ''}`,
  'duty.after-7': (p) => `有${p.villages}个村的工作过期满7天`,
  'duty.missed': (p) => `本村有${p.count}项工作错过了期限`,
  'duty.missed-town': (p) => `有${p.villages}个村的工作错过了期限`,
  'duty.handed': () => '有1项工作交给您办',
  'duty.still-open': () => '您有1项工作还要办，请看一下',
  'digest.week': (p, style) =>
    style.withoutYear || !(p.count || p.soon)
      ? '本周各村工作汇总已生成'
      : `本周各村工作：已过期${p.count}项，本周到期${p.soon}项`,
  'record.returned': (p) => `您有${p.count ?? 1}条记录需要修改`,
  'record.remarked': () => '有一条新留言',
  'pledge.sealed': () => '您签的文件已封存',
  'pledge.remind': () => '您有1份文件等您签名',
  'feedback.new': () => '有群众写来的意见要答复',
  'feedback.answered': () => '您写的意见有答复了',
  'plaque.moved': () => '本村的考核结果有更新',
  'plaque.moved-town': () => '有1个村的考核结果有更新',
  'plaque.waits': () => '有1条录入待第二人确认，请您看一下',
  'plaque.confirmed': () => '您录入的1条已由另一位确认',
  'plaque.returned': () => '您录入的1条被退回，请看一下',
  'questions.wait': () => '有题目等您审核',
  'order.issued': (p, style) => `有1项交办的工作${day(p.dueOn, style)}前要答复`,
  'order.answered': () => '有1项交办的工作已答复',
  'order.returned': (p, style) => `有1项交办的工作要再办，${day(p.dueOn, style)}前`,
  'order.closed': () => '有1项交办的工作已办结',
  'order.withdrawn': () => '有1项交办的工作已撤回',
  'year.due': (p, style) => `本村的年度自评最晚${day(p.dueOn, style)}交`,
  'year.late': () => '本村的年度自评已过期，请补交',
  'year.late-town': (p) => `有${p.count}个村的年度自评还没交`,
  'year.review-town': (p) => `有${p.count}个村的年度自评等镇里审核`,
  'year.handed-in': () => '有1个村交了年度自评，等镇里审核',
  'year.returned': () => '本村的年度自评退回了，请修改后再交',
  'year.endorsed': () => '本村的年度自评已审核上报',
  'year.corrected': () => '本村的年度考核有更正',
  'year.appealed': () => '有1条考核意见等您答复',
  'year.decided': () => '本村考核的意见有答复了',
  'year.decided-town': () => '有1个村考核的意见有答复了',
  'year.closed': () => '本村的年度考核已办结',
  'year.appeal': (p, style) => `年度考核已公示，意见收到${day(p.dueOn, style)}`,
  'year.appeal-last': (p, style) => `年度考核的意见最晚${dueDay(p.dueOn, style)}提`,
  'year.appeal-town': (p, style) => `村里考核已公示，意见收到${day(p.dueOn, style)}`,
  'year.appeal-last-town': (p, style) => `有${p.count}个村的考核公示${dueDay(p.dueOn, style)}结束`,
  'order.before': (p, style) => `有1项交办的工作${dueDay(p.dueOn, style)}到期，请答复`,
  'order.late': () => '有1项交办的工作已过期，请尽快答复',
  'order.late-office': () => '有1项交办的工作已过期，村里还没答复',
  handover: (p) => `您接手了${p.count}项还没办完的工作`,
}

export function reminderText(key: TextKey, params: TextParams, today: IsoDate): string {
  return TEXTS[key](params, { today })
}

/** 11月30日, with the year when it is not this one. */
function day(date: IsoDate | undefined, { today, withoutYear }: Style): string {
  if (date === undefined) return ''
  const [year, month, dayOfMonth] = date.split('-').map(Number)
  const short = `${month}月${dayOfMonth}日`
  return withoutYear || date.slice(0, 4) === today.slice(0, 4) ? short : `${year}年${short}`
}

const dueDay = (date: IsoDate | undefined, style: Style): string =>
  date === style.today ? '今天' : day(date, style)

/** What one message says of several notifications. */
export type MessagePart = { key: TextKey; params: TextParams }

const ABOUT_DUE: ReadonlySet<TextKey> = new Set(['duty.before', 'duty.due', 'order.before'])

/**
 * One sentence for all of a person's news of the day.
 * @returns the sentence, and the date it is about
 */
export function messageText(parts: readonly MessagePart[], today: IsoDate): { text: string; due: IsoDate } {
  const [first, ...more] = parts
  // 20 characters have to do, and the date stands beside them in full.
  const style = { today, withoutYear: true }
  const due = earliest(parts) ?? today
  if (!first) throw new RangeError('a message needs something to say')
  if (more.length === 0) return { text: TEXTS[first.key](first.params, style), due }
  const count = parts.reduce((sum, { params }) => sum + (params.count ?? params.villages ?? 1), 0)
  if (parts.some(({ key }) => !ABOUT_DUE.has(key))) return { text: `您有${count}项事情要看`, due }
  const when = due === today ? '今天' : day(due, style)
  const lead = parts.every(({ params }) => params.dueOn === due) ? '将于' : '最早'
  return { text: `您有${count}项工作${lead}${when}到期`, due }
}

function earliest(parts: readonly MessagePart[]): IsoDate | undefined {
  return parts
    .flatMap(({ params }) => params.dueOn ?? [])
    .sort()
    .at(0)
}
