import { uuidv7 } from 'uuidv7'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { AppointmentsService } from '../src/modules/accounts/appointments.service.js'
import { NotificationsService } from '../src/modules/reminders/notifications.service.js'
import { ReminderPlanner } from '../src/modules/reminders/reminder-planner.service.js'
import { DEMO_TOWN } from '../src/platform/demo-areas.js'
import { JobRunner } from '../src/platform/outbox/job-runner.js'
import { send, VILLAGE_A, VILLAGE_B } from './support/records.js'
import { ReminderTown } from './support/reminder-town.js'
import { renew, type SignedIn } from './support/sign-in.js'

const SEND_PATH = '/cgi-bin/message/subscribe/send'
const FORBIDDEN = /吸毒|毒品|尿检|禁毒|戒毒|康复|帮教|谈话|检测|示范|名册/
const TOKEN_PATH = '/cgi-bin/stable_token'

describe('reminders', () => {
  let town: ReminderTown

  beforeAll(async () => {
    town = await ReminderTown.create()
  })

  beforeEach(() => town.begin())

  afterEach(async () => {
    expect(await town.standIn.violations()).toEqual([])
  })

  afterAll(() => town.close())

  describe('the story of one message', () => {
    it('a tap allows one; the reminder is sent once; the next one stays in the app', async () => {
      expect(await town.takePushes()).toBe(true)
      await town.allow(town.worker, 'o-worker')
      await town.standIn.settle()
      await town.drain()
      // The phone and WeChat both reported it: one credit.
      expect(await town.remaining(town.worker)).toBe(1)

      await town.duties({}, {})
      await town.run()
      expect(await town.inbox(town.worker)).toEqual(['您有2项工作将于11月30日到期'])
      const [message, ...more] = await town.standIn.sent()
      expect(more).toEqual([])
      expect(message).toMatchObject({
        openid: 'o-worker',
        page: 'packages-me/inbox/index',
        data: { thing1: '您有2项工作将于11月30日到期', date2: '2026年11月30日', thing3: '请打开小程序查看' },
      })
      expect(JSON.stringify(message)).not.toMatch(FORBIDDEN)
      expect(await town.remaining(town.worker)).toBe(0)
      expect(await town.states()).toEqual(['sent'])

      await town.run()
      // Two days before is a Saturday: asked on Friday.
      await town.at('2026-11-27T09:00:00')
      await town.run()
      expect(await town.standIn.sent()).toHaveLength(1)
      expect(await town.inbox(town.worker)).toEqual([
        '您有2项工作将于11月30日到期',
        '您有2项工作将于11月30日到期',
      ])
      expect(await town.states()).toEqual(['sent', 'no-credit'])
    })

    it('works without WeChat: the inbox has it', async () => {
      await town.duties({ owedBy: 'village-secretary' })
      await town.run()
      expect(await town.inbox(town.secretary)).toEqual(['您有1项工作将于11月30日到期'])
      expect(await town.states()).toEqual(['unbound'])
      expect(await town.callsOf(SEND_PATH)).toBe(0)
    })

    it('says nothing of what was done before the message left', async () => {
      await town.allow(town.worker, 'o-worker')
      await town.duties({ id: 'talk:a' }, { id: 'talk:b' })
      await town.plan()
      await town.settleDuty('talk:a')
      await town.drain()
      expect((await town.standIn.sent())[0]?.data.thing1).toBe('您有1项工作将于11月30日到期')
    })

    it('is not sent at all when everything was done, and costs no credit', async () => {
      await town.allow(town.worker, 'o-worker')
      await town.duties({ id: 'talk:a' })
      await town.plan()
      await town.settleDuty('talk:a')
      await town.drain()
      expect(await town.states()).toEqual(['dropped'])
      expect(await town.standIn.sent()).toEqual([])
      expect(await town.remaining(town.worker)).toBe(1)
    })

    it('is one a day and person, whatever there is to say', async () => {
      await town.allow(town.worker, 'o-worker')
      await town.allow(town.worker, 'o-worker')
      await town.duties({}, { dueOn: '2026-11-25' }, { dueOn: '2026-11-23' })
      await town.run()
      expect(await town.inbox(town.worker)).toHaveLength(3)
      expect(await town.messages()).toEqual(['您有3项工作最早今天到期'])
      await town.duties({ dueOn: '2026-11-23' })
      await town.run()
      expect(await town.inbox(town.worker)).toHaveLength(4)
      expect(await town.standIn.sent()).toHaveLength(1)
      expect(await town.remaining(town.worker)).toBe(1)
    })

    it('is not for new work: that stands in the app only', async () => {
      await town.allow(town.worker, 'o-worker')
      await town.duties({ opensOn: '2026-11-23', dueOn: '2026-12-31', firstSeenOn: '2026-11-23' })
      await town.run()
      expect(await town.inbox(town.worker)).toEqual(['您有1项新的工作可以办理'])
      expect(await town.states()).toEqual([])
    })
  })

  describe('who is told', () => {
    it('the secretary three days after, the town office seven days after, and nobody twice', async () => {
      await town.duties({ dueOn: '2026-11-30' })
      await town.at('2026-12-02T09:00:00')
      await town.run()
      expect(await town.inbox(town.secretary)).toEqual([])
      await town.at('2026-12-03T09:00:00')
      await town.run()
      expect(await town.inbox(town.secretary)).toEqual(['本村有1项工作已过期3天'])
      const late = '有1个村的工作过期满7天'
      await town.at('2026-12-06T09:00:00')
      await town.run()
      expect(await town.inbox(town.office)).not.toContain(late)
      await town.at('2026-12-07T09:00:00')
      await town.run()
      expect(await town.inbox(town.office)).toContain(late)
      for (const day of ['08', '09', '13']) {
        await town.at(`2026-12-${day}T09:00:00`)
        await town.run()
      }
      expect(await town.inbox(town.secretary)).toHaveLength(1)
      expect((await town.inbox(town.office)).filter((text) => text === late)).toHaveLength(1)
    })

    it('secretary and town office once of a window that closed unmet', async () => {
      await town.duties({ dueOn: '2026-11-22', state: 'lapsed', mendableAfterDue: false })
      await town.run()
      await town.at('2026-11-24T09:00:00')
      await town.run()
      expect(await town.inbox(town.secretary)).toEqual(['本村有1项工作错过了期限'])
      expect(await town.inbox(town.office)).toEqual(['有1个村的工作错过了期限'])
      expect(await town.inbox(town.worker)).toEqual([])
    })

    it('the town’s holder of a role the village has not, else the secretary', async () => {
      const police = await town.person('police', DEMO_TOWN)
      await town.duties({ owedBy: 'police' }, { owedBy: 'grid-worker' })
      await town.run()
      expect(await town.inbox(police)).toEqual(['您有1项工作将于11月30日到期'])
      expect(await town.inbox(town.secretary)).toEqual(['您有1项工作将于11月30日到期'])
    })

    it('nobody of another village', async () => {
      const neighbour = await town.person('case-worker', VILLAGE_B)
      await town.duties({})
      await town.run()
      expect(await town.inbox(neighbour)).toEqual([])
    })

    it('the offices on Mondays of the week, once', async () => {
      const county = await town.person('county-office', '441581')
      await town.run()
      const digests = async (who: SignedIn) =>
        (await town.inbox(who)).filter((text) => text.startsWith('本周'))
      const before = { office: await digests(town.office), county: await digests(county) }
      await town.duties(
        { dueOn: '2026-11-20' },
        { dueOn: '2026-12-01' },
        { dueOn: '2026-12-06' },
        { dueOn: '2026-12-07' },
      )
      await town.at('2026-11-29T09:00:00')
      await town.run()
      expect(await digests(town.office)).toEqual(before.office)
      for (const hour of ['08', '09', '20']) {
        await town.at(`2026-11-30T${hour}:00:00`)
        await town.run()
      }
      const week = '本周各村工作：已过期1项，本周到期2项'
      expect(await digests(town.office)).toEqual([week, ...before.office])
      expect(await digests(county)).toEqual([week, ...before.county])
      expect(await digests(town.secretary)).toEqual([])
    })

    it('of each of two offices that one person holds', async () => {
      await town.test.app.get(AppointmentsService).appoint(town.tx, {
        accountId: town.office.accountId,
        role: 'county-office',
        areaCode: '441581',
        from: '2026-01-01',
      })
      await town.at('2026-11-30T09:00:00')
      await town.run()
      const digests = (await town.inbox(town.office)).filter((text) => text.startsWith('本周'))
      expect(digests).toHaveLength(2)
    })
  })

  describe('what is over', () => {
    it('an order that moved on before the message left is not spoken of by WeChat', async () => {
      await town.bind(town.secretary, 'o-secretary')
      await town.allow(town.secretary, 'o-secretary')
      await town.at('2026-11-23T22:00:00')
      const put = async (who: SignedIn, url: string, body: object) => {
        const { status } = await send(town.test, renew(town.test, who), 'PUT', url, body)
        expect(status).toBeLessThan(300)
      }
      const issue = async () => {
        const id = uuidv7()
        await put(town.office, `/api/orders/${id}`, {
          areaCode: VILLAGE_A,
          about: { kind: 'part', id: 'S7' },
          text: '请补齐',
          dueOn: '2026-12-04',
        })
        return id
      }
      const withdrawn = await issue()
      await put(town.office, `/api/orders/${withdrawn}/decisions/${uuidv7()}`, {
        kind: 'withdrawn',
        text: '弄错了',
      })
      await issue()
      const answered = await issue()
      await put(town.worker, `/api/orders/${answered}/answers/${uuidv7()}`, { text: '补了' })
      await town.at('2026-11-24T08:00:00')
      await town.drain()
      expect(await town.messages()).toEqual(['有1项交办的工作12月4日前要答复'])
      expect(await town.inbox(town.secretary)).toHaveLength(4)
    })
  })

  describe('never twice, never lost', () => {
    it('two replicas at the same moment make one line and one message', async () => {
      await town.allow(town.worker, 'o-worker')
      await town.allow(town.worker, 'o-worker')
      await town.duties(...Array.from({ length: 12 }, () => ({})))
      await Promise.all(town.replicas.flatMap((replica) => [town.plan(replica), town.plan(replica)]))
      await Promise.all(town.replicas.flatMap((replica) => [town.drain(replica), town.drain(replica)]))
      expect(await town.inbox(town.worker)).toEqual(['您有12项工作将于11月30日到期'])
      expect(await town.standIn.sent()).toHaveLength(1)
      expect(await town.callsOf(TOKEN_PATH)).toBe(1)
      expect(await town.remaining(town.worker)).toBe(1)
    })

    it('two replicas whose jobs tick remind of what the rules themselves find owed', async () => {
      await town.allow(town.worker, 'o-worker')
      await town.bind(town.secretary, 'o-secretary')
      await town.allow(town.secretary, 'o-secretary')
      for (let minute = 0; minute < 3; minute++) {
        await Promise.all(town.replicas.map(({ app }) => app.get(JobRunner).tick()))
        await Promise.all(town.replicas.map((replica) => town.drain(replica)))
        await town.wait(61_000)
      }
      const claims: { n: number }[] = await town.tx.query(
        `SELECT COUNT(*) AS n FROM reminder_claim WHERE rung <> 'digest' GROUP BY area_code, duty_id, rung, notification_id HAVING n > 1`,
      )
      expect(claims).toEqual([])
      const told = [...(await town.inbox(town.worker)), ...(await town.inbox(town.secretary))]
      expect(told.length).toBeGreaterThan(0)
      const recipients = (await town.standIn.sent()).map(({ openid }) => openid)
      expect(recipients.length).toBe(new Set(recipients).size)
      expect(recipients.length).toBeGreaterThan(0)
    })

    it('ten days of outage: one message with the last word, and the due day is not lost', async () => {
      await town.allow(town.worker, 'o-worker')
      await town.allow(town.worker, 'o-worker')
      await town.duties({ dueOn: '2026-12-03' }, { dueOn: '2026-12-05', id: 'talk:later' })
      await town.run()
      await town.at('2026-12-03T09:00:00')
      await town.run()
      await town.run()
      expect(await town.inbox(town.worker)).toEqual(
        expect.arrayContaining(['您有1项工作今天到期', '您有1项工作将于12月5日到期']),
      )
      expect(await town.messages()).toEqual(['您有2项工作最早今天到期'])
      // The 5th is a Saturday.
      await town.at('2026-12-04T09:00:00')
      await town.run()
      expect(await town.inbox(town.worker)).toHaveLength(3)
      expect(await town.standIn.sent()).toHaveLength(2)
    })

    it('a run that broke off leaves its days to the next one', async () => {
      await town.duties({})
      const planner = town.test.app.get(ReminderPlanner)
      const notifications = town.test.app.get(NotificationsService)
      const add = notifications.add
      notifications.add = () => Promise.reject(new Error('power cut'))
      await expect(planner.run()).rejects.toThrow('power cut')
      notifications.add = add
      await town.at('2026-11-26T09:00:00')
      await town.run()
      expect(await town.inbox(town.worker)).toEqual(['您有1项工作将于11月30日到期'])
    })
  })

  describe('quiet hours', () => {
    const tell = () => town.tell({ dedupeKey: 'returned:record-1' })

    it('news of the night is in the app at once and goes out at 08:00', async () => {
      await town.allow(town.worker, 'o-worker')
      await town.at('2026-11-23T22:00:00')
      expect(await tell()).toBe(true)
      expect(await tell()).toBe(false)
      await town.drain()
      expect(await town.inbox(town.worker)).toEqual(['您有1条记录需要修改'])
      await town.at('2026-11-24T07:59:59')
      await town.drain()
      expect(await town.standIn.sent()).toEqual([])
      await town.at('2026-11-24T08:00:00')
      await town.drain()
      expect(await town.messages()).toEqual(['您有1条记录需要修改'])
    })

    it('duties found by night stand in the app, and join the message that waits', async () => {
      await town.allow(town.worker, 'o-worker')
      await town.at('2026-11-23T22:00:00')
      await tell()
      await town.duties({ dueOn: '2026-11-26' })
      await town.at('2026-11-24T07:00:00')
      await town.run()
      expect(await town.inbox(town.worker)).toEqual(['您有1项工作将于11月26日到期', '您有1条记录需要修改'])
      expect(await town.messages()).toEqual([])
      await town.at('2026-11-24T08:00:00')
      await town.run()
      expect(await town.messages()).toEqual(['您有2项事情要看'])
    })

    it('a message that could not leave before 21:00 waits for the morning', async () => {
      await town.allow(town.worker, 'o-worker')
      await town.at('2026-11-23T20:59:58')
      await tell()
      await town.fault(SEND_PATH, { errcode: -1 })
      await town.drain()
      await town.at('2026-11-23T21:00:00')
      await town.drain()
      expect(await town.states()).toEqual(['queued'])
      await town.at('2026-11-24T08:00:00')
      await town.drain()
      expect(await town.states()).toEqual(['sent'])
    })
  })
})
