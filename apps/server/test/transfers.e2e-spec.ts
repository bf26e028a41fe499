import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { RecordProof } from '../src/modules/records/record-proof.js'
import { JobRunner } from '../src/platform/outbox/job-runner.js'
import { createTestApp, type TestApp } from './support/app.js'
import {
  type Answer,
  aRecord,
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

describe('转出、转入 — 三(一)', () => {
  let test: TestApp
  let giving: SignedIn
  let taking: SignedIn
  let town: SignedIn
  let otherTown: SignedIn

  beforeAll(async () => {
    test = await createTestApp()
    await makeAreas(test)
    giving = await signIn(test, { name: '陈书记', role: 'village-secretary', areaCode: VILLAGE_A })
    taking = await signIn(test, { name: '黄书记', role: 'village-secretary', areaCode: VILLAGE_B })
    town = await signIn(test, { name: '吴主任', role: 'town-office', areaCode: '441581990' })
    otherTown = await signIn(test, { name: '周主任', role: 'town-office', areaCode: '441581990' })
  })

  afterAll(() => test?.close())

  const put = (who: SignedIn, record: unknown, id = uuidv7()) => putRecord(test, who, id, record)
  const get = async (who: SignedIn, url: string) => send(test, who, 'GET', url)
  const accept = async (who: SignedIn, url: string) => send(test, who, 'POST', url, { decision: 'accept' })
  const proposal = (personId: string, toArea = VILLAGE_B, over = {}) =>
    aRecord('transfer', { subjectId: personId, payload: { toArea, reason: 'moved' }, ...over })
  const acceptance = (personId: string, over = {}, payload = {}) =>
    aRecord('transfer-acceptance', {
      areaCode: VILLAGE_B,
      subjectId: personId,
      occurredOn: '2026-11-22',
      payload: { fromArea: VILLAGE_A, toArea: VILLAGE_B, agreement: 'yes', ...payload },
      ...over,
    })
  const incoming = async (who: SignedIn): Promise<Answer[]> =>
    (await get(who, '/api/transfers?direction=in')).body.items

  /** Somebody in community rehabilitation, talked to in October. */
  async function supported(name: string): Promise<string> {
    const { personId } = await register(test, giving, { identity: { name } })
    const status = uuidv7()
    await put(giving, aStatus(personId), status)
    await accept(town, `/api/records/${status}/review`)
    await put(giving, aTalk(personId, { occurredOn: '2026-10-12' }))
    return personId
  }

  it('waits for the other village, which is told and sees who is proposed by code alone', async () => {
    const personId = await supported('等接收')
    const recordId = uuidv7()
    expect((await put(giving, proposal(personId), recordId)).body.reviewState).toBe('accepted')
    await test.app.get(JobRunner).drain()
    const { body: inbox } = await get(taking, '/api/inbox')
    expect(JSON.stringify(inbox)).toContain('您有1项新的工作可以办理')
    const [item] = (await incoming(taking)).filter((one) => one.subjectId === personId)
    expect(item).toEqual({
      recordId,
      subjectId: personId,
      code: expect.stringMatching(/^示范A-\d\d$/),
      fromArea: VILLAGE_A,
      fromName: '示范村A',
      toArea: VILLAGE_B,
      toName: '示范村B',
      proposedOn: '2026-11-20',
      dueOn: '2026-12-05',
      gender: 'male',
      birthYear: 1985,
      status: 'community-rehabilitation',
      own: false,
    })
    expect(JSON.stringify(item)).not.toContain('等接收')
    expect(
      (await get(giving, '/api/transfers?direction=out')).body.items.map((one: Answer) => one.recordId),
    ).toContain(recordId)
    expect((await incoming(giving)).map((one) => one.recordId)).not.toContain(recordId)
    // Until then nothing has moved.
    expect((await get(taking, `/api/persons/${personId}`)).status).toBe(404)
    expect((await get(giving, `/api/persons/${personId}`)).status).toBe(200)
  })

  it('names nobody to a role that may not know of his file, not even by code', async () => {
    const { personId } = await register(test, giving, {
      identity: { name: '未成年' },
      payload: { birthYear: 2012 },
    })
    expect((await put(giving, proposal(personId))).status).toBe(201)
    const worker = await signIn(test, { name: '林专干', role: 'case-worker', areaCode: VILLAGE_A })
    const theirs = await signIn(test, { name: '郑专干', role: 'case-worker', areaCode: VILLAGE_B })
    const listed = async (who: SignedIn, direction: string): Promise<boolean> =>
      (await get(who, `/api/transfers?direction=${direction}`)).body.items.some(
        (one: Answer) => one.subjectId === personId,
      )
    expect([await listed(giving, 'out'), await listed(taking, 'in')]).toEqual([true, true])
    expect([await listed(worker, 'out'), await listed(theirs, 'in')]).toEqual([false, false])
  })

  it('moves the file, and with it who may read, and leaves the counted facts', async () => {
    const personId = await supported('转过去')
    const before = (await get(giving, `/api/ledger/${VILLAGE_A}`)).body
    await put(giving, proposal(personId))
    const taken = await put(taking, acceptance(personId))
    expect(taken).toMatchObject({ status: 201, body: { areaCode: VILLAGE_B, reviewState: 'accepted' } })

    const { body: file } = await get(taking, `/api/persons/${personId}`)
    expect(file).toMatchObject({
      head: {
        areaCode: VILLAGE_B,
        code: expect.stringMatching(/^示范B-\d\d$/),
        status: 'community-rehabilitation',
      },
      isUnderSupport: true,
      statuses: [{ status: 'community-rehabilitation', from: '2026-03-02' }],
    })
    // The whole story is his file's, wherever it happened.
    expect(file.timeline.map((one: Answer) => one.kind)).toEqual(
      expect.arrayContaining(['carry-over', 'transfer-acceptance', 'talk', 'person-registration']),
    )
    expect((await get(giving, `/api/persons/${personId}`)).status).toBe(404)
    expect((await put(giving, aTalk(personId))).status).toBe(404)
    expect(
      (await put(taking, aTalk(personId, { areaCode: VILLAGE_B, occurredOn: '2026-11-23' }))).status,
    ).toBe(201)
    expect((await incoming(taking)).some((one) => one.subjectId === personId)).toBe(false)

    const after = (await get(giving, `/api/ledger/${VILLAGE_A}?since=${before.ledgerVersion}`)).body
    expect(after.dropped).toContain(personId)
    expect(after.subjects.some((head: Answer) => head.id === personId)).toBe(false)
    const left = after.records.filter((one: Answer) => one.subjectId === personId)
    expect(left.map((one: Answer) => one.kind)).toEqual(
      expect.arrayContaining(['person-registration', 'talk', 'transfer-acceptance']),
    )
    const talk = left.find((one: Answer) => one.kind === 'talk')
    expect(talk.payload).toEqual({ occurredOn: '2026-10-12', found: 'yes' })
    const news = (await get(taking, `/api/ledger/${VILLAGE_B}`)).body
    const carried = news.records.find(
      (one: Answer) => one.kind === 'carry-over' && one.subjectId === personId,
    )
    expect(carried.payload).toMatchObject({
      fromArea: VILLAGE_A,
      status: 'community-rehabilitation',
      statusFrom: '2026-03-02',
      talkedOn: '2026-10-12',
    })
    expect(news.subjects.map((head: Answer) => head.id)).toContain(personId)
  })

  it('lets both villages judge what was done where', async () => {
    const personId = await supported('两边算')
    await put(giving, proposal(personId))
    await put(taking, acceptance(personId))
    const dutiesOf = async (who: SignedIn, area: string): Promise<Answer[]> =>
      (await get(who, `/api/villages/${area}/obligations`)).body.open.filter(
        (one: Answer) => one.subjectId === personId,
      )
    expect(await dutiesOf(giving, VILLAGE_A)).toEqual([])
    expect((await dutiesOf(taking, VILLAGE_B)).map((one) => one.kind)).toEqual(
      expect.arrayContaining(['support-group', 'talk']),
    )
  })

  it('may come back, under a new number', async () => {
    const personId = await supported('转回来')
    await put(giving, proposal(personId))
    await put(taking, acceptance(personId))
    await put(taking, proposal(personId, VILLAGE_A, { areaCode: VILLAGE_B, occurredOn: '2026-11-22' }))
    const back = acceptance(
      personId,
      { areaCode: VILLAGE_A, occurredOn: '2026-11-23' },
      { fromArea: VILLAGE_B, toArea: VILLAGE_A },
    )
    expect((await put(giving, back)).status).toBe(201)
    expect((await get(giving, `/api/persons/${personId}`)).body).toMatchObject({
      head: { areaCode: VILLAGE_A },
      isUnderSupport: true,
    })
    const ledger = (await get(giving, `/api/ledger/${VILLAGE_A}`)).body
    expect(ledger.subjects.map((head: Answer) => head.id)).toContain(personId)
  })

  it('is sent back with a reason, and the person stays', async () => {
    const personId = await supported('退回的')
    const recordId = uuidv7()
    await put(giving, proposal(personId), recordId)
    const url = `/api/transfers/${recordId}/return`
    expect((await send(test, giving, 'POST', url, { reason: '不是我们村' })).status).toBe(404)
    expect((await send(test, taking, 'POST', url, { reason: '没住在我们村' })).status).toBe(204)
    expect((await send(test, taking, 'POST', url, { reason: '没住在我们村' })).body.code).toBe(
      'REVIEW_SETTLED',
    )
    const { body } = await get(giving, `/api/records/${recordId}`)
    expect(body).toMatchObject({
      reviewState: 'returned',
      revisions: [{ reviewState: 'returned', reason: '没住在我们村' }],
    })
    expect((await put(taking, acceptance(personId))).status).toBe(404)
    expect((await get(giving, `/api/persons/${personId}`)).status).toBe(200)
    // Corrected, it is proposed again.
    const again = proposal(personId, VILLAGE_B, { revision: 2, replaces: 1 })
    expect(
      (await put(giving, { ...again, payload: { ...again.payload, reason: 'work' } }, recordId)).status,
    ).toBe(201)
    expect((await incoming(taking)).map((one) => one.recordId)).toContain(recordId)
    const taken = {
      ...proposal(personId, VILLAGE_B, { revision: 3, replaces: 2 }),
      payload: {},
      void: { reason: '不转了' },
    }
    expect((await put(giving, taken, recordId)).status).toBe(201)
    expect((await incoming(taking)).map((one) => one.recordId)).not.toContain(recordId)
  })

  describe('is refused', () => {
    it('where nobody was proposed, alike for a person that exists and one that does not', async () => {
      const { personId } = await register(test, giving, { identity: { name: '没申请' } })
      const rows = await countRows(test)
      for (const id of [personId, uuidv7()]) {
        const { status, body } = await put(taking, acceptance(id))
        expect({ status, code: body.code }).toEqual({ status: 404, code: 'NOT_FOUND' })
      }
      expect(await countRows(test)).toEqual(rows)
    })

    it.each([
      ['the own village', VILLAGE_A],
      ['a town', '441581990'],
      ['an area that does not exist', '441581990299'],
    ])('towards %s', async (_, toArea) => {
      const { personId } = await register(test, giving, { identity: { name: `去向${toArea}` } })
      expect((await put(giving, proposal(personId, toArea))).body.errors).toMatchObject([
        { path: 'payload.toArea', text: '请选择要转去的另一个村' },
      ])
    })

    it('in the demo towards a real village', async () => {
      const { personId } = await register(test, giving, { identity: { name: '去真村' } })
      expect((await put(giving, proposal(personId, REAL_VILLAGE))).body.code).toBe('DEMO_READ_ONLY')
    })

    it('by whoever proposed it himself', async () => {
      const personId = await supported('镇里提的')
      await put(town, proposal(personId))
      expect((await put(town, acceptance(personId))).body.code).toBe('OWN_RECORD')
      expect((await put(otherTown, acceptance(personId))).status).toBe(201)
    })

    it('while a record of the person waits for a second person', async () => {
      const personId = await supported('有待审')
      const status = uuidv7()
      await put(
        giving,
        aStatus(personId, { occurredOn: '2026-11-01', payload: { presence: 'away' } }),
        status,
      )
      await put(giving, proposal(personId))
      expect((await put(taking, acceptance(personId))).body.code).toBe('TRANSFER_AWAITS_REVIEW')
      await accept(town, `/api/records/${status}/review`)
      expect((await put(taking, acceptance(personId))).status).toBe(201)
      expect((await get(taking, `/api/persons/${personId}`)).body.head.presence).toBe('away')
    })

    it('with another village than the one proposed, or dated before', async () => {
      const personId = await supported('写错的')
      await put(giving, proposal(personId))
      const wrong = await put(taking, acceptance(personId, {}, { fromArea: '441581990203' }))
      expect(wrong.body.errors).toMatchObject([{ path: 'payload.fromArea' }])
      const early = await put(taking, acceptance(personId, { occurredOn: '2026-11-01' }))
      expect(early.body.errors).toMatchObject([{ path: 'payload.acceptedOn' }])
    })

    it('to be changed afterwards', async () => {
      const [personId, recordId] = [await supported('改不了'), uuidv7()]
      await put(giving, proposal(personId))
      await put(taking, acceptance(personId), recordId)
      const changed = acceptance(personId, { revision: 2, replaces: 1 }, { agreement: 'no' })
      expect((await put(taking, changed, recordId)).body.code).toBe('TRANSFER_SETTLED')
    })
  })

  it('happens once, when two accept at the same moment, or one twice', async () => {
    const personId = await supported('同时收')
    await put(giving, proposal(personId))
    const [one, two] = [uuidv7(), uuidv7()]
    const answers = await Promise.all([
      put(taking, acceptance(personId), one),
      put(taking, acceptance(personId), one),
      put(otherTown, acceptance(personId), two),
    ])
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 201)).toHaveLength(1)
    expect(statuses.every((status) => [200, 201, 404].includes(status))).toBe(true)
    const { body } = await get(taking, `/api/records?subjectId=${personId}&kind=carry-over`)
    expect(body.items).toHaveLength(1)
  })

  it('is proved by the audit trail', async () => {
    expect((await test.app.get(RecordProof).run()).fault).toBeUndefined()
  })
})
