import { assess } from '@dfv/rules'
import { DataSource } from 'typeorm'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { LedgerReader } from '../src/modules/records/ledger-reader.js'
import { ProjectionsService } from '../src/modules/scoring/projections.service.js'
import { VillageHistory } from '../src/modules/scoring/village-history.service.js'
import { GATES } from '../src/modules/scoring/village-week.js'
import { Metrics } from '../src/platform/metrics/metrics.js'
import { JobRunner } from '../src/platform/outbox/job-runner.js'
import { createTestApp, type TestApp } from './support/app.js'
import { decideByTwo } from './support/official-decisions.js'
import {
  type Answer,
  anActivity,
  aRecord,
  makeAreas,
  putRecord,
  send,
  VILLAGE_A,
  VILLAGE_B,
} from './support/records.js'
import { type SignedIn, signIn } from './support/sign-in.js'

const TOWN = VILLAGE_A.slice(0, 9)
const COUNTY = VILLAGE_A.slice(0, 6)
const DAY_MS = 86_400_000
// A Monday; the tests' clock stands on it.
const MONDAY = '2026-11-23'

describe('各村的变化、走势和授牌覆盖', () => {
  let test: TestApp
  let town: SignedIn
  let leader: SignedIn
  let secretary: SignedIn
  let city: [SignedIn, SignedIn]

  beforeAll(async () => {
    test = await createTestApp()
    await makeAreas(test)
    town = await signIn(test, { name: '王镇办', role: 'town-office', areaCode: TOWN })
    leader = await signIn(test, { name: '驻一', role: 'posted-leader', areaCode: VILLAGE_A })
    secretary = await signIn(test, { name: '陈书记', role: 'village-secretary', areaCode: VILLAGE_A })
    const assessor = (name: string) => signIn(test, { name, role: 'county-assessor', areaCode: COUNTY })
    city = [await assessor('郭考核'), await assessor('温复核')]
  })
  afterAll(() => test?.close())

  const read = (who: SignedIn, query = '') => send(test, who, 'GET', `/api/oversight${query}`)
  const history = () => test.app.get(VillageHistory)
  const rows = (): Promise<{ week: string; area_code: string; states: string; derived: number }[]> =>
    test.database.dataSource.query(
      'SELECT week, area_code, states, derived FROM village_week ORDER BY area_code, week',
    )

  it('knows the weeks before it was kept, from what the ledger had received by then', async () => {
    // One activity arrived in the week before last, one in the last, of the same month.
    test.clock.set('2026-11-11T04:00:00.000Z')
    await putRecord(test, secretary, uuidv7(), anActivity({ occurredOn: '2026-11-10' }))
    test.clock.set('2026-11-18T04:00:00.000Z')
    await putRecord(test, secretary, uuidv7(), anActivity({ occurredOn: '2026-11-04' }))
    test.clock.set(`${MONDAY}T06:00:00.000Z`)
    await test.app.get(ProjectionsService).refreshStale()
    expect((await rows()).every(({ week, derived }) => week === MONDAY && derived === 0)).toBe(true)
    // A village whose records cannot be read keeps no other waiting, and its job counts as failed; once they can, it follows.
    const records = await test.database.dataSource.query('SELECT record_id, payload FROM record_revision')
    await test.database.dataSource.query(`UPDATE record_revision SET payload = '{'`)
    const failures = vi.spyOn(test.app.get(Metrics), 'countFailure')
    await test.app.get(JobRunner).tick()
    expect(failures).toHaveBeenCalledWith('scoring.fill-past-weeks')
    failures.mockRestore()
    const filled = new Set((await rows()).filter(({ derived }) => derived === 1).map((row) => row.area_code))
    expect([filled.has(VILLAGE_A), filled.has(VILLAGE_B)]).toEqual([false, true])
    for (const { record_id, payload } of records)
      await test.database.dataSource.query('UPDATE record_revision SET payload = ? WHERE record_id = ?', [
        payload,
        record_id,
      ])
    while ((await history().fillPast()) > 0);
    const past = (await rows()).filter(({ derived }) => derived === 1)
    expect(past.filter(({ area_code }) => area_code === VILLAGE_A).map(({ week }) => week)).toEqual([
      ...['2026-08-31', '2026-09-07', '2026-09-14', '2026-09-21', '2026-09-28', '2026-10-05'],
      ...['2026-10-12', '2026-10-19', '2026-10-26', '2026-11-02', '2026-11-09', '2026-11-16'],
    ])
    const ledger = await test.app
      .get(LedgerReader)
      .read(test.database.dataSource.manager, VILLAGE_A, { allRevisions: true })
    const { standards, measures } = assess(ledger, {
      asOf: '2026-11-15',
      knownAt: '2026-11-15T15:59:59.999Z',
    })
    const states = new Map([...standards, ...measures].map(({ id, state }) => [id, state]))
    const letters = { met: 'm', notMet: 'n', undetermined: 'u', notApplicable: '-' }
    expect(past.find(({ week, area_code }) => week === '2026-11-09' && area_code === VILLAGE_A)?.states).toBe(
      GATES.map((gate) => letters[states.get(gate) ?? 'undetermined']).join(''),
    )
    expect(await history().fillPast()).toBe(0)
  })

  it('tells of each week how many standards are met, and that the past was computed later', async () => {
    const { weeks } = (await read(town)).body
    expect(weeks).toHaveLength(13)
    expect(weeks[0]).toMatchObject({ week: '2026-08-31', derived: true })
    const last = weeks.at(-1)
    expect(last).toMatchObject({ week: MONDAY, derived: false })
    expect(last.met + last.notMet + last.undetermined).toBeLessThanOrEqual(last.villages * 10)
    expect(last.met + last.notMet + last.undetermined).toBeGreaterThan(0)
  })

  it('tells what changed since last week, and a week later what had changed in it', async () => {
    const workPlan = aRecord('village-document', {
      occurredOn: MONDAY,
      payload: { document: 'work-plan', year: 2026, title: '2026年工作方案' },
    })
    const m1 = (changes: Answer[], village: string) =>
      changes.find(({ areaCode }) => areaCode === village)?.changes.find(({ gate }: Answer) => gate === 'M1')
    const before = (await read(town)).body.thisWeek
    expect(m1(before, VILLAGE_A)).toBeUndefined()
    expect((await putRecord(test, secretary, uuidv7(), workPlan)).status).toBe(201)
    await test.app.get(JobRunner).drain()
    const { thisWeek } = (await read(town)).body
    expect(m1(thisWeek, VILLAGE_A)).toEqual({ gate: 'M1', from: 'notMet', to: 'met' })
    expect(thisWeek.find(({ areaCode }: Answer) => areaCode === VILLAGE_A).name).toBe('示范村A')
    expect(m1(thisWeek, VILLAGE_B)).toBeUndefined()
    test.clock.advance(7 * DAY_MS)
    const next = await signIn(test, { name: '王二', role: 'town-office', areaCode: TOWN })
    await test.app.get(ProjectionsService).refreshStale()
    const later = (await read(next)).body
    test.clock.advance(-7 * DAY_MS)
    expect(m1(later.lastWeek, VILLAGE_A)).toEqual({ gate: 'M1', from: 'notMet', to: 'met' })
    expect(m1(later.thisWeek, VILLAGE_A)).toBeUndefined()
  })

  it('tells late work by its kind, the oldest first, as many as the village has', async () => {
    const [village] = (await send(test, town, 'GET', `/api/villages?under=${VILLAGE_A}`)).body.items
    const { open } = (await send(test, town, 'GET', `/api/villages/${VILLAGE_A}/obligations`)).body
    const late = open.filter(({ dueOn }: Answer) => dueOn < MONDAY)
    expect(late.length).toBeGreaterThan(0)
    expect(village.late.reduce((sum: number, { count }: Answer) => sum + count, 0)).toBe(late.length)
    for (const { kind, count, since } of village.late) {
      const own = late.filter((duty: Answer) => duty.kind === kind)
      expect([count, since]).toEqual([own.length, own.map(({ dueOn }: Answer) => dueOn).sort()[0]])
    }
    const days = village.late.map(({ since }: Answer) => since)
    expect(days).toEqual([...days].sort())
  })

  it('counts the villages with the plaque at the end of each year, warned ones too', async () => {
    const decide = (kind: string, year: number, on: string) =>
      decideByTwo(test, city, VILLAGE_A, { kind, year, on })
    for (const [kind, year, on] of [
      ['passed', 2023, '2024-01-20'],
      ['submitted', 2023, '2024-03-01'],
      ['awarded', 2023, '2024-06-01'],
      ['failed', 2024, '2025-01-20'],
      ['failed', 2025, '2026-01-20'],
    ] as const)
      expect((await decide(kind, year, on)).status).toBe(200)
    const { coverage } = (await read(town)).body
    const villages = coverage[0].villages
    expect(villages).toBeGreaterThan(1)
    expect(coverage).toEqual([
      { year: 2023, held: 0, warned: 0, villages },
      { year: 2024, held: 1, warned: 0, villages },
      { year: 2025, held: 1, warned: 1, villages },
      { year: 2026, held: 0, warned: 0, villages },
    ])
  })

  it('cuts a wider area to one’s own, and is for supervisors', async () => {
    const own = (await read(leader, `?under=${TOWN}`)).body
    expect(own.coverage[0].villages).toBe(1)
    expect(own.weeks.every(({ villages }: { villages: number }) => villages === 1)).toBe(true)
    expect(JSON.stringify(own)).not.toContain(VILLAGE_B)
    expect((await read(leader, `?under=${VILLAGE_B}`)).status).toBe(404)
    expect((await read(secretary)).body.code).toBe('FORBIDDEN')
  })

  it('asks the database the same few questions for one village and for two', async () => {
    const logQuery = vi.spyOn(test.app.get(DataSource).logger, 'logQuery')
    const count = async (query: string) => {
      logQuery.mockClear()
      await read(town, query)
      return logQuery.mock.calls.length
    }
    const one = await count(`?under=${VILLAGE_A}`)
    expect(await count(`?under=${TOWN}`)).toBe(one)
    logQuery.mockRestore()
    // One for the session, five for the answer.
    expect(one).toBeLessThanOrEqual(6)
  })

  it('forgets what is older than three years', async () => {
    await test.database.dataSource.query(
      `INSERT INTO village_week SELECT '2023-11-13', area_code, '2023-11-19', states, met, not_met, undetermined, overdue, 0
       FROM village_week WHERE week = ?`,
      [MONDAY],
    )
    await history().forget()
    expect((await rows()).map(({ week }) => week)).not.toContain('2023-11-13')
    expect((await rows()).map(({ week }) => week)).toContain('2026-08-31')
  })
})
