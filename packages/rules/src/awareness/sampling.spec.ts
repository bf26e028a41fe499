import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { POLICIES } from '../policy/policies.ts'
import { policyAt } from '../policy/policy-at.ts'
import { awarenessOutcome } from './awareness-outcome.ts'
import { randomOf } from './random.ts'
import { drawNumbers } from './sample-draw.ts'
import { stratifiedRate } from './stratified-rate.ts'

const policy = policyAt(POLICIES, '2026-06-30')

describe('抽样: 按名单编号抽,种子印在单子上', () => {
  it('the same seed draws the same numbers again, each at most once', () => {
    const drawn = drawNumbers({ seed: 'K7QM', size: 812, count: 120 })
    expect(drawNumbers({ seed: 'K7QM', size: 812, count: 120 })).toEqual(drawn)
    expect(drawNumbers({ seed: 'K7QN', size: 812, count: 120 })).not.toEqual(drawn)
    expect(new Set(drawn).size).toBe(120)
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(1)
    expect(Math.max(...drawn)).toBeLessThanOrEqual(812)
  })

  it('a sample that was enlarged is the sample that a larger draw would have been', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(500), fc.nat(600), fc.nat(600), (seed, size, first, more) => {
        const whole = drawNumbers({ seed, size, count: first + more })
        const parts = [
          ...drawNumbers({ seed, size, count: first }),
          ...drawNumbers({ seed, size, skip: first, count: more }),
        ]
        expect(parts).toEqual(whole)
        expect(whole).toHaveLength(Math.min(size, first + more))
      }),
    )
  })

  it('every entry of the list is drawn equally often', () => {
    const seen = new Array<number>(200).fill(0)
    for (let draw = 0; draw < 4000; draw++)
      for (const number of drawNumbers({ seed: `even-${draw}`, size: 200, count: 20 })) seen[number - 1]! += 1
    // 400 times each; five standard deviations are about 95.
    for (const times of seen) expect(Math.abs(times - 400)).toBeLessThan(95)
  })

  it('refuses a list that is none', () => {
    expect(() => drawNumbers({ seed: 's', size: 1.5, count: 1 })).toThrow(RangeError)
    expect(() => drawNumbers({ seed: 's', size: 10, count: -1 })).toThrow(RangeError)
  })
})

/** People of a list, aware or not, so that their true rate is known. */
function villageOf(size: number, aware: number, seed: string): boolean[] {
  const people = Array.from({ length: size }, (_, index) => index < aware)
  return randomOf(`village/${seed}`).shuffle(people)
}

/** Draws a sample, asks it, and judges the answers, with the code that a real village uses. */
function survey(people: readonly boolean[], seed: string, count: number) {
  const drawn = drawNumbers({ seed, size: people.length, count })
  const aware = drawn.filter((number) => people[number - 1]).length
  return awarenessOutcome(
    [{ channel: 'invited', aware, valid: drawn.length }],
    policy,
    'resident',
    people.length,
  )
}

describe('抽样的知晓率 — 四(一)3', () => {
  const DRAWS = 2000
  const VILLAGES = [300, 1200]
  const SHARES = [50, 70, 80, 90, 93, 95, 97, 98, 99]

  it('has no bias of a point and its 95 % interval holds the true rate in 93 of 100 samples, whatever the rate', () => {
    for (const size of VILLAGES) {
      for (const percent of SHARES) {
        const known = Math.round((size * percent) / 100)
        const truth = known / size
        const people = villageOf(size, known, `${size}/${percent}`)
        let sum = 0
        let covered = 0
        for (let draw = 0; draw < DRAWS; draw++) {
          const { rate, low, high } = survey(people, `${size}/${percent}/${draw}`, 100)
          sum += rate!
          if (low! <= truth && truth <= high!) covered += 1
        }
        const name = `${size} people, ${percent} %`
        expect([name, Math.abs(sum / DRAWS - truth) < 0.01]).toEqual([name, true])
        expect([name, covered / DRAWS >= 0.93, covered]).toEqual([name, true, covered])
      }
    }
  })

  it('a whole village that was asked is judged as it is', () => {
    const people = villageOf(60, 57, 'small')
    expect(survey(people, 'all', 60)).toMatchObject({ state: 'met', valid: 60, aware: 57 })
    expect(survey(people, 'all', 59).state).toBe('undetermined')
  })

  it('a town’s rate weighs villages by their people: without bias where villages differ and answered unevenly', () => {
    const sizes = [2400, 300, 900, 150]
    const known = [2280, 180, 855, 90]
    const counts = [100, 150, 100, 110]
    const truth = known.reduce((sum, one) => sum + one, 0) / sizes.reduce((sum, one) => sum + one, 0)
    const villages = sizes.map((size, index) => villageOf(size, known[index]!, `town/${index}`))
    let sum = 0
    let covered = 0
    for (let draw = 0; draw < DRAWS; draw++) {
      const strata = villages.map((people, index) => {
        const { aware, valid } = survey(people, `town/${index}/${draw}`, counts[index]!)
        return { population: people.length, aware, valid }
      })
      const { rate, low, high } = stratifiedRate(strata)!
      sum += rate
      if (low <= truth && truth <= high) covered += 1
    }
    expect(Math.abs(sum / DRAWS - truth)).toBeLessThan(0.01)
    expect(covered / DRAWS).toBeGreaterThanOrEqual(0.93)
  })
})

describe('stratifiedRate', () => {
  it('is the plain rate where there is one village', () => {
    const { rate, effective, population, strata } = stratifiedRate([
      { population: 812, valid: 100, aware: 95 },
    ])!
    expect({ rate, effective, population, strata }).toEqual({
      rate: 0.95,
      effective: 100,
      population: 812,
      strata: 1,
    })
  })

  it('says nothing of villages without answers or without people', () => {
    expect(stratifiedRate([])).toBeNull()
    expect(stratifiedRate([{ population: 0, valid: 5, aware: 5 }])).toBeNull()
    const one = { population: 500, valid: 100, aware: 90 }
    expect(stratifiedRate([one, { population: 900, valid: 0, aware: 0 }])).toEqual(stratifiedRate([one]))
  })

  it('always holds the rate', () => {
    const stratum = fc
      .tuple(fc.nat(3000), fc.nat(300), fc.nat(300))
      .map(([population, aware, misses]) => ({ population, aware, valid: aware + misses }))
    fc.assert(
      fc.property(fc.array(stratum, { maxLength: 8 }), (strata) => {
        const found = stratifiedRate(strata)
        if (found === null) return
        const { rate, low, high, effective } = found
        expect(0 <= low && low <= rate && rate <= high && high <= 1).toBe(true)
        expect(effective).toBeLessThanOrEqual(strata.reduce((sum, { valid }) => sum + valid, 0) + 1e-9)
      }),
    )
  })
})
