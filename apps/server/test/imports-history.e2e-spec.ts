import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestApp } from './support/app.js'
import { aPerson, aTalkRow, type ImportTown, makeImportTown, withStatus } from './support/import-town.js'
import { type Answer, aTalk, putRecord, send, VILLAGE_A } from './support/records.js'
import { type SignedIn, signIn } from './support/sign-in.js'
import { upload } from './support/tables.js'

describe('以前的谈话、检测、活动', () => {
  let place: ImportTown
  let test: TestApp
  let secretary: SignedIn
  let caseWorker: SignedIn
  let town: SignedIn
  let otherTown: SignedIn

  beforeAll(async () => {
    place = await makeImportTown()
    ;({ test, secretary, caseWorker, town, otherTown } = place)
    const persons = [
      aPerson('赵一', { 身份证号: '441581198501011234', ...withStatus }),
      aPerson('钱二', { 出生年份: '1990' }),
    ]
    await confirm(secretary, await upload(test, secretary, 'persons', persons))
  })

  afterAll(() => test?.close())

  const get: ImportTown['get'] = (who, url) => place.get(who, url)
  const confirm: ImportTown['confirm'] = (who, uploaded) => place.confirm(who, uploaded)
  const sql: ImportTown['sql'] = (text, values) => place.sql(text, values)
  const personsOf: ImportTown['personsOf'] = (village) => place.personsOf(village)

  const document = '2025年谈话登记本，村委会档案柜'
  const recordsOf = (kind: string) =>
    sql(
      `SELECT r.id, r.occurred_on AS occurredOn, r.review_state AS state, r.current_revision AS revision, v.payload
       FROM record r JOIN record_revision v ON v.record_id = r.id AND v.revision = r.current_revision
       WHERE r.kind = ? AND r.area_code = ? ORDER BY r.occurred_on`,
      [kind, VILLAGE_A],
    )

  it('find their person by code, by name and year, or by ID number', async () => {
    const answer = await upload(test, caseWorker, 'talks', [
      aTalkRow({ 人员编号: '示范A-02' }),
      aTalkRow({ 姓名: '赵一', 出生年份: '1985', 什么时候: '2026.11.3' }),
      aTalkRow({ 身份证号: '441581198501011234', 什么时候: '20261104' }),
    ])
    expect(answer.body).toMatchObject({ state: 'ready', counts: { new: 3 } })
    expect((await confirm(caseWorker, answer)).body.counts).toMatchObject({ new: 3, waiting: 0 })
    const talks = await recordsOf('talk')
    expect(talks.map(({ occurredOn, state }: Answer) => [occurredOn, state])).toEqual([
      ['2026-11-02', 'accepted'],
      ['2026-11-03', 'accepted'],
      ['2026-11-04', 'accepted'],
    ])
    expect(JSON.parse(talks[0].payload).visitors).toEqual([secretary.accountId, caseWorker.accountId])
  })

  it('say so when nobody, several or somebody else is meant, and when a cadre is unknown', async () => {
    await confirm(
      secretary,
      await upload(test, secretary, 'persons', [
        aPerson('同名', { 身份证号: '441581198501017771' }),
        aPerson('同名', { 身份证号: '441581198501017772' }),
      ]),
    )
    const answer = await upload(test, caseWorker, 'talks', [
      aTalkRow({ 人员编号: '示范A-99' }),
      aTalkRow({ 姓名: '同名' }),
      aTalkRow({ 人员编号: '示范A-02', 姓名: '赵一' }),
      aTalkRow({}),
      aTalkRow({ 人员编号: '示范A-02', 谁去的: '陈书记、张无名' }),
      aTalkRow({ 人员编号: '示范A-02', 谁去的: '陈书记' }),
      aTalkRow({ 人员编号: '示范A-02', 什么时候: '2023-05-01', 依据的材料: document }),
    ])
    expect(answer.body.issues.map(({ row, text }: Answer) => `${row} ${text}`)).toEqual([
      expect.stringMatching(/^5 没有找到这个人/),
      expect.stringMatching(/^6 有几个人对得上/),
      expect.stringMatching(/^7 编号和姓名/),
      expect.stringMatching(/^8 请填人员编号/),
      expect.stringMatching(/^9 系统里没有叫“张无名”/),
      expect.stringMatching(/^10 .*两个人/),
      expect.stringMatching(/^11 .*早于登记日期/),
    ])
  })

  it('from before the village began ask for their paper, and count once another person has looked at them', async () => {
    const rows = [
      aTalkRow({ 人员编号: '示范A-02', 什么时候: '2025-11-05', 谁去的: '陈书记、老王(已离岗)' }),
      aTalkRow({ 人员编号: '示范A-02', 什么时候: '2025-12-05', 依据的材料: document }),
    ]
    const without = await upload(test, caseWorker, 'talks', rows)
    expect(without.body.issues).toEqual([
      { row: 5, heading: '依据的材料', text: expect.stringContaining('开始用系统以前') },
    ])
    const answer = await upload(
      test,
      caseWorker,
      'talks',
      rows.map((row) => ({ ...row, 依据的材料: document })),
    )
    expect(answer.body).toMatchObject({ state: 'ready', counts: { new: 2, waiting: 2 } })
    expect((await confirm(caseWorker, answer)).body.counts).toMatchObject({ waiting: 2 })
    const past = (await recordsOf('talk')).filter(({ occurredOn }: Answer) => occurredOn < '2026-01-01')
    expect(past.map(({ state }: Answer) => state)).toEqual(['pending', 'pending'])
    expect(JSON.parse(past[0].payload).visitors[1]).toMatch(/^past-[0-9a-f]{24}$/)
    const file = await get(caseWorker, `/api/records/${past[0].id}`)
    expect(file.body.text.note).toBe(`依据：${document}\n谁去的：陈书记、老王(已离岗)`)
    // Looked at together, by somebody else.
    const { body } = await get(town, '/api/imports')
    const waiting = body.items.find(({ id }: Answer) => id === answer.body.id)
    expect(waiting).toMatchObject({
      title: '谈话台账',
      uploadedBy: '林专干',
      rows: 2,
      waiting: 2,
      own: false,
    })
    expect((await get(secretary, '/api/imports')).status).toBe(403)
    const reviewed = await send(test, town, 'POST', `/api/imports/${answer.body.id}/review`, {
      decision: 'accept',
    })
    expect(reviewed).toMatchObject({ status: 200, body: { settled: 2, left: 0 } })
    const now = (await recordsOf('talk')).filter(({ occurredOn }: Answer) => occurredOn < '2026-01-01')
    expect(now.map(({ state }: Answer) => state)).toEqual(['accepted', 'accepted'])
  })

  it('are not reviewed by whoever uploaded them, and a stranger finds nothing to review', async () => {
    const persons = await upload(test, town, 'persons', [aPerson('何廿一', withStatus)])
    await confirm(town, persons)
    const review = (who: SignedIn) =>
      send(test, who, 'POST', `/api/imports/${persons.body.id}/review`, { decision: 'accept' })
    expect(await review(town)).toMatchObject({ status: 409, body: { code: 'OWN_RECORD' } })
    const elsewhere = await signIn(test, { name: '外镇', role: 'town-office', areaCode: '441581105' })
    expect((await review(elsewhere)).status).toBe(404)
    expect(await review(otherTown)).toMatchObject({ status: 200, body: { settled: 1 } })
    expect(await review(otherTown)).toMatchObject({ status: 200, body: { settled: 0 } })
  })

  it('are not written twice, however often they come, in whatever order', async () => {
    const rows = [
      aTalkRow({ 人员编号: '示范A-01', 什么时候: '2026-10-09' }),
      aTalkRow({ 人员编号: '示范A-01', 什么时候: '2026-10-09', 在哪里: '村委会' }),
      aTalkRow({ 人员编号: '示范A-02', 什么时候: '2026-10-09' }),
    ]
    await confirm(caseWorker, await upload(test, caseWorker, 'talks', rows))
    const before = await recordsOf('talk')
    const turned = await upload(test, caseWorker, 'talks', [...rows].reverse())
    expect(turned.body.counts).toMatchObject({ new: 0, changed: 0, same: 3 })
    await confirm(caseWorker, turned)
    const doubled = await upload(test, caseWorker, 'talks', [...rows, ...rows])
    expect(doubled.body.counts).toMatchObject({ new: 0, changed: 0, same: 6 })
    await confirm(caseWorker, doubled)
    expect(await recordsOf('talk')).toEqual(before)
    // One of them is corrected; a third talk on the same day is a third.
    const changed = await upload(test, caseWorker, 'talks', [
      { ...rows[0], 见到本人了吗: '没见到' },
      rows[1]!,
      rows[2]!,
      aTalkRow({ 人员编号: '示范A-02', 什么时候: '2026-10-09', 在哪里: '电话' }),
    ] as never)
    expect(changed.body.counts).toMatchObject({ new: 1, changed: 1, same: 2 })
    await confirm(caseWorker, changed)
    const after = await recordsOf('talk')
    expect(after).toHaveLength(before.length + 1)
    expect(after.filter(({ revision }: Answer) => revision === 2)).toHaveLength(1)
  })

  it('leave alone what was entered by hand, and do not write it a second time', async () => {
    const [first] = await personsOf(VILLAGE_A)
    const visitors = [secretary.accountId, caseWorker.accountId]
    const id = uuidv7()
    await putRecord(
      test,
      caseWorker,
      id,
      aTalk(first.id, { occurredOn: '2026-11-16', payload: { visitors } }),
    )
    const answer = await upload(test, caseWorker, 'talks', [
      aTalkRow({ 人员编号: first.code, 什么时候: '2026-11-16' }),
      aTalkRow({ 人员编号: first.code, 什么时候: '2026-11-16', 在哪里: '电话' }),
    ])
    expect(answer.body.counts).toMatchObject({ new: 1, changed: 0, same: 1 })
  })

  it('do not come back once somebody has voided them', async () => {
    const rows = [aTalkRow({ 人员编号: '示范A-02', 什么时候: '2026-09-09' })]
    await confirm(caseWorker, await upload(test, caseWorker, 'talks', rows))
    const [{ id, payload }] = (await recordsOf('talk')).filter(
      ({ occurredOn }: Answer) => occurredOn === '2026-09-09',
    )
    expect(JSON.parse(payload).found).toBe('yes')
    const [subject] = await sql(`SELECT subject_id AS id FROM record WHERE id = ?`, [id])
    await send(test, caseWorker, 'PUT', `/api/records/${id}`, {
      kind: 'talk',
      schemaVersion: 1,
      areaCode: VILLAGE_A,
      subjectId: subject.id,
      revision: 2,
      replaces: 1,
      occurredOn: '2026-09-09',
      payload: {},
      void: { reason: '记错了人' },
    })
    const again = await upload(test, caseWorker, 'talks', rows)
    expect(again.body).toMatchObject({ counts: { new: 0, voided: 1 }, preview: [{ action: 'voided' }] })
  })

  it('take tests and the beginning of abstinence from those who may enter them', async () => {
    const tests = await upload(test, caseWorker, 'tests', [
      {
        人员编号: '示范A-02',
        什么时候: '2026-11-05',
        在哪里做的: '工作站',
        依据: '公安机关要求',
        结果: '阴性',
        检测人: '林专干',
        在场人: '陈书记',
      },
      {
        人员编号: '示范A-02',
        什么时候: '2026-11-06',
        在哪里做的: '异地',
        依据: '公安机关要求',
        结果: '无效',
        检测人: '林专干',
      },
    ])
    expect(tests.body.issues.map(({ text }: Answer) => text)).toEqual([
      expect.stringContaining('没有得到结果时'),
      expect.stringContaining('请选择异地证明'),
    ])
    const since = await upload(test, town, 'abstinence-starts', [
      {
        人员编号: '示范A-02',
        文书日期: '2025-02-01',
        从哪天起没有再使用: '2024-12-01',
        依据的文书: '解除通知书〔2025〕3号',
      },
    ])
    expect((await confirm(town, since)).body).toMatchObject({
      state: 'done',
      counts: { new: 1, waiting: 0 },
    })
    expect(
      (await recordsOf('abstinence-start')).map(({ payload }: Answer) => JSON.parse(payload).abstinentSince),
    ).toEqual(['2024-12-01'])
  })
})
