import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CredentialsService } from '../src/modules/accounts/credentials.service.js'
import type { AppointedRole } from '../src/platform/auth/roles.js'
import { generateKeyFile } from '../src/platform/crypto/key-ring.js'
import { DEMO_TOWN } from '../src/platform/demo-areas.js'
import { createTestApp, TEST_NOW, type TestApp } from './support/app.js'
import { makeAreas, send, VILLAGE_A, VILLAGE_B } from './support/records.js'
import { buildServer, startServerProcess } from './support/server-process.js'
import { signIn } from './support/sign-in.js'
import { type StandIn, startStandIn } from './support/stand-in.js'

/** Minutes of the servers pass in three seconds: jobs that run each minute run often enough to see. */
const CLOCK_SPEED = 20
const WATCHED_MS = 12_000

describe('reminders of two server processes on one database', () => {
  let test: TestApp
  let standIn: StandIn
  let folder: string
  const processes: ChildProcess[] = []

  const start = async (startedAt: number) => {
    const { child } = await startServerProcess({
      ...standIn.env,
      APP_MODE: 'demo',
      DATABASE_URL: test.database.url,
      DATA_DIR: folder,
      KEYS_FILE: path.join(folder, 'keys.json'),
      JOBS: 'on',
      CLOCK_FROM: TEST_NOW,
      CLOCK_STARTED_AT: String(startedAt),
      CLOCK_SPEED: String(CLOCK_SPEED),
    })
    processes.push(child)
  }
  const person = async (role: AppointedRole, areaCode: string, openId: string) => {
    const who = await signIn(test, { name: '甲', role, areaCode })
    await standIn.addUser(openId)
    await test.app.get(CredentialsService).bind(test.database.dataSource.manager, who.accountId, openId)
    for (let taps = 0; taps < 3; taps++) {
      const results = await standIn.answerPopup(openId, 'accept')
      await send(test, who, 'POST', '/api/reminders/credits', {
        results: [{ templateId: standIn.templateId, result: results[standIn.templateId] }],
      })
    }
    return who
  }

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'dfv-processes-'))
    writeFileSync(path.join(folder, 'keys.json'), JSON.stringify(generateKeyFile(true)))
    buildServer()
    standIn = await startStandIn()
    await standIn.setClock(TEST_NOW)
    test = await createTestApp(standIn.env)
    await makeAreas(test)
  })

  afterAll(async () => {
    for (const child of processes) {
      if (child.exitCode !== null || child.signalCode !== null) continue
      child.kill('SIGTERM')
      await once(child, 'exit')
    }
    await standIn.close()
    await test.close()
    rmSync(folder, { recursive: true })
  })

  it('reach each person once, also when one of the processes is killed', async () => {
    const openIds = ['o-secretary-a', 'o-secretary-b', 'o-office']
    await person('village-secretary', VILLAGE_A, 'o-secretary-a')
    await person('village-secretary', VILLAGE_B, 'o-secretary-b')
    await person('town-office', DEMO_TOWN, 'o-office')
    const startedAt = Date.now()
    await Promise.all([start(startedAt), start(startedAt)])
    const deadline = Date.now() + WATCHED_MS
    while ((await standIn.sent()).length < openIds.length && Date.now() < deadline) await pause(100)
    processes[0]?.kill('SIGKILL')
    await start(startedAt)
    await pause(6_000)

    const reached = (await standIn.sent()).map(({ openid }) => openid).sort()
    expect(reached).toEqual([...openIds].sort())
    const lines: { n: number | string }[] = await test.database.dataSource.query(
      `SELECT account_id, area_code, text_key, COUNT(*) AS n FROM notification GROUP BY account_id, area_code, text_key, params`,
    )
    expect(lines.length).toBeGreaterThanOrEqual(openIds.length)
    expect(lines.map(({ n }) => Number(n)).filter((n) => n > 1)).toEqual([])
    expect(await standIn.violations()).toEqual([])
  })
})
