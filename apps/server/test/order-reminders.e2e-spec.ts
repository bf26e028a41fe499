import { uuidv7 } from 'uuidv7'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { OrderReminders } from '../src/modules/orders/order-reminders.js'
import type { AppointedRole } from '../src/platform/auth/roles.js'
import { JobRunner } from '../src/platform/outbox/job-runner.js'
import { type Answer, aRegistration, register, send, VILLAGE_A, VILLAGE_B } from './support/records.js'
import { ReminderTown } from './support/reminder-town.js'
import { renew, type SignedIn } from './support/sign-in.js'

const COUNTY = VILLAGE_A.slice(0, 6)
/** A Friday; two working days before it is the Wednesday, the first one after it the Monday. */
const DUE = '2026-12-04'
const BEFORE = '有1项交办的工作12月4日到期，请答复'
const LATE = '有1项交办的工作已过期，请尽快答复'
const LATE_FOR_OFFICE = '有1项交办的工作已过期，村里还没答复'

describe('reminders of 督办', () => {
  let town: ReminderTown
  let leader: SignedIn

  beforeAll(async () => {
    town = await ReminderTown.create()
  })
  beforeEach(async () => {
    await town.begin()
    leader = await town.person('posted-leader', VILLAGE_A)
  })
  afterEach(async () => {
    expect(await town.standIn.violations()).toEqual([])
  })
  afterAll(() => town.close())

  const put = (who: SignedIn, url: string, payload: object) =>
    send(town.test, renew(town.test, who), 'PUT', url, payload)
  const issued = async (given: object = {}, who = town.office): Promise<string> => {
    const id = uuidv7()
    const about = { kind: 'part', id: 'S7' }
    const order = { areaCode: VILLAGE_A, about, text: '请补齐', dueOn: DUE, ...given }
    expect((await put(who, `/api/orders/${id}`, order)).status).toBe(201)
    return id
  }
  const answer = async (id: string, who = town.secretary) =>
    expect((await put(who, `/api/orders/${id}/answers/${uuidv7()}`, { text: '办了' })).status).toBe(200)
  const decide = async (id: string, decision: object) =>
    expect(
      (await put(town.office, `/api/orders/${id}/decisions/${uuidv7()}`, { text: '看过', ...decision }))
        .status,
    ).toBe(200)
  /** The job runs at 09:00 on each of some days. */
  const days = async (...dates: string[]) => {
    for (const date of dates) await at(`${date}T09:00:00`)
  }
  const at = async (instant: string) => {
    await town.at(instant)
    await town.test.app.get(OrderReminders).run()
  }
  /** What a person was reminded of about an order, the first line first. */
  const toldTo = async (who: SignedIn, id: string): Promise<string[]> => {
    const { items } = (await town.send(who, 'GET', '/api/inbox')).body
    return items
      .filter(({ target, text }: Answer) => target === `order/${id}` && /到期|过期/.test(text))
      .map(({ text }: Answer) => text)
      .reverse()
  }
  const villagers = () => [town.secretary, town.worker, leader]

  it('come two working days before the day and on the first one after it, and once', async () => {
    const neighbour = await town.person('village-secretary', VILLAGE_B)
    const county = await town.person('county-office', COUNTY)
    const id = await issued()
    await days('2026-11-24', '2026-12-01')
    expect(await toldTo(town.secretary, id)).toEqual([])
    await days('2026-12-02', '2026-12-03')
    for (const who of villagers()) expect(await toldTo(who, id)).toEqual([BEFORE])
    await days('2026-12-04')
    expect(await toldTo(town.secretary, id)).toEqual(['有1项交办的工作今天到期，请答复'])
    expect(await toldTo(town.office, id)).toEqual([])
    // The weekend is nobody's day.
    await days('2026-12-05', '2026-12-06')
    expect(await toldTo(town.secretary, id)).toEqual([BEFORE])
    await days('2026-12-07', '2026-12-08', '2026-12-22')
    for (const who of villagers()) expect(await toldTo(who, id)).toEqual([BEFORE, LATE])
    expect(await toldTo(town.office, id)).toEqual([LATE_FOR_OFFICE])
    for (const who of [neighbour, county]) expect(await toldTo(who, id)).toEqual([])
  })

  it('count working days: a weekend between is none of the two', async () => {
    const monday = await issued({ dueOn: '2026-12-07' })
    const sunday = await issued({ dueOn: '2026-12-06' })
    await days('2026-12-02')
    expect(await toldTo(town.secretary, monday)).toEqual([])
    await days('2026-12-03')
    expect(await toldTo(town.secretary, monday)).toEqual(['有1项交办的工作12月7日到期，请答复'])
    expect(await toldTo(town.secretary, sunday)).toEqual(['有1项交办的工作12月6日到期，请答复'])
  })

  it('do not repeat what the order itself has just said', async () => {
    await town.at('2026-12-02T10:00:00')
    const id = await issued()
    await days('2026-12-03', '2026-12-04')
    expect(await toldTo(town.secretary, id)).toEqual([])
    await days('2026-12-07')
    expect(await toldTo(town.secretary, id)).toEqual([LATE])
  })

  it('stay away when it was answered in time, closed or withdrawn', async () => {
    const answered = await issued()
    const closed = await issued()
    const withdrawn = await issued()
    await town.at('2026-12-01T09:00:00')
    await answer(answered)
    await decide(closed, { kind: 'closed' })
    await decide(withdrawn, { kind: 'withdrawn' })
    await days('2026-12-02', '2026-12-07')
    for (const id of [answered, closed, withdrawn])
      for (const who of [...villagers(), town.office]) expect(await toldTo(who, id)).toEqual([])
  })

  it('begin anew with a new day', async () => {
    const id = await issued()
    await days('2026-12-02', '2026-12-07')
    await answer(id)
    await decide(id, { kind: 'returned', dueOn: '2026-12-18' })
    await days('2026-12-08', '2026-12-15')
    expect(await toldTo(town.secretary, id)).toEqual([BEFORE, LATE])
    await days('2026-12-16', '2026-12-21', '2026-12-22')
    const second = '有1项交办的工作12月18日到期，请答复'
    expect(await toldTo(town.secretary, id)).toEqual([BEFORE, LATE, second, LATE])
    expect(await toldTo(town.office, id)).toEqual([LATE_FOR_OFFICE, LATE_FOR_OFFICE])
  })

  it('are told once by two servers that run at one moment, and by whichever has the job’s turn', async () => {
    const id = await issued()
    const both = (run: (reminders: OrderReminders) => Promise<unknown>) =>
      Promise.all([...town.replicas, ...town.replicas].map(({ app }) => run(app.get(OrderReminders))))
    await town.at('2026-12-02T09:00:00')
    await both((reminders) => reminders.run())
    for (const who of villagers()) expect(await toldTo(who, id)).toEqual([BEFORE])
    await town.at('2026-12-07T00:30:00')
    await Promise.all(town.replicas.map(({ app }) => app.get(JobRunner).tick()))
    await both((reminders) => reminders.run())
    for (const who of villagers()) expect(await toldTo(who, id)).toEqual([BEFORE, LATE])
    expect(await toldTo(town.office, id)).toEqual([LATE_FOR_OFFICE])
  })

  it('are made up for after ten days without a server: what still holds, and that alone', async () => {
    const late = await issued()
    const coming = await issued({ dueOn: '2026-12-11' })
    await town.at('2026-11-30T09:00:00')
    await days('2026-12-10')
    expect(await toldTo(town.secretary, late)).toEqual([LATE])
    expect(await toldTo(town.office, late)).toEqual([LATE_FOR_OFFICE])
    expect(await toldTo(town.secretary, coming)).toEqual(['有1项交办的工作12月11日到期，请答复'])
  })

  it('about a person whose file is kept from a role do not reach it', async () => {
    const { personId } = await register(town.test, renew(town.test, town.secretary), {
      ...aRegistration(uuidv7()),
      identity: { name: '李小弟' },
      payload: { birthYear: 2012 },
    })
    await town.duties({ id: `talk:${personId}:2026-C6`, subjectId: personId })
    const id = await issued({ about: { kind: 'duty', id: `talk:${personId}:2026-C6` } })
    await days('2026-12-02', '2026-12-07')
    expect(await toldTo(town.secretary, id)).toEqual([BEFORE, LATE])
    expect(await toldTo(town.office, id)).toEqual([LATE_FOR_OFFICE])
    expect(await toldTo(leader, id)).toEqual([])
  })

  it('reach the office that issued it, not the other one', async () => {
    const county = await town.person('county-office', COUNTY)
    const id = await issued({}, county)
    await days('2026-12-07')
    expect(await toldTo(county, id)).toEqual([LATE_FOR_OFFICE])
    expect(await toldTo(town.office, id)).toEqual([])
  })

  it('one order that cannot be told keeps no other waiting', async () => {
    const broken = await issued()
    const id = await issued()
    await town.tx.query('UPDATE supervision_order SET area_code = ? WHERE id = ?', ['1', broken])
    await town.at('2026-12-02T09:00:00')
    await expect(town.test.app.get(OrderReminders).run()).rejects.toThrow()
    expect(await toldTo(town.secretary, id)).toEqual([BEFORE])
  })

  describe('by WeChat', () => {
    beforeEach(async () => {
      await town.bind(town.secretary, 'o-secretary')
      for (let taps = 0; taps < 3; taps++) await town.allow(town.secretary, 'o-secretary')
    })
    /** An order whose own message has left. */
    const orderDrained = async (given: object = {}): Promise<string> => {
      const id = await issued(given)
      await town.drain()
      await town.standIn.settle()
      expect(await town.messages()).toEqual([expect.stringContaining('前要答复')])
      return id
    }
    const messages = async () => {
      await town.drain()
      await town.standIn.settle()
      await town.drain()
      return (await town.messages()).slice(1)
    }

    it('leave in the morning, and say nothing that was answered before', async () => {
      const id = await orderDrained()
      await at('2026-12-02T00:10:00')
      expect(await messages()).toEqual([])
      await at('2026-12-02T08:00:00')
      expect(await messages()).toEqual([BEFORE])
      await at('2026-12-07T00:10:00')
      expect(await toldTo(town.secretary, id)).toEqual([BEFORE, LATE])
      await answer(id, leader)
      await at('2026-12-07T08:00:00')
      expect(await messages()).toEqual([BEFORE])
    })

    it('say nothing of what is answered while they are being made', async () => {
      const ids = [await orderDrained()]
      while (ids.length < 8) ids.push(await issued())
      await messages()
      await town.at('2026-12-02T00:10:00')
      await Promise.all([
        ...town.replicas.map(({ app }) => app.get(OrderReminders).run()),
        ...ids.map((id) => answer(id, leader)),
      ])
      await town.at('2026-12-02T08:00:00')
      expect(await messages()).toEqual([])
    })

    it('reach the office too', async () => {
      await town.standIn.addUser('o-office')
      await town.bind(town.office, 'o-office')
      await town.allow(town.office, 'o-office')
      await orderDrained()
      await at('2026-12-07T09:00:00')
      expect((await messages()).sort()).toEqual([LATE, LATE_FOR_OFFICE].sort())
    })

    it('say once that it is late when the day has passed before they could leave', async () => {
      await orderDrained()
      // Made in the night before an outage that outlasts the day.
      await at('2026-12-02T00:10:00')
      await town.at('2026-12-14T08:00:00')
      expect(await messages()).toEqual([LATE])
      await at('2026-12-14T08:10:00')
      expect(await messages()).toEqual([LATE])
    })

    it('speak of one order once, however many lines wait for the morning', async () => {
      await orderDrained({ dueOn: '2026-12-06' })
      // The server was away until the Saturday: that says what the Monday's line takes over.
      await at('2026-12-05T10:00:00')
      await at('2026-12-07T00:10:00')
      await town.at('2026-12-07T08:00:00')
      expect(await messages()).toEqual([LATE])
    })
  })

  it.each<AppointedRole>(['grid-worker', 'police'])('are none of the %s’s', async (role) => {
    const who = await town.person(role, role === 'police' ? VILLAGE_A.slice(0, 9) : `${VILLAGE_A}G001`)
    const id = await issued()
    await days('2026-12-02', '2026-12-07')
    expect(await toldTo(who, id)).toEqual([])
  })

  it('are looked for by an index of state and day, all areas over', async () => {
    const scan = `EXPLAIN SELECT id FROM supervision_order FORCE INDEX (ix_supervision_order_due)
      WHERE state = 'open' AND due_on BETWEEN '2026-11-01' AND '2026-12-31' ORDER BY due_on, id`
    // MariaDB tells it in columns, MySQL in a sentence.
    const plan = JSON.stringify(await town.tx.query(scan))
    expect(plan).toMatch(/"key":"ix_supervision_order_due"|using ix_supervision_order_due/)
    expect(plan).not.toMatch(/filesort|Sort:/)
  })
})
