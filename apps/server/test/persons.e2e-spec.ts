import { assess, type VillageLedger } from '@dfv/rules'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LedgerReader } from '../src/modules/records/ledger-reader.js'
import { FileSealing } from '../src/modules/registers/file-sealing.service.js'
import { JobRunner } from '../src/platform/outbox/job-runner.js'
import { createTestApp, type TestApp } from './support/app.js'
import {
  type Answer,
  anActivity,
  aRecord,
  aRegistration,
  aStatus,
  aTalk,
  countRows,
  makeAreas,
  putRecord,
  register,
  send,
  VILLAGE_A,
  VILLAGE_B,
} from './support/records.js'
import { type SignedIn, signIn } from './support/sign-in.js'
import { statementsOf } from './support/statements.js'

describe('名册和档案', () => {
  let test: TestApp
  let secretary: SignedIn
  let caseWorker: SignedIn
  let gridWorker: SignedIn
  let neighbour: SignedIn
  let police: SignedIn
  let town: SignedIn
  let otherTown: SignedIn

  const signInAll = async () => {
    secretary = await signIn(test, { name: '陈书记', role: 'village-secretary', areaCode: VILLAGE_A })
    caseWorker = await signIn(test, { name: '林专干', role: 'case-worker', areaCode: VILLAGE_A })
    gridWorker = await signIn(test, { name: '蔡网格', role: 'grid-worker', areaCode: `${VILLAGE_A}G001` })
    neighbour = await signIn(test, { name: '黄书记', role: 'village-secretary', areaCode: VILLAGE_B })
    police = await signIn(test, { name: '周警官', role: 'police', areaCode: '441581990' })
    town = await signIn(test, { name: '吴主任', role: 'town-office', areaCode: '441581990' })
    otherTown = await signIn(test, { name: '何副主任', role: 'town-office', areaCode: '441581990' })
  }

  beforeAll(async () => {
    test = await createTestApp()
    await makeAreas(test)
    await signInAll()
  })

  afterAll(() => test?.close())

  const put = (who: SignedIn, record: unknown, id = uuidv7()) => putRecord(test, who, id, record)
  const get = (who: SignedIn, url: string) => send(test, who, 'GET', url)
  const post = (who: SignedIn, url: string, body: unknown) => send(test, who, 'POST', url, body)
  const sql = (text: string, values: unknown[] = []) => test.database.dataSource.query(text, values)
  const accept = (id: string) => post(town, `/api/records/${id}/review`, { decision: 'accept' })
  const hasStatus = async (personId: string, over: Parameters<typeof aStatus>[1] = {}) => {
    const id = uuidv7()
    await put(secretary, aStatus(personId, over), id)
    expect((await accept(id)).status).toBe(200)
  }

  describe('登记', () => {
    it('numbers persons within their village and shows a masked name', async () => {
      const { personId } = await register(test, secretary, { identity: { name: '欧阳明' } })
      await register(test, neighbour, { areaCode: VILLAGE_B, identity: { name: '黄小强' } })
      const { body } = await get(town, '/api/persons?areaCode=441581990')
      const heads = body.items.map((head: Answer) => [head.code, head.maskedName, head.state])
      expect(heads).toEqual([
        ['示范A-01', '欧*', 'active'],
        ['示范B-01', '黄*', 'active'],
      ])
      expect(body.items[0]).toMatchObject({ id: personId, gender: 'male', birthYear: 1985, status: null })
    })

    it('keeps names, numbers and free text out of every table', async () => {
      await register(test, secretary, {
        identity: {
          name: '司徒静',
          phone: '13900001111',
          idNumber: '441581198801011234',
          address: '三巷7号',
        },
        payload: { note: '独居老屋', birthYear: 1988 },
      })
      const tables = await sql(
        `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()`,
      )
      for (const { name } of tables) {
        const rows = JSON.stringify(await sql(`SELECT * FROM ${name}`))
        for (const secret of ['司徒', '13900001111', '441581198801011234', '三巷', '独居'])
          expect({ name, holds: rows.includes(secret) ? secret : null }).toEqual({ name, holds: null })
      }
    })

    it('tells the code when the same person is already on a register one sees', async () => {
      const idNumber = '44158119850101555X'
      await register(test, secretary, { identity: { name: '重名甲', idNumber } })
      const rows = await countRows(test)
      for (const identity of [{ name: '重名甲改', idNumber }, { name: '重名甲' }]) {
        const again = await put(secretary, aRegistration(uuidv7(), { identity }))
        expect(again).toMatchObject({
          status: 409,
          body: { code: 'PERSON_ALREADY_REGISTERED', params: { code: expect.stringMatching(/^示范A-/) } },
        })
      }
      // Nothing but the note of each refusal.
      expect(await countRows(test)).toEqual({ ...rows, audit_entry: (rows.audit_entry ?? 0) + 2 })
    })

    it('takes two persons of one name when both ID numbers are known and differ', async () => {
      const a = await register(test, secretary, { identity: { name: '同名乙' } })
      const other = { name: '同名乙', idNumber: '441581198502023333' }
      expect((await put(secretary, aRegistration(uuidv7(), { identity: other }))).status).toBe(409)
      const completed = aRegistration(a.personId, {
        revision: 2,
        replaces: 1,
        identity: { name: '同名乙', idNumber: '441581198501014444' },
      })
      expect((await put(secretary, completed, a.recordId)).status).toBe(201)
      expect((await put(secretary, aRegistration(uuidv7(), { identity: other }))).status).toBe(201)
    })

    it('answers a person registered elsewhere like a new one, and tells the town office alone', async () => {
      const idNumber = '441581199003037777'
      const { personId: first } = await register(test, neighbour, {
        areaCode: VILLAGE_B,
        identity: { name: '两地丙', idNumber },
      })
      const fresh = await register(test, secretary, { identity: { name: '新人丁' } })
      const second = await register(test, secretary, { identity: { name: '两地丙', idNumber } })
      const shape = ({ id: _id, subjectId: _s, receiptNo: _r, ledgerVersion: _v, ...rest }: Answer) => rest
      expect(shape(second.record)).toEqual(shape(fresh.record))
      const events = await sql(`SELECT area_code, payload FROM outbox_event WHERE type = 'person.duplicate'`)
      expect(events).toHaveLength(1)
      expect(events[0].area_code).toBe('441581990')
      expect(JSON.parse(events[0].payload)).toEqual({
        subjectId: second.personId,
        other: first,
        areaCode: VILLAGE_A,
      })
      await test.app.get(JobRunner).drain()
      const target = `person/${second.personId}`
      expect((await get(town, '/api/inbox')).body.items).toMatchObject([{ target }])
      for (const who of [secretary, neighbour, police])
        expect(JSON.stringify((await get(who, '/api/inbox')).body)).not.toContain(target)
      // The town sees both registers, so it is told like anybody else who sees them.
      expect(
        await put(town, aRegistration(uuidv7(), { identity: { name: '两地丙', idNumber } })),
      ).toMatchObject({
        status: 409,
        body: { code: 'PERSON_ALREADY_REGISTERED' },
      })
    })

    it('does not take the same person id twice', async () => {
      const { personId } = await register(test, secretary, { identity: { name: '编号甲' } })
      const rows = await countRows(test)
      const again = await put(secretary, aRegistration(personId, { identity: { name: '编号乙' } }))
      expect(again).toMatchObject({ status: 409, body: { code: 'RECORD_CONFLICT' } })
      expect(await countRows(test)).toEqual(rows)
    })

    it('corrects the rest without asking for the name again', async () => {
      const { personId, recordId } = await register(test, secretary, { identity: { name: '更正甲' } })
      const { identity: _, ...rest } = aRegistration(personId, { revision: 2, replaces: 1 })
      rest.payload.birthYear = 1979
      expect((await put(secretary, rest, recordId)).status).toBe(201)
      const file = await get(secretary, `/api/persons/${personId}`)
      expect(file.body.head).toMatchObject({ maskedName: '更*', birthYear: 1979 })
      expect(
        (
          await put(
            secretary,
            aRegistration(uuidv7(), { identity: { name: '更正甲' }, payload: { birthYear: 1979 } }),
          )
        ).status,
      ).toBe(409)
    })

    it('takes a registration made by mistake off the register', async () => {
      const { personId, recordId } = await register(test, secretary, { identity: { name: '误登甲' } })
      const voided = {
        ...aRegistration(personId),
        payload: {},
        revision: 2,
        replaces: 1,
        void: { reason: '登记错了' },
      }
      delete (voided as Answer).identity
      expect((await put(secretary, voided, recordId)).status).toBe(201)
      expect((await get(secretary, `/api/persons/${personId}`)).status).toBe(200)
      expect((await accept(recordId)).status).toBe(200)
      expect((await get(secretary, `/api/persons/${personId}`)).status).toBe(404)
    })
  })

  describe('名册', () => {
    it('finds by a part of the code, never by a name, and pages', async () => {
      for (let index = 0; index < 55; index++)
        await register(test, neighbour, { areaCode: VILLAGE_B, identity: { name: `名册${index}` } })
      const first = await get(neighbour, '/api/persons')
      expect(first.body.items).toHaveLength(50)
      const second = await get(neighbour, `/api/persons?cursor=${first.body.nextCursor}`)
      const codes = [...first.body.items, ...second.body.items].map((head: Answer) => head.code)
      expect(new Set(codes).size).toBe(codes.length)
      expect(codes).toEqual(codes.map((_, index) => `示范B-${String(index + 1).padStart(2, '0')}`))
      expect((await get(neighbour, `/api/persons?q=${encodeURIComponent('B-07')}`)).body.items).toHaveLength(
        1,
      )
      for (const q of ['名册', '%', '_', '示范A'])
        expect((await get(neighbour, `/api/persons?q=${encodeURIComponent(q)}`)).body.items).toEqual([])
    })

    it('is empty for another village, whoever asks', async () => {
      expect((await get(neighbour, `/api/persons?areaCode=${VILLAGE_A}`)).body.items).toEqual([])
      const resident = await signIn(test, { name: '群众' })
      expect((await get(resident, '/api/persons')).status).toBe(403)
    })

    it('stays within a few statements, however many persons', async () => {
      const statements = await statementsOf(test, () => get(neighbour, '/api/persons'))
      expect(statements.length).toBeLessThanOrEqual(2)
    })
  })

  describe('档案', () => {
    it('shows status, cycles, duties and a timeline without the outcome of tests', async () => {
      const { personId } = await register(test, secretary, { identity: { name: '档案甲' } })
      await hasStatus(personId)
      await put(caseWorker, aTalk(personId, { occurredOn: '2026-10-12' }))
      await put(
        caseWorker,
        aRecord('urine-test', {
          subjectId: personId,
          occurredOn: '2026-10-28',
          payload: { place: 'station', basis: 'required', result: 'positive', collector: ['me'] },
        }),
      )
      const { body } = await get(gridWorker, `/api/persons/${personId}`)
      expect(body).toMatchObject({
        head: { status: 'community-rehabilitation', presence: 'at-home' },
        isUnderSupport: true,
        canReveal: false,
      })
      expect(body.cycles.at(-2)).toMatchObject({ period: '2026-C5', talk: 'done', test: 'done' })
      expect(body.timeline.map((item: Answer) => [item.kind, item.occurredOn, item.met])).toEqual([
        ['urine-test', '2026-10-28', undefined],
        ['talk', '2026-10-12', true],
        ['person-status', '2026-03-02', undefined],
        ['person-registration', '2026-03-02', undefined],
      ])
      expect(JSON.stringify(body.timeline)).not.toContain('positive')
      expect(body.duties.length).toBeGreaterThan(0)
      expect(JSON.stringify(body)).not.toContain('档案甲')
    })

    it('is not found by anybody outside the village', async () => {
      const { personId } = await register(test, secretary, { identity: { name: '外村甲' } })
      expect((await get(neighbour, `/api/persons/${personId}`)).status).toBe(404)
      expect((await get(neighbour, `/api/persons/${uuidv7()}`)).status).toBe(404)
    })
  })

  describe('查看姓名电话', () => {
    let personId: string

    beforeAll(async () => {
      ;({ personId } = await register(test, secretary, {
        identity: {
          name: '查看甲',
          phone: '13700002222',
          idNumber: '441581197001018888',
          address: '四巷1号',
        },
      }))
    })

    const reveal = (who: SignedIn, body: unknown) => post(who, `/api/persons/${personId}/reveal`, body)

    it('tells name, phone and address for a minute, never the ID number, and notes it first', async () => {
      const { status, body } = await reveal(caseWorker, { purpose: 'visit' })
      expect({ status, body }).toEqual({
        status: 200,
        body: {
          name: '查看甲',
          phone: '13700002222',
          address: '四巷1号',
          hideAt: '2026-11-23T06:01:00.000Z',
        },
      })
      const mine = await get(caseWorker, '/api/me/reveals')
      expect(mine.body.items).toMatchObject([
        { what: 'reveal', purpose: 'visit', code: expect.stringMatching(/^示范A-/) },
      ])
      expect((await get(secretary, '/api/me/reveals')).body.items).toEqual([])
    })

    it.each([
      ['no purpose', {}],
      ['a purpose that is none', { purpose: 'curious' }],
      ['another purpose without saying which', { purpose: 'other' }],
    ])('refuses %s', async (_, body) => {
      const rows = await countRows(test)
      expect((await reveal(caseWorker, body)).status).toBe(422)
      expect(await countRows(test)).toEqual(rows)
    })

    it('keeps the reason unreadable in the trail', async () => {
      expect((await reveal(police, { purpose: 'other', note: '查看甲的家属来所' })).status).toBe(200)
      const entries = await sql(
        `SELECT details FROM audit_entry WHERE action = 'person.revealed' AND object_id = ?`,
        [personId],
      )
      expect(JSON.stringify(entries)).not.toContain('查看甲')
    })

    it('is refused to a role that does not serve the person and not found elsewhere', async () => {
      const rows = await countRows(test)
      expect((await reveal(gridWorker, { purpose: 'visit' })).status).toBe(403)
      expect((await reveal(neighbour, { purpose: 'visit' })).status).toBe(404)
      expect(await countRows(test)).toEqual(rows)
    })

    it('finds a code by the exact name, and notes the search', async () => {
      const found = await post(caseWorker, '/api/persons/lookup', { name: ' 查看甲 ', purpose: 'verify' })
      expect(found.body.items).toMatchObject([{ id: personId }])
      expect(
        (await post(caseWorker, '/api/persons/lookup', { name: '查看', purpose: 'verify' })).body.items,
      ).toEqual([])
      expect(
        (await post(neighbour, '/api/persons/lookup', { name: '查看甲', purpose: 'verify' })).body.items,
      ).toEqual([])
      expect(
        (await post(gridWorker, '/api/persons/lookup', { name: '查看甲', purpose: 'verify' })).status,
      ).toBe(403)
      const mine = await get(caseWorker, '/api/me/reveals')
      expect(mine.body.items.map((item: Answer) => item.what)).toEqual(['lookup', 'lookup', 'reveal'])
      expect(JSON.stringify(await sql('SELECT * FROM audit_entry'))).not.toContain('查看甲')
    })
  })

  /** What a phone holds after a full answer and any number of deltas. */
  class Phone {
    version = 0
    records = new Map<string, Answer[]>()
    subjects = new Map<string, Answer>()

    constructor(
      private readonly who: SignedIn,
      private readonly village = VILLAGE_A,
    ) {}

    async sync(): Promise<Answer> {
      const { status, body } = await get(this.who, `/api/ledger/${this.village}?since=${this.version}`)
      expect(status).toBe(200)
      if (body.full) {
        this.records.clear()
        this.subjects.clear()
      }
      for (const id of body.dropped) {
        this.subjects.delete(id)
        for (const [key, rows] of this.records) if (rows[0].subjectId === id) this.records.delete(key)
      }
      for (const id of new Set<string>(body.records.map((record: Answer) => record.id)))
        this.records.set(
          id,
          body.records.filter((record: Answer) => record.id === id),
        )
      for (const head of body.subjects) this.subjects.set(head.id, head)
      this.version = body.ledgerVersion
      return body
    }

    state() {
      const byId = (a: Answer, b: Answer) =>
        `${a.id}${a.revision ?? ''}` < `${b.id}${b.revision ?? ''}` ? -1 : 1
      return {
        version: this.version,
        records: [...this.records.values()].flat().sort(byId),
        subjects: [...this.subjects.values()].sort(byId),
      }
    }

    ledger(): VillageLedger {
      const { records, version } = this.state()
      return {
        format: 'village-ledger@1',
        areaCode: this.village,
        startOn: '2026-01-01',
        ledgerVersion: version,
        records,
      }
    }
  }

  describe('手机上的台账', () => {
    it('is the same after deltas as after one full answer, and scores like the server', async () => {
      const phones = [secretary, gridWorker].map((who) => new Phone(who))
      const steps: (() => Promise<unknown>)[] = []
      const { personId } = await register(test, secretary, { identity: { name: '同步甲' } })
      const talkId = uuidv7()
      const statusId = uuidv7()
      steps.push(
        () => put(secretary, anActivity()),
        () => put(secretary, aStatus(personId, { occurredOn: '2026-03-10' }), statusId),
        () => accept(statusId),
        () => put(caseWorker, aTalk(personId, { occurredOn: '2026-05-05' }), talkId),
        () =>
          put(caseWorker, aTalk(personId, { occurredOn: '2026-05-06', revision: 2, replaces: 1 }), talkId),
        () =>
          put(
            caseWorker,
            { ...aTalk(personId), revision: 3, replaces: 2, void: { reason: '重复了' } },
            talkId,
          ),
        () => register(test, secretary, { identity: { name: '同步乙' } }),
        () =>
          put(secretary, aStatus(personId, { occurredOn: '2026-03-11', revision: 2, replaces: 1 }), statusId),
        () => post(town, `/api/records/${statusId}/review`, { decision: 'return', reason: '日期不对' }),
      )
      for (const step of steps) {
        await step()
        for (const phone of phones) await phone.sync()
      }
      for (const [index, who] of [secretary, gridWorker].entries()) {
        const fresh = new Phone(who)
        expect((await fresh.sync()).full).toBe(true)
        expect(phones[index]?.state()).toEqual(fresh.state())
        const server = await test.app.get(LedgerReader).read(test.database.dataSource.manager, VILLAGE_A)
        expect(assess(fresh.ledger(), { asOf: '2026-11-23' })).toEqual(assess(server, { asOf: '2026-11-23' }))
      }
    })

    it('sends little when little changed, and everything to a phone that is ahead', async () => {
      const phone = new Phone(secretary)
      await phone.sync()
      await put(secretary, anActivity())
      const delta = await phone.sync()
      expect({ full: delta.full, records: delta.records.length, subjects: delta.subjects.length }).toEqual({
        full: false,
        records: 1,
        subjects: 0,
      })
      expect((await phone.sync()).records).toEqual([])
      // A talk changes nothing of how the person is listed; a new status does.
      const { personId } = await register(test, secretary, { identity: { name: '同步丙' } })
      await phone.sync()
      await put(caseWorker, aTalk(personId))
      expect(await phone.sync()).toMatchObject({ records: [{ kind: 'talk' }], subjects: [] })
      const statusId = uuidv7()
      await put(secretary, aStatus(personId, { occurredOn: '2026-03-10' }), statusId)
      await accept(statusId)
      expect(await phone.sync()).toMatchObject({
        records: [{ kind: 'person-status' }],
        subjects: [{ id: personId }],
      })
      const ahead = await get(secretary, `/api/ledger/${VILLAGE_A}?since=99999`)
      expect(ahead.body.full).toBe(true)
      expect((await get(secretary, `/api/ledger/${VILLAGE_A}?since=-1`)).status).toBe(422)
    })

    it('holds neither names nor free text', async () => {
      const { body } = await get(secretary, `/api/ledger/${VILLAGE_A}`)
      const kinds = new Set(body.records.map((record: Answer) => record.kind))
      expect(kinds).toContain('person-registration')
      for (const record of body.records)
        for (const field of ['name', 'phone', 'idNumber', 'address', 'note', 'documentNo', 'memberNames'])
          expect(record.payload).not.toHaveProperty(field)
    })
  })

  describe('封存', () => {
    // A minute before midnight in China.
    beforeAll(async () => {
      test.clock.set('2026-11-23T15:59:00.000Z')
      await signInAll()
    })

    /** A person whose three years are full on a day. */
    const person = async (name: string, abstinentSince: string) => {
      const { personId } = await register(test, secretary, { identity: { name } })
      await hasStatus(personId)
      await put(caseWorker, aTalk(personId, { payload: { note: '旧事' } }))
      const start = aRecord('abstinence-start', {
        subjectId: personId,
        occurredOn: '2026-03-03',
        payload: { abstinentSince, document: '解除决定书' },
      })
      expect((await put(police, start)).status).toBe(201)
      return personId
    }

    it('seals by time alone, at the day, once', async () => {
      const personId = await person('封存甲', '2023-11-24')
      const phones = [secretary, town].map((who) => new Phone(who))
      for (const phone of phones) await phone.sync()
      expect(await test.app.get(FileSealing).run()).toBe(0)
      test.clock.set('2026-11-23T16:00:00.000Z')
      expect(await test.app.get(FileSealing).run()).toBe(1)
      expect(await test.app.get(FileSealing).run()).toBe(0)

      for (const who of [secretary, caseWorker, police, town]) {
        expect((await get(who, `/api/persons/${personId}`)).status).toBe(404)
        const list = await get(who, `/api/persons?areaCode=${VILLAGE_A}`)
        expect(list.body.items.some((head: Answer) => head.id === personId)).toBe(false)
        expect((await get(who, `/api/records?subjectId=${personId}`)).body.items).toEqual([])
      }
      for (const [index, who] of [secretary, town].entries()) {
        const delta = await phones[index]!.sync()
        expect(delta.dropped).toEqual([personId])
        expect(phones[index]!.subjects.has(personId)).toBe(false)
        const fresh = new Phone(who)
        await fresh.sync()
        expect(phones[index]!.state()).toEqual(fresh.state())
        const stub = fresh
          .state()
          .records.find((record) => record.subjectId === personId && record.kind === 'talk')
        expect(stub?.payload).toEqual({ occurredOn: '2026-11-20', found: 'yes' })
        const server = await test.app.get(LedgerReader).read(test.database.dataSource.manager, VILLAGE_A)
        expect(assess(fresh.ledger(), { asOf: '2026-11-24' })).toEqual(assess(server, { asOf: '2026-11-24' }))
      }
      test.clock.set('2026-11-23T15:59:00.000Z')
    })

    it('is opened by the town office alone, with a reason, and noted', async () => {
      const personId = await person('封存乙', '2020-01-01')
      const url = `/api/persons/${personId}/reveal`
      expect((await post(town, url, { purpose: 'procedure' })).status).toBe(404)
      for (const who of [secretary, police])
        expect((await post(who, url, { purpose: 'procedure', sealedReason: '办理证明' })).status).toBe(404)
      expect(await post(town, url, { purpose: 'procedure', sealedReason: '办理证明' })).toMatchObject({
        status: 200,
        body: { name: '封存乙' },
      })
      expect((await get(town, '/api/me/reveals')).body.items[0]).toMatchObject({ what: 'sealed' })
      expect(
        (await post(secretary, '/api/persons/lookup', { name: '封存乙', purpose: 'verify' })).body.items,
      ).toEqual([])
    })

    it('does not tell a cadre that a newcomer was registered here once', async () => {
      await person('封存丙', '2020-01-01')
      const again = await put(secretary, aRegistration(uuidv7(), { identity: { name: '封存丙' } }))
      expect(again.status).toBe(201)
    })

    it('takes no more records from the village, and opens again when a relapse is accepted', async () => {
      const personId = await person('封存丁', '2020-01-01')
      expect((await put(caseWorker, aTalk(personId))).status).toBe(404)
      const id = uuidv7()
      const relapse = aRecord('relapse', {
        subjectId: personId,
        payload: { usedOn: '2026-11-15', document: '行政处罚决定书' },
      })
      expect((await put(police, relapse)).status).toBe(404)
      expect((await put(town, relapse, id)).status).toBe(201)
      expect((await get(secretary, `/api/persons/${personId}`)).status).toBe(404)
      expect((await get(police, '/api/reviews')).body.items).toEqual([])
      expect((await get(otherTown, '/api/reviews')).body.items).toMatchObject([{ id, own: false }])
      expect((await post(otherTown, `/api/records/${id}/review`, { decision: 'accept' })).status).toBe(200)
      expect((await get(secretary, `/api/persons/${personId}`)).status).toBe(200)
      expect((await put(caseWorker, aTalk(personId))).status).toBe(201)
    })
  })

  describe('未成年人', () => {
    it('is seen by the support group’s cadres and the town office only', async () => {
      const { personId } = await register(test, secretary, {
        identity: { name: '少年甲' },
        payload: { birthYear: 2010 },
      })
      const sees = async () => {
        const roles = { secretary, caseWorker, gridWorker, police, town }
        const seen: string[] = []
        for (const [name, who] of Object.entries(roles))
          if ((await get(who, `/api/persons/${personId}`)).status === 200) seen.push(name)
        return seen
      }
      expect(await sees()).toEqual(['secretary', 'town'])
      const phone = new Phone(gridWorker)
      await phone.sync()
      expect(phone.subjects.has(personId)).toBe(false)
      const group = aRecord('support-group', {
        subjectId: personId,
        occurredOn: '2026-03-05',
        payload: { members: ['family', 'village-cadre', 'police'] },
      })
      expect((await put(secretary, group)).status).toBe(201)
      await hasStatus(personId)
      expect(await sees()).toEqual(['secretary', 'police', 'town'])
      expect((await put(caseWorker, aTalk(personId))).status).toBe(404)
      const delta = await phone.sync()
      const fresh = new Phone(gridWorker)
      await fresh.sync()
      expect(phone.state()).toEqual(fresh.state())
      const rows = delta.records.filter((record: Answer) => record.subjectId === personId)
      expect(rows.length).toBeGreaterThan(0)
      expect(rows.every((record: Answer) => !('gender' in record.payload))).toBe(true)
    })
  })

  it('leaves a trail that can be proved, names nowhere in it', async () => {
    const entries = JSON.stringify(await sql('SELECT details, object_id FROM audit_entry'))
    for (const name of ['查看甲', '少年甲', '封存']) expect(entries).not.toContain(name)
  })
})
