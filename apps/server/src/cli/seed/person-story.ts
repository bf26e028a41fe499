import { addDays, addMonths, type IsoDate, type Payload } from '@dfv/rules'
import { type CastKey, demoVillageCode } from '../seed-data/demo-town.js'
import { type Ago, dayAgo, FULL_GROUP, type PersonPlan, type StatusPlan } from '../seed-data/person-plan.js'
import { castAccountId } from './cast-ids.js'
import { cycleStory } from './cycle-story.js'
import { chinaInstant, pick, seedId } from './seed-ids.js'
import type { Stage } from './village-story.js'

const HOUR = 60
/** Days after the village's start on which the first files are made. */
const FIRST_FILES_DAY = 1
const FIRST_STATUS_DAY = 2
const FIRST_REVIEW_DAY = 4
const FIRST_GROUPS_DAY = 6

/** A person of the story, as the pieces of his file need him. */
export type Cast = { plan: PersonPlan; id: string; registeredOn: IsoDate }

export const personId = (stage: Stage, plan: PersonPlan): string =>
  seedId(chinaInstant(registeredOn(stage, plan), 9 * HOUR), `person:${plan.key}`)

const registeredOn = (stage: Stage, plan: PersonPlan): IsoDate =>
  plan.registered ? dayAgo(stage.today, plan.registered) : addDays(stage.startOn, FIRST_FILES_DAY)

export const castOf = (stage: Stage, plan: PersonPlan): Cast => ({
  plan,
  id: personId(stage, plan),
  registeredOn: registeredOn(stage, plan),
})

export function personStory(stage: Stage, plan: PersonPlan): void {
  const person = castOf(stage, plan)
  register(stage, person)
  plan.statuses.forEach((status, index) => {
    changeStatus(stage, person, status, index)
  })
  startAbstinence(stage, person)
  formGroup(stage, person)
  cycleStory(stage, person)
  incidents(stage, person)
}

/** Not before a day of the file's own first week, and not before the day itself. */
const notBefore = (person: Cast, days: number, day: IsoDate): IsoDate =>
  [day, addDays(person.registeredOn, days - FIRST_FILES_DAY)].sort()[1]!

const minute = (name: string): number => 9 * HOUR + pick(`${name}:minute`, 8 * HOUR)

function register(stage: Stage, { plan, id, registeredOn: on }: Cast): void {
  const number = Number(plan.key.slice(1))
  const by: CastKey = `${stage.letter}.${number % 3 === 0 ? 'secretary' : 'caseWorker'}`
  stage.story.submit(
    `${plan.key}:registration`,
    by,
    { on, minute: 9 * HOUR + number * 4 },
    {
      kind: 'person-registration',
      subjectId: id,
      occurredOn: on,
      payload: {
        registeredOn: on,
        gender: plan.gender,
        birthYear: plan.birthYear,
        residence: plan.residence ?? 'local',
        ...(plan.keyOnly && { keyOnly: true }),
      },
      // No number that could be somebody's: these telephone numbers do not exist.
      identity: {
        name: plan.name,
        phone: `000-${String(1000 + pick(plan.key, 9000))}`,
        address: `示范村${stage.letter}${1 + pick(`${plan.key}:group`, 6)}组${1 + pick(`${plan.key}:house`, 40)}号`,
      },
    },
  )
}

function statusPayload(today: string, plan: StatusPlan, from: IsoDate): Payload {
  return {
    from,
    status: plan.status,
    ...(plan.presence && { presence: plan.presence }),
    ...(plan.testBasis && { testBasis: plan.testBasis }),
    ...(plan.reportedInAfter !== undefined && { reportedInOn: addDays(from, plan.reportedInAfter) }),
    ...(plan.sentenceMonths !== undefined && { sentenceMonths: plan.sentenceMonths }),
    ...(plan.released && { releasedOn: dayAgo(today, plan.released) }),
    ...(plan.livesElsewhere && { livesElsewhere: plan.livesElsewhere }),
  }
}

