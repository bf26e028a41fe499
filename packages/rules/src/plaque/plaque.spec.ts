import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { POLICIES, type Policies } from '../policy/policies.ts'
import {
  PLAQUE_ZH,
  plaqueFaultText,
  plaqueStateLabel,
  plaqueStepText,
  plaqueTexts,
} from '../text/plaque-text.ts'
import { type Plaque, plaqueOf } from './plaque.ts'
import type { PlaqueDecision, PlaqueDecisionKind } from './plaque-decision.ts'
import { BEGINNING, type PlaqueState, type Standing, transition } from './transitions.ts'

const MONTH: Record<PlaqueDecisionKind, string> = {
  passed: '01-20',
  failed: '01-20',
  submitted: '03-01',
  awarded: '06-01',
}
/** A decision about a year, made in the next one. */
const decided = (
  year: number,
  kind: PlaqueDecisionKind,
  extra: Partial<PlaqueDecision> = {},
): PlaqueDecision => ({
  id: `${year}-${kind}`,
  kind,
  year,
  on: `${year + 1}-${MONTH[kind]}`,
  document: `陆禁毒〔${year + 1}〕1号`,
  ...extra,
})
const award = (year: number): PlaqueDecision[] => [
  decided(year, 'passed'),
  decided(year, 'submitted'),
  decided(year, 'awarded'),
]
const changed = (values: object): Policies => ({
  ...POLICIES,
  values: { ...POLICIES.values, ...values } as Policies['values'],
})
const switched = (id: 'yellowClearsOnPass' | 'repeatAward'): Policies =>
  changed({ [id]: { ...POLICIES.values[id], versions: [{ from: '2023-03-24', value: true }] } })
const at = (decisions: unknown, asOf = '2035-12-31', policies: Policies = POLICIES): Plaque =>
  plaqueOf(decisions, { asOf, areaCode: '441581990201', policies })

/** How a village comes into each state. */
const INTO: Record<PlaqueState, PlaqueDecision[]> = {
  none: [],
  awarded: award(2023),
  'yellow-card': [...award(2023), decided(2024, 'failed')],
  revoked: [...award(2023), decided(2024, 'failed'), decided(2025, 'failed')],
}

