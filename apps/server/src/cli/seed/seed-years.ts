import { addDays, type IsoDate, yearOf } from '@dfv/rules'
import type { INestApplicationContext } from '@nestjs/common'
import type { Claim } from '../../modules/assessment/assessment.dto.js'
import { AssessmentYearsRepository } from '../../modules/assessment/assessment-years.repository.js'
import { CyclesService } from '../../modules/assessment/cycles.service.js'
import { SelfAssessmentService } from '../../modules/assessment/self-assessment.service.js'
import { SpotChecksService } from '../../modules/assessment/spot-checks.service.js'
import { TownReviewService } from '../../modules/assessment/town-review.service.js'
import { Transactions } from '../../platform/database/transactions.js'
import { DEMO_TOWN } from '../../platform/demo-areas.js'
import { demoVillageCode, type Letter } from '../seed-data/demo-town.js'
import { castActor } from './actors.js'
import { chinaInstant, seedId } from './seed-ids.js'
import type { StoryClock } from './story-clock.js'

const TEN_O_CLOCK = 600
/** The year is judged up to so many days ago, so that every step of it can be shown today. */
const AS_OF_DAYS_AGO = 10
const PUBLICITY_DAYS = 7

const CLAIM: Claim = {
  item: 'A7',
  points: null,
  note: '台账目录和各项资料的原件都在村委会。',
  papers: [{ title: '创建工作资料汇编', number: '', keptAt: '村委会档案柜2层', photos: [] }],
}

/** How far each village has come: A writes, B waits for the town, C was frozen, D was sent back; the others have not begun. */
const STORY: Readonly<Partial<Record<Letter, 'written' | 'submitted' | 'frozen' | 'returned'>>> = {
  A: 'written',
  B: 'submitted',
  C: 'frozen',
  D: 'returned',
}

/** The demo town's assessment year, with villages at each of its first steps. @returns what was told */
export async function seedYears(
  app: INestApplicationContext,
  clock: StoryClock,
  today: IsoDate,
): Promise<string> {
  const get = <T>(type: abstract new (...args: never[]) => T): T => app.get(type as never, { strict: false })
  const asOf = addDays(today, -AS_OF_DAYS_AGO)
  const year = yearOf(asOf)
  const day = (after: number) => chinaInstant(addDays(asOf, after), TEN_O_CLOCK)
  const calendar = {
    asOf,
    submitBy: addDays(asOf, 20),
    reviewBy: addDays(asOf, 40),
    resultBy: addDays(asOf, 60),
    publicityDays: PUBLICITY_DAYS,
  }
  const town = castActor('town1', day(1))
  await clock.at(day(1), () => get(CyclesService).open(town, { code: DEMO_TOWN, year }, calendar))
  const own = get(SelfAssessmentService)
  const review = get(TownReviewService)
  const { read } = get(Transactions)
  for (const [letter, step] of Object.entries(STORY) as [Letter, string][]) {
    const params = { code: demoVillageCode(letter), year }
    const secretary = castActor(`${letter}.secretary`, day(2))
    // A story that broke off goes on where it was.
    const reached = (await get(AssessmentYearsRepository).find(read, params.code, year))?.revision ?? 0
    if (reached < 1)
      await clock.at(day(2), () => own.write(secretary, params, { revision: 0, claims: [CLAIM] }))
    if (step === 'written') continue
    if (reached < 2) await clock.at(day(3), () => own.submit(secretary, params, { revision: 1 }))
    if (step === 'submitted' || reached > 2) continue
    await clock.at(day(5), () =>
      review.review(
        town,
        params,
        step === 'frozen'
          ? { revision: 2, outcome: 'endorsed', changes: [] }
          : { revision: 2, outcome: 'returned', reason: '会议记录和经费凭证请补登记，再交。', changes: [] },
      ),
    )
  }
  const drawId = seedId(day(6), `spot-check:${year}`)
  await clock.at(day(6), () =>
    get(SpotChecksService).draw(town, { code: DEMO_TOWN, year, id: drawId }, { count: 2 }),
  )
  return `${year}, ${Object.keys(STORY).length} villages on their way`
}
