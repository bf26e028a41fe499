import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { AreasService } from '../src/modules/areas/areas.service.js'
import { AwarenessService } from '../src/modules/quizzes/awareness.service.js'
import { QuizBank } from '../src/modules/quizzes/quiz-bank.js'
import type { QuizAttemptOut, QuizPaper } from '../src/modules/quizzes/quizzes.dto.js'
import type { VillageAwareness } from '../src/modules/scoring/awareness.dto.js'
import { createTestApp, TEST_NOW, type TestApp } from './support/app.js'
import { renew, type SignedIn, signIn } from './support/sign-in.js'

const BANK = readFileSync(join(__dirname, '../src/cli/seed-data/quiz-bank.json'), 'utf8')
const VILLAGE = '441581990201'
const YEAR = 2026

type Item = { stem: string; options: string[]; answer: number[] }
type Answers = { no: number; chosen: number[] }[]
type Problem = { code: string; title: string }

describe('the quiz', () => {
  let test: TestApp
  let bank: Map<string, Item>

  beforeAll(async () => {
    test = await createTestApp()
    const tx = test.database.dataSource.manager
    const areas = test.app.get(AreasService)
    await areas.upsert(tx, { code: '441581990', name: '示范镇', isDemo: true })
    for (const [code, name] of [
      [VILLAGE, '示范村A'],
      ['441581990202', '示范村B'],
    ] as const) {
      await areas.upsert(tx, { code, name, isDemo: true, startOn: '2025-11-01' })
    }
    await areas.upsert(tx, { code: '441581105201', name: '赤坑村' })
    const items = JSON.parse(BANK) as Item[]
    await test.app.get(QuizBank).load(tx, items)
    bank = new Map(items.map((item) => [item.stem, item]))
  })

  beforeEach(async () => {
    test.clock.set(TEST_NOW)
    for (const table of ['quiz_attempt', 'quiz_assessment', 'awareness_slot'])
      await test.database.dataSource.query(`DELETE FROM ${table}`)
  })

  afterAll(() => test.close())

  const draw = async (body: object, person?: SignedIn) =>
    test.app.inject({ method: 'POST', url: '/api/quiz/papers', payload: body, headers: person?.headers })
  const paperFor = async (person: SignedIn, areaCode = VILLAGE, audience = 'resident') => {
    const response = await draw({ audience, areaCode, purpose: 'assessment' }, person)
    expect(response.statusCode).toBe(201)
    return response.json<QuizPaper>()
  }
  const practicePaper = async () => {
    const response = await draw({ audience: 'resident', areaCode: VILLAGE, purpose: 'practice' })
    expect(response.statusCode).toBe(201)
    return response.json<QuizPaper>()
  }
  /** Positions on the paper, right for the first `right` questions and wrong for the rest. */
  const answersTo = (paper: QuizPaper, right = 10): Answers =>
    paper.items.map(({ no, stem, options }) => {
      const item = bank.get(stem)!
      const correct = item.answer.map((index) => options.indexOf(item.options[index]!))
      const wrong = options.findIndex((_, shown) => !correct.includes(shown))
      return { no, chosen: no <= right ? correct : wrong < 0 ? [0] : [wrong] }
    })
  const bodyOf = (paper: QuizPaper, answers: Answers) => ({
    paperId: paper.paperId,
    token: paper.token,
    answers,
    startedAt: paper.issuedAt,
  })
  const submit = (id: string, body: object, person?: SignedIn) =>
    test.app.inject({
      method: 'PUT',
      url: `/api/quiz/attempts/${id}`,
      payload: body,
      headers: person?.headers,
    })
  const answer = async (person: SignedIn, right = 10, areaCode = VILLAGE, id = uuidv7()) => {
    const paper = await paperFor(person, areaCode)
    test.clock.advance(60_000)
    return submit(id, bodyOf(paper, answersTo(paper, right)), person)
  }
  const awareness = async (person?: SignedIn, areaCode = VILLAGE) => {
    const response = await test.app.inject({
      method: 'GET',
      url: `/api/villages/${areaCode}/awareness`,
      headers: person?.headers,
    })
    expect(response.statusCode).toBe(200)
    return response.json<VillageAwareness>().audiences.find(({ audience }) => audience === 'resident')!
  }
  const differences = () =>
    test.app.get(AwarenessService).differences(test.database.dataSource.manager, '441581990')
  const recount = () =>
    test.app.get(AwarenessService).recount(test.database.dataSource.manager, VILLAGE, YEAR)
  const resident = () => signIn(test, { name: '群众' })

  it('hands out ten questions for the audience without their answers, and says that the bank awaits review', async () => {
    const paper = await practicePaper()
    expect(paper.items).toHaveLength(10)
    expect(paper.bankState).toBe('awaiting-town-review')
    for (const item of paper.items)
      expect(Object.keys(item).sort()).toEqual(['no', 'options', 'stem', 'type'])
    expect(JSON.stringify(paper)).not.toMatch(/explanation|basis|"answer"/)
    const other = await practicePaper()
    expect(other.items.map(({ stem }) => stem)).not.toEqual(paper.items.map(({ stem }) => stem))
  })

  it('explains with the legal basis after submission, practice without signing in, and stores nothing', async () => {
    const paper = await practicePaper()
    const response = await submit(uuidv7(), bodyOf(paper, answersTo(paper, 9)))
    expect(response.statusCode).toBe(200)
    const result = response.json<QuizAttemptOut>()
    expect(result).toMatchObject({
      score: 90,
      correct: 9,
      total: 10,
      counted: false,
      notCountedReason: 'practice',
    })
    expect(result.items.map(({ correct }) => correct)).toEqual([...Array(9).fill(true), false])
    for (const item of result.items) {
      expect(item.explanation.length).toBeGreaterThan(5)
      expect(item.basis.length).toBeGreaterThan(1)
    }
    expect(await recount()).toEqual([])
    expect(await differences()).toEqual([])
  })

  it('moves the rate of the village by an assessment, 80 of 100 and more being aware', async () => {
    const secretary = await signIn(test, { name: '书记', role: 'village-secretary', areaCode: VILLAGE })
    const eight = await answer(await resident(), 8)
    expect(eight.statusCode).toBe(201)
    expect(eight.json<QuizAttemptOut>()).toMatchObject({
      score: 80,
      isAware: true,
      passMark: 80,
      counted: true,
    })
    const seven = await answer(await resident(), 7)
    expect(seven.json<QuizAttemptOut>()).toMatchObject({ score: 70, isAware: false, counted: true })
    expect(await awareness(secretary)).toMatchObject({
      valid: 2,
      aware: 1,
      rate: 0.5,
      state: 'undetermined',
      targetPercent: 95,
    })
    expect(await recount()).toMatchObject([{ areaCode: VILLAGE, valid: 2, aware: 1 }])
    expect(await differences()).toEqual([])
  })

  it('publishes no figure below five answers, and shows all to those who answer for the village', async () => {
    const secretary = await signIn(test, { name: '书记', role: 'village-secretary', areaCode: VILLAGE })
    const neighbour = await signIn(test, {
      name: '邻村',
      role: 'village-secretary',
      areaCode: '441581990202',
    })
    const gridWorker = await signIn(test, { name: '网格员', role: 'grid-worker', areaCode: VILLAGE })
    for (let person = 0; person < 4; person++) await answer(await resident())
    const hidden = { audience: 'resident', state: 'suppressed', targetPercent: 95 }
    expect(await awareness()).toEqual(hidden)
    expect(await awareness(neighbour)).toEqual(hidden)
    expect(await awareness(await resident())).toEqual(hidden)
    expect(await awareness(secretary)).toMatchObject({ valid: 4, aware: 4 })
    expect(await awareness(gridWorker)).toMatchObject({ valid: 4, aware: 4 })
    await answer(await resident(), 0)
    expect(await awareness()).toMatchObject({ valid: 5, aware: 4, rate: 0.8, channel: 'self' })
    const { low, high } = await awareness()
    expect(low! < 0.8 && 0.8 < high!).toBe(true)
  })

  it('answers the same when an attempt is sent again, also after the paper has run out', async () => {
    const person = await resident()
    const paper = await paperFor(person)
    const id = uuidv7()
    const body = bodyOf(paper, answersTo(paper, 9))
    test.clock.advance(60_000)
    const first = await submit(id, body, person)
    const second = await submit(id, body, person)
    expect([first.statusCode, second.statusCode]).toEqual([201, 200])
    expect(second.json()).toEqual(first.json())
    test.clock.advance(24 * 3_600_000)
    const again = await submit(id, body, renew(test, person))
    expect([again.statusCode, again.json()]).toEqual([200, first.json()])
    const neverSent = await submit(uuidv7(), body, renew(test, person))
    expect([neverSent.statusCode, neverSent.json<Problem>().code]).toEqual([410, 'QUIZ_PAPER_EXPIRED'])
    expect(await recount()).toMatchObject([{ valid: 1, aware: 1 }])
  })

  it('refuses the same id with other answers, and the same paper under another id', async () => {
    const person = await resident()
    const paper = await paperFor(person)
    test.clock.advance(60_000)
    const id = uuidv7()
    expect((await submit(id, bodyOf(paper, answersTo(paper, 3)), person)).statusCode).toBe(201)
    const altered = await submit(id, bodyOf(paper, answersTo(paper, 10)), person)
    expect([altered.statusCode, altered.json<Problem>().code]).toEqual([409, 'QUIZ_ATTEMPT_CONFLICT'])
    const twice = await submit(uuidv7(), bodyOf(paper, answersTo(paper, 10)), person)
    expect([twice.statusCode, twice.json<Problem>().code]).toEqual([409, 'QUIZ_PAPER_USED'])
    expect(await recount()).toMatchObject([{ valid: 1, aware: 0 }])
  })

  it('counts one assessment a person and year, the first; the next year counts anew', async () => {
    const person = await resident()
    expect((await answer(person, 2)).json<QuizAttemptOut>().counted).toBe(true)
    const second = (await answer(person, 10)).json<QuizAttemptOut>()
    expect(second).toMatchObject({ counted: false, notCountedReason: 'already-counted', score: 100 })
    const elsewhere = (await answer(person, 10, '441581990202')).json<QuizAttemptOut>()
    expect(elsewhere.notCountedReason).toBe('already-counted')
    expect(await recount()).toMatchObject([{ valid: 1, aware: 0 }])
    test.clock.set('2026-12-31T15:59:00.000Z')
    expect((await answer(renew(test, person))).json<QuizAttemptOut>()).toMatchObject({ counted: true })
    const rows = await test.database.dataSource.query('SELECT year, aware FROM awareness_slot ORDER BY year')
    expect(rows).toEqual([
      { year: 2026, aware: 0 },
      { year: 2027, aware: 1 },
    ])
    expect(await differences()).toEqual([])
  })

  it('does not count papers answered in under 20 seconds or not to the end, and these do not use up the year', async () => {
    const person = await resident()
    const quick = await paperFor(person)
    test.clock.advance(19_999)
    expect((await submit(uuidv7(), bodyOf(quick, answersTo(quick)), person)).json()).toMatchObject({
      counted: false,
      notCountedReason: 'too-fast',
    })
    const partly = await paperFor(person)
    test.clock.advance(60_000)
    const answers = answersTo(partly).filter(({ no }) => no !== 4)
    expect((await submit(uuidv7(), bodyOf(partly, answers), person)).json()).toMatchObject({
      counted: false,
      notCountedReason: 'unfinished',
      unanswered: [4],
    })
    const slow = await paperFor(person)
    test.clock.advance(20_000)
    expect((await submit(uuidv7(), bodyOf(slow, answersTo(slow)), person)).json()).toMatchObject({
      counted: true,
    })
    expect(await recount()).toMatchObject([{ valid: 1, aware: 1 }])
  })

  it('takes no paper that was altered, is somebody else’s, or has run out', async () => {
    const person = await resident()
    const other = await resident()
    const paper = await paperFor(person)
    test.clock.advance(60_000)
    const body = bodyOf(paper, answersTo(paper))
    const claims = JSON.parse(Buffer.from(paper.token.split('.')[0]!, 'base64url').toString('utf8'))
    const forged = Buffer.from(JSON.stringify({ ...claims, accountId: other.accountId })).toString(
      'base64url',
    )
    const codeOf = async (payload: object, as?: SignedIn) =>
      (await submit(uuidv7(), payload, as)).json<Problem>().code
    expect(await codeOf({ ...body, token: `${forged}.${paper.token.split('.')[1]}` }, other)).toBe(
      'QUIZ_PAPER_UNKNOWN',
    )
    expect(await codeOf({ ...body, token: 'nothing' }, person)).toBe('QUIZ_PAPER_UNKNOWN')
    expect(await codeOf({ ...body, paperId: uuidv7() }, person)).toBe('QUIZ_PAPER_UNKNOWN')
    expect(await codeOf(body, other)).toBe('QUIZ_PAPER_UNKNOWN')
    expect(await codeOf(body)).toBe('SIGN_IN_REQUIRED')
    const practice = await practicePaper()
    test.clock.advance(24 * 3_600_000 + 1)
    const late = await submit(uuidv7(), bodyOf(practice, answersTo(practice)))
    expect([late.statusCode, late.json<Problem>().code]).toEqual([410, 'QUIZ_PAPER_EXPIRED'])
    expect(await recount()).toEqual([])
  })

  it('asks for a sign-in before an assessment, and knows the village', async () => {
    const person = await resident()
    const codeOf = async (body: object, as?: SignedIn) => {
      const response = await draw(body, as)
      return [response.statusCode, response.json<Problem>().code]
    }
    const assessment = { audience: 'resident', areaCode: VILLAGE, purpose: 'assessment' }
    expect(await codeOf(assessment)).toEqual([401, 'SIGN_IN_REQUIRED'])
    expect(await codeOf({ ...assessment, areaCode: '441581105201' }, person)).toEqual([403, 'DEMO_READ_ONLY'])
    expect(await codeOf({ ...assessment, areaCode: '441581990299' }, person)).toEqual([404, 'NOT_FOUND'])
    expect(await codeOf({ ...assessment, areaCode: '441581990' }, person)).toEqual([422, 'INVALID'])
    expect(await codeOf({ ...assessment, audience: 'everybody' }, person)).toEqual([422, 'INVALID'])
    const admin = await signIn(test, { name: '管理员', role: 'system-admin', areaCode: '441581' })
    expect(await codeOf(assessment, admin)).toEqual([403, 'FORBIDDEN'])
  })

  it('refuses malformed answers and stores nothing of them', async () => {
    const person = await resident()
    const paper = await paperFor(person)
    const body = bodyOf(paper, answersTo(paper))
    const statusOf = async (payload: object, id: string = uuidv7()) =>
      (await submit(id, payload, person)).statusCode
    expect(await statusOf({ ...body, answers: [{ no: 1, chosen: ['A'] }] })).toBe(422)
    expect(
      await statusOf({
        ...body,
        answers: [
          { no: 1, chosen: [0] },
          { no: 1, chosen: [1] },
        ],
      }),
    ).toBe(422)
    expect(await statusOf({ ...body, startedAt: 'yesterday' })).toBe(422)
    expect(await statusOf({})).toBe(422)
    expect(await statusOf(body, 'not-an-id')).toBe(422)
    expect(await statusOf({ ...body, answers: [{ no: 99, chosen: [9] }] })).toBe(201)
    const rows = await test.database.dataSource.query(
      'SELECT is_counted, not_counted_reason FROM quiz_attempt',
    )
    expect(rows).toEqual([{ is_counted: 0, not_counted_reason: 'unfinished' }])
  })

  it('cannot be raised by trying every answer with a script', async () => {
    const script = await resident()
    for (let paperNo = 0; paperNo < 6; paperNo++) {
      const paper = await paperFor(script)
      test.clock.advance(30_000)
      for (let option = 0; option < 4; option++) {
        const answers = paper.items.map(({ no, options }) => ({ no, chosen: [option % options.length] }))
        await submit(uuidv7(), bodyOf(paper, answers), script)
      }
      const all = paper.items.map(({ no, options }) => ({ no, chosen: options.map((_, shown) => shown) }))
      await submit(uuidv7(), bodyOf(paper, all), script)
      await submit(uuidv7(), bodyOf(paper, answersTo(paper)), script)
    }
    expect(await recount()).toMatchObject([{ valid: 1, aware: 0 }])
    expect(await differences()).toEqual([])
  })

  it('cannot be raised by trying answers on papers that do not count: the same questions come again, and nothing is told', async () => {
    const script = await resident()
    const first = await paperFor(script)
    for (let changed = 1; changed <= 10; changed++) {
      const paper = await paperFor(script)
      expect(paper.items.map(({ stem, options }) => [stem, options])).toEqual(
        first.items.map(({ stem, options }) => [stem, options]),
      )
      test.clock.advance(30_000)
      const tried = answersTo(paper).filter(({ no }) => no !== changed)
      const result = (await submit(uuidv7(), bodyOf(paper, tried), script)).json<QuizAttemptOut>()
      expect(result).toMatchObject({ counted: false, score: null, correct: null, isAware: null, items: [] })
    }
    const data = await test.app.inject({ method: 'GET', url: '/api/me/data', headers: script.headers })
    const scores = data.json<{ quizzes: { score: number | null }[] }>().quizzes.map(({ score }) => score)
    expect(scores).toEqual(Array(10).fill(null))
    expect(await recount()).toEqual([])
  })

  it('keeps tallies equal to the attempts when many answer at once, some of them twice', async () => {
    const people = await Promise.all(Array.from({ length: 40 }, resident))
    const sent: { id: string; body: object; person: SignedIn }[] = []
    for (const [index, person] of people.entries()) {
      const areaCode = index % 2 === 0 ? VILLAGE : '441581990202'
      const [one, two] = [await paperFor(person, areaCode), await paperFor(person, areaCode)]
      const attempt = { id: uuidv7(), body: bodyOf(one, answersTo(one, index % 3 === 0 ? 5 : 9)), person }
      sent.push(attempt, attempt, { id: uuidv7(), body: bodyOf(two, answersTo(two)), person })
    }
    test.clock.advance(60_000)
    const pending = sent.map(({ id, body, person }) => submit(id, body, person))
    expect(await differences()).toEqual([])
    const statuses = (await Promise.all(pending)).map(({ statusCode }) => statusCode)
    expect(statuses.filter((status) => status === 201)).toHaveLength(80)
    expect(statuses.filter((status) => status === 200)).toHaveLength(40)
    expect(await differences()).toEqual([])
    const [total] = await test.database.dataSource.query(
      'SELECT SUM(valid) AS valid, SUM(aware) AS aware FROM awareness_slot',
    )
    expect(Number(total.valid)).toBe(40)
    const [aware] = await test.database.dataSource.query(
      'SELECT COUNT(*) AS n FROM quiz_attempt WHERE is_counted = 1 AND is_aware = 1',
    )
    expect(Number(total.aware)).toBe(Number(aware.n))
  })

  it('judges 95 % at a hundred answers, with its interval and the warning that people chose themselves', async () => {
    await test.database.dataSource.query(
      `INSERT INTO awareness_slot (area_code, year, audience, channel, slot, valid, aware) VALUES
       ('${VILLAGE}', ${YEAR}, 'resident', 'self', 0, 60, 58), ('${VILLAGE}', ${YEAR}, 'resident', 'self', 3, 40, 37)`,
    )
    expect(await awareness()).toMatchObject({
      state: 'met',
      valid: 100,
      aware: 95,
      warning: 'selfChosen',
      needed: 0,
    })
    await test.database.dataSource.query('UPDATE awareness_slot SET aware = aware - 1 WHERE slot = 3')
    expect(await awareness()).toMatchObject({ state: 'notMet', rate: 0.94, needed: 20 })
  })
})
