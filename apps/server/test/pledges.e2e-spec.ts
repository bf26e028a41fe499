import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { AreasService } from '../src/modules/areas/areas.service.js'
import { evidenceIn, pagesCheck } from '../src/modules/pledges/evidence/evidence-file.js'
import { verifyEvidence } from '../src/modules/pledges/evidence/verify-evidence.js'
import { PledgeProof, pledgeLine } from '../src/modules/pledges/pledge-proof.js'
import { PledgeSealer } from '../src/modules/pledges/pledge-sealer.js'
import { PledgeSigningService } from '../src/modules/pledges/pledge-signing.service.js'
import type {
  PledgeCheck,
  PledgeCoverage,
  PledgeList,
  PledgeOut,
  PledgeReceipt,
  SealKeys,
} from '../src/modules/pledges/pledges.dto.js'
import { sha256 } from '../src/platform/crypto/sealer.js'
import { JobRunner } from '../src/platform/outbox/job-runner.js'
import { createTestApp, TEST_NOW, type TestApp } from './support/app.js'
import { handwriting } from './support/handwriting.js'
import { aRecord, putRecord } from './support/records.js'
import { type SignedIn, signIn } from './support/sign-in.js'

const TOWN = '441581990'
const A = '441581990201'
const B = '441581990202'
const GRID = '441581990201G001'
const COUNTY = '441581'

type Problem = { code: string }

