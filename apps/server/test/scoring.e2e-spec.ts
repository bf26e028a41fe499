import { assess, obligations, type VillageLedger } from '@dfv/rules'
import { DataSource } from 'typeorm'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { demoVillageCode, LETTERS } from '../src/cli/seed-data/demo-town.js'
import { ProjectionsService } from '../src/modules/scoring/projections.service.js'
import { canonicalJson } from '../src/platform/canonical-json.js'
import { JobRunner } from '../src/platform/outbox/job-runner.js'
import { type Answer, anActivity, putRecord, send } from './support/records.js'
import { createSeedableApp, type SeedableApp } from './support/seeded-app.js'
import { type SignedIn, signIn } from './support/sign-in.js'

const TOWN = '441581990'
const A = demoVillageCode('A')
const B = demoVillageCode('B')

describe('评分、总览、应办的事', () => {
  let test: SeedableApp
  let town: SignedIn
  let county: SignedIn
  let otherTown: SignedIn
  let police: SignedIn
  let leader: SignedIn
  let secretary: SignedIn
  let caseWorker: SignedIn
  let gridWorker: SignedIn
  let resident: SignedIn

  beforeAll(async () => {
    test = await createSeedableApp()
    await test.seed()
    town = await signIn(test, { name: '镇一', role: 'town-office', areaCode: TOWN })
    county = await signIn(test, { name: '市一', role: 'county-office', areaCode: '441581' })
    otherTown = await signIn(test, { name: '博美', role: 'town-office', areaCode: '441581105' })
    police = await signIn(test, { name: '警一', role: 'police', areaCode: TOWN })
    leader = await signIn(test, { name: '驻一', role: 'posted-leader', areaCode: A })
    secretary = await signIn(test, { name: '书一', role: 'village-secretary', areaCode: A })
    caseWorker = await signIn(test, { name: '专一', role: 'case-worker', areaCode: A })
    gridWorker = await signIn(test, { name: '格一', role: 'grid-worker', areaCode: `${A}G001` })
    resident = await signIn(test, { name: '群众' })
  })

  afterAll(() => test?.close())

  const get = (who: SignedIn | undefined, url: string) => send(test, who, 'GET', url)
  const listed = async (who: SignedIn, query = '') => {
    const { status, body } = await get(who, `/api/villages${query}`)
    expect(status).toBe(200)
    return body.items.map(({ areaCode }: Answer) => areaCode)
  }

  describe('各村对标', () => {
    it('shows the started villages of one’s own area in the order of the official codes', async () => {
      const { status, body } = await get(town, `/api/villages?under=${TOWN}`)
      expect(status).toBe(200)
      expect(body).toMatchObject({ asOf: '2026-11-23', notStarted: 0 })
      expect(body.items.map(({ name }: Answer) => name)).toEqual(LETTERS.map((letter) => `示范村${letter}`))
      expect(body.items[0]).toMatchObject({
        areaCode: A,
        isDemo: true,
        stale: false,
        track: 'ten-standards',
        roster: { month: '2026-10', confirmed: true },
        pending: 0,
      })
      const { open } = (await get(town, `/api/villages/${A}/obligations`)).body
      const late = open.filter(({ dueOn }: Answer) => dueOn < '2026-11-23')
      expect(late.length).toBeGreaterThan(0)
      expect(body.items[0].overdue).toBe(late.length)
      expect(body.items[0].standards).toContainEqual({ id: 'S7', state: 'met' })
      expect(body.items[0].parts).toContainEqual({ id: 'S2.threeYears', state: 'notMet' })
      expect(body.items[0].awareness).toContainEqual(
        expect.objectContaining({ audience: 'resident', valid: 90 }),
      )
    })

    it('says how many villages have not started', async () => {
      const { body } = await get(county, '/api/villages')
      expect(body.items).toHaveLength(8)
      expect(body.notStarted).toBe(12)
      expect(await listed(otherTown)).toEqual([])
    })

    it('cuts a wider area to one’s own, and answers 404 outside it', async () => {
      expect(await listed(town, '?under=441581')).toHaveLength(8)
      expect(await listed(leader, `?under=${TOWN}`)).toEqual([A])
      expect(await listed(leader)).toEqual([A])
      expect(await listed(town, `?under=${B}`)).toEqual([B])
      for (const [who, under] of [
        [town, '441581105'],
        [leader, B],
        [otherTown, TOWN],
        [county, '440000'],
      ] as const)
        expect((await get(who, `/api/villages?under=${under}`)).status).toBe(404)
      expect((await get(town, '/api/villages?under=示范镇')).status).toBe(422)
    })

    it('is for supervisors', async () => {
      expect((await get(undefined, '/api/villages')).body.code).toBe('SIGN_IN_REQUIRED')
      for (const who of [caseWorker, gridWorker, secretary, resident])
        expect((await get(who, `/api/villages?under=${A}`)).body.code).toBe('FORBIDDEN')
    })

    it('names nobody: no person, no record, no account', async () => {
      const text = JSON.stringify((await get(town, '/api/villages')).body)
      expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7/)
      expect(text).not.toContain('例')
    })

    it('asks the database the same few questions for two villages and for eight', async () => {
      const logQuery = vi.spyOn(test.app.get(DataSource).logger, 'logQuery')
      const count = async (who: SignedIn, query: string) => {
        logQuery.mockClear()
        await get(who, `/api/villages${query}`)
        return logQuery.mock.calls.length
      }
      const one = await count(town, `?under=${A}`)
      expect(await count(town, `?under=${TOWN}`)).toBe(one)
      expect(await count(county, '')).toBe(one)
      // One for the session, six for the list.
      expect(one).toBeGreaterThan(1)
      expect(one).toBeLessThanOrEqual(7)
      logQuery.mockRestore()
    })

    it('says that it is stale after midnight in China, until the daily job has run', async () => {
      test.clock.advance(86_400_000)
      const fresh = await signIn(test, { name: '镇二', role: 'town-office', areaCode: TOWN })
      const stale = (await get(fresh, '/api/villages')).body.items.map((item: Answer) => item.stale)
      await test.app.get(ProjectionsService).refreshStale()
      const after = (await get(fresh, '/api/villages')).body.items.map((item: Answer) => item.stale)
      test.clock.advance(-86_400_000)
      expect(stale).toEqual(Array(8).fill(true))
      expect(after).toEqual(Array(8).fill(false))
      // Back to the day of the story for the tests that follow.
      await test.database.dataSource.query('DELETE FROM village_state')
      await test.app.get(ProjectionsService).rebuild()
    })

    it('follows a record through the outbox', async () => {
      const before = (await get(town, `/api/villages?under=${A}`)).body.items[0]
      expect((await putRecord(test, secretary, uuidv7(), anActivity({ areaCode: A }))).status).toBe(201)
      await test.app.get(JobRunner).drain()
      const after = (await get(town, `/api/villages?under=${A}`)).body.items[0]
      expect(after.ledgerVersion).toBe(before.ledgerVersion + 1)
      expect(after.lastRecordAt).toBe('2026-11-23T06:00:00.000Z')
    })
  })

  describe('一个村的评分', () => {
    it.each(LETTERS)('示范村%s：手机按收到的台账算，和系统算的一字不差', async (letter) => {
      const code = demoVillageCode(letter)
      const worker = await signIn(test, { name: '专', role: 'case-worker', areaCode: code })
      const delta = (await get(worker, `/api/ledger/${code}?since=0`)).body
      const phone: VillageLedger = {
        format: 'village-ledger@1',
        areaCode: delta.areaCode,
        startOn: delta.startOn,
        ledgerVersion: delta.ledgerVersion,
        records: delta.records,
      }
      const scorecard = await get(worker, `/api/villages/${code}/scorecard`)
      expect(scorecard.body.source).toBe('fresh')
      expect(canonicalJson(assess(phone, { asOf: '2026-11-23' }))).toBe(
        canonicalJson(scorecard.body.scorecard),
      )
      const [stored] = await test.database.dataSource.query(
        'SELECT scorecard FROM village_state WHERE area_code = ?',
        [code],
      )
      expect(stored.scorecard).toBe(canonicalJson(scorecard.body.scorecard))
      const duties = (await get(worker, `/api/villages/${code}/obligations`)).body
      const told = obligations(phone, { asOf: '2026-11-23', awareness: delta.answers })
      expect({ ...told, asOf: '2026-11-23' }).toEqual(duties)
      expect(told.open.some(({ kind }) => kind === 'awareness')).toBe(true)
    })

    it('can be asked for an earlier day, and as it was known at an instant', async () => {
      const june = (await get(town, `/api/villages/${A}/scorecard?asOf=2026-06-30`)).body.scorecard
      expect(june).toMatchObject({ asOf: '2026-06-30', knownAt: null, year: 2026 })
      const known = await get(
        town,
        `/api/villages/${A}/scorecard?asOf=2026-06-30&knownAt=2026-03-31T15:59:59.999Z`,
      )
      expect(known.body.scorecard.knownAt).toBe('2026-03-31T15:59:59.999Z')
      const held = (card: Answer) => card.parts.find(({ id }: Answer) => id === 'S7').numerator
      expect(held(june)).toBe(6)
      expect(held(known.body.scorecard)).toBe(3)
    })

    it('refuses a day that has not come or does not exist, and an instant that is none', async () => {
      for (const query of ['asOf=2026-11-24', 'asOf=2026-02-30', 'asOf=heute', 'knownAt=2026-06-30']) {
        const { status, body } = await get(town, `/api/villages/${A}/scorecard?${query}`)
        expect({ query, status, code: body.code }).toEqual({ query, status: 422, code: 'INVALID' })
      }
    })

    it('answers 404 for a village of others, for a town, and for what does not exist', async () => {
      for (const [who, code] of [
        [secretary, B],
        [caseWorker, B],
        [otherTown, A],
        [town, TOWN],
        [town, `${A}G001`],
        [town, '441581990299'],
      ] as const) {
        expect((await get(who, `/api/villages/${code}/scorecard`)).status).toBe(404)
        if (who !== county) expect((await get(who, `/api/villages/${code}/obligations`)).status).toBe(404)
      }
      expect((await get(town, '/api/villages/xyz/scorecard')).status).toBe(422)
    })

    it('says when a village has not started', async () => {
      const { status, body } = await get(otherTown, '/api/villages/441581105201/scorecard')
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'VILLAGE_NOT_STARTED' })
    })

    it('is open to those who work there or supervise, and to no resident', async () => {
      for (const who of [secretary, caseWorker, gridWorker, leader, police, town, county])
        expect((await get(who, `/api/villages/${A}/scorecard`)).status).toBe(200)
      expect((await get(resident, `/api/villages/${A}/scorecard`)).status).toBe(403)
      expect((await get(undefined, `/api/villages/${A}/scorecard`)).status).toBe(401)
    })
  })

  describe('应办的事', () => {
    const owners = async (who: SignedIn) => {
      const { status, body } = await get(who, '/api/obligations')
      expect(status).toBe(200)
      const areas = new Set<string>(body.items.map(({ areaCode }: Answer) => areaCode))
      return { roles: new Set<string>(body.items.map(({ owedBy }: Answer) => owedBy)), areas, body }
    }

    it('lists what one’s own role owes in one’s own area, first due first', async () => {
      const { roles, areas, body } = await owners(caseWorker)
      expect({ roles: [...roles], areas: [...areas] }).toEqual({ roles: ['case-worker'], areas: [A] })
      const days = body.items.map(({ dueOn }: Answer) => dueOn)
      expect(days).toEqual([...days].sort())
      expect(body.items[0]).toMatchObject({ kind: 'recheck', dueOn: '2026-11-20', mendableAfterDue: true })
    })

    it('shows a village secretary everything of his village', async () => {
      const { roles, areas } = await owners(secretary)
      expect([...areas]).toEqual([A])
      // The lesson of the year was held, so the teacher owes nothing any more.
      expect([...roles].sort()).toEqual(['case-worker', 'grid-worker', 'village-secretary'])
    })

    it('shows a town office and the police what they owe in all their villages', async () => {
      const office = await owners(town)
      expect([...office.roles]).toEqual(['town-office'])
      expect(office.areas.size).toBeGreaterThan(1)
      const station = await owners(police)
      expect([...station.roles]).toEqual(['police'])
      expect(station.body.items.map(({ kind }: Answer) => kind)).toContain('test-outcome')
    })

    it('shows a grid worker nothing that others owe', async () => {
      expect([...(await owners(gridWorker)).roles]).toEqual(['grid-worker'])
    })

    it('pages, and refuses a cursor that was made up', async () => {
      const whole = (await get(secretary, '/api/obligations?limit=200')).body.items
      const ids: string[] = []
      let cursor = ''
      do {
        const { body } = await get(secretary, `/api/obligations?limit=4${cursor}`)
        ids.push(...body.items.map(({ id }: Answer) => id))
        cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : ''
      } while (cursor)
      expect(ids).toEqual(whole.map(({ id }: Answer) => id))
      for (const query of ['cursor=abc', 'limit=0', 'limit=9999'])
        expect((await get(secretary, `/api/obligations?${query}`)).status).toBe(422)
    })

    it('is closed to residents', async () => {
      expect((await get(resident, '/api/obligations')).status).toBe(403)
    })
  })
})
