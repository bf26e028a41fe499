import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { drawNumbers } from '@dfv/rules'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { AwarenessService } from '../src/modules/quizzes/awareness.service.js'
import { QuizBank } from '../src/modules/quizzes/quiz-bank.js'
import { SamplesService } from '../src/modules/sampling/samples.service.js'
import { createTestApp, TEST_NOW, type TestApp } from './support/app.js'
import { type Answer, makeAreas, REAL_VILLAGE, send, VILLAGE_A, VILLAGE_B } from './support/records.js'
import { renew, type SignedIn, signIn } from './support/sign-in.js'

const BANK = readFileSync(join(__dirname, '../src/cli/seed-data/quiz-bank.json'), 'utf8')
const TABLES = [
  'sample_number',
  'sample_draw',
  'awareness_survey',
  'quiz_attempt',
  'quiz_assessment',
  'awareness_slot',
  'awareness_item',
  'sign_in_attempt',
]
type Item = { stem: string; options: string[]; answer: number[] }

describe('抽样、入户、第三方调查 — 四(一)3', () => {
  const bank = new Map((JSON.parse(BANK) as Item[]).map((item) => [item.stem, item]))
  let test: TestApp
  let town: SignedIn
  let secretary: SignedIn
  let gridWorker: SignedIn
  let neighbour: SignedIn
  let assessor: SignedIn

  beforeAll(async () => {
    test = await createTestApp()
    await makeAreas(test)
    await test.app.get(QuizBank).load(test.database.dataSource.manager, JSON.parse(BANK))
    town = await signIn(test, { name: '吴主任', role: 'town-office', areaCode: '441581990' })
    secretary = await signIn(test, { name: '陈书记', role: 'village-secretary', areaCode: VILLAGE_A })
    gridWorker = await signIn(test, { name: '黄网格', role: 'grid-worker', areaCode: `${VILLAGE_A}G001` })
    neighbour = await signIn(test, { name: '邻村', role: 'village-secretary', areaCode: VILLAGE_B })
    assessor = await signIn(test, { name: '考评', role: 'county-assessor', areaCode: '441581' })
  })
  beforeEach(async () => {
    test.clock.set(TEST_NOW)
    for (const table of TABLES) await test.database.dataSource.query(`DELETE FROM ${table}`)
  })
  afterAll(() => test?.close())

  const call = (who: SignedIn | undefined, method: 'GET' | 'PUT' | 'POST', url: string, body?: object) =>
    send(test, who && renew(test, who), method, url, body)
  const sql = (text: string, values: unknown[] = []): Promise<Answer[]> =>
    test.database.dataSource.query(text, values)
  const order = (over: object = {}) => ({
    id: uuidv7(),
    areaCode: VILLAGE_A,
    audience: 'resident',
    listName: '2026年选民名册',
    listedOn: '2026-03-01',
    size: 812,
    count: 20,
    ...over,
  })
  const draw = async (over: object = {}, who = secretary): Promise<Answer> => {
    const { status, body } = await call(who, 'POST', '/api/samples', order(over))
    expect([status, body.code]).toEqual([200, undefined])
    return body
  }
  const slips = async (id: string, who = secretary): Promise<{ number: number; code: string }[]> =>
    (await call(who, 'GET', `/api/samples/${id}/slips`)).body.slips
  /** Right for the first `right` questions, wrong for the rest. */
  const bodyOf = (paper: Answer, right = 10, over: object = {}) => ({
    paperId: paper.paperId,
    token: paper.token,
    startedAt: paper.issuedAt,
    answers: paper.items.map(({ no, stem, options }: Answer) => {
      const item = bank.get(stem)!
      const correct = item.answer.map((index) => options.indexOf(item.options[index]!))
      const wrong = options.findIndex((_: string, shown: number) => !correct.includes(shown))
      return { no, chosen: no <= right ? correct : wrong < 0 ? [0] : [wrong] }
    }),
    ...over,
  })
  const join12 = (code: string) => call(undefined, 'POST', '/api/invited-papers', { code })
  /** Answers by the slip, as a person drawn does it. */
  const answerSlip = async (code: string, right = 10, over: object = {}) => {
    const { status, body } = await join12(code)
    expect(status).toBe(201)
    test.clock.advance(60_000)
    return call(undefined, 'PUT', `/api/invited-papers/${uuidv7()}`, bodyOf(body, right, over))
  }
  const visit = (id: string, number: number, who = gridWorker) =>
    call(who, 'POST', `/api/samples/${id}/numbers/${number}/paper`, {})
  const tallies = () =>
    test.app.get(AwarenessService).recount(test.database.dataSource.manager, '441581990', 2026)
  const differences = () =>
    test.app.get(AwarenessService).differences(test.database.dataSource.manager, '441581990')

  describe('抽人', () => {
    it('draws with a seed that anybody can draw again from, and writes down who drew from which list', async () => {
      const sample = await draw()
      expect(sample).toMatchObject({ size: 812, drawn: 20, listName: '2026年选民名册', closedAt: null })
      const again = drawNumbers({ seed: sample.seed, size: 812, count: 20 }).sort((a, b) => a - b)
      expect(sample.numbers.map(({ number }: Answer) => number)).toEqual(again)
      expect(sample.counts).toEqual({ answered: 0, open: 20, refused: 0, unreachable: 0, ineligible: 0 })
      const [entry] = await sql("SELECT details FROM audit_entry WHERE action = 'sample.drawn'")
      expect(JSON.parse(entry.details)).toEqual({ size: 812, count: 20, seed: sample.seed })
    })

    it('cannot be drawn again until it suits, only enlarged in the same order', async () => {
      const sample = await draw({ count: 10 })
      const other = await call(town, 'POST', '/api/samples', order())
      expect([other.status, other.body.code]).toEqual([409, 'SAMPLE_EXISTS'])
      const { body } = await call(secretary, 'POST', `/api/samples/${sample.id}/enlargement`, { count: 5 })
      const whole = drawNumbers({ seed: sample.seed, size: 812, count: 15 }).sort((a, b) => a - b)
      expect(body.numbers.map(({ number }: Answer) => number)).toEqual(whole)
      expect(body.drawn).toBe(15)
    })

    it('is the same draw when the phone asks twice', async () => {
      const wanted = order()
      const [one, two] = [
        await call(secretary, 'POST', '/api/samples', wanted),
        await call(secretary, 'POST', '/api/samples', wanted),
      ]
      expect(two.body).toEqual(one.body)
      expect(await sql('SELECT COUNT(*) AS n FROM sample_draw')).toEqual([{ n: 1 }])
    })

    it('takes no more than the list has, and says so', async () => {
      const { status, body } = await call(secretary, 'POST', '/api/samples', order({ size: 12, count: 13 }))
      expect([status, body.errors[0].path]).toEqual([422, 'count'])
      const sample = await draw({ size: 12, count: 10 })
      const more = await call(secretary, 'POST', `/api/samples/${sample.id}/enlargement`, { count: 50 })
      expect(more.body.drawn).toBe(12)
      const none = await call(secretary, 'POST', `/api/samples/${sample.id}/enlargement`, { count: 1 })
      expect([none.status, none.body.code]).toEqual([409, 'SAMPLE_LIST_USED_UP'])
    })

    it('a wrong list is voided with a reason before anybody has answered, and stays on file', async () => {
      const sample = await draw()
      const { body } = await call(secretary, 'POST', `/api/samples/${sample.id}/void`, {
        reason: '名单是去年的',
      })
      expect(body).toMatchObject({ voidReason: '名单是去年的' })
      const fresh = await draw()
      const { items } = (await call(secretary, 'GET', `/api/samples?areaCode=${VILLAGE_A}`)).body
      expect(items.map(({ id }: Answer) => id)).toEqual([sample.id, fresh.id])
      const { code } = (await slips(fresh.id))[0]!
      await answerSlip(code)
      const late = await call(secretary, 'POST', `/api/samples/${fresh.id}/void`, { reason: '不满意' })
      expect([late.status, late.body.code]).toEqual([409, 'SAMPLE_HAS_ANSWERS'])
    })

    it('is nobody else’s: not the neighbour’s, not of a real village in a demonstration', async () => {
      const sample = await draw()
      for (const url of [`/api/samples/${sample.id}`, `/api/samples/${sample.id}/slips`])
        expect((await call(neighbour, 'GET', url)).status).toBe(404)
      expect((await call(neighbour, 'POST', '/api/samples', order())).status).toBe(404)
      expect((await call(gridWorker, 'GET', `/api/samples/${sample.id}/slips`)).status).toBe(403)
      const office = await signIn(test, { name: '博美镇', role: 'town-office', areaCode: '441581105' })
      const { status, body } = await call(office, 'POST', '/api/samples', order({ areaCode: REAL_VILLAGE }))
      expect([status, body.code]).toEqual([403, 'DEMO_READ_ONLY'])
    })
  })

  describe('凭答题条答题', () => {
    it('counts in the channel of invited people, once, without an account', async () => {
      const sample = await draw()
      const [first, second] = await slips(sample.id)
      const { status, body } = await answerSlip(first!.code, 9)
      expect([status, body.counted, body.isAware]).toEqual([200, true, true])
      await answerSlip(second!.code, 3)
      expect(await tallies()).toMatchObject([{ areaCode: VILLAGE_A, channel: 'invited', valid: 2, aware: 1 }])
      expect(await differences()).toEqual([])
      const used = await join12(first!.code)
      expect([used.status, used.body.code]).toEqual([409, 'SAMPLE_ANSWERED'])
      const after = (await call(secretary, 'GET', `/api/samples/${sample.id}`)).body
      expect(after.counts).toMatchObject({ answered: 2, open: 18 })
      expect(await slips(sample.id)).toHaveLength(18)
    })

    it('shows the same questions however often the paper is drawn: nobody chooses the one he knows', async () => {
      const sample = await draw()
      const { code } = (await slips(sample.id))[0]!
      const stems = async () => (await join12(code)).body.items.map(({ stem }: Answer) => stem)
      expect(await stems()).toEqual(await stems())
      const number = sample.numbers[0].number
      const [own] = (await slips(sample.id)).filter((slip) => slip.number === number)
      const bySlip = (await join12(own!.code)).body.items.map(({ stem }: Answer) => stem)
      const atHome = (await visit(sample.id, number)).body.items.map(({ stem }: Answer) => stem)
      expect(atHome).toEqual(bySlip)
    })

    it('an unfinished paper does not count, uses nothing up, and gives nothing away', async () => {
      const sample = await draw()
      const { code } = (await slips(sample.id))[0]!
      const paper = (await join12(code)).body
      test.clock.advance(60_000)
      const whole = bodyOf(paper)
      const part = { ...whole, answers: whole.answers.slice(1) }
      const { body } = await call(undefined, 'PUT', `/api/invited-papers/${uuidv7()}`, part)
      expect(body).toMatchObject({ counted: false, notCountedReason: 'unfinished', items: [] })
      expect([body.score, body.correct, body.isAware]).toEqual([null, null, null])
      expect((await answerSlip(code)).body.counted).toBe(true)
    })

    it('a script that answers every option cannot raise the rate', async () => {
      const sample = await draw()
      const { code } = (await slips(sample.id))[0]!
      for (let option = 0; option < 4; option++) {
        const paper = await join12(code)
        test.clock.advance(60_000)
        if (paper.status !== 201) continue
        const { token, paperId, issuedAt, items } = paper.body
        const answers = items.map(({ no, options }: Answer) => ({ no, chosen: [option % options.length] }))
        await call(undefined, 'PUT', `/api/invited-papers/${uuidv7()}`, {
          token,
          paperId,
          startedAt: issuedAt,
          answers,
        })
        const all = items.map(({ no, options }: Answer) => ({
          no,
          chosen: options.map((_: string, shown: number) => shown),
        }))
        await call(undefined, 'PUT', `/api/invited-papers/${uuidv7()}`, {
          token,
          paperId,
          startedAt: issuedAt,
          answers: all,
        })
        await call(undefined, 'PUT', `/api/invited-papers/${uuidv7()}`, bodyOf(paper.body))
      }
      expect(await tallies()).toMatchObject([{ valid: 1, aware: 0 }])
      expect(await differences()).toEqual([])
    })

    it('guessing codes is stopped, and tells a wrong one from nothing else', async () => {
      const sample = await draw()
      const { code } = (await slips(sample.id))[0]!
      let last: Answer
      for (let guess = 0; guess < 60; guess++) last = await join12(String(guess).padStart(12, '0'))
      expect([last.status, last.body.code]).toEqual([404, 'SAMPLE_CODE_WRONG'])
      const { status, body } = await join12(code)
      expect([status, body.code]).toEqual([429, 'SIGN_IN_TOO_OFTEN'])
    })
  })

  describe('入户', () => {
    it('the cadre’s phone asks: who asked is on record, who answered is not', async () => {
      const sample = await draw()
      const { number } = sample.numbers[0]
      const paper = await visit(sample.id, number)
      expect(paper.status).toBe(201)
      test.clock.advance(60_000)
      const device = uuidv7()
      const { status, body } = await call(
        gridWorker,
        'PUT',
        `/api/household-papers/${uuidv7()}`,
        bodyOf(paper.body, 8, { device }),
      )
      expect([status, body.counted]).toEqual([200, true])
      expect(await tallies()).toMatchObject([{ channel: 'household', valid: 1, aware: 1 }])
      const [row] = await sql('SELECT asked_by, device_hash, account_id FROM quiz_attempt')
      expect(row).toMatchObject({ asked_by: gridWorker.accountId, device_hash: null })
      expect(row.account_id).not.toBe(gridWorker.accountId)
      const again = await visit(sample.id, number)
      expect([again.status, again.body.code]).toEqual([409, 'SAMPLE_ANSWERED'])
    })

    it('only who asked hands the paper in', async () => {
      const sample = await draw()
      const { body: paper } = await visit(sample.id, sample.numbers[0].number)
      test.clock.advance(60_000)
      const body = bodyOf(paper)
      const other = await call(secretary, 'PUT', `/api/household-papers/${uuidv7()}`, body)
      expect([other.status, other.body.code]).toEqual([422, 'QUIZ_PAPER_UNKNOWN'])
      expect((await call(undefined, 'PUT', `/api/invited-papers/${uuidv7()}`, body)).status).toBe(422)
      expect(await tallies()).toEqual([])
    })

    it('only numbers that were drawn are asked, and those of the own village', async () => {
      const sample = await draw()
      const drawn = new Set(sample.numbers.map(({ number }: Answer) => number))
      const other = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21].find(
        (number) => !drawn.has(number),
      )!
      expect((await visit(sample.id, other)).status).toBe(404)
      expect((await visit(sample.id, sample.numbers[0].number, neighbour)).status).toBe(404)
    })

    it('why a number has no answer is noted, and may be taken back', async () => {
      const sample = await draw()
      const { number } = sample.numbers[3]
      const note = (state: string) =>
        call(gridWorker, 'POST', `/api/samples/${sample.id}/numbers/${number}/outcome`, { state })
      expect((await note('refused')).body.counts).toMatchObject({ refused: 1, open: 19 })
      expect((await note('open')).body.counts).toMatchObject({ refused: 0, open: 20 })
      expect((await note('moved-away')).status).toBe(422)
    })
  })

  describe('结束', () => {
    it('codes are dead, and from then on nothing leads from a number to an answer', async () => {
      const sample = await draw()
      const all = await slips(sample.id)
      await answerSlip(all[0]!.code)
      const waiting = (await join12(all[1]!.code)).body
      const closed = (await call(secretary, 'POST', `/api/samples/${sample.id}/close`)).body
      expect(closed.counts).toMatchObject({ answered: 1, open: 19 })
      expect(closed.closedAt).not.toBeNull()
      expect(
        await sql('SELECT COUNT(holder_id) AS holders, COUNT(quiz_code) AS codes FROM sample_number'),
      ).toEqual([{ holders: 0, codes: 0 }])
      expect((await join12(all[1]!.code)).body.code).toBe('SAMPLE_CODE_WRONG')
      test.clock.advance(60_000)
      const late = await call(undefined, 'PUT', `/api/invited-papers/${uuidv7()}`, bodyOf(waiting))
      expect([late.status, late.body.code]).toEqual([410, 'SAMPLE_CLOSED'])
      expect(await tallies()).toMatchObject([{ valid: 1 }])
      expect((await call(secretary, 'GET', `/api/samples/${sample.id}`)).body.counts.answered).toBe(1)
    })

    it('ends with its year, also where nobody closed it', async () => {
      const sample = await draw()
      await answerSlip((await slips(sample.id))[0]!.code)
      test.clock.set('2027-01-01T00:30:00.000Z')
      await test.app.get(SamplesService).closePastYears()
      expect(
        await sql(
          'SELECT state, COUNT(*) AS n, COUNT(holder_id) AS holders FROM sample_number GROUP BY state ORDER BY state',
        ),
      ).toEqual([
        { state: 'answered', n: 1, holders: 0 },
        { state: 'open', n: 19, holders: 0 },
      ])
    })
  })

  describe('第三方调查', () => {
    const survey = (over: object = {}) => ({
      areaCode: VILLAGE_A,
      audience: 'resident',
      documentNo: '调〔2026〕8号',
      issuer: '示范调查队',
      surveyedOn: '2026-06-20',
      valid: 120,
      aware: 115,
      keptAt: '镇档案柜3号',
      ...over,
    })
    const enter = (over: object = {}, who = town, id = uuidv7()) =>
      call(who, 'PUT', `/api/surveys/${id}`, survey(over))
    const resident = async () => {
      const { audiences } = (await call(secretary, 'GET', `/api/villages/${VILLAGE_A}/awareness`)).body
      return audiences.find(({ audience }: Answer) => audience === 'resident')
    }

    it('is entered by the town office with its document, and counts as a sample', async () => {
      const { status } = await enter()
      expect(status).toBe(200)
      expect(await resident()).toMatchObject({ channel: 'sampled', valid: 120, aware: 115, state: 'met' })
      expect((await call(assessor, 'GET', `/api/surveys?areaCode=441581`)).body.items).toMatchObject([
        { documentNo: '调〔2026〕8号', valid: 120, withdrawnReason: null },
      ])
    })

    it('is not entered by the village it speaks of, nor twice, nor with more aware than asked', async () => {
      expect((await enter({}, secretary)).status).toBe(403)
      await enter()
      const twice = await enter()
      expect([twice.status, twice.body.code]).toEqual([409, 'SURVEY_KNOWN'])
      const odd = await enter({ documentNo: '调〔2026〕9号', aware: 121 })
      expect([odd.status, odd.body.errors[0].path]).toEqual([422, 'aware'])
      const ahead = await enter({ documentNo: '调〔2026〕9号', surveyedOn: '2026-12-24' })
      expect([ahead.status, ahead.body.errors[0].path]).toEqual([422, 'surveyedOn'])
    })

    it('the same entry sent again is one; a wrong one is withdrawn and stays on file', async () => {
      const id = uuidv7()
      await enter({}, town, id)
      expect((await enter({}, town, id)).status).toBe(200)
      const { body } = await call(town, 'POST', `/api/surveys/${id}/withdrawal`, { reason: '村弄错了' })
      expect(body.withdrawnReason).toBe('村弄错了')
      expect(await resident()).toMatchObject({ channel: 'none', valid: 0 })
      expect((await call(town, 'GET', `/api/surveys?areaCode=${VILLAGE_A}`)).body.items).toHaveLength(1)
      expect((await enter()).status).toBe(200)
    })
  })
})
