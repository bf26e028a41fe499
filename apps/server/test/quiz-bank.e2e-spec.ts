import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { AreasService } from '../src/modules/areas/areas.service.js'
import type { BankImport, BankItemOut, BankList, StudyCards } from '../src/modules/quizzes/bank/bank.dto.js'
import { QuizBank } from '../src/modules/quizzes/quiz-bank.js'
import type { QuizAttemptOut, QuizPaper } from '../src/modules/quizzes/quizzes.dto.js'
import { JobRunner } from '../src/platform/outbox/job-runner.js'
import { createTestApp, type TestApp } from './support/app.js'
import { type SignedIn, signIn } from './support/sign-in.js'
import { bytesOf, type CellValue, download, fillIn, headingsOf, uploadQuestions } from './support/tables.js'

const BANK = readFileSync(join(__dirname, '../src/cli/seed-data/quiz-bank.json'), 'utf8')
const TOWN = '441581990'
const VILLAGE = '441581990201'
const FIRST_ROW = 4

const ITEM = {
  audience: ['public', 'migrant'],
  topic: 'duty',
  type: 'single',
  stem: '收到快递，里面是没寄过的药片，该怎么办？',
  options: ['扔掉', '交给派出所或拨打110', '送给别人'],
  answer: [1],
  explanation: '来路不明的药片可能是毒品，交给公安机关最稳妥。',
  basis: '《禁毒法》第九条',
}

type Problem = { code: string; title: string; errors?: { path: string; text: string }[] }

