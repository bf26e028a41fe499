import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { evidenceIn, pagesCheck } from '../src/modules/pledges/evidence/evidence-file.js'
import { verifyEvidence } from '../src/modules/pledges/evidence/verify-evidence.js'
import { PledgeProof } from '../src/modules/pledges/pledge-proof.js'
import { RecordWriter } from '../src/modules/records/record-writer.js'
import { Transactions } from '../src/platform/database/transactions.js'
import { createTestApp, TEST_NOW, type TestApp } from './support/app.js'
import { pdfText } from './support/document-text.js'
import { handwriting } from './support/handwriting.js'
import {
  type Answer,
  aRecord,
  makeAreas,
  putRecord,
  REAL_VILLAGE,
  send,
  VILLAGE_A,
  VILLAGE_B,
} from './support/records.js'
import { renew, type SignedIn, signIn } from './support/sign-in.js'

const TABLES = [
  'household_number',
  'household_signing',
  'pledge',
  'pledge_signature',
  'pledge_seal',
  'record',
  'record_revision',
  'village_ledger',
  'outbox_event',
  'audit_entry',
  'sign_in_attempt',
]
const NAME = '李演户'

describe('各户签承诺书 — 三(二)4', () => {
  let test: TestApp
  let town: SignedIn
  let secretary: SignedIn
  let caseWorker: SignedIn
  let gridWorker: SignedIn
  let neighbour: SignedIn

  beforeAll(async () => {
    test = await createTestApp({ PUBLIC_URL: 'http://localhost:3000' })
    await makeAreas(test)
    town = await signIn(test, { name: '吴主任', role: 'town-office', areaCode: '441581990' })
    secretary = await signIn(test, { name: '陈书记', role: 'village-secretary', areaCode: VILLAGE_A })
    caseWorker = await signIn(test, { name: '郑专干', role: 'case-worker', areaCode: VILLAGE_A })
    gridWorker = await signIn(test, { name: '黄网格', role: 'grid-worker', areaCode: `${VILLAGE_A}G001` })
    neighbour = await signIn(test, { name: '邻村', role: 'village-secretary', areaCode: VILLAGE_B })
  })
  beforeEach(async () => {
    test.clock.set(TEST_NOW)
    for (const table of TABLES) await test.database.dataSource.query(`DELETE FROM ${table}`)
  })
  afterAll(() => test?.close())

  const call = (who: SignedIn | undefined, method: 'GET' | 'PUT' | 'POST', url: string, body?: object) =>
    send(test, who && renew(test, who), method, url, body)
  const sql = (text: string, values: unknown[] = []): Promise<Answer[]> =>
    test.database.dataSource.query(text, values)
  const number = async (size: number, who = secretary) =>
    call(who, 'PUT', '/api/households', { areaCode: VILLAGE_A, size })
  const show = async (who = secretary): Promise<Answer> =>
    (await call(who, 'GET', `/api/households?areaCode=${VILLAGE_A}`)).body
  const states = async () => (await show()).numbers.map(({ state }: Answer) => state)
  const slips = async (who = secretary): Promise<{ number: number; code: string }[]> =>
    (await call(who, 'GET', `/api/households/slips?areaCode=${VILLAGE_A}`)).body.slips
  const codeOf = async (no: number): Promise<string> =>
    (await slips()).find((slip) => slip.number === no)?.code ?? 'none'
  const read = (code: string, name = NAME) =>
    call(undefined, 'POST', '/api/household-pledges/text', { code, name })
  const signatureFor = (textHash: string, over: object = {}) => ({
    signatureId: uuidv7(),
    textHash,
    readThrough: true,
    readSeconds: 50,
    deviceTime: TEST_NOW,
    stroke: handwriting(),
    ...over,
  })
  const put = (code: string, signature: object, name = NAME) =>
    call(undefined, 'POST', '/api/household-pledges/signature', { code, name, signature })
  /** Reads the whole text and signs it, as a householder does with his slip. */
  const sign = async (code: string, over: object = {}) => {
    const { body: pledge } = await read(code)
    const signature = signatureFor(pledge.textHash, over)
    return { pledge, signature, answer: await put(code, signature) }
  }
  const papers = (numbers: number[], over: object = {}, who = secretary) =>
    call(who, 'POST', '/api/households/papers', {
      areaCode: VILLAGE_A,
      numbers,
      signedOn: '2026-11-20',
      paper: '村委会档案柜',
      ...over,
    })
  const copy = (code: string, signatureId: string) =>
    test.app.inject({
      method: 'POST',
      url: '/api/household-pledges/copy',
      payload: { code, signatureId },
    })
  const ledger = async (): Promise<Answer[]> =>
    (
      await sql(
        `SELECT v.payload, r.review_state AS state FROM record r JOIN record_revision v ON v.record_id = r.id AND v.revision = r.current_revision
         WHERE r.kind = 'pledge-signed' ORDER BY r.id`,
      )
    ).map(({ payload, state }) => ({ ...JSON.parse(payload), state }))

  describe('户号和签名条', () => {
    it('every household of the list gets a slip of its own; numbers can be added later', async () => {
      expect((await show()).size).toBe(0)
      expect((await number(3)).body).toMatchObject({ size: 3, signed: 0, year: 2026 })
      const first = await slips()
      expect(first.map((slip) => slip.number)).toEqual([1, 2, 3])
      expect((await number(5, caseWorker)).body.numbers).toHaveLength(5)
      expect((await slips()).slice(0, 3)).toEqual(first)
      expect(new Set((await slips()).map(({ code }) => code)).size).toBe(5)
      const trail = await sql(
        "SELECT details FROM audit_entry WHERE action = 'households.numbered' ORDER BY id",
      )
      expect(trail.map(({ details }) => JSON.parse(details))).toEqual([
        { from: 0, to: 3 },
        { from: 3, to: 5 },
      ])
    })

    it('are told beside the households that the grids count, where that is another number', async () => {
      const [grid, entry] = [uuidv7(), uuidv7()]
      const counted = (households: number, revision: number) =>
        putRecord(
          test,
          renew(test, secretary),
          entry,
          aRecord('grid', {
            subjectId: grid,
            revision,
            ...(revision > 1 ? { replaces: revision - 1 } : {}),
            payload: { name: '东片', bounded: 'yes', households },
          }),
        )
      expect((await number(3)).body.inGrids).toBe(0)
      expect((await counted(5, 1)).body).toMatchObject({ reviewState: 'accepted' })
      expect((await number(4)).body).toMatchObject({ size: 4, inGrids: 5 })
      const coverage = async () =>
        (await call(town, 'GET', '/api/pledges/coverage')).body.villages[0].households
      expect(await coverage()).toEqual({ signed: 0, size: 4, inGrids: 5 })
      expect((await counted(4, 2)).body).toMatchObject({ reviewState: 'accepted' })
      expect(await show()).not.toHaveProperty('inGrids')
      expect(await coverage()).toEqual({ signed: 0, size: 4 })
    })

    it('fewer households than were signed for is refused, a slip of the finger is mended', async () => {
      await number(6)
      await sign(await codeOf(5))
      expect((await number(4)).body.code).toBe('HOUSEHOLD_NUMBERS_USED')
      expect((await show()).numbers).toHaveLength(6)
      expect((await number(5)).body.numbers).toHaveLength(5)
    })

    it('are of the village: others are told of nothing, and who only visits prints no slips', async () => {
      await number(2)
      for (const [method, url, body] of [
        ['GET', `/api/households?areaCode=${VILLAGE_A}`, undefined],
        ['GET', `/api/households/slips?areaCode=${VILLAGE_A}`, undefined],
        ['PUT', '/api/households', { areaCode: VILLAGE_A, size: 9 }],
        ['POST', '/api/households/slips', { areaCode: VILLAGE_A, number: 1 }],
        ['POST', '/api/households/door-texts', { areaCode: VILLAGE_A, number: 1, name: NAME }],
      ] as const)
        expect((await call(neighbour, method, url, body)).status).toBe(404)
      expect((await papers([1], {}, neighbour)).status).toBe(404)
      expect((await call(gridWorker, 'GET', `/api/households/slips?areaCode=${VILLAGE_A}`)).status).toBe(403)
      expect((await show(gridWorker)).numbers).toHaveLength(2)
      const real = await signIn(test, { name: '真书记', role: 'village-secretary', areaCode: REAL_VILLAGE })
      const foreign = await call(real, 'PUT', '/api/households', { areaCode: REAL_VILLAGE, size: 2 })
      expect(foreign.body.code).toBe('DEMO_READ_ONLY')
    })

    it('a lost slip is replaced by a new one, and the old one ends', async () => {
      await number(2)
      const old = await codeOf(1)
      const { body } = await call(secretary, 'POST', '/api/households/slips', {
        areaCode: VILLAGE_A,
        number: 1,
      })
      expect((await read(old)).body.code).toBe('HOUSEHOLD_CODE_WRONG')
      expect((await sign(body.slips[0].code)).answer.status).toBe(200)
    })

    it('a machine that guesses codes is stopped, and then does not even get in with a right one', async () => {
      await number(1)
      const right = await codeOf(1)
      for (let guess = 0; guess < 60; guess++)
        expect((await read(String(guess).padStart(12, '0'))).body.code).toBe('HOUSEHOLD_CODE_WRONG')
      expect((await read(right)).body.code).toBe('SIGN_IN_TOO_OFTEN')
      expect((await put(right, signatureFor('0'.repeat(64)))).body.code).toBe('SIGN_IN_TOO_OFTEN')
      test.clock.advance(10 * 60_000)
      expect((await read(right)).status).toBe(200)
    })
  })

  it('whoever has a whole network of addresses guesses no oftener than with one', async () => {
    await number(1)
    const right = await codeOf(1)
    const from = (remoteAddress: string, code: string) =>
      test.app.inject({
        method: 'POST',
        url: '/api/household-pledges/text',
        payload: { code, name: NAME },
        remoteAddress,
      })
    for (let guess = 0; guess < 60; guess++) {
      const answer = await from(`2001:db8:1:2::${guess.toString(16)}`, String(guess).padStart(12, '0'))
      expect(answer.json().code).toBe('HOUSEHOLD_CODE_WRONG')
    }
    expect((await from('2001:db8:1:2:ffff::1', right)).json().code).toBe('SIGN_IN_TOO_OFTEN')
    expect((await from('2001:db8:1:3::1', right)).statusCode).toBe(200)
  })

  describe('凭签名条签', () => {
    it('shows the whole text with the name before anything is stored, and seals what was shown', async () => {
      await number(2)
      const code = await codeOf(2)
      const { body: text } = await read(code)
      expect(text).toMatchObject({ areaName: '示范村A', number: 2, title: '示范村A2026年家庭禁毒承诺书' })
      expect(text.text).toContain(`承诺人（户主）：${NAME}`)
      expect((await read(code)).body).toEqual(text)
      expect(await sql('SELECT id FROM pledge')).toEqual([])

      const { answer } = await sign(code)
      expect(answer.body).toMatchObject({ state: 'sealed', number: 'PL-2026-00001' })
      const check = await call(undefined, 'GET', `/api/public/pledges/${answer.body.verifyCode}`)
      expect(check.body).toMatchObject({ valid: true, title: '家庭户禁毒承诺书' })
      expect(await test.app.get(PledgeProof).run()).toEqual({ seals: 1 })
      expect(await states()).toEqual(['open', 'signed'])
    })

    it('one code is one pledge, however often the phone sends it or somebody tries again', async () => {
      await number(1)
      const code = await codeOf(1)
      const { signature, answer } = await sign(code)
      const again = await put(code, signature)
      expect(again.body).toEqual(answer.body)
      expect((await read(code)).body.code).toBe('HOUSEHOLD_SIGNED')
      const other = await put(code, signatureFor(signature.textHash))
      expect([other.status, other.body.code]).toEqual([409, 'HOUSEHOLD_SIGNED'])
      expect(await sql('SELECT COUNT(*) AS n FROM pledge')).toEqual([{ n: 1 }])
    })

    it('two who sign one slip at one moment are one pledge', async () => {
      await number(1)
      const code = await codeOf(1)
      const { body } = await read(code)
      const answers = await Promise.all([1, 2, 3].map(() => put(code, signatureFor(body.textHash))))
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
      expect(await sql('SELECT COUNT(*) AS n FROM pledge_signature')).toEqual([{ n: 1 }])
    })

    it.each([
      ['was not read to its end', { readThrough: false }, 'PLEDGE_NOT_READ'],
      ['is another text', { textHash: 'a'.repeat(64) }, 'PLEDGE_TEXT_CHANGED'],
      ['has an empty canvas', { stroke: { width: 340, height: 200, lines: [] } }, 'STROKE_BLANK'],
    ])('a signature that %s is refused, and the slip stays good', async (_, over, code) => {
      await number(1)
      const slip = await codeOf(1)
      expect((await sign(slip, over)).answer.body.code).toBe(code)
      expect((await sign(slip)).answer.status).toBe(200)
    })

    it('another name is another text: nobody signs under a name that was not shown', async () => {
      await number(1)
      const code = await codeOf(1)
      const { body } = await read(code)
      expect((await put(code, signatureFor(body.textHash), '王演户')).body.code).toBe('PLEDGE_TEXT_CHANGED')
      for (const name of ['李', '李\n明', '12345', '<b>李</b>'])
        expect((await read(code, name)).status).toBe(422)
      expect((await read(code, '𠮷𬱟')).body.text).toContain('𠮷𬱟')
    })

    it('a character that no font has is told before signing, sealed as it is, and printed by its number', async () => {
      await number(2)
      const [code, other] = [await codeOf(1), await codeOf(2)]
      expect((await read(other, '𠮷𬱟')).body).not.toHaveProperty('printedAsNumbers')
      const { body } = await read(code, '李𰀀明')
      expect(body.printedAsNumbers).toEqual(['〔U+30000〕'])
      const signature = signatureFor(body.textHash)
      expect((await put(code, signature, '李𰀀明')).status).toBe(200)
      const pdf = (await copy(code, signature.signatureId)).rawPayload
      const printed = pdfText(pdf).replace(/[\s|]/g, '')
      expect(printed).toContain('李〔U+30000〕明')
      expect(printed).toContain('〔U+30000〕是字库里没有的字，印的是它的统一编号，以手写的姓名为准。')
      const file = evidenceIn(pdf)
      expect(file.evidence.text).toContain('李𰀀明')
      expect(await pagesCheck(pdf, file)).toMatchObject({ result: 'holds' })
    })

    it('a slip of last year is over', async () => {
      await number(1)
      const code = await codeOf(1)
      test.clock.set('2027-01-02T02:00:00.000Z')
      expect((await read(code)).body.code).toBe('HOUSEHOLD_YEAR_OVER')
    })

    it('name and stroke are sealed with the pledge’s key; the seal says that a slip and no account let him in', async () => {
      await number(1)
      await sign(await codeOf(1))
      const rows = await sql('SELECT * FROM pledge JOIN pledge_signature s ON s.pledge_id = pledge.id')
      const stored = JSON.stringify(rows, (_key, value) =>
        value?.type === 'Buffer' ? Buffer.from(value.data).toString('utf8') : value,
      )
      expect(stored).not.toContain(NAME)
      const [seal] = await sql('SELECT content FROM pledge_seal')
      const [slip] = await sql('SELECT slip_id AS id FROM household_number')
      expect(JSON.parse(seal.content)).toMatchObject({
        level: 'village-household',
        household: 1,
        signerAccountId: slip.id,
        signerRole: 'resident',
        sessionId: null,
        recheckedAt: null,
        holderAccountId: null,
      })
      expect(await sql('SELECT id FROM notification')).toEqual([])
    })
  })

  describe('自己的一份', () => {
    it('goes to the phone that signed, and proves the pledge without us', async () => {
      await number(1)
      const code = await codeOf(1)
      const { signature } = await sign(code)
      const answer = await copy(code, signature.signatureId)
      expect(answer.statusCode).toBe(200)
      const pdf = answer.rawPayload
      const file = evidenceIn(pdf)
      const results = [...verifyEvidence(file.evidence, []), await pagesCheck(pdf, file)]
      expect(results.filter(({ result }) => result === 'changed')).toEqual([])
      expect(results.find(({ part }) => part === 'pages')?.result).toBe('holds')
      expect(pdfText(pdf)).toContain(NAME)
    })

    it('is not for whoever finds the slip, nor for those who only count households', async () => {
      await number(1)
      const code = await codeOf(1)
      await sign(code)
      expect((await copy(code, uuidv7())).statusCode).toBe(404)
      expect((await show(caseWorker)).numbers[0].pledgeId).toBeUndefined()
      const { pledgeId } = (await show()).numbers[0]
      const pdf = (who: SignedIn) =>
        test.app.inject({
          method: 'GET',
          url: `/api/pledges/${pledgeId}/pdf`,
          headers: renew(test, who).headers,
        })
      expect((await pdf(secretary)).statusCode).toBe(200)
      expect((await pdf(town)).statusCode).toBe(200)
      expect((await pdf(caseWorker)).statusCode).toBe(404)
      expect((await pdf(neighbour)).statusCode).toBe(404)
      expect(await sql("SELECT id FROM audit_entry WHERE action = 'pledge.printed'")).toHaveLength(2)
    })
  })

  describe('上门签', () => {
    const atDoor = { areaCode: VILLAGE_A, number: 2, name: NAME }

    it('is taken from a cadre who has just signed in, as his own signature is; the same again is answered', async () => {
      await number(2)
      const { body } = await call(gridWorker, 'POST', '/api/households/door-texts', atDoor)
      const signature = signatureFor(body.textHash)
      const signed = () =>
        call(gridWorker, 'POST', '/api/households/door-signatures', { ...atDoor, signature })
      test.clock.advance(5 * 60_000 + 1)
      expect((await signed()).body.code).toBe('RECHECK_REQUIRED')
      expect(await states()).toEqual(['open', 'open'])
      test.clock.set(TEST_NOW)
      const { body: receipt } = await signed()
      expect(receipt.state).toBe('sealed')
      test.clock.advance(5 * 60_000 + 1)
      expect((await signed()).body).toEqual(receipt)
    })

    it('on a cadre’s phone seals who stood by, and when he last showed who he is', async () => {
      await number(2)
      const { body } = await call(gridWorker, 'POST', '/api/households/door-texts', atDoor)
      const signature = signatureFor(body.textHash)
      const signed = () =>
        call(gridWorker, 'POST', '/api/households/door-signatures', { ...atDoor, signature })
      const { body: receipt } = await signed()
      expect(receipt.state).toBe('sealed')
      expect((await signed()).body).toEqual(receipt)
      const [seal] = await sql('SELECT content FROM pledge_seal')
      expect(JSON.parse(seal.content)).toMatchObject({
        household: 2,
        holderAccountId: gridWorker.accountId,
        sessionId: gridWorker.actor.sessionId,
        recheckedAt: gridWorker.actor.authenticatedAt.toISOString(),
      })
      const [entry] = await sql(
        "SELECT actor_account_id AS who FROM audit_entry WHERE action = 'pledge.signed'",
      )
      expect(entry.who).toBe(gridWorker.accountId)
    })
  })

  describe('纸质的', () => {
    it('count beside those on phones, each household once', async () => {
      await number(4)
      await sign(await codeOf(1))
      expect((await papers([2, 3])).body).toMatchObject({ signed: 3 })
      const signed = (await papers([4, 1])).body
      expect(signed).toMatchObject({ code: 'HOUSEHOLD_SIGNED', params: { number: 1 } })
      expect(signed.title).toContain('1号')
      const otherDay = (await papers([3], { signedOn: '2026-11-19' })).body
      expect(otherDay).toMatchObject({ code: 'HOUSEHOLD_ON_PAPER', params: { number: 3 } })
      expect(otherDay.title).toContain('3号')
      expect((await papers([4], { signedOn: '2026-11-24' })).body.code).toBe('PLEDGE_DATE_AHEAD')
      const { body } = await call(secretary, 'GET', '/api/pledges/coverage')
      expect(body.villages[0].households).toEqual({ signed: 3, size: 4, inGrids: 0 })
      const written = await ledger()
      expect(written).toHaveLength(3)
      expect(written.every(({ level, state }) => level === 'village-household' && state === 'accepted')).toBe(
        true,
      )
      expect(new Set(written.map(({ party }) => party)).size).toBe(3)
    })

    it('registered before there were numbers count until the first that has one: it may be the same household', async () => {
      const writer = test.app.get(RecordWriter)
      const { accountId, role } = secretary.actor
      const payload = { signedOn: '2026-03-02', level: 'village-household', year: 2026, paper: '村委会旧柜' }
      const made = { kind: 'pledge-signed', areaCode: VILLAGE_A, subjectId: VILLAGE_A, payload } as const
      await test.app.get(Transactions).run(async (tx) => {
        for (let nth = 0; nth < 3; nth++)
          await writer.derive(tx, { ...made, id: uuidv7(), by: { accountId, role }, actor: secretary.actor })
      })
      const counted = async () =>
        (await call(secretary, 'GET', '/api/pledges/coverage')).body.villages[0].households.signed
      await number(4)
      expect(await counted()).toBe(3)
      await papers([2])
      expect(await counted()).toBe(1)
    })

    it('of a pile of which some are noted already, with the same day, are noted once each', async () => {
      await number(4)
      await papers([2, 3])
      const again = await papers([2, 3, 4])
      expect(again).toMatchObject({ status: 200, body: { signed: 3 } })
      expect(await ledger()).toHaveLength(3)
    })

    it('are of this year or the last, and signed in it or in the month before', async () => {
      await number(2)
      test.clock.set('2027-01-06T02:00:00.000Z')
      const later = await signIn(test, { name: '新书记', role: 'village-secretary', areaCode: VILLAGE_A })
      const noted = (numbers: number[], over: object) => papers(numbers, over, later)
      const late = { year: 2026, signedOn: '2026-12-30' }
      expect((await noted([1], late)).body).toMatchObject({ year: 2026, signed: 1 })
      await number(2, later)
      expect((await noted([1], { signedOn: '2026-12-30' })).body).toMatchObject({ year: 2027, signed: 1 })
      expect((await noted([2], { signedOn: '2026-11-30' })).body).toMatchObject({
        code: 'PLEDGE_DATE_OUTSIDE',
        params: { year: 2027 },
      })
      expect((await noted([2], { year: 2026, signedOn: '2027-01-02' })).body.code).toBe('PLEDGE_DATE_OUTSIDE')
      for (const year of [2025, 2028])
        expect((await noted([2], { year, signedOn: '2026-12-30' })).body.code).toBe('PLEDGE_YEAR_PAPERS')
      expect((await ledger()).map(({ year }) => year)).toEqual([2026, 2027])
      const removal = { areaCode: VILLAGE_A, number: 1, reason: '记错了户号' }
      const undone = await call(later, 'POST', '/api/households/paper-removals', {
        ...removal,
        year: 2026,
      })
      expect(undone.body).toMatchObject({ year: 2026, signed: 0 })
      expect(await show(later)).toMatchObject({ year: 2027, signed: 1 })
    })

    it('end the slip: who has it in hand is told so', async () => {
      await number(1)
      const code = await codeOf(1)
      await papers([1])
      expect((await read(code)).body.code).toBe('HOUSEHOLD_ON_PAPER')
      expect(await slips()).toEqual([])
    })

    it('that were noted by mistake count no more, and the household may sign', async () => {
      await number(1)
      await papers([1])
      const { body } = await call(secretary, 'POST', '/api/households/paper-removals', {
        areaCode: VILLAGE_A,
        number: 1,
        reason: '记错了户号',
      })
      expect(body).toMatchObject({ signed: 0, numbers: [{ number: 1, state: 'open' }] })
      expect(await ledger()).toMatchObject([{ state: 'voided' }])
      await sign(await codeOf(1))
      expect((await ledger()).map(({ state }) => state).sort()).toEqual(['accepted', 'voided'])
    })
  })

  it('what the town office revokes counts no more; with a new slip the household signs again', async () => {
    await number(1)
    await sign(await codeOf(1))
    const { pledgeId } = (await show()).numbers[0]
    const revoked = await call(town, 'PUT', `/api/pledges/${pledgeId}/revocation`, { reason: '不是户主签的' })
    expect(revoked.status).toBe(204)
    expect(await show()).toMatchObject({ signed: 0, numbers: [{ state: 'revoked' }] })
    await call(secretary, 'POST', '/api/households/slips', { areaCode: VILLAGE_A, number: 1 })
    expect((await sign(await codeOf(1))).answer.body).toMatchObject({
      state: 'sealed',
      number: 'PL-2026-00002',
    })
    expect(await states()).toEqual(['signed'])
    expect((await ledger()).map(({ state }) => state).sort()).toEqual(['accepted', 'voided'])
  })
})
