import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ClassAnswersOut, ClassBoard, ClassPaperOut } from '../src/modules/classes/classes.dto.js'
import { ClassesService } from '../src/modules/classes/classes.service.js'
import { QuizBank } from '../src/modules/quizzes/quiz-bank.js'
import { createTestApp, TEST_NOW, type TestApp } from './support/app.js'
import { aRecord, makeAreas, putRecord, send, VILLAGE_A } from './support/records.js'
import { renew, type SignedIn, signIn } from './support/sign-in.js'

const BANK = readFileSync(join(__dirname, '../src/cli/seed-data/quiz-bank.json'), 'utf8')
const MINUTE = 60_000
const LESSON = { topic: '认识毒品的危害', className: '五年级2班', pupils: 6, lessonMinutes: 40 }

type Item = { stem: string; options: string[]; answer: number[] }

describe('课堂答题', () => {
  const bank = new Map((JSON.parse(BANK) as Item[]).map((item) => [item.stem, item]))
  const [school, lookAlike] = [uuidv7(), uuidv7()]
  let test: TestApp
  let secretary: SignedIn
  let teacher: SignedIn
  let neighbour: SignedIn

  beforeAll(async () => {
    test = await createTestApp()
    await makeAreas(test)
    await test.app.get(QuizBank).load(test.database.dataSource.manager, JSON.parse(BANK))
    const at = { areaCode: VILLAGE_A }
    secretary = await signIn(test, { name: '陈书记', role: 'village-secretary', ...at })
    for (const [id, name] of [
      [school, '示范小学'],
      [lookAlike, '示范小学分校'],
    ] as const)
      await putRecord(
        test,
        secretary,
        uuidv7(),
        aRecord('school', { subjectId: id, payload: { name, stage: 'primary', pupils: 120 } }),
      )
    teacher = await signIn(test, { name: '许老师', role: 'teacher', ...at, subjectId: school })
    neighbour = await signIn(test, { name: '何老师', role: 'teacher', ...at, subjectId: lookAlike })
  })
  beforeEach(async () => {
    test.clock.set(TEST_NOW)
    for (const table of ['class_session', 'class_paper', 'class_item', 'sign_in_attempt'])
      await test.database.dataSource.query(`DELETE FROM ${table}`)
  })
  afterAll(() => test?.close())

  const call = (who: SignedIn, method: 'GET' | 'POST', url: string, body?: object) =>
    send(test, renew(test, who), method, url, body)
  const open = async (over: object = {}): Promise<ClassBoard> => {
    const answer = await call(teacher, 'POST', '/api/classes', { ...LESSON, ...over })
    expect(answer.status).toBe(201)
    return answer.body
  }
  const join_ = (code: string | null) =>
    test.app.inject({ method: 'POST', url: '/api/class-papers', payload: { code } })
  const paperOf = async (code: string | null): Promise<ClassPaperOut> => {
    const answer = await join_(code)
    expect(answer.statusCode).toBe(201)
    return answer.json<ClassPaperOut>()
  }
  const answersTo = ({ items }: ClassPaperOut, right: number) =>
    items.map(({ no, stem, options }) => {
      const item = bank.get(stem)!
      const correct = item.answer.map((index) => options.indexOf(item.options[index]!))
      const wrong = options.findIndex((_, shown) => !correct.includes(shown))
      return { no, chosen: no <= right ? correct : [Math.max(0, wrong)] }
    })
  const submit = (paper: ClassPaperOut, answers: object[]) =>
    test.app.inject({
      method: 'PUT',
      url: `/api/class-papers/${paper.paperId}`,
      payload: { token: paper.token, answers },
    })
  /** A pupil joins, takes his time and hands in. */
  const answer = async (code: string | null, right = 10) => {
    const paper = await paperOf(code)
    test.clock.set(new Date(test.clock.now().getTime() + MINUTE).toISOString())
    const response = await submit(paper, answersTo(paper, right))
    expect(response.statusCode).toBe(200)
    return { paper, result: response.json<ClassAnswersOut>() }
  }
  const board = async (id: string): Promise<ClassBoard> =>
    (await call(teacher, 'GET', `/api/classes/${id}`)).body
  const end = async (id: string): Promise<ClassBoard> =>
    (await call(teacher, 'POST', `/api/classes/${id}/end`)).body
  const sessionsOf = async (id: string) =>
    (await send(test, renew(test, secretary), 'GET', `/api/records?subjectId=${id}&kind=class-session`)).body
      .items

  it('opens with six digits for 45 minutes', async () => {
    const opened = await open()
    expect(opened.code).toMatch(/^\d{6}$/)
    expect(Date.parse(opened.codeUntil) - Date.parse(opened.startedAt)).toBe(45 * MINUTE)
    expect(opened).toMatchObject({ ...LESSON, answered: 0, valid: null, aware: null, endedAt: null })
  })

  it('becomes one record of the school when it ends, and counts as the notice says', async () => {
    const { id, code } = await open()
    for (const right of [10, 9, 8, 8, 7]) await answer(code, right)
    const ended = await end(id)
    expect(ended).toMatchObject({ code: null, answered: 5, valid: 5, aware: 4, recorded: true })
    await end(id)
    const records = await sessionsOf(school)
    expect(records).toHaveLength(1)
    expect(records[0]).toMatchObject({
      reviewState: 'accepted',
      payload: {
        pupils: 6,
        valid: 5,
        aware: 4,
        className: '五年级2班',
        topic: '认识毒品的危害',
        lessonMinutes: 40,
      },
    })
    const file = (await call(teacher, 'GET', `/api/places/${school}`)).body
    expect(file.timeline[0]).toMatchObject({ kind: 'class-session' })
  })

  it('keeps nothing of a pupil: no answer, no paper, no address', async () => {
    const { id, code } = await open()
    for (let pupil = 0; pupil < 5; pupil++) await answer(code)
    await end(id)
    const sql = (text: string) => test.database.dataSource.query(text)
    expect(await sql('SELECT * FROM class_paper')).toEqual([])
    expect(await sql('SELECT * FROM quiz_attempt')).toEqual([])
    const columns: { Field: string }[] = await sql('SHOW COLUMNS FROM class_item')
    expect(columns.map(({ Field }) => Field).sort()).toEqual([
      'asked',
      'class_id',
      'correct',
      'item_id',
      'item_version',
    ])
  })

  it('explains every answer and gives no score', async () => {
    const { code } = await open()
    const { result } = await answer(code, 6)
    expect(result.counted).toBe(true)
    expect(result.items).toHaveLength(10)
    for (const item of result.items) expect([item.explanation, item.basis]).not.toContain('')
    expect(JSON.stringify(result)).not.toMatch(/score|aware|passMark/)
  })

  it('shows how far it is in numbers, and which facts few know from the fifth paper on', async () => {
    const { id, code } = await open()
    for (let pupil = 0; pupil < 4; pupil++) await answer(code, 10)
    expect(await board(id)).toMatchObject({ answered: 4, questions: [] })
    await answer(code, 0)
    const { questions } = await board(id)
    expect(questions.length).toBeGreaterThanOrEqual(10)
    const shares = questions.map(({ asked, correct }) => correct / asked)
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
  })

  it('counts a paper once, however often it is sent', async () => {
    const { id, code } = await open()
    const { paper } = await answer(code)
    expect((await submit(paper, answersTo(paper, 10))).statusCode).toBe(200)
    expect(await board(id)).toMatchObject({ answered: 1 })
  })

  it('takes no more valid papers than pupils are there', async () => {
    const { id, code } = await open({ pupils: 2 })
    await answer(code)
    await answer(code)
    const third = await paperOf(code)
    test.clock.set(new Date(test.clock.now().getTime() + MINUTE).toISOString())
    const refused = await submit(third, answersTo(third, 10))
    expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([409, 'CLASS_FULL'])
    expect(await board(id)).toMatchObject({ answered: 2 })
  })

  it.each([
    ['too-fast', 10, 10_000],
    ['unfinished', 9, MINUTE],
  ])('does not count a paper that is %s, and says so', async (reason, given, took) => {
    const { id, code } = await open()
    const paper = await paperOf(code)
    test.clock.set(new Date(test.clock.now().getTime() + took).toISOString())
    const answer_ = (await submit(paper, answersTo(paper, 10).slice(0, given))).json<ClassAnswersOut>()
    expect(answer_).toMatchObject({ counted: false, notCountedReason: reason })
    await end(id)
    expect((await board(id)).recorded).toBe(false)
  })

  it('is closed to a code that is wrong, over or ended, in one and the same answer', async () => {
    const { id, code } = await open()
    const paper = await paperOf(code)
    const wrong = code === '000000' ? '000001' : '000000'
    test.clock.set(new Date(Date.parse(TEST_NOW) + 45 * MINUTE).toISOString())
    const [unknown, over] = [await join_(wrong), await join_(code)]
    expect([unknown.statusCode, over.statusCode]).toEqual([404, 404])
    expect(unknown.json<{ code: string }>().code).toBe('CLASS_CODE_WRONG')
    expect(over.json<{ title: string }>().title).toBe(unknown.json<{ title: string }>().title)
    const extended = (await call(teacher, 'POST', `/api/classes/${id}/extend`)).body
    expect(Date.parse(extended.codeUntil)).toBe(Date.parse(TEST_NOW) + 60 * MINUTE)
    expect((await join_(code)).statusCode).toBe(201)
    await end(id)
    expect((await submit(paper, answersTo(paper, 10))).json<{ code: string }>().code).toBe('CLASS_ENDED')
    expect((await call(teacher, 'POST', `/api/classes/${id}/extend`)).body.code).toBe('CLASS_ENDED')
  })

  it('locks whoever guesses codes, with the right one too; wrong codes of others do not matter', async () => {
    const { code } = await open({ pupils: 100 })
    for (let pupil = 0; pupil < 70; pupil++) expect((await join_(code)).statusCode).toBe(201)
    const wrong = code === '000000' ? '000001' : '000000'
    for (let guess = 0; guess < 60; guess++) expect((await join_(wrong)).statusCode).toBe(404)
    expect((await join_(wrong)).statusCode).toBe(429)
    expect((await join_(code)).statusCode).toBe(429)
    test.clock.set(new Date(Date.parse(TEST_NOW) + 10 * MINUTE).toISOString())
    expect((await join_(code)).statusCode).toBe(201)
  })

  it('hands out only so many papers that a code on the street is worth nothing', async () => {
    const { code } = await open({ pupils: 2 })
    for (let paper = 0; paper < 6; paper++) await paperOf(code)
    expect((await join_(code)).json<{ code: string }>().code).toBe('CLASS_FULL')
  })

  it('ends by itself when the teacher forgets it', async () => {
    const { id, code } = await open()
    await answer(code)
    const before = (await sessionsOf(school)).length
    const forgotten = test.app.get(ClassesService)
    test.clock.set(new Date(Date.parse(TEST_NOW) + 59 * MINUTE).toISOString())
    await forgotten.closeForgotten()
    expect(await sessionsOf(school)).toHaveLength(before)
    test.clock.set(new Date(Date.parse(TEST_NOW) + 61 * MINUTE).toISOString())
    await forgotten.closeForgotten()
    await forgotten.closeForgotten()
    expect(await sessionsOf(school)).toHaveLength(before + 1)
    expect((await board(id)).endedAt).not.toBeNull()
  })

  it('belongs to its school: the teacher of another does not find it, nobody else may ask', async () => {
    const { id } = await open()
    for (const [method, path] of [
      ['GET', ''],
      ['POST', '/end'],
      ['POST', '/extend'],
    ] as const)
      expect((await call(neighbour, method, `/api/classes/${id}${path}`)).status).toBe(404)
    expect((await call(neighbour, 'GET', '/api/classes')).body).toMatchObject({
      school: '示范小学分校',
      items: [],
    })
    expect((await call(teacher, 'GET', '/api/classes')).body.items).toHaveLength(1)
    expect((await call(secretary, 'GET', `/api/classes/${id}`)).status).toBe(403)
    const homeless = await signIn(test, { name: '林老师', role: 'teacher', areaCode: VILLAGE_A })
    expect((await call(homeless, 'POST', '/api/classes', LESSON)).status).toBe(404)
  })

  it('takes no paper of another kind', async () => {
    await open()
    const practice = await test.app.inject({
      method: 'POST',
      url: '/api/quiz/papers',
      payload: { audience: 'resident', areaCode: VILLAGE_A, purpose: 'practice' },
    })
    const paper = practice.json<ClassPaperOut>()
    expect((await submit(paper, [])).json<{ code: string }>().code).toBe('QUIZ_PAPER_UNKNOWN')
  })
})
