import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildServer } from './support/server-process.js'

const PROOF = path.resolve(__dirname, '../proofs/reminders.mjs')

describe('weeks of duties before two servers with outages, clocks that jump and runs that break off', () => {
  beforeAll(buildServer)

  it('every rung is told exactly once, and nothing by night or on a day off', async () => {
    const options = ['--duties', '150', '--days', '30', '--seed', '1']
    const { stdout } = await promisify(execFile)(process.execPath, [PROOF, ...options])
    expect(stdout).toMatch(/rungs and summaries that had to be told +[1-9]\d\d/)
    expect(stdout).toMatch(/not told, or told twice +0\n/)
    expect(stdout).toMatch(/between 21:00 and 08:00 +0\n/)
  }, 900_000)
})
