import { POLICIES } from '@dfv/rules'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestApp, type TestApp } from '../../../test/support/app.js'
import {
  anActivity,
  aRecord,
  aStatus,
  aTalk,
  makeAreas,
  putRecord,
  register,
  send,
  VILLAGE_A,
  VILLAGE_B,
} from '../../../test/support/records.js'
import { type SignedIn, signIn } from '../../../test/support/sign-in.js'
import { Transactions } from '../../platform/database/transactions.js'
import { JobRunner } from '../../platform/outbox/job-runner.js'
import { FileSealing } from '../registers/file-sealing.service.js'
import { ObligationsService } from './obligations.service.js'
import { ProjectionsService } from './projections.service.js'
import { rulesOf } from './village-projection.js'
import { VillageStatesRepository } from './village-states.repository.js'

const DAY_MS = 86_400_000

describe('projections', () => {
  let test: TestApp
  let secretary: SignedIn
  let caseWorker: SignedIn
  let town: SignedIn
  let projections: ProjectionsService
  let states: VillageStatesRepository

  beforeAll(async () => {
    test = await createTestApp()
    projections = test.app.get(ProjectionsService)
    states = test.app.get(VillageStatesRepository)
  })

  beforeEach(async () => {
    test.clock.set('2026-11-23T06:00:00.000Z')
    await test.database.empty()
    await makeAreas(test)
    secretary = await signIn(test, { name: '陈书记', role: 'village-secretary', areaCode: VILLAGE_A })
    caseWorker = await signIn(test, { name: '林专干', role: 'case-worker', areaCode: VILLAGE_A })
    town = await signIn(test, { name: '吴主任', role: 'town-office', areaCode: '441581990' })
  })

  afterAll(() => test?.close())

  const stateOf = (code = VILLAGE_A) => states.find(test.database.dataSource.manager, code)
  const dutiesOf = (code = VILLAGE_A): Promise<Record<string, unknown>[]> =>
    test.database.dataSource.query(
      `SELECT id, kind, state, due_on, first_seen_on, settled_at, owed_by FROM obligation WHERE area_code = ? ORDER BY id`,
      [code],
    )
  const dutyOf = async (kind: string, period: string) =>
    (await dutiesOf()).find(({ id }) => String(id).startsWith(`${kind}:`) && String(id).endsWith(period))
  const drain = () => test.app.get(JobRunner).drain()

  /** Somebody under support since March, whose talk of November and December is open. */
  async function supportedPerson(): Promise<string> {
    const { personId } = await register(test, secretary)
    const statusId = uuidv7()
    await putRecord(test, caseWorker, statusId, aStatus(personId))
    const { status } = await send(test, town, 'POST', `/api/records/${statusId}/review`, {
      decision: 'accept',
    })
    expect(status).toBeLessThan(300)
    return personId
  }

  it('follow every accepted record through the outbox', async () => {
    await putRecord(test, secretary, uuidv7(), anActivity())
    expect(await stateOf()).toBeNull()
    await drain()
    expect(await stateOf()).toMatchObject({ ledgerVersion: 1, asOf: '2026-11-23', ...rulesOf(POLICIES) })
    await putRecord(test, secretary, uuidv7(), anActivity({ occurredOn: '2026-11-21' }))
    await drain()
    expect(await stateOf()).toMatchObject({ ledgerVersion: 2 })
    expect(await projections.verify()).not.toEqual([])
    await projections.refreshStale()
    expect(await projections.verify()).toEqual([])
  })

  it('forget why a duty was not done when the file of its person is sealed', async () => {
    const police = await signIn(test, { name: '周警官', role: 'police', areaCode: '441581990' })
    const about = { subjectId: await supportedPerson(), occurredOn: '2026-03-03' }
    const payload = { abstinentSince: '2023-11-24', document: '解除决定书' }
    const start = aRecord('abstinence-start', { ...about, payload })
    expect((await putRecord(test, police, uuidv7(), start)).status).toBe(201)
    await drain()
    const { id } = (await dutyOf('verification', '2026-03-02'))!
    const said = { areaCode: VILLAGE_A, id, reason: 'in-hospital' }
    expect((await send(test, secretary, 'POST', '/api/obligations/explanation', said)).status).toBe(200)
    test.clock.set('2026-11-24T01:00:00.000Z')
    expect(await test.app.get(FileSealing).run()).toBe(1)
    await drain()
    expect(await test.database.dataSource.query('SELECT * FROM duty_explanation')).toEqual([])
  })

  it('are left alone when the change was computed already', async () => {
    await putRecord(test, secretary, uuidv7(), anActivity())
    await projections.refresh(VILLAGE_A)
    const before = await stateOf()
    test.clock.advance(1000)
    await drain()
    expect(await stateOf()).toEqual(before)
    expect(await projections.refresh(VILLAGE_A)).toBe('current')
  })

  it('turn stale at midnight in China and are computed by the daily job', async () => {
    await projections.refreshStale()
    test.clock.set('2026-11-23T15:59:59.000Z')
    expect(await projections.refreshStale()).toBe(0)
    test.clock.set('2026-11-23T16:00:00.000Z')
    expect(await projections.refreshStale()).toBe(3)
    expect(await stateOf()).toMatchObject({ asOf: '2026-11-24' })
  })

  it('of the others follow when one cannot be computed, and that one is named', async () => {
    await putRecord(test, secretary, uuidv7(), anActivity())
    await projections.refreshStale()
    await test.database.dataSource.query(`UPDATE record_revision SET payload = '{'`)
    test.clock.set('2026-11-23T16:00:00.000Z')
    await expect(projections.refreshStale()).rejects.toMatchObject({
      errors: [expect.objectContaining({ message: `village ${VILLAGE_A}` })],
    })
    expect(await stateOf(VILLAGE_B)).toMatchObject({ asOf: '2026-11-24' })
  })

  it('are computed again after a release of the rules or the policy, and keep what they know of the duties', async () => {
    await supportedPerson()
    await drain()
    const before = await dutiesOf()
    for (const column of ['policy_version', 'rules_version']) {
      await test.database.dataSource.query(`UPDATE village_state SET ${column} = '0' WHERE area_code = ?`, [
        VILLAGE_A,
      ])
      test.clock.advance(60_000)
      expect(await projections.refreshStale()).toBeGreaterThan(0)
      expect(await stateOf()).toMatchObject(rulesOf(POLICIES))
    }
    expect(await dutiesOf()).toEqual(before)
  })

  it('never replace a newer computation: a later ledger, a later day, a later release', async () => {
    await putRecord(test, secretary, uuidv7(), anActivity())
    await projections.refresh(VILLAGE_A)
    const newer = { ...(await stateOf())! }
    const tx = test.app.get(Transactions)
    const older = { ...newer, summary: '{"older":true}' }
    expect(await tx.run((m) => states.replaceUnlessNewer(m, { ...older, ledgerVersion: 0 }))).toBe(false)
    expect(await tx.run((m) => states.replaceUnlessNewer(m, { ...older, asOf: '2026-11-22' }))).toBe(false)
    expect(await stateOf()).toEqual(newer)

    const set = (column: string, value: unknown) =>
      test.database.dataSource.query(`UPDATE village_state SET ${column} = ? WHERE area_code = ?`, [
        value,
        VILLAGE_A,
      ])
    for (const [column, value] of [
      ['ledger_version', 99],
      ['as_of', '2026-11-25'],
      ['rules_version', '99.0.0'],
      ['policy_version', '2099-1'],
    ] as const) {
      await set(column, value)
      expect({ column, outcome: await projections.refresh(VILLAGE_A) }).toEqual({
        column,
        outcome: 'superseded',
      })
      await set('ledger_version', newer.ledgerVersion)
      await set('as_of', newer.asOf)
      await set('rules_version', newer.rulesVersion)
      await set('policy_version', newer.policyVersion)
    }
  })

  it('end at the newest ledger when replicas compute while records arrive', async () => {
    const records = Array.from({ length: 12 }, (_, index) =>
      putRecord(test, secretary, uuidv7(), anActivity({ payload: { place: `地点${index}` } })).then(() =>
        projections.refresh(VILLAGE_A),
      ),
    )
    const rivals = Array.from({ length: 6 }, () => projections.refresh(VILLAGE_A, true))
    await Promise.all([...records, ...rivals])
    expect(await stateOf()).toMatchObject({ ledgerVersion: 12 })
    await projections.refreshStale()
    expect(await projections.verify()).toEqual([])
  })

  it('settle a duty when it is done, and open it again when the record is withdrawn', async () => {
    const personId = await supportedPerson()
    await drain()
    expect(await dutyOf('talk', '2026-C6')).toMatchObject({
      state: 'open',
      due_on: '2026-12-31',
      first_seen_on: '2026-11-23',
      owed_by: 'case-worker',
    })
    const talkId = uuidv7()
    test.clock.advance(DAY_MS)
    const today = {
      ...caseWorker,
      ...(await signIn(test, { name: '林专干', role: 'case-worker', areaCode: VILLAGE_A })),
    }
    await putRecord(test, today, talkId, aTalk(personId))
    await drain()
    expect(await dutyOf('talk', '2026-C6')).toMatchObject({ state: 'settled', first_seen_on: '2026-11-23' })
    const voided = { ...aTalk(personId), revision: 2, replaces: 1, payload: {}, void: { reason: '记错了人' } }
    expect((await putRecord(test, today, talkId, voided)).status).toBe(201)
    await drain()
    expect(await dutyOf('talk', '2026-C6')).toMatchObject({
      state: 'open',
      first_seen_on: '2026-11-23',
      settled_at: null,
    })
    await projections.refreshStale()
    expect(await projections.verify()).toEqual([])
  })

  it('let a window lapse over New Year, and settle it when a late entry turns up', async () => {
    const personId = await supportedPerson()
    await drain()
    test.clock.set('2027-01-02T02:00:00.000Z')
    await projections.refreshStale()
    expect(await dutyOf('talk', '2026-C6')).toMatchObject({ state: 'lapsed', owed_by: 'case-worker' })
    expect(await dutyOf('talk', '2027-C1')).toMatchObject({ state: 'open' })
    const worker = await signIn(test, { name: '林专干', role: 'case-worker', areaCode: VILLAGE_A })
    await putRecord(test, worker, uuidv7(), aTalk(personId, { occurredOn: '2026-12-20' }))
    await drain()
    expect(await dutyOf('talk', '2026-C6')).toMatchObject({ state: 'settled' })
    await projections.refreshStale()
    expect(await projections.verify()).toEqual([])
  })

  it('tell what was altered behind their back', async () => {
    await supportedPerson()
    await projections.refreshStale()
    expect(await projections.verify()).toEqual([])
    await test.database.dataSource.query(`UPDATE village_state SET overdue = 9 WHERE area_code = ?`, [
      VILLAGE_A,
    ])
    await test.database.dataSource.query(
      `UPDATE obligation SET due_on = '2027-06-01' WHERE area_code = ? AND kind = 'talk'`,
      [VILLAGE_A],
    )
    await test.database.dataSource.query(
      `DELETE FROM obligation WHERE area_code = ? AND kind = 'publicity'`,
      [VILLAGE_A],
    )
    const told = (await projections.verify()).join('\n')
    expect(told).toContain(`${VILLAGE_A} overdue differs`)
    expect(told).toMatch(/duty talk:\S+ differs/)
    expect(told).toMatch(/duty publicity:\S+ is missing/)
    await projections.rebuild()
    expect(await projections.verify()).toEqual([])
  })

  describe('duties for lists and reminders', () => {
    const all = async (
      list: (cursor?: string) => Promise<{ items: { id: string }[]; nextCursor: string | null }>,
    ) => {
      const ids: string[] = []
      let cursor: string | undefined
      do {
        const page = await list(cursor)
        ids.push(...page.items.map(({ id }) => id))
        cursor = page.nextCursor ?? undefined
      } while (cursor)
      return ids
    }

    it('come in pages that neither repeat nor lose one', async () => {
      await supportedPerson()
      await projections.refreshStale()
      const tx = test.database.dataSource.manager
      const service = test.app.get(ObligationsService)
      const [stored] = await tx.query('SELECT COUNT(*) AS n FROM obligation')
      const rows = await tx.query(`SELECT id FROM obligation WHERE state = 'open' OR due_on >= '2026-09-01'`)
      const fed = await all((afterCursor) =>
        service.feed(tx, { lapsedSince: '2026-09-01', afterCursor, limit: 3 }),
      )
      expect([...fed].sort()).toEqual(rows.map(({ id }: { id: string }) => id).sort())
      const due = await all((afterCursor) =>
        service.dueBetween(tx, { from: '2026-01-01', to: '2027-12-31', afterCursor, limit: 2 }),
      )
      expect(new Set(due).size).toBe(due.length)
      expect(due).toHaveLength(Number(stored.n))
    })

    it('stay within the area and the day that were asked for', async () => {
      await projections.refreshStale()
      const tx = test.database.dataSource.manager
      const service = test.app.get(ObligationsService)
      const own = await service.openFor(tx, { from: VILLAGE_B, to: `${VILLAGE_B}~` }, '2026-11-23')
      expect(own.length).toBeGreaterThan(0)
      expect(new Set(own.map(({ areaCode }) => areaCode))).toEqual(new Set([VILLAGE_B]))
      expect(await service.openFor(tx, { from: VILLAGE_B, to: `${VILLAGE_B}~` }, '2025-01-01')).toEqual([])
      const one = own[0]!
      expect(await service.find(tx, VILLAGE_B, one.id)).toEqual(one)
      expect(await service.find(tx, VILLAGE_A, one.id)).toBeNull()
    })
  })
})
