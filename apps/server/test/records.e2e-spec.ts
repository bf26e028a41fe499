import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { uuidv7 } from 'uuidv7'
import { createTestApp, type TestApp } from './support/app.js'
import {
  anActivity,
  aTalk,
  countRows,
  makeAreas,
  putRecord,
  REAL_VILLAGE,
  register,
  send,
  VILLAGE_A,
  VILLAGE_B,
} from './support/records.js'
import { type SignedIn, signIn } from './support/sign-in.js'

describe('提交记录', () => {
  let test: TestApp
  let secretary: SignedIn
  let caseWorker: SignedIn
  let neighbour: SignedIn
  let police: SignedIn
  let town: SignedIn

  beforeAll(async () => {
    test = await createTestApp()
    await makeAreas(test)
    secretary = await signIn(test, { name: '陈书记', role: 'village-secretary', areaCode: VILLAGE_A })
    caseWorker = await signIn(test, { name: '林专干', role: 'case-worker', areaCode: VILLAGE_A })
    neighbour = await signIn(test, { name: '黄书记', role: 'village-secretary', areaCode: VILLAGE_B })
    police = await signIn(test, { name: '周警官', role: 'police', areaCode: '441581990' })
    town = await signIn(test, { name: '吴主任', role: 'town-office', areaCode: '441581990' })
  })

  afterAll(() => test?.close())

  it('stores a record once and answers with a receipt', async () => {
    const id = uuidv7()
    const first = await putRecord(test, secretary, id, anActivity())
    expect(first).toMatchObject({
      status: 201,
      body: {
        id,
        revision: 1,
        reviewState: 'accepted',
        kind: 'publicity-activity',
        submittedBy: { accountId: secretary.accountId },
      },
    })
    expect(first.body.receiptNo).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/)
    const rows = await countRows(test)
    const again = await putRecord(test, secretary, id, anActivity({ deviceTime: '2026-11-23T05:59:00Z' }))
    expect(again).toEqual({ status: 200, body: first.body })
    expect(await countRows(test)).toEqual(rows)
  })

  it('registers a person under a code, keeps the identity apart and takes a talk about him', async () => {
    const { personId, record } = await register(test, secretary, {
      identity: { name: '李小明', phone: '13800000001' },
      payload: { note: '母亲同住' },
    })
    expect(record.payload).toEqual({
      registeredOn: '2026-03-02',
      gender: 'male',
      birthYear: 1985,
      residence: 'local',
    })
    const talk = await putRecord(
      test,
      caseWorker,
      uuidv7(),
      aTalk(personId, { payload: { note: '想学修车' } }),
    )
    expect(talk.status).toBe(201)
    const stored = JSON.stringify(
      await test.database.dataSource.query(
        'SELECT v.payload, s.head, s.code FROM record r JOIN record_revision v ON v.record_id = r.id LEFT JOIN subject s ON s.id = r.subject_id',
      ),
    )
    expect(stored).toContain('示范A-01')
    for (const secret of ['李小明', '13800000001', '母亲', '修车']) expect(stored).not.toContain(secret)
  })
})
