import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { RecordProof } from '../src/modules/records/record-proof.js'
import { JobRunner } from '../src/platform/outbox/job-runner.js'
import { createTestApp, type TestApp } from './support/app.js'
import {
  anActivity,
  aRecord,
  aRegistration,
  aStatus,
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
import { statementsOf } from './support/statements.js'

describe('提交记录', () => {
  let test: TestApp
  let secretary: SignedIn
  let caseWorker: SignedIn
  let gridWorker: SignedIn
  let neighbour: SignedIn
  let police: SignedIn
  let town: SignedIn
  let realTown: SignedIn
  let resident: SignedIn

  beforeAll(async () => {
    test = await createTestApp()
    await makeAreas(test)
    secretary = await signIn(test, { name: '陈书记', role: 'village-secretary', areaCode: VILLAGE_A })
    caseWorker = await signIn(test, { name: '林专干', role: 'case-worker', areaCode: VILLAGE_A })
    gridWorker = await signIn(test, { name: '蔡网格', role: 'grid-worker', areaCode: `${VILLAGE_A}G001` })
    neighbour = await signIn(test, { name: '黄书记', role: 'village-secretary', areaCode: VILLAGE_B })
    police = await signIn(test, { name: '周警官', role: 'police', areaCode: '441581990' })
    town = await signIn(test, { name: '吴主任', role: 'town-office', areaCode: '441581990' })
    realTown = await signIn(test, { name: '许主任', role: 'town-office', areaCode: '441581105' })
    resident = await signIn(test, { name: '郑群众' })
  })

  afterAll(() => test?.close())

  const put = (who: SignedIn, record: unknown, id = uuidv7()) => putRecord(test, who, id, record)
  const get = (who: SignedIn, url: string) => send(test, who, 'GET', url)

  describe('the same request again', () => {
    it('stores a record once and answers with its receipt', async () => {
      const id = uuidv7()
      const first = await put(secretary, anActivity(), id)
      expect(first).toMatchObject({
        status: 201,
        body: {
          id,
          revision: 1,
          reviewState: 'accepted',
          submittedBy: { accountId: secretary.accountId, role: 'village-secretary' },
        },
      })
      expect(first.body.receiptNo).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/)
      const rows = await countRows(test)
      const again = await put(secretary, anActivity({ deviceTime: '2026-11-23T05:59:00Z' }), id)
      expect(again).toEqual({ status: 200, body: first.body })
      expect(await countRows(test)).toEqual(rows)
    })

    it('answers 201 and 200 to two identical requests at the same moment', async () => {
      const before = await countRows(test)
      const id = uuidv7()
      const { personId } = await register(test, secretary, { identity: { name: '并发甲' } })
      const answers = await Promise.all([
        put(caseWorker, aTalk(personId), id),
        put(caseWorker, aTalk(personId), id),
      ])
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, 201])
      const village = uuidv7()
      const villageAnswers = await Promise.all([
        put(secretary, anActivity(), village),
        put(secretary, anActivity(), village),
      ])
      expect(villageAnswers.map((answer) => answer.status).sort()).toEqual([200, 201])
      const after = await countRows(test)
      expect((after.record ?? 0) - (before.record ?? 0)).toBe(3)
      expect((after.versions ?? 0) - (before.versions ?? 0)).toBe(3)
    })

    it('refuses another content under the same id, and stores nothing', async () => {
      const id = uuidv7()
      await put(secretary, anActivity(), id)
      const rows = await countRows(test)
      const altered = await put(secretary, anActivity({ payload: { attendance: 36 } }), id)
      expect(altered).toMatchObject({ status: 409, body: { code: 'RECORD_CONFLICT' } })
      expect(await countRows(test)).toEqual(rows)
    })

    it('refuses another identity under the same id', async () => {
      const [id, personId] = [uuidv7(), uuidv7()]
      await put(secretary, aRegistration(personId, { identity: { name: '换名甲' } }), id)
      const altered = await put(secretary, aRegistration(personId, { identity: { name: '换名乙' } }), id)
      expect(altered).toMatchObject({ status: 409, body: { code: 'RECORD_CONFLICT' } })
    })

    it('is nobody’s any more who has left the village since, not even his own', async () => {
      const mover = await signIn(test, { name: '调走的', role: 'case-worker', areaCode: VILLAGE_A })
      const id = uuidv7()
      expect((await put(mover, anActivity(), id)).status).toBe(201)
      await test.database.dataSource.query('UPDATE appointment SET area_code = ? WHERE id = ?', [
        VILLAGE_B,
        mover.actor.appointmentId,
      ])
      for (const again of [anActivity(), anActivity({ revision: 2, replaces: 1 })]) {
        const { status, body } = await put(mover, again, id)
        expect({ status, code: body.code, params: body.params }).toEqual({
          status: 409,
          code: 'RECORD_CONFLICT',
          params: undefined,
        })
      }
    })

    it('answers a foreign id alike, whether it is in the same village or elsewhere', async () => {
      const id = uuidv7()
      await put(secretary, anActivity(), id)
      const strip = ({ status, body: { instance: _, ...body } }: Awaited<ReturnType<typeof put>>) => ({
        status,
        body,
      })
      const bare = {
        status: 409,
        body: {
          type: 'urn:dfv:problem:record-conflict',
          title: '这条记录没有保存：它的编号已经用在另一条记录上。请重新填一条。',
          status: 409,
          code: 'RECORD_CONFLICT',
        },
      }
      expect(strip(await put(caseWorker, anActivity(), id))).toEqual(bare)
      expect(strip(await put(neighbour, anActivity({ areaCode: VILLAGE_B }), id))).toEqual(bare)
      expect(strip(await put(neighbour, anActivity(), id))).toEqual(bare)
      const revision = anActivity({ revision: 2, replaces: 1 })
      expect(strip(await put(neighbour, revision, id))).toEqual(bare)
      expect(strip(await put(caseWorker, revision, id))).toEqual(bare)
    })
  })

  describe('bad input', () => {
    let personId: string
    let elsewhere: string

    beforeAll(async () => {
      ;({ personId } = await register(test, secretary, { identity: { name: '输入甲' } }))
      ;({ personId: elsewhere } = await register(test, neighbour, {
        areaCode: VILLAGE_B,
        identity: { name: '输入乙' },
      }))
    })

    /** The answer, having checked that nothing at all was stored. */
    const refused = async (who: SignedIn, record: unknown, id?: string) => {
      const rows = await countRows(test)
      const answer = await put(who, record, id)
      expect(await countRows(test)).toEqual(rows)
      return answer
    }

    it.each([
      [
        'a wrong type',
        () => anActivity({ payload: { attendance: '很多' } }),
        'payload.attendance',
        '参加人数要填整数',
      ],
      [
        'a missing outcome',
        () => aTalk(personId, { payload: { found: undefined } }),
        'payload.found',
        '请选择见到本人了没有',
      ],
      [
        'one visitor instead of two',
        () => aTalk(personId, { payload: { visitors: ['me'] } }),
        'payload.visitors',
        '两个人',
      ],
      [
        'a date in the future',
        () => anActivity({ occurredOn: '2026-11-24' }),
        'payload.occurredOn',
        '不能晚于今天',
      ],
      [
        'a date before birth',
        () => aTalk(personId, { occurredOn: '1984-12-31' }),
        'payload.occurredOn',
        '早于出生年份',
      ],
      [
        'a date before registration',
        () => aTalk(personId, { occurredOn: '2026-03-01' }),
        'payload.occurredOn',
        '早于登记日期',
      ],
      ['a field that does not exist', () => anActivity({ payload: { score: 100 } }), 'payload.score', ''],
      [
        'a day that does not exist',
        () => anActivity({ payload: { occurredOn: '2026-02-30' } }),
        'payload.occurredOn',
        '',
      ],
      [
        'an occurredOn that differs from the form',
        () => ({ ...anActivity(), occurredOn: '2026-11-19' }),
        'occurredOn',
        '',
      ],
      ['an identity on a talk', () => ({ ...aTalk(personId), identity: { name: '李小明' } }), 'identity', ''],
      [
        'a name that is missing',
        () => ({ ...aRegistration(uuidv7()), identity: undefined }),
        'identity.name',
        '请填姓名',
      ],
      [
        'an ID number that cannot be one',
        () => aRegistration(uuidv7(), { identity: { name: '甲', idNumber: '123' } }),
        'identity.idNumber',
        '',
      ],
      ['a kind that does not exist', () => ({ ...anActivity(), kind: 'gossip' }), 'kind', '没有这种记录'],
      [
        'a kind that only the system writes',
        () => ({ ...anActivity(), kind: 'pledge-signed' }),
        'kind',
        '没有这种记录',
      ],
      ['a revision of zero', () => ({ ...anActivity(), revision: 0 }), 'revision', ''],
      ['a village code that is none', () => ({ ...anActivity(), areaCode: '44158199020' }), 'areaCode', ''],
      ['an object where a date belongs', () => ({ ...anActivity(), occurredOn: {} }), 'occurredOn', ''],
    ])('refuses %s with the field and a sentence', async (_, record, path, text) => {
      const { status, body } = await refused(
        String(path).startsWith('identity') ? secretary : caseWorker,
        record(),
      )
      expect({ status, code: body.code }).toEqual({ status: 422, code: 'INVALID' })
      const error = body.errors.find((one: { path: string }) => one.path === path)
      expect(error?.text).toContain(text)
      expect(body.title).toMatch(/^有\d处要改/)
    })

    it('refuses a field outside the envelope', async () => {
      expect((await refused(secretary, { ...anActivity(), role: 'police' })).status).toBe(422)
    })

    it('says everything that is wrong at once', async () => {
      const { body } = await refused(
        caseWorker,
        aTalk(personId, { payload: { found: undefined, place: 'moon' } }),
      )
      expect(body.errors.map((error: { path: string }) => error.path).sort()).toEqual([
        'payload.found',
        'payload.place',
      ])
    })

    it('finds neither a person nor a village of somebody else', async () => {
      const missing = { status: 404, body: expect.objectContaining({ code: 'NOT_FOUND' }) }
      expect(await refused(secretary, aTalk(elsewhere))).toEqual(missing)
      expect(await refused(secretary, aTalk(elsewhere, { areaCode: VILLAGE_B }))).toEqual(missing)
      expect(await refused(secretary, anActivity({ areaCode: VILLAGE_B }))).toEqual(missing)
      expect(await refused(secretary, aTalk(uuidv7()))).toEqual(missing)
      expect(await refused(secretary, anActivity({ subjectId: VILLAGE_B }))).toEqual(missing)
      // The town sees both villages; a person still belongs to one.
      expect(await refused(town, aTalk(elsewhere))).toEqual(missing)
      expect(await refused(town, anActivity({ areaCode: '441581990', subjectId: '441581990' }))).toEqual(
        missing,
      )
      expect(
        await refused(town, anActivity({ areaCode: '441581990299', subjectId: '441581990299' })),
      ).toEqual(missing)
    })

    it('refuses what another role has to do', async () => {
      const confirmation = aRecord('roster-confirmation', {
        payload: { month: '2026-10', headcount: 5, correct: 'yes' },
      })
      expect(await refused(caseWorker, confirmation)).toMatchObject({
        status: 403,
        body: { code: 'FORBIDDEN' },
      })
      expect((await put(secretary, confirmation)).status).toBe(201)
      expect((await refused(resident, anActivity())).status).toBe(403)
      const unsigned = await send(test, undefined, 'PUT', `/api/records/${uuidv7()}`, anActivity())
      expect(unsigned).toMatchObject({ status: 401, body: { code: 'SIGN_IN_REQUIRED' } })
    })

    it('writes nothing under a real village in demo mode', async () => {
      const answer = await refused(realTown, anActivity({ areaCode: REAL_VILLAGE, subjectId: REAL_VILLAGE }))
      expect(answer).toMatchObject({ status: 403, body: { code: 'DEMO_READ_ONLY' } })
    })

    it('refuses what is too large or not JSON', async () => {
      const long = 'x'.repeat(25_000)
      expect((await refused(secretary, anActivity({ payload: { content: long } }))).status).toBe(413)
      expect((await refused(secretary, anActivity({ payload: { content: long.repeat(50) } }))).status).toBe(
        413,
      )
      const response = await test.app.inject({
        method: 'PUT',
        url: `/api/records/${uuidv7()}`,
        headers: { ...secretary.headers, 'content-type': 'application/json' },
        payload: '{"kind": ',
      })
      expect(response.statusCode).toBe(400)
      expect(response.json()).toMatchObject({ code: 'BODY_NOT_JSON' })
    })

    it.each(['not-an-id', '019AB3C2-0000-7000-8000-00000000000A', '../session'])(
      'refuses the id %s',
      async (id) => {
        const rows = await countRows(test)
        expect([404, 422]).toContain((await put(secretary, anActivity(), encodeURIComponent(id))).status)
        expect(await countRows(test)).toEqual(rows)
      },
    )

    it('refuses a reference to a record of another person', async () => {
      const { personId: other } = await register(test, secretary, { identity: { name: '输入丙' } })
      const test1 = uuidv7()
      const urine = (subjectId: string) =>
        aRecord('urine-test', {
          subjectId,
          payload: { place: 'station', basis: 'required', result: 'positive', collector: ['me'] },
        })
      expect((await put(caseWorker, urine(other), test1)).status).toBe(201)
      const outcome = (subjectId: string) =>
        aRecord('test-outcome', {
          subjectId,
          payload: { test: test1, outcome: 'prescription', document: '处方1号' },
        })
      expect(await refused(police, outcome(personId))).toMatchObject({
        status: 422,
        body: { errors: [{ path: 'payload.test' }] },
      })
      expect((await put(police, outcome(other))).status).toBe(201)
    })
  })

  describe('revisions', () => {
    it('keeps every revision and makes the last one count', async () => {
      const id = uuidv7()
      await put(secretary, anActivity(), id)
      const revised = anActivity({ revision: 2, replaces: 1, payload: { attendance: 40 } })
      expect(await put(secretary, revised, id)).toMatchObject({ status: 201, body: { revision: 2 } })
      expect((await put(secretary, revised, id)).status).toBe(200)
      const { body } = await get(secretary, `/api/records/${id}`)
      expect(body).toMatchObject({ revision: 2, payload: { attendance: 40 } })
      expect(
        body.revisions.map((one: { payload: { attendance: number } }) => one.payload.attendance),
      ).toEqual([35, 40])
    })

    it('refuses a stale revision and says which one is current', async () => {
      const id = uuidv7()
      await put(secretary, anActivity(), id)
      await put(town, anActivity({ revision: 2, replaces: 1, payload: { attendance: 41 } }), id)
      const stale = await put(
        secretary,
        anActivity({ revision: 2, replaces: 1, payload: { attendance: 42 } }),
        id,
      )
      expect(stale).toMatchObject({
        status: 409,
        body: { code: 'RECORD_STALE', params: { currentRevision: 2 } },
      })
      const merged = anActivity({ revision: 3, replaces: 2, payload: { attendance: 42 } })
      expect((await put(secretary, merged, id)).status).toBe(201)
    })

    it('keeps what somebody wrote and did not choose when he merged: in the history, sealed, and nowhere else', async () => {
      const { personId } = await register(test, secretary, { identity: { name: '合并甲' } })
      const id = uuidv7()
      await put(caseWorker, aTalk(personId, { payload: { note: '先写的' } }), id)
      const setAside = { note: ['自己写的，没有选用'] }
      const merged = aTalk(personId, { revision: 2, replaces: 1, payload: { note: '对方写的' } })
      expect((await put(caseWorker, { ...merged, setAside }, id)).status).toBe(201)
      const { body } = await get(caseWorker, `/api/records/${id}`)
      expect(body.revisions[1]).toMatchObject({ setAside, text: { note: '对方写的' } })
      expect(body.revisions[0]).not.toHaveProperty('setAside')
      const [row] = await test.database.dataSource.query(
        `SELECT set_aside AS kept FROM record_revision WHERE record_id = ? AND revision = 2`,
        [id],
      )
      expect(row.kept.toString()).not.toContain('没有选用')
      const { body: ledger } = await get(secretary, `/api/ledger/${VILLAGE_A}`)
      expect(JSON.stringify(ledger)).not.toContain('setAside')
      expect((await test.app.get(RecordProof).run()).fault).toBeUndefined()
      const keep = (value: unknown) =>
        test.database.dataSource.query(
          `UPDATE record_revision SET set_aside = ? WHERE record_id = ? AND revision = 2`,
          [value, id],
        )
      await keep('x')
      expect((await test.app.get(RecordProof).run()).fault).toMatchObject({ kind: 'changed', recordId: id })
      await keep(row.kept)
    })

    it('takes nothing as set aside that its form does not ask, or that was not there before', async () => {
      const id = uuidv7()
      const first = { ...anActivity(), setAside: { place: ['祠堂'] } }
      expect(await put(secretary, first, id)).toMatchObject({ status: 422, body: { code: 'INVALID' } })
      await put(secretary, anActivity(), id)
      for (const setAside of [{ idNumber: ['x'] }, { attendance: ['很多'] }, { place: [] }])
        expect(
          (await put(secretary, { ...anActivity({ revision: 2, replaces: 1 }), setAside }, id)).status,
        ).toBe(422)
    })

    it('lets one of two corrections at the same moment win', async () => {
      const id = uuidv7()
      await put(secretary, anActivity(), id)
      const answers = await Promise.all(
        [43, 44, 45].map((attendance) =>
          put(secretary, anActivity({ revision: 2, replaces: 1, payload: { attendance } }), id),
        ),
      )
      expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409])
      expect(answers.filter((answer) => answer.status === 409).map((answer) => answer.body.code)).toEqual([
        'RECORD_STALE',
        'RECORD_STALE',
      ])
    })

    it('does not move a record to another kind, person or village', async () => {
      const { personId } = await register(test, secretary, { identity: { name: '改版甲' } })
      const { personId: other } = await register(test, secretary, { identity: { name: '改版乙' } })
      const id = uuidv7()
      await put(caseWorker, aTalk(personId), id)
      expect(await put(caseWorker, aTalk(other, { revision: 2, replaces: 1 }), id)).toMatchObject({
        status: 409,
        body: { code: 'RECORD_CONFLICT' },
      })
    })

    it('knows no second revision of what does not exist', async () => {
      expect((await put(secretary, anActivity({ revision: 2, replaces: 1 }))).status).toBe(404)
    })

    it('voids a record with a reason: it stays readable and counts no more', async () => {
      const { personId } = await register(test, secretary, { identity: { name: '作废甲' } })
      const id = uuidv7()
      await put(caseWorker, aTalk(personId, { payload: { note: '记错人了' } }), id)
      const voided = {
        ...aTalk(personId),
        payload: {},
        revision: 2,
        replaces: 1,
        void: { reason: '记在别人名下' },
      }
      expect(await put(caseWorker, voided, id)).toMatchObject({
        status: 201,
        body: { reviewState: 'voided' },
      })
      const { body } = await get(caseWorker, `/api/records/${id}`)
      expect(body).toMatchObject({
        reviewState: 'voided',
        payload: { found: 'yes' },
        text: { note: '记错人了' },
      })
      expect(body.revisions[1]).toMatchObject({ reason: '记在别人名下' })
      const file = await get(caseWorker, `/api/persons/${personId}`)
      expect(file.body.timeline.find((item: { id: string }) => item.id === id).reviewState).toBe('voided')
      expect(await put(caseWorker, aTalk(personId, { revision: 3, replaces: 2 }), id)).toMatchObject({
        status: 409,
        body: { code: 'RECORD_VOIDED' },
      })
      expect((await put(caseWorker, { ...aTalk(personId), void: { reason: '新的' } })).status).toBe(404)
    })
  })

  describe('review by a second person', () => {
    let personId: string

    beforeAll(async () => {
      ;({ personId } = await register(test, secretary, { identity: { name: '审核甲' } }))
    })

    const review = (who: SignedIn, id: string, body: unknown) =>
      send(test, who, 'POST', `/api/records/${id}/review`, body)

    it('holds a change of status until another person accepts it', async () => {
      const id = uuidv7()
      expect(await put(police, aStatus(personId), id)).toMatchObject({
        status: 201,
        body: { reviewState: 'pending' },
      })
      const status = async () => (await get(secretary, `/api/persons/${personId}`)).body.head.status
      expect(await status()).toBeNull()
      const pending = await get(police, `/api/reviews?areaCode=${VILLAGE_A}`)
      expect(pending.body.items.find((item: { id: string }) => item.id === id)).toMatchObject({
        own: true,
        subjectCode: expect.stringMatching(/^示范A-\d\d$/),
      })
      expect(await review(police, id, { decision: 'accept' })).toMatchObject({
        status: 409,
        body: { code: 'OWN_RECORD' },
      })
      expect((await review(secretary, id, { decision: 'accept' })).status).toBe(403)
      expect(await review(town, id, { decision: 'accept' })).toMatchObject({
        status: 200,
        body: { reviewState: 'accepted' },
      })
      expect(await status()).toBe('community-rehabilitation')
      expect(await review(town, id, { decision: 'accept' })).toMatchObject({
        status: 409,
        body: { code: 'REVIEW_SETTLED' },
      })
    })

    it('returns it with a reason that the submitter reads, and takes his correction', async () => {
      const id = uuidv7()
      await put(secretary, aStatus(personId, { occurredOn: '2026-11-01' }), id)
      expect(await review(town, id, { decision: 'return' })).toMatchObject({
        status: 422,
        body: { errors: [{ path: 'reason' }] },
      })
      expect((await review(town, id, { decision: 'return', reason: '请写明文号' })).status).toBe(200)
      const { body } = await get(secretary, `/api/records/${id}`)
      expect(body).toMatchObject({ reviewState: 'returned', revisions: [{ reason: '请写明文号' }] })
      await test.app.get(JobRunner).drain()
      const inbox = await get(secretary, '/api/inbox')
      expect(inbox.body.items).toMatchObject([{ text: '您有1条记录需要修改', target: `record/${id}` }])
      const again = aStatus(personId, {
        occurredOn: '2026-11-01',
        revision: 2,
        replaces: 1,
        payload: { documentNo: '示决字1号' },
      })
      expect(await put(secretary, again, id)).toMatchObject({ status: 201, body: { reviewState: 'pending' } })
    })

    it('keeps an accepted status in force while its correction waits for review', async () => {
      const { personId: other } = await register(test, secretary, { identity: { name: '审核乙' } })
      const id = uuidv7()
      await put(secretary, aStatus(other), id)
      await review(town, id, { decision: 'accept' })
      const correction = aStatus(other, { revision: 2, replaces: 1, payload: { documentNo: '示决字2号' } })
      expect(await put(secretary, correction, id)).toMatchObject({ body: { reviewState: 'pending' } })
      const { body } = await get(secretary, `/api/persons/${other}`)
      expect(body.head.status).toBe('community-rehabilitation')
      const delta = await get(secretary, `/api/ledger/${VILLAGE_A}?since=0`)
      const rows = delta.body.records.filter((row: { id: string }) => row.id === id)
      expect(rows.map((row: { reviewState: string }) => row.reviewState)).toEqual(['accepted', 'pending'])
    })

    it('does not let one person undo what two have done', async () => {
      const id = uuidv7()
      const status = aStatus(personId, { occurredOn: '2026-10-01' })
      await put(secretary, status, id)
      await review(town, id, { decision: 'accept' })
      const voided = { ...status, revision: 2, replaces: 1, void: { reason: '不算' } }
      expect(await put(secretary, voided, id)).toMatchObject({
        status: 201,
        body: { reviewState: 'pending' },
      })
      expect(await review(secretary, id, { decision: 'accept' })).toMatchObject({ status: 403 })
      expect(await review(town, id, { decision: 'accept' })).toMatchObject({
        body: { reviewState: 'voided' },
      })
    })

    it('is settled by one of two reviewers at the same moment', async () => {
      const id = uuidv7()
      await put(secretary, aStatus(personId, { occurredOn: '2026-09-01' }), id)
      const answers = await Promise.all([
        review(town, id, { decision: 'accept' }),
        review(police, id, { decision: 'return', reason: '先不收' }),
      ])
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409])
    })

    it('is nobody’s business elsewhere', async () => {
      const id = uuidv7()
      await put(secretary, aStatus(personId, { occurredOn: '2026-08-01' }), id)
      expect((await review(realTown, id, { decision: 'accept' })).status).toBe(404)
      expect((await get(realTown, '/api/reviews?areaCode=441581990')).body.items).toEqual([])
    })
  })

  describe('batch', () => {
    it('answers each record for itself, in order', async () => {
      const personId = uuidv7()
      const ids = Array.from({ length: 6 }, () => uuidv7())
      const { status, body } = await send(test, secretary, 'POST', '/api/records/batch', {
        records: [
          { id: ids[0], ...aRegistration(personId, { identity: { name: '批量甲' } }) },
          { id: ids[1], ...aTalk(personId) },
          { id: ids[2], ...anActivity({ occurredOn: '2026-12-01' }) },
          { id: ids[3], ...anActivity({ areaCode: VILLAGE_B, subjectId: VILLAGE_B }) },
          { id: ids[0], ...anActivity() },
          { id: 'no id', ...anActivity() },
          { id: ids[4], kind: 7 },
          { id: ids[5], ...anActivity() },
        ],
      })
      expect(status).toBe(200)
      expect(body.results.map((result: { status: number }) => result.status)).toEqual([
        201, 201, 422, 404, 409, 422, 422, 201,
      ])
      expect(body.results[2]).toMatchObject({
        id: ids[2],
        problem: { code: 'INVALID', errors: [{ path: 'payload.occurredOn' }] },
      })
      expect(body.results[1].record.receiptNo).toBeDefined()
    })

    it('takes at most fifty', async () => {
      const records = Array.from({ length: 51 }, () => ({ id: uuidv7(), ...anActivity() }))
      const rows = await countRows(test)
      expect((await send(test, secretary, 'POST', '/api/records/batch', { records })).status).toBe(422)
      expect((await send(test, secretary, 'POST', '/api/records/batch', { records: [] })).status).toBe(422)
      expect(await countRows(test)).toEqual(rows)
    })
  })

  describe('a form newer than the server', () => {
    it('is kept, and nothing that might be free text lies open', async () => {
      const { personId } = await register(test, secretary, { identity: { name: '新版甲' } })
      const id = uuidv7()
      const newer = aTalk(personId, { schemaVersion: 9, payload: { mood: '他说想念老母亲', note: '旧字段' } })
      expect(await put(caseWorker, newer, id)).toMatchObject({ status: 201, body: { schemaVersion: 9 } })
      expect((await put(caseWorker, newer, id)).status).toBe(200)
      const [row] = await test.database.dataSource.query(
        'SELECT payload FROM record_revision WHERE record_id = ?',
        [id],
      )
      expect(row.payload).not.toMatch(/老母亲|旧字段/)
      expect((await get(caseWorker, `/api/records/${id}`)).body.text).toEqual({
        mood: '他说想念老母亲',
        note: '旧字段',
        visitors: '["me","partner"]',
      })
    })

    it('waits when it takes an identity', async () => {
      const answer = await put(secretary, aRegistration(uuidv7(), { schemaVersion: 9 }))
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'schemaVersion' }] } })
    })
  })

  describe('reading', () => {
    it('lists the records of a village page by page, the last change first', async () => {
      for (let index = 0; index < 60; index++)
        await put(neighbour, anActivity({ areaCode: VILLAGE_B, payload: { attendance: index } }))
      const first = await get(neighbour, `/api/records?areaCode=${VILLAGE_B}&kind=publicity-activity`)
      expect(first.body.items).toHaveLength(50)
      const second = await get(
        neighbour,
        `/api/records?areaCode=${VILLAGE_B}&kind=publicity-activity&cursor=${first.body.nextCursor}`,
      )
      expect(second.body.nextCursor).toBeNull()
      const all = [...first.body.items, ...second.body.items].map((item) => item.payload.attendance)
      expect(all).toEqual(Array.from({ length: 60 }, (_, index) => 59 - index))
    })

    it('lists what happened between two days, both included', async () => {
      const { personId } = await register(test, secretary, { identity: { name: '日期甲' } })
      const days = ['2026-11-02', '2026-11-09', '2026-11-16']
      for (const occurredOn of days) await put(caseWorker, aTalk(personId, { occurredOn }))
      const between = async (query: string) => {
        const { body } = await get(caseWorker, `/api/records?subjectId=${personId}&kind=talk&${query}`)
        return body.items.map((item: { occurredOn: string }) => item.occurredOn)
      }
      expect(await between('from=2026-11-02&to=2026-11-09')).toEqual(['2026-11-09', '2026-11-02'])
      expect(await between('from=2026-11-10')).toEqual(['2026-11-16'])
      expect(await between('to=2026-11-01')).toEqual([])
      expect((await get(caseWorker, `/api/records?from=2026-02-30`)).status).toBe(422)
    })

    it('gives nobody a record, a list or a ledger of another village', async () => {
      const id = uuidv7()
      await put(secretary, anActivity(), id)
      expect((await get(neighbour, `/api/records/${id}`)).status).toBe(404)
      expect((await get(neighbour, `/api/records?areaCode=${VILLAGE_A}`)).body.items).toEqual([])
      expect((await get(neighbour, `/api/ledger/${VILLAGE_A}`)).status).toBe(404)
      expect((await get(neighbour, '/api/ledger/441581990')).status).toBe(404)
      expect((await get(town, `/api/records/${id}`)).status).toBe(200)
      expect((await get(resident, `/api/records/${id}`)).status).toBe(403)
    })

    it('survives a cursor that somebody made up', async () => {
      for (const parts of [['x', 'NaN'], ['2026-99-99', 'x'], [1, 2], 'text']) {
        const cursor = Buffer.from(JSON.stringify(parts)).toString('base64url')
        expect((await get(secretary, `/api/records?cursor=${cursor}`)).status).toBe(200)
        expect((await get(secretary, `/api/records?subjectId=${uuidv7()}&cursor=${cursor}`)).status).toBe(200)
      }
    })

    it('notes who opened the text of a person’s record', async () => {
      const { personId } = await register(test, secretary, { identity: { name: '阅读甲' } })
      const id = uuidv7()
      await put(caseWorker, aTalk(personId, { payload: { note: '想学修车' } }), id)
      const list = await get(gridWorker, `/api/records?subjectId=${personId}&kind=talk`)
      expect(list.body.items).toHaveLength(1)
      expect(list.body.items[0].text).toBeUndefined()
      expect((await get(gridWorker, `/api/records/${id}`)).body.text).toEqual({ note: '想学修车' })
      const notes = await test.database.dataSource.query(
        `SELECT actor_account_id AS actor, details FROM audit_entry WHERE action = 'record.textOpened' AND object_id = ?`,
        [id],
      )
      expect(notes).toEqual([{ actor: gridWorker.accountId, details: expect.not.stringContaining('修车') }])
    })
  })

  describe('one transaction', () => {
    it('runs again as a whole after a deadlock', async () => {
      const { personId } = await register(test, secretary, { identity: { name: '死锁甲' } })
      const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
      const transaction = async () => {
        const runner = test.database.dataSource.createQueryRunner()
        await runner.startTransaction()
        return runner
      }
      /** Until so many transactions of this database wait for a lock. The engine renews its table when 100 ms have gone unread. */
      const untilWaiting = async (count: number) => {
        const sql = `SELECT COUNT(*) AS n FROM information_schema.innodb_trx t
          JOIN information_schema.processlist p ON p.id = t.trx_mysql_thread_id
          WHERE t.trx_state = 'LOCK WAIT' AND p.db = DATABASE()`
        while (Number((await test.database.dataSource.query(sql))[0].n) < count) await pause(150)
      }
      const before = await countRows(test)
      const gate = await transaction()
      await gate.query('SELECT subject_id FROM person_identity WHERE subject_id = ? FOR UPDATE', [personId])
      // The engine gives up the transaction that has written less: that is the talk.
      const other = await transaction()
      for (let row = 0; row < 50; row++)
        await other.query(
          `INSERT INTO job_lease (name, next_run_at, worker) VALUES (?, '2026-01-01', NULL)`,
          [`t${row}`],
        )
      await other.query('SELECT area_code FROM village_ledger WHERE area_code = ? FOR UPDATE', [VILLAGE_A])
      const statements = statementsOf(test, async () => {
        // It takes the person and stops at the gate; the other has the village and asks for the person.
        const talk = put(caseWorker, aTalk(personId))
        await untilWaiting(1)
        const asking = other.query('SELECT id FROM subject WHERE id = ? FOR UPDATE', [personId])
        await untilWaiting(2)
        await gate.rollbackTransaction()
        await asking
        await other.rollbackTransaction()
        expect((await talk).status).toBe(201)
      })
      expect((await statements).filter((statement) => statement === 'START TRANSACTION')).toHaveLength(2)
      await Promise.all([gate.release(), other.release()])
      const after = await countRows(test)
      expect((after.record ?? 0) - (before.record ?? 0)).toBe(1)
      expect((after.audit_entry ?? 0) - (before.audit_entry ?? 0)).toBe(1)
    })

    it('leaves record, audit entry and event together', async () => {
      const { personId, record } = await register(test, secretary, { identity: { name: '一起甲' } })
      const id = uuidv7()
      const { body } = await put(caseWorker, aTalk(personId), id)
      expect(body.ledgerVersion).toBe(record.ledgerVersion + 1)
      const [audit] = await test.database.dataSource.query(
        `SELECT action, details FROM audit_entry WHERE object_id = ?`,
        [id],
      )
      expect(audit.action).toBe('record.submitted')
      const [revision] = await test.database.dataSource.query(
        'SELECT content_hash FROM record_revision WHERE record_id = ?',
        [id],
      )
      expect(JSON.parse(audit.details)).toMatchObject({
        contentHash: revision.content_hash,
        version: body.ledgerVersion,
      })
      const events = await test.database.dataSource.query(
        `SELECT payload FROM outbox_event WHERE dedupe_key = ?`,
        [`ledger.changed:${VILLAGE_A}:${body.ledgerVersion}`],
      )
      expect(events.map((event: { payload: string }) => JSON.parse(event.payload))).toEqual([
        { areaCode: VILLAGE_A, version: body.ledgerVersion },
      ])
    })
  })

  it('needs few statements', async () => {
    const { personId } = await register(test, secretary, { identity: { name: '计数甲' } })
    const talkId = uuidv7()
    const talk = await statementsOf(test, () => put(caseWorker, aTalk(personId), talkId))
    const again = await statementsOf(test, () => put(caseWorker, aTalk(personId), talkId))
    const registration = await statementsOf(test, () =>
      register(test, secretary, { identity: { name: '计数乙' } }),
    )
    const activity = await statementsOf(test, () => put(secretary, anActivity()))
    const delta = await statementsOf(test, () => get(secretary, `/api/ledger/${VILLAGE_A}`))
    const list = await statementsOf(test, () => get(secretary, `/api/records?areaCode=${VILLAGE_A}`))
    const counts = { talk, again, registration, activity, delta, list }
    // One is the session behind the token, three are the transaction's own.
    const limits = { talk: 15, again: 6, registration: 16, activity: 12, delta: 9, list: 2 }
    for (const [name, statements] of Object.entries(counts)) {
      const limit = limits[name as keyof typeof limits]
      expect({ name, statements: statements.length <= limit ? 'few' : statements }).toEqual({
        name,
        statements: 'few',
      })
    }
  })

  it('can be proved afterwards, and a record changed behind the back is found', async () => {
    const proof = test.app.get(RecordProof)
    expect((await proof.run()).fault).toBeUndefined()
    const id = uuidv7()
    await put(secretary, anActivity(), id)
    const change = (column: string, value: string) =>
      test.database.dataSource.query(`UPDATE record_revision SET ${column} = ? WHERE record_id = ?`, [
        value,
        id,
      ])
    const [{ payload }] = await test.database.dataSource.query(
      'SELECT payload FROM record_revision WHERE record_id = ?',
      [id],
    )
    await change('payload', payload.replace('35', '350'))
    expect((await proof.run()).fault).toEqual({ kind: 'changed', recordId: id, revision: 1 })
    await change('payload', payload)
    await test.database.dataSource.query(`DELETE FROM audit_entry WHERE object_id = ?`, [id])
    expect((await proof.run()).fault).toEqual({ kind: 'unproved', recordId: id, revision: 1 })
  })
})
