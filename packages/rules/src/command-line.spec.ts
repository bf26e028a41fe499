import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type AssessmentOptions, assessYear } from './assessment/assessment.ts'
import { drawNumbers } from './awareness/sample-draw.ts'
import { gapPlan } from './gap-plan/gap-plan.ts'
import { pointsOfYear } from './gap-plan/points-of-year.ts'
import { obligations } from './obligations/obligations.ts'
import { POLICIES } from './policy/policies.ts'
import { WHOLE_NOTICE_POLICIES } from './policy/whole-notice.ts'
import { PART_IDS } from './scorecard-ids.ts'
import { assess } from './standards/assess.ts'
import { aLedger, aRecord } from './testing/builders.ts'
import { generateLedger } from './testing/ledger-generator.ts'
import { compare } from './what-if/compare.ts'
import { policiesOf } from './what-if/read-policies.ts'
import { readSnapshot } from './what-if/snapshot.ts'

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

describe('bin/draw.mjs', () => {
  const draw = (...args: string[]) =>
    spawnSync(process.execPath, ['bin/draw.mjs', ...args], { cwd: PACKAGE, encoding: 'utf8' })

  it('draws the numbers that the server drew', () => {
    const numbers = drawNumbers({ seed: 'K7QM2WXP', size: 812, count: 120 })
    expect(draw('K7QM2WXP', '812', '120').stdout).toBe(`${numbers.join('\n')}\n`)
  })

  it('says what it needs', () => {
    expect(draw('K7QM2WXP', 'many', '3')).toMatchObject({ status: 2, stdout: '' })
    expect(draw('--help').stdout).toContain('SEED')
  })
})

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
    const { status, stdout } = run([file, '--as-of', '2026-06-30', '--explain', '--whole'])
    expect(status).toBe(0)
    for (const text of [
      '一、十条标准',
      '第2条 帮教谈话检测',
      '措施6 场所清楚',
      '“辖区每月要开展四次以上毒品预防集中宣传教育活动” 三(二)7',
      '考核分',
      '补齐清单',
      '编号对照',
    ])
      expect(stdout).toContain(text)
    // The sum behind a figure, and what would mend what is missing.
    expect(stdout).toMatch(/算式 +应谈\d+次，谈了\d+次，\d+÷\d+=[\d.]+%，要求100%。/)
    expect(stdout).toMatch(/怎么补 +\S/)
    expect(stdout).toMatch(/自评分从[\d.]+分升到[\d.]+分/)
    expect(stdout).not.toMatch(/[{}]|undefined|NaN/)
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100)
    // An id stands only in the table of ids.
    expect(stdout.split('编号对照')[0]).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7/)
  })

  it('judges the parts in force, and with --whole all of them', () => {
    const partsOf = (...args: string[]) =>
      JSON.parse(run([file, '--as-of', '2026-06-30', ...args]).stdout).parts.map(
        ({ id }: { id: string }) => id,
      )
    expect(partsOf()).toEqual(PART_IDS)
    expect(partsOf('--whole')).toEqual(PART_IDS)
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
    for (const word of [
      '--as-of',
      '--known-at',
      '--policy',
      '--against',
      '--counts',
      '--points',
      '--plan',
      '--obligations',
      '--explain',
      '--freeze',
      '--whole',
    ])
      expect(stdout).toContain(word)
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(115)
  })

  it('prints the points and the gap plan, with the counts beside the ledger, and explains them', () => {
    const counts = { awareness: { resident: { tallies: [{ channel: 'household', aware: 60, valid: 100 }] } } }
    const args = [file, '--as-of', '2026-06-30', '--whole', '--counts', write('counts.json', counts)]
    const options = { asOf: '2026-06-30', policies: WHOLE_NOTICE_POLICIES, ...counts } as AssessmentOptions
    const same = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
    expect(run([...args, '--points']).stdout).toBe(same(assessYear(ledger, options)))
    expect(run([...args, '--plan']).stdout).toBe(
      same(gapPlan(ledger, options, pointsOfYear(ledger, options))),
    )
    const points = run([...args, '--points', '--explain']).stdout.replace(/\s+/g, '')
    expect(points).toContain('100份答卷里有60份知晓，60÷100=60%。5×60÷(100×95%)=3.15分，不足0.01分的舍去。')
    const plan = run([...args, '--plan', '--explain']).stdout
    expect(plan).toMatch(/^1\. {2}/m)
    expect(plan).toMatch(/何时 +\d+月\d+日/)
    expect(`${points}${plan}`).not.toMatch(/[{}]|undefined|NaN/)
  })

  it('names the path of a count that cannot be', () => {
    const counts = { awareness: { resident: { tallies: [{ channel: 'radio', aware: 1, valid: 1 }] } } }
    const { status, stderr } = run([file, '--as-of', '2026-06-30', '--counts', write('wrong.json', counts)])
    expect(status).toBe(1)
    expect(stderr).toContain('wrong.json: awareness.resident.tallies[0].channel: 值的类型或选项不对')
  })

  it('the counts shown in the help are some that can be used', () => {
    const shown = /\{ "awareness"[\s\S]*?"venue".*/.exec(run(['--help']).stdout)![0]
    expect(
      run([file, '--as-of', '2026-12-31', '--points', '--counts', write('shown.json', shown)]).status,
    ).toBe(0)
  })

  it('the draft policy shown in the help is one that can be tried', () => {
    const shown = /\{ "version"[\s\S]*?\} \} \}|\{ "version"[\s\S]*?\] \} \}/.exec(run(['--help']).stdout)![0]
    const { status } = run([file, '--as-of', '2026-06-30', '--policy', write('shown.json', shown)])
    expect(status).toBe(0)
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

