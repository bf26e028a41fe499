import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { AreasService } from '../src/modules/areas/areas.service.js'
import { PledgeCampaignJobs } from '../src/modules/pledges/pledge-campaign.jobs.js'
import { PledgeSigningService } from '../src/modules/pledges/pledge-signing.service.js'
import type {
  PledgeCheck,
  PledgeCoverage,
  PledgeList,
  PledgeMissing,
  PledgeOut,
  PledgeReceipt,
  StuckPledges,
  WordingList,
  WordingPreview,
} from '../src/modules/pledges/pledges.dto.js'
import { createTestApp, TEST_NOW, type TestApp } from './support/app.js'
import { handwriting } from './support/handwriting.js'
import { aRecord, putRecord } from './support/records.js'
import { renew, type SignedIn, signIn } from './support/sign-in.js'
import { statementsOf } from './support/statements.js'

const TOWN = '441581990'
const A = '441581990201'
const GRID = '441581990201G001'
const EMPTY_GRID = '441581990201G002'
const NEIGHBOUR = '441581991'

type Problem = { code: string }

/** A year's pledges of one village with a venue, a school and a grid that nobody works in. */
describe('the pledges of a year', () => {
  let test: TestApp
  let office: SignedIn
  let secretary: SignedIn
  let gridWorker: SignedIn
  let manager: SignedIn
  let teacher: SignedIn
  let venue: string

  beforeAll(async () => {
    test = await createTestApp()
    const tx = test.database.dataSource.manager
    const areas = test.app.get(AreasService)
    await areas.upsert(tx, { code: TOWN, name: '示范镇', isDemo: true })
    await areas.upsert(tx, { code: A, name: '示范村A', isDemo: true })
    await areas.upsert(tx, { code: GRID, name: '第一网格', isDemo: true })
    await areas.upsert(tx, { code: EMPTY_GRID, name: '第二网格', isDemo: true })
  })

  beforeEach(async () => {
    test.clock.set(TEST_NOW)
    const tables = [
      'pledge',
      'pledge_signature',
      'pledge_seal',
      'pledge_template',
      'outbox_event',
      'job_lease',
    ]
    const ledger = [
      'record',
      'record_revision',
      'village_ledger',
      'subject',
      'appointment',
      'audit_entry',
      'notification',
      'reminder_claim',
    ]
    for (const table of [...tables, ...ledger]) await query(`DELETE FROM ${table}`)
    office = await signIn(test, { name: '镇办人', role: 'town-office', areaCode: TOWN })
    secretary = await signIn(test, { name: '陈演书', role: 'village-secretary', areaCode: A })
    gridWorker = await signIn(test, { name: '林演格', role: 'grid-worker', areaCode: GRID })
    venue = await aPlace('venue', { name: '示范旅馆', venueType: 'hotel', keyParts: 'no', monitored: 'no' })
    const school = await aPlace('school', { name: '示范小学', stage: 'primary', pupils: 120 })
    manager = await signIn(test, { name: '吴演店', role: 'venue-manager', areaCode: A, subjectId: venue })
    teacher = await signIn(test, { name: '周演师', role: 'teacher', areaCode: A, subjectId: school })
  })

  afterAll(() => test.close())

  const query = (sql: string, values: unknown[] = []) => test.database.dataSource.query(sql, values)
  const send = (
    person: SignedIn | undefined,
    method: 'GET' | 'POST' | 'PUT',
    url: string,
    payload?: object,
  ) => test.app.inject({ method, url, payload, headers: person?.headers })
  const get = async <T>(person: SignedIn | undefined, url: string): Promise<T> =>
    (await send(person, 'GET', url)).json<T>()
  const aPlace = async (kind: 'venue' | 'school', payload: Record<string, unknown>) => {
    const id = uuidv7()
    const answer = await putRecord(
      test,
      secretary,
      uuidv7(),
      aRecord(kind, { areaCode: A, subjectId: id, payload }),
    )
    expect(answer.status).toBe(201)
    return id
  }
  const issue = async (year = 2026) =>
    (await send(office, 'POST', '/api/pledges/campaigns', { areaCode: TOWN, year })).json()
  const mine = async (person: SignedIn) => (await get<PledgeList>(person, '/api/pledges')).items
  const missing = async (person = office) =>
    (await get<PledgeMissing>(person, `/api/pledges/missing?areaCode=${A}&year=2026`)).items
  const coverage = async () =>
    (await get<PledgeCoverage>(office, '/api/pledges/coverage?year=2026')).villages[0]!
  const open = async (person: SignedIn) => {
    const [head] = await mine(person)
    return get<PledgeOut>(person, `/api/pledges/${head!.id}`)
  }
  const signature = ({ textHash }: { textHash: string }, changes: object = {}) => ({
    signatureId: uuidv7(),
    textHash,
    readThrough: true,
    stroke: handwriting(),
    ...changes,
  })
  const sign = async (person: SignedIn, changes: object = {}) => {
    const pledge = await open(person)
    const answer = await send(
      person,
      'PUT',
      `/api/pledges/${pledge.id}/signature`,
      signature(pledge, changes),
    )
    return { pledge, answer, receipt: answer.json<PledgeReceipt>() }
  }
  const check = (code: string) => get<PledgeCheck>(undefined, `/api/public/pledges/${code}`)
  const ledger = async () => {
    const rows = await query(
      `SELECT v.payload, r.review_state AS state FROM record r
       JOIN record_revision v ON v.record_id = r.id AND v.revision = r.current_revision
       WHERE r.kind = 'pledge-signed' ORDER BY r.ledger_version`,
    )
    return rows.map((row: { payload: string; state: string }) => ({
      ...JSON.parse(row.payload),
      state: row.state,
    }))
  }

  describe('who has to sign', () => {
    it('is the secretary, each grid worker, each venue by its manager, each teacher for the class', async () => {
      expect(await issue()).toEqual({ issued: 4, unchanged: 0, withdrawn: 0 })
      expect(await mine(manager)).toMatchObject([
        { level: 'village-venue', title: '示范旅馆2026年禁毒责任状（村—场所）' },
      ])
      expect(await mine(teacher)).toMatchObject([{ level: 'class', title: '示范小学2026年班级禁毒承诺书' }])
      const { text } = await open(manager)
      expect(text).toContain('责任人：吴演店（示范旅馆场所负责人）')
      expect(text).toContain('知晓率达到100%')
    })

    it('is told by role and place, and where nobody holds the post; only officials are named', async () => {
      await issue()
      await sign(gridWorker)
      const items = await missing()
      expect(items).toMatchObject([
        {
          level: 'town-village',
          place: '示范村A',
          officialName: '陈演书',
          state: 'to-sign',
          isOverdue: false,
        },
        { level: 'village-grid-worker', place: '第二网格', state: 'vacant' },
        { level: 'village-venue', place: '示范旅馆', roleLabel: '场所负责人', state: 'to-sign' },
        { level: 'class', place: '示范小学', state: 'to-sign' },
      ])
      expect(JSON.stringify(items)).not.toMatch(/吴演店|周演师/)
      expect((await coverage()).levels).toMatchObject([
        { level: 'town-village', required: 1, signed: 0 },
        { level: 'village-grid-worker', required: 2, signed: 1, vacant: 1 },
        { level: 'village-venue', required: 1, signed: 0 },
        { level: 'class', required: 1, signed: 0 },
      ])
      expect((await send(gridWorker, 'GET', '/api/pledges/missing')).statusCode).toBe(403)
    })

    it('no longer asks on the phone for what was signed on paper', async () => {
      await issue()
      const paper = {
        id: uuidv7(),
        areaCode: A,
        level: 'village-venue',
        party: venue,
        year: 2026,
        signedOn: '2026-11-20',
        paper: '村委会档案柜',
      }
      expect((await send(secretary, 'POST', '/api/pledges/papers', paper)).statusCode).toBe(204)
      expect(await mine(manager)).toEqual([])
      expect(await issue()).toEqual({ issued: 0, unchanged: 3, withdrawn: 0 })
      const village = await coverage()
      expect(village.levels[2]).toMatchObject({ level: 'village-venue', required: 1, signed: 1 })
    })

    it('of a venue counts for the venue in the ledger of the village — 三(二)4', async () => {
      await issue()
      await sign(manager)
      await sign(teacher)
      expect(await ledger()).toEqual([
        { signedOn: '2026-11-23', level: 'village-venue', year: 2026, party: venue, state: 'accepted' },
      ])
    })
  })

  describe('a campaign', () => {
    it('reminds who is missing once a day, however often it is asked for', async () => {
      await issue()
      await sign(secretary)
      const remind = () => send(office, 'POST', '/api/pledges/reminders', { areaCode: TOWN, year: 2026 })
      expect((await remind()).json()).toEqual({ told: 3, already: 0 })
      expect((await remind()).json()).toEqual({ told: 0, already: 3 })
      const inbox = await get<{ items: { text: string }[] }>(gridWorker, '/api/inbox')
      expect(inbox.items.map(({ text }) => text)).toEqual(['您有1份文件等您签名'])
      expect((await get<{ items: unknown[] }>(secretary, '/api/inbox')).items).toEqual([])
      test.clock.advance(24 * 3_600_000)
      office = renew(test, office)
      expect((await remind()).json()).toEqual({ told: 3, already: 0 })
      const stranger = await signIn(test, { name: '邻镇人', role: 'town-office', areaCode: NEIGHBOUR })
      const foreign = await send(stranger, 'POST', '/api/pledges/reminders', { areaCode: TOWN, year: 2026 })
      expect(foreign.statusCode).toBe(404)
    })

    it('tells many in as many statements as few', async () => {
      const remind = () => send(office, 'POST', '/api/pledges/reminders', { areaCode: TOWN, year: 2026 })
      await issue()
      const few = await statementsOf(test, async () =>
        expect((await remind()).json()).toEqual({ told: 4, already: 0 }),
      )
      for (let nth = 0; nth < 6; nth++)
        await signIn(test, { name: `许演格${nth}`, role: 'grid-worker', areaCode: GRID })
      await issue()
      test.clock.advance(24 * 3_600_000)
      office = renew(test, office)
      const many = await statementsOf(test, async () =>
        expect((await remind()).json()).toEqual({ told: 10, already: 0 }),
      )
      expect(many).toHaveLength(few.length)
    })

    it('asks whoever takes over a post during the year; what the one before him signed stays', async () => {
      await issue()
      const { receipt } = await sign(gridWorker)
      await query('UPDATE appointment SET to_on = ? WHERE account_id = ?', [
        '2026-11-22',
        gridWorker.accountId,
      ])
      const successor = await signIn(test, { name: '吴演格', role: 'grid-worker', areaCode: GRID })
      await test.app.get(PledgeCampaignJobs).keepUp()
      expect(await mine(successor)).toMatchObject([{ state: 'to-sign', year: 2026 }])
      expect(await check(receipt.verifyCode)).toMatchObject({ state: 'valid' })
      const trail = await query(`SELECT actor_role AS who FROM audit_entry WHERE action = 'pledges.issued'`)
      expect(trail).toEqual([{ who: 'town-office' }, { who: 'pledges' }])
      await test.app.get(PledgeCampaignJobs).keepUp()
      expect(await query(`SELECT id FROM audit_entry WHERE action = 'pledges.issued'`)).toHaveLength(2)
    })

    it('is renewed in the new year for a town that asked in the old one', async () => {
      await issue()
      await sign(secretary)
      test.clock.set('2027-01-02T02:00:00.000Z')
      await test.app.get(PledgeCampaignJobs).keepUp()
      const his = 'SELECT year, state FROM pledge WHERE signer_account_id = ? ORDER BY year'
      expect(await query(his, [secretary.accountId])).toEqual([
        { year: 2026, state: 'sealed' },
        { year: 2027, state: 'to-sign' },
      ])
    })
  })

  describe('a signer', () => {
    it('may decline with a reason that those who manage pledges see as declined, and may still sign', async () => {
      await issue()
      const pledge = await open(secretary)
      const decline = (reason: string) =>
        send(secretary, 'PUT', `/api/pledges/${pledge.id}/decline`, { reason })
      expect((await decline('')).statusCode).toBe(422)
      expect((await decline('网格边界还没划清')).statusCode).toBe(204)
      expect(await open(secretary)).toMatchObject({ state: 'declined', reason: '网格边界还没划清' })
      expect((await missing())[0]).toMatchObject({ state: 'declined', reason: '网格边界还没划清' })
      const [row] = await query('SELECT reason_sealed AS reason FROM pledge WHERE id = ?', [pledge.id])
      expect((row.reason as Buffer).includes('网格')).toBe(false)
      expect(
        (await send(gridWorker, 'PUT', `/api/pledges/${pledge.id}/decline`, { reason: '不签' })).statusCode,
      ).toBe(404)
      expect((await sign(secretary)).receipt).toMatchObject({ state: 'sealed' })
      expect((await decline('又不想签了')).json<Problem>().code).toBe('PLEDGE_NOT_OPEN')
    })

    it('who signed without a network confirms later: the time of the phone stays the time of the phone', async () => {
      await issue()
      const without = await sign(gridWorker, { signedOffline: true })
      expect(without.answer.statusCode).toBe(422)
      const deviceTime = '2026-11-22T23:10:00.000Z'
      const { pledge, receipt } = await sign(gridWorker, { signedOffline: true, deviceTime })
      expect(receipt).toMatchObject({ state: 'sealed', sealedAt: TEST_NOW })
      const signed = await get<PledgeOut>(gridWorker, `/api/pledges/${pledge.id}`)
      expect(signed).toMatchObject({ signedAt: TEST_NOW, deviceTime })
      expect(
        (await get<{ facts: object }>(gridWorker, `/api/pledges/${pledge.id}/evidence`)).facts,
      ).toMatchObject({
        signedAt: TEST_NOW,
        deviceTime,
        signedOffline: true,
      })
      await query('UPDATE pledge_signature SET signed_offline = 0')
      expect(await check(receipt.verifyCode)).toMatchObject({ state: 'altered' })
    })
  })

  describe('a sealed pledge', () => {
    it('is revoked by the town office alone, with a reason; it stays, says so, and counts no more', async () => {
      await issue()
      const { pledge, receipt } = await sign(secretary)
      const revoke = (who: SignedIn) =>
        send(who, 'PUT', `/api/pledges/${pledge.id}/revocation`, { reason: '责任人写错了' })
      expect((await revoke(secretary)).statusCode).toBe(403)
      const stranger = await signIn(test, { name: '邻镇人', role: 'town-office', areaCode: NEIGHBOUR })
      expect((await revoke(stranger)).statusCode).toBe(404)
      expect((await revoke(office)).statusCode).toBe(204)
      expect((await revoke(office)).json<Problem>().code).toBe('PLEDGE_NOT_SEALED')
      expect(await check(receipt.verifyCode)).toMatchObject({ valid: false, state: 'revoked' })
      expect(await open(secretary)).toMatchObject({ state: 'revoked', reason: '责任人写错了' })
      expect(await get(secretary, `/api/pledges/${pledge.id}/evidence`)).toMatchObject({ state: 'revoked' })
      expect(await ledger()).toMatchObject([{ level: 'town-village', state: 'voided' }])
      expect((await missing())[0]).toMatchObject({ level: 'town-village', state: 'revoked' })
    })

    it('that is not sealed for a minute is on the list of the town office', async () => {
      await issue()
      const pledge = await open(secretary)
      await test.app.get(PledgeSigningService).accept(secretary.actor, pledge.id, 'h5', signature(pledge))
      expect((await get<StuckPledges>(office, '/api/pledges/stuck')).items).toEqual([])
      test.clock.advance(61_000)
      expect((await get<StuckPledges>(office, '/api/pledges/stuck')).items).toMatchObject([
        { id: pledge.id, title: '示范村A2026年禁毒责任状（镇—村）', signedAt: TEST_NOW },
      ])
      expect((await send(secretary, 'GET', '/api/pledges/stuck')).statusCode).toBe(403)
    })
  })

  describe('the wording of a level', () => {
    const own = async () => (await get<WordingList>(office, '/api/pledges/wordings')).items
    const draftOf = async (level: string) => {
      const { title, body } = (await own()).find((one) => one.level === level)!
      return { level, title, body: body.replace('一、目标', '一、本镇目标') }
    }
    const preview = async (draft: object) =>
      (await send(office, 'POST', '/api/pledges/wordings/preview', draft)).json<WordingPreview>()
    const release = (draft: object, who = office) => send(who, 'POST', '/api/pledges/wordings', draft)

    it('is there for every level, released with the program', async () => {
      expect(
        (await own()).map(({ level, version, isOwn, isInForce }) => ({ level, version, isOwn, isInForce })),
      ).toEqual(
        ['class', 'town-village', 'village-grid-worker', 'village-household', 'village-venue'].map(
          (level) => ({
            level,
            version: 1,
            isOwn: false,
            isInForce: true,
          }),
        ),
      )
    })

    it('is previewed with the policy of today, and says what it lacks', async () => {
      const draft = await draftOf('town-village')
      const whole = await preview(draft)
      expect(whole.faults).toEqual([])
      expect(whole.text).toContain('每月开展4次以上毒品预防集中宣传教育活动')
      expect(whole.text).toContain('某某某（某某村村书记')
      const codes = async (body: string) => (await preview({ ...draft, body })).faults.map(({ code }) => code)
      expect(await codes(draft.body.replace('{{signer}}', '{{name}}'))).toEqual([
        'unknown-variable',
        'missing-variable',
      ])
      expect(await codes(draft.body.replaceAll('保密', '说明'))).toEqual(['no-confidence'])
      expect(await codes(`${draft.body}\n这是可靠电子签名。`)).toEqual(['forbidden-words'])
    })

    it('of a town is a new version from its day on, and changes nothing that was signed', async () => {
      await issue()
      const { receipt, pledge } = await sign(secretary)
      const draft = await draftOf('town-village')
      const early = await release({ ...draft, validFrom: '2026-11-22' })
      expect(early.json<Problem>().code).toBe('PLEDGE_WORDING_TOO_EARLY')
      const faulty = await release({
        ...draft,
        body: draft.body.replaceAll('保密', ''),
        validFrom: '2026-11-24',
      })
      expect(faulty.json<Problem>().code).toBe('PLEDGE_WORDING_FAULTY')
      expect((await release({ ...draft, validFrom: '2026-11-24' }, secretary)).statusCode).toBe(403)
      expect((await release({ ...draft, validFrom: '2026-11-24' })).json()).toEqual({ version: 2 })
      expect(await issue()).toMatchObject({ issued: 0 })
      test.clock.advance(24 * 3_600_000)
      office = renew(test, office)
      expect(await issue()).toMatchObject({ issued: 1, unchanged: 3 })
      expect(await check(receipt.verifyCode)).toMatchObject({ state: 'valid', version: 1 })
      const [{ text_hash: hash }] = await query('SELECT text_hash FROM pledge WHERE id = ?', [pledge.id])
      expect(hash).toBe(pledge.textHash)
    })

    it('of one town is not another town’s', async () => {
      await release({ ...(await draftOf('town-village')), validFrom: '2026-11-23' })
      const stranger = await signIn(test, { name: '邻镇人', role: 'town-office', areaCode: NEIGHBOUR })
      const theirs = (await get<WordingList>(stranger, '/api/pledges/wordings')).items
      expect(theirs.every(({ isOwn, version }) => !isOwn && version === 1)).toBe(true)
      expect(
        (await own()).filter(({ isInForce, level }) => isInForce && level === 'town-village'),
      ).toMatchObject([{ version: 2, isOwn: true }])
    })
  })
})
