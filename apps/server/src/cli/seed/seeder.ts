import { createHash } from 'node:crypto'
import type { INestApplicationContext } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AccountsService } from '../../modules/accounts/accounts.service.js'
import { AppointmentsService } from '../../modules/accounts/appointments.service.js'
import { AreasService } from '../../modules/areas/areas.service.js'
import { OrdersService } from '../../modules/orders/orders.service.js'
import { PlaqueDecisions } from '../../modules/plaque/plaque-decisions.service.js'
import { PaperPledges } from '../../modules/pledges/paper-pledges.service.js'
import { PledgeReader } from '../../modules/pledges/pledge-reader.service.js'
import { PledgeSigningService } from '../../modules/pledges/pledge-signing.service.js'
import { PledgeTemplates, RELEASED_TEMPLATES } from '../../modules/pledges/pledge-templates.js'
import { PledgesService } from '../../modules/pledges/pledges.service.js'
import { QuizBank } from '../../modules/quizzes/quiz-bank.js'
import { RecordReview } from '../../modules/records/record-review.js'
import { RecordsService } from '../../modules/records/records.service.js'
import { FileSealing } from '../../modules/registers/file-sealing.service.js'
import { ProjectionsService } from '../../modules/scoring/projections.service.js'
import { VillageHistory } from '../../modules/scoring/village-history.service.js'
import { Config } from '../../platform/config/config.js'
import { Transactions } from '../../platform/database/transactions.js'
import { JobRunner } from '../../platform/outbox/job-runner.js'
import { LETTERS } from '../seed-data/demo-town.js'
import { inParallel } from './in-parallel.js'
import { playVillage } from './play-village.js'
import { type RealTown, seedDemoAreas, seedRealAreas } from './seed-areas.js'
import { seedCast } from './seed-cast.js'
import { seedHouseholds } from './seed-households.js'
import { seedMarks } from './seed-marks.js'
import { seedOrders } from './seed-orders.js'
import { seedOwnPlaces } from './seed-own-places.js'
import { seedPlaques } from './seed-plaques.js'
import { seedPledges } from './seed-pledges.js'
import { seedQuizAttempts } from './seed-quiz.js'
import { seedYears } from './seed-years.js'
import type { StoryClock } from './story-clock.js'

/** The files beside the program, as text: what they hold decides whether a step has to be done again. */
export type SeedFiles = { villages: string; quizBank: string }

/** Villages told side by side: the database and one core of Node are busy then. */
const VILLAGES_AT_A_TIME = 4
/** Rises when the story itself changes; a database that tells an older one keeps it. */
const STORY = 'year-6'

/** Fills an empty database: what every town needs, and in demo mode a fictional town with a year of work. */
export class Seeder {
  private readonly transactions: Transactions
  private readonly areas: AreasService

  constructor(
    private readonly app: INestApplicationContext,
    private readonly clock: StoryClock,
    private readonly files: SeedFiles,
    private readonly print: (line: string) => void,
  ) {
    this.transactions = this.get(Transactions)
    this.areas = this.get(AreasService)
  }

  async run(): Promise<void> {
    await this.step('areas', this.files.villages, (tx) =>
      seedRealAreas(this.areas, tx, JSON.parse(this.files.villages) as RealTown).then((n) => `${n} areas`),
    )
    await this.step('quiz-bank', this.files.quizBank, async (tx) => {
      const { added } = await this.get(QuizBank).load(tx, JSON.parse(this.files.quizBank))
      return `${added} questions, 待镇禁毒办审核`
    })
    await this.step('pledge-templates', JSON.stringify(RELEASED_TEMPLATES), async (tx) => {
      await this.get(PledgeTemplates).install(tx)
      return `${RELEASED_TEMPLATES.length} wordings`
    })
    if (this.get(Config).isDemo) await this.demo()
  }

