import { spawn } from 'node:child_process'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../src/configure-app.js'
import { IdentityService } from '../src/modules/registers/identity.service.js'
import { FixedClock } from '../src/platform/clock.js'
import { generateKeyFile, KeyRing } from '../src/platform/crypto/key-ring.js'
import { createLog } from '../src/platform/logging.js'
import { JobRunner } from '../src/platform/outbox/job-runner.js'
import { TEST_NOW, type TestApp } from './support/app.js'
import { createEmptyDatabase, createTestDatabase, type TestDatabase, testConfig } from './support/database.js'
import { aPhoto, upload } from './support/photos.js'
import { anActivity, aTalk, makeAreas, putRecord, register, VILLAGE_A } from './support/records.js'
import { type SignedIn, signIn } from './support/sign-in.js'

const CLI = path.join(__dirname, '../dist/cli')
const takenAt = (manifest: string): string => JSON.parse(readFileSync(manifest, 'utf8')).takenAt

/** Of the activity, and of the talk: the second is kept under its person's key. */
const PHOTOS = ['01900000-0000-7000-8000-0000000000a1', '01900000-0000-7000-8000-0000000000a2'] as const

/** Files below a folder, by their path in it. */
const filesIn = (place: string): Map<string, Buffer> =>
  new Map(
    readdirSync(place, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(path.join(place, name)).isFile())
      .map((name) => [name, readFileSync(path.join(place, name))]),
  )

type Run = { code: number | null; out: string; err: string }