describe('授牌、黄牌、收回 — 四(二)', () => {
  it.each<[PlaqueState, PlaqueDecisionKind, PlaqueState]>([
    ['none', 'passed', 'none'],
    ['none', 'failed', 'none'],
    ['awarded', 'passed', 'awarded'],
    ['awarded', 'failed', 'yellow-card'],
    ['yellow-card', 'passed', 'yellow-card'],
    ['yellow-card', 'failed', 'revoked'],
    ['revoked', 'passed', 'revoked'],
    ['revoked', 'failed', 'revoked'],
  ])('%s + %s = %s', (from, kind, to) => {
    expect(at(INTO[from]).state).toBe(from)
    const plaque = at([...INTO[from], decided(2026, kind)])
    expect([plaque.state, plaque.troubles]).toEqual([to, []])
  })

  it('tells the decisions that stand: none that was corrected, and none that fell with what was corrected', () => {
    const wrong = decided(2024, 'failed')
    const mended = decided(2024, 'passed', { id: 'mended', on: '2025-02-01', corrects: wrong.id })
    const decisions = [...award(2023), wrong, mended]
    expect(at(decisions).standing).toEqual([...award(2023), mended])
    const taken = decided(2023, 'failed', { id: 'taken', on: '2025-03-01', corrects: '2023-passed' })
    expect(at([...decisions, taken]).standing).toEqual([mended, taken])
  })

  it.each<[PlaqueState, PlaqueState, string[]]>([
    ['none', 'awarded', []],
    ['awarded', 'awarded', ['notPassed', 'notPassed']],
    ['yellow-card', 'yellow-card', ['notPassed', 'notPassed']],
    ['revoked', 'awarded', []],
  ])('%s, then passed, submitted and awarded = %s', (from, to, faults) => {
    const plaque = at([...INTO[from], ...award(2026)])
    expect([plaque.state, plaque.troubles.map(({ fault }) => fault)]).toEqual([to, faults])
  })

  it.each<[PlaqueState]>([['none'], ['awarded'], ['yellow-card'], ['revoked']])(
    '%s: a submission or an award without a pass of the year stands not',
    (from) => {
      const plaque = at([...INTO[from], decided(2026, 'submitted'), decided(2026, 'awarded')])
      expect(plaque.state).toBe(from)
      expect(plaque.troubles.map(({ fault }) => fault)).toEqual(['notPassed', 'notPassed'])
    },
  )

  it('is awarded on the award document, not on the pass', () => {
    const decisions = award(2025)
    const seen = ['2026-01-19', '2026-01-20', '2026-03-01', '2026-05-31', '2026-06-01'].map((asOf) => {
      const { state, stage, since } = at(decisions, asOf)
      return [state, stage, since]
    })
    expect(seen).toEqual([
      ['none', 'none', null],
      ['none', 'passed', '2026-01-20'],
      ['none', 'submitted', '2026-01-20'],
      ['none', 'submitted', '2026-01-20'],
      ['awarded', 'none', '2026-06-01'],
    ])
  })

  it('an award before the submission is told so', () => {
    const plaque = at([decided(2025, 'passed'), decided(2025, 'awarded')])
    expect(plaque.troubles).toEqual([{ path: '[1]', fault: 'notSubmitted' }])
  })

  it('a later result ends the way of the earlier one', () => {
    const decisions = [decided(2024, 'passed'), decided(2024, 'submitted'), decided(2025, 'failed')]
    expect(at(decisions)).toMatchObject({ state: 'none', stage: 'none' })
    expect(at([...decisions.slice(0, 2), decided(2025, 'passed')]).stage).toBe('passed')
  })

  it('a year without a result changes nothing', () => {
    expect(at(INTO['yellow-card'], '2034-12-31').state).toBe('yellow-card')
    expect(at([...award(2023), decided(2029, 'failed'), decided(2033, 'failed')]).state).toBe('revoked')
  })

  it('黄牌后通过: the switch decides whether the card is cleared', () => {
    const decisions = [...INTO['yellow-card'], decided(2026, 'passed')]
    expect(at(decisions).state).toBe('yellow-card')
    expect(at(decisions, '2035-12-31', switched('yellowClearsOnPass')).state).toBe('awarded')
    const again = [...decisions, decided(2027, 'failed')]
    expect(at(again).state).toBe('revoked')
    expect(at(again, '2035-12-31', switched('yellowClearsOnPass')).state).toBe('yellow-card')
  })

  it('pays once, and a second time only where the policy says so', () => {
    const once = { effect: 'payment', decision: '2023-awarded', year: 2023, yuan: 100_000 }
    const opened = { effect: 'accountability', decision: '2025-failed', year: 2025 }
    const decisions = [...INTO.revoked, ...award(2026)]
    expect(at(decisions)).toMatchObject({ awards: 2, consequences: [once, opened] })
    expect(at(decisions, '2035-12-31', switched('repeatAward')).consequences).toEqual([
      once,
      opened,
      { effect: 'payment', decision: '2026-awarded', year: 2026, yuan: 100_000 },
    ])
  })

  it('names its clause and the values used', () => {
    const { clause, policy } = at([])
    expect(clause.ref).toBe('四(二)')
    expect(policy.map(({ id }) => id)).toEqual(['yellowClearsOnPass', 'repeatAward', 'awardYuan'])
  })
})