describe('题库', () => {
  let test: TestApp
  let wu: SignedIn
  let he: SignedIn
  let county: SignedIn
  let secretary: SignedIn

  beforeAll(async () => {
    test = await createTestApp()
    const tx = test.database.dataSource.manager
    const areas = test.app.get(AreasService)
    await areas.upsert(tx, { code: '441581', name: '陆丰市' })
    await areas.upsert(tx, { code: TOWN, name: '示范镇', isDemo: true })
    await areas.upsert(tx, { code: VILLAGE, name: '示范村A', isDemo: true, startOn: '2025-11-01' })
    wu = await signIn(test, { name: '吴主任', role: 'town-office', areaCode: TOWN })
    he = await signIn(test, { name: '何干事', role: 'town-office', areaCode: TOWN })
    county = await signIn(test, { name: '市办', role: 'county-office', areaCode: '441581' })
    secretary = await signIn(test, { name: '书记', role: 'village-secretary', areaCode: VILLAGE })
  })

  beforeEach(async () => {
    for (const table of ['quiz_item', 'quiz_import']) await sql(`DELETE FROM ${table}`)
    await test.app.get(QuizBank).load(test.database.dataSource.manager, JSON.parse(BANK))
  })

  afterAll(() => test.close())

  const sql = (text: string, values: unknown[] = []) => test.database.dataSource.query(text, values)
  const call = async <T = BankItemOut>(
    who: SignedIn | undefined,
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    payload?: object,
  ) => {
    const answer = await test.app.inject({
      method,
      url: `/api/quiz/${path}`,
      headers: who?.headers,
      ...(payload === undefined ? {} : { payload }),
    })
    return { status: answer.statusCode, body: answer.json() as T }
  }
  const list = (query = '', who = wu) => call<BankList>(who, 'GET', `bank/items?${query}`)
  const item = async (id: string, who = wu) => (await call(who, 'GET', `bank/items/${id}`)).body
  const write = async (content: object = ITEM, who = wu) => {
    const { status, body } = await call(who, 'POST', 'bank/items', { item: content })
    expect(status).toBe(201)
    return body.id
  }
  const review = (who: SignedIn, id: string, version = 1, decision = 'accept', reason?: string) =>
    call<BankItemOut & Problem>(who, 'POST', `bank/items/${id}/review`, { version, decision, reason })
  const change = (who: SignedIn, id: string, basedOn: number, content: object) =>
    call<BankItemOut & Problem>(who, 'POST', `bank/items/${id}/versions`, { basedOn, item: content })
  const retire = (who: SignedIn, id: string, version: number) =>
    call<BankItemOut & Problem>(who, 'POST', `bank/items/${id}/retirement`, { version, reason: '法条改了' })
  const cards = async (audience = 'public') =>
    (await call<StudyCards>(undefined, 'GET', `cards?audience=${audience}`)).body.items

  it('that something waits for review is told once a day to those who may review it, never to the author', async () => {
    await write({ ...ITEM, stem: '有人请你帮忙带一包东西过关，该怎么办？' })
    await write({ ...ITEM, stem: '在出租屋闻到刺鼻的化学气味，该怎么办？' })
    await test.app.get(JobRunner).drain()
    const inbox = async (who: SignedIn) => {
      const answer = await test.app.inject({ url: '/api/inbox', headers: who.headers })
      return answer
        .json()
        .items.map(({ text, target }: { text: string; target: string }) => `${text} ${target}`)
    }
    expect(await inbox(he)).toEqual(['有题目等您审核 bank'])
    expect(await inbox(county)).toEqual(['有题目等您审核 bank'])
    for (const other of [wu, secretary]) expect(await inbox(other)).toEqual([])
  })

  describe('一道新题', () => {
    it('waits for another person of an office, and is asked of nobody until then', async () => {
      const id = await write()
      expect(await item(id)).toMatchObject({
        state: 'awaiting',
        drawnVersion: null,
        mayReview: false,
        own: true,
      })
      expect((await cards()).some((card) => card.id === id)).toBe(false)
      expect(await review(wu, id)).toMatchObject({ status: 409, body: { code: 'QUIZ_ITEM_OWN' } })
      expect((await item(id, county)).mayReview).toBe(true)

      const { status, body } = await review(county, id)
      expect(status).toBe(200)
      expect(body).toMatchObject({ state: 'reviewed', drawnVersion: 1 })
      expect(body.versions[0]).toMatchObject({
        author: '吴主任',
        writtenAt: test.clock.now().toISOString(),
        review: { by: '市办', at: test.clock.now().toISOString(), returnedBecause: null },
      })
      expect((await cards()).find((card) => card.id === id)).toMatchObject({ reviewed: true, topic: 'duty' })
      const notes = await sql(
        `SELECT action FROM audit_entry WHERE object_type = 'quiz-item' AND object_id = ? ORDER BY id`,
        [id],
      )
      expect(notes.map(({ action }: { action: string }) => action)).toEqual([
        'quiz-item.written',
        'quiz-item.reviewed',
      ])
    })

    it('is one question when it is sent twice, and is refused where the bank has it', async () => {
      const id = await write()
      expect(await write()).toBe(id)
      const twin = { ...ITEM, stem: '收到快递，里面是没寄过的药片，该怎么办?' }
      const refused = await call<Problem>(he, 'POST', 'bank/items', { item: twin })
      expect([refused.status, refused.body.code]).toEqual([409, 'QUIZ_ITEM_EXISTS'])
      expect(refused.body.title).toContain(id)
    })

    it('is known by its first words too, after somebody changed them', async () => {
      const id = await write()
      await change(he, id, 1, { ...ITEM, stem: '收到没寄过的快递，该怎么办？' })
      const refused = await call<Problem>(wu, 'POST', 'bank/items', { item: ITEM })
      expect([refused.status, refused.body.code]).toEqual([409, 'QUIZ_ITEM_EXISTS'])
    })

    it('goes back with a reason, and comes again as the next version', async () => {
      const id = await write()
      expect((await review(he, id, 1, 'return')).status).toBe(422)
      expect(await review(he, id, 1, 'return', '法条写错了')).toMatchObject({ body: { state: 'returned' } })
      expect((await item(id)).versions[0]?.review?.returnedBecause).toBe('法条写错了')
      expect((await cards()).some((card) => card.id === id)).toBe(false)
      await change(wu, id, 1, { ...ITEM, basis: '《禁毒法》第十条' })
      expect(await review(he, id, 2)).toMatchObject({ body: { state: 'reviewed', drawnVersion: 2 } })
    })

    it.each([
      ['no audience', { audience: [] }, 'item.audience'],
      ['one option', { options: ['是'] }, 'item.options'],
      ['an answer that is no option', { answer: [5] }, 'item.answer'],
      ['two answers to a single choice', { answer: [0, 1] }, 'item.answer'],
      ['no law', { basis: '' }, 'item.basis'],
    ])('is refused with %s, at its place', async (_, fault, path) => {
      const { status, body } = await call<Problem>(wu, 'POST', 'bank/items', { item: { ...ITEM, ...fault } })
      expect(status).toBe(422)
      expect(body.errors?.[0]?.path).toBe(path)
      expect(body.errors?.[0]?.text).toMatch(/[\u4e00-\u9fff]/)
    })

    it('is no matter of a village’s', async () => {
      expect((await list('', secretary)).status).toBe(403)
      expect((await call(secretary, 'POST', 'bank/items', { item: ITEM })).status).toBe(403)
    })
  })

  describe('改一道题', () => {
    it('leaves the reviewed version in the draw until the new one is accepted by another', async () => {
      const id = await write()
      await review(he, id)
      const changed = { ...ITEM, explanation: '新的讲解：交给公安机关。' }
      expect(await change(he, id, 1, changed)).toMatchObject({
        status: 201,
        body: { state: 'awaiting', drawnVersion: 1 },
      })
      expect((await cards()).find((card) => card.id === id)?.explanation).toBe(ITEM.explanation)
      expect((await review(he, id, 2)).body.code).toBe('QUIZ_ITEM_OWN')
      const { body } = await review(wu, id, 2)
      expect(body.drawnVersion).toBe(2)
      expect(body.versions.map(({ version, state }) => [version, state])).toEqual([
        [2, 'reviewed'],
        [1, 'superseded'],
      ])
      expect((await cards()).find((card) => card.id === id)?.explanation).toBe(changed.explanation)
    })

    it('is refused on an older version than the newest, and where nothing changed', async () => {
      const id = await write()
      expect((await change(he, id, 1, ITEM)).body.code).toBe('QUIZ_ITEM_SAME')
      const mine = { ...ITEM, basis: '《禁毒法》第十条' }
      expect((await change(he, id, 1, mine)).status).toBe(201)
      // The answer was lost, and it is sent again.
      expect((await change(he, id, 1, mine)).status).toBe(201)
      expect((await change(wu, id, 1, { ...ITEM, basis: '《禁毒法》第十一条' })).body.code).toBe(
        'QUIZ_ITEM_CHANGED',
      )
      expect((await item(id)).versions).toHaveLength(2)
      expect((await review(wu, id, 1)).body.code).toBe('QUIZ_ITEM_CHANGED')
    })

    it('marks a paper that was handed out by the words it was handed out with', async () => {
      const draw = () =>
        call<QuizPaper>(undefined, 'POST', 'papers', {
          audience: 'resident',
          areaCode: VILLAGE,
          purpose: 'practice',
        })
      const { body: paper } = await draw()
      const source = JSON.parse(BANK) as (typeof ITEM & { id: string })[]
      const asked = source.find(({ stem }) => stem === paper.items[0]?.stem)!
      await change(wu, asked.id, 1, { ...wordsOf(asked), explanation: '换了一种讲解的话。' })
      await review(he, asked.id, 2)
      const { body: marked } = await call<QuizAttemptOut>(undefined, 'PUT', `attempts/${uuidv7()}`, {
        paperId: paper.paperId,
        token: paper.token,
        answers: [],
        startedAt: paper.issuedAt,
      })
      expect(marked.items[0]?.explanation).toBe(asked.explanation)
    })

    it('says of a paper whether it holds questions that nobody has reviewed', async () => {
      const draw = async () =>
        (
          await call<QuizPaper>(undefined, 'POST', 'papers', {
            audience: 'resident',
            areaCode: VILLAGE,
            purpose: 'practice',
          })
        ).body.bankState
      expect(await draw()).toBe('awaiting-town-review')
      await sql(`UPDATE quiz_item SET review_state = 'reviewed'`)
      test.app.get(QuizBank).forget()
      expect(await draw()).toBe('reviewed')
    })
  })

  describe('停用', () => {
    it('takes a question out at once, with the reason, and a new version brings it back', async () => {
      const { body } = await retire(wu, 'q001', 1)
      expect(body).toMatchObject({ state: 'retired', drawnVersion: null })
      expect(body.versions[0]?.retirement).toMatchObject({ by: '吴主任', because: '法条改了' })
      expect((await cards()).some((card) => card.id === 'q001')).toBe(false)
      expect((await review(he, 'q001')).body.code).toBe('QUIZ_ITEM_SETTLED')
      const words = body.versions[0]!.item
      expect((await change(wu, 'q001', 1, words)).status).toBe(201)
      expect((await review(he, 'q001', 2)).body.drawnVersion).toBe(2)
    })

    it('is refused where an audience would be left without enough questions for a paper', async () => {
      const own = (JSON.parse(BANK) as { id: string; audience: string[] }[]).filter(({ audience }) =>
        audience.includes('student'),
      )
      for (const { id } of own.slice(10)) expect((await retire(wu, id, 1)).status).toBe(200)
      const refused = await retire(wu, own[0]!.id, 1)
      expect([refused.status, refused.body.code]).toEqual([409, 'QUIZ_BANK_TOO_SMALL'])
      expect(refused.body.title).toContain('学生')
      expect((await item(own[0]!.id)).drawnVersion).toBe(1)
      expect((await review(he, own[0]!.id, 1, 'return', '不合适')).body.code).toBe('QUIZ_BANK_TOO_SMALL')
    })
  })

  it('列表按对象、主题、状态和文字筛选', async () => {
    await write()
    const all = (await list()).body
    expect([all.total, all.items.length]).toEqual([93, 50])
    expect(all.states).toEqual([{ state: 'awaiting', count: 93 }])
    await review(he, 'q001')
    const reviewed = (await list('state=reviewed')).body
    expect(reviewed.items.map(({ id }) => id)).toEqual(['q001'])
    expect(reviewed.states).toEqual([
      { state: 'awaiting', count: 92 },
      { state: 'reviewed', count: 1 },
    ])
    const venue = (await list('audience=venue&topic=venue')).body
    expect(venue.total).toBe(12)
    expect(venue.items.every(({ topic, audience }) => topic === 'venue' && audience.includes('venue'))).toBe(
      true,
    )
    expect((await list(`text=${encodeURIComponent('没寄过的药片')}`)).body.total).toBe(1)
    expect((await list('text=q002')).body.items.map(({ id }) => id)).toEqual(['q002'])
  })

  describe('用表格', () => {
    const upload = async (workbook: ExcelJS.Workbook, who = wu) => {
      const { status, body } = await uploadQuestions(test, who, await bytesOf(workbook))
      return { status, body: body as BankImport & Problem }
    }
    const confirm = (id: string, who = wu) =>
      call<BankImport & Problem>(who, 'POST', `bank/imports/${id}/confirm`, {})
    const exported = (query = '') => download(test, wu, `/api/quiz/bank/workbook?${query}`)
    const template = () => download(test, wu, '/api/quiz/bank/template')
    const set = (workbook: ExcelJS.Workbook, row: number, cells: Record<string, CellValue>) =>
      fillIn(workbook, [cells], row)
    const NEW_ROW = {
      给谁答: '本村群众、学生',
      主题: '认识毒品',
      题型: '判断',
      题干: '没有标签的电子烟可以随便抽。',
      答案: '错误',
      讲解: '里面可能有毒品，来路不明的不要碰。',
      法律依据: '《禁毒法》第三条',
    }

    it('comes out whole and goes back in unchanged', async () => {
      const workbook = await exported()
      expect(workbook.worksheets[0]!.getCell(`${'A'}${FIRST_ROW}`).value).toBe('1')
      const { body } = await upload(workbook)
      expect(body).toMatchObject({ state: 'ready', counts: { rows: 92, new: 0, changed: 0, same: 92 } })
      await confirm(body.id)
      expect(Number((await sql('SELECT COUNT(*) AS n FROM quiz_item'))[0].n)).toBe(92)
    })

    it('takes out what the filter finds', async () => {
      const workbook = await exported('audience=venue&topic=venue')
      expect(workbook.worksheets[0]!.rowCount).toBe(FIRST_ROW + 11)
    })

    it('writes new and changed questions at once, each awaiting another person, and once', async () => {
      const workbook = await exported('audience=venue&topic=venue')
      set(workbook, FIRST_ROW, { 讲解: '改过的讲解，写得更清楚。' })
      set(workbook, FIRST_ROW + 12, NEW_ROW)
      const { body } = await upload(workbook)
      expect(body).toMatchObject({ state: 'ready', counts: { rows: 13, new: 1, changed: 1, same: 11 } })
      expect((await list()).body.total).toBe(92)
      expect((await confirm(body.id, he)).status).toBe(404)
      expect((await confirm(body.id)).body.state).toBe('done')
      expect((await confirm(body.id)).body).toMatchObject({ state: 'done', counts: { new: 1, changed: 1 } })
      const found = (await list(`text=${encodeURIComponent('没有标签的电子烟可以随便抽')}`)).body.items[0]!
      expect(found).toMatchObject({
        state: 'awaiting',
        version: 1,
        drawnVersion: null,
        topic: 'drugs',
        own: true,
      })
      const made = await item(found.id)
      expect(made.versions[0]?.item).toMatchObject({
        audience: ['public', 'student'],
        type: 'judge',
        options: ['正确', '错误'],
        answer: [1],
      })
      expect((await review(wu, found.id)).body.code).toBe('QUIZ_ITEM_OWN')
      // The same file once more finds everything there.
      const again = await upload(workbook)
      expect(again.body.counts).toEqual({ rows: 13, new: 0, changed: 0, same: 13 })
      await confirm(again.body.id)
      expect((await list()).body.total).toBe(93)
    })

    it('is refused as a whole with what is to be changed written into the sheet, and taken when it is', async () => {
      const workbook = await template()
      set(workbook, FIRST_ROW + 1, { ...NEW_ROW, 答案: 'C' })
      set(workbook, FIRST_ROW + 2, { ...NEW_ROW, 题号: 'q999', 题干: '另一道新的判断题目。' })
      set(workbook, FIRST_ROW + 3, { ...NEW_ROW, 给谁答: '老师', 主题: '别的', 题干: '再一道新的判断题目。' })
      set(workbook, FIRST_ROW + 4, { ...NEW_ROW, 题干: { formula: 'A1&"题"', result: '题' } })
      set(workbook, FIRST_ROW + 5, { ...NEW_ROW, 题干: '好的一道新判断题目。' })
      const { body } = await upload(workbook)
      expect(body.state).toBe('faulty')
      expect(body.issues.map(({ row, heading }) => [row, heading])).toEqual([
        [FIRST_ROW + 1, '答案'],
        [FIRST_ROW + 2, '题号'],
        [FIRST_ROW + 3, '给谁答'],
        [FIRST_ROW + 3, '主题'],
        [FIRST_ROW + 4, '题干'],
      ])
      expect((await confirm(body.id)).body.code).toBe('IMPORT_FAULTY')
      expect((await list()).body.total).toBe(92)

      const back = await download(test, wu, `/api/quiz/bank/imports/${body.id}/workbook`)
      const at = headingsOf(back).get('要改的地方')!
      const words = (row: number) => String(back.worksheets[0]!.getRow(row).getCell(at).value ?? '')
      expect(words(FIRST_ROW)).toContain('答案不在选项里')
      expect(words(FIRST_ROW + 1)).toContain('没有这个题号')
      expect(words(FIRST_ROW + 4)).toBe('')
      set(back, FIRST_ROW, { 答案: '对' })
      set(back, FIRST_ROW + 1, { 题号: null })
      set(back, FIRST_ROW + 2, { 给谁答: '学生', 主题: '娱乐场所' })
      set(back, FIRST_ROW + 3, { 题干: '写好的一道判断题。' })
      const corrected = await upload(back)
      expect(corrected.body).toMatchObject({ state: 'ready', counts: { rows: 5, new: 5 } })
      expect((await confirm(corrected.body.id)).body.state).toBe('done')
      expect((await list()).body.total).toBe(97)
    })

    it('does not overwrite what somebody changed since it was taken out', async () => {
      const workbook = await exported('text=q001')
      const words = (await item('q001')).versions[0]!.item
      await change(he, 'q001', 1, { ...words, explanation: '何干事改过的讲解。' })
      set(workbook, FIRST_ROW, { 讲解: '吴主任改过的讲解。' })
      const { body } = await upload(workbook)
      expect(body.issues).toMatchObject([{ row: FIRST_ROW, heading: '第几版' }])
    })

    it('is not written when the bank changed after it was looked at', async () => {
      const workbook = await exported('text=q001')
      set(workbook, FIRST_ROW, { 讲解: '吴主任改过的讲解。' })
      const { body } = await upload(workbook)
      const words = (await item('q001')).versions[0]!.item
      await change(he, 'q001', 1, { ...words, explanation: '何干事改过的讲解。' })
      expect((await confirm(body.id)).body.code).toBe('IMPORT_CHANGED')
    })

    it('tells two rows that are one question, and a table that is none', async () => {
      const workbook = await template()
      set(workbook, FIRST_ROW + 1, NEW_ROW)
      set(workbook, FIRST_ROW + 2, NEW_ROW)
      expect((await upload(workbook)).body.issues).toMatchObject([{ row: FIRST_ROW + 2, heading: '题干' }])
      expect((await upload(await template())).body.code).toBe('IMPORT_EMPTY')
      const other = new ExcelJS.Workbook()
      other.addWorksheet('别的').addRow(['姓名', '电话'])
      expect((await upload(other)).body.code).toBe('IMPORT_NOT_TEMPLATE')
    })
  })
})

const wordsOf = ({ id: _, ...words }: typeof ITEM & { id: string }) => words
