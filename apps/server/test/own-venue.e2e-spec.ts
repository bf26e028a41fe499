import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Freezer } from '../src/modules/assessment/freezer.js'
import { AwarenessService } from '../src/modules/quizzes/awareness.service.js'
import { QuizBank } from '../src/modules/quizzes/quiz-bank.js'
import { renderCertificate } from '../src/modules/venues/certificate-pdf.js'
import type { OwnVenue, StaffPaper } from '../src/modules/venues/venues.dto.js'
import { createTestApp, TEST_NOW, type TestApp } from './support/app.js'
import { pdfText } from './support/document-text.js'
import { type Answer, aRecord, makeAreas, putRecord, send, VILLAGE_A, VILLAGE_B } from './support/records.js'
import { renew, type SignedIn, signIn } from './support/sign-in.js'

const BANK = readFileSync(join(__dirname, '../src/cli/seed-data/quiz-bank.json'), 'utf8')
const NAMES = ['李小明', '王大梅']

type Item = { stem: string; options: string[]; answer: number[] }

describe('场所负责人的场所', () => {
  const bank = new Map((JSON.parse(BANK) as Item[]).map((item) => [item.stem, item]))
  const [venue, lookAlike, school, elsewhere] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()]
  let test: TestApp
  let secretary: SignedIn
  let town: SignedIn
  let manager: SignedIn
  let rival: SignedIn

  beforeAll(async () => {
    test = await createTestApp()
    await makeAreas(test)
    await test.app.get(QuizBank).load(test.database.dataSource.manager, JSON.parse(BANK))
    secretary = await signIn(test, { name: '陈书记', role: 'village-secretary', areaCode: VILLAGE_A })
    town = await signIn(test, { name: '吴主任', role: 'town-office', areaCode: '441581990' })
    for (const [subjectId, name, areaCode] of [
      [venue, '示范旅馆', VILLAGE_A],
      [lookAlike, '示范旅馆二店', VILLAGE_A],
      [elsewhere, '外村旅馆', VILLAGE_B],
    ] as const) {
      const payload = { name, venueType: 'hotel', keyParts: 'no', monitored: 'no' }
      await putRecord(test, town, uuidv7(), aRecord('venue', { subjectId, areaCode, payload }))
    }
    const payload = { name: '示范小学', stage: 'primary', pupils: 120 }
    await putRecord(test, secretary, uuidv7(), aRecord('school', { subjectId: school, payload }))
    const at = { role: 'venue-manager', areaCode: VILLAGE_A } as const
    manager = await signIn(test, { name: '郑店长', ...at, subjectId: venue })
    rival = await signIn(test, { name: '何店长', ...at, subjectId: lookAlike })
  })
  afterAll(() => test?.close())

  const call = (who: SignedIn, method: 'GET' | 'POST', url: string, body?: object) =>
    send(test, renew(test, who), method, url, body)
  const page = async (who = manager): Promise<OwnVenue> => (await call(who, 'GET', '/api/own-venue')).body
  const add = async (name: string, id = uuidv7(), who = manager): Promise<Answer> =>
    (await call(who, 'POST', '/api/own-venue/staff', { id, name })).body
  const put = (
    who: SignedIn,
    kind: 'venue-problem' | 'venue-inspection' | 'rectification',
    payload: object,
    id = uuidv7(),
  ) => putRecord(test, renew(test, who), id, aRecord(kind, { subjectId: venue, payload: payload as Answer }))
  const sql = (text: string, values: unknown[] = []): Promise<Answer[]> =>
    test.database.dataSource.query(text, values)

  describe('人员名册', () => {
    it('holds names sealed, shows them masked, and tells the ledger how many', async () => {
      for (const name of NAMES) await add(name)
      const { staff, headcount } = await page()
      expect(staff.map(({ number, maskedName }) => [number, maskedName])).toEqual([
        [1, '李*'],
        [2, '王*'],
      ])
      expect(headcount).toBe(2)
      for (const { quizCode } of staff) expect(quizCode).toMatch(/^\d{8}$/)
      const stored = JSON.stringify([
        await sql('SELECT CONVERT(name_sealed USING latin1) AS n, quiz_code FROM venue_staff'),
        await sql(
          "SELECT payload FROM record_revision v JOIN record r ON r.id = v.record_id WHERE r.kind = 'staff-roster'",
        ),
        await sql('SELECT details FROM audit_entry'),
      ])
      for (const name of NAMES) expect(stored).not.toContain(name)
      const rosters = (await call(secretary, 'GET', `/api/records?subjectId=${venue}&kind=staff-roster`)).body
        .items
      expect(rosters.map(({ payload }: Answer) => payload.headcount).sort()).toEqual([1, 2])
    })

    it('takes the same person once, however often the phone sends him', async () => {
      const id = uuidv7()
      await add('周小工', id)
      const again = await add('周小工', id)
      expect(again.staff.filter((one: Answer) => one.id === id)).toHaveLength(1)
      await call(manager, 'POST', `/api/own-venue/staff/${id}/leave`)
    })

    it("takes nobody under an id that is another venue's, and nobody back who has left", async () => {
      const id = uuidv7()
      await add('周小工', id)
      const { status, body } = await call(rival, 'POST', '/api/own-venue/staff', { id, name: '吴小工' })
      expect([status, body.code]).toEqual([409, 'STAFF_CONFLICT'])
      expect((await page(rival)).staff).toEqual([])
      await call(manager, 'POST', `/api/own-venue/staff/${id}/leave`)
      const late = await add('周小工', id)
      expect(late.staff.some((one: Answer) => one.id === id)).toBe(false)
    })

    it('gives a full name on demand, and writes down that it did', async () => {
      const [first] = (await page()).staff
      const { body } = await call(manager, 'POST', `/api/own-venue/staff/${first!.id}/reveal`)
      expect(body).toEqual({ name: '李小明' })
      const noted = await sql("SELECT object_id AS id FROM audit_entry WHERE action = 'venue-staff.revealed'")
      expect(noted).toEqual([{ id: first!.id }])
    })

    it('forgets whoever has left: his name cannot be opened any more', async () => {
      const id = uuidv7()
      await add('过客甲', id)
      const before = (await page()).headcount
      expect((await call(manager, 'POST', `/api/own-venue/staff/${id}/leave`)).body.headcount).toBe(
        before! - 1,
      )
      expect(
        await sql('SELECT wrapped_key, name_sealed, quiz_code FROM venue_staff WHERE id = ?', [id]),
      ).toEqual([{ wrapped_key: null, name_sealed: null, quiz_code: null }])
      expect((await call(manager, 'POST', `/api/own-venue/staff/${id}/reveal`)).status).toBe(404)
      expect((await call(manager, 'POST', `/api/own-venue/staff/${id}/leave`)).status).toBe(200)
    })
  })

  describe('从业人员答题', () => {
    const draw = (code: string) =>
      test.app.inject({ method: 'POST', url: '/api/staff-papers', payload: { code } })
    const answer = async (code: string, right: number) => (await attempt(code, right)).response
    const attempt = async (code: string, right: number) => {
      test.clock.set(TEST_NOW)
      const paper = (await draw(code)).json<StaffPaper>()
      test.clock.set(new Date(Date.parse(TEST_NOW) + 120_000).toISOString())
      const answers = paper.items.map(({ no, stem, options }) => {
        const item = bank.get(stem)!
        const correct = item.answer.map((index) => options.indexOf(item.options[index]!))
        return { no, chosen: no <= right ? correct : [options.findIndex((_, at) => !correct.includes(at))] }
      })
      const id = uuidv7()
      const response = await test.app.inject({
        method: 'PUT',
        url: `/api/staff-papers/${id}`,
        payload: { paperId: paper.paperId, token: paper.token, answers, startedAt: paper.issuedAt },
      })
      return { id, token: paper.token, response }
    }

    it('counts once a year, and the manager learns that, not how', async () => {
      const [first, second] = (await page()).staff
      const marked = (await answer(first!.quizCode, 10)).json<Answer>()
      expect(marked).toMatchObject({ score: 100, counted: true })
      const again = (await answer(first!.quizCode, 5)).json<Answer>()
      expect(again).toMatchObject({ counted: false, notCountedReason: 'already-counted' })
      const own = await page()
      const { answered } = own.staff.find(({ id }) => id === first!.id)!
      expect([answered, own.staff.find(({ id }) => id === second!.id)!.answered]).toEqual([true, false])
      expect(JSON.stringify(own)).not.toMatch(/score|aware|correct/)
      const tx = test.database.dataSource.manager
      const tallies = await test.app.get(AwarenessService).recount(tx, VILLAGE_A, 2026)
      expect(tallies).toMatchObject([{ audience: 'venue', valid: 1, aware: 1 }])
      expect(await test.app.get(AwarenessService).differences(tx, VILLAGE_A)).toEqual([])
    })

    it('gives whoever passed a certificate without a score, on the phone that answered, and nobody else', async () => {
      const certificate = (id: string, token: string) =>
        test.app.inject({ method: 'POST', url: `/api/staff-papers/${id}/certificate`, payload: { token } })
      const [, second] = (await page()).staff
      const failed = await attempt(second!.quizCode, 5)
      const refused = await certificate(failed.id, failed.token)
      expect([refused.statusCode, refused.json<Answer>().code]).toEqual([409, 'STAFF_NOT_PASSED'])
      // He learned and answered again: the year's rate keeps the first paper, he has his certificate.
      const passed = await attempt(second!.quizCode, 9)
      const { statusCode, body } = await certificate(passed.id, passed.token)
      expect(statusCode).toBe(200)
      expect(JSON.parse(body)).toEqual({
        number: expect.stringMatching(/^2026-[0-9A-F]{8}$/),
        name: '王大梅',
        venueName: '示范旅馆',
        areaName: '示范村A',
        passedOn: '2026-11-23',
        passMark: 80,
      })
      const noted = await sql(
        "SELECT object_id AS id, actor_role AS role FROM audit_entry WHERE action = 'venue-staff.certified'",
      )
      expect(noted).toEqual([{ id: second!.id, role: 'venue-staff' }])
      expect((await certificate(passed.id, failed.token)).json<Answer>().code).toBe('STAFF_NOT_PASSED')
      expect((await certificate(passed.id, `${passed.token}x`)).json<Answer>().code).toBe(
        'QUIZ_PAPER_UNKNOWN',
      )
    })

    it('gives him the same as a PDF with name, venue, day, rule and number, and nobody another’s', async () => {
      const file = (id: string, token?: string) =>
        test.app.inject({
          method: 'GET',
          url: `/api/staff-papers/${id}/certificate`,
          headers: token === undefined ? {} : { 'x-paper': token },
        })
      const [first, second] = (await page()).staff
      const [own, other] = [await attempt(second!.quizCode, 9), await attempt(first!.quizCode, 9)]
      const answer = await file(own.id, own.token)
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf'])
      expect(answer.headers['content-disposition']).toMatch(
        /^inline; filename="certificate-2026-\w{8}\.pdf"$/,
      )
      const text = pdfText(answer.rawPayload).replace(/\|/g, '')
      const number = `2026-${own.id.slice(-8).toUpperCase()}`
      for (const words of [
        '禁毒知识答题合格证',
        '王大梅参加2026年禁毒知识答题，合格。',
        '示范旅馆',
        '示范村A',
        '2026年11月23日',
        '满分100分，80分及以上合格',
        number,
      ])
        expect(text).toContain(words)
      // The number's digits are whatever they are; neither the score nor another's name stands anywhere else.
      expect(text.replace(number, '')).not.toMatch(/90|李小明/)
      for (const [id, token] of [
        [own.id, other.token],
        [other.id, own.token],
      ] as const)
        expect((await file(id, token)).json<Answer>().code).toBe('STAFF_NOT_PASSED')
      for (const token of [undefined, `${own.token}x`])
        expect((await file(own.id, token)).json<Answer>().code).toBe('QUIZ_PAPER_UNKNOWN')
    })

    it('prints a certificate the same each time, a rare character of a name too', async () => {
      const certificate = {
        number: '2026-0A1B2C3D',
        name: '王𠮷',
        venueName: '示范旅馆',
        areaName: '示范村A',
        passedOn: '2026-02-03',
        passMark: 85,
      }
      const [once, again] = await Promise.all(
        [1, 2].map(() => buffer(renderCertificate(certificate) as never)),
      )
      expect(once!.equals(again!)).toBe(true)
      const text = pdfText(once!).replace(/\|/g, '')
      for (const words of ['王𠮷参加2026年', '2026年2月3日', '85分及以上合格']) expect(text).toContain(words)
    })

    it('judges a day by who worked there then: who leaves later still counts, who comes later does not', async () => {
      const countsTo = async (asOf: string) => {
        const { snapshot } = await test.app.get(Freezer, { strict: false }).judge(VILLAGE_A, 2026, asOf)
        return JSON.parse(snapshot.bytes.toString()).counts.awareness.venue.tallies
      }
      const counted = [{ channel: 'self', valid: 2, aware: 1 }]
      expect(await countsTo('2026-11-22')).toEqual([{ channel: 'self', valid: 0, aware: 0 }])
      expect(await countsTo('2026-11-23')).toEqual(counted)
      const [first] = (await page()).staff
      test.clock.set('2026-11-24T06:00:00.000Z')
      await call(manager, 'POST', `/api/own-venue/staff/${first!.id}/leave`)
      expect(await countsTo('2026-11-23')).toEqual(counted)
      expect(await countsTo('2026-11-24')).toEqual([{ channel: 'self', valid: 1, aware: 0 }])
      test.clock.set(TEST_NOW)
    })

    it('takes no digits that nobody has, and locks whoever guesses', async () => {
      const wrong = await draw('00000000')
      expect([wrong.statusCode, wrong.json<Answer>().code]).toEqual([404, 'STAFF_CODE_WRONG'])
      for (let guess = 1; guess < 60; guess++) await draw('00000000')
      const [first] = (await page()).staff
      expect((await draw(first!.quizCode)).statusCode).toBe(429)
    })
  })

  describe('问题和检查', () => {
    it('shows what is to be put right by when, and what was seen', async () => {
      const problem = uuidv7()
      await put(secretary, 'venue-problem', { problem: '后门锁着', fixBy: '2026-12-10' }, problem)
      await put(secretary, 'venue-inspection', {
        signs: 'no',
        cameras: 'yes',
        staff: 'yes',
        rooms: 'none',
        findings: '没有标志',
      })
      expect(await page()).toMatchObject({
        problems: [{ id: problem, text: '后门锁着', fixBy: '2026-12-10', reportedOn: null }],
        inspections: [{ signs: 'no', cameras: 'yes', staff: 'yes', rooms: 'none', findings: '没有标志' }],
      })
      const report = uuidv7()
      await put(manager, 'rectification', { problem, how: '换了推杆锁' }, report)
      expect((await page()).problems).toMatchObject([{ id: problem, reportedOn: '2026-11-20' }])
      const review = await call(town, 'POST', `/api/records/${report}/review`, { decision: 'accept' })
      expect(review.status).toBeLessThan(300)
      expect((await page()).problems).toEqual([])
    })

    it('knows that the venue signed its pledge, from the paper the secretary registered', async () => {
      expect((await page()).pledgedOn).toBeNull()
      const paper = {
        areaCode: VILLAGE_A,
        level: 'village-venue',
        year: 2026,
        signedOn: '2026-11-02',
        paper: '柜一',
      }
      await call(secretary, 'POST', '/api/pledges/papers', { id: uuidv7(), ...paper, party: lookAlike })
      expect((await page()).pledgedOn).toBeNull()
      const answer = await call(secretary, 'POST', '/api/pledges/papers', {
        id: uuidv7(),
        ...paper,
        party: venue,
      })
      expect(answer.status).toBeLessThan(300)
      expect((await page()).pledgedOn).toBe('2026-11-02')
    })
  })

  it('is never another’s: a rival finds neither staff nor problems, and nobody else has the page', async () => {
    const [first] = (await page()).staff
    for (const path of ['leave', 'reveal'])
      expect((await call(rival, 'POST', `/api/own-venue/staff/${first!.id}/${path}`)).status).toBe(404)
    expect(await page(rival)).toMatchObject({ name: '示范旅馆二店', staff: [], problems: [] })
    for (const who of [secretary, town]) expect((await call(who, 'GET', '/api/own-venue')).status).toBe(403)
    const unbound = await signIn(test, { name: '林店长', role: 'venue-manager', areaCode: VILLAGE_A })
    expect((await call(unbound, 'GET', '/api/own-venue')).status).toBe(404)
  })

  describe('开通账号', () => {
    const appoint = (over: object) =>
      call(town, 'POST', '/api/appointments', {
        name: '许店长',
        role: 'venue-manager',
        areaCode: VILLAGE_A,
        from: '2026-11-01',
        ...over,
      })
    const faultOf = ({ status, body }: { status: number; body: Answer }) => [
      status,
      body.errors?.[0]?.path,
      body.errors?.[0]?.code,
    ]

    it('names the venue or the school, of that village and of that type', async () => {
      expect(faultOf(await appoint({}))).toEqual([422, 'subjectId', 'required'])
      for (const subjectId of [elsewhere, school, uuidv7()])
        expect(faultOf(await appoint({ subjectId }))).toEqual([422, 'subjectId', 'unknown'])
      expect(faultOf(await appoint({ role: 'teacher', subjectId: venue }))).toEqual([
        422,
        'subjectId',
        'unknown',
      ])
      expect(faultOf(await appoint({ role: 'case-worker', subjectId: venue }))).toEqual([
        422,
        'subjectId',
        'unknown',
      ])
      const made = await appoint({ subjectId: venue })
      expect(made.status).toBe(201)
      expect(made.body).toMatchObject({ subjectId: venue, subjectName: '示范旅馆' })
    })

    it('is handed over with the venue it is for', async () => {
      const made = await appoint({ name: '庄店长', subjectId: venue })
      const next = await call(town, 'POST', `/api/appointments/${made.body.id}/handover`, { name: '蔡店长' })
      expect(next.status).toBeLessThan(300)
      expect(JSON.stringify(next.body)).toContain(venue)
    })
  })
})
