import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildServer } from './support/server-process.js'

const PROOF = path.resolve(__dirname, '../proofs/interleavings.mjs')

describe('three devices that correct, void and merge the same records', () => {
  beforeAll(buildServer)

  it('lose no value and overwrite none without a word, in memory and on the whole server alike', async () => {
    const options = ['--count', '300', '--real', '10', '--seed', '1']
    const { stdout } = await promisify(execFile)(process.execPath, [PROOF, ...options])
    expect(stdout).toMatch(/interleavings of three devices +300\n/)
    expect(stdout).toMatch(/ended alike on the whole server and its database +10\n/)
    expect(stdout).not.toMatch(/ {2}merged +0\n/)
  }, 900_000)
})
