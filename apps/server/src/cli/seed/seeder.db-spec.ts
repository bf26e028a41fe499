import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSeedableApp, type SeedableApp } from '../../../test/support/seeded-app.js'
import { duties, rowCounts, stateOf } from '../../../test/support/seeded-town.js'
import { HouseholdsService } from '../../modules/pledges/households/households.service.js'
import { ProjectionsService } from '../../modules/scoring/projections.service.js'
import { AreaScope } from '../../platform/auth/area-scope.js'
import { DEMO_TOWN } from '../../platform/demo-areas.js'
import { demoVillageCode, LETTERS } from '../seed-data/demo-town.js'
import { castActor } from './actors.js'
import { castAccountId } from './cast-ids.js'

const REAL_TOWN = '441581105'

describe('the seed in demo mode', () => {
  let test: SeedableApp
  let first: Record<string, number>

  beforeAll(async () => {
    test = await createSeedableApp()
    await test.seed()
    first = await rowCounts(test)
  })

  afterAll(() => test?.close())

  it('tells a year in eight villages: persons and places, two thousand records of every kind, a hundred and thirty quizzes', async () => {
    const types: { type: string; n: string }[] = await test.database.dataSource.query(
      'SELECT type, COUNT(*) AS n FROM subject GROUP BY type',
    )
    expect(Object.fromEntries(types.map(({ type, n }) => [type, Number(n)]))).toEqual({
      person: 63,
      venue: 15,
      grid: 15,
      site: 7,
      school: 2,
    })
    expect(first.record).toBeGreaterThan(1800)
    // 130 residents, and four of the staff of one venue.
    expect(first.quiz_attempt).toBe(134)
    const [villages] = await test.database.dataSource.query(
      `SELECT COUNT(*) AS n FROM area WHERE level = 'village' AND start_on IS NOT NULL`,
    )
    expect(Number(villages.n)).toBe(LETTERS.length)
  })

  it('changes nothing when it runs again, even another day', async () => {
    await test.seed()
    expect(await rowCounts(test)).toEqual(first)
    test.clock.advance(3 * 86_400_000)
    const lines = await test.seed()
    test.clock.advance(-3 * 86_400_000)
    expect(await rowCounts(test)).toEqual(first)
    expect(lines.every((line) => line.endsWith('already there'))).toBe(true)
  })

  it('leaves the real town as it is: twelve villages, nobody registered, nothing started', async () => {
    const { from, to } = AreaScope.of(REAL_TOWN)
    const count = async (sql: string) =>
      Number((await test.database.dataSource.query(`SELECT COUNT(*) AS n FROM ${sql}`, [from, to]))[0].n)
    const within = 'area_code >= ? AND area_code < ?'
    expect(await count(`area WHERE level = 'village' AND start_on IS NULL AND code >= ? AND code < ?`)).toBe(
      12,
    )
    for (const table of [
      'subject',
      'record',
      'village_ledger',
      'village_state',
      'obligation',
      'appointment',
      'quiz_attempt',
    ])
      expect({ table, rows: await count(`${table} WHERE ${within}`) }).toEqual({ table, rows: 0 })
  })

  it('writes every record of the story inside the fictional town, in the order of time, with the audit of each', async () => {
    const outside = await test.database.dataSource.query('SELECT id FROM record WHERE area_code NOT LIKE ?', [
      `${DEMO_TOWN}%`,
    ])
    expect(outside).toEqual([])
    const [late] = await test.database.dataSource.query(
      'SELECT COUNT(*) AS n FROM record_revision WHERE received_at > ? OR DATE(received_at) < DATE_SUB(occurred_on, INTERVAL 1 DAY)',
      [test.clock.now()],
    )
    expect(Number(late.n)).toBe(0)
    const [audited] = await test.database.dataSource.query(
      `SELECT COUNT(*) AS n FROM audit_entry WHERE action IN ('record.submitted', 'record.revised', 'record.derived')`,
    )
    expect(Number(audited.n)).toBe(first.record_revision)
  })

  it('gives the manager a roster with names nobody can read, and the school a class in the ledger', async () => {
    const sql = (text: string) => test.database.dataSource.query(text)
    const staff: { name_sealed: Buffer }[] = await sql(
      'SELECT name_sealed FROM venue_staff WHERE left_on IS NULL',
    )
    expect(staff).toHaveLength(6)
    for (const { name_sealed } of staff) expect(name_sealed.toString('utf8')).not.toMatch(/演|示/)
    const classes: { payload: string }[] = await sql(
      `SELECT v.payload FROM record r JOIN record_revision v ON v.record_id = r.id WHERE r.kind = 'class-session'`,
    )
    expect(classes.map(({ payload }) => JSON.parse(payload))).toMatchObject([
      { pupils: 31, valid: 29, aware: 26 },
    ])
    const [bound]: { n: string }[] = await sql(
      `SELECT COUNT(*) AS n FROM appointment a JOIN subject s ON s.id = a.subject_id AND s.area_code = a.area_code`,
    )
    expect(Number(bound!.n)).toBe(2)
  })

  it('leaves projections that equal a fresh fold, and no work behind', async () => {
    expect(await test.app.get(ProjectionsService).verify()).toEqual([])
    const waiting = await test.database.dataSource.query(
      `SELECT type FROM outbox_event WHERE type = 'ledger.changed' AND state <> 'done'`,
    )
    expect(waiting).toEqual([])
  })

  it('closes the files of those who are abstinent three years, and nobody else’s', async () => {
    const sealed: { code: string }[] = await test.database.dataSource.query(
      `SELECT code FROM subject WHERE state = 'sealed' ORDER BY area_code, number`,
    )
    const letters = sealed.map(({ code }) => code.replace(/^示范|-.*$/g, ''))
    expect(letters.join('')).toBe('AABBBBDEFG')
  })

  it('issues the pledges of the year; some are signed and sealed, the secretary of A has still to sign', async () => {
    const pledges: { state: string; signer_account_id: string; level: string }[] =
      await test.database.dataSource.query('SELECT state, signer_account_id, level FROM pledge')
    const ofLevel = (asked: string) => pledges.filter(({ level }) => level === asked).length
    expect(['town-village', 'village-grid-worker', 'class', 'village-venue'].map(ofLevel)).toEqual([
      8, 16, 1, 1,
    ])
    // The venue's manager was asked, and then the venue signed on paper.
    expect(pledges.find(({ level }) => level === 'village-venue')?.state).toBe('withdrawn')
    const states = pledges.filter(({ level }) => level !== 'village-household').map(({ state }) => state)
    expect(states.filter((state) => state === 'sealed')).toHaveLength(10)
    expect(states.filter((state) => state === 'to-sign')).toHaveLength(15)
    const own = pledges.find((pledge) => pledge.signer_account_id === castAccountId('A.secretary'))
    expect(own).toMatchObject({ state: 'to-sign', level: 'town-village' })
  })

  it('has the households of A sign: by slip, at the door and on paper, each once, of as many as its grids count', async () => {
    const pledges: { state: string; name: Buffer; stoodBy: string | null }[] =
      await test.database.dataSource.query(
        `SELECT p.state, p.signer_name_sealed AS name, s.stood_by AS stoodBy
         FROM pledge p JOIN pledge_signature s ON s.pledge_id = p.id WHERE p.level = 'village-household' ORDER BY p.household_no`,
      )
    expect(pledges.map(({ state }) => state)).toEqual(Array(4).fill('sealed'))
    expect(pledges.map(({ stoodBy }) => stoodBy)).toEqual([
      null,
      castAccountId('A.secretary'),
      null,
      castAccountId('A.grid1'),
    ])
    for (const { name } of pledges) expect(name.toString('utf8')).not.toMatch(/演/)
    const village = demoVillageCode('A')
    const actor = castActor('A.secretary', test.clock.now())
    const [lastYear, thisYear] = await Promise.all(
      [2025, 2026].map((year) =>
        test.app.get(HouseholdsService, { strict: false }).show(actor, village, year),
      ),
    )
    // Only what grids count otherwise is told apart.
    expect(thisYear).toMatchObject({ signed: 8, inGrids: undefined })
    expect(thisYear!.numbers.filter(({ state }) => state !== 'open').map(({ number }) => number)).toEqual([
      1, 2, 4, 6, 8, 9, 10, 15,
    ])
    expect(lastYear).toMatchObject({ signed: 3, size: thisYear!.size, inGrids: undefined })
    const { scorecard } = await stateOf(test, 'A')
    const pledged = scorecard.parts.find(({ id }: { id: string }) => id === 'S4.pledges')
    expect(pledged.notes).toContainEqual({
      code: 'householdPledges',
      params: { numerator: 8, denominator: thisYear!.size },
    })
  })

  it('A: an everyday village, with a duty past its day and one activity to go', async () => {
    const { row, parts, scorecard } = await stateOf(test, 'A')
    expect(parts).toMatchObject({
      'S2.support': 'met',
      'S2.talks': 'met',
      'S2.tests': 'met',
      'S2.relapse': 'met',
      'S4.groups': 'met',
      S7: 'met',
    })
    expect(parts).toMatchObject({ 'S4.pledges': 'notMet', S3: 'notMet', M6: 'notMet', M2: 'met', S8: 'met' })
    expect(scorecard.populations.threeYears).toBe(2)
    expect(scorecard.lateRecordIds).toHaveLength(1)
    expect(row.overdue).toBeGreaterThan(0)
    const publicity = (await duties(test, 'A')).filter(({ kind }) => kind === 'publicity')
    expect(publicity).toEqual([{ kind: 'publicity', state: 'open', due_on: '2026-11-30' }])
  })

  it('B: all ten standards and all six measures are met', async () => {
    const { parts, scorecard } = await stateOf(test, 'B')
    expect(parts).toMatchObject({ 'S2.relapse': 'met', 'S2.threeYears': 'met', S7: 'met', M6: 'met' })
    expect(scorecard.verdict).toBe('met')
  })

  it('C: nobody was found, the roster says so, and the work is done all the same', async () => {
    const { scorecard } = await stateOf(test, 'C')
    expect(scorecard).toMatchObject({ track: 'none-found', verdict: 'met' })
    expect(scorecard.populations).toMatchObject({ cumulative: 0, rosterConfirmed: true })
  })

  it('D: a talk of the last cycle was missed; nothing asks for it any more', async () => {
    const { parts } = await stateOf(test, 'D')
    expect(parts).toMatchObject({ 'S2.talks': 'notMet', 'S9.division': 'notMet', 'S9.work': 'notMet' })
    const talks = (await duties(test, 'D')).filter(({ kind }) => kind === 'talk')
    expect(talks).toContainEqual({ kind: 'talk', state: 'lapsed', due_on: '2026-10-31' })
  })

  it('E: a group lacks its police officer, the roster is not confirmed', async () => {
    const { parts, scorecard } = await stateOf(test, 'E')
    expect(parts).toMatchObject({
      'S4.groups': 'notMet',
      'S5.newUsers': 'notMet',
      S6: 'undetermined',
      'S10.rules': 'notMet',
      M2: 'notMet',
      M3: 'notMet',
    })
    expect(scorecard.populations.rosterConfirmed).toBe(false)
    const kinds = (await duties(test, 'E')).map(({ kind }) => kind)
    expect(kinds).toEqual(expect.arrayContaining(['group-members', 'roster-confirmation', 'support-group']))
  })

  it('F: a positive test without an outcome leaves the village undetermined', async () => {
    const { parts } = await stateOf(test, 'F')
    expect(parts).toMatchObject({ 'S2.relapse': 'undetermined', M6: 'notMet' })
    expect((await duties(test, 'F')).map(({ kind }) => kind)).toContain('test-outcome')
  })

  it('G: two records wait for a second person', async () => {
    const { row, parts } = await stateOf(test, 'G')
    expect(row.pending).toBe(2)
    expect(parts).toMatchObject({
      'S2.relapse': 'undetermined',
      'S2.talks': 'met',
      S1: 'notMet',
      'S9.skill': 'notMet',
      'S10.lines': 'notMet',
    })
  })

  it('H: an empty village is not a drug-free one', async () => {
    const { row, scorecard } = await stateOf(test, 'H')
    expect(row.last_record_at).toBeNull()
    expect(scorecard.track).toBe('ten-standards')
    expect(scorecard.standards.every(({ state }: { state: string }) => state !== 'met')).toBe(true)
  })
})
