import {
  addDays,
  addMonths,
  daysBetween,
  type IsoDate,
  lastDayOfMonth,
  type Payload,
  yearOf,
} from '@dfv/rules'
import type { CastKey } from '../seed-data/demo-town.js'
import { type CyclePlan, dayAgo, type StatusPlan } from '../seed-data/person-plan.js'
import { TALK_NOTES, TALK_SITUATIONS } from '../seed-data/village-plans.js'
import { castAccountId } from './cast-ids.js'
import { type Cast, isSupport, statusDays, threeYearsOn } from './person-story.js'
import { pick, pickOne } from './seed-ids.js'
import type { Stage } from './village-story.js'

const HOUR = 60
/** Visits begin when the first files are in order. */
const FIRST_VISIT_DAY = 10
/** A duty that was owed only for the tail of a cycle needs no visit. */
const FEWEST_DAYS = 15

type Cycle = { key: string; from: IsoDate; to: IsoDate; ago: number }
type Visit = { name: string; on: IsoDate; status: StatusPlan; enteredOn: IsoDate }

/** Two months each, from the one in which the ledger begins to the one that runs. `to` is the last day. */
function cyclesOf(startOn: IsoDate, today: IsoDate): Cycle[] {
  const cycles: Omit<Cycle, 'ago'>[] = []
  const firstMonth = Number(startOn.slice(5, 7))
  const first = `${yearOf(startOn)}-${String(firstMonth - ((firstMonth + 1) % 2)).padStart(2, '0')}-01`
  for (let from = first; from <= today; from = addMonths(from, 2)) {
    const number = (Number(from.slice(5, 7)) + 1) / 2
    cycles.push({
      key: `${yearOf(from)}-C${number}`,
      from,
      to: lastDayOfMonth(addMonths(from, 1).slice(0, 7)),
    })
  }
  return cycles.map((cycle, index) => ({ ...cycle, ago: cycles.length - 1 - index }))
}

/** The talks and tests of a year. */
export function cycleStory(stage: Stage, person: Cast): void {
  const { plan } = person
  const until = threeYearsOn(stage, plan.abstinentSince)
  for (const cycle of cyclesOf(stage.startOn, stage.today)) {
    const to = earlier(cycle.to, stage.today)
    const at = statusAt(stage, person, to)
    if (!at || until <= cycle.to) continue
    const from = latest(addDays(person.registeredOn, FIRST_VISIT_DAY), at.from, cycle.from)
    if (daysBetween(from, to) < (cycle.ago === 0 ? 0 : FEWEST_DAYS)) continue
    const days = outsideDetention(stage, person, { from, to })
    const { status } = at
    if (isDone(plan.talks, cycle)) talk(stage, person, visit(stage, person, 'talk', cycle, days, status))
    const isTested = status.status !== 'helped' || status.testBasis !== 'none'
    if (isTested && isDone(plan.tests, cycle))
      test(stage, person, visit(stage, person, 'test', cycle, days, status))
  }
}

const latest = (...days: IsoDate[]): IsoDate => days.sort().at(-1)!
const earlier = (...days: [IsoDate, IsoDate]): IsoDate => days.sort()[0]!

const isDone = (plan: CyclePlan | undefined, { ago }: Cycle): boolean =>
  ago === 0 ? plan?.current === true : !(plan?.missed ?? []).includes(ago)

/** The longer of the two stretches that a detention leaves: nobody is visited in custody. */
function outsideDetention(
  stage: Stage,
  { plan }: Cast,
  { from, to }: { from: IsoDate; to: IsoDate },
): { from: IsoDate; to: IsoDate } {
  const detention = plan.statuses.find(({ status, released }) => status === 'detained' && released)
  if (!detention?.released) return { from, to }
  const begins = dayAgo(stage.today, detention.from)
  const ends = dayAgo(stage.today, detention.released)
  if (begins > to || ends <= from) return { from, to }
  const isBeforeLonger = daysBetween(from, begins) > daysBetween(ends, to)
  return isBeforeLonger ? { from, to: addDays(begins, -1) } : { from: ends, to }
}

