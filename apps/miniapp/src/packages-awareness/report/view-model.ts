import type { State } from '@dfv/rules'
import type { AwarenessMissing, AwarenessReport, KnownItem, PeopleAwareness, StateCounts } from '@/shared/api'
import { awareness as copy, states } from '@/shared/copy'
import { showDate } from '@/shared/format'
import { showHigh, showLow, showRate } from '@/shared/format/interval'
import { intervalBar } from '@/shared/ui/interval-bar'

export type ItemLine = { stem: string; note: string; basis: string }
export type PeopleView = {
  audience: 'resident' | 'migrant'
  title: string
  state: State | null
  /** The rate in words; the picture repeats it. */
  sentence: string
  bar: { image: string; label: string } | null
  /** What the rate rests on, one thing a line. */
  grounds: string[]
  channels: { name: string; value: string }[]
  /** Who did not answer, and answers that want a second look. */
  remarks: string[]
  trend: { name: string; value: string }[]
  items: ItemLine[]
  missing: string[]
}

const present = (...lines: (string | false | null)[]): string[] =>
  lines.filter((line): line is string => typeof line === 'string' && line !== '')

const villageStates = ({ met, notMet, undetermined }: StateCounts): string =>
  copy.villageStates(met, notMet, undetermined)

export const itemLines = (items: readonly KnownItem[]): ItemLine[] =>
  items.map(({ stem, basis, asked, correct }) => ({ stem, basis, note: copy.itemKnown(correct, asked) }))

export const missingLines = (missing: readonly AwarenessMissing[]): string[] =>
  missing.map(({ code, count }) => copy.missingOf[code](count ?? 0))

function remarksOf({ response, shared, again }: PeopleAwareness): string[] {
  const silent =
    response === null
      ? []
      : (['open', 'refused', 'unreachable', 'ineligible'] as const)
          .filter((name) => response[name] > 0)
          .map((name) => copy.notAnswered[name](response[name]))
  return present(
    response !== null && `${[copy.response(response.drawn, response.answered), ...silent].join('，')}。`,
    response !== null &&
      response.lowest !== null &&
      silent.length > 0 &&
      // While most are still to be asked, silence says nothing.
      response.answered * 2 >= response.drawn &&
      `${copy.lowest(showRate(response.lowest))}。`,
    shared.valid > 0 && copy.shared(shared.valid, shared.aware),
    again > 0 && copy.again(again),
  )
}

/** Residents or migrant workers: the rate first, then everything it rests on. */
export function peopleView(given: PeopleAwareness, today: string): PeopleView {
  const { rate, valid, targetPercent, sampleNeeded, population, countedOn } = given
  const isArea = given.state === null
  const sentence =
    rate === null
      ? isArea
        ? copy.noAreaRate
        : copy.deciding.none
      : copy.trendRate(showRate(rate.rate), showLow(rate.low), showHigh(rate.high), valid)
  return {
    audience: given.audience,
    title: copy.people[given.audience],
    state: given.state,
    sentence,
    bar: rate && {
      image: intervalBar({ ...rate, target: targetPercent / 100 }),
      label: `${copy.people[given.audience]}，${sentence}，${copy.target(targetPercent)}`,
    },
    grounds: present(
      copy.target(targetPercent),
      given.villages && villageStates(given.villages),
      rate !== null && (isArea ? copy.areaRate : copy.deciding[given.deciding]),
      sampleNeeded === null ? copy.valid(valid) : copy.sample(valid, sampleNeeded),
      population !== null &&
        (countedOn === null
          ? copy.population(population)
          : copy.counted(population, showDate(countedOn, today))),
      given.state === 'notMet' && given.needed !== null && given.needed > 0 && copy.moreNeeded(given.needed),
    ),
    channels: given.channels.map(({ channel, valid: given, aware }) => ({
      name: copy.channels[channel],
      value: copy.channelCounts(given, aware),
    })),
    remarks: remarksOf(given),
    trend: trendOf(given),
    items: itemLines(given.items),
    missing: missingLines(given.missing),
  }
}

/** A trend is shown from the second year on. */
function trendOf({ trend }: PeopleAwareness): PeopleView['trend'] {
  if (trend.length < 2) return []
  return trend.map(({ year, valid, rate }) => ({
    name: copy.trendYear(year),
    value: rate
      ? copy.trendRate(showRate(rate.rate), showLow(rate.low), showHigh(rate.high), valid)
      : valid === 0
        ? copy.trendNone
        : copy.trendFew(valid),
  }))
}

type Census = { title: string; state: State | null; lines: string[]; missing: string[] }

export function venueView({ venue }: AwarenessReport): Census {
  const { state, villages, targetPercent, staff, tested, aware, venues, missing } = venue
  return {
    title: copy.venue,
    state,
    lines: present(
      copy.target(targetPercent),
      villages && villageStates(villages),
      venues > 0 && copy.venueSum(staff, tested, aware),
      state === 'notApplicable' && copy.noVenue,
    ),
    missing: missingLines(missing),
  }
}

export function schoolView({ student }: AwarenessReport): Census {
  const { state, villages, targetPercent, schools, aware, answers, missing } = student
  return {
    title: copy.student,
    state,
    lines: present(
      copy.target(targetPercent),
      villages && villageStates(villages),
      schools > 0 && copy.schoolSum(schools, aware, answers),
      state === 'notApplicable' && copy.noSchool,
    ),
    missing: missingLines(missing),
  }
}

/** 群众 达标 · 外来 待判定 · 场所 未达标 · 学校 达标 */
export const villageNote = (village: AwarenessReport['villages'][number]): string =>
  copy.villageLine(
    (['resident', 'migrant', 'venue', 'student'] as const).map(
      (name) => `${copy.short[name]} ${states[village[name]]}`,
    ),
  )
