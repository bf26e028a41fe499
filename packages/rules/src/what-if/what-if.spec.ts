import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { canonicalJson } from '../core/canonical-json.ts'
import type { Version } from '../core/dated.ts'
import { POLICIES, type Policies, type PolicyId } from '../policy/policies.ts'
import { WHOLE_NOTICE_POLICIES } from '../policy/whole-notice.ts'
import { PART_IDS } from '../scorecard-ids.ts'
import { AREA, aLedger, aRecord } from '../testing/builders.ts'
import { generateLedger } from '../testing/ledger-generator.ts'
import { assess, assessYear, obligations } from '../testing/whole.ts'
import { comparisonTexts, faultText, villageChangeTexts, WHAT_IF_ZH } from '../text/what-if-text.ts'
import { compare } from './compare.ts'
import { PolicyFormatError, type PolicyIssue, policiesOf, readPolicies } from './read-policies.ts'
import { readYearCounts, type YearCounts } from './read-year-counts.ts'
import { freeze, readSnapshot } from './snapshot.ts'

const draftOf = (values: object, rest: object = {}): Policies =>
  policiesOf({ version: 'draft', values, ...rest }, WHOLE_NOTICE_POLICIES)
const always = (value: unknown) => ({ versions: [{ from: '2023-03-24', value }] })
const asOf = '2026-06-30'

const activities = (areaCode: string, perMonth: number) =>
  aLedger(
    ['01', '02', '03', '04', '05', '06'].flatMap((month) =>
      Array.from({ length: perMonth }, (_, nth) =>
        aRecord(
          'publicity-activity',
          areaCode,
          `2026-${month}-${10 + nth}`,
          {},
          {
            id: `${month}-${nth}`,
            areaCode,
            subjectId: areaCode,
          },
        ),
      ),
    ),
    { areaCode },
  )