describe('corrections', () => {
  const correction = (id: string, year: number, kind: PlaqueDecisionKind, on: string) =>
    decided(year, kind, { id: `${id}-corrected`, corrects: id, on })

  it('a second result of a year needs to name the first', () => {
    const plaque = at([decided(2025, 'passed'), decided(2025, 'failed')])
    expect([plaque.troubles, plaque.stage]).toEqual([[{ path: '[0]', fault: 'secondResult' }], 'none'])
    expect(
      at([...award(2025), { ...decided(2025, 'submitted'), id: 'x', on: '2026-07-01' }]).troubles,
    ).toEqual([{ path: '[3]', fault: 'secondSubmission' }])
    expect(at([...award(2025), { ...decided(2025, 'awarded'), id: 'x', on: '2026-07-01' }]).troubles).toEqual(
      [{ path: '[3]', fault: 'secondAward' }],
    )
  })

  it('a corrected fail lifts the card, and the history keeps both', () => {
    const plaque = at([...INTO['yellow-card'], correction('2024-failed', 2024, 'passed', '2025-04-01')])
    expect(plaque).toMatchObject({ state: 'awarded', since: '2025-04-01', troubles: [] })
    expect(plaque.history.map(({ from, to }) => `${from}>${to}`)).toEqual([
      'none>none',
      'none>none',
      'none>awarded',
      'awarded>yellow-card',
      'yellow-card>awarded',
    ])
  })

  it('a pass corrected to a fail takes submission, award and payment with it', () => {
    const decisions = [...award(2025), correction('2025-passed', 2025, 'failed', '2026-08-01')]
    const plaque = at(decisions)
    expect(plaque).toMatchObject({ state: 'none', awards: 0, consequences: [], troubles: [] })
    expect(plaque.history[3]!.undone.map(({ effect }) => effect)).toEqual(['payment'])
    const back = correction('2025-passed-corrected', 2025, 'passed', '2026-09-01')
    expect(at([...decisions, back])).toMatchObject({ state: 'none', stage: 'passed', troubles: [] })
  })

  it('what later years rested on falls too', () => {
    const decisions = [...INTO.revoked, ...award(2026)]
    const plaque = at([...decisions, correction('2025-failed', 2025, 'passed', '2028-01-01')])
    expect(plaque).toMatchObject({ state: 'yellow-card', awards: 1, troubles: [] })
    expect(plaque.history[plaque.history.length - 1]!.undone.map(({ effect }) => effect)).toEqual([
      'accountability',
    ])
  })

  it.each<[string, Partial<PlaqueDecision>, string]>([
    ['one that is not there', { corrects: 'nobody' }, 'correctsUnknown'],
    ['one of another year', { year: 2023, corrects: '2024-failed' }, 'correctsOther'],
    ['one of another kind', { kind: 'submitted', corrects: '2024-failed' }, 'correctsOther'],
    ['itself', { corrects: 'late' }, 'correctsUnknown'],
  ])('does not correct %s', (_, extra, fault) => {
    const wrong = decided(2024, 'passed', { id: 'late', on: '2026-05-01', ...extra })
    const plaque = at([...INTO['yellow-card'], wrong])
    expect([plaque.state, plaque.troubles]).toEqual(['yellow-card', [{ path: '[4]', fault }]])
  })

  it('corrects the newest, not one already corrected', () => {
    const decisions = [
      ...INTO['yellow-card'],
      correction('2024-failed', 2024, 'passed', '2025-04-01'),
      { ...correction('2024-failed', 2024, 'failed', '2025-05-01'), id: 'third' },
    ]
    expect(at(decisions)).toMatchObject({
      state: 'awarded',
      troubles: [{ path: '[5]', fault: 'correctsCorrected' }],
    })
  })
})

describe('what cannot be read', () => {
  it.each<[string, unknown, string]>([
    ['no list', { id: 1 }, ''],
    ['no decision', [5], '[0]'],
    ['nothing', [null], '[0]'],
    ['no id', [decided(2025, 'passed', { id: ' ' })], '[0].id'],
    ['no kind', [{ ...decided(2025, 'passed'), kind: 'won' }], '[0].kind'],
    ['no year', [{ ...decided(2025, 'passed'), year: '2025' }], '[0].year'],
    ['no day', [decided(2025, 'passed', { on: '2026-02-30' })], '[0].on'],
    ['no document', [decided(2025, 'passed', { document: '' })], '[0].document'],
    ['no name of the old one', [decided(2025, 'passed', { corrects: '' })], '[0].corrects'],
  ])('%s: its path', (_, decisions, path) => {
    const plaque = at(decisions)
    expect([plaque.state, plaque.troubles]).toEqual(['none', [{ path, fault: 'malformed' }]])
  })

  it('a decision twice, and one dated before any policy', () => {
    expect(at([...award(2025), decided(2025, 'awarded')]).troubles).toEqual([
      { path: '[3]', fault: 'duplicateId' },
    ])
    expect(at([decided(2022, 'passed')]).troubles).toEqual([{ path: '[0]', fault: 'noPolicy' }])
  })

  it('an impossible day of asking is the caller’s error', () => {
    expect(() => at([], 'today')).toThrow(RangeError)
  })

  it('a fault of the program is not hidden', () => {
    expect(() => at([decided(2025, 'passed')], '2035-12-31', changed({ repeatAward: null }))).toThrow(
      TypeError,
    )
  })
})

const anyDecision = fc.record({
  id: fc.nat(30).map((n) => `d${n}`),
  kind: fc.constantFrom<PlaqueDecisionKind>('passed', 'passed', 'failed', 'submitted', 'awarded'),
  year: fc.integer({ min: 2023, max: 2028 }),
  on: fc.integer({ min: 2024, max: 2030 }).chain((y) => fc.constantFrom(`${y}-01-20`, `${y}-06-01`)),
  document: fc.constant('文1号'),
  corrects: fc.option(
    fc.nat(30).map((n) => `d${n}`),
    { nil: undefined, freq: 3 },
  ),
})
const anyDecisions = fc.uniqueArray(anyDecision, { maxLength: 20, selector: ({ id }) => id })

