import { uuidv7 } from 'uuidv7'
import { townCode } from '../../src/platform/auth/area-scope.js'
import type { TestApp } from '../support/app.js'
import { CALENDAR, YEAR } from '../support/assessment-town.js'
import { decideByTwo } from '../support/official-decisions.js'
import { type Answer, send } from '../support/records.js'
import { type SignedIn, signIn } from '../support/sign-in.js'
import { HOME, type Unit } from './areas.js'
import { holderOf, type Person } from './staff.js'
import type { Thing } from './thing.js'
import { sure } from './things.js'

/** The plaque came from the year before; one village, at home, has none. */
const AWARD = [
  ['passed', '2026-01-20'],
  ['submitted', '2026-03-01'],
  ['awarded', '2026-06-01'],
] as const

/**
 * The assessment year of a village up to its publicity: handed in, sent back, handed in again, frozen, decided by the city,
 * published; with a draw of its town that hit it, what was seen there, and an appeal.
 */
export async function makeYear(test: TestApp, unit: Unit, staff: readonly Person[]): Promise<Thing[]> {
  const { village, mark } = unit
  const secretary = holderOf(staff, 'village-secretary')
  const town = holderOf(staff, 'town-office')
  const assessor = holderOf(staff, 'county-assessor')
  const colleague = await signIn(test, {
    name: `${mark}county-assessor`,
    role: 'county-assessor',
    areaCode: assessor.actor.areaCode ?? '',
  })
  const ask = async (who: SignedIn, method: 'GET' | 'PUT' | 'POST', url: string, body?: object) =>
    sure(await send(test, who, method, url, body)).body
  const ofTown = `/api/towns/${townCode(village)}/assessments/${YEAR}`
  const ofVillage = `/api/villages/${village}/assessments/${YEAR}`
  const draw = await drawnOnce(await ask(town, 'PUT', ofTown, CALENDAR), (id, count) =>
    ask(town, 'POST', `${ofTown}/spot-checks/${id}`, { count }),
  )

  let { revision } = await ask(secretary, 'GET', ofVillage)
  const step = async (who: SignedIn, method: 'PUT' | 'POST', name: string, body: object = {}) => {
    revision = (await ask(who, method, `${ofVillage}/${name}`, { revision, ...body })).revision
  }
  const note = `${mark}年初的会没有记上`
  await step(secretary, 'PUT', 'claims', { claims: [{ item: 'A1.group', note }] })
  await step(secretary, 'POST', 'submission')
  await step(town, 'POST', 'review', { outcome: 'returned', reason: `${mark}请补会议记录` })
  await step(secretary, 'POST', 'submission')
  await step(town, 'POST', 'review', { outcome: 'endorsed' })
  if (unit !== HOME) for (const [kind, on] of AWARD) await decide(kind, YEAR - 1, on)
  await decide('passed', YEAR, '2026-11-23')
  await step(town, 'POST', 'publication')
  const appeal = uuidv7()
  await ask(secretary, 'PUT', `${ofVillage}/appeals/${appeal}`, {
    raisedBy: 'village',
    receivedOn: '2026-11-23',
    matter: `${mark}两次会议没有算进去`,
  })
  await ask(town, 'PUT', `${ofVillage}/findings/${uuidv7()}`, {
    spotCheckId: draw.id,
    checkedOn: '2026-11-20',
    holds: true,
    finding: `${mark}台账和现场一致`,
  })
  return [
    ...(draw.isNew ? [{ kind: 'spot-check', id: draw.id, areaCode: townCode(village) } as const] : []),
    { kind: 'appeal', id: appeal, areaCode: village },
  ]

  async function decide(kind: string, year: number, on: string) {
    // It stands on the village's public page, so it holds no mark.
    sure(await decideByTwo(test, [assessor, colleague], village, { kind, year, on }))
  }
}

/** A draw of every village of the town; the first village of it that is made draws for all. */
async function drawnOnce(overview: Answer, draw: (id: string, count: number) => Promise<Answer>) {
  const [{ spotChecks, villages }] = overview.towns
  if (spotChecks.length > 0) return { id: spotChecks[0].id as string, isNew: false }
  const id = uuidv7()
  await draw(id, villages.length)
  return { id, isNew: true }
}
