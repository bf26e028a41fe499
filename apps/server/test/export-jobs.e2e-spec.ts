import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ExportJobs } from '../src/modules/exports/export-jobs.js'
import { ExportJobsRepository } from '../src/modules/exports/export-jobs.repository.js'
import { Transactions } from '../src/platform/database/transactions.js'
import { JobRunner } from '../src/platform/outbox/job-runner.js'
import { BlobStore } from '../src/platform/storage/blob-store.js'
import { createTestApp, type TestApp } from './support/app.js'
import { insertRecords } from './support/ledger-rows.js'
import { type Answer, makeAreas, send, VILLAGE_A } from './support/records.js'
import { renew, type SignedIn, signIn } from './support/sign-in.js'

const ROWS = 2_500
const MARK = '村口第七棵榕树'
const DAY_MS = 86_400_000

describe('a long export', () => {
  let test: TestApp
  let who: SignedIn
  const folder = mkdtempSync(join(tmpdir(), 'dfv-exports-'))

  beforeAll(async () => {
    test = await createTestApp({ DATA_DIR: folder })
    await makeAreas(test)
    await insertRecords(
      test,
      'publicity-activity',
      Array.from({ length: ROWS }, (_, at) => ({
        occurredOn: `2026-${String(1 + (at % 10)).padStart(2, '0')}-15`,
        form: 'leaflets',
        place: MARK,
        attendance: at,
      })),
    )
  })

  beforeEach(async () => {
    // Somebody else asks each time; what the last one has left is deleted.
    await test.database.dataSource.query(`UPDATE export_job SET expires_at = ?`, [test.clock.now()])
    await jobs().expire()
    who = await signIn(test, { name: '陈书记', role: 'village-secretary', areaCode: VILLAGE_A })
  })

  afterAll(async () => {
    await test.close()
    rmSync(folder, { recursive: true })
  })

  const ask = async (): Promise<Answer> => {
    const { status, body } = await send(test, who, 'POST', '/api/exports', {
      form: 'activity-ledger',
      areaCode: VILLAGE_A,
      from: '2026-01-01',
      to: '2026-12-31',
      format: 'xlsx',
    })
    return { status, ...body }
  }
  const look = async (id: string): Promise<Answer> =>
    (await send(test, who, 'GET', `/api/exports/${id}`)).body
  const fetchFile = (id: string) =>
    test.app.inject({ method: 'GET', url: `/api/exports/${id}/file`, headers: who.headers })
  /** What the jobs of a replica do, until nothing is left to do. */
  const work = async () => {
    await test.app.get(JobRunner).drain()
    await test.app.get(ExportJobs, { strict: false }).idle()
  }
  const jobs = () => test.app.get(ExportJobs, { strict: false })
  const setJob = (id: string, set: string, values: unknown[] = []) =>
    test.database.dataSource.query(`UPDATE export_job SET ${set} WHERE id = ?`, [...values, id])
  const keptFiles = (): string[] =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((name) => statSync(name).isFile())
  const numbersIn = async (bytes: Buffer): Promise<number[]> => {
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(bytes as never)
    const numbers: number[] = []
    workbook.worksheets[0]!.eachRow((row) => {
      if (row.getCell(4).value === MARK) numbers.push(Number(row.getCell(5).value))
    })
    return numbers
  }

  it('waits, is made beside the requests, and is fetched whole', async () => {
    const asked = await ask()
    expect(asked).toMatchObject({ status: 201, state: 'waiting', rowsTotal: ROWS, rowsDone: 0 })
    expect((await fetchFile(asked.id)).json().code).toBe('EXPORT_NOT_READY')
    await work()
    expect(await look(asked.id)).toMatchObject({ state: 'done', rowsDone: ROWS })
    const answer = await fetchFile(asked.id)
    expect(answer.statusCode).toBe(200)
    const numbers = await numbersIn(answer.rawPayload)
    expect(new Set(numbers).size).toBe(ROWS)
  })

  it('lies in the store as noise', async () => {
    const { id } = await ask()
    await work()
    const files = keptFiles()
    expect(files.length).toBeGreaterThan(0)
    for (const file of files) {
      const bytes = readFileSync(file)
      expect(bytes.includes('PK\u0003\u0004')).toBe(false)
      expect(bytes.includes('xl/worksheets')).toBe(false)
    }
    expect((await fetchFile(id)).rawPayload.includes('xl/worksheets')).toBe(true)
  })

  it('is deleted after a day, its key first, and says so', async () => {
    const { id } = await ask()
    await work()
    test.clock.advance(DAY_MS)
    expect((await fetchFile(id)).statusCode).toBe(401)
    who = renew(test, who)
    expect((await fetchFile(id)).json().code).toBe('EXPORT_GONE')
    await jobs().expire()
    expect(keptFiles()).toEqual([])
    const [row] = await test.database.dataSource.query(
      'SELECT state, wrapped_key AS wrappedKey FROM export_job WHERE id = ?',
      [id],
    )
    expect(row).toEqual({ state: 'gone', wrappedKey: null })
    expect((await fetchFile(id)).json().code).toBe('EXPORT_GONE')
    test.clock.advance(8 * DAY_MS)
    await jobs().expire()
    expect(await test.database.dataSource.query('SELECT id FROM export_job WHERE id = ?', [id])).toEqual([])
  })

  it('is taken up by another replica when the one that made it has died, and is whole', async () => {
    const { id } = await ask()
    const transactions = test.app.get(Transactions)
    const repository = test.app.get(ExportJobsRepository, { strict: false })
    const now = test.clock.now()
    const dead = uuidv7()
    await transactions.run((tx) => repository.claim(tx, dead, now, new Date(now.getTime() + 60_000)))
    const left = await test.app.get(BlobStore).put(Buffer.from('half of a file'))
    await transactions.run((tx) => repository.addPart(tx, { id, worker: dead }, 0, left))
    await work()
    expect((await look(id)).state).toBe('running')
    test.clock.advance(61_000)
    jobs().start()
    await jobs().idle()
    expect((await look(id)).state).toBe('done')
    expect(await test.app.get(BlobStore).get(left)).toBeUndefined()
    expect(new Set(await numbersIn((await fetchFile(id)).rawPayload)).size).toBe(ROWS)
    // The dead one wakes up: it has nothing to say any more.
    const late = { parts: 1, byteLength: 1, rowsDone: 1, at: now, expiresAt: now }
    expect(await transactions.run((tx) => repository.finish(tx, { id, worker: dead }, late))).toBe(false)
  })

  it('is given up after three attempts that failed', async () => {
    const { id } = await ask()
    await setJob(id, `form = 'no-such-form', tries = 2`)
    await work()
    expect((await look(id)).state).toBe('failed')
    expect((await fetchFile(id)).json().code).toBe('EXPORT_FAILED')
  })

  it('is not made for somebody whose appointment has ended since', async () => {
    const { id } = await ask()
    await test.database.dataSource.query(`UPDATE appointment SET to_on = '2026-11-22' WHERE account_id = ?`, [
      who.accountId,
    ])
    await work()
    const [row] = await test.database.dataSource.query('SELECT state FROM export_job WHERE id = ?', [id])
    expect(row.state).toBe('failed')
    expect(keptFiles()).toEqual([])
  })

  it('stops when its asker deletes it, and leaves nothing', async () => {
    const { id } = await ask()
    expect(
      (await test.app.inject({ method: 'DELETE', url: `/api/exports/${id}`, headers: who.headers }))
        .statusCode,
    ).toBe(204)
    await work()
    expect(keptFiles()).toEqual([])
    expect((await send(test, who, 'GET', '/api/exports')).body.items).toEqual([])
  })

  it('is not asked for a fourth time while three are being made', async () => {
    for (let count = 0; count < 3; count++) expect((await ask()).status).toBe(201)
    expect((await ask()).code).toBe('EXPORT_TOO_MANY')
  })

  it('says so when a piece was altered, instead of handing it out', async () => {
    const { id } = await ask()
    await work()
    const [part] = await test.database.dataSource.query(
      'SELECT address FROM export_part WHERE export_id = ?',
      [id],
    )
    const other = await test.app.get(BlobStore).put(Buffer.from('something else, put in its place'))
    await test.database.dataSource.query('UPDATE export_part SET address = ? WHERE address = ?', [
      other,
      part.address,
    ])
    const answer = await fetchFile(id).catch(() => undefined)
    expect(answer === undefined || answer.statusCode >= 500).toBe(true)
  })
})
