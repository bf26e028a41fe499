import type { Calendar, TownYear, VillageYearLine } from '@/shared/api'
import { year as copy } from '@/shared/copy'
import type { SummaryLine } from '@/shared/ui'
import { scoreText } from '../points'
import { STATE_TEXTS, stateText } from '../state-text'

/** How many villages stand at which step, in the order of the steps. */
export const countLines = (villages: readonly VillageYearLine[]): string[] =>
  STATE_TEXTS.flatMap((text) => {
    const count = villages.filter((village) => stateText(village) === text).length
    return count === 0 ? [] : [copy.counts(count, text)]
  })

/** A village in one line below its name. */
export const villageNote = (line: VillageYearLine): string =>
  [
    stateText(line),
    ...(line.freeze
      ? [copy.frozenAt(scoreText(line.freeze.points))]
      : line.claimedPoints === null
        ? []
        : [copy.claimed(scoreText(line.claimedPoints))]),
    ...(line.returned > 0 ? [copy.returned(line.returned)] : []),
    ...(line.resultWaits ? [copy.resultWaitsShort] : []),
    ...(line.result ? [copy.result(copy.results[line.result.kind], line.result.document)] : []),
    ...(line.openAppeals > 0 ? [copy.openAppeals(line.openAppeals)] : []),
    ...(line.findings > 0 ? [copy.foundOnSpot(line.findings)] : []),
    line.plaque,
  ].join(' · ')

export type CalendarForm = Omit<Calendar, 'publicityDays'> & { publicityDays: string }

const USUAL_PUBLICITY_DAYS = 7

/** The days a town usually keeps: the year to its last day, then a month for each step. */
export function calendarOf({ cycle }: Pick<TownYear, 'cycle'>, year: number): CalendarForm {
  if (cycle) {
    const { asOf, submitBy, reviewBy, resultBy, publicityDays } = cycle
    return { asOf, submitBy, reviewBy, resultBy, publicityDays: String(publicityDays) }
  }
  return {
    asOf: `${year}-12-31`,
    submitBy: `${year + 1}-01-10`,
    reviewBy: `${year + 1}-01-31`,
    resultBy: `${year + 1}-02-28`,
    publicityDays: String(USUAL_PUBLICITY_DAYS),
  }
}

const MOST_PUBLICITY_DAYS = 60

const wholeIn = (text: string, most: number): number | null => {
  const count = /^\d{1,4}$/.test(text.trim()) ? Number(text) : 0
  return count >= 1 && count <= most ? count : null
}

export function checkCalendar(form: CalendarForm): SummaryLine[] {
  return wholeIn(form.publicityDays, MOST_PUBLICITY_DAYS) === null
    ? [{ field: 'publicityDays', text: copy.daysMissing }]
    : []
}

export const calendarIn = (form: CalendarForm): Calendar => ({
  ...form,
  publicityDays: Number(form.publicityDays),
})

/** @returns null when it is no number of villages that can be drawn */
export const drawCount = (text: string, villages: number): number | null => wholeIn(text, villages)

/** Every year that was begun, and the present one. */
export const yearChoices = (years: readonly number[], shown: number, today: string): number[] =>
  [...new Set([...years, Number(today.slice(0, 4))])].filter((one) => one !== shown).sort((a, b) => b - a)
