import { common } from '@/shared/copy'
import { chinaDate, chinaTime } from '@/shared/platform'

const WEEKDAYS = '日一二三四五六'
const DAY_MS = 86_400_000

const civilMillis = (date: string) => Date.parse(`${date}T00:00:00Z`)
export const daysBetween = (from: string, to: string) =>
  Math.round((civilMillis(to) - civilMillis(from)) / DAY_MS)
export const addDays = (date: string, days: number) =>
  new Date(civilMillis(date) + days * DAY_MS).toISOString().slice(0, 10)

const parts = (date: string) => {
  const [year = '', month = '', day = ''] = date.split('-')
  return { year, month: String(Number(month)), day: String(Number(day)) }
}

/** 11月30日, with the year only when it is not this one. */
export function showDate(date: string, today: string): string {
  const { year, month, day } = parts(date)
  return `${year === today.slice(0, 4) ? '' : `${year}年`}${month}月${day}日`
}
/** 11月30日(周一) */
export function showDateWithWeekday(date: string, today: string): string {
  return `${showDate(date, today)}（周${WEEKDAYS[new Date(civilMillis(date)).getUTCDay()]}）`
}
export const showWeekday = (date: string) => `周${WEEKDAYS[new Date(civilMillis(date)).getUTCDay()]}`
/** 2026-11 → 11月 */
export function showMonth(month: string, today: string): string {
  const { year, month: number } = parts(`${month}-01`)
  return `${year === today.slice(0, 4) ? '' : `${year}年`}${number}月`
}

/** 11—12月 in a cell a thumb wide: 11–12. The label beside it keeps the words. */
export const shortPeriod = (period: string) => period.replace('—', '–').replace(/月$/, '')

/** 11月22日 18:40 from an instant; 今天 14:05 on the same day. */
export function showInstant(instant: string | number, today: string): string {
  const millis = typeof instant === 'number' ? instant : Date.parse(instant)
  const date = chinaDate(millis)
  return `${date === today ? common.today : showDate(date, today)} ${chinaTime(millis)}`
}

/** 今天 · 明天 · 还有3天 · 逾期3天 */
export function showDue(dueOn: string, today: string): string {
  const days = daysBetween(today, dueOn)
  if (days < 0) return `逾期${-days}天`
  if (days === 0) return common.today
  if (days === 1) return common.tomorrow
  return `还有${days}天`
}
