import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEMO_TOWN } from '../src/platform/demo-areas.js'
import { JobRunner } from '../src/platform/outbox/job-runner.js'
import { createTestApp, type TestApp } from './support/app.js'
import { anActivity, makeAreas, putRecord, register, send, VILLAGE_A, VILLAGE_B } from './support/records.js'
import { type SignedIn, signIn } from './support/sign-in.js'

describe('a post goes from one person to another', () => {
  let test: TestApp
  let office: SignedIn
  let leaver: SignedIn
  let secretaryB: SignedIn

  beforeAll(async () => {
    test = await createTestApp()
    await makeAreas(test)
    office = await signIn(test, { name: '张主任', role: 'town-office', areaCode: DEMO_TOWN })
    leaver = await signIn(test, { name: '陈书记', role: 'village-secretary', areaCode: VILLAGE_A })
    secretaryB = await signIn(test, { name: '乙书记', role: 'village-secretary', areaCode: VILLAGE_B })
  })
  afterAll(() => test.close())

  it('with its open work: the successor is told how much, the leaver is out at once', async () => {
    // Something only the leaver was told of: a registration taken back by him waits for a second person.
    const { personId, recordId, record } = await register(test, leaver)
    expect(record.reviewState).toBe('accepted')
    await putRecord(test, leaver, recordId, {
      kind: 'person-registration',
      schemaVersion: 1,
      areaCode: VILLAGE_A,
      subjectId: personId,
      revision: 2,
      replaces: 1,
      occurredOn: '2026-03-02',
      payload: { registeredOn: '2026-03-02', gender: 'male', birthYear: 1985, residence: 'local' },
      void: { reason: '登记错了人' },
    })
    await test.app.get(JobRunner).drain()
    await test.app.get(JobRunner).tick()
    const before = await send(test, office, 'GET', `/api/appointments/${leaver.actor.appointmentId}/handover`)
    expect(before.status).toBe(200)
    expect(before.body.pending).toBe(1)
    expect(before.body.open).toBeGreaterThan(0)

    const done = await send(
      test,
      office,
      'POST',
      `/api/appointments/${leaver.actor.appointmentId}/handover`,
      {
        name: '林新任',
        phone: '13900002222',
      },
    )
    expect(done).toMatchObject({
      status: 200,
      body: {
        successor: { name: '林新任', role: 'village-secretary', areaCode: VILLAGE_A, bound: false },
        work: before.body,
      },
    })
    expect((await putRecord(test, leaver, uuidv7(), anActivity())).status).toBe(403)
    const told = await test.database.dataSource.query(
      'SELECT text_key, params FROM notification WHERE account_id = ?',
      [done.body.successor.accountId],
    )
    expect(told).toMatchObject([{ text_key: 'handover' }])
    expect(JSON.parse(told[0].params).count).toBe(before.body.open + before.body.returned)
    const again = await send(
      test,
      office,
      'POST',
      `/api/appointments/${leaver.actor.appointmentId}/handover`,
      {
        name: '再换一个',
      },
    )
    expect(again).toMatchObject({ status: 409, body: { code: 'APPOINTMENT_ENDED' } })
  })

  it('is the office’s to give: nobody else’s, and not another town’s', async () => {
    const path = `/api/appointments/${secretaryB.actor.appointmentId}/handover`
    const other = await signIn(test, { name: '别的镇', role: 'town-office', areaCode: '441581105' })
    expect((await send(test, secretaryB, 'GET', path)).status).toBe(403)
    expect((await send(test, other, 'GET', path)).status).toBe(404)
    expect((await send(test, other, 'POST', path, { name: '冒充的人' })).status).toBe(404)
    expect((await send(test, secretaryB, 'GET', '/api/persons')).status).toBe(200)
  })
})

describe('who looked at a person', () => {
  let test: TestApp
  let secretary: SignedIn
  let police: SignedIn
  let worker: SignedIn
  let personId: string

  beforeAll(async () => {
    test = await createTestApp()
    await makeAreas(test)
    secretary = await signIn(test, { name: '陈书记', role: 'village-secretary', areaCode: VILLAGE_A })
    police = await signIn(test, { name: '所长', role: 'police', areaCode: DEMO_TOWN })
    worker = await signIn(test, { name: '网格员', role: 'grid-worker', areaCode: VILLAGE_A })
    personId = (await register(test, secretary)).personId
    await send(test, police, 'POST', `/api/persons/${personId}/reveal`, { purpose: 'visit' })
  })
  afterAll(() => test.close())

  it('whoever leads the support group sees every reading: who, when, what for', async () => {
    const { status, body } = await send(test, secretary, 'GET', `/api/persons/${personId}/readings`)
    expect(status).toBe(200)
    expect(body.items).toMatchObject([{ what: 'reveal', purpose: 'visit', name: '所长', role: 'police' }])
    expect(JSON.stringify(body)).not.toContain('李小明')
  })

  it('others of the village do not, and another village learns nothing', async () => {
    expect((await send(test, worker, 'GET', `/api/persons/${personId}/readings`)).status).toBe(403)
    const other = await signIn(test, { name: '乙书记', role: 'village-secretary', areaCode: VILLAGE_B })
    expect((await send(test, other, 'GET', `/api/persons/${personId}/readings`)).status).toBe(404)
  })
})
