import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { JobRunner } from '../src/platform/outbox/job-runner.js'
import { createTestApp, type TestApp } from './support/app.js'
import {
  anActivity,
  aRecord,
  aStatus,
  makeAreas,
  putRecord,
  register,
  send,
  VILLAGE_A,
  VILLAGE_B,
} from './support/records.js'
import { type SignedIn, signIn } from './support/sign-in.js'

const TOWN = VILLAGE_A.slice(0, 9)

describe('留言 — 审核双方不退回也能说话', () => {
  let test: TestApp
  let secretary: SignedIn
  let gridWorker: SignedIn
  let neighbour: SignedIn
  let police: SignedIn
  let office: SignedIn
  let county: SignedIn
  let resident: SignedIn
  let personId: string
  /** A change of status that waits for a second person. */
  let recordId: string

  beforeAll(async () => {
    test = await createTestApp()
    await makeAreas(test)
    secretary = await signIn(test, { name: '陈书记', role: 'village-secretary', areaCode: VILLAGE_A })
    gridWorker = await signIn(test, { name: '蔡网格', role: 'grid-worker', areaCode: VILLAGE_A })
    neighbour = await signIn(test, { name: '黄书记', role: 'village-secretary', areaCode: VILLAGE_B })
    police = await signIn(test, { name: '周警官', role: 'police', areaCode: TOWN })
    office = await signIn(test, { name: '吴主任', role: 'town-office', areaCode: TOWN })
    county = await signIn(test, { name: '市办', role: 'county-office', areaCode: '441581' })
    resident = await signIn(test, { name: '群众' })
    ;({ personId } = await register(test, secretary))
  })

  beforeEach(async () => {
    recordId = uuidv7()
    const sent = await putRecord(test, secretary, recordId, aStatus(personId, { occurredOn: '2026-11-01' }))
    expect(sent.body.reviewState).toBe('pending')
  })

  afterAll(() => test.close())

  const say = (who: SignedIn, text: string, id = uuidv7(), record = recordId) =>
    send(test, who, 'PUT', `/api/records/${record}/remarks/${id}`, { text })
  const read = (who: SignedIn, record = recordId) => send(test, who, 'GET', `/api/records/${record}`)
  const review = (decision: 'accept' | 'return', record = recordId) =>
    send(test, office, 'POST', `/api/records/${record}/review`, { decision, reason: '请补文书' })
  const sql = (statement: string, values: unknown[] = []) => test.database.dataSource.query(statement, values)
  const inbox = async (who: SignedIn) => {
    await test.app.get(JobRunner).drain()
    return (await send(test, who, 'GET', '/api/inbox')).body
  }

  it('both sides say something, and each reads who said it and when; the record waits on', async () => {
    expect((await say(office, '日期和社区戒毒协议对不上，是哪天？')).status).toBe(200)
    test.clock.advance(60_000)
    expect((await say(secretary, '协议是11月1日签的。')).status).toBe(200)
    const { body } = await read(police)
    expect(body.reviewState).toBe('pending')
    expect(body.remarks).toMatchObject([
      {
        text: '日期和社区戒毒协议对不上，是哪天？',
        by: { accountId: office.accountId, role: 'town-office' },
      },
      { text: '协议是11月1日签的。', by: { accountId: secretary.accountId, role: 'village-secretary' } },
    ])
    expect(Date.parse(body.remarks[1].at) - Date.parse(body.remarks[0].at)).toBe(60_000)
    const queue = (await send(test, police, 'GET', `/api/reviews?areaCode=${VILLAGE_A}`)).body.items
    expect(queue.find(({ id }: { id: string }) => id === recordId).remarks).toBe(2)
  })

  it('goes on after the record was sent back, and names the version it was about', async () => {
    await say(office, '请补文书')
    await review('return')
    expect((await say(secretary, '文书下午送来')).body).toMatchObject({ revision: 1 })
    const again = aStatus(personId, { occurredOn: '2026-11-02', revision: 2, replaces: 1 })
    expect((await putRecord(test, secretary, recordId, again)).status).toBe(201)
    expect((await say(office, '收到了')).body).toMatchObject({ revision: 2 })
    expect((await read(secretary)).body.remarks).toHaveLength(3)
  })

  it('ends with the review: what was said stays, nothing is added', async () => {
    await say(secretary, '请尽快看一下')
    await review('accept')
    expect(await say(secretary, '还有一句')).toMatchObject({ status: 409, body: { code: 'REMARK_CLOSED' } })
    expect((await read(secretary)).body.remarks).toHaveLength(1)
    const activity = uuidv7()
    await putRecord(test, secretary, activity, anActivity())
    expect((await say(office, '写得好', uuidv7(), activity)).body.code).toBe('REMARK_CLOSED')
  })

  it('is said once however often the network repeats it, and cannot be changed', async () => {
    const id = uuidv7()
    const first = await say(secretary, '请看第二页', id)
    expect(await say(secretary, '请看第二页', id)).toEqual(first)
    await review('accept')
    expect(await say(secretary, '请看第二页', id)).toEqual(first)
    for (const [who, text] of [
      [secretary, '改成别的'],
      [office, '请看第二页'],
    ] as const)
      expect((await say(who, text, id)).body.code).toBe('REMARK_CONFLICT')
    expect((await read(office)).body.remarks).toHaveLength(1)
  })

  it('is for those who settle the review and those who may send the record anew', async () => {
    expect((await say(police, '派出所也看过')).status).toBe(200)
    // The village's people read the record; it is not theirs.
    expect((await read(gridWorker)).status).toBe(200)
    expect((await say(gridWorker, '我也说一句')).body.code).toBe('FORBIDDEN')
    for (const who of [county, resident]) expect((await say(who, '我也说一句')).body.code).toBe('FORBIDDEN')
    expect(
      (await send(test, undefined, 'PUT', `/api/records/${recordId}/remarks/${uuidv7()}`, { text: '话' }))
        .status,
    ).toBe(401)
  })

  it('does not tell whoever may not read the record that there is one', async () => {
    const foreign = await say(neighbour, '是谁？')
    expect(foreign).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } })
    const absent = await say(neighbour, '是谁？', uuidv7(), uuidv7())
    expect({ ...absent.body, instance: '' }).toEqual({ ...foreign.body, instance: '' })
    // A minor's file is read by fewer people, and so are the remarks.
    const minor = await register(test, secretary, {
      identity: { name: '少年' },
      payload: { birthYear: 2010 },
    })
    const change = uuidv7()
    await putRecord(test, secretary, change, aStatus(minor.personId, { occurredOn: '2026-11-01' }))
    expect((await say(police, '看看', uuidv7(), change)).status).toBe(404)
    expect((await say(office, '看看', uuidv7(), change)).status).toBe(200)
  })

  it.each([{ text: '' }, { text: '  ' }, { text: '长'.repeat(201) }, {}, { text: '话', more: 1 }])(
    'is one to two hundred characters: %j',
    async (body) => {
      const answer = await send(test, secretary, 'PUT', `/api/records/${recordId}/remarks/${uuidv7()}`, body)
      expect(answer.status).toBe(422)
    },
  )

  it('goes on for fifty remarks and not for ever', async () => {
    await sql(
      `INSERT INTO record_remark (record_id, id, area_code, revision, account_id, role, words, created_at)
       VALUES ${Array.from({ length: 50 }, () => '(?, ?, ?, 1, ?, ?, ?, ?)').join(', ')}`,
      Array.from({ length: 50 }, () => [
        recordId,
        uuidv7(),
        VILLAGE_B,
        office.accountId,
        'town-office',
        Buffer.from('x'),
        test.clock.now(),
      ]).flat(),
    )
    expect((await say(secretary, '第五十一句')).body.code).toBe('REMARK_TOO_MANY')
  })

  it('is sealed with the person’s key, and gone when the key is dropped; opening it is noted', async () => {
    const { personId: erased } = await register(test, secretary, { identity: { name: '要删的人' } })
    const change = uuidv7()
    await putRecord(test, secretary, change, aStatus(erased, { occurredOn: '2026-11-01' }))
    await say(office, '他母亲说在外打工', uuidv7(), change)
    const [row] = await sql('SELECT words FROM record_remark WHERE record_id = ?', [change])
    expect(row.words.toString('utf8')).not.toContain('打工')
    const opened = async () =>
      Number(
        (
          await sql(
            `SELECT COUNT(*) AS n FROM audit_entry WHERE action = 'record.textOpened' AND object_id = ?`,
            [change],
          )
        )[0].n,
      )
    const before = await opened()
    expect((await read(secretary, change)).body.remarks[0].text).toBe('他母亲说在外打工')
    expect(await opened()).toBe(before + 1)
    await sql('DELETE FROM person_identity WHERE subject_id = ?', [erased])
    const { body } = await read(secretary, change)
    expect(body.remarks).toMatchObject([{ by: { role: 'town-office' } }])
    expect(body.remarks[0]).not.toHaveProperty('text')
    expect((await say(office, '再说一句', uuidv7(), change)).body.code).toBe('REMARK_CLOSED')
  })

  it('about a village’s own record it is plain, as the record is', async () => {
    const incident = uuidv7()
    const found = aRecord('incident', {
      payload: { incidentType: 'other', document: '立案告知书' },
    })
    expect((await putRecord(test, police, incident, found)).body.reviewState).toBe('pending')
    await say(office, '请补立案文书', uuidv7(), incident)
    expect((await read(secretary, incident)).body.remarks[0].text).toBe('请补立案文书')
  })

  it('leaves in the audit who spoke about which record, and not what was said', async () => {
    const id = uuidv7()
    await say(office, '请补文书', id)
    const [entry] = await sql(
      `SELECT actor_account_id AS actor, details FROM audit_entry WHERE action = 'record.remarked' AND object_id = ?`,
      [recordId],
    )
    expect(entry.actor).toBe(office.accountId)
    expect(JSON.parse(entry.details)).toMatchObject({ remarkId: id, revision: 1 })
    expect(entry.details).not.toContain('文书')
  })

  describe('在消息里', () => {
    const remarksIn = async (who: SignedIn) =>
      (await inbox(who)).items.filter(({ target }: { target: string }) => target === `record/${recordId}`)

    it('the office hears of the village’s first word, the village of the answer, once and neutrally', async () => {
      const before = (await inbox(office)).unread
      await say(secretary, '他这几天在住院')
      expect(await remarksIn(office)).toMatchObject([{ text: '有一条新留言' }])
      expect((await inbox(office)).unread).toBe(before + 1)
      expect(await remarksIn(secretary)).toEqual([])
      expect(await remarksIn(police)).toEqual([])

      await say(office, '请补住院证明')
      expect(await remarksIn(secretary)).toMatchObject([{ text: '有一条新留言' }])
      expect(await remarksIn(office)).toHaveLength(1)
      const everything = JSON.stringify([
        await sql('SELECT * FROM notification'),
        await sql('SELECT * FROM notification_delivery'),
        await sql('SELECT * FROM outbox_event'),
      ])
      expect(everything).not.toMatch(/住院/)
    })

    it('the police hear of it who spoke before, and nobody hears himself', async () => {
      await say(police, '所里没有记录')
      expect(await remarksIn(secretary)).toHaveLength(1)
      expect(await remarksIn(office)).toEqual([])
      await say(secretary, '那请看附件')
      expect(await remarksIn(police)).toHaveLength(1)
      expect(await remarksIn(secretary)).toHaveLength(1)
    })
  })
})
