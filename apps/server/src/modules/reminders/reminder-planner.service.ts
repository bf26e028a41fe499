import { addDays, type IsoDate } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import { AreaScope, townCode } from '../../platform/auth/area-scope.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { derivedId } from '../../platform/derived-id.js'
import { mondayOf } from '../../platform/weeks.js'
import { AppointmentsService } from '../accounts/appointments.service.js'
import { DutyArrangements } from '../scoring/duty-arrangements.js'
import { ObligationsService } from '../scoring/obligations.service.js'
import { type Draft, type DutyClaim, draftsOf } from './duty-drafts.js'
import { type Audience, latestWeek, rungsDue, type Span } from './ladder.js'
import { NotificationsRepository } from './notifications.repository.js'
import { NotificationsService } from './notifications.service.js'
import { ProgressRepository } from './progress.repository.js'
import { Recipients, Supervisors } from './recipients.service.js'
import type { TextParams } from './reminder-texts.js'

/** The first run looks back so far: what stands by then is told once. */
const FIRST_RUN_DAYS = 366
/** No row of days off is longer: a rung for the day after one of these days is told within the span that follows. */
const LONGEST_REST_DAYS = 14
/** A window that closed longer ago is history, not news. */
const MISSED_NEWS_DAYS = 31

type Candidate = DutyClaim & { audience: Audience }

/** Turns duties into inbox lines, at any hour, and messages, which wait for the morning. Any number of replicas may run it at once, and as often as they like. */
@Injectable()
export class ReminderPlanner {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly obligations: ObligationsService,
    private readonly arrangements: DutyArrangements,
    private readonly appointments: AppointmentsService,
    private readonly supervisors: Supervisors,
    private readonly notifications: NotificationsService,
    private readonly repository: NotificationsRepository,
    private readonly progress: ProgressRepository,
  ) {}

  /** @returns how many inbox lines were added */
  async run(): Promise<number> {
    const today = this.clock.today()
    const span = await this.span(today)
    const recipients = new Recipients(this.appointments, this.transactions.read, today)
    const byAccount = await this.candidates(span, recipients)
    const digests = await this.digests(span, recipients)
    let added = 0
    for (const accountId of new Set([...byAccount.keys(), ...digests.keys()]))
      added += await this.tell(accountId, byAccount.get(accountId) ?? [], digests.get(accountId) ?? [])
    // Only now: a run that broke off leaves its days to the next one.
    await this.transactions.run((tx) => this.progress.complete(tx, today, addDays(today, -FIRST_RUN_DAYS)))
    return added
  }

  /** The last day looked at is looked at again: duties may have turned up on it later. Claims keep it harmless. */
  private async span(today: IsoDate): Promise<Span> {
    const progress = await this.progress.find(this.transactions.read)
    const last = progress && (progress.completedOn < today ? progress.completedOn : progress.previousOn)
    return { after: last ? addDays(last, -1) : addDays(today, -FIRST_RUN_DAYS), upTo: today }
  }

  private async candidates(span: Span, recipients: Recipients): Promise<Map<string, Candidate[]>> {
    const byAccount = new Map<string, Candidate[]>()
    const lapsedSince = addDays(span.upTo, -MISSED_NEWS_DAYS)
    const explainedUpTo = await this.arrangements.endedBetween(
      this.transactions.read,
      addDays(span.after, -LONGEST_REST_DAYS),
      addDays(span.upTo, -1),
    )
    let afterCursor: string | undefined
    do {
      const page = await this.obligations.feed(this.transactions.read, { lapsedSince, afterCursor })
      const due = page.items
        .map((duty) => ({ duty, rungs: rungsDue({ ...duty, explainedUpTo: explainedUpTo(duty) }, span) }))
        .filter(({ rungs }) => rungs.length > 0)
      const arrangements = await this.arrangements.of(
        this.transactions.read,
        due.map(({ duty }) => duty),
        span.upTo,
      )
      for (const { duty, rungs } of due) {
        const { assignment, explanation } = arrangements.of(duty)
        for (const { rung, audience } of rungs) {
          if (explanation && audience !== 'town-office') continue
          for (const accountId of await recipients.of(audience, duty, assignment?.accountId)) {
            // Each reason that ends is one more occasion.
            const occasion = rung === 'again' ? `again ${explainedUpTo(duty)}` : rung
            const id = derivedId('rung', duty.areaCode, duty.id, occasion, accountId)
            const claim = { id, areaCode: duty.areaCode, dutyId: duty.id, rung, dueOn: duty.dueOn, audience }
            const own = byAccount.get(accountId)
            if (own) own.push(claim)
            else byAccount.set(accountId, [claim])
          }
        }
      }
      afterCursor = page.nextCursor ?? undefined
    } while (afterCursor !== undefined)
    return byAccount
  }

  private async digests(span: Span, recipients: Recipients): Promise<Map<string, Draft[]>> {
    const byAccount = new Map<string, Draft[]>()
    const monday = latestWeek(span)
    if (monday === undefined) return byAccount
    for (const { role, areaCode } of await this.supervisors.offices(this.transactions.read, span.upTo)) {
      for (const accountId of await recipients.holding(role, areaCode)) {
        // Whoever holds two offices gets the week of each.
        const id = derivedId('digest', monday, areaCode, accountId)
        const claim = { id, areaCode, dutyId: '', rung: 'digest' as const, dueOn: monday }
        const digest = { key: 'digest.week' as const, areaCode, target: 'overview', message: true }
        byAccount.set(accountId, [...(byAccount.get(accountId) ?? []), { ...digest, claims: [claim] }])
      }
    }
    return byAccount
  }

  /** What a supervisor's week begins with: how much is overdue in his area, and how much falls due until Sunday. */
  private async weekOf(areaCode: string): Promise<TextParams> {
    const today = this.clock.today()
    const scope = AreaScope.of(areaCode)
    const until = addDays(mondayOf(today), 6)
    const counts = await this.obligations.countOpen(this.transactions.read, scope, {
      openedBy: until,
      dueTo: until,
      today,
    })
    const sum = (of: (count: (typeof counts)[number]) => number) =>
      counts.reduce((all, count) => all + of(count), 0)
    return { count: sum(({ overdue }) => overdue), soon: sum(({ open, overdue }) => open - overdue) }
  }

  private async tell(accountId: string, candidates: Candidate[], digests: Draft[]): Promise<number> {
    const ids = [...candidates, ...digests.flatMap(({ claims }) => claims)].map(({ id }) => id)
    // Most runs find everything told: one read spares the transaction.
    const taken = await this.repository.takenClaims(this.transactions.read, ids)
    const fresh = uniqueById(candidates).filter(({ id }) => !taken.has(id))
    const drafts = draftsOf(fresh, { today: this.clock.today(), townCode })
    for (const digest of digests)
      if (digest.claims.some(({ id }) => !taken.has(id)))
        drafts.push({ ...digest, params: await this.weekOf(digest.areaCode) })
    if (drafts.length === 0) return 0
    const ofPerson = drafts.map((draft) => ({ ...draft, accountId }))
    return this.transactions.run((tx) => this.notifications.add(tx, ofPerson))
  }
}

/** Somebody may be told of one rung in two capacities; he is told once. */
function uniqueById(candidates: readonly Candidate[]): Candidate[] {
  return [...new Map(candidates.map((candidate) => [candidate.id, candidate])).values()]
}
