import { addDays, type IsoDate, yearOf } from '@dfv/rules'
import type { INestApplicationContext } from '@nestjs/common'
import { HouseholdSignatures } from '../../modules/pledges/households/household-signatures.service.js'
import { HouseholdsService } from '../../modules/pledges/households/households.service.js'
import { type CastKey, demoVillageCode } from '../seed-data/demo-town.js'
import { castActor } from './actors.js'
import { gridHouseholds, WORKED_GRIDS } from './place-story.js'
import { chinaInstant, pick, seedId } from './seed-ids.js'
import type { StoryClock } from './story-clock.js'
import { syntheticStroke } from './synthetic-stroke.js'
import { storyStart } from './village-story.js'

const LETTER = 'A'
const AREA = demoVillageCode(LETTER)
/** As many as its grids count, so that both figures are the same. */
const SIZE = WORKED_GRIDS.reduce<number>((sum, index) => sum + gridHouseholds(LETTER, index), 0)
const HOUR = 60
const KEPT_AT = '村委会档案柜'
const NO_ADDRESS = 'seed'

/** This year's signing began so long ago. */
const OPENED_DAYS_AGO = 18
/** Who signed with a slip on his own phone, days after the beginning. */
const BY_SLIP = [
  { number: 1, name: '陈演门', after: 2 },
  { number: 4, name: '李演户', after: 3 },
] as const
/** Who signed at his door, and on whose phone. */
const AT_DOOR: readonly { number: number; name: string; after: number; by: CastKey }[] = [
  { number: 2, name: '王演家', after: 3, by: 'A.secretary' },
  { number: 6, name: '黄演院', after: 5, by: 'A.grid1' },
]
const ON_PAPER = { numbers: [8, 9, 10, 15], after: 6 }
/** Last year the village began in its first month, and a few signed, on paper alone. */
const LAST_YEAR = { openedAfter: 19, signedAfter: 22, numbers: [1, 2, 3] }

type Story = {
  households: HouseholdsService
  signatures: HouseholdSignatures
  clock: StoryClock
  now: Date
}

/** 示范村A has its households sign: most of them have still to. @returns what was told */
export async function seedHouseholds(
  app: INestApplicationContext,
  clock: StoryClock,
  today: IsoDate,
): Promise<string> {
  const get = <T>(type: abstract new (...args: never[]) => T): T => app.get(type as never, { strict: false })
  const story = {
    households: get(HouseholdsService),
    signatures: get(HouseholdSignatures),
    clock,
    now: clock.now(),
  }
  const startOn = storyStart(LETTER, today)
  await open(story, addDays(startOn, LAST_YEAR.openedAfter))
  await signOnPaper(story, addDays(startOn, LAST_YEAR.signedAfter), LAST_YEAR.numbers)

  const openedOn = [addDays(today, -OPENED_DAYS_AGO), `${yearOf(today)}-01-01`].sort()[1]!
  if (!(await open(story, openedOn))) return 'not begun'
  for (const one of BY_SLIP) await signBySlip(story, addDays(openedOn, one.after), one)
  for (const one of AT_DOOR) await signAtDoor(story, addDays(openedOn, one.after), one)
  await signOnPaper(story, addDays(openedOn, ON_PAPER.after), ON_PAPER.numbers)
  const { signed, size } = await story.households.show(
    castActor('A.secretary', story.now),
    AREA,
    yearOf(today),
  )
  return `${signed} of ${size} signed`
}

/** Does something at an hour of a day, unless that has not come. @returns whether it was done */
async function when(
  { clock, now }: Story,
  on: IsoDate,
  minutes: number,
  work: (at: Date) => Promise<unknown>,
): Promise<boolean> {
  const at = chinaInstant(on, minutes)
  if (at > now) return false
  await clock.at(at, () => work(at))
  return true
}

const open = (story: Story, on: IsoDate): Promise<boolean> =>
  when(story, on, 9 * HOUR, (at) =>
    story.households.setSize(castActor('A.secretary', at), { areaCode: AREA, size: SIZE }),
  )

/** Those that have still to sign; a story that broke off goes on where it was. */
async function unsigned({ households }: Story, at: Date): Promise<Set<number>> {
  const { numbers } = await households.show(castActor('A.secretary', at), AREA)
  return new Set(numbers.flatMap(({ number, state }) => (state === 'open' ? [number] : [])))
}

const signOnPaper = (story: Story, on: IsoDate, numbers: number[]): Promise<boolean> =>
  when(story, on, 15 * HOUR, (at) =>
    story.households.registerPapers(castActor('A.caseWorker', at), {
      areaCode: AREA,
      numbers,
      signedOn: on,
      paper: KEPT_AT,
    }),
  )

type Householder = { number: number; name: string }

const signBySlip = (story: Story, on: IsoDate, { number, name }: Householder): Promise<boolean> =>
  when(story, on, 19 * HOUR + number, async (at) => {
    if (!(await unsigned(story, at)).has(number)) return
    const { slips } = await story.households.slips(castActor('A.secretary', at), AREA)
    const code = slips.find((slip) => slip.number === number)?.code ?? ''
    const { textHash } = await story.signatures.text({ code, name }, NO_ADDRESS)
    const signature = signatureFor(number, textHash, at)
    await story.signatures.sign({ code, name, signature }, NO_ADDRESS, 'weapp')
  })

const signAtDoor = (
  story: Story,
  on: IsoDate,
  { number, name, by }: Householder & { by: CastKey },
): Promise<boolean> =>
  when(story, on, 16 * HOUR + number, async (at) => {
    if (!(await unsigned(story, at)).has(number)) return
    const cadre = castActor(by, at)
    const household = { areaCode: AREA, number, name }
    const { textHash } = await story.signatures.textAtDoor(cadre, household)
    const signature = signatureFor(number, textHash, at)
    await story.signatures.signAtDoor(cadre, { ...household, signature }, 'weapp')
  })

const signatureFor = (number: number, textHash: string, at: Date) => ({
  signatureId: seedId(at, `household-signature:${number}`),
  textHash,
  readThrough: true as const,
  readSeconds: 60 + pick(`household:${number}:read`, 120),
  deviceTime: at.toISOString(),
  stroke: syntheticStroke(`household:${number}`),
})
