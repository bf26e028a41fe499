import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Freezer, type FrozenFiles } from '../src/modules/assessment/freezer.js'
import { FrozenRepository } from '../src/modules/assessment/frozen.repository.js'
import { sha256 } from '../src/platform/crypto/sealer.js'
import { AssessmentTown, YEAR } from './support/assessment-town.js'
import { VILLAGE_A } from './support/records.js'

const run = promisify(execFile)

describe('a frozen year', () => {
  let year: AssessmentTown
  let folder: string
  let files: FrozenFiles

  beforeAll(async () => {
    year = await AssessmentTown.create()
    folder = mkdtempSync(join(tmpdir(), 'frozen-'))
    await year.work()
    await year.open()
    await year.act(year.secretary, 'submission')
    await year.act(year.town, 'review', { outcome: 'endorsed' })
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true })
    await year.close()
  })

  const frozen = async () => {
    const tx = year.test.database.dataSource.manager
    const [row] = await year.test.app.get(FrozenRepository).versions(tx, VILLAGE_A, YEAR)
    return { tx, row: row! }
  }
  const replay = async (...options: string[]) =>
    (await run(process.execPath, ['assess.mjs', 'snapshot.json', ...options], { cwd: folder })).stdout

  it('keeps ledger, policy, day, instant and answers, each file under its hash', async () => {
    const { tx, row } = await frozen()
    files = await year.test.app.get(Freezer).files(tx, row)
    const snapshot = JSON.parse(files['snapshot.json'].toString())
    expect(snapshot).toMatchObject({
      format: 'village-snapshot@1',
      asOf: '2026-11-22',
      knownAt: year.test.clock.now().toISOString(),
      rulesVersion: row.rulesVersion,
      policies: { version: row.policyVersion },
      ledger: { areaCode: VILLAGE_A, ledgerVersion: row.ledgerVersion },
      counts: { awareness: {} },
    })
    expect(JSON.stringify(snapshot)).not.toContain('李小明')
    expect(sha256(files['snapshot.json'])).toBe(row.snapshotHash)
    expect(sha256(files['assess.mjs'])).toBe(row.toolHash)
  })

  it('gives the same bytes when it is judged again by the file that is kept beside it, in an empty folder', async () => {
    for (const name of ['snapshot.json', 'assess.mjs'] as const)
      writeFileSync(join(folder, name), files[name])
    expect(await replay()).toBe(files['scorecard.json'].toString())
    expect(await replay('--points')).toBe(files['points.json'].toString())
  })

  it('says so when a kept file was altered', async () => {
    const { tx, row } = await frozen()
    await tx.query(
      `UPDATE assessment_file SET packed = (SELECT p FROM (SELECT packed AS p FROM assessment_file WHERE hash = ?) AS other) WHERE hash = ?`,
      [row.scorecardHash, row.snapshotHash],
    )
    await expect(year.test.app.get(Freezer).files(tx, row)).rejects.toThrow('was altered')
  })
})