describe('backup and restore', () => {
  let folder: string
  let keysFile: string
  let test: TestApp
  let secretary: SignedIn
  let kept: string
  let erased: string
  /** A backup of the whole town, made once; the tests that change it put it back. */
  let manifest: string

  const run = (database: TestDatabase, name: string, ...args: string[]): Promise<Run> =>
    runAt(folder, database, name, ...args)
  /** A command of a server that keeps its files in a folder. */
  const runAt = (dataDir: string, database: TestDatabase, name: string, ...args: string[]): Promise<Run> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, [path.join(CLI, `${name}.js`), ...args], {
        env: {
          PATH: process.env.PATH,
          APP_MODE: 'demo',
          DATABASE_URL: database.url,
          KEYS_FILE: keysFile,
          DATA_DIR: dataDir,
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

  const identity = () => path.join(folder, 'backup-identity.txt')
  const recipient = () => /age1\S+/.exec(readFileSync(identity(), 'utf8'))?.[0] ?? ''
  const backup = async (name: string): Promise<string> => {
    const made = await run(
      test.database,
      'backup',
      '--recipient',
      recipient(),
      '--out',
      path.join(folder, name, 'data'),
      '--keys-out',
      path.join(folder, name, 'keys'),
    )
    expect(made).toMatchObject({ code: 0, err: '' })
    return made.out.trim().split('\n').at(-1) ?? ''
  }
  const lastBackup = async (): Promise<{ at: Date; isOk: number }> => {
    const [mark] = await test.database.dataSource.query(
      `SELECT at, is_ok AS isOk FROM operation_mark WHERE name = 'backup'`,
    )
    return mark
  }
  const keysOf = (name: string): string => {
    const keys = path.join(folder, name, 'keys')
    return path.join(keys, readdirSync(keys)[0] ?? '', 'keys.jsonl.gz.age')
  }
  const nameIn = async (database: TestDatabase, personId: string): Promise<string | undefined> => {
    const app = await appOn(database)
    try {
      return (await app.get(IdentityService, { strict: false }).open(database.dataSource.manager, personId))
        ?.name
    } finally {
      await app.close()
    }
  }
  const appOn = async (database: TestDatabase) => {
    const app = await createApp({
      config: testConfig(database.url, { DATA_DIR: folder }),
      keys: new KeyRing(JSON.parse(readFileSync(keysFile, 'utf8'))),
      log: createLog('silent'),
      clock: new FixedClock(new Date(TEST_NOW)),
    })
    await app.init()
    await app.getHttpAdapter().getInstance().ready()
    return app
  }

  beforeAll(async () => {
    if (!existsSync(path.join(CLI, 'backup.js')))
      throw new Error('The server is not built: pnpm --filter @dfv/server build')
    folder = mkdtempSync(path.join(tmpdir(), 'dfv-backup-'))
    keysFile = path.join(folder, 'keys.json')
    writeFileSync(keysFile, JSON.stringify(generateKeyFile(true)))
    const database = await createTestDatabase()
    const clock = new FixedClock(new Date(TEST_NOW))
    const app = await appOn(database)
    test = {
      app,
      database,
      clock,
      close: async () => {
        await app.close()
        await database.drop()
      },
    }
    await makeAreas(test)
    secretary = await signIn(test, { name: '王书记', role: 'village-secretary', areaCode: VILLAGE_A })
    kept = (await register(test, secretary, { identity: { name: '陈留下' } })).personId
    erased = (await register(test, secretary, { identity: { name: '林抹去' }, payload: { birthYear: 1990 } }))
      .personId
    const activity = await putRecord(
      test,
      secretary,
      '01900000-0000-7000-8000-000000000001',
      anActivity({ payload: { photos: [PHOTOS[0]] } }),
    )
    const talk = await putRecord(
      test,
      secretary,
      '01900000-0000-7000-8000-000000000002',
      aTalk(kept, {
        payload: {
          note: '近况平稳，找到工作了',
          photos: [PHOTOS[1]],
        },
      }),
    )
    expect([activity, talk]).toMatchObject([{ status: 201 }, { status: 201 }])
    for (const id of PHOTOS)
      expect(await upload(test, secretary, id, await aPhoto())).toMatchObject({ status: 200 })
    await test.app.get(JobRunner).drain()
    const made = await run(database, 'admin', 'make-backup-key', '--out', identity())
    expect(made).toMatchObject({ code: 0, err: '' })
    manifest = await backup('whole')
  })

  afterAll(async () => {
    await test.close()
    rmSync(folder, { recursive: true })
  })

  it('brings everything back into an empty database, and ends the sessions', async () => {
    const database = await createEmptyDatabase()
    try {
      const restored = await run(
        database,
        'restore',
        '--manifest',
        manifest,
        '--identity',
        identity(),
        '--keys',
        keysOf('whole'),
      )
      expect(restored).toMatchObject({ code: 0, err: '' })
      expect(await nameIn(database, kept)).toBe('陈留下')
      for (const table of ['record', 'record_revision', 'audit_entry', 'audit_chain', 'subject']) {
        const rows = `SELECT * FROM ${table} ORDER BY 1, 2`
        expect(await database.dataSource.query(rows)).toEqual(await test.database.dataSource.query(rows))
      }
      const open = 'SELECT COUNT(*) AS n FROM session WHERE revoked_at IS NULL'
      expect(Number((await test.database.dataSource.query(open))[0].n)).toBeGreaterThan(0)
      expect(Number((await database.dataSource.query(open))[0].n)).toBe(0)
    } finally {
      await database.drop()
    }
  })

  it('is noted, so that a night without one is noticed', async () => {
    const last = await lastBackup()
    expect(last).toEqual({ at: expect.any(Date), isOk: 1 })
    expect(last.at.getTime()).toBeGreaterThanOrEqual(Date.parse(takenAt(manifest)))
  })

  describe('photos and scans', () => {
    const copies = () => path.join(folder, 'whole', 'data', 'files')
    const restoreAt = async (dataDir: string, ...more: string[]): Promise<Run> => {
      const database = await createEmptyDatabase()
      try {
        const args = ['--manifest', manifest, '--identity', identity(), '--keys', keysOf('whole'), ...more]
        return await runAt(dataDir, database, 'restore', ...args)
      } finally {
        await database.drop()
      }
    }

    it('come back byte for byte, where the restored server keeps them', async () => {
      const dataDir = path.join(folder, 'other-server')
      expect(await restoreAt(dataDir)).toMatchObject({
        code: 0,
        err: '',
        out: expect.stringMatching(/4 photos/),
      })
      const kept = filesIn(path.join(folder, 'attachments'))
      expect(kept.size).toBe(4)
      expect(filesIn(path.join(dataDir, 'attachments'))).toEqual(kept)
    })

    it('lie in the backup encrypted, and are copied once', async () => {
      const before = filesIn(copies())
      expect(before.size).toBe(4)
      for (const content of before.values()) {
        expect(content.subarray(0, 21).toString()).toBe('age-encryption.org/v1')
        expect(content.includes(Buffer.from('JFIF'))).toBe(false)
      }
      const again = await run(
        test.database,
        'backup',
        '--recipient',
        recipient(),
        '--out',
        path.join(folder, 'whole', 'data'),
        '--keys-out',
        path.join(folder, 'whole-again', 'keys'),
      )
      expect(again).toMatchObject({
        code: 0,
        out: expect.stringMatching(/4 photos and scans, 0 of them copied/),
      })
      expect(filesIn(copies())).toEqual(before)
    })

    it('are missed by restore and drill when a copy is gone or spoilt', async () => {
      const [first, second] = [...filesIn(copies()).keys()].map((name) => path.join(copies(), name))
      const sound = readFileSync(second!)
      renameSync(first!, `${first}.away`)
      writeFileSync(second!, sound.subarray(0, sound.length - 1))
      try {
        const restored = await restoreAt(path.join(folder, 'half-server'))
        expect(restored).toMatchObject({ code: 1, err: '' })
        expect(restored.out.match(/^missing: the stored file [0-9a-f]{64}/gm)).toHaveLength(2)
        const drill = await restoreAt(path.join(folder, 'drilled-server'), '--drill')
        expect(drill).toMatchObject({ code: 1, out: expect.stringMatching(/failed with 2 faults/) })
      } finally {
        renameSync(`${first}.away`, first!)
        writeFileSync(second!, sound)
      }
    })

    it('that the server itself has lost are named, and everything else is backed up', async () => {
      const kept = path.join(folder, 'attachments')
      const [file] = [...filesIn(kept).keys()]
      const address = path.basename(file!)
      renameSync(path.join(kept, file!), path.join(folder, 'away'))
      try {
        const out = path.join(folder, 'with-a-loss')
        const made = await run(test.database, 'backup', '--recipient', recipient(), '--out', out)
        expect(made).toMatchObject({
          code: 1,
          err: '',
          out: expect.stringContaining(`file ${address} is gone`),
        })
        expect(filesIn(path.join(out, 'files')).size).toBe(3)
        expect(await lastBackup()).toMatchObject({ isOk: 0 })
      } finally {
        renameSync(path.join(folder, 'away'), path.join(kept, file!))
      }
    })
  })

  it('passes its drill, which leaves nothing behind', async () => {
    const databases = () => test.database.dataSource.query('SHOW DATABASES')
    const before = await databases()
    const drill = await run(
      test.database,
      'restore',
      '--drill',
      '--manifest',
      manifest,
      '--identity',
      identity(),
      '--keys',
      keysOf('whole'),
    )
    expect(drill).toMatchObject({ code: 0, err: '' })
    expect(drill.out).toContain('Drill passed')
    expect((await databases()).length).toBeLessThanOrEqual(before.length + 1)
    expect(JSON.stringify(await databases())).not.toContain('dfv_drill_')
  })

  it('an erased person stays erased: his old records come back, nobody can read who he is', async () => {
    await test.app.get(IdentityService, { strict: false }).erase(test.database.dataSource.manager, erased)
    await backup('after')
    const database = await createEmptyDatabase()
    try {
      const restored = await run(
        database,
        'restore',
        '--manifest',
        manifest,
        '--identity',
        identity(),
        '--keys',
        keysOf('after'),
      )
      expect(restored.code).toBe(0)
      expect(restored.out).toContain('1 without a data key')
      expect(await nameIn(database, erased)).toBeUndefined()
      expect(await nameIn(database, kept)).toBe('陈留下')
    } finally {
      await database.drop()
    }
  })

  it('holds nobody’s name and no key in the clear', async () => {
    for (const file of [manifest, path.join(path.dirname(manifest), 'data.jsonl.gz.age'), keysOf('whole')]) {
      const content = readFileSync(file)
      for (const word of ['陈留下', '林抹去', 'village-secretary', VILLAGE_A])
        expect(content.includes(Buffer.from(word))).toBe(false)
    }
  })

  it('refuses a changed, cut or foreign backup and a database in use, in a sentence, and writes nothing', async () => {
    const data = path.join(path.dirname(manifest), 'data.jsonl.gz.age')
    const sound = readFileSync(data)
    const told = readFileSync(manifest, 'utf8')
    const database = await createEmptyDatabase()
    const restore = (...more: string[]) =>
      run(
        database,
        'restore',
        '--manifest',
        manifest,
        '--identity',
        identity(),
        '--keys',
        keysOf('whole'),
        ...more,
      )
    const tables = () => database.dataSource.query('SHOW TABLES')
    try {
      const flipped = Buffer.from(sound)
      flipped[sound.length - 40] = (flipped[sound.length - 40] ?? 0) ^ 1
      writeFileSync(data, flipped)
      expect(await restore()).toMatchObject({ code: 1, err: expect.stringMatching(/could not be read/) })
      writeFileSync(data, sound.subarray(0, sound.length - 100))
      expect((await restore()).code).toBe(1)
      writeFileSync(data, sound)
      writeFileSync(
        manifest,
        told.replace(/"rows": (\d+)/, (_, n) => `"rows": ${Number(n) + 1}`),
      )
      expect(await restore()).toMatchObject({ code: 1, err: expect.stringMatching(/seal does not fit/) })
      writeFileSync(manifest, told)
      const other = path.join(folder, 'other.txt')
      await run(database, 'admin', 'make-backup-key', '--out', other)
      expect((await restore('--identity', other)).code).toBe(1)
      expect(await tables()).toEqual([])
    } finally {
      await database.drop()
    }
    const inUse = await run(
      test.database,
      'restore',
      '--manifest',
      manifest,
      '--identity',
      identity(),
      '--keys',
      keysOf('whole'),
    )
    expect(inUse).toMatchObject({ code: 1, err: expect.stringMatching(/not empty/) })
  })
})
