import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildServer } from './support/server-process.js'

const PROOFS = path.resolve(__dirname, '../proofs')

/** Figures that the proof prints, by their name. */
const figuresIn = (output: string): Record<string, string> =>
  Object.fromEntries(output.split('\n').map((line) => [line.slice(0, 52).trim(), line.slice(52).trim()]))

const run = async (proof: string, options: string[]) => {
  const file = path.join(PROOFS, `${proof}.mjs`)
  return (await promisify(execFile)(process.execPath, [file, ...options])).stdout
}

describe('a server that is killed', () => {
  beforeAll(buildServer)

  it('has each record of a bad network once, whole, and whatever was acknowledged', async () => {
    const options = ['--submissions', '100', '--server-kills', '2', '--database-kills', '0', '--seed', '20']
    const figures = figuresIn(await run('exactly-once', options))
    expect(figures).toMatchObject({ lost: '0', doubled: '0', 'half written': '0' })
    expect(figures.stored).toBe(figures.submitted)
    expect(figures.acknowledged).toBe(figures.submitted)
    expect(figures['sent again with other content, refused with 409']).toBe('100')
  }, 900_000)

  it('has each answered paper once, and counts it once', async () => {
    const options = ['--papers', '120', '--server-kills', '1', '--database-kills', '0', '--seed', '20']
    expect(figuresIn(await run('quiz', options))).toMatchObject({
      acknowledged: '120',
      stored: '120',
      lost: '0',
      'counted in the tallies': '120',
      'tallies that differ from a recount': '0',
      'handed in again, answered as known': '120',
    })
  }, 900_000)
})
