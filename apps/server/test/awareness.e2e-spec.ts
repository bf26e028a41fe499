import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ItemCounts } from '../src/modules/quizzes/item-counts.service.js'
import { QuizBank } from '../src/modules/quizzes/quiz-bank.js'
import { ProjectionsService } from '../src/modules/scoring/projections.service.js'
import { createTestApp, TEST_NOW, type TestApp } from './support/app.js'
import { type Answer, aRecord, makeAreas, putRecord, send, VILLAGE_A, VILLAGE_B } from './support/records.js'
import { renew, type SignedIn, signIn } from './support/sign-in.js'

const BANK = readFileSync(join(__dirname, '../src/cli/seed-data/quiz-bank.json'), 'utf8')
const TOWN = '441581990'
const ANSWERS = ['quiz_attempt', 'quiz_assessment', 'awareness_slot', 'awareness_item', 'awareness_survey']
const SAMPLES = ['sample_number', 'sample_draw']

type Item = { stem: string; options: string[]; answer: number[] }

describe('知晓率页 — 四(一)3', () => {
  const bank = new Map((JSON.parse(BANK) as Item[]).map((item) => [item.stem, item]))
  let test: TestApp
  let town: SignedIn
  let secretary: SignedIn
  let county: SignedIn

  beforeAll(async () => {
    test = await createTestApp()
    await makeAreas(test)
    await test.app.get(QuizBank).load(test.database.dataSource.manager, JSON.parse(BANK))
    town = await signIn(test, { name: '吴主任', role: 'town-office', areaCode: TOWN })
    secretary = await signIn(test, { name: '陈书记', role: 'village-secretary', areaCode: VILLAGE_A })
    county = await signIn(test, { name: '市办', role: 'county-office', areaCode: '441581' })
  })
  beforeEach(async () => {
    test.clock.set(TEST_NOW)
    for (const table of [...ANSWERS, ...SAMPLES]) await sql(`DELETE FROM ${table}`)
  })
  afterAll(() => test?.close())

  const sql = (text: string, values: unknown[] = []): Promise<Answer[]> =>
    test.database.dataSource.query(text, values)
  const call = (who: SignedIn | undefined, method: 'GET' | 'PUT' | 'POST', url: string, body?: object) =>
    send(test, who && renew(test, who), method, url, body)
  const report = async (code = VILLAGE_A, who = secretary, query = ''): Promise<Answer> => {
    const { status, body } = await call(who, 'GET', `/api/awareness/${code}${query}`)
    expect([status, body.code]).toEqual([200, undefined])
    return body
  }
  const residents = async (...how: Parameters<typeof report>): Promise<Answer> =>
    (await report(...how)).people[0]
  const refresh = () => test.app.get(ProjectionsService).refreshStale()
  /** Counted answers, as if people had given them. */
  const answered = (valid: number, aware: number, over: object = {}) => {
    const row = { areaCode: VILLAGE_A, year: 2026, audience: 'resident', channel: 'self', ...over }
    return sql(
      'INSERT INTO awareness_slot (area_code, year, audience, channel, slot, valid, aware) VALUES (?, ?, ?, ?, 0, ?, ?)',
      [row.areaCode, row.year, row.audience, row.channel, valid, aware],
    )
  }
  /** The village counts its people; the town office agrees. */
  const count = async (audience: string, people: number, areaCode = VILLAGE_A) => {
    const id = uuidv7()
    const who = await signIn(test, { name: '数人的', role: 'village-secretary', areaCode })
    const payload = { audience, count: people, basis: '入户登记' }
    await putRecord(test, renew(test, who), id, aRecord('audience-count', { areaCode, payload }))
    await call(town, 'POST', `/api/records/${id}/review`, { decision: 'accept' })
    await refresh()
    await test.app.get(ProjectionsService).refresh(areaCode)
  }
  const assess = async (right: number, device?: string, person?: SignedIn) => {
    const who = person ?? (await signIn(test, { name: '群众' }))
    const drawn = await call(who, 'POST', '/api/quiz/papers', {
      audience: 'resident',
      areaCode: VILLAGE_A,
      purpose: 'assessment',
    })
    test.clock.advance(60_000)
    const { paperId, token, issuedAt, items } = drawn.body
    const answers = items.map(({ no, stem, options }: Answer) => {
      const item = bank.get(stem)!
      const correct = item.answer.map((index) => options.indexOf(item.options[index]!))
      const wrong = options.findIndex((_: string, shown: number) => !correct.includes(shown))
      return { no, chosen: no <= right ? correct : wrong < 0 ? [0] : [wrong] }
    })
    const body = { paperId, token, startedAt: issuedAt, answers, ...(device && { device }) }
    const { status } = await call(who, 'PUT', `/api/quiz/attempts/${uuidv7()}`, body)
    expect(status).toBe(201)
    return who
  }

  it('says what is missing while nobody has been counted or asked', async () => {
    const { people, venue, student } = await report()
    expect(people[0]).toMatchObject({
      state: 'undetermined',
      rate: null,
      sampleNeeded: 100,
      population: null,
    })
    expect(people[0].missing).toEqual([{ code: 'not-counted' }, { code: 'no-answers', count: 100 }])
    expect(venue.missing).toEqual([{ code: 'no-venue-survey' }])
    expect(student.missing).toEqual([{ code: 'no-school-count' }])
  })

  it('keeps channels apart, and says when only people who came by themselves decide', async () => {
    await answered(100, 97)
    await answered(40, 30, { channel: 'household' })
    const found = await residents()
    expect(found).toMatchObject({
      state: 'met',
      deciding: 'self',
      warning: 'selfChosen',
      valid: 100,
      aware: 97,
    })
    expect(found.channels.map(({ channel, valid, aware }: Answer) => [channel, valid, aware])).toEqual([
      ['household', 40, 30],
      ['self', 100, 97],
    ])
    expect(found.missing).toContainEqual({ code: 'self-only', count: 60 })
    await answered(60, 50, { channel: 'invited' })
    expect(await residents()).toMatchObject({ state: 'notMet', deciding: 'sampled', valid: 100, aware: 80 })
  })

  it('a village of forty is judged by all forty, and one of nobody has nobody to ask', async () => {
    await count('migrant', 40)
    await answered(40, 39, { audience: 'migrant', channel: 'household' })
    const [, migrants] = (await report()).people
    expect(migrants).toMatchObject({ state: 'met', sampleNeeded: 40, population: 40, missing: [] })
    await count('migrant', 0)
    expect((await report()).people[1]).toMatchObject({ state: 'notApplicable', missing: [] })
  })

  it('who was drawn and did not answer is counted, and the least the rate can be is told', async () => {
    const { body: sample } = await call(secretary, 'POST', '/api/samples', {
      id: uuidv7(),
      areaCode: VILLAGE_A,
      audience: 'resident',
      listName: '2026年选民名册',
      listedOn: '2026-03-01',
      size: 400,
      count: 10,
    })
    const [first, second] = sample.numbers
    for (const [{ number }, state] of [
      [first, 'refused'],
      [second, 'ineligible'],
    ] as const)
      await call(secretary, 'POST', `/api/samples/${sample.id}/numbers/${number}/outcome`, { state })
    await answered(6, 6, { channel: 'invited' })
    const { response } = await residents()
    expect(response).toMatchObject({ drawn: 10, refused: 1, ineligible: 1, open: 8, answered: 0 })
    expect(response.lowest).toBe(6 / 9)
  })

  it('answers that may be somebody’s second are kept, marked and counted, none dropped in silence', async () => {
    const device = uuidv7()
    const first = await assess(9, device)
    await assess(9, device)
    await assess(5, device)
    await assess(9, uuidv7())
    await assess(10, uuidv7(), first)
    const found = await residents()
    expect(found).toMatchObject({ valid: 4, aware: 3, again: 1, shared: { valid: 2, aware: 1 } })
    const rows = await sql('SELECT is_counted AS counted, device_hash AS device FROM quiz_attempt')
    expect(rows).toHaveLength(5)
    for (const row of rows) {
      expect(row.device).toMatch(/^[0-9a-f]{64}$/)
      expect(row.device).not.toContain(device.slice(0, 8))
    }
  })

  it('shows which facts people do not know, from five answers on', async () => {
    const people: SignedIn[] = []
    for (let person = 0; person < 4; person++) people.push(await assess(5))
    await test.app.get(ItemCounts).catchUp()
    expect((await residents()).items.every(({ asked }: Answer) => asked >= 5)).toBe(true)
    for (let person = 0; person < 40; person++) await assess(5)
    await test.app.get(ItemCounts).catchUp()
    expect(await test.app.get(ItemCounts).catchUp()).toBe(0)
    const { items } = await residents()
    expect(items.length).toBeGreaterThan(0)
    const shares = items.map(({ asked, correct }: Answer) => correct / asked)
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
    expect(items[0].stem.length).toBeGreaterThan(3)
    const [{ asked }] = await sql('SELECT SUM(asked) AS asked FROM awareness_item')
    expect(Number(asked)).toBe(440)
  })

  it('tells of the years before, each judged by itself', async () => {
    await answered(100, 80, { year: 2025, channel: 'third-party' })
    await answered(120, 117, { channel: 'invited' })
    const { trend } = await residents()
    expect(trend.map(({ year, valid, rate }: Answer) => [year, valid, rate.rate])).toEqual([
      [2025, 100, 0.8],
      [2026, 120, 0.975],
    ])
    expect(await residents(VILLAGE_A, secretary, '?year=2025')).toMatchObject({ state: 'notMet', valid: 100 })
  })

  it('a town’s rate weighs its villages by their people, whatever they answered', async () => {
    await count('resident', 900, VILLAGE_A)
    await count('resident', 100, VILLAGE_B)
    await answered(100, 90, { channel: 'invited' })
    await answered(100, 50, { areaCode: VILLAGE_B, channel: 'invited' })
    for (const [code, who] of [
      [TOWN, town],
      ['441581', county],
    ] as const) {
      const found = await report(code, who)
      const [people] = found.people
      expect(people.rate.rate).toBeCloseTo(0.86, 10)
      expect(people.rate.low).toBeLessThan(0.86)
      expect(people).toMatchObject({ state: null, villages: { met: 0, notMet: 2 }, valid: 200 })
      expect(people.channels).toMatchObject([{ channel: 'invited', valid: 200, rate: null }])
      expect(found.villages).toContainEqual(
        expect.objectContaining({ areaCode: VILLAGE_A, resident: 'notMet', venue: 'undetermined' }),
      )
    }
    expect((await residents(TOWN, town)).population).toBe(1000)
  })

  it('is told to those who work there and above, and to nobody else', async () => {
    const neighbour = await signIn(test, { name: '邻村', role: 'village-secretary', areaCode: VILLAGE_B })
    expect((await call(neighbour, 'GET', `/api/awareness/${VILLAGE_A}`)).status).toBe(404)
    expect((await call(secretary, 'GET', `/api/awareness/${TOWN}`)).status).toBe(404)
    const grid = await signIn(test, { name: '网格', role: 'grid-worker', areaCode: `${VILLAGE_A}G001` })
    expect((await call(grid, 'GET', `/api/awareness/${VILLAGE_A}`)).status).toBe(200)
    const resident = await signIn(test, { name: '群众' })
    expect((await call(resident, 'GET', `/api/awareness/${VILLAGE_A}`)).status).toBe(403)
  })

  it('how many more people must answer is a duty that follows the answers', async () => {
    const owed = async () => {
      await refresh()
      const { items } = (await call(secretary, 'GET', '/api/obligations?limit=200')).body
      const duty = items.find(
        ({ kind, params }: Answer) => kind === 'awareness' && params.audience === 'resident',
      )
      return duty?.params.count
    }
    await count('resident', 812)
    expect(await owed()).toBe(100)
    await answered(60, 60, { channel: 'household' })
    expect(await owed()).toBe(40)
    expect(await test.app.get(ProjectionsService).verify()).toEqual([])
    await sql("UPDATE awareness_slot SET valid = 100, aware = 98 WHERE channel = 'household'")
    expect(await test.app.get(ProjectionsService).verify()).not.toEqual([])
    expect(await owed()).toBeUndefined()
    const { open } = (await call(secretary, 'GET', `/api/villages/${VILLAGE_A}/obligations`)).body
    expect(open.some(({ id }: Answer) => id.includes('awareness') && id.includes('resident'))).toBe(false)
  })
})
