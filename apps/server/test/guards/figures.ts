import { uuidv7 } from 'uuidv7'
import { PledgeSigningService } from '../../src/modules/pledges/pledge-signing.service.js'
import { ItemCounts } from '../../src/modules/quizzes/item-counts.service.js'
import { DeliveriesRepository } from '../../src/modules/reminders/deliveries.repository.js'
import { VillageHistory } from '../../src/modules/scoring/village-history.service.js'
import { townCode } from '../../src/platform/auth/area-scope.js'
import type { AppointedRole } from '../../src/platform/auth/roles.js'
import { HOME, OTHER_TOWN, SISTER } from '../probes/areas.js'
import { sure } from '../probes/things.js'
import type { World } from '../probes/world.js'
import { CALENDAR, YEAR } from '../support/assessment-town.js'
import { handwriting } from '../support/handwriting.js'
import { type Answer, send } from '../support/records.js'
import { type SignedIn, signIn } from '../support/sign-in.js'

/** Enough that some question was asked of five people, fewer than which nobody is shown. */
const PEOPLE = 30
/** So long nobody answers ten questions in earnest, and no pledge is told to be stuck. */
const A_WHILE_MS = 120_000

/**
 * What no id or word of another's stands in: numbers that are summed over an area, and what is one account's of an area. A
 * guard that lets another's in is seen by what an own list counts then.
 */
export async function makeFigures(world: World): Promise<void> {
  const papers = await drawPapers(world)
  await leaveUnsealed(world)
  world.production.clock.advance(A_WHILE_MS)
  await answerPapers(world, papers)
  await setReminders(world)
  await handOverDuties(world)
  await openYearBefore(world)
  const history = world.production.app.get(VillageHistory)
  while ((await history.fillPast()) > 0);
}

const ask = async (
  { production }: World,
  who: SignedIn,
  method: 'GET' | 'PUT' | 'POST',
  url: string,
  body?: object,
): Promise<Answer> => sure(await send(production, who, method, url, body)).body

const personOf = ({ probers }: World, role: AppointedRole, areaCode: string): SignedIn =>
  probers.find(({ person }) => person.role === role && person.who.actor.areaCode === areaCode)!.person.who

type Drawn = { who: SignedIn; paper: Answer }

/** Papers for the rate of the village behind home; the first of its people draws a second one. */
async function drawPapers(world: World): Promise<Drawn[]> {
  const order = { audience: 'resident', areaCode: SISTER.village, purpose: 'assessment' }
  const draw = async (who: SignedIn) => ({
    who,
    paper: await ask(world, who, 'POST', '/api/quiz/papers', order),
  })
  const drawn: Drawn[] = []
  for (let nth = 0; nth < PEOPLE; nth++)
    drawn.push(await draw(await signIn(world.production, { name: `群众${nth}` })))
  return [...drawn, await draw(drawn[0]!.who)]
}

async function answerPapers(world: World, papers: readonly Drawn[]): Promise<void> {
  for (const { who, paper } of papers)
    await ask(world, who, 'PUT', `/api/quiz/attempts/${uuidv7()}`, {
      paperId: paper.paperId,
      token: paper.token,
      startedAt: paper.issuedAt,
      answers: paper.items.map(({ no }: { no: number }) => ({ no, chosen: [0] })),
    })
  await world.production.app.get(ItemCounts).catchUp()
}

/** A pledge of the other town that was signed, and then nothing more came of it. */
async function leaveUnsealed(world: World): Promise<void> {
  const signer = personOf(world, 'grid-worker', OTHER_TOWN.village)
  const { items } = await ask(world, signer, 'GET', '/api/pledges')
  const pledge = await ask(world, signer, 'GET', `/api/pledges/${items[0].id}`)
  await world.production.app.get(PledgeSigningService).accept(signer.actor, pledge.id, 'h5', {
    signatureId: uuidv7(),
    textHash: pledge.textHash,
    readThrough: true,
    readSeconds: 75,
    stroke: handwriting(),
  })
}

/** Somebody wants to hear nothing of some duty for a while, and has a message that waits. */
async function setReminders(world: World): Promise<void> {
  const { app, clock, database } = world.production
  const { village: areaCode } = SISTER
  const who = await signIn(world.production, { name: '邻村的', role: 'grid-worker', areaCode })
  await ask(world, who, 'POST', '/api/reminders/mutes', { kind: 'publicity', until: '2026-12-10' })
  const now = clock.now()
  const message = { notificationId: uuidv7(), accountId: who.accountId, areaCode, day: '2026-11-23' }
  // These villages have no templates of WeChat, without which the server itself queues nothing.
  await app
    .get(DeliveriesRepository)
    .queue(database.dataSource.manager, [{ ...message, nextAt: now, createdAt: now }])
}

/** What the secretary at home owes is handed to a colleague; others of the village could do it too. */
async function handOverDuties(world: World): Promise<void> {
  const areaCode = HOME.village
  const secretary = personOf(world, 'village-secretary', areaCode)
  const { accountId } = personOf(world, 'case-worker', areaCode)
  const { items } = await ask(world, secretary, 'GET', '/api/obligations')
  const owed = items.filter(
    ({ owedBy, kind }: Answer) => owedBy === 'village-secretary' && kind === 'publicity',
  )
  for (const { id } of owed)
    await ask(world, secretary, 'POST', '/api/obligations/assignment', { areaCode, id, accountId })
}

/** The other town assessed the year before as well. */
async function openYearBefore(world: World): Promise<void> {
  const town = townCode(OTHER_TOWN.village)
  await ask(
    world,
    personOf(world, 'town-office', town),
    'PUT',
    `/api/towns/${town}/assessments/${YEAR - 1}`,
    {
      ...CALENDAR,
      asOf: `${YEAR - 1}-12-31`,
      submitBy: `${YEAR}-01-10`,
      reviewBy: `${YEAR}-01-20`,
      resultBy: `${YEAR}-01-31`,
    },
  )
}
