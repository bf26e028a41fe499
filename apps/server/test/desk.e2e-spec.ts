import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { Pace } from '../src/modules/exports/document/pace.js'
import type { StatusFigures } from '../src/modules/status/status-figures.js'
import { STATUS_ZH, statusItems, worstOf } from '../src/modules/status/status-text.js'
import { rememberRun } from '../src/platform/operation-marks.js'
import { JobRunner } from '../src/platform/outbox/job-runner.js'
import { createTestApp, type TestApp } from './support/app.js'
import { officeText, pdfText } from './support/document-text.js'
import { decideByTwo } from './support/official-decisions.js'
import {
  anActivity,
  aStatus,
  aTalk,
  makeAreas,
  putRecord,
  REAL_VILLAGE,
  register,
  send,
  VILLAGE_A,
  VILLAGE_B,
} from './support/records.js'
import { type SignedIn, signIn } from './support/sign-in.js'

const TOWN = VILLAGE_A.slice(0, 9)
const COUNTY = VILLAGE_A.slice(0, 6)
const NAME = '李小明'

describe('简报、公示、打印、运行状态、存成 Excel', () => {
  let test: TestApp
  let folder: string
  let secretary: SignedIn
  let town: SignedIn
  let county: SignedIn
  let city: [SignedIn, SignedIn]
  let personId: string

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'dfv-desk-'))
    // As on a new machine: the place for files is named, and not there yet.
    test = await createTestApp({ HOTLINE_TOWN: '0660-1234567', DATA_DIR: path.join(folder, 'files') })
    await makeAreas(test)
    secretary = await signIn(test, { name: '陈书记', role: 'village-secretary', areaCode: VILLAGE_A })
    town = await signIn(test, { name: '王镇办', role: 'town-office', areaCode: TOWN })
    county = await signIn(test, { name: '郑市办', role: 'county-office', areaCode: COUNTY })
    const assessor = (name: string) => signIn(test, { name, role: 'county-assessor', areaCode: COUNTY })
    city = [await assessor('郭考评'), await assessor('温复核')]
    personId = (await register(test, secretary)).personId
    await putRecord(test, town, uuidv7(), aStatus(personId))
    await putRecord(test, secretary, uuidv7(), aTalk(personId, { occurredOn: '2026-11-05' }))
    for (const occurredOn of ['2026-10-10', '2026-11-02', '2026-11-09'])
      await putRecord(test, secretary, uuidv7(), anActivity({ occurredOn }))
    await test.app.get(JobRunner).drain()
  })
  afterAll(async () => {
    await test.close()
    rmSync(folder, { recursive: true })
  })

  const brief = (who: SignedIn, code: string, month = '2026-11') =>
    send(test, who, 'GET', `/api/briefs/${code}?month=${month}`)
  const textOf = (file: Buffer, format: string) => (format === 'pdf' ? pdfText(file) : officeText(file))
  const raw = (who: SignedIn, url: string) => test.app.inject({ method: 'GET', url, headers: who.headers })

  it('tells a village’s month: what was done, what is missing, what is due; in counts', async () => {
    const { body } = await brief(secretary, VILLAGE_A)
    expect(body.title).toBe('示范村A2026年11月工作简报')
    const [done, missing, due] = body.sections
    expect(done.lines).toEqual(expect.arrayContaining(['开展宣传活动2次，参加70人次。', '帮教谈话1次。']))
    expect(missing.lines.join()).toContain('宣传活动')
    expect(due.lines.join()).toMatch(/宣传活动1件，12月31日前/)
    expect(JSON.stringify(body)).not.toContain(NAME)
    expect(JSON.stringify(body)).not.toContain(personId)
  })

  it('a month that is over is told as it was on its last day', async () => {
    const { body } = await brief(secretary, VILLAGE_A, '2026-10')
    expect(body.asOf).toBe('2026-10-31')
    expect(body.sections[0].lines).toContain('开展宣传活动1次，参加35人次。')
    expect((await brief(secretary, VILLAGE_A, '2026-12')).status).toBe(422)
  })

  it('adds a town up, its villages in the order of their codes, and is told to nobody else', async () => {
    const { body } = await brief(town, TOWN)
    expect(body.sections[0].lines).toContain('开展宣传活动2次，参加70人次。')
    expect(body.sections.at(-1).lines.map((line: string) => line.split('：')[0])).toEqual([
      '示范村A',
      '示范村B',
    ])
    expect((await brief(secretary, VILLAGE_B)).status).toBe(404)
    expect((await brief(secretary, TOWN)).status).toBe(404)
    expect((await brief(town, REAL_VILLAGE)).status).toBe(404)
    expect((await brief(county, COUNTY)).status).toBe(404)
  })

  it('lets other requests have their turn after every village', async () => {
    const turns = vi.spyOn(Pace.prototype, 'breathe')
    expect((await brief(town, TOWN)).status).toBe(200)
    expect(turns).toHaveBeenCalledTimes(2)
    turns.mockRestore()
  })

  it('is the same on paper, in Word and PDF', async () => {
    for (const format of ['docx', 'pdf'] as const) {
      const answer = await raw(secretary, `/api/briefs/${VILLAGE_A}/file?month=2026-11&format=${format}`)
      expect(answer.statusCode).toBe(200)
      const text = textOf(answer.rawPayload, format).replace(/\s/g, '')
      expect(text).toContain('开展宣传活动2次，参加70人次')
      expect(text).not.toContain(NAME)
    }
  })

  it('shows everybody a village’s plaque, its activities by month and kind, and office numbers; nothing else', async () => {
    const url = `/api/public/villages/${VILLAGE_A}`
    const { body } = await send(test, undefined, 'GET', url)
    expect(body).toMatchObject({
      areaName: '示范村A',
      townName: '示范镇',
      plaque: { held: false, since: null },
      results: [],
      activities: {
        total: 3,
        months: [
          { month: '2026-11', kinds: [{ label: '发放资料', count: 2 }] },
          { month: '2026-10', kinds: [{ label: '发放资料', count: 1 }] },
        ],
      },
      contacts: [{ label: '禁毒办', phone: '0660-1234567' }, { phone: '110' }, { phone: '12345' }],
    })
    expect(JSON.stringify(body)).not.toMatch(/村委会广场|李小明|陈书记/)
    expect((await send(test, undefined, 'GET', `/api/public/villages/${TOWN}`)).status).toBe(404)
  })

  it('prints the code for the board always, and the certificate of a plaque that holds', async () => {
    const paper = (who: SignedIn, kind: string, code = VILLAGE_A) =>
      raw(who, `/api/villages/${code}/plaque/paper?kind=${kind}`)
    const board = await paper(secretary, 'board')
    expect(board.statusCode).toBe(200)
    expect(textOf(board.rawPayload, 'pdf')).toContain('示范村A')
    expect((await paper(secretary, 'certificate')).statusCode).toBe(404)
    expect((await paper(secretary, 'board', VILLAGE_B)).statusCode).toBe(404)
    for (const [kind, on] of [
      ['passed', '2026-01-20'],
      ['submitted', '2026-03-01'],
      ['awarded', '2026-06-01'],
    ] as const)
      await decideByTwo(test, city, VILLAGE_A, { kind, year: 2025, on })
    const certificate = await paper(secretary, 'certificate')
    const text = textOf(certificate.rawPayload, 'pdf').replace(/\s/g, '')
    expect(text).toContain('2026年6月1日')
    expect(text).toContain('陆禁毒〔示例〕3号')
    const { body } = await send(test, undefined, 'GET', `/api/public/villages/${VILLAGE_A}`)
    expect(body.results.map(({ text }: { text: string }) => text)).toEqual(['授牌', '考核合格'])
  })

  it('shows nobody a result that was corrected, nor an award that fell with the result it rested on', async () => {
    type Decision = { kind: string; year: number; on: string; corrects?: string }
    const decide = async (decision: Decision): Promise<string> => {
      const id = uuidv7()
      const document = `陆禁毒〔示例〕${decision.on}号`
      const decided = await decideByTwo(test, city, VILLAGE_B, { ...decision, document }, id)
      expect(decided.status).toBe(200)
      return id
    }
    const shown = async () => {
      const { body } = await send(test, undefined, 'GET', `/api/public/villages/${VILLAGE_B}`)
      const results = body.results.map((one: { year: number; text: string }) => `${one.year}${one.text}`)
      return { held: body.plaque.held, since: body.plaque.since, results }
    }
    const passed = await decide({ kind: 'passed', year: 2023, on: '2024-01-20' })
    await decide({ kind: 'submitted', year: 2023, on: '2024-03-01' })
    await decide({ kind: 'awarded', year: 2023, on: '2024-06-01' })
    const failed = await decide({ kind: 'failed', year: 2024, on: '2025-01-20' })
    await decide({ kind: 'passed', year: 2024, on: '2025-02-01', corrects: failed })
    expect(await shown()).toEqual({
      held: true,
      since: '2024-06-01',
      results: ['2024考核合格', '2023授牌', '2023考核合格'],
    })
    await decide({ kind: 'failed', year: 2023, on: '2025-03-01', corrects: passed })
    expect(await shown()).toEqual({ held: false, since: null, results: [] })
    for (const kind of ['submitted', 'awarded']) await decide({ kind, year: 2024, on: '2025-06-01' })
    expect(await shown()).toEqual({
      held: true,
      since: '2025-06-01',
      results: ['2024授牌', '2023考核未达标', '2024考核合格'],
    })
  })

  it('tells who runs the system how it stands, and an office the short of it', async () => {
    const admin = await signIn(test, { name: '系统管', role: 'system-admin', areaCode: COUNTY })
    const status = async (who: SignedIn) => (await send(test, who, 'GET', '/api/status')).body
    const before = await status(admin)
    expect(before.items.map(({ id }: { id: string }) => id)).toEqual(Object.keys(STATUS_ZH.title))
    expect(before.items.find(({ id }: { id: string }) => id === 'backup')).toMatchObject({
      state: 'look',
      sentence: '还没有做过。',
    })
    expect(before.items.every(({ state }: { state: string }) => state !== 'unknown')).toBe(true)
    await test.database.dataSource.query(...rememberRun('backup', test.clock.now(), true))
    const after = await status(admin)
    expect(after.items.find(({ id }: { id: string }) => id === 'backup')).toMatchObject({
      state: 'good',
      advice: null,
    })
    const forOffice = (await status(county)).items
    expect(forOffice).toHaveLength(6)
    // Without a server there is nothing to run: whom to ask stands there, and no command.
    const told = forOffice.filter(({ advice }: { advice: string | null }) => advice !== null)
    expect(told.map(({ id }: { id: string }) => id)).toContain('verify-audit')
    for (const { advice } of told) expect(advice).toMatch(/^请系统管理员/)
    expect((await send(test, town, 'GET', '/api/status')).status).toBe(403)
  })

  it('saves a list as it is on the screen, for whoever sees it there', async () => {
    const workbook = (who: SignedIn, list: string) => raw(who, `/api/lists/${list}/workbook`)
    const villages = await workbook(town, 'villages')
    expect(villages.statusCode).toBe(200)
    const text = textOf(villages.rawPayload, 'xlsx')
    expect(text).toContain('示范村A')
    expect(text).not.toContain('赤坑村')
    expect((await workbook(secretary, 'villages')).statusCode).toBe(403)
    const duties = textOf((await workbook(secretary, 'duties')).rawPayload, 'xlsx')
    expect(duties).toContain('宣传活动')
    expect(duties).not.toContain(NAME)
    for (const [who, list] of [
      [town, 'accounts'],
      [secretary, 'pledges'],
      [county, 'policies'],
    ] as const)
      expect((await workbook(who, list)).statusCode).toBe(200)
    expect((await workbook(town, 'policies')).statusCode).toBe(403)
    expect((await workbook(town, 'persons')).statusCode).toBe(422)
  })

  it('says on every saved list who took it and when, and writes in the trail that he did', async () => {
    const taken = () =>
      test.database.dataSource.query(
        `SELECT actor_account_id AS who, area_code AS area, object_id AS list, details FROM audit_entry
         WHERE action = 'list.exported' ORDER BY id`,
      )
    const before = (await taken()).length
    const { rawPayload } = await raw(town, '/api/lists/accounts/workbook')
    expect(textOf(rawPayload, 'xlsx')).toContain('示范镇 镇禁毒办 王镇办 2026年11月23日 14:00')
    const [entry, ...others] = (await taken()).slice(before)
    expect(others).toEqual([])
    expect(entry).toMatchObject({ who: town.accountId, area: TOWN, list: 'accounts' })
    expect(entry.details).not.toContain('书记')
    // What was refused was not taken.
    expect((await raw(town, '/api/lists/policies/workbook')).statusCode).toBe(403)
    expect(await taken()).toHaveLength(before + 1)
  })
})

