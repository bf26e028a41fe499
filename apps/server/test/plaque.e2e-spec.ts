import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { JobRunner } from '../src/platform/outbox/job-runner.js'
import { createTestApp, type TestApp } from './support/app.js'
import { confirm, type Decision, decideByTwo, enter, sendBack } from './support/official-decisions.js'
import { makeAreas, REAL_VILLAGE, send, VILLAGE_A, VILLAGE_B } from './support/records.js'
import { type SignedIn, signIn } from './support/sign-in.js'

const COUNTY = VILLAGE_A.slice(0, 6)
const TOWN = VILLAGE_A.slice(0, 9)

describe('授牌、黄牌、收回 — 四(二)', () => {
  let test: TestApp
  let assessor: SignedIn
  let second: SignedIn
  let town: SignedIn
  let secretary: SignedIn

  beforeAll(async () => {
    test = await createTestApp()
    await makeAreas(test)
    assessor = await signIn(test, { name: '郭考核', role: 'county-assessor', areaCode: COUNTY })
    second = await signIn(test, { name: '温复核', role: 'county-assessor', areaCode: COUNTY })
    town = await signIn(test, { name: '王镇办', role: 'town-office', areaCode: TOWN })
    secretary = await signIn(test, { name: '陈书记', role: 'village-secretary', areaCode: VILLAGE_A })
  })
  afterAll(() => test.close())

  /** By both, unless somebody else enters it: then it is his alone. */
  const decide = (who: SignedIn, decision: Decision, id = uuidv7(), village = VILLAGE_A) =>
    decideByTwo(test, [who, second], village, decision, id)
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
      expect((await decide(assessor, { kind, year, on }, uuidv7(), village)).status).toBe(200)
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
    // Passed, awarded, then the card. That it was submitted moved nothing.
    await test.app.get(JobRunner).drain()
    const target = `plaque/${VILLAGE_A}`
    expect(await inbox(secretary)).toEqual(Array(3).fill({ text: '本村的考核结果有更新', target }))
    expect(await inbox(town)).toEqual(Array(3).fill({ text: '有1个村的考核结果有更新', target }))
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
    expect((await enter(test, assessor, VILLAGE_B, passed, id)).status).toBe(201)
    expect((await enter(test, assessor, VILLAGE_B, passed, id)).status).toBe(200)
    expect((await enter(test, assessor, VILLAGE_B, { ...passed, kind: 'failed' }, id)).body.code).toBe(
      'PLAQUE_DECISION_CONFLICT',
    )
    expect((await confirm(test, second, VILLAGE_B, id)).status).toBe(200)
    expect((await confirm(test, second, VILLAGE_B, id)).status).toBe(200)
    expect((await enter(test, assessor, VILLAGE_B, passed, id)).status).toBe(200)
    const results = await Promise.all(
      ['passed', 'failed'].map((kind) =>
        enter(test, assessor, VILLAGE_B, { kind, year: 2025, on: '2026-01-20' }),
      ),
    )
    expect(results.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(results.find(({ status }) => status === 409)?.body.code).toBe('PLAQUE_WAITING')
    const [draft] = (await plaqueOf(assessor, VILLAGE_B)).drafts
    await sendBack(test, assessor, VILLAGE_B, draft.id, '录重了，撤回一条。')
  })

  it('moves nothing until another of the city confirms it, whoever looks', async () => {
    const id = uuidv7()
    const before = await plaqueOf(secretary, VILLAGE_A)
    const entered = await enter(
      test,
      assessor,
      VILLAGE_A,
      { kind: 'failed', year: 2026, on: '2026-11-20' },
      id,
    )
    expect(entered.body).toMatchObject({ state: before.state, waiting: true })
    expect(entered.body.drafts[0]).toMatchObject({
      id,
      state: 'pending',
      enteredBy: '郭考核',
      may: ['withdraw'],
      seconds: ['温复核'],
    })
    expect((await plaqueOf(second, VILLAGE_A)).drafts[0]).toMatchObject({ may: ['confirm', 'return'] })
    // Village and town learn that something waits, and nothing of what it says.
    for (const who of [secretary, town])
      expect(await plaqueOf(who, VILLAGE_A)).toEqual({ ...before, waiting: true, drafts: [] })
    const { body } = await send(test, town, 'GET', '/api/villages')
    expect(body.items[0].plaque).toEqual({ state: before.state, label: before.label, waiting: true })
    await test.app.get(JobRunner).drain()
    const waits = { text: '有1条录入待第二人确认，请您看一下', target: `plaque/${VILLAGE_A}` }
    expect((await inbox(second))[0]).toEqual(waits)
    const unread = async () => (await send(test, second, 'GET', '/api/inbox')).body.unread
    const waitingBefore = await unread()
    expect(await inbox(assessor)).not.toContainEqual(waits)
    expect((await confirm(test, assessor, VILLAGE_A, id)).body.code).toBe('PLAQUE_OWN')
    const moved = await confirm(test, second, VILLAGE_A, id)
    expect(moved.body).toMatchObject({ state: 'revoked', waiting: false, drafts: [] })
    expect(moved.body.decisions[0]).toMatchObject({ id, kind: 'failed', year: 2026 })
    await test.app.get(JobRunner).drain()
    expect((await inbox(assessor))[0]).toMatchObject({ text: '您录入的1条已由另一位确认' })
    // What was confirmed waits for nobody any more, read or not.
    expect(await unread()).toBeLessThan(waitingBefore)
    expect((await sendBack(test, second, VILLAGE_A, id, '想再改一改')).body.code).toBe('PLAQUE_SETTLED')
  })

  it('goes back with its reason to whoever entered it, and a correction goes the same way', async () => {
    const wrong = uuidv7()
    await enter(test, second, VILLAGE_B, { kind: 'failed', year: 2025, on: '2026-01-20' }, wrong)
    expect((await sendBack(test, assessor, VILLAGE_B, wrong, '好')).status).toBe(422)
    const back = await sendBack(test, assessor, VILLAGE_B, wrong, '文号和文书不一致。')
    expect(back.body).toMatchObject({ waiting: false })
    expect(back.body.drafts[0]).toMatchObject({
      id: wrong,
      state: 'returned',
      reason: '文号和文书不一致。',
      settledBy: '郭考核',
      may: [],
    })
    await test.app.get(JobRunner).drain()
    expect((await inbox(second))[0]).toMatchObject({ text: '您录入的1条被退回，请看一下' })
    expect((await confirm(test, assessor, VILLAGE_B, wrong)).body.code).toBe('PLAQUE_SETTLED')
    const { decisions } = await plaqueOf(assessor, VILLAGE_B)
    const correction = { kind: 'failed', year: 2024, on: '2025-02-01', corrects: decisions[0].id }
    const id = uuidv7()
    await enter(test, assessor, VILLAGE_B, correction, id)
    expect((await plaqueOf(town, VILLAGE_B)).decisions[0].corrected).toBe(false)
    const mended = await confirm(test, second, VILLAGE_B, id)
    expect(mended.body.decisions.at(-1)).toMatchObject({ id: decisions[0].id, corrected: true })
  })

  it('is entered by the city’s assessors alone, for their own villages', async () => {
    const office = await signIn(test, { name: '市办', role: 'county-office', areaCode: COUNTY })
    const elsewhere = await signIn(test, { name: '外市', role: 'county-assessor', areaCode: '441582' })
    const passed = { kind: 'passed', year: 2023, on: '2024-01-20' }
    for (const who of [office, town, secretary])
      expect((await enter(test, who, VILLAGE_B, passed)).body.code).toBe('FORBIDDEN')
    expect((await enter(test, elsewhere, VILLAGE_B, passed)).status).toBe(404)
    expect((await enter(test, assessor, REAL_VILLAGE, passed)).body.code).toBe('DEMO_READ_ONLY')
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
    ).toEqual({ [VILLAGE_A]: 'revoked', [VILLAGE_B]: 'none' })
    const [trail] = await test.database.dataSource.query(
      `SELECT SUM(action = 'plaque.entered') AS entered, SUM(action IN ('plaque.confirmed', 'plaque.returned')) AS settled
       FROM audit_entry WHERE object_type = 'plaque-decision'`,
    )
    const [rows] = await test.database.dataSource.query(
      `SELECT COUNT(*) AS entered, SUM(state <> 'pending') AS settled FROM plaque_decision`,
    )
    expect([Number(trail.entered), Number(trail.settled)]).toEqual([
      Number(rows.entered),
      Number(rows.settled),
    ])
  })

  it('says when there is nobody else who could confirm', async () => {
    await test.database.dataSource.query('UPDATE appointment SET to_on = ? WHERE account_id = ?', [
      '2026-11-22',
      second.accountId,
    ])
    const id = uuidv7()
    const entered = await enter(
      test,
      assessor,
      VILLAGE_B,
      { kind: 'failed', year: 2025, on: '2026-01-20' },
      id,
    )
    expect(entered.body).toMatchObject({ waiting: true })
    expect(entered.body.drafts[0]).toMatchObject({ id, seconds: [], may: ['withdraw'] })
    const withdrawn = await sendBack(test, assessor, VILLAGE_B, id, '等另一位考评人员到岗再录。')
    expect(withdrawn.body).toMatchObject({ waiting: false })
  })
})
