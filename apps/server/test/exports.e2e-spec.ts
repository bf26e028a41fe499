import { RECORD_KINDS } from '@dfv/rules'
import ExcelJS from 'exceljs'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FORMATS } from '../src/modules/exports/document/document.js'
import { isArchive } from '../src/modules/exports/export-form.js'
import { FORMS } from '../src/modules/exports/forms/index.js'
import { DEMO_TOWN } from '../src/platform/demo-areas.js'
import { officeText, pdfText } from './support/document-text.js'
import { everyIdentity, insertRecords } from './support/ledger-rows.js'
import { type Answer, anActivity, aRecord, putRecord, send, VILLAGE_A, VILLAGE_B } from './support/records.js'
import { createSeedableApp, type SeedableApp } from './support/seeded-app.js'
import { type SignedIn, signIn } from './support/sign-in.js'

const YEAR = { areaCode: VILLAGE_A, from: '2026-01-01', to: '2026-12-31' }
const MINUTE_MS = 60_000

describe('exports of ledgers and forms', () => {
  let test: SeedableApp
  let secretary: SignedIn
  let leader: SignedIn
  let town: SignedIn
  /** Whatever says who somebody on a register is. */
  let identities: string[]

  const ask = (who: SignedIn, over: Record<string, unknown>) =>
    send(test, who, 'POST', '/api/exports', { ...YEAR, format: 'xlsx', ...over })
  const file = async (who: SignedIn, id: string) =>
    test.app.inject({ method: 'GET', url: `/api/exports/${id}/file`, headers: who.headers })
  const get = async (who: SignedIn, over: Record<string, unknown>): Promise<Buffer> => {
    const { status, body } = await ask(who, over)
    if (status !== 201)
      throw new Error(`${JSON.stringify(over)} was answered ${status} ${JSON.stringify(body)}`)
    const answer = await file(who, body.id)
    expect(answer.statusCode).toBe(200)
    return answer.rawPayload
  }
  const textOf = (format: string, bytes: Buffer) => (format === 'pdf' ? pdfText(bytes) : officeText(bytes))
  const rowsOf = async (bytes: Buffer, sheet = 0): Promise<string[][]> => {
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(bytes as never)
    const rows: string[][] = []
    workbook.worksheets[sheet]!.eachRow((row) => rows.push((row.values as unknown[]).slice(1).map(String)))
    return rows
  }
  const notes = (action: string, objectId?: string): Promise<Answer[]> =>
    test.database.dataSource.query(
      `SELECT object_id AS id, details FROM audit_entry WHERE action = ? ${objectId ? 'AND object_id = ?' : ''}`,
      objectId ? [action, objectId] : [action],
    )

  beforeAll(async () => {
    test = await createSeedableApp()
    await test.seed()
    secretary = await signIn(test, { name: '陈书记', role: 'village-secretary', areaCode: VILLAGE_A })
    leader = await signIn(test, { name: '黄驻村', role: 'posted-leader', areaCode: VILLAGE_A })
    town = await signIn(test, { name: '林主任', role: 'town-office', areaCode: DEMO_TOWN })
    identities = await everyIdentity(test)
    expect(identities.length).toBeGreaterThan(40)
  })

  afterAll(() => test.close())

  it('are offered by form, in plain words, with names only to those who may see them', async () => {
    const { body } = await send(test, secretary, 'GET', '/api/exports/forms')
    const titles = body.items.map(({ title }: Answer) => title)
    expect(titles).toEqual(
      expect.arrayContaining([
        '基本情况登记表',
        '基本情况简介',
        '目标责任制',
        '活动安排表',
        '宣传活动台账',
        '谈话记录',
        '检测记录',
        '场所台账',
        '网格台账',
        '会议记录清单',
        '档案目录',
      ]),
    )
    const canName = (list: Answer) => list.items.some((item: Answer) => item.canName)
    expect(canName(body)).toBe(true)
    expect(canName((await send(test, leader, 'GET', '/api/exports/forms')).body)).toBe(false)
  })

  describe('without names', () => {
    it.each(FORMATS)(
      'hold nobody’s identity in any form, as %s',
      async (format) => {
        for (const form of FORMS.filter((one) => one.group !== 'record' && !isArchive(one))) {
          const text = textOf(format, await get(secretary, { form: form.id, format }))
          expect(text).toContain('示范村A')
          expect([form.id, identities.filter((identity) => text.includes(identity))]).toEqual([form.id, []])
        }
      },
      120_000,
    )

    it('hold nobody’s identity in the ledger of any kind, over a whole town', async () => {
      for (const kind of Object.keys(RECORD_KINDS)) {
        const bytes = await get(town, { form: `record:${kind}`, areaCode: DEMO_TOWN })
        const text = officeText(bytes)
        expect([kind, identities.filter((identity) => text.includes(identity))]).toEqual([kind, []])
      }
    })

    it('leave the trail of a reading of no person', async () => {
      await get(secretary, { form: 'person-register' })
      expect(await notes('person.exported')).toEqual([])
    })
  })

  describe('with names', () => {
    it('name the persons of one village, and note each of them once before', async () => {
      const { body } = await ask(secretary, { form: 'person-register', names: true, purpose: 'verify' })
      const text = officeText((await file(secretary, body.id)).rawPayload)
      const named = identities.filter((identity) => text.includes(identity))
      expect(named.length).toBeGreaterThan(10)
      const noted = (await notes('person.exported')).filter(
        ({ details }) => JSON.parse(details).exportId === body.id,
      )
      const shown = await rowsOf((await file(secretary, body.id)).rawPayload)
      const listed = shown.filter((row) => /^\d+$/.test(row[0] ?? '')).length
      expect(noted).toHaveLength(listed)
      expect(new Set(noted.map(({ id }) => id)).size).toBe(noted.length)
      expect(JSON.parse(noted[0].details)).toMatchObject({ purpose: 'verify', note: null })
    })

    it('stand in the reader’s own list of readings', async () => {
      const { body } = await send(test, secretary, 'GET', '/api/me/reveals')
      expect(body.items[0]).toMatchObject({ what: 'export', purpose: 'verify' })
    })

    it('carry the reader’s name, role and the time on every page', async () => {
      for (const format of FORMATS) {
        const bytes = await get(secretary, { form: 'person-register', format, names: true, purpose: 'visit' })
        const text = textOf(format, bytes)
        expect(text).toMatch(/示范村A 村书记 陈书记 2026年11月23日 14:00/)
        expect(identities.filter((identity) => text.includes(identity)).length).toBeGreaterThan(10)
      }
    })

    it('keep the note sealed', async () => {
      const { body } = await ask(secretary, {
        form: 'talk-records',
        names: true,
        purpose: 'other',
        note: '给派出所核对李某某',
      })
      const [row] = await test.database.dataSource.query('SELECT * FROM export_job WHERE id = ?', [body.id])
      expect(JSON.stringify({ ...row, note_sealed: row.note_sealed.toString('utf8') })).not.toContain(
        '李某某',
      )
      await file(secretary, body.id)
      const [noted] = (await notes('person.exported')).filter(
        ({ details }) => JSON.parse(details).exportId === body.id,
      )
      expect(noted.details).not.toContain('李某某')
      expect(JSON.parse(noted.details).note).not.toBeNull()
    })

    it.each([
      ['no purpose', { names: true }, 422, 'INVALID'],
      ['“other” without saying what', { names: true, purpose: 'other' }, 422, 'INVALID'],
      [
        'a whole town',
        { names: true, purpose: 'visit', areaCode: DEMO_TOWN },
        422,
        'EXPORT_NAMES_ONE_VILLAGE',
      ],
    ])('are refused for %s', async (_, over, status, code) => {
      const answer = await ask(town, { form: 'person-register', ...over })
      expect([answer.status, answer.body.code]).toEqual([status, code])
    })

    it('are refused to a role that may not see names', async () => {
      const answer = await ask(leader, { form: 'person-register', names: true, purpose: 'visit' })
      expect([answer.status, answer.body.code]).toEqual([403, 'EXPORT_NAMES_NOT_YOURS'])
    })

    it('are refused a quarter of an hour after signing in, to ask and to fetch', async () => {
      const late = await signIn(test, { name: '晚', role: 'village-secretary', areaCode: VILLAGE_A })
      const { body } = await ask(late, { form: 'person-register', names: true, purpose: 'visit' })
      await test.database.dataSource.query('UPDATE session SET authenticated_at = ? WHERE account_id = ?', [
        new Date(test.clock.now().getTime() - 16 * MINUTE_MS),
        late.accountId,
      ])
      const again = await ask(late, { form: 'person-register', names: true, purpose: 'visit' })
      expect(again.body.code).toBe('EXPORT_RECHECK_REQUIRED')
      expect((await file(late, body.id)).json().code).toBe('EXPORT_RECHECK_REQUIRED')
      expect((await ask(late, { form: 'person-register' })).status).toBe(201)
    })

    it('are refused to whoever has taken out more than any day’s work asks', async () => {
      const busy = await signIn(test, { name: '忙', role: 'case-worker', areaCode: VILLAGE_A })
      const names = () => ask(busy, { form: 'record:relapse', names: true, purpose: 'visit' })
      for (let count = 0; count < 50; count++) expect((await names()).status).toBe(201)
      expect((await names()).body.code).toBe('EXPORT_NAMES_TOO_OFTEN')
    })
  })

  describe('reach', () => {
    it('is the actor’s own area', async () => {
      for (const areaCode of [VILLAGE_B, DEMO_TOWN, '441581105', `${VILLAGE_A}G001`, '441581', 'x']) {
        const answer = await ask(secretary, { form: 'activity-ledger', areaCode })
        expect([areaCode, answer.status >= 404]).toEqual([areaCode, true])
      }
    })

    it('an export is its asker’s alone, whoever else may read the same', async () => {
      const { body } = await ask(secretary, { form: 'activity-ledger' })
      const colleague = await signIn(test, { name: '另一位', role: 'village-secretary', areaCode: VILLAGE_A })
      for (const who of [colleague, town, leader]) {
        expect((await file(who, body.id)).statusCode).toBe(404)
        expect((await send(test, who, 'GET', `/api/exports/${body.id}`)).status).toBe(404)
        const listed = (await send(test, who, 'GET', '/api/exports')).body.items
        expect(listed.map(({ id }: Answer) => id)).not.toContain(body.id)
      }
    })

    it('leaves out files that are sealed or restricted to others, and says how many', async () => {
      const rows = await rowsOf(await get(secretary, { form: 'person-register' }))
      const listed = rows.filter((row) => /^\d+$/.test(row[0] ?? '')).map((row) => row[1])
      const [{ sealed }] = await test.database.dataSource.query(
        `SELECT COUNT(*) AS sealed FROM subject WHERE area_code = ? AND (state = 'sealed' OR readers NOT LIKE '%,village-secretary,%')`,
        [VILLAGE_A],
      )
      expect(Number(sealed)).toBeGreaterThan(0)
      const hidden: Answer[] = await test.database.dataSource.query(
        `SELECT code FROM subject WHERE area_code = ? AND (state = 'sealed' OR readers NOT LIKE '%,village-secretary,%')`,
        [VILLAGE_A],
      )
      for (const { code } of hidden) expect(listed).not.toContain(code)
      expect(rows.flat().join('')).toContain(`另有${Number(sealed)}份档案`)
    })
  })

  describe('a worksheet', () => {
    it('never holds a formula that somebody wrote into a record', async () => {
      for (const place of ['=1+1', '+86 村口', '-村口', '@村口', '＝1+1']) {
        const answer = await putRecord(test, secretary, uuidv7(), anActivity({ payload: { place } }))
        expect(answer.status).toBe(201)
      }
      const bytes = await get(secretary, { form: 'activity-ledger' })
      const workbook = new ExcelJS.Workbook()
      await workbook.xlsx.load(bytes as never)
      const cells: ExcelJS.Cell[] = []
      workbook.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => cells.push(cell))))
      expect(cells.filter(({ type }) => type === ExcelJS.ValueType.Formula)).toEqual([])
      const texts = cells.map(({ value }) => value).filter((value) => typeof value === 'string')
      expect(texts.filter((text) => /^[=+\-@＝＋－＠]/.test(text))).toEqual([])
      expect(texts).toEqual(expect.arrayContaining(["'=1+1", "'+86 村口", "'-村口", "'@村口", "'＝1+1"]))
    })

    it('holds dates as dates and numbers as numbers', async () => {
      const workbook = new ExcelJS.Workbook()
      await workbook.xlsx.load((await get(secretary, { form: 'activity-ledger' })) as never)
      const row = workbook.worksheets[0]!.getRow(5)
      expect(row.getCell(2).value).toBeInstanceOf(Date)
      expect(row.getCell(5).value).toEqual(expect.any(Number))
    })
  })

  it('is called after the ledger, place and time, and after nobody', async () => {
    const { body } = await ask(secretary, { form: 'person-register', names: true, purpose: 'visit' })
    expect(body.fileName).toBe('基本情况登记表-示范村A-2026年至11-23.xlsx')
    const { headers } = await file(secretary, body.id)
    expect(headers['content-disposition']).toBe(
      `attachment; filename="ledger.xlsx"; filename*=UTF-8''${encodeURIComponent(body.fileName)}`,
    )
    expect(headers['cache-control']).toContain('no-store')
  })

  it('a kind that is not in the list of forms by name is exported from its description alone', async () => {
    const village = { payload: { allottedOn: '2026-03-01', year: 2026, yuan: 5000, source: 'town' } }
    await insertRecords(test, 'funds', [aRecord('funds', { ...village, occurredOn: '2026-03-01' }).payload])
    const rows = await rowsOf(await get(secretary, { form: 'record:funds' }))
    expect(rows[2]).toEqual(['序号', '落实日期', '哪一年', '金额(元)', '从哪里来', '凭证', '记录人', '备注'])
    // The town's story has funds of its own.
    expect(rows.slice(3).map((row) => row.slice(2, 5))).toContainEqual(['2026', '5000', '镇里'])
  })

  it('a Word document stays short enough to be opened', async () => {
    await insertRecords(
      test,
      'meeting',
      Array.from({ length: 1001 }, () => ({
        heldOn: '2026-05-05',
        chair: 'secretary',
        attendance: 9,
        topics: '例会',
      })),
    )
    const answer = await ask(secretary, { form: 'meeting-list', format: 'docx' })
    expect([answer.status, answer.body.code]).toEqual([422, 'EXPORT_TOO_LONG'])
    expect(answer.body.title).toMatch(/有1\d{3}行，这种格式最多1000行/)
  })
})