describe('properties', () => {
  it('history is append-only: asking later only adds to its end', () => {
    fc.assert(
      fc.property(
        anyDecisions,
        fc.constantFrom('2025-03-01', '2026-08-01', '2028-02-01'),
        (decisions, asOf) => {
          const earlier = at(decisions, asOf).history
          expect(at(decisions).history.slice(0, earlier.length)).toEqual(earlier)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('the order of the decisions is irrelevant', () => {
    fc.assert(
      fc.property(anyDecisions, (decisions) => {
        const { troubles, ...plaque } = at(decisions)
        const reversed = at(decisions.slice().reverse())
        expect({ ...reversed, troubles: [] }).toEqual({ ...plaque, troubles: [] })
        expect(reversed.troubles.length).toBe(troubles.length)
      }),
      { numRuns: 300 },
    )
  })

  it('each step begins where the one before it ended, and every decision is in the history or a trouble', () => {
    fc.assert(
      fc.property(anyDecisions, (decisions) => {
        const { history, troubles, state, consequences } = at(decisions)
        const ends = ['none', ...history.map(({ to }) => to)]
        expect(history.map(({ from }) => from)).toEqual(ends.slice(0, -1))
        expect(history[history.length - 1]?.to ?? 'none').toBe(state)
        expect(history.length + troubles.length).toBe(decisions.length)
        const added = history.reduce((sum, step) => sum + step.added.length - step.undone.length, 0)
        expect(added).toBe(consequences.length)
      }),
      { numRuns: 300 },
    )
  })

  it('never more than one payment without the switch', () => {
    fc.assert(
      fc.property(anyDecisions, (decisions) => {
        const paid = at(decisions).consequences.filter(({ effect }) => effect === 'payment')
        expect(paid.length).toBeLessThanOrEqual(1)
      }),
      { numRuns: 300 },
    )
  })

  it('a revoked plaque comes only from a yellow card', () => {
    const policy = { yellowClearsOnPass: false, repeatAward: false }
    const standing = fc.record<Standing>({
      state: fc.constantFrom('none', 'awarded', 'yellow-card', 'revoked'),
      stage: fc.constantFrom('none', 'passed', 'submitted'),
      awards: fc.nat(3),
    })
    fc.assert(
      fc.property(
        standing,
        fc.constantFrom<PlaqueDecisionKind>('passed', 'failed', 'submitted', 'awarded'),
        (from, kind) => {
          const step = transition(from, kind, policy)
          if ('refused' in step) return
          if (step.next.state === 'revoked') expect(['yellow-card', 'revoked']).toContain(from.state)
          if (step.next.state === 'awarded' && from.state !== 'awarded')
            expect([kind, from.stage]).toEqual(['awarded', 'submitted'])
        },
      ),
    )
    expect(BEGINNING).toEqual({ state: 'none', stage: 'none', awards: 0 })
  })
})

describe('words', () => {
  it('tells state, way and history', () => {
    const plaque = at(award(2025), '2026-04-01')
    expect(plaqueStateLabel(plaque.state)).toBe('未授牌')
    expect(plaqueTexts(plaque)).toEqual(['考核达标后，报市委、市政府授牌。', '已报市委、市政府，等授牌。'])
    expect(plaqueTexts(at(award(2025)))).toEqual(['每年考核达标的，继续保留。'])
    const steps = at([
      ...award(2025),
      decided(2025, 'failed', { id: 'c', corrects: '2025-passed', on: '2026-08-01' }),
    ]).history.map((step) => plaqueStepText(step, '2026-12-01'))
    expect(steps[0]).toBe('2025年 考核通过 · 1月20日 · 陆禁毒〔2026〕1号 · 未授牌')
    expect(steps[2]).toBe('2025年 授牌 · 6月1日 · 陆禁毒〔2026〕1号 · 未授牌→已授牌 · 奖励创建经费100000元')
    expect(steps[3]).toBe(
      '2025年 更正：考核没通过 · 8月1日 · 陆禁毒〔2026〕1号 · 已授牌→未授牌 · 撤回：奖励创建经费100000元',
    )
  })

  it('every fault says what to do', () => {
    for (const fault of Object.keys(PLAQUE_ZH.fault) as (keyof typeof PLAQUE_ZH.fault)[])
      expect(plaqueFaultText(fault)).toMatch(/。$/)
  })
})
