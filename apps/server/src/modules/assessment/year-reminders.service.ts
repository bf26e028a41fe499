import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AreaScope, townCode } from '../../platform/auth/area-scope.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { AppointmentsService } from '../accounts/appointments.service.js'
import { type News, NotificationsService } from '../reminders/notifications.service.js'
import { Recipients } from '../reminders/recipients.service.js'
import type { TextParams } from '../reminders/reminder-texts.js'
import { StandingNews } from '../reminders/standing-news.js'
import type { AssessmentCycle } from './assessment-cycle.entity.js'
import { AssessmentYearsRepository } from './assessment-years.repository.js'
import { YearBacklog } from './year-backlog.js'
import { yearTarget } from './year-news.js'
import { appealRung, handInRung, isJustOver } from './year-rungs.js'

type Piece = Pick<News, 'key' | 'areaCode'> & { rung: string; day: string; count?: number }

/**
 * Reminds of the days of the assessment year: villages of theirs, before and after it, and the town's office of what was left
 * open when the villages' day and its own were over; and both, while a result is published, of the first and the last day to
 * raise an appeal. There is no day by which one is decided. Any number of replicas may run it at once.
 */
@Injectable()
export class YearReminders implements OnModuleInit {
  constructor(
    private readonly years: AssessmentYearsRepository,
    private readonly backlog: YearBacklog,
    private readonly appointments: AppointmentsService,
    private readonly notifications: NotificationsService,
    private readonly standing: StandingNews,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Between inbox and message a night may pass: whoever handed in meanwhile is asked for nothing, and counts are of the hour. */
  onModuleInit(): void {
    this.standing.recheck('year.due', async (tx, village, told) =>
      this.clock.today() > (told.dueOn ?? '') ? null : this.stillTheirs(tx, village, told),
    )
    this.standing.recheck('year.late', (tx, village, told) => this.stillTheirs(tx, village, told))
    this.standing.recheck('year.late-town', async (tx, town, told) => {
      const cycle = await this.cycle(tx, town, told, 'submitBy')
      return cycle && recounted(told, await this.backlog.toHandIn(tx, cycle))
    })
    for (const key of ['year.appeal', 'year.appeal-last'] as const)
      this.standing.recheck(key, async (tx, village, told) =>
        (await this.openToAppeal(tx, village, told)).length > 0 ? told : null,
      )
    for (const key of ['year.appeal-town', 'year.appeal-last-town'] as const)
      this.standing.recheck(key, async (tx, town, told) =>
        recounted(told, await this.openToAppeal(tx, town, told)),
      )
    this.standing.recheck('year.review-town', async (tx, town, told) => {
      const cycle = await this.cycle(tx, town, told, 'reviewBy')
      return cycle && recounted(told, await this.backlog.toReview(tx, cycle))
    })
  }

  /** @returns how many inbox lines were added */
  async run(): Promise<number> {
    const { read } = this.transactions
    const recipients = new Recipients(this.appointments, read, this.clock.today())
    const news: News[] = []
    for (const cycle of await this.years.cyclesUnder(read, AreaScope.all))
      for (const piece of await this.pieces(read, cycle)) {
        const role = piece.areaCode === cycle.areaCode ? 'town-office' : 'village-secretary'
        for (const accountId of await recipients.holding(role, piece.areaCode))
          news.push(toNews(accountId, cycle.year, piece))
      }
    let added = 0
    for (const one of await this.notifications.untold(read, news))
      if (await this.transactions.run((tx) => this.notifications.tell(tx, one))) added += 1
    return added
  }

  /** What stands to be told of a town's year today, whether it was told already or not. */
  private async pieces(tx: EntityManager, cycle: AssessmentCycle): Promise<Piece[]> {
    const today = this.clock.today()
    const { areaCode: town, submitBy, reviewBy } = cycle
    const pieces: Piece[] = []
    const rung = handInRung(submitBy, today)
    if (rung !== undefined) {
      const key = rung === 'after' ? ('year.late' as const) : ('year.due' as const)
      const villages = await this.backlog.toHandIn(tx, cycle)
      pieces.push(...villages.map((areaCode) => ({ key, areaCode, rung, day: submitBy })))
      if (rung === 'after')
        pieces.push({ key: 'year.late-town', areaCode: town, rung, day: submitBy, count: villages.length })
    }
    if (isJustOver(reviewBy, today)) {
      const count = (await this.backlog.toReview(tx, cycle)).length
      pieces.push({ key: 'year.review-town', areaCode: town, rung: 'review', day: reviewBy, count })
    }
    pieces.push(...(await this.appealPieces(tx, cycle)))
    return pieces.filter(({ count }) => count !== 0)
  }

  /** Villages are published one by one: each has a window of its own, and the town hears of those that end on one day together. */
  private async appealPieces(tx: EntityManager, { areaCode: town, year }: AssessmentCycle): Promise<Piece[]> {
    const villages: Piece[] = []
    const ofTown = new Map<string, Piece & { count: number }>()
    for (const { areaCode, from, until } of await this.windows(tx, town, year)) {
      const rung = appealRung({ from, until }, this.clock.today())
      if (rung === undefined) continue
      const piece = { rung: `appeal-${rung}`, day: until }
      villages.push({ ...piece, areaCode, key: rung === 'last' ? 'year.appeal-last' : 'year.appeal' })
      const key = rung === 'last' ? 'year.appeal-last-town' : 'year.appeal-town'
      const together = `${until} ${rung}`
      const count = (ofTown.get(together)?.count ?? 0) + 1
      ofTown.set(together, { ...piece, areaCode: town, key, count })
    }
    return [...villages, ...ofTown.values()]
  }

  /** Published results of an area's year, each with the first and the last day to raise an appeal. */
  private async windows(tx: EntityManager, under: string, year: number) {
    const lines = await this.years.linesUnder(tx, AreaScope.of(under), year)
    return lines.flatMap(({ areaCode, state, publishedOn: from, publicityUntil: until }) =>
      state === 'published' && from !== null && until !== null ? [{ areaCode, from, until }] : [],
    )
  }

  /** Villages whose window ends on the day that was told, and has not ended. */
  private async openToAppeal(tx: EntityManager, under: string, told: TextParams): Promise<string[]> {
    const today = this.clock.today()
    const windows = told.year === undefined ? [] : await this.windows(tx, under, told.year)
    return windows
      .filter(({ until }) => until === told.dueOn && until >= today)
      .map(({ areaCode }) => areaCode)
  }

  private async stillTheirs(
    tx: EntityManager,
    village: string,
    told: TextParams,
  ): Promise<TextParams | null> {
    const cycle = await this.cycle(tx, townCode(village), told, 'submitBy')
    return cycle && (await this.backlog.toHandIn(tx, cycle, village)).length > 0 ? told : null
  }

  /** The calendar that was told of; null: the day was moved since. */
  private async cycle(
    tx: EntityManager,
    town: string,
    told: TextParams,
    day: 'submitBy' | 'reviewBy',
  ): Promise<AssessmentCycle | null> {
    const cycle = told.year === undefined ? undefined : await this.years.cycle(tx, town, told.year)
    return cycle?.[day] === told.dueOn ? (cycle ?? null) : null
  }
}

const recounted = (told: TextParams, { length: count }: readonly string[]): TextParams | null =>
  count > 0 ? { ...told, count } : null

/** A day that is moved is another piece of news. */
function toNews(accountId: string, year: number, { key, areaCode, rung, day, count }: Piece): News {
  return {
    accountId,
    areaCode,
    dedupeKey: `year:${areaCode}:${year}:${day}:${rung}`,
    key,
    params: { year, dueOn: day, ...(count === undefined ? {} : { count }) },
    // A village to its own year, the town to the list of them.
    target: areaCode === townCode(areaCode) ? 'years' : yearTarget(areaCode, year),
    message: true,
  }
}