describe('试算', () => {
  const four = activities('441581990201', 4)
  const six = activities('441581990202', 6)
  const none = activities('441581990203', 0)

  it('tells what changes, in which village, which part, by which clause', () => {
    const draft = draftOf({ activitiesPerMonth: always(6) })
    const comparison = compare([six, none, four], WHOLE_NOTICE_POLICIES, draft, { asOf })
    expect(comparison).toMatchObject({
      policyVersion: { current: WHOLE_NOTICE_POLICIES.version, draft: 'draft' },
      unchanged: 1,
    })
    expect(comparison.values).toEqual([
      {
        id: 'activitiesPerMonth',
        clause: '三(二)7',
        meaning: '每月宣传活动次数',
        current: [{ from: '2023-03-24', value: 4 }],
        draft: [{ from: '2023-03-24', value: 6 }],
      },
    ])
    expect(comparison.villages.map(({ areaCode }) => areaCode)).toEqual(['441581990201', '441581990203'])
    const [first] = comparison.villages
    expect(first!.standards).toContainEqual({ id: 'S7', current: 'met', draft: 'notMet' })
    expect(first!.parts.find(({ id }) => id === 'S7')).toMatchObject({
      clause: { ref: '三(二)7' },
      current: { state: 'met', numerator: 6, denominator: 6 },
      draft: { state: 'notMet', numerator: 0, denominator: 6 },
      policy: ['activitiesPerMonth'],
    })
    // Nothing was held in the third village: its figures stay, and only the numbers to reach differ.
    expect(comparison.summary.find(({ id }) => id === 'S7')).toMatchObject({
      better: 0,
      worse: 1,
      figures: 0,
    })
  })

  it('a village of another county keeps what its county set', () => {
    const draft = draftOf({}, { counties: { '441582': { activitiesPerMonth: always(6).versions } } })
    const other = { ...activities('441582990201', 4) }
    const comparison = compare([four, other], WHOLE_NOTICE_POLICIES, draft, { asOf })
    expect(comparison.values).toMatchObject([{ id: 'activitiesPerMonth', county: '441582', current: null }])
    expect(comparison.villages).toMatchObject([
      { areaCode: '441582990201', standards: [{ id: 'S7', draft: 'notMet' }] },
    ])
  })

  it('tells the better, the track and the duties that arise or lapse', () => {
    const open = aLedger([], { areaCode: AREA })
    const draft = draftOf({ activitiesPerMonth: always(0) })
    const [change] = compare([open], WHOLE_NOTICE_POLICIES, draft, { asOf }).villages
    expect(change!.obligations).toEqual({
      added: [],
      removed: [
        {
          id: `publicity:${AREA}:2026-06`,
          kind: 'publicity',
          subjectId: AREA,
          period: '2026-06',
          owedBy: 'village-secretary',
          dueOn: '2026-06-30',
        },
      ],
      moved: [],
    })
    const confirmed = aLedger([aRecord('roster-confirmation', AREA, '2026-05-25')])
    const late = draftOf({ graceDays: always(0) })
    expect(compare([confirmed], WHOLE_NOTICE_POLICIES, late, { asOf }).villages).toMatchObject([
      { track: { current: 'none-found', draft: 'ten-standards' } },
    ])
    expect(compare([open], WHOLE_NOTICE_POLICIES, draft, { asOf }).summary).toMatchObject([
      { id: 'S7', better: 1, worse: 0 },
    ])
  })

  it('tells the points, and the items they come from, by clause', () => {
    const weights = WHOLE_NOTICE_POLICIES.values.pointWeights.versions[0]!.value
    const draft = draftOf({
      pointWeights: always({ ...weights, 'A1.funds': 600, 'A1.meetings': 200 }),
      meetingsPerYear: always(1),
    })
    const ledger = aLedger([aRecord('funds', '', '2026-02-01'), aRecord('meeting', '', '2026-03-01')])
    const [change] = compare([ledger], WHOLE_NOTICE_POLICIES, draft, { asOf }).villages
    const points = (policies: Policies) => assessYear(ledger, { asOf, policies }).points
    expect(change!.points).toEqual({ current: points(WHOLE_NOTICE_POLICIES), draft: points(draft) })
    expect(change!.points!.draft - change!.points!.current).toBe(400)
    expect(change!.items).toEqual([
      {
        id: 'A1.funds',
        clause: expect.objectContaining({ ref: '四(一)1' }),
        current: { state: 'met', points: 400, weight: 400 },
        draft: { state: 'met', points: 600, weight: 600 },
        policy: ['pointWeights'],
      },
      {
        id: 'A1.meetings',
        clause: expect.objectContaining({ ref: '四(一)1' }),
        current: { state: 'notMet', points: 0, weight: 400 },
        draft: { state: 'met', points: 200, weight: 200 },
        policy: ['pointWeights', 'meetingsPerYear'],
      },
    ])
    const lines = villageChangeTexts(change!)
    expect(lines).toContain('工作经费：4 / 4分 → 6 / 6分(四(一)1)，因为“各项的分数(百分之一分)，由县里定”')
    expect(lines.join('\n')).toMatch(/系统算的分：[\d.]+ → [\d.]+分/)
  })

  it('what is counted beside the ledgers goes into the points of both', () => {
    const draft = draftOf({ minSample: always(200) })
    const countsOf = () => ({
      awareness: { resident: { tallies: [{ channel: 'household' as const, aware: 148, valid: 150 }] } },
    })
    const [change] = compare([four], WHOLE_NOTICE_POLICIES, draft, { asOf, countsOf }).villages
    expect(change!.items).toMatchObject([
      {
        id: 'A3.residents',
        current: { state: 'met' },
        draft: { state: 'undetermined' },
        policy: ['minSample'],
      },
    ])
    expect(compare([four], WHOLE_NOTICE_POLICIES, draft, { asOf }).villages).toEqual([])
  })

  it('tells the duties that arise, and those that get another last day', () => {
    const ledger = aLedger([
      aRecord('person-registration', 'p1', '2026-01-01'),
      aRecord('person-status', 'p1', '2026-05-20'),
    ])
    const draft = draftOf({ reportInDays: always(60), sweepWithinDays: always(31) })
    const [change] = compare([ledger], WHOLE_NOTICE_POLICIES, draft, { asOf }).villages
    const due = (policies: Policies) =>
      obligations(ledger, { asOf, policies }).open.find(({ kind }) => kind === 'support-group')!.dueOn
    expect(change!.obligations.moved).toContainEqual(
      expect.objectContaining({
        kind: 'support-group',
        dueOn: due(WHOLE_NOTICE_POLICIES),
        draftDueOn: due(draft),
      }),
    )
    const text = villageChangeTexts(change!).join('\n')
    expect(text).toMatch(/到期日变了的\d+件：.*成立小组1件/)
  })

  it('the same policy changes nothing, whatever the ledgers hold', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { maxLength: 3 }), (seeds) => {
        const ledgers = seeds.map((seed) => generateLedger({ seed: `${seed}`, persons: 4 }))
        const comparison = compare(
          [...ledgers, null, { format: 1 }],
          WHOLE_NOTICE_POLICIES,
          WHOLE_NOTICE_POLICIES,
          { asOf },
        )
        expect([comparison.villages, comparison.values]).toEqual([[], []])
        expect(comparison.unchanged).toBe(seeds.length + 2)
      }),
      { numRuns: 20 },
    )
  })

  it('what it says of the draft is what the draft gives', () => {
    const draft = draftOf({
      minDutyDays: always(1),
      cycleAnchor: always('support-start'),
      activitiesPerMonth: always(3),
    })
    fc.assert(
      fc.property(fc.nat(10_000), (seed) => {
        const ledger = generateLedger({ seed: `${seed}`, persons: 6 })
        const [change] = compare([ledger], WHOLE_NOTICE_POLICIES, draft, { asOf }).villages
        const parts = assess(ledger, { asOf }).parts
        for (const part of assess(ledger, { asOf, policies: draft }).parts) {
          const told = change?.parts.find(({ id }) => id === part.id)
          const before = parts.find(({ id }) => id === part.id)!
          expect(told?.draft?.state ?? before.state).toBe(part.state)
          expect(told?.current?.state ?? before.state).toBe(before.state)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('tells the parts that are taken up or given up', () => {
    const without = draftOf({ judgedParts: always(PART_IDS.filter((id) => !/^(S8|M)/.test(id))) })
    for (const [from, to] of [
      [without, POLICIES],
      [POLICIES, { ...without, version: 'draft' }],
    ] as const) {
      const comparison = compare([four], from, to, { asOf })
      const [change] = comparison.villages
      const site = change!.parts.find(({ id }) => id === 'S8')!
      expect(site.policy).toContain('judgedParts')
      expect([site.current, site.draft].filter((figures) => figures === null)).toHaveLength(1)
      expect(change!.standards.map(({ id }) => id)).toContain('M1')
      expect(comparison.summary.find(({ id }) => id === 'S8')).toMatchObject({
        better: 0,
        worse: 0,
        figures: 1,
      })
      expect(comparisonTexts(comparison).join('\n')).toContain('人工评定')
    }
  })

  it('a village whose figures stay is not counted among those whose figures change; what it lacks is told', () => {
    const none = aLedger([aRecord('person-registration', 'p1', '2026-01-01')])
    const draft = draftOf({ activitiesPerMonth: always(6) })
    const comparison = compare([none], WHOLE_NOTICE_POLICIES, draft, { asOf })
    const [village] = comparison.villages
    const told = village!.parts.find(({ id }) => id === 'S7')!
    expect(told.current).toEqual(told.draft)
    expect(comparison.summary.find(({ id }) => id === 'S7')).toBeUndefined()
    expect(villageChangeTexts(village!)).toContain(
      '宣传活动：还是未达标 0/6，要补的变了(三(二)7)，因为“每月宣传活动次数”',
    )
  })

  it('is told in sentences', () => {
    const draft = draftOf({ activitiesPerMonth: always(6) })
    const lines = comparisonTexts(
      compare([four, six], WHOLE_NOTICE_POLICIES, draft, { asOf }),
      () => '示范村A',
    )
    expect(lines[0]).toBe('试算：2026-2-whole → draft，1个村有变化，1个村没有变化。')
    expect(lines.join('\n')).toContain('宣传活动：达标 6/6 → 未达标 0/6(三(二)7)，因为“每月宣传活动次数”')
    expect(lines.join('\n')).not.toMatch(/undefined|NaN|[{}]/)
    expect(comparisonTexts(compare([six], WHOLE_NOTICE_POLICIES, draft, { asOf }))).toContain(
      WHAT_IF_ZH.nothing,
    )
  })
})

describe('a policy from a file', () => {
  it('the released one reads as itself, and what is left out is the released one', () => {
    expect(readPolicies(JSON.parse(JSON.stringify(WHOLE_NOTICE_POLICIES)))).toEqual({
      ok: true,
      policies: WHOLE_NOTICE_POLICIES,
    })
    expect(policiesOf({ version: 'x' }, WHOLE_NOTICE_POLICIES)).toEqual({
      ...WHOLE_NOTICE_POLICIES,
      version: 'x',
    })
  })

  const from = (day: string, value: unknown, until?: string): Version<unknown> => ({
    from: day,
    value,
    ...(until === undefined ? {} : { until }),
  })
  const of = (...versions: unknown[]) => ({ version: 'x', values: { graceDays: { versions } } })
  const at = 'values.graceDays.versions'

  it.each<[string, unknown, string, PolicyIssue['fault']]>([
    ['no policy', 5, '', 'notAnObject'],
    ['no name', { values: {} }, 'version', 'noName'],
    ['no values', { version: 'x', values: [] }, 'values', 'notAnObject'],
    ['a value nobody knows', { version: 'x', values: { speed: {} } }, 'values.speed', 'unknownValue'],
    ['a bare number', { version: 'x', values: { graceDays: 5 } }, 'values.graceDays', 'notAnObject'],
    ['no list', { version: 'x', values: { graceDays: { versions: 5 } } }, at, 'notAList'],
    ['no version', of(), at, 'noVersion'],
    ['a version that is none', of(7), `${at}[0]`, 'notAnObject'],
    ['a day that does not exist', of(from('2026-02-30', 1)), `${at}[0].from`, 'notADate'],
    ['an end that does not exist', of(from('2023-03-24', 1, 'x')), `${at}[0].until`, 'notADate'],
    ['an end on the first day', of(from('2023-03-24', 1, '2023-03-24')), `${at}[0].until`, 'emptyVersion'],
    ['a beginning too late', of(from('2023-03-25', 1)), `${at}[0].from`, 'hole'],
    ['an end too early', of(from('2023-03-24', 1, '2035-12-31')), `${at}[0].until`, 'hole'],
    ['a hole', of(from('2023-03-24', 1, '2024-01-01'), from('2024-01-02', 2)), `${at}[1].from`, 'hole'],
    [
      'an overlap',
      of(from('2023-03-24', 1, '2024-01-02'), from('2024-01-01', 2)),
      `${at}[1].from`,
      'overlap',
    ],
    ['the same day twice', of(from('2023-03-24', 1), from('2023-03-24', 2)), `${at}[1].from`, 'outOfOrder'],
    ['a text for a number', of(from('2023-03-24', '1')), `${at}[0].value`, 'wrongType'],
    ['half a day', of(from('2023-03-24', 1.5)), `${at}[0].value`, 'outOfRange'],
    ['less than none', of(from('2023-03-24', -1)), `${at}[0].value`, 'outOfRange'],
    ['no value', of({ from: '2023-03-24' }), `${at}[0].value`, 'wrongType'],
    [
      'a cycle without length',
      { version: 'x', values: { cycleMonths: always(0) } },
      'values.cycleMonths.versions[0].value',
      'outOfRange',
    ],
    [
      'a switch nobody knows',
      { version: 'x', values: { cycleAnchor: always('moon') } },
      'values.cycleAnchor.versions[0].value',
      'wrongType',
    ],
    [
      'a status nobody knows',
      { version: 'x', values: { supportStatuses: always(['helped', 'lost']) } },
      'values.supportStatuses.versions[0].value[1]',
      'wrongType',
    ],
    [
      'no list of statuses',
      { version: 'x', values: { supportStatuses: always('helped') } },
      'values.supportStatuses.versions[0].value',
      'notAList',
    ],
    [
      'a group of values with one missing',
      { version: 'x', values: { pointBands: always({ excellent: 1, good: 1 }) } },
      'values.pointBands.versions[0].value.fair',
      'wrongType',
    ],
    [
      'a group of values with one too many',
      { version: 'x', values: { pointBands: always({ excellent: 1, good: 1, fair: 1, poor: 1 }) } },
      'values.pointBands.versions[0].value.poor',
      'unknownValue',
    ],
    [
      'no group',
      { version: 'x', values: { pointBands: always(5) } },
      'values.pointBands.versions[0].value',
      'notAnObject',
    ],
    [
      'weights that do not add up',
      {
        version: 'x',
        values: {
          pointWeights: always({ ...WHOLE_NOTICE_POLICIES.values.pointWeights.versions[0]!.value, A6: 501 }),
        },
      },
      'values.pointWeights.versions[0].value',
      'weightsDoNotAddUp',
    ],
    ['no counties', { version: 'x', counties: [] }, 'counties', 'notAnObject'],
    ['a code that is no county', { version: 'x', counties: { '4415': {} } }, 'counties.4415', 'notACounty'],
    [
      'a county without values',
      { version: 'x', counties: { '441581': 1 } },
      'counties.441581',
      'notAnObject',
    ],
    [
      'a value no county can have',
      { version: 'x', counties: { '441581': { speed: [] } } },
      'counties.441581.speed',
      'unknownValue',
    ],
    [
      'an overlap in a county',
      {
        version: 'x',
        counties: {
          '441581': { graceDays: [from('2026-01-01', 1, '2026-03-01'), from('2026-02-01', 2)] },
        },
      },
      'counties.441581.graceDays[1].from',
      'overlap',
    ],
  ])('%s: %#', (_, json, path, fault) => {
    const read = readPolicies(json)
    expect(read.ok ? [] : read.issues.map((issue) => [issue.path, issue.fault])).toEqual([[path, fault]])
    expect(() => policiesOf(json)).toThrow(PolicyFormatError)
    if (!read.ok) expect(faultText(read.issues[0]!)).toContain(WHAT_IF_ZH.fault[fault])
  })

  it('a county may leave days to the default, and versions may meet', () => {
    const county = { graceDays: [from('2026-01-01', 1, '2026-02-01'), from('2026-05-01', 2, '2026-06-01')] }
    expect(readPolicies({ version: 'x', counties: { '441581': county } }).ok).toBe(true)
    expect(readPolicies(of(from('2023-03-24', 1, '2024-01-01'), from('2024-01-01', 2))).ok).toBe(true)
    expect(readPolicies(of(from('2023-03-24', 1, '2036-01-01'))).ok).toBe(true)
    expect(readPolicies(of(from('2020-01-01', 0), from('2024-01-01', 2))).ok).toBe(true)
  })

  it('tells every issue, in one error', () => {
    const json = of(from('x', 'y'))
    expect(() => policiesOf(json)).toThrow(
      `${at}[0].value: wrongType needs a number; ${at}[0].from: notADate`,
    )
  })

  it('any change of any value that reads can be judged by', () => {
    const ledger = generateLedger({ seed: 'any', persons: 3 })
    const ids = Object.keys(WHOLE_NOTICE_POLICIES.values) as PolicyId[]
    fc.assert(
      fc.property(fc.constantFrom(...ids), fc.integer({ min: -2, max: 100 }), (id, value) => {
        const read = readPolicies({ version: 'x', values: { [id]: always(value) } })
        if (read.ok) expect(assess(ledger, { asOf, policies: read.policies }).parts.length).toBeGreaterThan(0)
      }),
      { numRuns: 60 },
    )
  })
})

describe('counts beside the ledger', () => {
  const counts = {
    awareness: {
      resident: { tallies: [{ channel: 'household', aware: 90, valid: 100 }] },
      migrant: { tallies: [] },
    },
  }
  const tally = (over: object) => ({
    awareness: { resident: { tallies: [{ channel: 'self', aware: 1, valid: 2, ...over }] } },
  })

  it('read as they are', () => {
    expect(readYearCounts(JSON.parse(JSON.stringify(counts)))).toEqual({ ok: true, counts })
    expect(readYearCounts({})).toEqual({ ok: true, counts: {} })
  })

  it.each<[unknown, string, string]>([
    [5, '', 'notAnObject'],
    [{ answers: 1 }, 'answers', 'unknownValue'],
    [{ awareness: [] }, 'awareness', 'notAnObject'],
    [{ awareness: { teachers: {} } }, 'awareness.teachers', 'unknownValue'],
    [{ awareness: { resident: 5 } }, 'awareness.resident', 'notAnObject'],
    [{ awareness: { resident: {} } }, 'awareness.resident.tallies', 'notAList'],
    [{ awareness: { resident: { tallies: [1] } } }, 'awareness.resident.tallies[0]', 'notAnObject'],
    [tally({ channel: 'radio' }), 'awareness.resident.tallies[0].channel', 'wrongType'],
    [tally({ aware: 3 }), 'awareness.resident.tallies[0].aware', 'outOfRange'],
    [tally({ valid: -1 }), 'awareness.resident.tallies[0].valid', 'outOfRange'],
    [tally({ known: 1 }), 'awareness.resident.tallies[0].known', 'unknownValue'],
    [{ awareness: { venue: { tallies: [], population: 5 } } }, 'awareness.venue.population', 'unknownValue'],
  ])('what is wrong is told with its path: %#', (json, path, fault) => {
    const read = readYearCounts(json)
    expect(read.ok ? [] : read.issues.map((issue) => [issue.path, issue.fault])).toContainEqual([path, fault])
  })

  it('are frozen with the ledger, and checked when read again', () => {
    const ledger = aLedger([])
    const frozen = JSON.parse(JSON.stringify(freeze(ledger, { asOf, counts: counts as YearCounts })))
    const read = readSnapshot(frozen)
    expect(read.ok && read.snapshot.counts).toEqual(counts)
    const wrong = readSnapshot({ ...frozen, counts: { awareness: 1 } })
    expect(wrong.ok ? [] : wrong.issues).toEqual([{ path: 'counts.awareness', fault: 'notAnObject' }])
  })
})

describe('a snapshot', () => {
  const ledger = generateLedger({ seed: 'frozen', persons: 5 })
  const thaw = (value: unknown) => readSnapshot(JSON.parse(JSON.stringify(value)))

  it('gives the same bytes again', () => {
    const policies = draftOf({ activitiesPerMonth: always(5) })
    const options = { asOf, knownAt: '2026-06-01T00:00:00.000Z', policies }
    const read = thaw(freeze(ledger, options))
    if (!read.ok) throw new Error('unreadable')
    const { snapshot } = read
    expect(canonicalJson(assess(snapshot.ledger, snapshot))).toBe(canonicalJson(assess(ledger, options)))
    expect(freeze(ledger, { asOf }).knownAt).toBeNull()
  })

  it.each<[string, object, string, string]>([
    ['format', { format: 'x' }, 'format', 'notASnapshot'],
    ['day', { asOf: 'x' }, 'asOf', 'notADate'],
    ['instant', { knownAt: 'x' }, 'knownAt', 'notAnInstant'],
    ['rules', { rulesVersion: null }, 'rulesVersion', 'noRulesVersion'],
    ['ledger', { ledger: undefined }, 'ledger', 'noLedger'],
    ['policy', { policies: 5 }, 'policies', 'notAnObject'],
    ['name of the policy', { policies: { values: {} } }, 'policies.version', 'noName'],
  ])('without its %s is told so', (_, wrong, path, fault) => {
    const read = thaw({ ...freeze(ledger, { asOf }), ...wrong })
    expect(read.ok ? [] : read.issues).toMatchObject([{ path, fault }])
  })
})
