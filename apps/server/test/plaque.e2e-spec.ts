import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { JobRunner } from '../src/platform/outbox/job-runner.js'
import { createTestApp, type TestApp } from './support/app.js'
import { makeAreas, REAL_VILLAGE, send, VILLAGE_A, VILLAGE_B } from './support/records.js'
import { type SignedIn, signIn } from './support/sign-in.js'

const COUNTY = VILLAGE_A.slice(0, 6)
const TOWN = VILLAGE_A.slice(0, 9)
const DOCUMENT = '陆禁毒〔示例〕3号'

describe('授牌、黄牌、收回 — 四(二)', () => {
  let test: TestApp
  let assessor: SignedIn
  let town: SignedIn
  let secretary: SignedIn

  beforeAll(async () => {
    test = await createTestApp()
    await makeAreas(test)
    assessor = await signIn(test, { name: '郭考核', role: 'county-assessor', areaCode: COUNTY })
    town = await signIn(test, { name: '王镇办', role: 'town-office', areaCode: TOWN })
    secretary = await signIn(test, { name: '陈书记', role: 'village-secretary', areaCode: VILLAGE_A })
  })
  afterAll(() => test.close())

  type Decision = { kind: string; year: number; on: string; document?: string; corrects?: string }
  const decide = (who: SignedIn, decision: Decision, id = uuidv7(), village = VILLAGE_A) =>
    send(test, who, 'PUT', `/api/villages/${village}/plaque/decisions/${id}`, {
      document: DOCUMENT,
      ...decision,
    })
  const plaqueOf = async (who: SignedIn, village = VILLAGE_A) =>
    (await send(test, who, 'GET', `/api/villages/${village}/plaque`)).body
  const inbox = async (who: SignedIn) =>
    (await send(test, who, 'GET', '/api/inbox')).body.items.map(
      ({ text, target }: { text: string; target: string }) => ({ text, target }),
    )
  const award = async (year: number, village: string) => {
    for (const [kind, on] of [
      ['passed', `${year + 1}-01-20`],
      ['submitted', `${year + 1}-03-01`],
      ['awarded', `${year + 1}-06-01`],
    ] as const)
      expect((await decide(assessor, { kind, year, on }, uuidv7(), village)).status).toBe(201)
  }
  const validity = async (village: string) =>
    (await send(test, undefined, 'GET', `/api/public/villages/${village}/plaque`)).body

  it('moves by official decisions, year after year, and everybody may see whether it holds', async () => {
    expect(await plaqueOf(secretary)).toMatchObject({ state: 'none', label: '未授牌', decisions: [] })
    expect(await validity(VILLAGE_A)).toEqual({
      areaCode: VILLAGE_A,
      areaName: '示范村A',
      held: false,
      since: null,
    })
    await award(2023, VILLAGE_A)
    expect(await plaqueOf(secretary)).toMatchObject({
      state: 'awarded',
      since: '2024-06-01',
      consequences: ['2023年：奖励创建经费100000元'],
    })
    await decide(assessor, { kind: 'failed', year: 2024, on: '2025-01-20' })
    expect(await plaqueOf(town)).toMatchObject({ state: 'yellow-card', since: '2025-01-20' })
    // Awarded, then the card: two moves. That it passed and was submitted moved nothing.
    await test.app.get(JobRunner).drain()
    const target = `plaque/${VILLAGE_A}`
    expect(await inbox(secretary)).toEqual(Array(2).fill({ text: '本村的考核结果有更新', target }))
    expect(await inbox(town)).toEqual(Array(2).fill({ text: '有1个村的考核结果有更新', target }))
    expect(await validity(VILLAGE_A)).toMatchObject({ held: true, since: '2024-06-01' })
    const last = await decide(assessor, { kind: 'failed', year: 2025, on: '2026-01-20' })
    expect(last.body).toMatchObject({ state: 'revoked', label: '已收回授牌' })
    expect(last.body.consequences).toContain('2025年：启动责任追究')
    expect(last.body.decisions[0].line).toContain('黄牌警告→已收回授牌')
    expect(await validity(VILLAGE_A)).toMatchObject({ held: false, since: null })
  })

  it('mends a mistake by a new decision that names the old one; both stay to be read', async () => {
    const { decisions } = await plaqueOf(assessor)
    const wrong = decisions[0]
    const mended = await decide(assessor, {
      kind: 'passed',
      year: 2025,
      on: '2026-02-01',
      corrects: wrong.id,
    })
    expect(mended.body).toMatchObject({ state: 'yellow-card' })
    expect(mended.body.decisions.find(({ id }: { id: string }) => id === wrong.id)).toMatchObject({
      kind: 'failed',
      corrected: true,
    })
    const again = await decide(assessor, { kind: 'passed', year: 2025, on: '2026-02-02', corrects: wrong.id })
    expect(again).toMatchObject({ status: 422 })
    expect(again.body.errors[0].text).toContain('已经更正过')
  })

  it.each<[string, Decision, string]>([
    ['an award before a result', { kind: 'awarded', year: 2025, on: '2026-06-01' }, '还没有'],
    ['a result dated tomorrow', { kind: 'passed', year: 2025, on: '2026-11-24' }, '不能晚于今天'],
    [
      'a correction of nothing',
      { kind: 'passed', year: 2025, on: '2026-06-01', corrects: uuidv7() },
      '找不到',
    ],
  ])('refuses %s in a sentence, and enters nothing', async (_, decision, sentence) => {
    const refused = await decide(assessor, decision, uuidv7(), VILLAGE_B)
    expect(refused.status).toBe(422)
    expect(refused.body.errors[0].text).toContain(sentence)
    expect((await plaqueOf(assessor, VILLAGE_B)).decisions).toEqual([])
  })

  it('enters a decision once, however often it is sent, and one result a year of two at one moment', async () => {
    const id = uuidv7()
    const passed = { kind: 'passed', year: 2024, on: '2025-01-20' }
    expect((await decide(assessor, passed, id, VILLAGE_B)).status).toBe(201)
    expect((await decide(assessor, passed, id, VILLAGE_B)).status).toBe(200)
    expect((await decide(assessor, { ...passed, kind: 'failed' }, id, VILLAGE_B)).body.code).toBe(
      'PLAQUE_DECISION_CONFLICT',
    )
    const results = await Promise.all(
      ['passed', 'failed'].map((kind) =>
        decide(assessor, { kind, year: 2025, on: '2026-01-20' }, uuidv7(), VILLAGE_B),
      ),
    )
    expect(results.map(({ status }) => status).sort()).toEqual([201, 422])
  })

  it('is entered by the city’s assessors alone, for their own villages', async () => {
    const office = await signIn(test, { name: '市办', role: 'county-office', areaCode: COUNTY })
    const elsewhere = await signIn(test, { name: '外市', role: 'county-assessor', areaCode: '441582' })
    const passed = { kind: 'passed', year: 2023, on: '2024-01-20' }
    for (const who of [office, town, secretary])
      expect((await decide(who, passed, uuidv7(), VILLAGE_B)).body.code).toBe('FORBIDDEN')
    expect((await decide(elsewhere, passed, uuidv7(), VILLAGE_B)).status).toBe(404)
    expect((await decide(assessor, passed, uuidv7(), REAL_VILLAGE)).body.code).toBe('DEMO_READ_ONLY')
    expect((await send(test, secretary, 'GET', `/api/villages/${VILLAGE_B}/plaque`)).status).toBe(404)
  })

  it('stands in the overview, and who entered what stands in the trail', async () => {
    const { body } = await send(test, town, 'GET', '/api/villages')
    expect(
      Object.fromEntries(
        body.items.map((item: { areaCode: string; plaque: { state: string } }) => [
          item.areaCode,
          item.plaque.state,
        ]),
      ),
    ).toEqual({ [VILLAGE_A]: 'yellow-card', [VILLAGE_B]: 'none' })
    const trail = await test.database.dataSource.query(
      `SELECT COUNT(*) AS n FROM audit_entry WHERE action = 'plaque.decided' AND actor_account_id = ?`,
      [assessor.accountId],
    )
    const rows = await test.database.dataSource.query('SELECT COUNT(*) AS n FROM plaque_decision')
    expect(Number(trail[0].n)).toBe(Number(rows[0].n))
  })
})