describe('the single file', () => {
  let alone: string
  beforeAll(() => {
    alone = mkdtempSync(join(tmpdir(), 'alone-'))
    spawnSync(process.execPath, ['bin/write-standalone.mjs', join(alone, 'assess.mjs')], { cwd: PACKAGE })
  })
  afterAll(() => rmSync(alone, { recursive: true }))

  /** In a folder that holds the file and what it is to read, and nothing else. */
  const replay = (...args: string[]) =>
    spawnSync(process.execPath, ['assess.mjs', ...args], { cwd: alone, encoding: 'utf8', env: {} })

  it('imports nothing but what Node brings', () => {
    const text = readFileSync(join(alone, 'assess.mjs'), 'utf8')
    const imported = Array.from(text.matchAll(/^import .* from "(.*)";$/gm), ([, from]) => from)
    expect(imported.sort()).toEqual(['node:fs', 'node:util'])
    expect(text).not.toMatch(/\brequire\(|\bimport\(/)
  })

  it.each(['usual', 'none-found', 'unreadable-record'])('replays %s to the same bytes', (name) => {
    const frozen = join(PACKAGE, `frozen/${name}.snapshot.json`)
    copyFileSync(frozen, join(alone, 'kept.json'))
    const read = readSnapshot(JSON.parse(readFileSync(frozen, 'utf8')))
    if (!read.ok) throw new Error('unreadable')
    const { status, stdout } = replay('kept.json')
    // 3: the fixtures were frozen by the rules of their day.
    expect([0, 3]).toContain(status)
    expect(stdout).toBe(`${JSON.stringify(assess(read.snapshot.ledger, read.snapshot), null, 2)}\n`)
  })

  it('explains as the command of the package does', () => {
    copyFileSync(join(PACKAGE, 'frozen/usual.snapshot.json'), join(alone, 'kept.json'))
    expect(replay('kept.json', '--explain').stdout).toBe(
      run(['frozen/usual.snapshot.json', '--explain']).stdout,
    )
  })

  it('says whether a stored scorecard follows, and which clause does not', () => {
    copyFileSync(join(PACKAGE, 'frozen/usual.snapshot.json'), join(alone, 'kept.json'))
    const stored = JSON.parse(replay('kept.json').stdout)
    writeFileSync(join(alone, 'same.json'), JSON.stringify(stored))
    const same = replay('kept.json', '--against', 'same.json', '--explain')
    expect([[0, 3].includes(same.status!), same.stdout]).toEqual([true, '和存下的评分逐字一致。\n'])
    const site = stored.parts.find(({ id }: { id: string }) => id === 'S8')
    site.state = site.state === 'met' ? 'notMet' : 'met'
    writeFileSync(join(alone, 'other.json'), JSON.stringify(stored))
    const other = replay('kept.json', '--against', 'other.json')
    expect([other.status, JSON.parse(other.stdout)]).toEqual([
      4,
      expect.objectContaining({ isSame: false, parts: [expect.objectContaining({ id: 'S8' })] }),
    ])
    expect(replay('kept.json', '--against', 'other.json', '--explain').stdout).toContain('教育阵地：')
    writeFileSync(join(alone, 'none.json'), '{}')
    expect(replay('kept.json', '--against', 'none.json')).toMatchObject({ status: 1, stdout: '' })
  })
})

describe('snapshots and drafts', () => {
  const day = ['--as-of', '2026-06-30']
  const draft = {
    version: 'six',
    values: { activitiesPerMonth: { versions: [{ from: '2023-03-24', value: 6 }] } },
  }

  it('a snapshot, judged again, gives the same bytes', () => {
    const snapshot = write('kept.json', run([file, ...day, '--freeze']).stdout)
    expect(run([snapshot])).toEqual(run([file, ...day]))
    expect(run([snapshot, '--obligations'])).toEqual(run([file, ...day, '--obligations']))
    expect(run([snapshot, '--explain'])).toEqual(run([file, ...day, '--explain']))
  })

  it('a snapshot of other rules is judged, and told', () => {
    const snapshot = JSON.parse(run([file, ...day, '--freeze']).stdout)
    const { status, stdout, stderr } = run([write('old.json', { ...snapshot, rulesVersion: '0.0.1' })])
    expect([status, stdout]).toEqual([3, run([file, ...day]).stdout])
    expect(stderr).toContain('frozen by rules 0.0.1')
  })

  it('what is wrong in a snapshot has its path', () => {
    const snapshot = JSON.parse(run([file, ...day, '--freeze']).stdout)
    snapshot.policies.values.graceDays.versions[0].from = '2024-01-01'
    const { status, stderr } = run([write('wrong.json', snapshot)])
    expect(status).toBe(1)
    expect(stderr).toContain('policies.values.graceDays.versions[0].from: 时段之间有空缺 (hole')
    snapshot.policies.values.graceDays.versions[0].from = '2023-03-24'
    snapshot.ledger.records[0].kind = 5
    expect(run([write('wrong.json', snapshot)]).stderr).toContain(
      `ledger.records[id=${snapshot.ledger.records[0].id}].kind: malformedRecord`,
    )
  })

  it('compares a draft over several villages', () => {
    const other = write('other.json', { ...ledger, areaCode: '441581990202' })
    const args = [file, other, ...day, '--policy', write('six.json', draft)]
    const { status, stdout, stderr } = run(args)
    expect([status, stderr]).toEqual([0, ''])
    const six = policiesOf(draft)
    const ledgers = [ledger, { ...ledger, areaCode: '441581990202' }]
    expect(JSON.parse(stdout)).toEqual(
      JSON.parse(JSON.stringify(compare(ledgers, POLICIES, six, { asOf: '2026-06-30' }))),
    )
    expect(run([...args, '--explain']).stdout).toContain('试算：2026-2 → six')
  })

  it.each<[string, unknown, string]>([
    [
      'a hole',
      [
        { from: '2023-03-24', until: '2024-01-01', value: 4 },
        { from: '2024-02-01', value: 4 },
      ],
      'hole',
    ],
    [
      'an overlap',
      [
        { from: '2023-03-24', until: '2024-02-01', value: 4 },
        { from: '2024-01-01', value: 4 },
      ],
      'overlap',
    ],
  ])('refuses a draft with %s in time, with its path', (_, versions, fault) => {
    const path = write('draft.json', { version: 'x', values: { activitiesPerMonth: { versions } } })
    const { status, stdout, stderr } = run([file, ...day, '--policy', path])
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toContain('draft.json: values.activitiesPerMonth.versions[1].from')
    expect(stderr).toContain(fault)
  })

  it.each<[string, () => string[], string]>([
    ['two ledgers without a draft', () => [file, file, ...day], 'several with --policy'],
    [
      'a snapshot with a day',
      () => [write('s.json', run([file, ...day, '--freeze']).stdout), ...day],
      'own day',
    ],
    ['two things to print', () => [file, ...day, '--freeze', '--obligations'], 'stands alone'],
    ['duties explained', () => [file, ...day, '--obligations', '--explain'], 'stands alone'],
  ])('refuses %s', (_, args, text) => {
    const { status, stdout, stderr } = run(args())
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain(text)
  })
})

describe('time zones', () => {
  const ZONES = ['UTC', 'Asia/Shanghai', 'America/Los_Angeles']

  it('UTC, Asia/Shanghai and America/Los_Angeles give the same bytes', () => {
    const outputs = ZONES.map(
      (TZ) =>
        run([file, '--as-of', '2026-10-31', '--whole'], { TZ }).stdout +
        run([file, '--as-of', '2026-10-31', '--whole', '--obligations'], { TZ }).stdout,
    )
    expect(outputs[0]!.length).toBeGreaterThan(1000)
    expect(new Set(outputs).size).toBe(1)
  })

  it('so do scorecard, duties, points, figures and folds of many villages, on days beside a change of year', () => {
    const script = `
      import { createHash } from 'node:crypto'
      import * as rules from './dist/index.js'
      import { generateLedger } from './dist/testing/index.js'
      const hash = createHash('sha256')
      const policies = rules.WHOLE_NOTICE_POLICIES
      for (let seed = 0; seed < 3; seed++) {
        const ledger = generateLedger({ seed: 'tz-' + seed, persons: seed % 7, until: '2027-02-25' })
        for (const asOf of ['2026-01-01', '2026-12-31', '2027-01-01'])
          for (const judge of [rules.assess, rules.obligations, rules.assessYear, rules.shownFigures, rules.villageFold])
            hash.update(JSON.stringify(judge(ledger, { asOf, policies })))
      }
      process.stdout.write(hash.digest('hex'))`
    const hashes = ZONES.map((TZ) => {
      const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
        cwd: PACKAGE,
        encoding: 'utf8',
        env: { ...process.env, TZ },
      })
      expect(stderr).toBe('')
      return stdout
    })
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/)
    expect(new Set(hashes).size).toBe(1)
  })
})
