import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { POLICIES } from '../policy/policies.ts'
import { policyAt } from '../policy/policy-at.ts'
import { type Audience, awarenessOutcome, type Tally } from './awareness-outcome.ts'
import { wilson } from './wilson.ts'

const policy = policyAt(POLICIES, '2026-06-30')
const judge = (tallies: Tally[], audience: Audience = 'resident', population?: number) =>
  awarenessOutcome(tallies, policy, audience, population)

describe('群众知晓率 — 四(一)3', () => {
  it('达到95%: 95/100算,94/100不算', () => {
    expect(judge([{ channel: 'invited', aware: 95, valid: 100 }])).toMatchObject({ state: 'met', needed: 0 })
    expect(judge([{ channel: 'invited', aware: 94, valid: 100 }])).toMatchObject({
      state: 'notMet',
      needed: 20,
    })
  })

  it('9496/10000不是95%', () => {
    expect(judge([{ channel: 'household', aware: 9496, valid: 10_000 }]).state).toBe('notMet')
    expect(judge([{ channel: 'household', aware: 9500, valid: 10_000 }]).state).toBe('met')
  })

  it('不到100份答卷不判定', () => {
    expect(judge([{ channel: 'invited', aware: 99, valid: 99 }])).toMatchObject({
      state: 'undetermined',
      warning: 'smallSample',
      needed: 1,
    })
    expect(judge([{ channel: 'invited', aware: 100, valid: 100 }]).state).toBe('met')
  })

  it('总人数不到100的,答满总人数就判定', () => {
    expect(judge([{ channel: 'invited', aware: 39, valid: 40 }], 'migrant', 40).state).toBe('met')
    expect(judge([{ channel: 'invited', aware: 39, valid: 39 }], 'migrant', 40).state).toBe('undetermined')
  })

  it('抽样够了就看抽样,自选不掺进来', () => {
    const outcome = judge([
      { channel: 'self', aware: 1000, valid: 1000 },
      { channel: 'invited', aware: 50, valid: 60 },
      { channel: 'third-party', aware: 30, valid: 40 },
    ])
    expect(outcome).toMatchObject({ state: 'notMet', channel: 'sampled', aware: 80, valid: 100 })
  })

  it('抽样不够就看自选,并写明', () => {
    const outcome = judge([
      { channel: 'self', aware: 96, valid: 100 },
      { channel: 'invited', aware: 1, valid: 50 },
    ])
    expect(outcome).toMatchObject({ state: 'met', channel: 'self', warning: 'selfChosen' })
  })

  it('没有答卷不是0%也不是100%', () => {
    const outcome = judge([])
    expect(outcome).toMatchObject({ state: 'undetermined', channel: 'none', valid: 0, needed: 100 })
    expect(outcome.rate).toBeUndefined()
  })

  it('needs exactly that many more aware people', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(400), (aware, misses) => {
        const stateAfter = (n: number) =>
          judge([{ channel: 'invited', aware: aware + n, valid: aware + misses + n }]).state
        const { needed } = judge([{ channel: 'invited', aware, valid: aware + misses }])
        expect(stateAfter(needed)).toBe('met')
        if (needed > 0) expect(stateAfter(needed - 1)).not.toBe('met')
      }),
    )
  })
})

describe('wilson', () => {
  it('matches published values', () => {
    const { low, high } = wilson(206, 214)
    expect(Math.floor(low * 1000)).toBe(927)
    expect(Math.ceil(high * 1000)).toBe(981)
    expect(wilson(0, 10).low).toBe(0)
    expect(wilson(10, 10).high).toBe(1)
  })

  it('always holds the rate', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), (aware, misses) => {
        fc.pre(aware + misses > 0)
        const { low, high } = wilson(aware, aware + misses)
        const rate = aware / (aware + misses)
        expect(0 <= low && low <= rate && rate <= high && high <= 1).toBe(true)
      }),
    )
  })
})
