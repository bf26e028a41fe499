import { addDays, addMonths, lastDayOfMonth, monthOf, type Payload } from '@dfv/rules'
import { type CastKey, demoVillageCode, type Letter } from '../seed-data/demo-town.js'
import {
  ACTIVITY_KINDS,
  ACTIVITY_PLACES,
  VILLAGE_PLANS,
  type VillagePlan,
} from '../seed-data/village-plans.js'
import { knownStory } from './known-story.js'
import { agreementStory, audienceStory } from './law-story.js'
import { papersStory } from './papers-story.js'
import { personStory } from './person-story.js'
import { placeStory } from './place-story.js'
import { pick, pickOne } from './seed-ids.js'
import { Story, type StoryAct } from './story-act.js'

/** What the pieces of a village's story have in common. */
export type Stage = {
  letter: Letter
  areaCode: string
  startOn: string
  /** The day on which the story ends. */
  today: string
  story: Story
}

const HOUR = 60

/** The day on which a village of the story began to use the ledger. */
export function storyStart(letter: Letter, today: string): string {
  const { openedDaysAgo } = VILLAGE_PLANS[letter]
  return openedDaysAgo === undefined ? `${monthOf(addMonths(today, -12))}-01` : addDays(today, -openedDaysAgo)
}

/** A year in one village, told up to now. */
export function villageStory(letter: Letter, today: string, now: Date): StoryAct[] {
  const plan = VILLAGE_PLANS[letter]
  const stage: Stage = {
    letter,
    areaCode: demoVillageCode(letter),
    startOn: storyStart(letter, today),
    today,
    story: new Story(),
  }
  if (plan.openedDaysAgo === undefined) {
    const months = monthsFrom(stage.startOn, today)
    for (const month of months) {
      activities(stage, plan, month)
      confirmRoster(stage, plan, month)
    }
    for (const person of plan.persons) {
      personStory(stage, person)
      agreementStory(stage, person)
    }
    audienceStory(stage)
    knownStory(stage, plan, months)
    placeStory(stage, plan, months)
    papersStory(stage, plan, months)
  }
  return stage.story.acts(now)
}

function monthsFrom(from: string, to: string): string[] {
  const months: string[] = []
  for (let first = `${monthOf(from)}-01`; first <= to; first = addMonths(first, 1))
    months.push(monthOf(first))
  return months
}

function activities(stage: Stage, plan: VillagePlan, month: string): void {
  const { letter, areaCode, today, story } = stage
  const isRunning = month === monthOf(today)
  const isShort = plan.hasShortMonth && month === monthOf(addMonths(`${monthOf(today)}-01`, -1))
  const usual = 4 + pick(`${letter}:${month}:extra`, 2)
  const count = isRunning ? plan.activitiesThisMonth : isShort ? 3 : usual
  for (let index = 0; index < count; index++) {
    const name = `${letter}:activity:${month}:${index}`
    // Spread over the month, in the running one over the part that has passed.
    const length = isRunning ? Number(today.slice(8)) : Number(lastDayOfMonth(month).slice(8))
    const slot = length / count
    const day = Math.min(length, 1 + Math.floor(index * slot) + pick(name, Math.max(1, Math.floor(slot))))
    const occurredOn = `${month}-${String(day).padStart(2, '0')}`
    const kind = pickOne(name, ACTIVITY_KINDS)
    const by = pickOne<CastKey>(`${name}:by`, [
      `${letter}.secretary`,
      `${letter}.caseWorker`,
      `${letter}.grid1`,
      `${letter}.grid2`,
    ])
    const payload: Payload = {
      occurredOn,
      form: kind.form,
      place: ACTIVITY_PLACES[(index * 2 + pick(month, 7)) % ACTIVITY_PLACES.length],
      attendance: 12 + pick(`${name}:people`, 70),
      content: kind.content,
    }
    const when = { on: occurredOn, minute: 9 * HOUR + pick(`${name}:minute`, 8 * HOUR) }
    const record = { kind: 'publicity-activity', subjectId: areaCode, occurredOn, payload } as const
    const id = story.submit(name, by, when, record)
    // Once somebody miscounted, and put it right the next morning.
    if (letter === 'A' && index === 0 && month === monthOf(addMonths(today, -3)))
      story.revise(
        id,
        2,
        by,
        { on: addDays(occurredOn, 1), minute: 9 * HOUR },
        {
          ...record,
          payload: { ...payload, attendance: 25 },
        },
      )
  }
}

function confirmRoster(stage: Stage, plan: VillagePlan, month: string): void {
  const { letter, areaCode, startOn, today, story } = stage
  if (plan.isRosterLate && lastDayOfMonth(month) > addDays(today, -42)) return
  const day = 17 + pick(`${letter}:roster:${month}`, 9)
  const confirmedOn = `${month}-${String(day).padStart(2, '0')}`
  if (confirmedOn > today || confirmedOn < startOn) return
  story.submit(
    `${letter}:roster:${month}`,
    `${letter}.secretary`,
    { on: confirmedOn, minute: 16 * HOUR + pick(month, 90) },
    {
      kind: 'roster-confirmation',
      subjectId: areaCode,
      occurredOn: confirmedOn,
      payload: {
        confirmedOn,
        month,
        headcount: plan.persons.filter(({ registered, keyOnly }) => registered === undefined && !keyOnly)
          .length,
        correct: 'yes',
      },
    },
  )
}
