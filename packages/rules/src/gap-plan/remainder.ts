import {
  addDays,
  addMonthsToMonth,
  type IsoDate,
  isoOf,
  lastDayOfMonth,
  monthOf,
  parseDay,
} from '../core/iso-date.ts'
import type { AsOf } from '../registers/village.ts'
import type { PartOutcome, Scorecard } from '../scorecard.ts'
import { assess } from '../standards/assess.ts'
import { leftBy } from './mending.ts'
import type { Remainder, RemainderWhy } from './plan.ts'

const HARDEST_FIRST: readonly RemainderWhy[] = ['lost', 'date', 'review', 'fact', 'paper', 'other']

const isWithoutPatrol = ({ parts }: Scorecard): boolean =>
  parts.some(({ missing }) => missing.some(({ code }) => code === 'patrol'))

/** The first day on which a month with patrols is judged; the month of `asOf` is the last that work can still reach. */
function patrolsJudgedOn(part: PartOutcome, ledger: unknown, options: AsOf): IsoDate | undefined {
  const grace = part.policy.find(({ id }) => id === 'graceDays')?.value as number
  const judged = part.missing.find(({ code }) => code === 'patrol')!.period!
  for (
    let month = addMonthsToMonth(judged, 1);
    month <= monthOf(options.asOf);
    month = addMonthsToMonth(month, 1)
  ) {
    const on = addDays(lastDayOfMonth(month), grace)
    if (!isWithoutPatrol(assess(ledger, { ...options, asOf: on }))) return on
  }
  return undefined
}

/** The day on which the last of those below three years has them full. */
function threeYearsOn({ missing }: PartOutcome): IsoDate | undefined {
  const days = missing
    .filter(({ code }) => code === 'belowThreeYears')
    .map(({ params }) => parseDay(params!.on))
  return days.length === 0 ? undefined : isoOf(Math.max(...days))
}

/** Why a part stays unmet when everything that can be done is done. @param ledger with what the steps leave */
export function remainderOf(part: PartOutcome, ledger: unknown, options: AsOf): Remainder {
  const { id, state, missing, reason } = part
  const reasons = missing.map(leftBy)
  const why = HARDEST_FIRST.find((one) => reasons.includes(one)) ?? 'other'
  const on =
    why !== 'date'
      ? undefined
      : missing.some(({ code }) => code === 'patrol')
        ? patrolsJudgedOn(part, ledger, options)
        : threeYearsOn(part)
  // A day of another year does not help this one.
  const isThisYear = on === undefined || on.slice(0, 4) === options.asOf.slice(0, 4)
  return {
    part: id,
    why: isThisYear ? why : 'lost',
    state,
    missing,
    ...(on === undefined ? {} : { on }),
    ...(reason === undefined ? {} : { reason }),
  }
}

export const byHardness = (a: Remainder, b: Remainder): number =>
  HARDEST_FIRST.indexOf(a.why) - HARDEST_FIRST.indexOf(b.why)
