import { drawNumbers } from '@dfv/rules'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AssessmentTown, TOWN, YEAR } from './support/assessment-town.js'
import { type Answer, send, VILLAGE_A, VILLAGE_B } from './support/records.js'
import { renew, type SignedIn, signIn } from './support/sign-in.js'

describe('年度考核 — 四(二)', () => {
  let year: AssessmentTown

  beforeAll(async () => {
    year = await AssessmentTown.create()
    await year.work()
  })
  afterAll(() => year.close())

  it('begins when the town office says so, with days in their order', async () => {
    expect((await year.get(year.secretary)).body).toMatchObject({ code: 'ASSESSMENT_NOT_OPEN' })
    expect((await year.open({}, year.secretary)).body.code).toBe('FORBIDDEN')
    const wrong = await year.open({ reviewBy: '2026-11-01' })
    expect(wrong).toMatchObject({ status: 422 })
    expect(wrong.body.errors[0].text).toContain('不能早于自评期限')
    expect((await year.open({ asOf: '2025-12-31' })).body.errors[0].text).toContain('2026年里')
    const opened = await year.open()
    expect(opened.status).toBe(200)
    expect(opened.body.towns).toMatchObject([
      {
        areaCode: TOWN,
        cycle: { asOf: '2026-11-22', publicityDays: 7 },
        villages: [
          { areaCode: VILLAGE_A, state: 'open', claimedPoints: null, freeze: null, result: null },
          { areaCode: VILLAGE_B, state: 'open' },
        ],
      },
    ])
  })

  it('shows the village every item with its points, how they come about and the records behind', async () => {
    const { body } = await year.get(year.secretary)
    expect(body).toMatchObject({ state: 'open', source: 'live', can: ['claim', 'submit'] })
    expect(body.items).toHaveLength(21)
    const funds = body.items.find(({ id }: Answer) => id === 'A1.funds')
    expect(funds).toMatchObject({ points: 400, weight: 400, state: 'met', clause: { ref: '四(一)1' } })
    expect(funds.records).toMatchObject([{ kind: 'funds', label: '工作经费', on: '2026-03-01' }])
    expect(body.items.map(({ points }: Answer) => points).reduce((a: number, b: number) => a + b)).toBe(
      body.points,
    )
    expect((await year.get(year.neighbour)).status).toBe(404)
  })

  it('lets the village write its claims, and refuses those without a ground', async () => {
    const paper = { title: '2026年领导小组文件', number: '村委〔2026〕1号', keptAt: '村委会档案柜' }
    const claims = [{ item: 'A1.group', points: 400, papers: [paper] }]
    expect((await year.claim(claims, 0, year.neighbour)).status).toBe(404)
    expect((await year.claim(claims, 0, year.town)).body.code).toBe('FORBIDDEN')
    const bare = await year.claim(
      [
        { item: 'A7', points: 900 },
        { item: 'A6', points: 100 },
      ],
      0,
    )
    expect(bare.body).toMatchObject({ state: 'open', revision: 1 })
    const refused = await year.act(year.secretary, 'submission')
    expect(refused.status).toBe(422)
    expect(refused.body.errors.map(({ text }: Answer) => text)).toEqual([
      expect.stringContaining('由上级评定'),
      expect.stringContaining('请写明依据'),
    ])
    expect((await year.claim(claims, 0)).body.code).toBe('ASSESSMENT_CHANGED')
    const kept = await year.claim(claims, 1)
    expect(kept.body.items[0]).toMatchObject({ points: 0, claim: { points: 400, papers: [paper] } })
  })

  it('is handed in, sent back with reasons, and handed in again; every round stays', async () => {
    expect((await year.act(year.secretary, 'submission')).body).toMatchObject({ state: 'submitted', can: [] })
    expect((await year.claim([], await year.revision())).body.code).toBe('ASSESSMENT_MOVED')
    expect((await year.act(year.town, 'review', { outcome: 'returned' })).status).toBe(422)
    const back = await year.act(year.town, 'review', { outcome: 'returned', reason: '请补宣传活动的照片。' })
    expect(back.body).toMatchObject({
      state: 'returned',
      rounds: [{ round: 1, outcome: 'returned', reason: '请补宣传活动的照片。', reviewedBy: '王镇办' }],
    })
    const again = await year.act(year.secretary, 'submission')
    expect(again.body.rounds).toHaveLength(2)
    expect(again.body.rounds[1]).toMatchObject({ submittedBy: '陈书记', outcome: null })
    expect(again.body.items[0].claim.points).toBe(400)
  })

  it('offers its review to everybody of the office but the one who handed it in, and says whose it is', async () => {
    const both = await signIn(year.test, { name: '兼书记', role: 'town-office', areaCode: TOWN })
    const claimed = 'UPDATE assessment_year SET claimed_by = ? WHERE area_code = ? AND year = ?'
    const handedInBy = ({ accountId }: { accountId: string }) =>
      year.test.database.dataSource.query(claimed, [accountId, VILLAGE_A, YEAR])
    await handedInBy(both)
    expect((await year.get(both)).body).toMatchObject({ can: [], othersOnly: ['review'] })
    expect(
      (await year.act(both, 'review', { outcome: 'returned', reason: '自己退回自己。' })).body.code,
    ).toBe('ASSESSMENT_OWN')
    expect((await year.get(year.town)).body).toMatchObject({ can: ['review'], othersOnly: [] })
    await handedInBy(year.secretary)
  })

  it('is endorsed by another person, once, and freezes what was judged', async () => {
    const change = { item: 'A1.group', points: 300, reason: '纸质文件核对无误，缺一名成员。' }
    const tooMuch = await year.act(year.otherTown, 'review', {
      outcome: 'endorsed',
      changes: [
        { ...change, points: 900 },
        { ...change, item: 'A6' },
      ],
    })
    expect(tooMuch.body.errors.map(({ text }: Answer) => text)).toEqual([
      '最多4分。',
      expect.stringContaining('人工评定'),
    ])
    const endorse = { revision: await year.revision(), outcome: 'endorsed', changes: [change] }
    const both = await Promise.all([year.town, year.otherTown].map((who) => year.act(who, 'review', endorse)))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const { body } = await year.get(year.assessor)
    expect(body).toMatchObject({ state: 'frozen', source: 'frozen', can: [] })
    const [freeze] = body.freezes
    expect(freeze).toMatchObject({ version: 1, asOf: '2026-11-22', replaces: null })
    expect(freeze.points).toBe(freeze.systemPoints + 300)
    expect(body.points).toBe(freeze.points)
    expect(body.items[0]).toMatchObject({ points: 0, change: { points: 300 } })
    expect(body.history.map(({ kind }: Answer) => kind)).toEqual([
      'submitted',
      'returned',
      'submitted',
      'endorsed',
    ])
  })

  it('keeps what was frozen when the ledger goes on', async () => {
    const before = (await year.get(year.town)).body
    await year.activities()
    const after = (await year.get(year.town)).body
    expect(after.points).toBe(before.points)
    expect(after.items).toEqual(before.items)
    expect((await year.open({ asOf: '2026-11-21' })).body.code).toBe('ASSESSMENT_AS_OF_FIXED')
  })

  it('corrects by a new version that names the old, with its document', async () => {
    const bare = await year.act(year.town, 'correction', { reason: '漏记两次会议。' })
    expect(bare.status).toBe(422)
    const corrected = await year.act(year.town, 'correction', {
      reason: '漏记两次会议，已补登记。',
      document: '博禁办〔示例〕2号',
    })
    expect(corrected.body.freezes).toMatchObject([
      { version: 1 },
      { version: 2, replaces: 1, document: '博禁办〔示例〕2号' },
    ])
    expect(corrected.body.items[0].change).toBeNull()
  })

  it('publishes the city’s result only, takes appeals within the window, and closes when all are answered', async () => {
    expect((await year.act(year.town, 'publication')).body.code).toBe('ASSESSMENT_NO_RESULT')
    const resultId = uuidv7()
    expect((await year.enterResult('failed', resultId)).status).toBe(201)
    // One person alone moves nothing: the year says that it waits, and nothing of what it says.
    expect((await year.get(year.secretary)).body).toMatchObject({ result: null, resultWaits: true })
    const [line] = (await year.list(year.town)).body.towns[0].villages
    expect(line).toMatchObject({ result: null, resultWaits: true })
    expect((await year.act(year.town, 'publication')).body.code).toBe('ASSESSMENT_NO_RESULT')
    expect((await year.confirmResult(resultId)).status).toBe(200)
    expect((await year.get(year.secretary)).body).toMatchObject({ resultWaits: false })
    const published = await year.act(year.town, 'publication')
    expect(published.body).toMatchObject({
      state: 'published',
      result: { kind: 'failed', document: '陆禁毒〔示例〕8号' },
      publicity: { from: '2026-11-23', until: '2026-11-30' },
    })
    expect((await year.publicity()).body.items).toMatchObject([
      { areaName: '示范村A', result: { kind: 'failed' }, until: '2026-11-30' },
    ])
    const id = uuidv7()
    const matter = { raisedBy: 'village', receivedOn: '2026-11-23', matter: '会议记录没有算进去。' }
    expect((await year.appeal(year.secretary, { ...matter, receivedOn: '2026-11-22' })).status).toBe(422)
    expect((await year.appeal(year.secretary, matter, id)).body.appeals).toHaveLength(1)
    expect((await year.appeal(year.secretary, matter, id)).body.appeals).toHaveLength(1)
    const decision = { outcome: 'upheld', reason: '会议记录属实，予以更正。', document: '陆禁毒〔示例〕9号' }
    expect((await year.decide(year.town, id, decision)).body.code).toBe('FORBIDDEN')
    year.at('2026-12-01')
    const [town, assessor] = [renew(year.test, year.town), renew(year.test, year.assessor)]
    expect((await year.publicity()).body.items).toEqual([])
    const seen = (await year.get(town)).body.revision
    const close = () =>
      send(year.test, town, 'POST', `/api/villages/${VILLAGE_A}/assessments/${YEAR}/closing`, {
        revision: seen,
      })
    expect((await close()).body.code).toBe('ASSESSMENT_APPEAL_OPEN')
    expect((await year.decide(assessor, id, decision)).body.appeals).toMatchObject([{ outcome: 'upheld' }])
    expect((await year.decide(assessor, id, decision)).body.code).toBe('ASSESSMENT_APPEAL_DECIDED')
    const closed = await close()
    expect(closed.body).toMatchObject({ state: 'closed', can: ['correct'] })
    expect(closed.body.history.map(({ kind }: Answer) => kind).slice(-5)).toEqual([
      'corrected',
      'published',
      'appealed',
      'decided',
      'closed',
    ])
    year.at('2026-11-23')
  })

  it('told whoever was next at once, and never the person who moved it', async () => {
    const told = async (who: SignedIn) => {
      const { body } = await send(year.test, who, 'GET', '/api/inbox')
      const target = `year/${VILLAGE_A}/${YEAR}`
      return body.items.filter((line: Answer) => line.target === target).map(({ text }: Answer) => text)
    }
    expect(await told(year.secretary)).toEqual([
      '本村的年度考核已办结',
      '本村考核的意见有答复了',
      '本村的年度考核有更正',
      '本村的年度自评已审核上报',
      '本村的年度自评退回了，请修改后再交',
    ])
    const handedIn = Array(2).fill('有1个村交了年度自评，等镇里审核')
    expect(await told(year.town)).toEqual(['有1个村考核的意见有答复了', ...handedIn])
    expect(await told(year.assessor)).toEqual(['有1条考核意见等您答复'])
    expect(await told(year.neighbour)).toEqual([])
  })

  it('draws villages for spot checks with a printed seed that anybody can draw again', async () => {
    const id = uuidv7()
    const draw = (count: number, who = year.town) =>
      send(year.test, who, 'POST', `/api/towns/${TOWN}/assessments/${YEAR}/spot-checks/${id}`, { count })
    expect((await draw(3)).body.errors[0].text).toContain('只有2个村')
    const drawn = await draw(1)
    expect((await draw(2)).body.towns[0].spotChecks).toEqual(drawn.body.towns[0].spotChecks)
    const [check] = drawn.body.towns[0].spotChecks
    expect(check).toMatchObject({ size: 2, drawn: 1 })
    expect(check.villages.map(({ number }: Answer) => number)).toEqual(
      drawNumbers({ seed: check.seed, size: 2, count: 1 }),
    )
    const [{ areaCode }] = check.villages
    const missed = areaCode === VILLAGE_A ? VILLAGE_B : VILLAGE_A
    const finding = {
      spotCheckId: id,
      item: 'A3.site',
      checkedOn: '2026-11-23',
      holds: false,
      finding: '展板已经拆除，和台账不一致。',
    }
    const find = (village: string, key = uuidv7()) =>
      send(
        year.test,
        year.town,
        'PUT',
        `/api/villages/${village}/assessments/${YEAR}/findings/${key}`,
        finding,
      )
    expect((await find(missed)).status).toBe(404)
    const key = uuidv7()
    await find(areaCode, key)
    expect((await find(areaCode, key)).body.findings).toMatchObject([{ item: 'A3.site', holds: false }])
  })

  it('is read by the county for all its towns, and by a village for itself alone', async () => {
    const { body } = await year.list(year.county)
    expect(body).toMatchObject({ year: YEAR, years: [YEAR], canOpen: false })
    expect(body.towns.map(({ areaCode }: Answer) => areaCode)).toContain(TOWN)
    const own = (await year.list(year.secretary)).body
    expect(own.towns).toHaveLength(1)
    expect(own.towns[0].villages).toMatchObject([{ areaCode: VILLAGE_A, returned: 1, state: 'closed' }])
    expect((await year.list(year.secretary, `?under=${TOWN}`)).status).toBe(404)
  })
})
