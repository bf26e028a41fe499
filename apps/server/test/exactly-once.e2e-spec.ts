import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { buildServer } from './support/server-process.js'

const PROOF = path.resolve(__dirname, '../proofs/exactly-once.mjs')

/** Figures that the proof prints, by their name. */
const figuresIn = (output: string): Record<string, string> =>
  Object.fromEntries(output.split('\n').map((line) => [line.slice(0, 52).trim(), line.slice(52).trim()]))

describe('records through a bad network to a server that is killed', () => {
  beforeAll(buildServer)

  it('arrive once each, whole, and whatever was acknowledged is there', async () => {
    const options = ['--submissions', '100', '--server-kills', '2', '--database-kills', '0', '--seed', '20']
    const { stdout } = await promisify(execFile)(process.execPath, [PROOF, ...options])
    const figures = figuresIn(stdout)
    expect(figures).toMatchObject({ lost: '0', doubled: '0', 'half written': '0' })
    expect(figures.stored).toBe(figures.submitted)
    expect(figures.acknowledged).toBe(figures.submitted)
    expect(figures['sent again with other content, refused with 409']).toBe('100')
  }, 240_000)
})
