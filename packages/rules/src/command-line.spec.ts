import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { obligations } from './obligations/obligations.ts'
import { assess } from './standards/assess.ts'
import { aLedger, aRecord } from './testing/builders.ts'
import { generateLedger } from './testing/ledger-generator.ts'

const PACKAGE = join(__dirname, '..')
const ledger = generateLedger({ seed: 'command-line' })
let folder: string
let file: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rules-'))
  file = join(folder, 'ledger.json')
  writeFileSync(file, JSON.stringify(ledger))
})
afterAll(() => rmSync(folder, { recursive: true }))

function run(args: string[], options: { input?: string; TZ?: string } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/assess.mjs', ...args], {
    cwd: PACKAGE,
    encoding: 'utf8',
    input: options.input,
    env: { ...process.env, TZ: options.TZ ?? 'UTC' },
  })
  return { status, stdout, stderr }
}

function write(name: string, value: unknown): string {
  const path = join(folder, name)
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value))
  return path
}

describe('bin/assess.mjs', () => {
  it('prints the scorecard the rules give', () => {
    const { status, stdout, stderr } = run([file, '--as-of', '2026-06-30'])
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toBe(`${JSON.stringify(assess(ledger, { asOf: '2026-06-30' }), null, 2)}\n`)
  })

  it('reads standard input, an instant of knowledge, and prints duties', () => {
    const knownAt = '2026-05-01T00:00:00.000Z'
    const { stdout } = run(['-', '--as-of', '2026-06-30', '--known-at', knownAt], {
      input: JSON.stringify(ledger),
    })
    expect(JSON.parse(stdout)).toEqual(assess(ledger, { asOf: '2026-06-30', knownAt }))
    expect(JSON.parse(run([file, '--as-of', '2026-06-30', '--obligations']).stdout)).toEqual(
      obligations(ledger, { asOf: '2026-06-30' }),
    )
  })

  it('explains in sentences', () => {
    const { status, stdout } = run([file, '--as-of', '2026-06-30', '--explain'])
    expect(status).toBe(0)
    expect(stdout).toContain('第2条 帮教谈话检测')
    expect(stdout).toContain('原文:“辖区每月要开展四次以上毒品预防集中宣传教育活动”(三(二)7)')
    expect(stdout).not.toMatch(/[{}]|undefined|NaN/)
  })

  it('names the path of a record it cannot read, and still judges the rest', () => {
    const broken = aLedger([aRecord('talk', 'p1', '2026-02-01', { found: 5 })])
    const { status, stdout, stderr } = run([write('broken.json', broken), '--as-of', '2026-06-30'])
    expect(status).toBe(0)
    expect(stderr).toContain('records[id=talk_p1_2026-02-01].payload.found: malformedRecord')
    expect(JSON.parse(stdout).parts[1].state).toBe('undetermined')
  })

  it('helps', () => {
    const { status, stdout } = run(['--help'])
    expect(status).toBe(0)
    for (const word of ['--as-of', '--known-at', '--obligations', '--explain', 'Exit status'])
      expect(stdout).toContain(word)
  })

  it.each([
    ['no file', () => [], 2, 'Name one ledger file'],
    ['no day', () => [file], 2, '--as-of'],
    ['a day that does not exist', () => [file, '--as-of', '2026-02-30'], 2, '--as-of'],
    ['no instant', () => [file, '--as-of', '2026-06-30', '--known-at', 'June'], 2, '--known-at'],
    ['an unknown option', () => [file, '--fast'], 2, '--help'],
    [
      'a file that is not there',
      () => [join(folder, 'none.json'), '--as-of', '2026-06-30'],
      1,
      'no such file',
    ],
    ['a file that is not JSON', () => [write('text.json', '{'), '--as-of', '2026-06-30'], 1, 'not JSON'],
    [
      'a file that is no ledger',
      () => [write('no.json', { format: 'x' }), '--as-of', '2026-06-30'],
      1,
      'format: malformedLedger',
    ],
  ])('says what is wrong: %s', (_, args, expected, text) => {
    const { status, stdout, stderr } = run(args())
    expect([status, stdout]).toEqual([expected, ''])
    expect(stderr).toContain(text)
  })
})

describe('time zones', () => {
  it('UTC, Asia/Shanghai and America/Los_Angeles give the same bytes', () => {
    const outputs = ['UTC', 'Asia/Shanghai', 'America/Los_Angeles'].map(
      (TZ) =>
        run([file, '--as-of', '2026-10-31'], { TZ }).stdout +
        run([file, '--as-of', '2026-10-31', '--obligations'], { TZ }).stdout,
    )
    expect(outputs[0]!.length).toBeGreaterThan(1000)
    expect(new Set(outputs).size).toBe(1)
  })
})
