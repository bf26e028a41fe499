import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { VILLAGE_A } from './support/records.js'
import { ReminderTown } from './support/reminder-town.js'
import type { SignedIn } from './support/sign-in.js'

describe('what a person sets about reminders', () => {
  let town: ReminderTown

  beforeAll(async () => {
    town = await ReminderTown.create()
  })

  beforeEach(async () => {
    await town.begin()
    await town.allow(town.worker, 'o-worker')
  })

  afterAll(() => town.close())

  const settings = async (who: SignedIn) => (await town.send(who, 'GET', '/api/reminders')).body
  const mute = (who: SignedIn, kind: string, until: string | null) =>
    town.send(who, 'POST', '/api/reminders/mutes', { kind, until })

  it('how much is still to come this month, beside what is left to be sent', async () => {
    await town.duties(
      {},
      { dueOn: '2026-11-20' },
      { dueOn: '2026-12-01' },
      { kind: 'verification', dueOn: '2026-11-29' },
    )
    expect(await settings(town.worker)).toMatchObject({
      credits: [{ remaining: 1 }],
      forecast: { dueThisMonth: 2 },
      workingDays: { year: '2026', source: expect.stringContaining('国办发明电〔2025〕7号') },
    })
    await mute(town.worker, 'verification', '2026-12-31')
    expect((await settings(town.worker)).forecast.dueThisMonth).toBe(1)
  })

  it('one kind is silent on WeChat until its day; the inbox has it', async () => {
    await town.duties({}, { kind: 'verification', dueOn: '2026-11-30', id: 'verification:a' })
    expect((await mute(town.worker, 'verification', '2026-11-26')).body.kinds).toEqual([
      { kind: 'talk', label: '谈话', open: 1, mutedUntil: null, mutable: true },
      { kind: 'verification', label: '情况核实', open: 1, mutedUntil: '2026-11-26', mutable: true },
    ])
    await town.run()
    expect(await town.inbox(town.worker)).toEqual(['您有2项工作将于11月30日到期'])
    expect(await town.messages()).toEqual(['您有1项工作将于11月30日到期'])

    await town.allow(town.worker, 'o-worker')
    await town.at('2026-11-27T09:00:00')
    await town.run()
    expect((await town.messages()).at(-1)).toBe('您有2项工作将于11月30日到期')
  })

  it('a message of nothing but muted work is not sent, and costs nothing', async () => {
    await town.duties({})
    await mute(town.worker, 'talk', '2026-12-31')
    await town.run()
    expect(await town.states()).toEqual(['dropped'])
    expect(await town.remaining(town.worker)).toBe(1)
    expect((await settings(town.worker)).deliveries).toEqual([
      { day: '2026-11-23', state: 'dropped', text: '没有发：事情已经办完，或已静音' },
    ])
    await mute(town.worker, 'talk', null)
    expect((await settings(town.worker)).kinds[0].mutedUntil).toBeNull()
  })

  it('the weekly summary may be silent too', async () => {
    await town.standIn.addUser('o-office')
    await town.bind(town.office, 'o-office')
    await town.allow(town.office, 'o-office')
    await mute(town.office, 'digest', '2026-12-31')
    await town.at('2026-11-30T09:00:00')
    await town.run()
    expect(await town.messages()).toEqual([])
    expect(await town.inbox(town.office)).toEqual(['本周各村工作汇总已生成'])
  })

  it('the duty to report to the police is never silent, and no silence is for ever', async () => {
    expect((await mute(town.worker, 'police-report', '2026-11-30')).body.errors[0].code).toBe('neverMuted')
    expect((await mute(town.worker, 'talk', '2026-11-22')).body.errors[0].code).toBe('dateRange')
    expect((await mute(town.worker, 'talk', '2027-03-01')).body.errors[0].code).toBe('dateRange')
    expect((await mute(town.worker, 'nonsense', '2026-11-30')).body.errors[0].code).toBe('unknown')
  })

  it('what was handed to somebody is counted as his, and is his to silence', async () => {
    const grid = await town.person('grid-worker', VILLAGE_A)
    await town.duties({ id: 'talk:a' })
    await town.send(town.worker, 'POST', '/api/obligations/assignment', {
      areaCode: VILLAGE_A,
      id: 'talk:a',
      accountId: grid.accountId,
    })
    expect((await settings(grid)).kinds).toMatchObject([{ kind: 'talk', open: 1 }])
  })
})
