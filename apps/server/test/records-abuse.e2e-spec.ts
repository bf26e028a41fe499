import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { JobRunner } from '../src/platform/outbox/job-runner.js'
import { createTestApp, type TestApp } from './support/app.js'
import {
  type Answer,
  anActivity,
  aRecord,
  aRegistration,
  aStatus,
  aTalk,
  makeAreas,
  putRecord,
  register,
  send,
  VILLAGE_A,
  VILLAGE_B,
} from './support/records.js'
import { renew, type SignedIn, signIn } from './support/sign-in.js'

describe('记录和名册的防护', () => {
  let test: TestApp
  let secretary: SignedIn
  let caseWorker: SignedIn
  let neighbour: SignedIn
  let police: SignedIn
  let otherPolice: SignedIn
  let town: SignedIn
  let otherTown: SignedIn

  beforeAll(async () => {
    test = await createTestApp()
    await makeAreas(test)
    secretary = await signIn(test, { name: '陈书记', role: 'village-secretary', areaCode: VILLAGE_A })
    caseWorker = await signIn(test, { name: '林专干', role: 'case-worker', areaCode: VILLAGE_A })
    neighbour = await signIn(test, { name: '黄书记', role: 'village-secretary', areaCode: VILLAGE_B })
    police = await signIn(test, { name: '周警官', role: 'police', areaCode: '441581990' })
    otherPolice = await signIn(test, { name: '钱警官', role: 'police', areaCode: '441581990' })
    town = await signIn(test, { name: '吴主任', role: 'town-office', areaCode: '441581990' })
    otherTown = await signIn(test, { name: '何副主任', role: 'town-office', areaCode: '441581990' })
  })

  afterAll(() => test?.close())

  const put = (who: SignedIn, record: unknown, id = uuidv7()) => putRecord(test, who, id, record)
  const get = (who: SignedIn, url: string) => send(test, who, 'GET', url)
  const post = (who: SignedIn, url: string, body: unknown) => send(test, who, 'POST', url, body)
  const review = (who: SignedIn, id: string, decision: 'accept' | 'return' = 'accept') =>
    post(who, `/api/records/${id}/review`, {
      decision,
      ...(decision === 'return' ? { reason: '理由不足' } : {}),
    })
  const aRelapse = (subjectId: string) =>
    aRecord('relapse', { subjectId, payload: { usedOn: '2026-11-15', document: '行政处罚决定书' } })
  /** The revision that takes a record back. */
  const aVoid = (record: { kind: string } & object, replaces = 1): Answer => {
    const { identity: _, ...rest } = record as Answer
    return { ...rest, payload: {}, revision: replaces + 1, replaces, void: { reason: '记错了' } }
  }
  const stateOf = async (id: string) => (await get(town, `/api/records/${id}`)).body.reviewState

  describe('两个人做的，一个人撤不了', () => {
    let personId: string

    beforeAll(async () => {
      ;({ personId } = await register(test, secretary, { identity: { name: '双人甲' } }))
    })

    const accepted = async (who: SignedIn, record: Answer) => {
      const id = uuidv7()
      expect((await put(who, record, id)).status).toBe(201)
      expect((await review(town, id)).status).toBe(200)
      return id
    }

    it('lets a void of what was accepted wait for another person, and keeps it in force until then', async () => {
      const status = aStatus(personId)
      const id = await accepted(secretary, status)
      expect(await put(secretary, aVoid(status), id)).toMatchObject({
        status: 201,
        body: { reviewState: 'pending' },
      })
      const shown = async () => (await get(secretary, `/api/persons/${personId}`)).body.head.status
      expect(await shown()).toBe('community-rehabilitation')
      const { body } = await get(otherTown, '/api/reviews')
      expect(body.items.find((item: Answer) => item.id === id)).toMatchObject({ own: false, void: true })
      expect(await review(otherTown, id)).toMatchObject({ status: 200, body: { reviewState: 'voided' } })
      expect(await shown()).toBeNull()
      const { revisions } = (await get(town, `/api/records/${id}`)).body
      expect(revisions.at(-1)).toMatchObject({ reviewState: 'voided', void: true, reason: '记错了' })
      expect(await put(secretary, aStatus(personId, { revision: 3, replaces: 2 }), id)).toMatchObject({
        status: 409,
        body: { code: 'RECORD_VOIDED' },
      })
    })

    it('does not forget the acceptance behind a correction that waits', async () => {
      const status = aStatus(personId, { occurredOn: '2026-10-02' })
      const id = await accepted(secretary, status)
      const correction = { ...status, revision: 2, replaces: 1, payload: { ...status.payload, note: '更正' } }
      expect(await put(secretary, correction, id)).toMatchObject({ body: { reviewState: 'pending' } })
      expect(await put(secretary, aVoid(status, 2), id)).toMatchObject({ body: { reviewState: 'pending' } })
      expect((await get(secretary, `/api/persons/${personId}`)).body.head.status).toBe(
        'community-rehabilitation',
      )
      expect((await review(otherTown, id, 'return')).status).toBe(200)
      expect(await put(secretary, aVoid(status, 3), id)).toMatchObject({ body: { reviewState: 'pending' } })
    })

    it('does not let the police take back an accepted finding alone', async () => {
      const id = await accepted(police, aRelapse(personId))
      expect(await put(police, aVoid(aRelapse(personId)), id)).toMatchObject({
        status: 201,
        body: { reviewState: 'pending' },
      })
      expect(await review(police, id)).toMatchObject({ status: 409, body: { code: 'OWN_RECORD' } })
      expect(await stateOf(id)).toBe('pending')
      expect((await review(otherPolice, id)).status).toBe(200)
      expect(await stateOf(id)).toBe('voided')
    })

    it('lets only the submitter withdraw what waits', async () => {
      const status = aStatus(personId, { occurredOn: '2026-09-02' })
      const id = uuidv7()
      await put(police, status, id)
      for (const who of [secretary, town])
        expect(await put(who, aVoid(status), id)).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } })
      const corrected = { ...status, revision: 2, replaces: 1, payload: { ...status.payload, note: '改' } }
      expect((await put(secretary, corrected, id)).status).toBe(201)
      expect((await put(secretary, aVoid(status, 2), id)).status).toBe(403)
      expect(await put(police, aVoid(status, 2), id)).toMatchObject({ body: { reviewState: 'voided' } })
    })

    it('takes no review from anybody who wrote a revision of it', async () => {
      const status = aStatus(personId, { occurredOn: '2026-08-02' })
      const id = uuidv7()
      await put(police, status, id)
      const corrected = { ...status, revision: 2, replaces: 1, payload: { ...status.payload, note: '改' } }
      await put(town, corrected, id)
      for (const who of [police, town]) {
        expect(await review(who, id)).toMatchObject({ status: 409, body: { code: 'OWN_RECORD' } })
        const { body } = await get(who, '/api/reviews')
        expect(body.items.find((item: Answer) => item.id === id).own).toBe(true)
      }
      expect((await review(otherTown, id)).status).toBe(200)
    })

    it('is not outrun by a void that was sent while the review is under way', async () => {
      for (let round = 0; round < 5; round++) {
        const status = aStatus(personId, { occurredOn: `2026-07-0${round + 1}` })
        const id = uuidv7()
        await put(secretary, status, id)
        const [, voided] = await Promise.all([review(town, id), put(secretary, aVoid(status), id)])
        const { revisions } = (await get(town, `/api/records/${id}`)).body
        const wasAccepted = revisions[0].reviewState === 'accepted'
        expect(voided.body.reviewState).toBe(wasAccepted ? 'pending' : 'voided')
      }
    })
  })

  describe('比服务器新的表单', () => {
    let personId: string

    beforeAll(async () => {
      ;({ personId } = await register(test, secretary, { identity: { name: '新表甲' } }))
    })

    it('leaves nothing of a person readable but values that its known fields allow', async () => {
      const id = uuidv7()
      const payload = {
        place: '李小明家，三巷7号',
        found: 'yes',
        visitors: ['13900001111', '44158119880101123X'],
        name: '李小明',
        nested: { phone: '13900001111' },
      }
      const answer = await put(caseWorker, { ...aTalk(personId), schemaVersion: 9, payload }, id)
      expect(answer.status).toBe(201)
      expect(answer.body.payload).toEqual({ found: 'yes' })
      const rows = JSON.stringify(
        await test.database.dataSource.query('SELECT * FROM record_revision WHERE record_id = ?', [id]),
      )
      expect(rows).not.toMatch(/李小明|13900001111|三巷|44158119880101123X/)
      const { body } = await get(caseWorker, `/api/records/${id}`)
      expect(body.text.name).toBe('李小明')
    })

    it('takes a reference only as an id', async () => {
      const outcome = aRecord('test-outcome', { subjectId: personId, schemaVersion: 9 })
      const id = uuidv7()
      const payload = { ...outcome.payload, test: '44158119880101123X', outcome: 'not-use' }
      expect((await put(police, { ...outcome, payload }, id)).body.payload).toEqual({
        decidedOn: '2026-11-20',
        outcome: 'not-use',
      })
    })

    it('refuses an identity', async () => {
      for (const record of [aTalk(personId), aRegistration(uuidv7())])
        expect(
          await put(secretary, { ...record, schemaVersion: 9, identity: { name: '李小明' } }),
        ).toMatchObject({ status: 422 })
    })
  })

  describe('乱填的编号和内容', () => {
    /** Every id that reaches a column of ids, and some that nearly look like one. */
    const garbage = ['人员编号', '甲'.repeat(36), 'x'.repeat(36), `${uuidv7().slice(0, 35)}é`, '-'.repeat(36)]

    it.each(garbage)('refuses the person id %s', async (subjectId) => {
      for (const record of [aRegistration(subjectId), aTalk(subjectId)])
        expect((await put(secretary, record)).status).toBe(422)
      const list = await get(secretary, `/api/records?subjectId=${encodeURIComponent(subjectId)}`)
      expect(list.status).toBe(422)
      const batch = { records: [{ id: uuidv7(), ...aTalk(subjectId) }] }
      expect((await post(secretary, '/api/records/batch', batch)).body.results[0].status).toBe(422)
    })

    it('does not register a village as a person', async () => {
      expect((await put(secretary, aRegistration(VILLAGE_A))).status).toBe(422)
    })

    it.each([...garbage, '%00', '../x'])('finds nothing under the id %s', async (id) => {
      const at = encodeURIComponent(id)
      for (const url of [`/api/records/${at}`, `/api/persons/${at}`, `/api/ledger/${at}`])
        expect([404, 422]).toContain((await get(secretary, url)).status)
      expect([404, 422]).toContain((await put(secretary, anActivity(), at)).status)
      expect([404, 422]).toContain((await review(town, at)).status)
      expect([404, 422]).toContain(
        (await post(secretary, `/api/persons/${at}/reveal`, { purpose: 'visit' })).status,
      )
    })

    it.each([
      ['/api/records', [VILLAGE_A, '1']],
      [`/api/records?subjectId=${uuidv7()}`, ['2026-11-20', 'x']],
      ['/api/persons', [VILLAGE_A, '1']],
      ['/api/me/reveals', ['x']],
    ])('survives any cursor of %s', async (url, parts) => {
      for (let at = 0; at < parts.length; at++)
        for (const bad of ['中文', 'é', '\u0000', '\ud800', '1e999', ' ']) {
          const cursor = Buffer.from(JSON.stringify(parts.with(at, bad))).toString('base64url')
          const answer = await get(secretary, `${url}${url.includes('?') ? '&' : '?'}cursor=${cursor}`)
          expect([200, 422]).toContain(answer.status)
        }
    })

    it.each(['谈话', 'é', "talk'"])('asks for no records of the kind %s', async (kind) => {
      expect((await get(secretary, `/api/records?kind=${encodeURIComponent(kind)}`)).status).toBe(422)
      expect((await put(secretary, { ...anActivity(), kind })).status).toBe(422)
    })

    it('refuses a body nested without sense', async () => {
      const shell = JSON.stringify({ ...anActivity(), schemaVersion: 9, payload: '@' })
      const deep = `${'{"a":'.repeat(9_000)}1${'}'.repeat(9_000)}`
      const response = await test.app.inject({
        method: 'PUT',
        url: `/api/records/${uuidv7()}`,
        headers: { ...secretary.headers, 'content-type': 'application/json' },
        payload: shell.replace('"@"', deep),
      })
      expect(response.statusCode).toBe(400)
    })
  })

  describe('看不到的档案不回答', () => {
    const bare = { status: 409, body: { code: 'RECORD_CONFLICT' } }
    const expectBare = (answer: Answer) => {
      expect(answer).toMatchObject(bare)
      expect(answer.body.params).toBeUndefined()
    }

    it('repeats to the sender what he said himself, and answers all else about a restricted file like a foreign id', async () => {
      const { personId } = await register(test, secretary, {
        identity: { name: '重放甲' },
        payload: { birthYear: 2010 },
      })
      const group = (members: string[], over: Answer = {}) =>
        aRecord('support-group', {
          subjectId: personId,
          occurredOn: '2026-03-05',
          payload: { members },
          ...over,
        })
      const groupId = uuidv7()
      const wide = group(['family', 'village-cadre', 'police', 'social-worker'])
      expect((await put(secretary, wide, groupId)).status).toBe(201)
      const talk = aTalk(personId)
      const talkId = uuidv7()
      expect((await put(caseWorker, talk, talkId)).status).toBe(201)
      const revised = { ...talk, revision: 2, replaces: 1, payload: { ...talk.payload, note: '补记' } }
      expect((await put(caseWorker, talk, talkId)).status).toBe(200)
      const narrow = {
        ...group(['family', 'village-cadre', 'police']),
        revision: 2,
        replaces: 1,
      }
      expect((await put(secretary, narrow, groupId)).status).toBe(201)
      const repeated = await put(caseWorker, talk, talkId)
      expect(repeated).toMatchObject({ status: 200, body: { revision: 1, payload: talk.payload } })
      expectBare(await put(caseWorker, revised, talkId))
      expect((await put(secretary, { ...talk, revision: 2, replaces: 1 }, talkId)).status).toBe(201)
      expectBare(await put(caseWorker, talk, talkId))
      expectBare(await put(caseWorker, { ...revised, revision: 5, replaces: 4 }, talkId))
      expectBare(await put(caseWorker, talk, groupId))
    })

    it('repeats the answer to a registration that its sender may not read', async () => {
      const record = aRegistration(uuidv7(), {
        identity: { name: '重放乙' },
        payload: { birthYear: 2010 } as Answer,
      })
      const id = uuidv7()
      expect((await put(caseWorker, record, id)).status).toBe(201)
      expect((await get(caseWorker, `/api/persons/${record.subjectId}`)).status).toBe(404)
      expect((await put(caseWorker, record, id)).status).toBe(200)
    })
  })

  it('以前的依据不能写给看不到的人，答得和没有这个人一样', async () => {
    const { personId } = await register(test, secretary, {
      identity: { name: '旧据甲' },
      payload: { birthYear: 2010 },
    })
    const evidence = (person: string) =>
      aRecord('past-evidence', {
        payload: {
          covers: 'talks',
          firstMonth: '2025-01',
          lastMonth: '2025-06',
          person,
          document: '谈话登记本',
          count: 6,
        },
      })
    const { instance: _, ...refused } = (await put(caseWorker, evidence(uuidv7()))).body
    expect(refused).toMatchObject({ status: 422, code: 'INVALID' })
    const { instance: __, ...hidden } = (await put(caseWorker, evidence(personId))).body
    expect(hidden).toEqual(refused)
    expect((await put(secretary, evidence(personId))).status).toBe(201)
  })

  describe('重复登记', () => {
    const reports = (): Promise<{ payload: string }[]> =>
      test.database.dataSource.query(`SELECT payload FROM outbox_event WHERE type = 'person.duplicate'`)
    const reported = async (subjectId: string) =>
      (await reports()).some(({ payload }) => payload.includes(`"${subjectId}"`))

    it('leaves a trace of who was told, and no name', async () => {
      await register(test, secretary, { identity: { name: '留痕甲' } })
      const subjectId = uuidv7()
      expect((await put(secretary, aRegistration(subjectId, { identity: { name: '留痕甲' } }))).status).toBe(
        409,
      )
      const entries = await test.database.dataSource.query(
        `SELECT actor_account_id AS actor, details FROM audit_entry WHERE action = 'person.duplicate-refused' AND object_id = ?`,
        [subjectId],
      )
      expect(entries).toEqual([
        { actor: secretary.accountId, details: expect.stringContaining('"code":"示范A-') },
      ])
      expect(entries[0].details).not.toContain('留痕')
    })

    it('is reported when a changed identity is another person’s elsewhere', async () => {
      const idNumber = '441581198603034321'
      await register(test, neighbour, { areaCode: VILLAGE_B, identity: { name: '改号甲', idNumber } })
      const { personId, recordId } = await register(test, secretary, { identity: { name: '改号乙' } })
      expect(await reported(personId)).toBe(false)
      const changed = aRegistration(personId, {
        revision: 2,
        replaces: 1,
        identity: { name: '改号乙', idNumber },
      })
      expect((await put(secretary, changed, recordId)).status).toBe(201)
      expect(await reported(personId)).toBe(true)
    })

    it('is reported when two villages register one person at the same moment', async () => {
      for (let round = 0; round < 8; round++) {
        const identity = { name: `同时${round}`, idNumber: `44158119870404${1000 + round}` }
        const [a, b] = [uuidv7(), uuidv7()]
        const answers = await Promise.all([
          put(secretary, aRegistration(a, { identity })),
          put(neighbour, aRegistration(b, { identity, areaCode: VILLAGE_B })),
        ])
        expect(answers.map(({ status }) => status)).toEqual([201, 201])
        expect((await reported(a)) || (await reported(b))).toBe(true)
      }
    })

    it.each(['\u200b', '\u2060', '\ufeff', '\u00ad', '\ufe0f', '\u3164', ' '])(
      'is not hidden by a character that cannot be seen (%j)',
      async (character) => {
        await register(test, secretary, { identity: { name: `隐形${character.codePointAt(0)}` } })
        const name = `隐${character}形${character.codePointAt(0)}`
        expect(await put(secretary, aRegistration(uuidv7(), { identity: { name } }))).toMatchObject({
          status: 409,
          body: { code: 'PERSON_ALREADY_REGISTERED' },
        })
      },
    )
  })

  describe('查看姓名有刹车', () => {
    it('stops one account after thirty in ten minutes, and notes it once', async () => {
      const { personId } = await register(test, secretary, { identity: { name: '刹车甲' } })
      const reveal = async (who: SignedIn) =>
        (await post(who, `/api/persons/${personId}/reveal`, { purpose: 'visit' })).status
      for (let time = 0; time < 30; time++) expect(await reveal(caseWorker)).toBe(200)
      for (let time = 0; time < 3; time++) expect(await reveal(caseWorker)).toBe(429)
      expect(await reveal(secretary)).toBe(200)
      const braked = await test.database.dataSource.query(
        `SELECT actor_account_id AS actor FROM audit_entry WHERE action = 'person.reveal-braked'`,
      )
      expect(braked).toEqual([{ actor: caseWorker.accountId }])
      const before = test.clock.now()
      test.clock.set(new Date(before.getTime() + 600_001).toISOString())
      caseWorker = renew(test, caseWorker)
      expect(await reveal(caseWorker)).toBe(200)
      test.clock.set(before.toISOString())
      caseWorker = renew(test, caseWorker)
    })
  })

  describe('未成年人的应办事项', () => {
    it('is listed for the readers of the file only', async () => {
      const { personId } = await register(test, secretary, {
        identity: { name: '应办甲' },
        payload: { birthYear: 2010 },
      })
      const id = uuidv7()
      await put(secretary, aStatus(personId), id)
      expect((await review(town, id)).status).toBe(200)
      const projections = test.app.get(JobRunner)
      await projections.drain()
      const lists = async (who: SignedIn) => {
        const village = await get(who, `/api/villages/${VILLAGE_A}/obligations`)
        const own = await get(who, '/api/obligations')
        expect([village.status, own.status]).toEqual([200, 200])
        return [village, own].map(({ body }) => JSON.stringify(body).includes(personId))
      }
      expect(await lists(secretary)).toEqual([true, true])
      expect(await lists(caseWorker)).toEqual([false, false])
    })
  })

  describe('一个人不能让人从名册上消失', () => {
    const correction = (personId: string, over: Answer = {}): Answer => {
      const { identity: _, ...rest } = aRegistration(personId, { revision: 2, replaces: 1, ...over })
      return over.identity ? { ...rest, identity: over.identity } : rest
    }
    const seenBy = async (who: SignedIn, personId: string) =>
      (await get(who, `/api/persons/${personId}`)).status === 200

    it('keeps a registration in force until another person accepts its void', async () => {
      const { personId, recordId } = await register(test, secretary, { identity: { name: '名册甲' } })
      expect(await put(secretary, aVoid(aRegistration(personId)), recordId)).toMatchObject({
        status: 201,
        body: { reviewState: 'pending' },
      })
      expect(await seenBy(secretary, personId)).toBe(true)
      const ledger = await get(secretary, `/api/ledger/${VILLAGE_A}`)
      expect(ledger.body.subjects.some((head: Answer) => head.id === personId)).toBe(true)
      expect((await review(secretary, recordId)).status).toBe(403)
      expect((await review(police, recordId)).status).toBe(200)
      expect(await seenBy(secretary, personId)).toBe(false)
      expect(await put(neighbour, aVoid(aRegistration(personId)), recordId)).toMatchObject({ status: 409 })
    })

    it('lets a registration stand whose void was sent back', async () => {
      const { personId, recordId } = await register(test, police, { identity: { name: '名册乙' } })
      await put(secretary, aVoid(aRegistration(personId)), recordId)
      expect((await review(police, recordId, 'return')).body.code).toBe('OWN_RECORD')
      expect((await review(town, recordId, 'return')).status).toBe(200)
      expect(await seenBy(secretary, personId)).toBe(true)
    })

    it.each([
      ['makes a minor of an adult', 1985, 2010],
      ['makes an adult of a minor', 2010, 1985],
    ])('holds a correction that %s', async (_, before, after) => {
      const { personId, recordId } = await register(test, secretary, {
        identity: { name: `年份${before}` },
        payload: { birthYear: before },
      })
      const corrected = correction(personId, { payload: { birthYear: after } })
      expect(await put(secretary, corrected, recordId)).toMatchObject({
        status: 201,
        body: { reviewState: 'pending' },
      })
      const isOpen = () => seenBy(caseWorker, personId)
      expect(await isOpen()).toBe(before === 1985)
      expect((await get(secretary, `/api/persons/${personId}`)).body.head.birthYear).toBe(before)
      expect((await review(town, recordId)).status).toBe(200)
      expect(await isOpen()).toBe(after === 1985)
      // The register finds the person under the year that was accepted.
      const again = { identity: { name: `年份${before}` }, payload: { birthYear: after } }
      expect((await put(secretary, aRegistration(uuidv7(), again as Answer))).body.code).toBe(
        'PERSON_ALREADY_REGISTERED',
      )
    })

    it('takes an identity and a year that hides the person in two steps', async () => {
      const { personId, recordId } = await register(test, secretary, { identity: { name: '两步甲' } })
      const both = { identity: { name: '两步乙' }, payload: { birthYear: 2010 } }
      expect(await put(secretary, correction(personId, both), recordId)).toMatchObject({
        status: 422,
        body: { errors: [{ path: 'identity' }] },
      })
      const same = { identity: { name: '两步甲' }, payload: { birthYear: 2010 } }
      expect(await put(secretary, correction(personId, same), recordId)).toMatchObject({
        body: { reviewState: 'pending' },
      })
    })

    it('refuses a year of birth after what the records tell', async () => {
      const { personId, recordId } = await register(test, secretary, { identity: { name: '更早甲' } })
      const id = uuidv7()
      await put(secretary, aStatus(personId, { occurredOn: '2008-05-01' }), id)
      expect((await review(town, id)).status).toBe(200)
      expect(
        await put(secretary, correction(personId, { payload: { birthYear: 2010 } }), recordId),
      ).toMatchObject({ status: 422, body: { errors: [{ path: 'payload.birthYear' }] } })
    })

    it('takes other corrections at once', async () => {
      const { personId, recordId } = await register(test, secretary, { identity: { name: '一般甲' } })
      expect(
        await put(secretary, correction(personId, { payload: { birthYear: 1986 } }), recordId),
      ).toMatchObject({ status: 201, body: { reviewState: 'accepted' } })
    })
  })
})
