import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { REAL_VILLAGE, VILLAGE_A, VILLAGE_B } from './support/records.js'
import { ReminderTown } from './support/reminder-town.js'
import type { SignedIn } from './support/sign-in.js'

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

    it('goes back to the office that owes it when it is taken back, or the colleague is gone', async () => {
      await assign(town.worker, 'talk:a', grid)
      await town.tx.query(`UPDATE appointment SET to_on = '2026-11-22' WHERE account_id = ?`, [
        grid.accountId,
      ])
      await town.run()
      expect(await town.inbox(town.worker)).toEqual(['您有2项工作将于11月30日到期'])
      expect((await assign(town.worker, 'talk:a', null)).body.assigneeId).toBeNull()
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
      await town.duties({ id: 'verification:a', kind: 'verification', dueOn: '2026-11-30' })
      const { body } = await explain(town.worker, 'verification:a', 'unreachable')
      expect(body.explanation.untilOn).toBe('2026-12-24')
    })

    it('a reason is kept only while the duty stands, and in no trail', async () => {
      await town.duties({ id: 'talk:a' }, { id: 'talk:b' })
      for (const id of ['talk:a', 'talk:b']) await explain(town.worker, id, 'in-hospital')
      await explain(town.office, 'talk:b', null)
      const kept = () => town.tx.query('SELECT obligation_id FROM duty_explanation')
      expect(await kept()).toEqual([{ obligation_id: 'talk:a' }])
      await town.settleDuty('talk:a')
      expect(await kept()).toEqual([])
      const trail = await town.tx.query(
        `SELECT action, details FROM audit_entry WHERE action LIKE 'duty.%' ORDER BY action, id`,
      )
      expect(trail.map(({ action }: { action: string }) => action)).toEqual([
        'duty.explained',
        'duty.explained',
        'duty.reason-withdrawn',
      ])
      expect(JSON.stringify(trail)).not.toContain('hospital')
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
