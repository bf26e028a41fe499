import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestApp } from './support/app.js'
import { aPerson, type ImportTown, makeImportTown, withStatus } from './support/import-town.js'
import { type Answer, countRows, send, VILLAGE_A } from './support/records.js'
import { type SignedIn, signIn } from './support/sign-in.js'
import { headingsOf, templateOf, upload } from './support/tables.js'

describe('场所、网格、阵地、学校、重点人员的表', () => {
  let place: ImportTown
  let test: TestApp
  let secretary: SignedIn
  let town: SignedIn
  let otherTown: SignedIn

  beforeAll(async () => {
    place = await makeImportTown()
    ;({ test, secretary, town, otherTown } = place)
    await signIn(test, { name: '蔡网格', role: 'grid-worker', areaCode: `${VILLAGE_A}G001` })
    await place.confirm(
      secretary,
      await upload(test, secretary, 'persons', [aPerson('赵一', withStatus), aPerson('钱二')]),
    )
  })

  afterAll(() => test?.close())

  const recordsOf = async (kind: string) =>
    (await send(test, town, 'GET', `/api/records?areaCode=${VILLAGE_A}&kind=${kind}`)).body.items
  const write = async (sheet: string, rows: Parameters<typeof upload>[3], who = secretary) => {
    const answer = await upload(test, who, sheet, rows)
    if (answer.body.state !== 'ready') throw new Error(JSON.stringify(answer.body.issues ?? answer.body))
    return (await place.confirm(who, answer)).body
  }

  const aVenue = (name: string, over: Record<string, string> = {}) => ({
    登记日期: '2026-05-06',
    场所名称: name,
    场所类别: '旅馆',
    重点部位写明了吗: '是',
    重点部位: '前台、仓库',
    有监控措施吗: '是',
    ...over,
  })

  it('venues come in with their staff, and the same table again changes nothing', async () => {
    const rows = [
      aVenue('望海旅馆', { 名册日期: '2026-05-07', 从业人员数: '6' }),
      aVenue('村口网吧', { 场所类别: '上网服务' }),
    ]
    expect(await write('venues', rows)).toMatchObject({ state: 'done', counts: { new: 3, registered: 2 } })
    const before = await countRows(test)
    expect(await write('venues', rows)).toMatchObject({ counts: { new: 0, same: 3, registered: 0 } })
    expect({ ...(await countRows(test)), audit_entry: 0 }).toEqual({ ...before, audit_entry: 0 })
    const [roster] = await recordsOf('staff-roster')
    expect(roster.payload).toMatchObject({ headcount: 6 })
  })

  it('a venue written anew on the same day is a correction, on another day a new description', async () => {
    const corrected = await write('venues', [aVenue('望海旅馆', { 重点部位: '前台、仓库、后门' })])
    expect(corrected.counts).toMatchObject({ new: 0, changed: 1, registered: 0 })
    const later = await write('venues', [
      aVenue('望海旅馆', { 登记日期: '2026-09-01', 有监控措施吗: '不是' }),
    ])
    expect(later.counts).toMatchObject({ new: 1, changed: 0, registered: 0 })
    const venues = await recordsOf('venue')
    expect(new Set(venues.map(({ subjectId }: Answer) => subjectId)).size).toBe(2)
    expect(venues).toHaveLength(3)
  })

  it('two rows of one name are told, and so is a part that hangs on another answer', async () => {
    const answer = await upload(test, secretary, 'venues', [
      aVenue('新店'),
      aVenue('新 店'),
      aVenue('空店', { 重点部位写明了吗: '不是' }),
    ])
    expect(answer.body.issues.map(({ row, text }: Answer) => `${row} ${text}`)).toEqual([
      expect.stringMatching(/^6 和第5行同名/),
      expect.stringMatching(/^7 .*不用填“重点部位”/),
    ])
  })

  it('grids come in with the worker who is named, if he has an account', async () => {
    const aGrid = (name: string, over: Record<string, string> = {}) => ({
      登记日期: '2026-04-01',
      网格名称: name,
      界线画清了吗: '是',
      户数: '120',
      ...over,
    })
    const unknown = await upload(test, secretary, 'grids', [
      aGrid('第一网格', { 从哪天起: '2026-04-01', 网格员: '老王(已离岗)' }),
    ])
    expect(unknown.body.issues).toEqual([
      { row: 5, heading: '网格员', text: expect.stringContaining('请先开通账号') },
    ])
    const done = await write('grids', [
      aGrid('第一网格', { 从哪天起: '2026-04-02', 网格员: '蔡网格' }),
      aGrid('第二网格'),
    ])
    expect(done.counts).toMatchObject({ new: 3, registered: 2 })
    const { body } = await send(test, secretary, 'GET', `/api/villages/${VILLAGE_A}/onboarding`)
    expect(body.steps.find(({ id }: Answer) => id === 'grids')).toMatchObject({ have: 1, need: 2 })
  })

  it('sites and schools come in', async () => {
    const site = { 核对日期: '2026-10-01', 名称: '村口长廊', 种类: '宣传长廊', 现在在用吗: '是' }
    expect((await write('sites', [site])).counts).toMatchObject({ registered: 1 })
    // Looked at again: the same site, another check.
    expect((await write('sites', [{ ...site, 核对日期: '2026-11-01' }])).counts).toMatchObject({
      new: 1,
      registered: 0,
    })
    const school = { 登记日期: '2026-09-01', 学校名称: '示范小学', 学段: '小学', 学生数: 320 }
    expect((await write('schools', [school])).counts).toMatchObject({ registered: 1 })
    const { body } = await send(test, secretary, 'GET', `/api/villages/${VILLAGE_A}/onboarding`)
    expect(body.steps.find(({ id }: Answer) => id === 'site')).toMatchObject({ state: 'done' })
  })

  it('key persons are named by code; one person may stand in two categories', async () => {
    const key = (over: Record<string, string>) => ({
      人员编号: '示范A-01',
      登记日期: '2026-06-01',
      管控措施: '定期走访',
      ...over,
    })
    const done = await write('key-persons', [
      key({ '类别(待核定)': '社区康复' }),
      key({ '类别(待核定)': '有贩运前科' }),
    ])
    expect(done.counts).toMatchObject({ new: 2 })
    expect(await recordsOf('key-person')).toHaveLength(2)
  })

  it('paper that backs whole months comes in as past evidence, of the village or of one person, and waits for the town', async () => {
    const evidence = (over: Record<string, string>) => ({
      登记日期: '2026-11-20',
      是什么记录: '谈话',
      从哪个月: '2025年1月',
      到哪个月: '2025-12',
      依据的材料: '2025年谈话登记本，村委会档案柜',
      共几次: '24',
      ...over,
    })
    const done = await write('past-evidence', [
      evidence({}),
      evidence({ 是谁的: '示范A-01', 从哪个月: '2025.11' }),
    ])
    expect(done.counts).toMatchObject({ new: 2, waiting: 2 })
    const [head] = await place.personsOf(VILLAGE_A)
    const records = await recordsOf('past-evidence')
    expect(records.map(({ reviewState }: Answer) => reviewState)).toEqual(['pending', 'pending'])
    expect(records.map(({ payload }: Answer) => payload.person).filter(Boolean)).toEqual([head.id])
    const unknown = await upload(test, secretary, 'past-evidence', [evidence({ 是谁的: '示范A-77' })])
    expect(unknown.body.issues).toEqual([
      { row: 5, heading: '是谁的', text: expect.stringContaining('没有这个人员编号') },
    ])
    expect(
      await place.post(otherTown, `/api/imports/${done.id}/review`, {
        decision: 'return',
        reason: '请写明存放地点',
      }),
    ).toMatchObject({
      body: { settled: 2 },
    })
  })

  it('every table has an example that says how each required column is filled', async () => {
    const { body } = await send(test, town, 'GET', `/api/villages/${VILLAGE_A}/imports`)
    expect(body.items.map(({ id }: Answer) => id)).toEqual([
      'persons',
      'support-groups',
      'key-persons',
      'abstinence-starts',
      'talks',
      'tests',
      'activities',
      'past-evidence',
      'venues',
      'grids',
      'sites',
      'schools',
    ])
    for (const { id } of body.items) {
      const workbook = await templateOf(test, town, id)
      const sheet = workbook.worksheets[0]!
      for (const [heading, at] of headingsOf(workbook)) {
        const isRequired = String(sheet.getRow(3).getCell(at).value).endsWith('*')
        const example = sheet.getRow(4).getCell(at).value
        expect([id, heading, isRequired && !example]).toEqual([id, heading, false])
      }
    }
  })

  it('support groups come in with their members', async () => {
    const row = {
      人员编号: '示范A-01',
      成立日期: '2025-01-10',
      小组里有哪些人: '家里人、村干部，民警',
      成员姓名: '赵父、陈书记、周警官',
    }
    expect((await write('support-groups', [row])).counts).toMatchObject({ new: 1 })
    const [group] = await recordsOf('support-group')
    expect(group.payload.members).toEqual(['family', 'village-cadre', 'police'])
    expect(JSON.stringify(group)).not.toContain('赵父')
  })
})