describe('what the status says', () => {
  const NOW = new Date('2026-11-23T06:00:00.000Z')
  const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000)
  const GOOD: StatusFigures = {
    database: { version: '10.11', pendingMigrations: false },
    outbox: { oldest: 0, dead: 0 },
    audit: 0,
    seals: 0,
    deliveries: 0,
    wechat: { isConfigured: false, overdue: 0 },
    projections: 0,
    disk: { freeBytes: 50 * 1024 ** 3, totalBytes: 100 * 1024 ** 3 },
    runs: new Map([
      ['backup', { at: ago(60), isOk: true }],
      ['verify-audit', { at: ago(60), isOk: true }],
    ]),
  }
  const itemOf = (over: Partial<StatusFigures>, id: string) =>
    statusItems({ ...GOOD, ...over }, NOW).find((item) => item.id === id)

  it('is good when all is', () => {
    expect(worstOf(statusItems(GOOD, NOW))).toBe('good')
  })

  it.each<[string, Partial<StatusFigures>, string, string]>([
    ['a stopped event', { outbox: { oldest: 0, dead: 2 } }, 'outbox', 'bad'],
    ['work that waits a moment', { outbox: { oldest: 299, dead: 0 } }, 'outbox', 'good'],
    ['work that waits', { outbox: { oldest: 300, dead: 0 } }, 'outbox', 'look'],
    ['work that waits an hour', { outbox: { oldest: 3_600, dead: 0 } }, 'outbox', 'bad'],
    ['a stuck seal', { seals: 5_400 }, 'seals', 'bad'],
    ['a fifth of the disk', { disk: { freeBytes: 20, totalBytes: 100 } }, 'disk', 'good'],
    ['less than a fifth', { disk: { freeBytes: 19, totalBytes: 100 } }, 'disk', 'look'],
    ['less than a tenth', { disk: { freeBytes: 9, totalBytes: 100 } }, 'disk', 'bad'],
    ['no database', { database: null }, 'database', 'bad'],
    ['an older schema', { database: { version: '', pendingMigrations: true } }, 'database', 'bad'],
    ['a figure that cannot be read', { disk: null }, 'disk', 'unknown'],
    [
      'a backup of two days ago',
      { runs: new Map([['backup', { at: ago(2880), isOk: true }]]) },
      'backup',
      'look',
    ],
    [
      'a backup of a week ago',
      { runs: new Map([['backup', { at: ago(10_080), isOk: true }]]) },
      'backup',
      'bad',
    ],
    [
      'a trail that is not whole',
      { runs: new Map([['verify-audit', { at: ago(5), isOk: false }]]) },
      'verify-audit',
      'bad',
    ],
  ])('%s', (_, over, id, state) => {
    const item = itemOf(over, id)
    expect(item?.state).toBe(state)
    expect(item?.advice === null).toBe(state === 'good')
  })
})
