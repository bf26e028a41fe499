import type { INestApplicationContext } from '@nestjs/common'
import { AccountsService } from '../../modules/accounts/accounts.service.js'
import { QuizAttemptsService } from '../../modules/quizzes/quiz-attempts.service.js'
import { QuizPapersService } from '../../modules/quizzes/quiz-papers.service.js'
import type { QuizPaper } from '../../modules/quizzes/quizzes.dto.js'
import { Transactions } from '../../platform/database/transactions.js'
import { DomainError } from '../../platform/errors/domain-error.js'
import { demoVillageCode, type Letter } from '../seed-data/demo-town.js'
import { residentActor } from './actors.js'
import { inParallel } from './in-parallel.js'
import { chinaInstant, pick, pickOne, seedId } from './seed-ids.js'
import type { StoryClock } from './story-clock.js'

/** How many residents of a village have answered, and how many of a hundred know enough. */
const CROWDS: readonly { letter: Letter; people: number; awarePercent: number }[] = [
  { letter: 'A', people: 90, awarePercent: 93 },
  { letter: 'B', people: 40, awarePercent: 96 },
]
const LANES = 8
const SURNAMES = ['陈', '林', '黄', '郑', '吴', '蔡', '许', '庄', '李', '张', '王', '刘'] as const
const NUMBERS = [...'一二三四五六七八九十']

export type BankItem = { stem: string; options: string[]; answer: number[] }
type Answerer = { letter: Letter; index: number; isAware: boolean }

/** Residents answer papers of the assessment, each in a few minutes of an evening of this year. */
export async function seedQuizAttempts(
  app: INestApplicationContext,
  clock: StoryClock,
  bankJson: string,
  today: string,
): Promise<number> {
  const papers = app.get(QuizPapersService, { strict: false })
  const attempts = app.get(QuizAttemptsService, { strict: false })
  const bank = new Map((JSON.parse(bankJson) as BankItem[]).map((item) => [item.stem, item]))
  const crowd = CROWDS.flatMap(({ letter, people, awarePercent }) =>
    Array.from({ length: people }, (_, index) => ({
      letter,
      index,
      // Spread evenly, so that the share is met exactly.
      isAware: Math.floor(((index + 1) * awarePercent) / 100) > Math.floor((index * awarePercent) / 100),
    })),
  )
  await inParallel(crowd, LANES, async (answerer) => {
    const name = `${answerer.letter}:resident:${answerer.index}`
    const from = answeringMoment(name, today)
    const accountId = seedId(new Date(Date.UTC(2026, 0, 2)), `account:${name}`)
    const actor = residentActor(accountId, from)
    await makeAccount(app, clock, accountId, answerer, from)
    const paper = await clock.at(from, () =>
      papers.issue(actor, {
        audience: 'resident',
        areaCode: demoVillageCode(answerer.letter),
        purpose: 'assessment',
      }),
    )
    const until = new Date(from.getTime() + (120 + pick(name, 240)) * 1000)
    await clock
      .at(until, () =>
        attempts.submit(actor, seedId(from, `attempt:${name}`), {
          paperId: paper.paperId,
          token: paper.token,
          answers: answersOf(paper, bank, answerer.isAware ? 9 : 6, name),
          startedAt: from.toISOString(),
        }),
      )
      .catch((error: unknown) => {
        // Answered before the seed broke off, on another paper.
        if (!(error instanceof DomainError && error.code === 'QUIZ_ATTEMPT_CONFLICT')) throw error
      })
  })
  return crowd.length
}

/** An evening of the last two months, in this year. */
function answeringMoment(name: string, today: string): Date {
  const passed = Math.floor((Date.parse(today) - Date.parse(`${today.slice(0, 4)}-01-01`)) / 86_400_000)
  const daysAgo = Math.min(passed, 1 + pick(`${name}:day`, 60))
  const day = new Date(Date.parse(today) - daysAgo * 86_400_000).toISOString().slice(0, 10)
  return chinaInstant(day, 19 * 60 + pick(`${name}:minute`, 90))
}

async function makeAccount(
  app: INestApplicationContext,
  clock: StoryClock,
  id: string,
  { index }: Answerer,
  at: Date,
): Promise<void> {
  const accounts = app.get(AccountsService, { strict: false })
  const name = `${pickOne(`${id}:surname`, SURNAMES)}演${NUMBERS[index % NUMBERS.length]}`
  await clock.at(at, () =>
    app.get(Transactions, { strict: false }).run(async (tx) => {
      if (await accounts.find(tx, id)) return
      await accounts.create(tx, { id, name })
    }),
  )
}

/** So many of the ten right; the others miss by one option. */
export function answersOf(
  paper: Pick<QuizPaper, 'items'>,
  bank: ReadonlyMap<string, BankItem>,
  right: number,
  name: string,
): { no: number; chosen: number[] }[] {
  const wrongFrom = pick(`${name}:wrong`, paper.items.length)
  return paper.items.map((item, index) => {
    const source = bank.get(item.stem)
    const answers = source?.answer.map((position) => source.options[position]) ?? []
    const chosen = item.options.flatMap((option, position) => (answers.includes(option) ? [position] : []))
    const isRight = (index + paper.items.length - wrongFrom) % paper.items.length < right
    if (isRight) return { no: item.no, chosen }
    const other = item.options.findIndex((_, position) => !chosen.includes(position))
    return { no: item.no, chosen: other < 0 ? chosen.slice(1) : [other] }
  })
}
