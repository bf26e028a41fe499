import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildServer } from './support/server-process.js'

const PROOF = path.resolve(__dirname, '../proofs/pledges.mjs')

/** Figures that the proof prints, by their name. */
const figuresIn = (output: string): Record<string, string> =>
  Object.fromEntries(output.split('\n').map((line) => [line.slice(0, 52).trim(), line.slice(52).trim()]))

describe('pledges signed while the server that seals them is killed', () => {
  beforeAll(buildServer)

  it('are all sealed, once each, in one whole chain', async () => {
    const options = ['--pledges', '30', '--kills', '1', '--signers', '6', '--seed', '7']
    const { stdout } = await promisify(execFile)(process.execPath, [PROOF, ...options])
    expect(figuresIn(stdout)).toMatchObject({
      'answered with a receipt': '30',
      kills: '1',
      sealed: '30',
      stuck: '0',
      'in the ledgers': '30',
    })
  }, 900_000)
})
