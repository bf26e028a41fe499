import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../src/configure-app.js'
import { AccountsService } from '../src/modules/accounts/accounts.service.js'
import type { SessionOut } from '../src/modules/accounts/session.dto.js'
import { AreasService } from '../src/modules/areas/areas.service.js'
import { SystemClock } from '../src/platform/clock.js'
import { readKeyRing } from '../src/platform/crypto/key-ring.js'
import { createLog } from '../src/platform/logging.js'
import { createTestDatabase, type TestDatabase, testConfig } from './support/database.js'

const CLI = join(__dirname, '../dist/cli')
const MAIN = join(__dirname, '../dist/main.js')
const TOWN = '441581990'

type Run = { code: number | null; out: string; err: string }

describe('the command line', () => {
  let database: TestDatabase
  let folder: string
  let keysFile: string
  let app: Awaited<ReturnType<typeof createApp>>

  const run = (file: string, args: string[], more: Record<string, string> = {}): Promise<Run> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, [file, ...args], {
        env: {
          PATH: process.env.PATH,
          APP_MODE: 'demo',
          DATABASE_URL: database.url,
          KEYS_FILE: keysFile,
          DATA_DIR: folder,
          PORT: '0',
          ...more,
        },
      })
      const result: Run = { code: null, out: '', err: '' }
      child.stdout.on('data', (chunk) => {
        result.out += chunk
      })
      child.stderr.on('data', (chunk) => {
        result.err += chunk
      })
      child.once('exit', (code) => resolve({ ...result, code }))
    })
  const admin = (...args: string[]) => run(join(CLI, 'admin.js'), args)

  beforeAll(async () => {
    if (!existsSync(MAIN)) throw new Error('The server is not built: pnpm --filter @dfv/server build')
    folder = mkdtempSync(join(tmpdir(), 'dfv-admin-'))
    keysFile = join(folder, 'keys.json')
    database = await createTestDatabase()
    await admin('make-keys', '--demo', '--out', keysFile)
    app = await createApp({
      config: testConfig(database.url),
      keys: readKeyRing(keysFile),
      log: createLog('silent'),
      clock: new SystemClock(),
    })
    await app.init()
    await app.getHttpAdapter().getInstance().ready()
    await app
      .get(AreasService)
      .upsert(database.dataSource.manager, { code: TOWN, name: '示范镇', isDemo: true })
  })

  afterAll(async () => {
    await app.close()
    await database.drop()
    rmSync(folder, { recursive: true })
  })

  it('makes keys that only their owner reads, and never overwrites them', async () => {
    expect(statSync(keysFile).mode & 0o777).toBe(0o600)
    expect(JSON.parse(readFileSync(keysFile, 'utf8')).demo).toBe(true)
    const before = readFileSync(keysFile, 'utf8')
    const again = await admin('make-keys', '--out', keysFile)
    expect(again).toMatchObject({ code: 1, err: expect.stringContaining('never overwritten') })
    expect(readFileSync(keysFile, 'utf8')).toBe(before)
  })

  it('adds a hand-in key beside the old ones, in a file of its own', async () => {
    const before = JSON.parse(readFileSync(keysFile, 'utf8'))
    const out = join(folder, 'keys.new.json')
    expect(await admin('add-hand-in-key', '--keys', keysFile, '--out', out)).toMatchObject({
      code: 0,
      err: '',
    })
    expect(statSync(out).mode & 0o777).toBe(0o600)
    const { handInKeys, currentHandInKey, ...rest } = JSON.parse(readFileSync(out, 'utf8'))
    expect(currentHandInKey).toBe(2)
    expect(handInKeys).toEqual({ ...before.handInKeys, 2: expect.stringMatching(/^AGE-SECRET-KEY-1/) })
    expect({ ...before, ...rest }).toEqual(before)
    expect(readKeyRing(out).currentHandInKey).toBe(2)
    expect(await admin('add-hand-in-key', '--keys', MAIN, '--out', `${out}.2`)).toMatchObject({
      code: 1,
      err: expect.stringContaining('is not a key file'),
    })
  })

  it("makes a town's first account, which its code opens; then ends its sessions", async () => {
    const made = await admin('create-town-office', '--area', TOWN, '--name', '张主任')
    expect(made).toMatchObject({ code: 0, err: '' })
    const bindingCode = /绑定码：(\S+)/.exec(made.out)?.[1]
    const opened = await app.inject({
      method: 'POST',
      url: '/api/session/binding-code',
      payload: { bindingCode },
    })
    const { accessToken, account, appointments } = opened.json<SessionOut>()
    expect(account.name).toBe('张主任')
    expect(appointments).toMatchObject([{ role: 'town-office', areaCode: TOWN }])
    const ask = async () => {
      const headers = { authorization: `Bearer ${accessToken}` }
      return (await app.inject({ method: 'GET', url: '/api/session', headers })).statusCode
    }
    expect(await ask()).toBe(200)
    expect(await admin('revoke-sessions', '--account', account.id)).toMatchObject({
      code: 0,
      out: '1 sessions ended.\n',
    })
    expect(await ask()).toBe(401)
  })

  it.each([
    ['a village for a town', ['create-town-office', '--area', '441581990201', '--name', '张']],
    ['a town that is not there', ['create-town-office', '--area', '441581991', '--name', '张']],
    ['no name', ['create-town-office', '--area', TOWN]],
    ['a name on two lines', ['create-town-office', '--area', TOWN, '--name', '张\n三']],
    ['a wrong phone', ['create-town-office', '--area', TOWN, '--name', '张', '--phone', '123']],
    ['an unknown option', ['revoke-sessions', '--acount', 'x']],
    ['an unknown command', ['drop-everything']],
  ])('refuses %s in a sentence, and stores nothing', async (_, args) => {
    const before = await database.dataSource.query('SELECT COUNT(*) AS n FROM account')
    const result = await admin(...args)
    expect(result.code).toBe(1)
    expect(result.err.split('\n')[0]).toMatch(/[.。]$/)
    expect(result.err).not.toMatch(/ {4}at /)
    expect(await database.dataSource.query('SELECT COUNT(*) AS n FROM account')).toEqual(before)
  })

  it('explains itself', async () => {
    expect(await admin('--help')).toMatchObject({
      code: 0,
      out: expect.stringContaining('create-town-office'),
    })
    expect((await admin()).code).toBe(2)
  })

  it('proves trail, records and pledges, a line each', async () => {
    const proof = await run(join(CLI, 'verify-audit.js'), [])
    expect(proof).toMatchObject({ code: 0, err: '' })
    expect(proof.out.trim().split('\n').slice(-2)).toEqual([
      'records: OK, 0 revisions are what was sent.',
      'pledges: OK, 0 seals in their chains.',
    ])
  })

  it('says whether the schema is as expected', async () => {
    expect(await run(join(CLI, 'check-schema.js'), [])).toMatchObject({ code: 0 })
  })

  it('refuses a production start on what a demonstration left, in sentences', async () => {
    const production = {
      APP_MODE: 'production',
      WECHAT_APPID: 'wx0123456789abcdef',
      WECHAT_SECRET: '0123456789abcdef0123456789abcdef',
      PUBLIC_URL: 'https://village.example.cn',
      HOST: '127.0.0.1',
    }
    await app.get(AccountsService).create(database.dataSource.manager, { name: '演示', isDemo: true })
    const left = await run(MAIN, [], production)
    expect(left).toMatchObject({ code: 1, err: expect.stringContaining('demonstration accounts') })
    expect(left.err).toContain('KEYS_FILE holds the keys of a demonstration.')
    const standIn = await run(MAIN, [], { ...production, WECHAT_API_BASE: 'http://127.0.0.1:9000' })
    expect(standIn).toMatchObject({ code: 1, err: expect.stringContaining('WECHAT_API_BASE') })
    for (const { err } of [left, standIn]) expect(err).not.toMatch(/ {4}at |Warning|deprecat/i)
  })
})