describe('pledges', () => {
  let test: TestApp
  let office: SignedIn
  let secretary: SignedIn
  let gridWorker: SignedIn
  let neighbour: SignedIn
  let resident: SignedIn

  beforeAll(async () => {
    test = await createTestApp({ PUBLIC_URL: 'http://localhost:3000' })
    const tx = test.database.dataSource.manager
    const areas = test.app.get(AreasService)
    await areas.upsert(tx, { code: TOWN, name: '示范镇', isDemo: true })
    await areas.upsert(tx, { code: A, name: '示范村A', isDemo: true })
    await areas.upsert(tx, { code: B, name: '示范村B', isDemo: true })
    await areas.upsert(tx, { code: GRID, name: '第一网格', isDemo: true })
    await areas.upsert(tx, { code: '441581105', name: '博美镇' })
  })

  beforeEach(async () => {
    test.clock.set(TEST_NOW)
    for (const table of [
      'pledge',
      'pledge_signature',
      'pledge_seal',
      'pledge_template',
      'outbox_event',
      'job_lease',
      'appointment',
      'audit_entry',
      'notification',
      'record',
      'record_revision',
      'village_ledger',
      'subject',
    ])
      await query(`DELETE FROM ${table}`)
    office = await signIn(test, { name: '镇办人', role: 'town-office', areaCode: TOWN })
    secretary = await signIn(test, { name: '陈演书', role: 'village-secretary', areaCode: A })
    gridWorker = await signIn(test, { name: '林演格', role: 'grid-worker', areaCode: GRID })
    neighbour = await signIn(test, { name: '黄演书', role: 'village-secretary', areaCode: B })
    resident = await signIn(test, { name: '群众' })
  })

  afterAll(() => test.close())

  const query = (sql: string, values: unknown[] = []) => test.database.dataSource.query(sql, values)
  const get = (url: string, person?: SignedIn) =>
    test.app.inject({ method: 'GET', url, headers: person?.headers })
  const issue = (person: SignedIn, areaCode = TOWN, year = 2026) =>
    test.app.inject({
      method: 'POST',
      url: '/api/pledges/campaigns',
      payload: { areaCode, year },
      headers: person.headers,
    })
  const mine = async (person: SignedIn) => (await get('/api/pledges', person)).json<PledgeList>().items
  const open = async (person: SignedIn) => {
    const [head] = await mine(person)
    return (await get(`/api/pledges/${head!.id}`, person)).json<PledgeOut>()
  }
  const bodyFor = (pledge: { textHash: string }, changes: object = {}) => ({
    signatureId: uuidv7(),
    textHash: pledge.textHash,
    readThrough: true,
    readSeconds: 75,
    deviceTime: '2026-11-23T05:59:58.000Z',
    stroke: handwriting(),
    ...changes,
  })
  const put = (person: SignedIn, id: string, body: object) =>
    test.app.inject({
      method: 'PUT',
      url: `/api/pledges/${id}/signature`,
      payload: body,
      headers: person.headers,
    })
  const sign = async (person: SignedIn) => {
    const pledge = await open(person)
    const response = await put(person, pledge.id, bodyFor(pledge))
    expect(response.statusCode).toBe(200)
    return { pledge, receipt: response.json<PledgeReceipt>() }
  }
  /** As when the server dies between the signature and the seal. */
  const signAndDie = async (person: SignedIn) => {
    const pledge = await open(person)
    const signing = test.app.get(PledgeSigningService)
    const stored = await signing.accept(person.actor, pledge.id, 'h5', bodyFor(pledge))
    return { pledge, verifyCode: stored.verifyCode }
  }
  const check = async (code: string) =>
    (await get(`/api/public/pledges/${encodeURIComponent(code)}`)).json<PledgeCheck>()
  const coverage = async (person: SignedIn, search = '') =>
    (await get(`/api/pledges/coverage${search}`, person)).json<PledgeCoverage>().villages
  const level = (name: string, counts: object = {}) => ({
    level: name,
    required: 1,
    signed: 0,
    overdue: 0,
    declined: 0,
    vacant: 0,
    ...counts,
  })
  const chainBreak = () => test.app.get(PledgeSealer).chainBreak(test.database.dataSource.manager, COUNTY)

  describe('the campaign', () => {
    it('gives each secretary and each grid worker one pledge, once', async () => {
      const first = await issue(office)
      expect([first.statusCode, first.json()]).toEqual([201, { issued: 3, unchanged: 0, withdrawn: 0 }])
      expect((await issue(office)).json()).toEqual({ issued: 0, unchanged: 3, withdrawn: 0 })
      expect(await mine(secretary)).toMatchObject([
        {
          title: '示范村A2026年禁毒责任状（镇—村）',
          level: 'town-village',
          state: 'to-sign',
          dueOn: '2026-12-23',
          areaName: '示范村A',
        },
      ])
      expect(await mine(gridWorker)).toMatchObject([{ level: 'village-grid-worker', areaName: '第一网格' }])
      expect(await mine(resident)).toEqual([])
    })

    it('makes no duty twice when two offices start it at the same moment', async () => {
      await Promise.all([issue(office), issue(office), issue(office)])
      expect(await query('SELECT COUNT(*) AS n FROM pledge')).toMatchObject([{ n: 3 }])
    })

    it('lets a village secretary ask his own grid workers only', async () => {
      expect((await issue(secretary, A)).json()).toEqual({ issued: 1, unchanged: 0, withdrawn: 0 })
      expect(await mine(secretary)).toEqual([])
      expect((await issue(secretary, B)).statusCode).toBe(404)
      expect((await issue(secretary, TOWN)).statusCode).toBe(404)
      expect((await issue(gridWorker, A)).json<Problem>().code).toBe('FORBIDDEN')
    })

    it('adds who has come and withdraws from who has left before signing', async () => {
      await issue(office)
      await query('UPDATE appointment SET to_on = ? WHERE account_id = ?', [
        '2026-11-22',
        gridWorker.accountId,
      ])
      const successor = await signIn(test, { name: '吴演格', role: 'grid-worker', areaCode: GRID })
      expect((await issue(office)).json()).toEqual({ issued: 1, unchanged: 2, withdrawn: 1 })
      expect(await mine(gridWorker)).toEqual([])
      expect(await mine(successor)).toHaveLength(1)
      await query('UPDATE appointment SET to_on = NULL WHERE account_id = ?', [gridWorker.accountId])
      expect((await issue(office)).json()).toMatchObject({ issued: 1 })
      expect(await mine(gridWorker)).toMatchObject([{ state: 'to-sign' }])
    })

    it('refuses real towns in the demo, other years, and areas that are neither town nor village', async () => {
      const county = await signIn(test, { name: '博美镇办', role: 'town-office', areaCode: '441581105' })
      expect((await issue(county, '441581105')).json<Problem>().code).toBe('DEMO_READ_ONLY')
      expect((await issue(office, TOWN, 2025)).json<Problem>().code).toBe('PLEDGE_YEAR_CLOSED')
      expect((await issue(office, TOWN, 2028)).json<Problem>().code).toBe('PLEDGE_YEAR_CLOSED')
      expect((await issue(office, TOWN, 2027)).statusCode).toBe(201)
      expect((await issue(office, '4415')).statusCode).toBe(422)
    })
  })

  describe('the text', () => {
    it('names the first-responsible person and the figures of the notice, and is the text that is hashed', async () => {
      await issue(office)
      const pledge = await open(secretary)
      expect(pledge.text).toContain('陈演书（示范村A村书记，本村创建工作第一责任人）')
      expect(pledge.text).toContain('每月开展4次以上毒品预防集中宣传教育活动')
      expect(pledge.text).toContain('知晓率达到95%')
      expect(pledge.textHash).toBe(sha256(pledge.text))
      expect(pledge).toMatchObject({
        template: { id: 'town-village', version: 1 },
        signer: { name: '陈演书', role: 'village-secretary', roleLabel: '村书记' },
      })
      expect(pledge.verifyCode).toBeUndefined()
      expect((await open(gridWorker)).text).toContain('林演格（示范村A第一网格网格员）')
    })

    it('is for the signer alone', async () => {
      await issue(office)
      const { id } = await open(secretary)
      for (const other of [office, gridWorker, neighbour, resident])
        expect((await get(`/api/pledges/${id}`, other)).statusCode).toBe(404)
      expect((await get(`/api/pledges/${id}`)).statusCode).toBe(401)
      expect((await get('/api/pledges/not-an-id', secretary)).statusCode).toBe(422)
    })

    it('lies encrypted in the table', async () => {
      await issue(office)
      await sign(secretary)
      const rows = await query('SELECT text_sealed FROM pledge')
      for (const { text_sealed: sealed } of rows) expect((sealed as Buffer).includes('演')).toBe(false)
      const [{ stroke_sealed: stroke }] = await query('SELECT stroke_sealed FROM pledge_signature')
      expect((stroke as Buffer).includes('lines')).toBe(false)
      const trail = await query('SELECT action, details FROM audit_entry')
      expect(JSON.stringify(trail)).not.toContain('陈演书')
      expect(trail.map(({ action }: { action: string }) => action)).toContain('pledge.signed')
    })
  })

  describe('signing', () => {
    it('is sealed at once, and can be verified without signing in and without showing whose it is', async () => {
      await issue(office)
      const { receipt } = await sign(secretary)
      expect(receipt).toMatchObject({
        state: 'sealed',
        number: 'PL-2026-00001',
        timestamp: 'absent',
        sealedAt: TEST_NOW,
      })
      expect(receipt.verifyUrl).toBe(
        `http://localhost:3000/#/packages-public/verify/index?code=${receipt.verifyCode}`,
      )
      expect(await mine(secretary)).toMatchObject([{ state: 'sealed', sealedAt: TEST_NOW }])
      const answer = await check(receipt.verifyCode)
      expect(answer).toEqual({
        valid: true,
        state: 'valid',
        title: '禁毒责任状（镇—村）',
        year: 2026,
        version: 1,
        number: 'PL-2026-00001',
        sealedAt: TEST_NOW,
        timestamp: 'absent',
      })
      expect(await check(receipt.verifyCode.toLowerCase().replaceAll('-', ' '))).toEqual(answer)
      expect(await check('0000-0000-0000-0000')).toEqual({ valid: false, state: 'unknown' })
      expect(await check('%')).toEqual({ valid: false, state: 'unknown' })
    })

    it('answers a repeated request the same, and refuses another one', async () => {
      await issue(office)
      const pledge = await open(secretary)
      const body = bodyFor(pledge)
      const first = await put(secretary, pledge.id, body)
      test.clock.advance(6 * 60_000)
      const again = await put(secretary, pledge.id, body)
      expect([again.statusCode, again.json()]).toEqual([200, first.json()])
      const altered = await put(secretary, pledge.id, { ...body, stroke: handwriting(400, 220) })
      expect([altered.statusCode, altered.json<Problem>().code]).toEqual([409, 'PLEDGE_SIGNATURE_CONFLICT'])
      const other = await put(secretary, pledge.id, bodyFor(pledge))
      expect([other.statusCode, other.json<Problem>().code]).toEqual([409, 'PLEDGE_ALREADY_SIGNED'])
    })

    it('takes one of two signatures that arrive together', async () => {
      await issue(office)
      const pledge = await open(secretary)
      const answers = await Promise.all([1, 2, 3].map(() => put(secretary, pledge.id, bodyFor(pledge))))
      expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409, 409])
      const body = bodyFor(await open(neighbour))
      const { id } = (await mine(neighbour))[0]!
      const same = await Promise.all([1, 2, 3].map(() => put(neighbour, id, body)))
      expect(same.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
      expect(await query('SELECT COUNT(*) AS n FROM pledge_seal')).toMatchObject([{ n: 2 }])
      expect(await chainBreak()).toBeUndefined()
    })

    it.each([
      ['a text that is not the one shown', { textHash: '0'.repeat(64) }, 409, 'PLEDGE_TEXT_CHANGED'],
      ['a text not read to its end', { readThrough: false }, 422, 'PLEDGE_NOT_READ'],
      ['a blank canvas', { stroke: { width: 343, height: 220, lines: [] } }, 422, 'STROKE_BLANK'],
      ['a dot', { stroke: { width: 343, height: 220, lines: [[[5, 5, 0]]] } }, 422, 'STROKE_TOO_SHORT'],
      ['points without a time', { stroke: { width: 343, height: 220, lines: [[[5, 5]]] } }, 422, 'INVALID'],
      ['no stroke', { stroke: undefined }, 422, 'INVALID'],
      ['an id that is none', { signatureId: '1' }, 422, 'INVALID'],
    ])('refuses %s and stores nothing', async (_, change, status, code) => {
      await issue(office)
      const pledge = await open(secretary)
      const response = await put(secretary, pledge.id, bodyFor(pledge, change))
      expect([response.statusCode, response.json<Problem>().code]).toEqual([status, code])
      expect(await query('SELECT id FROM pledge_signature')).toEqual([])
      expect(await mine(secretary)).toMatchObject([{ state: 'to-sign' }])
    })

    it('asks who it is again when the sign-in is older than five minutes', async () => {
      await issue(office)
      const pledge = await open(secretary)
      test.clock.advance(5 * 60_000 + 1)
      const response = await put(secretary, pledge.id, bodyFor(pledge))
      expect([response.statusCode, response.json<Problem>().code]).toEqual([403, 'RECHECK_REQUIRED'])
    })

    it('is for the signer alone, and only while he holds the post', async () => {
      await issue(office)
      const pledge = await open(secretary)
      for (const other of [office, neighbour, gridWorker])
        expect((await put(other, pledge.id, bodyFor(pledge))).statusCode).toBe(404)
      const own = await signIn(test, { name: '换人', role: 'village-secretary', areaCode: A })
      expect((await put(own, pledge.id, bodyFor(pledge))).statusCode).toBe(404)
      await query('UPDATE appointment SET area_code = ? WHERE account_id = ?', [B, secretary.accountId])
      const left = await put(secretary, pledge.id, bodyFor(pledge))
      expect([left.statusCode, left.json<Problem>().code]).toEqual([409, 'PLEDGE_NOT_OPEN'])
    })

    it('is not made by a helper, whatever witness he names', async () => {
      await issue(office)
      const { id, textHash } = await open(gridWorker)
      const body = bodyFor({ textHash }, { proxy: { witnessAccountId: neighbour.accountId } })
      for (const helper of [office, secretary, neighbour, resident]) {
        expect((await get(`/api/pledges/${id}?proxy=true`, helper)).statusCode).toBe(404)
        expect((await put(helper, id, body)).statusCode).toBe(404)
      }
      expect(await query('SELECT id FROM pledge_signature')).toEqual([])
      expect(await mine(gridWorker)).toMatchObject([{ state: 'to-sign' }])
    })
  })

  describe('the seal', () => {
    it('is put on by the job when the server died after the signature; until then nobody calls it signed', async () => {
      await issue(office)
      const { pledge, verifyCode } = await signAndDie(secretary)
      expect((await mine(secretary))[0]?.state).toBe('signed-pending-seal')
      expect(await check(verifyCode)).toMatchObject({ valid: false, state: 'sealing' })
      expect((await coverage(office))[0]?.levels).toContainEqual(level('town-village', { signed: 0 }))
      const printed = await get(`/api/pledges/${pledge.id}/pdf`, secretary)
      expect(printed.statusCode).toBe(200)
      test.clock.advance(30_000)
      await test.app.get(JobRunner).drain()
      expect(await check(verifyCode)).toMatchObject({ valid: true, state: 'valid' })
      const inbox = (await get('/api/inbox', secretary)).json<{ items: { text: string; target: string }[] }>()
      expect(inbox.items).toMatchObject([{ text: '您签的文件已封存', target: `pledge/${pledge.id}` }])
      expect((await coverage(office))[0]?.levels).toContainEqual(level('town-village', { signed: 1 }))
    })

    it('is not announced to a signer who saw it on his receipt', async () => {
      await issue(office)
      await sign(secretary)
      test.clock.advance(30_000)
      await test.app.get(JobRunner).drain()
      expect((await get('/api/inbox', secretary)).json()).toMatchObject({ unread: 0, items: [] })
    })

    it('is put on by the sweep even when the event was lost', async () => {
      await issue(office)
      const { verifyCode } = await signAndDie(secretary)
      await query('DELETE FROM outbox_event')
      await test.app.get(JobRunner).tick()
      expect(await check(verifyCode)).toMatchObject({ state: 'valid' })
    })

    it('makes one chain when several seal at the same moment', async () => {
      const people: SignedIn[] = []
      for (let index = 0; index < 12; index++)
        people.push(await signIn(test, { name: `演${index}`, role: 'grid-worker', areaCode: GRID }))
      await issue(office)
      for (const person of people) await signAndDie(person)
      const sealer = test.app.get(PledgeSealer)
      const counts = await Promise.all([1, 2, 3, 4].map(() => sealer.sealCounty(COUNTY)))
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(12)
      const chain = await query('SELECT seq, prev_hash, link_hash FROM pledge_seal ORDER BY seq')
      expect(chain.map(({ seq }: { seq: number }) => Number(seq))).toEqual(
        people.map((_, index) => index + 1),
      )
      for (let index = 1; index < chain.length; index++)
        expect(chain[index].prev_hash).toBe(chain[index - 1].link_hash)
      expect(await chainBreak()).toBeUndefined()
      await query('DELETE FROM pledge_seal WHERE seq = 5')
      expect(await chainBreak()).toEqual({ seq: 5 })
    })

    it('is proved with all others by the check of the whole trail', async () => {
      await issue(office)
      await sign(secretary)
      await sign(gridWorker)
      await signAndDie(neighbour)
      const prove = async () => pledgeLine(await test.app.get(PledgeProof).run())
      expect(await prove()).toBe('pledges: OK, 2 seals in their chains.')
      const [last] = await query('SELECT * FROM pledge_seal WHERE seq = 2')
      await query('DELETE FROM pledge_seal WHERE seq = 2')
      expect(await prove()).toBe(
        `pledges: FAILED, pledge ${last.pledge_id} is called sealed and has no seal.`,
      )
      await query('UPDATE pledge_seal SET prev_hash = ?', ['1'.repeat(64)])
      expect(await prove()).toBe(`pledges: FAILED, the chain of ${COUNTY} breaks at seal 1.`)
    })

    it('is not put on what was changed after signing, and lets the others through', async () => {
      await issue(office)
      const { pledge } = await signAndDie(secretary)
      const { verifyCode } = await signAndDie(gridWorker)
      await query('UPDATE pledge SET text_hash = ? WHERE id = ?', ['0'.repeat(64), pledge.id])
      await test.app.get(PledgeSealer).sweep()
      expect((await mine(secretary))[0]?.state).toBe('signed-pending-seal')
      expect(await check(verifyCode)).toMatchObject({ state: 'valid' })
    })

    it.each([
      ['time', `UPDATE pledge_signature SET signed_at = '2026-11-23 05:00:00.000'`],
      ['signer', `UPDATE pledge SET signer_account_id = '${'0'.repeat(36)}'`],
      ['role', `UPDATE pledge SET signer_role = 'case-worker'`],
      ['village', `UPDATE pledge SET area_code = '${B}'`],
      ['year', 'UPDATE pledge SET year = 2027'],
      ['wording', 'UPDATE pledge SET template_version = 2'],
      ['hash of the text', `UPDATE pledge SET text_hash = '${'0'.repeat(64)}'`],
      ['sealed content', `UPDATE pledge_seal SET content = REPLACE(content, '2026-11-23', '2026-11-22')`],
      [
        'signature of the seal',
        `UPDATE pledge_seal SET signature = CONCAT(IF(signature LIKE 'A%', 'B', 'A'), SUBSTRING(signature, 2))`,
      ],
      ['place in the chain', `UPDATE pledge_seal SET prev_hash = '${'1'.repeat(64)}'`],
      ['time of sealing', `UPDATE pledge_seal SET sealed_at = '2026-11-24 05:00:00.000'`],
      ['seal, taken away', 'DELETE FROM pledge_seal'],
    ])('shows that the %s was changed', async (_, change) => {
      await issue(office)
      const { receipt } = await sign(secretary)
      expect(await check(receipt.verifyCode)).toMatchObject({ valid: true })
      await query(change)
      expect(await check(receipt.verifyCode)).toMatchObject({ valid: false, state: 'altered' })
    })

    it.each([
      ['pledge', 'text_sealed'],
      ['pledge_signature', 'stroke_sealed'],
    ])('shows that a single bit of %s.%s was changed', async (table, column) => {
      await issue(office)
      const { receipt } = await sign(secretary)
      const key = table === 'pledge' ? 'id' : 'pledge_id'
      const id = (await mine(secretary))[0]!.id
      const [{ bytes }] = await query(`SELECT ${column} AS bytes FROM ${table} WHERE ${key} = ?`, [id])
      bytes[bytes.length - 1] ^= 1
      await query(`UPDATE ${table} SET ${column} = ? WHERE ${key} = ?`, [bytes, id])
      expect(await check(receipt.verifyCode)).toMatchObject({ valid: false, state: 'altered' })
    })

    it('shows when the link before it was exchanged', async () => {
      await issue(office)
      await sign(gridWorker)
      const { receipt } = await sign(secretary)
      await query('UPDATE pledge_seal SET link_hash = ? WHERE seq = 1', ['1'.repeat(64)])
      expect(await check(receipt.verifyCode)).toMatchObject({ state: 'altered' })
    })
  })

  describe('in the ledger of the village — 三(二)4 层层签订', () => {
    const signed = (areaCode: string) =>
      query(
        `SELECT r.id, r.occurred_on, v.payload FROM record r JOIN record_revision v ON v.record_id = r.id
         WHERE r.kind = 'pledge-signed' AND r.area_code = ? ORDER BY r.ledger_version`,
        [areaCode],
      )
    const payloads = async (areaCode: string) =>
      (await signed(areaCode)).map((row: { payload: string }) => JSON.parse(row.payload))

    beforeEach(async () => {
      for (const table of ['record', 'record_revision', 'village_ledger', 'subject'])
        await query(`DELETE FROM ${table}`)
    })

    it('stands when it is sealed, and not before', async () => {
      await issue(office)
      await signAndDie(secretary)
      expect(await payloads(A)).toEqual([])
      await test.app.get(PledgeSealer).sweep()
      await sign(gridWorker)
      expect(await payloads(A)).toEqual([
        { signedOn: '2026-11-23', level: 'town-village', year: 2026, responsible: 'yes' },
        { signedOn: '2026-11-23', level: 'village-grid', year: 2026, party: gridWorker.accountId },
      ])
    })

    it('stands once, however many sealers there are', async () => {
      await issue(office)
      await signAndDie(secretary)
      await signAndDie(gridWorker)
      await signAndDie(neighbour)
      const sealer = test.app.get(PledgeSealer)
      await Promise.all([sealer.sweep(), sealer.sweep(), sealer.sweep()])
      await sealer.sweep()
      expect(await payloads(A)).toHaveLength(2)
      expect(await payloads(B)).toHaveLength(1)
    })

    describe('signed on paper', () => {
      const paper = (over: object = {}) => ({
        id: uuidv7(),
        areaCode: A,
        level: 'village-venue',
        year: 2026,
        signedOn: '2026-03-01',
        paper: '村委会档案柜',
        ...over,
      })
      const register = (who: SignedIn, body: object) =>
        test.app.inject({ method: 'POST', url: '/api/pledges/papers', payload: body, headers: who.headers })
      const aVenue = async (who: SignedIn, areaCode: string) => {
        const id = uuidv7()
        const venue = aRecord('venue', {
          areaCode,
          subjectId: id,
          payload: { name: '示范旅馆', venueType: 'hotel', keyParts: 'no', monitored: 'no' },
        })
        expect((await putRecord(test, who, uuidv7(), venue)).status).toBe(201)
        return id
      }

      it('counts like one signed on the phone, once', async () => {
        const party = await aVenue(secretary, A)
        const body = paper({ party })
        expect((await register(secretary, body)).statusCode).toBe(204)
        expect((await register(secretary, body)).statusCode).toBe(204)
        expect(await payloads(A)).toEqual([
          {
            signedOn: '2026-03-01',
            level: 'village-venue',
            year: 2026,
            party,
            paper: '村委会档案柜',
          },
        ])
      })

      it('names a grid worker or venue of the village', async () => {
        const elsewhere = await aVenue(neighbour, B)
        for (const party of [undefined, uuidv7(), elsewhere])
          expect((await register(secretary, paper({ party }))).json()).toMatchObject({
            code: 'PLEDGE_PARTY_UNKNOWN',
          })
        const worker = paper({ level: 'village-grid', party: gridWorker.accountId })
        expect((await register(secretary, worker)).statusCode).toBe(204)
        const stranger = paper({ level: 'village-grid', party: resident.accountId })
        expect((await register(secretary, stranger)).json()).toMatchObject({ code: 'PLEDGE_PARTY_UNKNOWN' })
      })

      it('is registered by the village for itself only, the one with the town by the town office', async () => {
        const withTown = paper({ level: 'town-village' })
        expect((await register(secretary, withTown)).statusCode).toBe(403)
        expect((await register(neighbour, paper())).statusCode).toBe(404)
        expect((await register(gridWorker, withTown)).statusCode).toBe(403)
        expect((await register(office, withTown)).statusCode).toBe(204)
        expect(
          (await register(office, paper({ level: 'town-village', signedOn: '2026-11-24' }))).json(),
        ).toMatchObject({
          code: 'PLEDGE_DATE_AHEAD',
        })
        expect(await payloads(A)).toMatchObject([{ level: 'town-village', responsible: 'yes' }])
      })
    })
  })

  it('is superseded when a newer wording is sealed, not before', async () => {
    await issue(office)
    const { receipt } = await sign(secretary)
    const unsigned = (await mine(gridWorker))[0]!
    await query(
      `INSERT INTO pledge_template (area_code, id, version, level, title, body, valid_from)
       SELECT '', id, 2, level, title, CONCAT('新版\n', body), '2026-11-23' FROM pledge_template`,
    )
    expect((await issue(office)).json()).toMatchObject({ issued: 3 })
    expect(await check(receipt.verifyCode)).toMatchObject({ state: 'valid', version: 1 })
    expect((await mine(gridWorker)).find(({ id }) => id === unsigned.id)?.state).toBe('superseded')
    expect((await coverage(office))[0]?.levels).toContainEqual(level('town-village', { signed: 1 }))
    const newer = (await mine(secretary)).find(({ state }) => state === 'to-sign')!
    const text = (await get(`/api/pledges/${newer.id}`, secretary)).json<PledgeOut>()
    const second = (await put(secretary, newer.id, bodyFor(text))).json<PledgeReceipt>()
    expect(await check(receipt.verifyCode)).toMatchObject({ valid: false, state: 'superseded', version: 1 })
    expect(await check(second.verifyCode)).toMatchObject({ valid: true, version: 2 })
  })

  it('shows those who manage pledges how many are signed, village by village, and no names', async () => {
    await issue(office)
    await sign(secretary)
    test.clock.set('2026-12-24T06:00:00.000Z')
    const later = await signIn(test, { name: '镇办人', role: 'town-office', areaCode: TOWN })
    const villages = await coverage(later)
    expect(villages).toEqual([
      {
        areaCode: A,
        name: '示范村A',
        households: { signed: 0, size: 0 },
        levels: [
          level('town-village', { signed: 1, overdue: 0 }),
          level('village-grid-worker', { signed: 0, overdue: 1 }),
        ],
      },
      {
        areaCode: B,
        name: '示范村B',
        households: { signed: 0, size: 0 },
        levels: [level('town-village', { signed: 0, overdue: 1 })],
      },
    ])
    test.clock.set(TEST_NOW)
    expect((await coverage(secretary)).map(({ areaCode }) => areaCode)).toEqual([A])
    expect((await get(`/api/pledges/coverage?areaCode=${B}`, secretary)).statusCode).toBe(404)
    expect((await get('/api/pledges/coverage', gridWorker)).json<Problem>().code).toBe('FORBIDDEN')
  })

  describe('the printed pledge', () => {
    it('is a PDF with its Chinese font embedded, for the signer and those who manage it', async () => {
      await issue(office)
      const { pledge } = await sign(secretary)
      const response = await get(`/api/pledges/${pledge.id}/pdf`, secretary)
      expect(response.headers['content-type']).toBe('application/pdf')
      expect(response.headers['content-disposition']).toBe('inline; filename="PL-2026-00001.pdf"')
      const bytes = response.rawPayload
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
      expect(bytes.subarray(-6).toString().trim()).toBe('%%EOF')
      const text = bytes.toString('latin1')
      expect(text).toMatch(/\/FontName \/[A-Z]{6}\+NotoSansSC/)
      expect(text).toContain('/FontFile2')
      expect(bytes.length).toBeLessThan(400_000)
      expect((await get(`/api/pledges/${pledge.id}/pdf`, office)).statusCode).toBe(200)
      const trail = await query(
        `SELECT actor_account_id AS actor FROM audit_entry WHERE action = 'pledge.printed'`,
      )
      expect(trail).toEqual([{ actor: office.accountId }])
      for (const other of [neighbour, gridWorker, resident])
        expect((await get(`/api/pledges/${pledge.id}/pdf`, other)).statusCode).toBe(404)
    })

    it('carries the evidence that proves it without the server, and the evidence is to be had alone', async () => {
      await issue(office)
      const { pledge, receipt } = await sign(secretary)
      const { items } = (await get('/api/public/seal-keys')).json<SealKeys>()
      expect(items).toMatchObject([{ isCurrent: true }])
      const keys = items.map(({ publicKey }) => publicKey)
      const bytes = (await get(`/api/pledges/${pledge.id}/pdf`, secretary)).rawPayload
      const file = evidenceIn(bytes)
      const checks = [...verifyEvidence(file.evidence, keys), await pagesCheck(bytes, file)]
      expect(checks.filter(({ result }) => result !== 'holds')).toMatchObject([
        { part: 'timestamp', result: 'open' },
      ])
      expect(file.evidence).toMatchObject({
        text: pledge.text,
        signerName: '陈演书',
        verifyCode: receipt.verifyCode,
        state: 'sealed',
        facts: {
          signerAccountId: secretary.accountId,
          signedAt: TEST_NOW,
          deviceTime: '2026-11-23T05:59:58.000Z',
        },
      })
      const alone = await get(`/api/pledges/${pledge.id}/evidence`, office)
      expect(alone.json()).toEqual(file.evidence)
      for (const other of [neighbour, gridWorker, resident])
        expect((await get(`/api/pledges/${pledge.id}/evidence`, other)).statusCode).toBe(404)
      const unsigned = await open(gridWorker)
      expect((await get(`/api/pledges/${unsigned.id}/evidence`, gridWorker)).json<Problem>().code).toBe(
        'PLEDGE_NOT_SEALED',
      )
    })

    it('can be printed unsigned, to be signed by hand', async () => {
      await issue(office)
      const { id } = await open(gridWorker)
      const response = await get(`/api/pledges/${id}/pdf`, gridWorker)
      expect(response.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    })
  })
})
