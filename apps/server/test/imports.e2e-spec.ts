import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ImportsJobs } from '../src/modules/imports/imports.jobs.js'
import type { TestApp } from './support/app.js'
import { aPerson, type ImportTown, makeImportTown, withStatus } from './support/import-town.js'
import { type Answer, countRows, send, VILLAGE_A, VILLAGE_B } from './support/records.js'
import type { SignedIn } from './support/sign-in.js'
import { bytesOf, download, fillIn, headingsOf, templateOf, upload, uploadFile } from './support/tables.js'

describe('用表格批量录入', () => {
  let place: ImportTown
  let test: TestApp
  let secretary: SignedIn
  let caseWorker: SignedIn
  let neighbour: SignedIn
  let town: SignedIn
  let otherTown: SignedIn

  beforeAll(async () => {
    place = await makeImportTown()
    ;({ test, secretary, caseWorker, neighbour, town, otherTown } = place)
  })

  afterAll(() => test?.close())

  const get: ImportTown['get'] = (who, url) => place.get(who, url)
  const confirm: ImportTown['confirm'] = (who, uploaded) => place.confirm(who, uploaded)
  const sql: ImportTown['sql'] = (text, values) => place.sql(text, values)
  const personsOf: ImportTown['personsOf'] = (village) => place.personsOf(village)

  describe('表格', () => {
    it('offers each role the tables whose records it may send', async () => {
      const idsFor = async (who: SignedIn) =>
        (await get(who, `/api/villages/${VILLAGE_A}/imports`)).body.items.map(({ id }: Answer) => id)
      expect(await idsFor(secretary)).toEqual(
        expect.arrayContaining(['persons', 'support-groups', 'talks', 'activities']),
      )
      expect(await idsFor(secretary)).not.toContain('abstinence-starts')
      expect(await idsFor(secretary)).not.toContain('tests')
      expect(await idsFor(caseWorker)).toContain('tests')
      expect(await idsFor(town)).toContain('abstinence-starts')
      expect((await get(secretary, `/api/villages/${VILLAGE_B}/imports`)).status).toBe(404)
    })

    it('has the fields of the form as columns, their options as drop-downs, help on the headings and an example', async () => {
      const workbook = await templateOf(test, secretary, 'persons')
      expect([...headingsOf(workbook).keys()]).toEqual(
        expect.arrayContaining([
          '序号',
          '登记日期',
          '姓名',
          '身份证号',
          '性别',
          '从哪天起',
          '现在是什么情况',
        ]),
      )
      const sheet = workbook.worksheets[0]!
      expect(sheet.name).toBe('人员名册')
      const gender = sheet.getRow(5).getCell(headingsOf(workbook).get('性别')!)
      expect(gender.dataValidation).toMatchObject({ type: 'list' })
      const name = sheet.getRow(3).getCell(headingsOf(workbook).get('姓名')!)
      expect(name.value).toBe('姓名*')
      expect(JSON.stringify(name.note)).toContain('按身份证上的写')
      expect(sheet.getRow(4).getCell(1).value).toBe('示例')
      expect(workbook.getWorksheet('dfv-table')?.state).toBe('veryHidden')
    })

    it('is passed over where it holds nothing but the example', async () => {
      const answer = await upload(test, secretary, 'persons', [])
      expect(answer).toMatchObject({ status: 422, body: { code: 'IMPORT_EMPTY' } })
    })
  })

  describe('人员名册', () => {
    const rows = [
      aPerson('赵一', { 身份证号: '441581198501011234', 电话: '13900001111', ...withStatus }),
      aPerson('钱二', { 出生年份: 1990, 登记日期: new Date('2024-05-07T00:00:00Z') }),
    ]

    it('is shown before it is written, without names', async () => {
      const before = await countRows(test)
      const answer = await upload(test, secretary, 'persons', rows)
      expect(answer).toMatchObject({
        status: 200,
        body: {
          state: 'ready',
          issueCount: 0,
          counts: { rows: 2, new: 3, changed: 0, same: 0, registered: 2, waiting: 1 },
        },
      })
      const text = JSON.stringify(answer.body)
      expect(text).toContain('赵*')
      for (const secret of ['赵一', '钱二', '441581198501011234', '13900001111'])
        expect(text).not.toContain(secret)
      expect(await countRows(test)).toEqual({ ...before, audit_entry: before.audit_entry! + 1 })
      await send(test, secretary, 'GET', `/api/imports/${answer.body.id}`)
    })

    it('registers everybody at once, with their first status waiting for a second person', async () => {
      const answer = await upload(test, secretary, 'persons', rows)
      const done = await confirm(secretary, answer)
      expect(done).toMatchObject({
        status: 200,
        body: { state: 'done', counts: { new: 3, registered: 2, waiting: 1 } },
      })
      const heads = await personsOf(VILLAGE_A)
      expect(heads.map(({ code, maskedName, birthYear }: Answer) => [code, maskedName, birthYear])).toEqual([
        ['示范A-01', '赵*', 1985],
        ['示范A-02', '钱*', 1990],
      ])
      const { body } = await get(otherTown, '/api/reviews')
      expect(body.items.map(({ kind }: Answer) => kind)).toEqual(['person-status'])
    })

    it('keeps names, numbers and phones out of every table, before and after', async () => {
      await upload(test, secretary, 'persons', [
        aPerson('司徒静', { 身份证号: '441581198801019999', 要补充的话: '独居老屋' }),
      ])
      const tables = await sql(
        `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()`,
      )
      for (const { name } of tables) {
        const stored = JSON.stringify(await sql(`SELECT * FROM ${name}`), (_, value) =>
          value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value,
        )
        for (const secret of ['司徒', '441581198801019999', '独居', '13900001111', '赵一'])
          expect({ name, holds: stored.includes(secret) ? secret : null }).toEqual({ name, holds: null })
      }
    })

    it('changes nothing when the same table comes again, whoever uploads it', async () => {
      const before = await countRows(test)
      for (const who of [secretary, town]) {
        const again = await upload(test, who, 'persons', rows)
        expect(again.body).toMatchObject({
          state: 'ready',
          counts: { new: 0, changed: 0, same: 3, registered: 0 },
        })
        expect((await confirm(who, again)).body).toMatchObject({ state: 'done', counts: { same: 3 } })
      }
      const after = await countRows(test)
      expect({ ...after, audit_entry: 0 }).toEqual({ ...before, audit_entry: 0 })
    })

    it('answers a repeated confirmation like the first, and writes nothing again', async () => {
      const answer = await upload(test, secretary, 'persons', [aPerson('孙三')])
      const first = await confirm(secretary, answer)
      const rowsThen = await countRows(test)
      expect(await confirm(secretary, answer)).toEqual(first)
      expect(await countRows(test)).toEqual(rowsThen)
    })

    it('shows a changed row as a correction of what stands, and leaves blank cells as they were', async () => {
      const corrected = await upload(test, secretary, 'persons', [
        { ...aPerson('赵一', { 电话: '13900002222', 身份证号: null, 没有家里人的原因: '没有家里人' }) },
      ])
      expect(corrected.body).toMatchObject({ state: 'ready', counts: { new: 0, changed: 1, registered: 0 } })
      expect((await confirm(secretary, corrected)).status).toBe(200)
      const [{ id }] = await personsOf(VILLAGE_A)
      const { body } = await send(test, secretary, 'POST', `/api/persons/${id}/reveal`, { purpose: 'verify' })
      expect(body).toMatchObject({ name: '赵一', phone: '13900002222' })
      const [registration] = await sql(
        `SELECT current_revision AS revision FROM record WHERE subject_id = ? AND kind = 'person-registration'`,
        [id],
      )
      expect(registration.revision).toBe(2)
      // The ID number was not in the table and is still known.
      const sameNumber = await upload(test, secretary, 'persons', [
        aPerson('赵一改', { 身份证号: '441581198501011234', 电话: '13900002222' }),
      ])
      expect(sameNumber.body.counts).toMatchObject({ changed: 1, registered: 0 })
    })

    it('tells nobody that a person is registered in another village, and tells the town office', async () => {
      const answer = await upload(
        test,
        neighbour,
        'persons',
        [aPerson('赵一', { 身份证号: '441581198501011234' })],
        VILLAGE_B,
      )
      expect(answer.body).toMatchObject({ state: 'ready', counts: { new: 1, registered: 1 } })
      const done = await confirm(neighbour, answer)
      expect(done).toMatchObject({ status: 200, body: { state: 'done', counts: { registered: 1 } } })
      const [told] = await sql(
        `SELECT area_code FROM audit_entry WHERE action = 'person.duplicateFound' ORDER BY id DESC LIMIT 1`,
      )
      expect(told.area_code).toBe('441581990')
    })

    it('tells two rows about one person, and one person found twice', async () => {
      const answer = await upload(test, secretary, 'persons', [
        aPerson('周五'),
        aPerson('周五'),
        aPerson('钱二', { 出生年份: '1990' }),
        aPerson('钱 二', { 出生年份: '1990' }),
      ])
      expect(answer.body.issues).toEqual([
        { row: 6, heading: '姓名', text: expect.stringContaining('和第5行') },
        { row: 8, heading: '姓名', text: expect.stringContaining('和第7行') },
      ])
    })
  })

  describe('填错的表', () => {
    it('comes back with what is wrong in each row, in its own column and on the cells', async () => {
      const before = await countRows(test)
      const answer = await upload(test, secretary, 'persons', [
        aPerson('吴六', { 性别: '不知道', 出生年份: '八五年' }),
        aPerson('郑七'),
        { 姓名: '王八', 登记日期: '2026-02-30' },
        aPerson('冯九', { 户口所在村: '441581990202' }),
        aPerson('陈十', { 出生年份: { formula: '1980+5', result: 1985 } as never }),
        aPerson('褚十一', { 身份证号: Number('441581198501012345') }),
        aPerson('卫十二', { 登记日期: '2026-12-01' }),
      ])
      expect(answer.body).toMatchObject({ state: 'faulty', counts: { rows: 7 } })
      const texts = answer.body.issues.map(({ row, heading, text }: Answer) => `${row} ${heading}: ${text}`)
      expect(texts).toEqual([
        expect.stringMatching(/^5 性别: .*没有这一项/),
        expect.stringMatching(/^5 出生年份: .*整数/),
        expect.stringMatching(/^7 登记日期: .*要有这一天/),
        expect.stringMatching(/^7 性别: 请选择性别/),
        expect.stringMatching(/^7 出生年份: 请填出生年份/),
        expect.stringMatching(/^7 户口和居住: 请选择/),
        expect.stringMatching(/^8 户口所在村: .*不用填/),
        expect.stringMatching(/^9 出生年份: .*公式/),
        expect.stringMatching(/^10 身份证号: .*太长/),
        expect.stringMatching(/^11 登记日期: .*不能晚于今天/),
      ])
      const workbook = await download(test, secretary, `/api/imports/${answer.body.id}/workbook`)
      const headings = headingsOf(workbook)
      const sheet = workbook.worksheets[0]!
      expect(String(sheet.getRow(4).getCell(headings.get('要改的地方')!).value)).toContain('整数')
      expect(sheet.getRow(5).getCell(headings.get('要改的地方')!).value).toBeNull()
      const gender = sheet.getRow(4).getCell(headings.get('性别')!)
      expect(gender.value).toBe('不知道')
      expect(JSON.stringify(gender.note)).toContain('没有这一项')
      expect(await confirm(secretary, answer)).toMatchObject({ status: 409, body: { code: 'IMPORT_FAULTY' } })
      expect(await countRows(test)).toEqual({ ...before, audit_entry: before.audit_entry! + 1 })
    })

    it('is taken when it is corrected where it came back', async () => {
      const answer = await upload(test, secretary, 'persons', [aPerson('蒋十三', { 性别: '不' })])
      const workbook = await download(test, secretary, `/api/imports/${answer.body.id}/workbook`)
      fillIn(workbook, [{ 性别: '女' }], 4)
      const again = await uploadFile(test, secretary, 'persons', await bytesOf(workbook))
      expect(again.body).toMatchObject({ state: 'ready', counts: { rows: 1, registered: 1 } })
    })

    it('never carries a formula out: what begins like one comes back as text and is read as it was', async () => {
      const answer = await upload(test, secretary, 'activities', [
        { 什么时候: '2026-11-02', 形式: '发放资料', 地点: '=HYPERLINK("http://x","看")', 参加人数: '不少' },
        { 什么时候: '2026-11-03', 形式: '发放资料', 地点: '+86', 参加人数: '不少' },
      ])
      const workbook = await download(test, secretary, `/api/imports/${answer.body.id}/workbook`)
      const place = headingsOf(workbook).get('地点')!
      expect(workbook.worksheets[0]!.getRow(4).getCell(place).value).toBe(`'=HYPERLINK("http://x","看")`)
      expect(workbook.worksheets[0]!.getRow(5).getCell(place).value).toBe(`'+86`)
      fillIn(workbook, [{ 参加人数: 10 }, { 参加人数: 12 }], 4)
      const again = await uploadFile(test, secretary, 'activities', await bytesOf(workbook))
      expect(again.body.preview[0].cells).toContainEqual({
        heading: '地点',
        text: expect.stringContaining('=HYPERLINK'),
      })
      await confirm(secretary, again)
      const [{ payload }] = await sql(
        `SELECT v.payload FROM record_revision v JOIN record r ON r.id = v.record_id WHERE r.kind = 'publicity-activity' AND r.occurred_on = '2026-11-03'`,
      )
      expect(JSON.parse(payload).place).toBe('+86')
    })

    it('is refused as a whole where it is another table, another village’s, no table, or damaged', async () => {
      const persons = await templateOf(test, secretary, 'persons')
      fillIn(persons, [aPerson('沈十四')])
      const file = await bytesOf(persons)
      const codeOf = async (sheet: string, content: Buffer, who = secretary, village = VILLAGE_A) =>
        (await uploadFile(test, who, sheet, content, village)).body.code
      expect(await codeOf('talks', file)).toBe('IMPORT_OTHER_TABLE')
      expect(await codeOf('persons', file, neighbour, VILLAGE_B)).toBe('IMPORT_OTHER_VILLAGE')
      expect(await codeOf('persons', file, secretary, VILLAGE_B)).toBe('NOT_FOUND')
      expect(await codeOf('persons', Buffer.from('姓名,性别'))).toBe('WORKBOOK_UNREADABLE')
      expect(await codeOf('persons', file.subarray(0, 2000))).toBe('WORKBOOK_UNREADABLE')
      expect(await codeOf('persons', Buffer.alloc(6 * 1024 * 1024, 'x'))).toBe('BODY_TOO_LARGE')
      expect(await codeOf('nothing', file)).toBe('NOT_FOUND')
      expect(await codeOf('tests', file)).toBe('FORBIDDEN')
      persons.removeWorksheet('dfv-table')
      expect(await codeOf('persons', await bytesOf(persons))).toBe('IMPORT_NOT_TEMPLATE')
      const json = await send(test, secretary, 'POST', `/api/villages/${VILLAGE_A}/imports/persons`, {})
      expect(json).toMatchObject({ status: 415, body: { code: 'BODY_TYPE_UNKNOWN' } })
    })

    it('is another’s secret: only who uploaded it sees or confirms it', async () => {
      const answer = await upload(test, secretary, 'persons', [aPerson('韩十五')])
      for (const who of [caseWorker, town, neighbour])
        for (const [method, url] of [
          ['GET', `/api/imports/${answer.body.id}`],
          ['GET', `/api/imports/${answer.body.id}/workbook`],
          ['POST', `/api/imports/${answer.body.id}/confirm`],
        ] as const)
          expect([method, url, (await send(test, who, method, url)).status]).toEqual([method, url, 404])
    })

    it('is deleted when an hour has passed, or at a word', async () => {
      const forgotten = await upload(test, secretary, 'persons', [aPerson('杨十六')])
      const dropped = await upload(test, secretary, 'persons', [aPerson('朱十七')])
      await test.app.inject({
        method: 'DELETE',
        url: `/api/imports/${dropped.body.id}`,
        headers: secretary.headers,
      })
      expect((await confirm(secretary, dropped)).status).toBe(404)
      const now = test.clock.now()
      test.clock.advance(3_600_000)
      await test.app.get(ImportsJobs).sweep()
      expect(await sql(`SELECT id FROM import_upload WHERE id = ?`, [forgotten.body.id])).toEqual([])
      test.clock.set(now)
    })
  })
})