function changeStatus(stage: Stage, person: Cast, plan: StatusPlan, index: number): void {
  const { story, today, letter } = stage
  const name = `${person.plan.key}:status:${index}`
  const from = dayAgo(today, plan.from)
  const payload = statusPayload(today, plan, from)
  // Written down when everything it tells has happened: reported in, released.
  const last = Object.values(payload).filter((value) => typeof value === 'string' && /^\d{4}-/.test(value))
  const told = (last as string[]).sort().at(-1) ?? from
  const enteredOn = notBefore(person, FIRST_STATUS_DAY, told)
  const by: CastKey = `${letter}.${pick(name, 4) === 0 ? 'secretary' : 'caseWorker'}`
  const record = { kind: 'person-status', subjectId: person.id, occurredOn: from, payload } as const
  const id = story.submit(name, by, { on: enteredOn, minute: minute(name) }, record)
  if (plan.pending) return
  const reviewer: CastKey = pick(`${name}:reviewer`, 2) === 0 ? 'town1' : 'town2'
  const reviewOn = addDays(enteredOn, FIRST_REVIEW_DAY - FIRST_STATUS_DAY)
  if (!plan.returnedFirst) {
    story.review(id, reviewer, { on: reviewOn, minute: 10 * HOUR }, 'accept')
    return
  }
  const againOn = addDays(enteredOn, 1)
  story.review(id, reviewer, { on: againOn, minute: 9 * HOUR }, 'return', plan.returnedFirst)
  const documented = { ...record, payload: { ...payload, documentNo: '示戒决字〔示例〕第7号' } }
  story.revise(id, 2, by, { on: againOn, minute: 15 * HOUR }, documented)
  story.review(id, reviewer, { on: reviewOn, minute: 10 * HOUR }, 'accept')
}

function startAbstinence(stage: Stage, person: Cast): void {
  const { abstinentSince, key } = person.plan
  if (!abstinentSince) return
  const since = dayAgo(stage.today, abstinentSince)
  // After the review of the first status: from the third year on the file is closed to the village.
  const on = notBefore(person, FIRST_GROUPS_DAY, addDays(since, 3))
  stage.story.submit(
    `${key}:abstinence`,
    pick(key, 2) === 0 ? 'town1' : 'town2',
    { on, minute: 15 * HOUR + pick(key, 60) },
    {
      kind: 'abstinence-start',
      subjectId: person.id,
      occurredOn: on,
      payload: { confirmedOn: on, abstinentSince: since, document: '示范文书（演示）' },
    },
  )
}

/** Days on which a status was in force, up to the day of the story; a detention is a pause. */
export function statusDays(stage: Stage, plan: PersonPlan, index: number): { from: IsoDate; to: IsoDate } {
  const next = plan.statuses.slice(index + 1).find(({ status, pending }) => status !== 'detained' && !pending)
  return {
    from: dayAgo(stage.today, plan.statuses[index]!.from),
    to: next ? dayAgo(stage.today, next.from) : '9999-12-31',
  }
}

export const isSupport = ({ status }: StatusPlan): boolean =>
  status === 'community-treatment' || status === 'community-rehabilitation' || status === 'helped'

/** The first day of the fourth year. */
export const threeYearsOn = (stage: Stage, since: Ago | undefined): IsoDate =>
  since ? addMonths(dayAgo(stage.today, since), 36) : '9999-12-31'

function formGroup(stage: Stage, person: Cast): void {
  const { plan } = person
  const first = plan.statuses.findIndex(isSupport)
  if (plan.group === false || first < 0) return
  const { from, to } = statusDays(stage, plan, first)
  const on = notBefore(person, FIRST_GROUPS_DAY, addDays(from, 5))
  if (threeYearsOn(stage, plan.abstinentSince) <= addDays(on, 1) || to <= on) return
  const { members, noFamilyReason } = plan.group ?? FULL_GROUP
  stage.story.submit(
    `${plan.key}:group`,
    `${stage.letter}.secretary`,
    { on, minute: 10 * HOUR + pick(plan.key, 90) },
    {
      kind: 'support-group',
      subjectId: person.id,
      occurredOn: on,
      payload: { formedOn: on, members: [...members], ...(noFamilyReason && { noFamilyReason }) },
    },
  )
}

