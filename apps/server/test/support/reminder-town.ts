import { CredentialsService } from '../../src/modules/accounts/credentials.service.js'
import { type News, NotificationsService } from '../../src/modules/reminders/notifications.service.js'
import { ReminderPlanner } from '../../src/modules/reminders/reminder-planner.service.js'
import type { ObligationRow } from '../../src/modules/scoring/obligation.entity.js'
import { ObligationsRepository } from '../../src/modules/scoring/obligations.repository.js'
import type { AppointedRole } from '../../src/platform/auth/roles.js'
import { DEMO_TOWN } from '../../src/platform/demo-areas.js'
import { JobRunner } from '../../src/platform/outbox/job-runner.js'
import type { TestApp } from './app.js'
import { makeAreas, send, VILLAGE_A } from './records.js'
import { createReplicas } from './replicas.js'
import { renew, type SignedIn, signIn } from './sign-in.js'
import { type StandIn, startStandIn } from './stand-in.js'

const CHINA_OFFSET_MS = 8 * 3_600_000

/** Instant of a time in China. */
const china = (text: string) => `${text}+08:00`

/** The fictional town with its staff, two replicas of the server and WeChat: what tests of reminders work with. */
export class ReminderTown {
  worker: SignedIn
  secretary: SignedIn
  office: SignedIn
  private serial = 0

  private constructor(
    readonly standIn: StandIn,
    readonly replicas: readonly TestApp[],
  ) {}

  static async create(): Promise<ReminderTown> {
    const standIn = await startStandIn()
    const town = new ReminderTown(standIn, await createReplicas(2, standIn.env))
    await town.test.app.listen(0, '127.0.0.1')
    return town
  }

  /** The replica that answers requests and gets pushes. */
  get test(): TestApp {
    return this.replicas[0] as TestApp
  }

  get tx() {
    return this.test.database.dataSource.manager
  }

  /** 09:00 on Monday, 23 November 2026, on a server that has run all along and has nothing to tell. */
  async begin(): Promise<void> {
    await this.test.database.empty()
    await this.standIn.control('POST /__/reset', {})
    this.test.clock.set(china('2026-11-23T09:00:00'))
    await this.standIn.setClock(china('2026-11-23T09:00:00'))
    await makeAreas(this.test)
    this.worker = await this.person('case-worker', VILLAGE_A)
    this.secretary = await this.person('village-secretary', VILLAGE_A)
    this.office = await this.person('town-office', DEMO_TOWN)
    for (const openId of ['o-worker', 'o-secretary']) await this.standIn.addUser(openId)
    await this.bind(this.worker, 'o-worker')
    for (const day of ['2026-11-22T09:00:00', '2026-11-23T09:00:00']) {
      this.test.clock.set(china(day))
      await this.plan()
    }
    // What the Monday itself brought the office is not the matter of most tests.
    for (const table of ['notification_delivery', 'outbox_event', 'notification'])
      await this.tx.query(`DELETE FROM ${table}`)
  }

  async close(): Promise<void> {
    for (const replica of this.replicas) await replica.close()
    await this.standIn.close()
  }

  /** Moves the clocks of servers and WeChat, in China's time. */
  async at(text: string): Promise<void> {
    this.test.clock.set(china(text))
    await this.standIn.setClock(china(text))
  }

  async wait(ms: number): Promise<void> {
    const local = new Date(this.test.clock.now().getTime() + ms + CHINA_OFFSET_MS)
    await this.at(local.toISOString().slice(0, -1))
  }

  plan(replica = this.test): Promise<number> {
    return replica.app.get(ReminderPlanner).run()
  }

  drain(replica = this.test): Promise<void> {
    return replica.app.get(JobRunner).drain()
  }

  /** Everything that happens on its own until nothing more does. */
  async run(): Promise<void> {
    await this.plan()
    await this.drain()
    await this.standIn.settle()
    await this.drain()
  }

  /** Duties as the projection would hold them: of village A's case worker, due on 30 November. */
  duties(...rows: Partial<ObligationRow>[]): Promise<void> {
    return this.test.app.get(ObligationsRepository).put(
      this.tx,
      rows.map((row): ObligationRow => {
        this.serial += 1
        return {
          areaCode: VILLAGE_A,
          id: `talk:person-${this.serial}:2026-C6`,
          kind: 'talk',
          subjectId: `person-${this.serial}`,
          period: '2026-C6',
          part: 'S2.talks',
          opensOn: '2026-11-01',
          dueOn: '2026-11-30',
          owedBy: 'case-worker',
          settledBy: 'talk',
          mendableAfterDue: true,
          body: '{}',
          state: 'open',
          firstSeenOn: '2026-11-01',
          settledAt: null,
          changedAt: this.test.clock.now(),
          ...row,
        }
      }),
    )
  }

  settleDuty(id: string): Promise<void> {
    const repository = this.test.app.get(ObligationsRepository)
    return repository.close(this.tx, VILLAGE_A, [id], 'settled', this.test.clock.now())
  }

  person(role: AppointedRole, areaCode: string): Promise<SignedIn> {
    return signIn(this.test, { name: '甲', role, areaCode })
  }

  async bind(who: SignedIn, openId: string): Promise<void> {
    await this.test.app.get(CredentialsService).bind(this.tx, who.accountId, openId)
  }

  tell(news: Pick<News, 'dedupeKey'> & Partial<News>): Promise<boolean> {
    const { accountId } = this.worker
    return this.test.database.dataSource.transaction((tx) =>
      this.test.app.get(NotificationsService).tell(tx, {
        accountId,
        areaCode: VILLAGE_A,
        key: 'record.returned',
        target: 'record/record-1',
        message: true,
        ...news,
      }),
    )
  }

  send(who: SignedIn | undefined, method: 'GET' | 'POST', url: string, payload?: unknown) {
    return send(this.test, who && renew(this.test, who), method, url, payload)
  }

  async inbox(who: SignedIn): Promise<string[]> {
    const { body } = await this.send(who, 'GET', '/api/inbox')
    return body.items.map((item: { text: string }) => item.text)
  }

  async remaining(who: SignedIn): Promise<number> {
    return (await this.send(who, 'GET', '/api/reminders')).body.credits[0].remaining
  }

  /** The phone's report of what WeChat's pop-up gave. */
  tap(who: SignedIn, result = 'accept', id?: string) {
    const results = [{ templateId: this.standIn.templateId, result }]
    return this.send(who, 'POST', '/api/reminders/credits', { ...(id === undefined ? {} : { id }), results })
  }

  /** The person taps 允许: the pop-up in WeChat, then the phone's report to us. */
  async allow(who: SignedIn, openId: string): Promise<void> {
    const results = await this.standIn.answerPopup(openId, 'accept')
    await this.tap(who, results[this.standIn.templateId])
  }

  async takePushes(): Promise<boolean> {
    return this.standIn.pushTo(await this.test.app.getUrl())
  }

  deliveries(): Promise<{ state: string; attempts: number; errcode: number | null }[]> {
    return this.tx.query(
      `SELECT state, attempts, errcode FROM notification_delivery ORDER BY created_at, notification_id`,
    )
  }

  async states(): Promise<string[]> {
    return (await this.deliveries()).map(({ state }) => state)
  }

  /** First keyword of each message that reached a phone. */
  async messages(): Promise<(string | undefined)[]> {
    return (await this.standIn.sent()).map(({ data }) => data.thing1)
  }

  fault(path: string, more: object): Promise<unknown> {
    return this.standIn.control('POST /__/faults', { path, ...more })
  }

  async callsOf(path: string): Promise<number> {
    return (await this.standIn.calls())[path] ?? 0
  }
}
