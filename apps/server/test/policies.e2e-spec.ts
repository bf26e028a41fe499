import { POLICIES } from '@dfv/rules'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LiveJudgement } from '../src/modules/assessment/live-judgement.js'
import type { HouseholdNumber } from '../src/modules/pledges/households/household-signing.entity.js'
import { HouseholdTexts } from '../src/modules/pledges/households/household-text.js'
import { PledgeTemplates } from '../src/modules/pledges/pledge-templates.js'
import { PoliciesInForce } from '../src/modules/policies/policies-in-force.js'
import { ProjectionsService } from '../src/modules/scoring/projections.service.js'
import { Transactions } from '../src/platform/database/transactions.js'
import { JobRunner } from '../src/platform/outbox/job-runner.js'
import { createTestApp, type TestApp } from './support/app.js'
import { anActivity, makeAreas, putRecord, register, send, VILLAGE_A } from './support/records.js'
import { type SignedIn, signIn } from './support/sign-in.js'

const COUNTY = VILLAGE_A.slice(0, 6)
const TOWN = VILLAGE_A.slice(0, 9)
const BASIS = '陆禁毒办〔示例〕5号'

describe('县里定的数字：起草、试算、另一人发布、到日子执行', () => {
  let test: TestApp
  let author: SignedIn
  let colleague: SignedIn
  let secretary: SignedIn

  beforeAll(async () => {
    test = await createTestApp()
    await makeAreas(test)
    author = await signIn(test, { name: '郑起草', role: 'county-office', areaCode: COUNTY })
    colleague = await signIn(test, { name: '林发布', role: 'county-office', areaCode: COUNTY })
    secretary = await signIn(test, { name: '陈书记', role: 'village-secretary', areaCode: VILLAGE_A })
    for (const day of ['2026-10-02', '2026-10-09', '2026-10-16', '2026-10-23'])
      await putRecord(test, secretary, uuidv7(), anActivity({ occurredOn: day }))
    await register(test, secretary)
  })
  afterAll(() => test.close())

  type Change = { id: string; value: unknown }
  const save = (
    who: SignedIn,
    changes: Change[],
    { id = uuidv7(), version = 0, effectiveOn = '2026-12-01' } = {},
  ) => send(test, who, 'PUT', `/api/policies/drafts/${id}`, { version, effectiveOn, basis: BASIS, changes })
  const act = (who: SignedIn, id: string, verb: 'release' | 'withdrawal', body: object) =>
    send(test, who, 'POST', `/api/policies/drafts/${id}/${verb}`, body)
  const draftOf = async (who: SignedIn, id: string) =>
    (await send(test, who, 'GET', `/api/policies/drafts/${id}`)).body
  const book = async (who = author) => (await send(test, who, 'GET', '/api/policies')).body
  const lineOf = async (id: string) => (await book()).values.find((value: { id: string }) => value.id === id)
  const tried = async (id: string) => {
    await test.app.get(JobRunner).drain()
    return draftOf(colleague, id)
  }

  it('shows every number with its meaning, clause, source and bounds', async () => {
    const { values, version } = await book()
    expect(version).toBe(POLICIES.version)
    expect(values).toHaveLength(Object.keys(POLICIES.values).length)
    expect(await lineOf('activitiesPerMonth')).toMatchObject({
      meaning: '每月宣传活动次数',
      clause: '三(二)7',
      sourceText: '文件原文写明',
      text: '4次',
      form: { type: 'number', unit: '次', least: 1, most: 31 },
    })
    expect(await lineOf('reportInDays')).toMatchObject({ source: 'law', clause: '戒毒条例 第十四条' })
  })

  it('tries a draft on the villages before it can be released, in counts by village and clause', async () => {
    const { body } = await save(author, [{ id: 'activitiesPerMonth', value: 5 }])
    expect(body).toMatchObject({ state: 'draft', version: 1, may: ['edit', 'withdraw'], trial: null })
    expect(body.changes).toMatchObject([{ before: '4次', after: '5次', clause: '三(二)7' }])
    expect((await act(colleague, body.id, 'release', { version: 1 })).body.code).toBe('POLICY_UNTRIED')
    const { trial } = await tried(body.id)
    expect(trial).toMatchObject({ state: 'done', done: 3, total: 3 })
    expect(trial.summary.join()).toContain('三(二)7')
    const village = trial.villages.find(({ areaCode }: { areaCode: string }) => areaCode === VILLAGE_A)
    expect(village.name).toBe('示范村A')
    expect(village.lines.join()).toContain('每月宣传活动次数')
    expect(JSON.stringify(trial)).not.toMatch(/李小明|[0-9a-f]{8}-[0-9a-f]{4}-7/)
  })

  it('is released by somebody else, as it was read, and then judges from its day on', async () => {
    const { body } = await save(author, [{ id: 'activitiesPerMonth', value: 5 }])
    await tried(body.id)
    expect((await act(author, body.id, 'release', { version: 1 })).body.code).toBe('POLICY_OWN')
    await save(author, [{ id: 'activitiesPerMonth', value: 6 }], { id: body.id, version: 1 })
    await tried(body.id)
    expect((await act(colleague, body.id, 'release', { version: 1 })).body.code).toBe('POLICY_CHANGED')
    const released = await act(colleague, body.id, 'release', { version: 2 })
    expect(released.body).toMatchObject({ state: 'released', author: '郑起草', releasedBy: '林发布' })
    // A later change is told beside what will stand then, not beside today's.
    const later = await save(author, [{ id: 'activitiesPerMonth', value: 8 }], { effectiveOn: '2027-01-01' })
    expect(later.body.changes).toMatchObject([{ before: '6次', after: '8次' }])
    // A lost answer is asked again.
    expect((await act(colleague, body.id, 'release', { version: 2 })).status).toBe(200)
    expect(await lineOf('activitiesPerMonth')).toMatchObject({
      text: '4次',
      next: [{ from: '2026-12-01', text: '6次' }],
    })
    expect((await book()).version).toBe(`${POLICIES.version}-1`)
    const ledger = await send(test, secretary, 'GET', `/api/ledger/${VILLAGE_A}`)
    expect(ledger.body.policy).toEqual({
      version: `${POLICIES.version}-1`,
      own: { activitiesPerMonth: [{ from: '2026-12-01', value: 6 }] },
    })
  })

  describe('试算比的是哪一版', () => {
    const ELSEWHERE = '441503'
    let writer: SignedIn
    let releaser: SignedIn
    beforeAll(async () => {
      writer = await signIn(test, { name: '苏起草', role: 'county-office', areaCode: ELSEWHERE })
      releaser = await signIn(test, { name: '何发布', role: 'county-office', areaCode: ELSEWHERE })
    })
    const drained = async (id: string) => {
      await test.app.get(JobRunner).drain()
      return (await draftOf(releaser, id)).trial
    }

    it('a release makes what was tried beside the policy before it untried; saved again it is tried again', async () => {
      const changes = [{ id: 'graceDays', value: 9 }]
      const { body: waiting } = await save(writer, changes)
      const { body: other } = await save(writer, [{ id: 'activitiesPerMonth', value: 7 }])
      expect(await drained(waiting.id)).toMatchObject({ state: 'done' })
      expect((await act(releaser, other.id, 'release', { version: 1 })).body.state).toBe('released')
      expect((await draftOf(releaser, other.id)).trial).toMatchObject({ state: 'done' })

      expect(await drained(waiting.id)).toBeNull()
      expect((await act(releaser, waiting.id, 'release', { version: 1 })).body.code).toBe('POLICY_UNTRIED')
      expect((await save(writer, changes, { id: waiting.id, version: 1 })).body.version).toBe(1)
      expect(await drained(waiting.id)).toMatchObject({ state: 'done' })
      expect((await act(releaser, waiting.id, 'release', { version: 1 })).body.state).toBe('released')
    })

    it('a trial that another policy came into begins from the first village', async () => {
      const { body } = await save(author, [{ id: 'graceDays', value: 9 }])
      const half = {
        version: 1,
        asOf: '2026-11-23',
        policy: 'older',
        after: '441581990999',
        done: 1,
        total: 3,
      }
      await test.database.dataSource.query('UPDATE policy_draft SET trial = ? WHERE id = ?', [
        JSON.stringify({ ...half, summary: [], villages: [] }),
        body.id,
      ])
      expect((await tried(body.id)).trial).toMatchObject({ state: 'done', done: 3, total: 3 })
    })

    it('a trial that broke off goes on when its draft is saved again, unchanged', async () => {
      const changes = [{ id: 'graceDays', value: 10 }]
      const { body } = await save(author, changes)
      const broken = "UPDATE outbox_event SET state = 'dead' WHERE type = 'policy.trial' AND state = 'ready'"
      await test.database.dataSource.query(broken)
      expect((await tried(body.id)).trial).toBeNull()
      await save(author, changes, { id: body.id, version: 1 })
      expect((await tried(body.id)).trial).toMatchObject({ state: 'done' })
    })
  })

  it('another replica judges by it without being told', async () => {
    const fresh = test.app.get(PoliciesInForce)
    await fresh.reload()
    expect(fresh.of(VILLAGE_A).version).toBe(`${POLICIES.version}-1`)
    expect(fresh.of('441502001001')).toBe(POLICIES)
  })

  it('takes back a release before its day, and says who and why; nothing is deleted', async () => {
    const { body } = await save(author, [{ id: 'graceDays', value: 5 }], { effectiveOn: '2027-01-01' })
    await tried(body.id)
    await act(colleague, body.id, 'release', { version: 1 })
    const withdrawn = await act(colleague, body.id, 'withdrawal', { version: 1, reason: '文件还没印发' })
    expect(withdrawn.body).toMatchObject({
      state: 'withdrawn',
      releasedBy: '林发布',
      withdrawnBy: '林发布',
      withdrawnBecause: '文件还没印发',
      may: [],
    })
    expect((await lineOf('graceDays')).next).toEqual([])
    // It changed twice: what was judged in between can be told apart.
    expect((await book()).version).toBe(`${POLICIES.version}-3`)
    expect((await act(colleague, body.id, 'release', { version: 1 })).body.code).toBe('POLICY_SETTLED')
  })

  it.each<[string, Change[], string, string]>([
    ['a law’s number', [{ id: 'reportInDays', value: 30 }], '2026-12-01', '法律规定'],
    ['a number out of bounds', [{ id: 'cycleMonths', value: 0 }], '2026-12-01', '谈话、检测几个月一期'],
    ['weights that do not add up', [{ id: 'passLine', value: 20_000 }], '2026-12-01', '允许的范围'],
    ['a day that has come', [{ id: 'graceDays', value: 5 }], '2026-11-23', '不能倒改'],
    ['a day in ten years', [{ id: 'graceDays', value: 5 }], '2036-11-23', '两年'],
    [
      'one value twice',
      [
        { id: 'graceDays', value: 5 },
        { id: 'graceDays', value: 6 },
      ],
      '2026-12-01',
      '写了两次',
    ],
  ])('refuses %s in a sentence', async (_, changes, effectiveOn, sentence) => {
    const refused = await save(author, changes, { effectiveOn })
    expect(refused.status).toBe(422)
    expect(refused.body.errors[0].text).toContain(sentence)
  })

  it('is one person’s draft while it is written, and the county’s alone', async () => {
    const { body } = await save(author, [{ id: 'graceDays', value: 8 }])
    const other = await save(colleague, [{ id: 'graceDays', value: 9 }], { id: body.id, version: 1 })
    expect(other.body.code).toBe('POLICY_NOT_YOURS')
    const town = await signIn(test, { name: '王镇办', role: 'town-office', areaCode: VILLAGE_A.slice(0, 9) })
    expect((await send(test, town, 'GET', '/api/policies')).status).toBe(403)
    const elsewhere = await signIn(test, { name: '别县', role: 'county-office', areaCode: '441502' })
    expect((await send(test, elsewhere, 'GET', `/api/policies/drafts/${body.id}`)).status).toBe(404)
    expect((await act(elsewhere, body.id, 'release', { version: 1 })).status).toBe(404)
  })

  it('shows the dictionaries the notice does not write out as 待核定 until somebody confirms these very words', async () => {
    const list = async () => (await send(test, colleague, 'GET', '/api/dictionaries')).body.items
    const categories = (await list())[0]
    expect(categories).toMatchObject({ id: 'key-person-categories', confirmed: false, confirmations: [] })
    expect(categories.entries).toHaveLength(14)
    // Nobody confirms what is not on screen.
    const venues = (await list()).find(({ id }: { id: string }) => id === 'venue-types')
    expect(venues.entries).toEqual(expect.arrayContaining(['歌舞娱乐', '旅馆', '其他']))
    const confirm = (words: string, id = uuidv7()) =>
      send(test, colleague, 'PUT', `/api/dictionaries/key-person-categories/confirmations/${id}`, {
        words,
        document: BASIS,
      })
    expect((await confirm('0'.repeat(64))).body.code).toBe('DICTIONARY_CHANGED')
    const id = uuidv7()
    for (const _ of ['sent', 'sent again']) expect((await confirm(categories.words, id)).status).toBe(200)
    // The number of what was sent, with something else in it, is no second sending.
    for (const [words, document, who] of [
      [categories.words, `${BASIS}（更正）`, colleague],
      [categories.words, BASIS, author],
    ] as const) {
      const path = `/api/dictionaries/key-person-categories/confirmations/${id}`
      const other = await send(test, who, 'PUT', path, { words, document })
      expect([other.status, other.body.code]).toEqual([409, 'DICTIONARY_CONFLICT'])
    }
    expect((await list())[0]).toMatchObject({
      confirmed: true,
      confirmations: [{ by: '林发布', document: BASIS, ofTheseWords: true }],
    })
  })

  it('computes every village again after a release, and asks six activities of December', async () => {
    const projections = test.app.get(ProjectionsService)
    await projections.refreshStale()
    const scorecard = async () =>
      (await send(test, secretary, 'GET', `/api/villages/${VILLAGE_A}/scorecard`)).body.scorecard
    expect((await scorecard()).policyVersion).toBe(`${POLICIES.version}-3`)
    const asked = async () => {
      const { body } = await send(test, secretary, 'GET', `/api/villages/${VILLAGE_A}/obligations`)
      return body.open.filter(({ part }: { part: string }) => part === 'S7')
    }
    test.clock.set('2026-12-02T06:00:00.000Z')
    author = await signIn(test, { name: '郑起草', role: 'county-office', areaCode: COUNTY })
    secretary = await signIn(test, { name: '陈书记', role: 'village-secretary', areaCode: VILLAGE_A })
    expect(await asked()).toMatchObject([{ period: '2026-12', params: { have: 0, need: 6 } }])
    expect(await lineOf('activitiesPerMonth')).toMatchObject({ text: '6次', next: [] })
    expect(await projections.refreshStale()).toBeGreaterThan(0)
    expect(await projections.refreshStale()).toBe(0)
    expect(await projections.verify()).toEqual([])
  })

  it('judges the assessment year by it, frozen or not, and shows it to a household that signs', async () => {
    const version = `${POLICIES.version}-3`
    const town = await signIn(test, { name: '王镇办', role: 'town-office', areaCode: TOWN })
    const year = (path: string) => `/api/villages/${VILLAGE_A}/assessments/2026${path}`
    const opened = await send(test, town, 'PUT', `/api/towns/${TOWN}/assessments/2026`, {
      asOf: '2026-12-01',
      submitBy: '2026-12-10',
      reviewBy: '2026-12-20',
      resultBy: '2026-12-30',
      publicityDays: 7,
    })
    expect(opened.status).toBeLessThan(300)
    const { read } = test.app.get(Transactions)
    const judged = await test.app
      .get(LiveJudgement)
      .ofVillage(read, VILLAGE_A, { asOf: '2026-12-01', year: 2026 })
    expect([judged.scorecard.policyVersion, judged.assessment.policyVersion]).toEqual([version, version])
    await send(test, secretary, 'POST', year('/submission'), { revision: 0 })
    const review = { revision: 1, outcome: 'endorsed', changes: [] }
    expect((await send(test, town, 'POST', year('/review'), review)).status).toBeLessThan(300)
    expect(await read.query('SELECT policy_version AS version FROM assessment_freeze')).toEqual([{ version }])

    await test.app.get(PledgeTemplates).install(read)
    const household = { areaCode: VILLAGE_A, year: 2026, number: 1, slipId: uuidv7() }
    const { text } = await test.app.get(HouseholdTexts).of(read, household as HouseholdNumber, '王演户')
    expect(text).toContain('每月6次以上')
  })
})