/** What happened once: a relapse, a test that turned out invalid, positive or explained. */
function incidents(stage: Stage, person: Cast): void {
  const { story, today, letter } = stage
  const { key } = person.plan
  const test = (name: string, on: IsoDate, result: string, extra: Payload = {}) =>
    story.submit(
      `${key}:${name}`,
      `${letter}.caseWorker`,
      { on, minute: 11 * HOUR },
      {
        kind: 'urine-test',
        subjectId: person.id,
        occurredOn: on,
        payload: {
          occurredOn: on,
          place: 'station',
          basis: 'required',
          result,
          collector: [castAccountId(`${letter}.caseWorker`)],
          ...extra,
        },
      },
    )
  if (key === 'A08')
    test('invalid', addDays(today, -6), 'invalid', { basis: 'voluntary', reason: '样本量不够' })
  if (key === 'F01') test('positive', addDays(today, -6), 'positive')
  if (key === 'F04') {
    const on = dayAgo(today, [2, 10])
    const id = test('explained', on, 'positive')
    const decidedOn = addDays(on, 2)
    story.submit(
      `${key}:outcome`,
      'police',
      { on: decidedOn, minute: 16 * HOUR },
      {
        kind: 'test-outcome',
        subjectId: person.id,
        occurredOn: decidedOn,
        payload: { decidedOn, test: id, outcome: 'prescription', document: '示范医院处方（演示）' },
      },
    )
  }
  if (key === 'E02') newFinding(stage, person)
  if (key === 'D09') proposeTransfer(stage, person)
  if (key === 'D04') relapse(stage, person, [6, 14], [6, 12], true)
  if (key === 'G03') relapse(stage, person, [0, 5], [0, 2], false)
}

/** Found for the first time, by the police. */
function newFinding({ story, today }: Stage, { id }: Cast): void {
  const foundOn = addDays(today, -7)
  const recordId = story.submit(
    'E02:finding',
    'police',
    { on: addDays(today, -4), minute: 10 * HOUR },
    {
      kind: 'new-finding',
      subjectId: id,
      occurredOn: foundOn,
      payload: {
        foundOn,
        residence: 'household-here',
        origin: 'found',
        foundBy: 'police',
        enteredOn: addDays(today, -6),
        document: '示公决字〔示例〕第9号',
      },
    },
  )
  story.review(recordId, 'town1', { on: addDays(today, -3), minute: 9 * HOUR }, 'accept')
}

/** Moves to another village of the town, which has not answered yet. */
function proposeTransfer({ story, today }: Stage, { id }: Cast): void {
  const proposedOn = addDays(today, -4)
  story.submit(
    'D09:transfer',
    'D.secretary',
    { on: proposedOn, minute: 15 * HOUR },
    {
      kind: 'transfer',
      subjectId: id,
      occurredOn: proposedOn,
      payload: { proposedOn, toArea: demoVillageCode('B'), reason: 'moved' },
    },
  )
}

function relapse(stage: Stage, { plan, id }: Cast, used: Ago, found: Ago, isReviewed: boolean): void {
  const foundOn = dayAgo(stage.today, found)
  const recordId = stage.story.submit(
    `${plan.key}:relapse`,
    'police',
    { on: foundOn, minute: 17 * HOUR },
    {
      kind: 'relapse',
      subjectId: id,
      occurredOn: foundOn,
      payload: { foundOn, usedOn: dayAgo(stage.today, used), document: '示公认字〔示例〕第3号' },
    },
  )
  if (isReviewed)
    stage.story.review(recordId, 'town1', { on: addDays(foundOn, 1), minute: 9 * HOUR }, 'accept')
}
