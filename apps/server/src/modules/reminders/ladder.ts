import { addDays, type IsoDate } from '@dfv/rules'
import { weekBegunOn, workingDayFrom, workingDayUpTo } from './working-days.js'

/** What the ladder needs to know of a duty. */
export type LadderDuty = {
  opensOn: IsoDate
  /** Last day in time; of a lapsed window, the day it closed. */
  dueOn: IsoDate
  mendableAfterDue: boolean
  state: 'open' | 'settled' | 'lapsed'
  /** Day on which the server first knew of it. */
  firstSeenOn: IsoDate
  /** The last day of a reason that was given for it and counts no more. */
  explainedUpTo?: IsoDate | undefined
}

export type Audience = 'owner' | 'village-secretary' | 'town-office'
export type Rung =
  | 'opens'
  | 'before-14'
  | 'before-7'
  | 'before-2'
  | 'due'
  | 'after-3'
  | 'after-7'
  | 'missed'
  | 'again'

export type DueRung = { rung: Rung; audience: Audience }

/** Days between two runs: after the first, up to and with the second. */
export type Span = { after: IsoDate; upTo: IsoDate }

type Dated = DueRung & { on: IsoDate }

const BEFORE: readonly { rung: Rung; days: number }[] = [
  { rung: 'before-14', days: 14 },
  { rung: 'before-7', days: 7 },
  { rung: 'before-2', days: 2 },
  { rung: 'due', days: 0 },
]
const SECRETARY_AFTER_DAYS = 3
const TOWN_AFTER_DAYS = 7

/**
 * Rungs of a duty that fall into a span of days. After a gap an owner hears only the latest one: the earlier ones say
 * nothing more. A duty that is done has none; a window that closed unmet is told as a fact and asked for no more. Who is to
 * do something hears of it on a working day before; what is told to others of what was not done waits for one.
 */
export function rungsDue(duty: LadderDuty, span: Span): DueRung[] {
  if (duty.state === 'settled') return []
  if (duty.state === 'lapsed') return missed(duty).filter(within(span)).map(bare)
  const owner = ownerRungs(duty, span.upTo).filter(within(span))
  const latest = owner.reduce<Dated | undefined>(
    (best, rung) => (best === undefined || rung.on >= best.on ? rung : best),
    undefined,
  )
  return [...(latest ? [latest] : []), ...escalations(duty).filter(within(span))].map(bare)
}

/** In the order of urgency, so that of two on one day the more urgent stands. */
function ownerRungs(duty: LadderDuty, today: IsoDate): Dated[] {
  if (today < duty.opensOn) return []
  // Past its day only what can still be mended is asked for.
  if (today > duty.dueOn && !duty.mendableAfterDue) return []
  const opens: Dated = { rung: 'opens', audience: 'owner', on: later(duty.opensOn, duty.firstSeenOn) }
  const before = BEFORE.map(({ rung, days }) => ({ rung, day: addDays(duty.dueOn, -days) }))
    .filter(({ day }) => day >= duty.opensOn)
    .map(({ rung, day }): Dated => ({ rung, audience: 'owner', on: askedOn(day, duty) }))
  const all = [opens, ...before, ...again(duty)]
  return today > duty.dueOn ? all.filter(({ rung }) => rung === 'due' || rung === 'again') : all
}

/** What a reason kept silent is asked for once more when that is over. */
function again({ explainedUpTo }: LadderDuty): Dated[] {
  if (explainedUpTo === undefined) return []
  return [{ rung: 'again', audience: 'owner', on: workingDayFrom(addDays(explainedUpTo, 1)) }]
}

/**
 * A working day up to the rung's own day. Where that is past already when the work can be done, or is first known of, and
 * the own day is still to come, it is said then: else a duty that turns up among days off would never be asked for.
 */
function askedOn(day: IsoDate, { opensOn, firstSeenOn }: LadderDuty): IsoDate {
  const on = later(workingDayUpTo(day), opensOn)
  return firstSeenOn <= day ? later(on, firstSeenOn) : on
}

function escalations(duty: LadderDuty): Dated[] {
  if (!duty.mendableAfterDue) return []
  return [
    {
      rung: 'after-3',
      audience: 'village-secretary',
      on: workingDayFrom(later(addDays(duty.dueOn, SECRETARY_AFTER_DAYS), duty.firstSeenOn)),
    },
    {
      rung: 'after-7',
      audience: 'town-office',
      on: workingDayFrom(later(addDays(duty.dueOn, TOWN_AFTER_DAYS), duty.firstSeenOn)),
    },
  ]
}

function missed(duty: LadderDuty): Dated[] {
  const on = workingDayFrom(later(addDays(duty.dueOn, 1), duty.firstSeenOn))
  return [
    { rung: 'missed', audience: 'village-secretary', on },
    { rung: 'missed', audience: 'town-office', on },
  ]
}

const within =
  ({ after, upTo }: Span) =>
  ({ on }: Dated): boolean =>
    after < on && on <= upTo
const bare = ({ rung, audience }: Dated): DueRung => ({ rung, audience })
const later = (a: IsoDate, b: IsoDate): IsoDate => (a > b ? a : b)

/** Monday of the latest week whose first working day lies in a span; undefined when there is none. */
export function latestWeek({ after, upTo }: Span): IsoDate | undefined {
  for (let day = upTo; day > after; day = addDays(day, -1)) {
    const monday = weekBegunOn(day)
    if (monday !== undefined) return monday
  }
  return undefined
}
