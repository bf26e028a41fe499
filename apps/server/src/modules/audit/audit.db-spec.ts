import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase, testConfig } from '../../../test/support/database.js'
import { Audit } from '../../platform/audit/audit.js'
import { FixedClock } from '../../platform/clock.js'
import { generateKeyFile, KeyRing } from '../../platform/crypto/key-ring.js'
import { Sealer } from '../../platform/crypto/sealer.js'
import { Transactions } from '../../platform/database/transactions.js'
import { AuditAnchors } from './audit-anchors.js'
import { AuditChainRepository } from './audit-chain.repository.js'
import { reportLine } from './audit-report.js'
import { AuditSealer } from './audit-sealer.js'
import { AuditVerifier, type ChainReport } from './audit-verifier.js'

const COUNTY = '441581'

describe('audit chain', () => {
  let database: TestDatabase
  let clock: FixedClock
  let folder: string
  let audit: Audit
  let sealer: AuditSealer
  let anchors: AuditAnchors
  let verifier: AuditVerifier

  beforeAll(async () => {
    database = await createTestDatabase()
    folder = mkdtempSync(join(tmpdir(), 'dfv-audit-'))
    clock = new FixedClock(new Date('2026-11-23T06:00:00.000Z'))
    const chain = new AuditChainRepository()
    const transactions = new Transactions(database.dataSource)
    const config = testConfig(database.url, { DATA_DIR: folder })
    const seals = new Sealer(new KeyRing(generateKeyFile(true)))
    audit = new Audit(clock)
    sealer = new AuditSealer(chain, transactions, clock)
    anchors = new AuditAnchors(chain, transactions, seals, config, clock)
    verifier = new AuditVerifier(chain, anchors, seals, transactions)
  })

  beforeEach(async () => {
    await database.empty()
    rmSync(join(folder, 'audit-anchors'), { recursive: true, force: true })
    clock.set('2026-11-23T06:00:00.000Z')
  })

  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true })
    await database.drop()
  })

  const note = async (count: number, areaCode = '441581990201') => {
    for (let index = 0; index < count; index++)
      await audit.add(database.dataSource.manager, {
        actor: { system: 'test' },
        areaCode,
        action: 'record.submitted',
        objectType: 'record',
        objectId: `record-${index}`,
        details: { revision: 1 },
      })
  }
  const run = (sql: string) => database.dataSource.query(sql)
  const verify = async (): Promise<ChainReport> => {
    const [report] = await verifier.run()
    if (!report) throw new Error('no county')
    return report
  }

  it('links what was committed and reports what is not sealed yet', async () => {
    await note(5)
    expect(await sealer.run()).toBe(5)
    await note(2)
    expect(await verify()).toEqual({ countyCode: COUNTY, links: 5, unsealed: 2, anchors: 0 })
    expect(await sealer.run()).toBe(2)
    expect(await sealer.run()).toBe(0)
    expect(await verify()).toEqual({ countyCode: COUNTY, links: 7, unsealed: 0, anchors: 0 })
  })

  it('keeps one chain a county', async () => {
    await note(3)
    await note(2, '441502001001')
    await sealer.run()
    expect((await verifier.run()).map(({ countyCode, links }) => [countyCode, links])).toEqual([
      ['441502', 2],
      ['441581', 3],
    ])
  })

  it('goes through more than one batch', async () => {
    await note(3)
    await run(`INSERT INTO audit_entry SELECT * FROM (
      SELECT county_code, CONCAT(SUBSTR(id, 1, 30), LPAD(s.n, 6, '0')) AS id, occurred_at, actor_account_id, actor_role, area_code,
        action, object_type, object_id, details, entry_hash, chain_seq
      FROM audit_entry JOIN (SELECT a.d + 10 * b.d + 100 * c.d + 1000 * d.d AS n FROM
        (SELECT 0 AS d UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5 UNION SELECT 6 UNION SELECT 7 UNION SELECT 8 UNION SELECT 9) a,
        (SELECT 0 AS d UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5 UNION SELECT 6 UNION SELECT 7 UNION SELECT 8 UNION SELECT 9) b,
        (SELECT 0 AS d UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5 UNION SELECT 6 UNION SELECT 7 UNION SELECT 8 UNION SELECT 9) c,
        (SELECT 0 AS d UNION SELECT 1) d) s
      WHERE object_id = 'record-0') copies`)
    expect(await sealer.run()).toBe(2003)
    const [row] = await run('SELECT MAX(seq) AS last, COUNT(DISTINCT entry_id) AS entries FROM audit_chain')
    expect({ last: Number(row.last), entries: Number(row.entries) }).toEqual({ last: 2003, entries: 2003 })
  })

  it('seals each entry once when two sealers run at the same moment', async () => {
    await note(40)
    const other = new AuditSealer(new AuditChainRepository(), new Transactions(database.dataSource), clock)
    await Promise.all([sealer.run(), other.run(), sealer.run(), other.run()])
    await sealer.run()
    expect(await verify()).toEqual({ countyCode: COUNTY, links: 40, unsealed: 0, anchors: 0 })
  })

  describe('finds', () => {
    beforeEach(async () => {
      await note(6)
      await sealer.run()
    })

    it('a changed entry', async () => {
      await run(`UPDATE audit_entry SET actor_role = 'police' WHERE chain_seq = 4`)
      const report = await verify()
      expect(report).toMatchObject({ links: 3, fault: { kind: 'entryChanged', seq: 4 } })
      expect(reportLine(report)).toMatch(/^441581: FAILED, the entry was changed at position 4, entry /)
    })

    it('a changed entry whose own hash was made to fit', async () => {
      await run(
        `UPDATE audit_entry SET actor_role = 'police', entry_hash = REPEAT('a', 64) WHERE chain_seq = 2`,
      )
      expect((await verify()).fault).toMatchObject({ kind: 'entryChanged', seq: 2 })
    })

    it('a changed hash of an entry that is itself as it was', async () => {
      await run(`UPDATE audit_entry SET entry_hash = REPEAT('a', 64) WHERE chain_seq = 2`)
      expect((await verify()).fault).toMatchObject({ kind: 'entryChanged', seq: 2 })
    })

    it('a removed entry', async () => {
      await run('DELETE FROM audit_entry WHERE chain_seq = 3')
      expect((await verify()).fault).toMatchObject({ kind: 'entryRemoved', seq: 3 })
    })

    it('an entry removed together with its link', async () => {
      await run('DELETE FROM audit_entry WHERE chain_seq = 3')
      await run('DELETE FROM audit_chain WHERE seq = 3')
      expect((await verify()).fault).toEqual({ kind: 'linkRemoved', seq: 3 })
    })

    it('a removed first link', async () => {
      await run('DELETE FROM audit_chain WHERE seq = 1')
      expect((await verify()).fault).toEqual({ kind: 'linkRemoved', seq: 1 })
    })

    it('links cut off at the end', async () => {
      await run('DELETE FROM audit_chain WHERE seq > 4')
      expect((await verify()).fault).toMatchObject({ kind: 'linkRemoved', seq: 5 })
    })

    it('two links that changed places', async () => {
      await run('UPDATE audit_chain SET seq = 99 WHERE seq = 2')
      await run('UPDATE audit_chain SET seq = 2 WHERE seq = 3')
      await run('UPDATE audit_chain SET seq = 3 WHERE seq = 99')
      expect((await verify()).fault).toMatchObject({ kind: 'reordered', seq: 2 })
    })

    it('two entries that changed places', async () => {
      await run(
        `UPDATE audit_entry SET chain_seq = CASE chain_seq WHEN 2 THEN 3 ELSE 2 END WHERE chain_seq IN (2, 3)`,
      )
      expect((await verify()).fault).toMatchObject({ kind: 'reordered', seq: 2 })
    })

    it('a link that was rewritten', async () => {
      await run(`UPDATE audit_chain SET entry_hash = REPEAT('b', 64) WHERE seq = 5`)
      expect((await verify()).fault).toMatchObject({ kind: 'linkChanged', seq: 5 })
    })

    it('an entry that was changed before the sealer came', async () => {
      await note(1)
      await run(`UPDATE audit_entry SET object_id = 'other' WHERE chain_seq IS NULL`)
      expect((await verify()).fault).toMatchObject({ kind: 'entryChanged' })
    })
  })

  describe('anchors', () => {
    const file = () => join(folder, 'audit-anchors', `${COUNTY}.jsonl`)

    beforeEach(async () => {
      await note(4)
      await sealer.run()
      await anchors.run()
    })

    it('are written once a day, when the chain has grown', async () => {
      expect(await anchors.run()).toBe(0)
      clock.set('2026-11-24T01:00:00.000Z')
      expect(await anchors.run()).toBe(0)
      await note(1)
      await sealer.run()
      expect(await anchors.run()).toBe(1)
      expect((await anchors.read(COUNTY)).map(({ date, seq }) => [date, seq])).toEqual([
        ['2026-11-23', 4],
        ['2026-11-24', 5],
      ])
      expect(await verify()).toEqual({ countyCode: COUNTY, links: 5, unsealed: 0, anchors: 2 })
    })

    it('find a trail that was cut off together with its entries', async () => {
      await run('DELETE FROM audit_entry WHERE chain_seq > 2')
      await run('DELETE FROM audit_chain WHERE seq > 2')
      expect((await verify()).fault).toEqual({ kind: 'linkRemoved', seq: 3, date: '2026-11-23' })
    })

    it('find a trail that was written anew', async () => {
      await run('DELETE FROM audit_chain')
      await run('DELETE FROM audit_entry')
      await note(4)
      await sealer.run()
      expect((await verify()).fault).toEqual({ kind: 'anchorMismatch', seq: 4, date: '2026-11-23' })
    })

    it('are refused when somebody else wrote them', async () => {
      const anchor = JSON.parse(readFileSync(file(), 'utf8'))
      writeFileSync(file(), `${JSON.stringify({ ...anchor, seq: 3 })}\n`)
      expect((await verify()).fault).toEqual({ kind: 'anchorForged', date: '2026-11-23' })
    })
  })
})