  /** A town that does not exist, told up to today. Once told, it is never told anew: what people did since stays. */
  private async demo(): Promise<void> {
    const known = await seedMarks.find(this.transactions.read, 'demo')
    if (known?.state === 'done') {
      this.print('seed  demo            already there')
      return
    }
    // A story that broke off goes on as it began, with the same dates.
    const [story = STORY, today = this.clock.today()] = known?.content.split(' ') ?? []
    const content = `${story} ${today}`
    await this.mark('demo', { content, state: 'begun' })
    const areas = await this.transactions.run((tx) => seedDemoAreas(this.areas, tx, today))
    this.print(`seed  demo areas      ${areas}`)
    const cast = await seedCast(
      {
        accounts: this.get(AccountsService),
        appointments: this.get(AppointmentsService),
        transactions: this.transactions,
      },
      today,
    )
    this.print(`seed  demo accounts   ${cast}`)
    this.print(`seed  demo records    ${await this.playVillages(today, known !== undefined)}`)
    this.print(
      `seed  demo quizzes    ${await seedQuizAttempts(this.app, this.clock, this.files.quizBank, today)}`,
    )
    this.print(
      `seed  demo places     ${await seedOwnPlaces(this.app, this.clock, this.files.quizBank, today)}`,
    )
    this.print(`seed  demo pledges    ${await this.playPledges(today)}`)
    this.print(`seed  demo households ${await seedHouseholds(this.app, this.clock, today)}`)
    const decisions = await seedPlaques(this.get(PlaqueDecisions), this.clock, today)
    this.print(`seed  demo plaques    ${decisions} official decisions`)
    const orders = await seedOrders(this.get(OrdersService), this.clock, today)
    this.print(`seed  demo orders     ${orders}`)
    this.print(`seed  demo years      ${await seedYears(this.app, this.clock, today)}`)
    // Three years of abstinence were full during the year for some: their files close.
    this.print(`seed  files closed    ${await this.get(FileSealing).run()}`)
    await this.get(ProjectionsService).rebuild()
    // What the records set off is done now, so that the first server starts with nothing to catch up.
    await this.get(JobRunner).drain()
    while ((await this.get(VillageHistory).fillPast()) > 0);
    this.print('seed  projections     computed, with the weeks before')
    await this.mark('demo', { content, state: 'done' })
  }

  private async playVillages(today: string, isResumed: boolean): Promise<number> {
    const stagehands = {
      records: this.get(RecordsService),
      reviews: this.get(RecordReview),
      clock: this.clock,
      isResumed,
    }
    let records = 0
    await inParallel(LETTERS, VILLAGES_AT_A_TIME, async (letter) => {
      const sent = await playVillage(stagehands, letter, today, this.clock.now())
      records += sent
    })
    return records
  }

  private playPledges(today: string): Promise<string> {
    const services = {
      pledges: this.get(PledgesService),
      reader: this.get(PledgeReader),
      signing: this.get(PledgeSigningService),
      papers: this.get(PaperPledges),
      transactions: this.transactions,
      clock: this.clock,
    }
    return seedPledges(services, today)
  }

  /** Does a step unless it was done with the same content. */
  private async step(
    name: string,
    content: string,
    work: (tx: EntityManager) => Promise<string>,
  ): Promise<void> {
    const hash = createHash('sha256').update(content).digest('hex')
    const known = await seedMarks.find(this.transactions.read, name)
    const isDone = known?.state === 'done' && known.content === hash
    const result = isDone ? 'already there' : await this.transactions.run(work)
    if (!isDone) await this.mark(name, { content: hash, state: 'done' })
    this.print(`seed  ${name.padEnd(16)} ${result}`)
  }

  private mark(name: string, mark: { content: string; state: 'begun' | 'done' }): Promise<void> {
    return this.transactions.run((tx) => seedMarks.set(tx, name, mark, this.clock.now()))
  }

  private get<T>(type: abstract new (...args: never[]) => T): T {
    return this.app.get(type as never, { strict: false })
  }
}
