import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { AppointmentsService } from '../src/modules/accounts/appointments.service.js'
import { REAL_VILLAGE, register, VILLAGE_A, VILLAGE_B } from './support/records.js'
import { ReminderTown } from './support/reminder-town.js'
import { renew, type SignedIn } from './support/sign-in.js'
import { statementsOf } from './support/statements.js'
import { download } from './support/tables.js'

const publicity = {
  id: 'publicity:a',
  kind: 'publicity',
  subjectId: VILLAGE_A,
  settledBy: 'publicity-activity',
}
const handedOver = '有1项工作交给您办'

describe('duties', () => {
  let town: ReminderTown
  let grid: SignedIn

  beforeAll(async () => {
    town = await ReminderTown.create()
  })

  beforeEach(async () => {
    await town.begin()
    grid = await town.person('grid-worker', VILLAGE_A)
  })

  afterAll(() => town.close())

  const list = async (who: SignedIn, query = '') =>
    (await town.send(who, 'GET', `/api/obligations${query}`)).body
  const ids = async (who: SignedIn, query = ''): Promise<string[]> =>
    (await list(who, query)).items.map(({ id }: { id: string }) => id)
  const assign = (who: SignedIn, id: string, to: SignedIn | null, areaCode = VILLAGE_A) =>
    town.send(who, 'POST', '/api/obligations/assignment', { areaCode, id, accountId: to?.accountId ?? null })
  const longSessions = () => town.tx.query(`UPDATE session SET expires_at = '2027-12-31 00:00:00'`)
  const trail = async (): Promise<string[]> =>
    (
      await town.tx.query(
        `SELECT action FROM audit_entry WHERE action LIKE 'duty.%' ORDER BY occurred_at, id`,
      )
    ).map(({ action }: { action: string }) => action)
  const explain = (who: SignedIn, id: string, reason: string | null, areaCode = VILLAGE_A) =>
    town.send(who, 'POST', '/api/obligations/explanation', { areaCode, id, reason })

  describe('the list', () => {
    beforeEach(() =>
      town.duties(
        { id: 'talk:a', dueOn: '2026-11-20' },
        { id: 'talk:b', dueOn: '2026-11-30', areaCode: VILLAGE_B },
        { ...publicity, owedBy: 'village-secretary' },
        { id: 'retirement:a', kind: 'retirement', owedBy: 'town-office', settledBy: null },
      ),
    )

    it('is of the own office; a supervisor may ask for the whole area', async () => {
      expect(await ids(town.worker)).toEqual(['talk:a'])
      expect(await ids(town.office)).toEqual(['retirement:a'])
      expect(await ids(town.office, '?of=area')).toEqual(['talk:a', 'publicity:a', 'retirement:a', 'talk:b'])
    })

    it('is filtered by area, role, kind and due date', async () => {
      const of = (query: string) => ids(town.office, `?of=area&${query}`)
      expect(await of(`under=${VILLAGE_B}`)).toEqual(['talk:b'])
      expect(await of('owedBy=village-secretary')).toEqual(['publicity:a'])
      expect(await of('kind=talk')).toEqual(['talk:a', 'talk:b'])
      expect(await of('dueTo=2026-11-22')).toEqual(['talk:a'])
      expect(await of('dueFrom=2026-11-23&kind=talk')).toEqual(['talk:b'])
      expect((await town.send(town.worker, 'GET', `/api/obligations?under=${REAL_VILLAGE}`)).status).toBe(404)
      expect((await town.send(town.worker, 'GET', '/api/obligations?dueTo=bald')).status).toBe(422)
    })

    it('is saved as a worksheet of the same rows under the same filters, with who has each and why it waits', async () => {
      await assign(town.worker, 'talk:a', grid)
      await explain(town.secretary, 'publicity:a', 'weather')
      const saved = async (who: SignedIn, query = '') => {
        const workbook = await download(town.test, who, `/api/lists/duties/workbook${query}`)
        const rows: string[][] = []
        workbook.worksheets[0]?.eachRow((row) => rows.push(row.values as string[]))
        // Title, who took it, and the labels come first; a list without rows says so in one.
        return rows.slice(3).map((cells) => cells.slice(1))
      }
      const what = async (query: string) => (await saved(town.office, query)).map(([, kind]) => kind)
      expect(await what('')).toEqual(['满三年，准备封存档案'])
      expect(await what('?of=area')).toEqual(['谈话', '宣传活动', '满三年，准备封存档案', '谈话'])
      expect(await what(`?of=area&under=${VILLAGE_B}`)).toEqual(['谈话'])
      expect(await what('?of=area&kind=publicity')).toEqual(['宣传活动'])
      expect(await what('?of=area&owedBy=town-office')).toEqual(['满三年，准备封存档案'])
      expect(await what('?of=area&dueTo=2026-11-22')).toEqual(['谈话'])
      const [talk, publicity] = await saved(town.office, '?of=area')
      expect([talk?.[6], talk?.[7]]).toEqual(['甲', undefined])
      expect([publicity?.[6], publicity?.[7]]).toEqual([undefined, '台风、暴雨等天气，办不成'])
      const url = `/api/lists/duties/workbook?under=${REAL_VILLAGE}`
      expect((await town.send(town.worker, 'GET', url)).status).toBe(404)
      expect((await town.send(town.worker, 'GET', '/api/lists/duties/workbook?dueTo=bald')).status).toBe(422)
    })

    it('of his own, handed to him or not, is filtered by role too', async () => {
      await assign(town.secretary, 'publicity:a', town.worker)
      const of = (query: string) => ids(town.worker, `?of=own&${query}`)
      expect(await of('')).toEqual(['talk:a', 'publicity:a'])
      expect(await of('owedBy=case-worker')).toEqual(['talk:a'])
      expect(await of('owedBy=village-secretary')).toEqual(['publicity:a'])
      const { body } = await town.send(town.worker, 'GET', '/api/obligations/counts?owedBy=village-secretary')
      expect(body.items.map(({ kind }: { kind: string }) => kind)).toEqual(['publicity'])
    })

    it('counts what stands by kind and role, the overdue first', async () => {
      const { body } = await town.send(town.office, 'GET', '/api/obligations/counts?of=area')
      expect(body.items).toEqual([
        { kind: 'talk', owedBy: 'case-worker', open: 2, overdue: 1 },
        { kind: 'publicity', owedBy: 'village-secretary', open: 1, overdue: 0 },
        { kind: 'retirement', owedBy: 'town-office', open: 1, overdue: 0 },
      ])
    })
  })

  describe('handing one over', () => {
    beforeEach(() =>
      town.duties({ id: 'talk:a' }, { id: 'report:a', kind: 'police-report', settledBy: null }),
    )

    it('a colleague has it on his list, is told, and is reminded instead', async () => {
      expect((await assign(town.worker, 'talk:a', grid)).body).toMatchObject({ assigneeId: grid.accountId })
      const [item] = (await list(grid)).items
      expect(item).toMatchObject({ id: 'talk:a', owedBy: 'case-worker', assignee: { isMe: true } })
      const [given] = (await list(town.worker)).items.filter(({ id }: { id: string }) => id === 'talk:a')
      expect(given.assignee).toMatchObject({ name: '甲', isMe: false })
      await town.run()
      expect(await town.inbox(grid)).toEqual(['您有1项工作将于11月30日到期', handedOver])
      expect(await town.inbox(town.worker)).toEqual(['您有1项工作将于11月30日到期'])
    })

    it('costs a page of many villages no more than a page of one', async () => {
      const other = await town.person('grid-worker', VILLAGE_B)
      await town.duties({ id: 'talk:b', areaCode: VILLAGE_B })
      const cost = async () => (await statementsOf(town.test, () => list(town.office, '?of=area'))).length
      await assign(town.office, 'talk:a', grid)
      const ofOne = await cost()
      await assign(town.office, 'talk:b', other, VILLAGE_B)
      expect(await cost()).toBe(ofOne)
      const { items } = await list(town.office, '?of=area')
      const has = items.flatMap(({ id, assignee }: { id: string; assignee: unknown }) =>
        assignee ? [id] : [],
      )
      expect(has.toSorted()).toEqual(['talk:a', 'talk:b'])
    })

    it('goes back to the office that owes it when it is taken back, or the colleague is gone', async () => {
      await assign(town.worker, 'talk:a', grid)
      await town.tx.query(`UPDATE appointment SET to_on = '2026-11-22' WHERE account_id = ?`, [
        grid.accountId,
      ])
      await town.run()
      expect(await town.inbox(town.worker)).toEqual(['您有2项工作将于11月30日到期'])
      expect((await assign(town.worker, 'talk:a', null)).body.assigneeId).toBeNull()
    })

    it('goes back to its owners when the colleague may not do it any more; all his posts count', async () => {
      await town.duties({
        id: 'agreement:a',
        kind: 'document',
        settledBy: 'agreement',
        owedBy: 'village-secretary',
      })
      expect((await assign(town.secretary, 'agreement:a', grid)).body.errors[0].code).toBe('mayNotDo')
      const appointments = town.test.app.get(AppointmentsService)
      const { id: post } = await appointments.appoint(town.tx, {
        accountId: grid.accountId,
        role: 'case-worker',
        areaCode: VILLAGE_A,
        from: '2025-01-01',
      })
      expect((await assign(town.secretary, 'agreement:a', grid)).body.assigneeId).toBe(grid.accountId)
      await town.tx.query(`UPDATE appointment SET to_on = '2026-11-22' WHERE id = ?`, [post])
      expect(await ids(grid)).toEqual([])
      const [item] = (await list(town.secretary, '?kind=document')).items
      expect(item).toMatchObject({ id: 'agreement:a', assignee: null })
      expect((await assign(grid, 'agreement:a', town.secretary)).status).toBe(403)
      await town.run()
      expect(await town.inbox(grid)).toEqual([handedOver])
      expect(await town.inbox(town.secretary)).toEqual(['您有1项工作将于11月30日到期'])
    })

    it('goes back when the file of its person is kept from the colleague', async () => {
      const { personId } = await register(town.test, renew(town.test, town.secretary), {
        identity: { name: '李小明' },
      })
      await town.duties({ id: 'talk:c', subjectId: personId, dueOn: '2026-12-07' })
      expect((await assign(town.worker, 'talk:c', grid)).status).toBe(200)
      await town.tx.query(`UPDATE subject SET readers = ',case-worker,village-secretary,' WHERE id = ?`, [
        personId,
      ])
      expect((await assign(town.worker, 'talk:c', grid)).body.errors[0].code).toBe('mayNotDo')
      await town.run()
      expect(await town.inbox(grid)).toEqual([handedOver])
      expect(await town.inbox(town.worker)).toContain('您有1项工作将于12月7日到期')
    })

    it('twice to the same, or taken back when nobody has it: nothing is written, nobody is told', async () => {
      await assign(town.worker, 'talk:a', null)
      for (const _ of [1, 2]) expect((await assign(town.worker, 'talk:a', grid)).status).toBe(200)
      expect(await town.inbox(grid)).toEqual([handedOver])
      for (const _ of [1, 2]) expect((await assign(town.worker, 'talk:a', null)).body.assigneeId).toBeNull()
      expect(await trail()).toEqual(['duty.handed-over', 'duty.taken-back'])
    })

    it('is not said by WeChat any more when it was taken back or done in the meantime', async () => {
      await town.bind(grid, 'o-secretary')
      for (const _ of [1, 2, 3]) await town.allow(grid, 'o-secretary')
      await town.duties({ id: 'talk:b' }, { id: 'talk:c' }, { id: 'talk:d' })
      await town.at('2026-11-23T22:00:00')
      for (const id of ['talk:a', 'talk:b', 'talk:c']) await assign(town.worker, id, grid)
      await assign(town.worker, 'talk:a', null)
      await assign(town.worker, 'talk:b', town.worker)
      await town.settleDuty('talk:c')
      await town.at('2026-11-24T08:00:00')
      await town.drain()
      expect(await town.states()).toEqual(['dropped'])
      await assign(town.worker, 'talk:d', grid)
      await town.at('2026-11-25T08:00:00')
      await assign(town.worker, 'talk:d', null)
      await assign(town.worker, 'talk:d', grid)
      await town.drain()
      expect(await town.messages()).toEqual([handedOver])
    })

    it('only to somebody who works there and may do it; a report to the police stays where the law puts it', async () => {
      const neighbour = await town.person('grid-worker', VILLAGE_B)
      const teacher = await town.person('teacher', VILLAGE_A)
      for (const [id, who] of [
        ['talk:a', neighbour],
        ['talk:a', teacher],
        ['report:a', grid],
      ] as const)
        expect((await assign(town.worker, id, who)).body.errors[0].code).toBe('mayNotDo')
    })

    it('only by who owes it, has it, or answers for all; a stranger finds nothing', async () => {
      expect((await assign(grid, 'talk:a', grid)).status).toBe(403)
      expect((await assign(town.secretary, 'talk:a', grid)).status).toBe(200)
      expect((await assign(grid, 'talk:a', town.secretary)).status).toBe(200)
      const stranger = await town.person('case-worker', VILLAGE_B)
      expect((await assign(stranger, 'talk:a', stranger)).status).toBe(404)
      expect((await assign(town.worker, 'talk:gone', grid)).status).toBe(404)
    })
  })

  describe('本月没有，原因', () => {
    beforeEach(() => town.duties({ ...publicity, mendableAfterDue: false, owedBy: 'village-secretary' }))

    it('the village is reminded no more; the duty stands, and the office sees why', async () => {
      const { body } = await explain(town.secretary, 'publicity:a', 'weather')
      expect(body.explanation).toEqual({
        reason: 'weather',
        text: '台风、暴雨等天气，办不成',
        untilOn: '2026-11-30',
      })
      await town.run()
      expect(await town.inbox(town.secretary)).toEqual([])
      const [seen] = (await list(town.office, '?of=area')).items
      expect(seen).toMatchObject({ id: 'publicity:a', explanation: { text: '台风、暴雨等天气，办不成' } })
    })

    it('a window that closed unmet is told to the office all the same', async () => {
      await explain(town.secretary, 'publicity:a', 'nothing-to-do')
      await town.at('2026-12-01T09:00:00')
      await town.duties({
        ...publicity,
        mendableAfterDue: false,
        owedBy: 'village-secretary',
        state: 'lapsed',
      })
      await town.run()
      expect(await town.inbox(town.office)).toContain('有1个村的工作错过了期限')
    })

    it('a message that waits for the morning does not ask for what was explained meanwhile', async () => {
      await town.bind(town.secretary, 'o-secretary')
      await town.allow(town.secretary, 'o-secretary')
      await town.at('2026-11-23T22:00:00')
      await town.run()
      await explain(town.secretary, 'publicity:a', 'weather')
      await town.at('2026-11-24T08:00:00')
      await town.run()
      expect(await town.messages()).toEqual([])
      expect(await town.remaining(town.secretary)).toBe(1)
    })

    it('the office sends it back: the village is told, and reminded again', async () => {
      await explain(town.secretary, 'publicity:a', 'closed')
      expect((await explain(town.office, 'publicity:a', null)).body.explanation).toBeNull()
      await town.run()
      expect(await town.inbox(town.secretary)).toEqual([
        '您有1项工作将于11月30日到期',
        '您有1项工作还要办，请看一下',
      ])
    })

    it('work that can be made up is asked for again a month later', async () => {
      await longSessions()
      await town.duties({ id: 'verification:a', kind: 'verification', dueOn: '2026-11-30' })
      const { body } = await explain(town.worker, 'verification:a', 'unreachable')
      expect(body.explanation.untilOn).toBe('2026-12-24')
      await town.at('2026-12-24T09:00:00')
      await town.run()
      expect(await town.inbox(town.worker)).toEqual([])
      const late = '您有1项工作已过期，请补办'
      for (const day of ['25', '25', '26', '28']) {
        await town.at(`2026-12-${day}T09:00:00`)
        await town.run()
        expect(await town.inbox(town.worker)).toEqual([late])
      }
      // Each reason that ends is one more occasion.
      await explain(town.worker, 'verification:a', 'awaits-others')
      await town.at('2027-01-28T09:00:00')
      await town.run()
      expect(await town.inbox(town.worker)).toEqual([late])
      await town.at('2027-01-29T09:00:00')
      await town.run()
      expect(await town.inbox(town.worker)).toEqual([late, late])
    })

    it('a reason that ends on a day before days off is asked for on the first working day', async () => {
      await longSessions()
      await town.duties({ id: 'verification:a', kind: 'verification', dueOn: '2026-11-30' })
      await town.at('2026-11-24T09:00:00')
      await explain(town.worker, 'verification:a', 'unreachable')
      for (const day of ['2026-12-25', '2026-12-26', '2026-12-27']) {
        await town.at(`${day}T09:00:00`)
        await town.run()
        expect(await town.inbox(town.worker)).toEqual([])
      }
      await town.at('2026-12-28T09:00:00')
      await town.run()
      expect(await town.inbox(town.worker)).toEqual(['您有1项工作已过期，请补办'])
    })

    it('sent back, whoever is to do it now is told, not who had given the reason and left', async () => {
      await town.duties({ id: 'talk:a' })
      await explain(town.worker, 'talk:a', 'unreachable')
      await town.tx.query(`UPDATE appointment SET to_on = '2026-11-22' WHERE account_id = ?`, [
        town.worker.accountId,
      ])
      const successor = await town.person('case-worker', VILLAGE_A)
      for (const _ of [1, 2]) await explain(town.office, 'talk:a', null)
      expect(await town.inbox(successor)).toEqual(['您有1项工作还要办，请看一下'])
      expect(await town.inbox(town.worker)).toEqual([])
      expect(await trail()).toEqual(['duty.explained', 'duty.reason-withdrawn'])
    })

    it('sent back and done before the message leaves: it is not sent', async () => {
      await town.duties({ id: 'talk:a', opensOn: '2026-11-23', firstSeenOn: '2026-11-23' })
      await explain(town.worker, 'talk:a', 'unreachable')
      await town.allow(town.worker, 'o-worker')
      await town.at('2026-11-23T22:00:00')
      await explain(town.office, 'talk:a', null)
      await town.settleDuty('talk:a')
      await town.at('2026-11-24T08:00:00')
      await town.drain()
      expect(await town.states()).toEqual(['dropped'])
      expect(await town.remaining(town.worker)).toBe(1)
    })

    it('a reason is kept only while the duty stands, and in no trail', async () => {
      await town.duties({ id: 'talk:a' }, { id: 'talk:b' })
      for (const id of ['talk:a', 'talk:b']) await explain(town.worker, id, 'in-hospital')
      await explain(town.office, 'talk:b', null)
      const kept = () => town.tx.query('SELECT obligation_id FROM duty_explanation')
      expect(await kept()).toEqual([{ obligation_id: 'talk:a' }])
      await town.settleDuty('talk:a')
      expect(await kept()).toEqual([])
      expect(await trail()).toEqual(['duty.explained', 'duty.explained', 'duty.reason-withdrawn'])
      const entries = await town.tx.query(`SELECT details FROM audit_entry WHERE action LIKE 'duty.%'`)
      expect(JSON.stringify(entries)).not.toContain('hospital')
    })

    it('what follows from a finding, a document or the law is not explained away', async () => {
      await town.duties({ id: 'document:a', kind: 'document' }, { id: 'report:a', kind: 'police-report' })
      for (const id of ['document:a', 'report:a'])
        expect((await explain(town.worker, id, 'weather')).body.errors[0].code).toBe('notExplainable')
      expect((await explain(town.secretary, 'publicity:a', 'unreachable')).status).toBe(422)
    })
  })

  it('are arranged in the fictional town alone while this is a demonstration', async () => {
    const real = await town.person('village-secretary', REAL_VILLAGE)
    await town.duties({ ...publicity, areaCode: REAL_VILLAGE, owedBy: 'village-secretary' })
    expect((await explain(real, 'publicity:a', 'weather', REAL_VILLAGE)).body.code).toBe('DEMO_READ_ONLY')
  })
})
