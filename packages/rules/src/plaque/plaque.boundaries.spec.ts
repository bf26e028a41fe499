import { describe, expect, it } from '@jest/globals'
import { POLICIES, type Policies } from '../policy/policies.ts'
import { plaqueOf } from './plaque.ts'
import type { PlaqueDecision, PlaqueDecisionKind } from './plaque-decision.ts'

const decided = (
  year: number,
  kind: PlaqueDecisionKind,
  on: string,
  extra: Partial<PlaqueDecision> = {},
): PlaqueDecision => ({ id: `${year}-${kind}`, kind, year, on, document: '陆禁毒〔2026〕1号', ...extra })
const award = (year: number, day = '06-01') => [
  decided(year, 'passed', `${year + 1}-${day}`),
  decided(year, 'submitted', `${year + 1}-${day}`),
  decided(year, 'awarded', `${year + 1}-${day}`),
]
const at = (decisions: unknown, policies: Policies = POLICIES) =>
  plaqueOf(decisions, { asOf: '2035-12-31', areaCode: '441581990201', policies })

describe('同一天的几份文书 — 四(二)', () => {
  it('先考核结果,再上报,再授牌,编号先后不论', () => {
    const onOneDay = award(2025).map((one, index) => ({ ...one, id: ['c', 'b', 'a'][index]! }))
    for (const decisions of [onOneDay, onOneDay.slice().reverse()])
      expect(at(decisions)).toMatchObject({ state: 'awarded', awards: 1, troubles: [] })
  })

  it('先早的年份,再晚的年份', () => {
    const two = [
      decided(2024, 'failed', '2026-08-01', { id: 'z' }),
      decided(2025, 'failed', '2026-08-01', { id: 'a' }),
    ]
    const { state, history } = at([...award(2023), ...two.reverse()])
    expect(state).toBe('revoked')
    expect(history.slice(-2).map(({ decision, to }) => [decision.year, to])).toEqual([
      [2024, 'yellow-card'],
      [2025, 'revoked'],
    ])
  })

  it('同一年的两个结果,编号在前的算数', () => {
    const one = decided(2025, 'passed', '2026-08-01', { id: 'b' })
    const other = decided(2025, 'failed', '2026-08-01', { id: 'a' })
    for (const decisions of [
      [one, other],
      [other, one],
    ]) {
      const { stage, troubles } = at(decisions)
      expect([stage, troubles]).toEqual([
        'none',
        [{ path: `[${decisions.indexOf(one)}]`, fault: 'secondResult' }],
      ])
    }
  })
})

describe('晚到的、更正的结果按年份先后算 — 四(二)', () => {
  const clears: Policies = {
    ...POLICIES,
    values: {
      ...POLICIES.values,
      yellowClearsOnPass: {
        ...POLICIES.values.yellowClearsOnPass,
        versions: [{ from: '2023-03-24', value: true }],
      },
    },
  }

  it('先考核通过、后不达标的,不因为通过的文书晚到就没有黄牌', () => {
    const late = [decided(2025, 'failed', '2026-08-01'), decided(2024, 'passed', '2026-09-01')]
    expect(at([...award(2023), ...late], clears).state).toBe('yellow-card')
  })

  it('更正了哪一年,追究的还是第二次不达标的那一年', () => {
    const decisions = [
      ...award(2022, '06-01').map((one) => ({ ...one, on: '2023-06-01' })),
      decided(2023, 'failed', '2024-06-01'),
      decided(2024, 'failed', '2025-06-01'),
      decided(2025, 'failed', '2026-06-01'),
    ]
    const opened = (decision: string, year: number) => ({ effect: 'accountability', decision, year })
    expect(at(decisions).consequences.slice(1)).toEqual([opened('2024-failed', 2024)])
    const corrected = decided(2023, 'passed', '2026-09-01', { id: 'mended', corrects: '2023-failed' })
    const plaque = at([...decisions, corrected])
    expect(plaque.state).toBe('revoked')
    expect(plaque.history.at(-1)).toMatchObject({
      added: [opened('2025-failed', 2025)],
      undone: [opened('2024-failed', 2024)],
    })
    const worse = [
      ...award(2022).map((one) => ({ ...one, on: '2023-06-01' })),
      decided(2023, 'passed', '2024-06-01'),
      decided(2024, 'failed', '2025-06-01'),
      decided(2023, 'failed', '2026-09-01', { id: 'mended', corrects: '2023-passed' }),
    ]
    expect(at(worse).consequences.slice(1)).toEqual([opened('2024-failed', 2024)])
  })

  it('考核达标的继续保留,没有别的后果', () => {
    const kept = at([...award(2023), decided(2024, 'passed', '2025-06-01')])
    expect(kept.consequences.map(({ effect }) => effect)).toEqual(['payment'])
    expect(kept.history.at(-1)).toMatchObject({ from: 'awarded', to: 'awarded', added: [], undone: [] })
  })
})

describe('what cannot be read', () => {
  it.each<[string, object, string]>([
    ['an id that is no text', { id: 7 }, '[0].id'],
    ['a document that is no text', { document: 5 }, '[0].document'],
    ['a name of the old one that is no text', { corrects: 5 }, '[0].corrects'],
  ])('%s: its path', (_, wrong, path) => {
    const { troubles } = at([{ ...decided(2025, 'passed', '2026-06-01'), ...wrong }])
    expect(troubles).toEqual([{ path, fault: 'malformed' }])
  })

  it('a fault of the program on the day of a document is not taken for a day without policy', () => {
    const versions = [null, { from: '2030-01-01', value: false }]
    const broken = {
      ...POLICIES,
      values: { ...POLICIES.values, repeatAward: { ...POLICIES.values.repeatAward, versions } },
    } as unknown as Policies
    expect(() => at([decided(2025, 'passed', '2026-06-01')], broken)).toThrow(TypeError)
  })
})