function statusAt(
  stage: Stage,
  { plan }: Cast,
  day: IsoDate,
): { status: StatusPlan; from: IsoDate } | undefined {
  for (const [index, status] of plan.statuses.entries()) {
    const { from, to } = statusDays(stage, plan, index)
    if (isSupport(status) && !status.pending && from <= day && day < to) return { status, from }
  }
  return undefined
}

function visit(
  stage: Stage,
  { plan }: Cast,
  what: string,
  cycle: Cycle,
  days: { from: IsoDate; to: IsoDate },
  status: StatusPlan,
): Visit {
  const name = `${plan.key}:${what}:${cycle.key}`
  // Of the running cycle most of what is done was done early.
  const span = Math.max(1, Math.floor(daysBetween(days.from, days.to) * (cycle.ago === 0 ? 0.8 : 0.9)))
  const on = addDays(days.from, pick(name, span))
  // One talk was found in a notebook weeks later; it counts, and is marked as late.
  const isLate = plan.key === 'A02' && what === 'talk' && cycle.ago === 2
  const enteredOn = isLate ? addDays(on, 45) : addDays(on, pick(`${name}:next-day`, 3) === 0 ? 1 : 0)
  return { name, on, status, enteredOn: earlier(enteredOn, stage.today) }
}

function talk(stage: Stage, person: Cast, { name, on, status, enteredOn }: Visit): void {
  const { letter, story } = stage
  const by: CastKey = pickOne<CastKey>(`${name}:by`, [
    `${letter}.caseWorker`,
    `${letter}.caseWorker`,
    `${letter}.grid1`,
  ])
  const companion: CastKey = by === `${letter}.caseWorker` ? `${letter}.grid2` : `${letter}.secretary`
  const base: Payload = {
    occurredOn: on,
    place:
      status.presence === 'away' ? 'phone' : pickOne(`${name}:place`, ['home', 'home', 'village-office']),
    visitors: [castAccountId(by), castAccountId(companion)],
  }
  const note = pickOne(`${name}:note`, TALK_NOTES)
  const submit = (suffix: string, minute: number, payload: Payload) =>
    story.submit(
      `${name}${suffix}`,
      by,
      { on: enteredOn, minute },
      {
        kind: 'talk',
        subjectId: person.id,
        occurredOn: on,
        payload,
      },
    )
  // Now and then nobody is at home in the morning.
  if (pick(`${name}:first-try`, 9) === 0) submit(':absent', 10 * HOUR, { ...base, found: 'no' })
  submit('', 15 * HOUR + pick(name, 150), {
    ...base,
    found: 'yes',
    situation: [...pickOne(`${name}:situation`, TALK_SITUATIONS)],
    ...(note === undefined ? {} : { note }),
  })
}

function test(stage: Stage, person: Cast, { name, on, status, enteredOn }: Visit): void {
  const { letter, story } = stage
  const isAway = status.presence === 'away'
  const byPolice = !isAway && pick(`${name}:by`, 3) === 0
  const by: CastKey = byPolice ? 'police' : `${letter}.caseWorker`
  story.submit(
    name,
    by,
    { on: enteredOn, minute: 9 * HOUR + pick(name, 120) },
    {
      kind: 'urine-test',
      subjectId: person.id,
      occurredOn: on,
      payload: {
        occurredOn: on,
        place: isAway ? 'away' : byPolice ? 'police-station' : 'station',
        basis: status.status === 'helped' ? 'voluntary' : 'required',
        result: 'negative',
        collector: [castAccountId(by)],
        witness: [castAccountId(`${letter}.grid1`)],
        reagentBatch: `演示-${on.slice(0, 4)}${on.slice(5, 7)}`,
        ...(isAway && { certificate: 'yes' }),
      },
    },
  )
}
