import { describe, expect, it } from 'vitest'
import { follow, isPossible, YEAR_STATES, type YearAct } from './year-flow.js'

const ACTS: readonly YearAct[] = ['claim', 'submit', 'return', 'endorse', 'correct', 'publish', 'close']
/** Everything that may be done; whatever stands not here is refused. */
const ALLOWED: Readonly<Record<string, string>> = {
  'open claim': 'open',
  'open submit': 'submitted',
  'returned claim': 'returned',
  'returned submit': 'submitted',
  'submitted return': 'returned',
  'submitted endorse': 'frozen',
  'frozen correct': 'frozen',
  'frozen publish': 'published',
  'published correct': 'published',
  'published close': 'closed',
  'closed correct': 'closed',
}

describe('the steps of an assessment year', () => {
  const all = YEAR_STATES.flatMap((state) => ACTS.map((act) => ({ state, act })))

  it.each(all)('$state, $act', ({ state, act }) => {
    const next = ALLOWED[`${state} ${act}`]
    expect(isPossible(state, act)).toBe(next !== undefined)
    if (next === undefined) expect(() => follow(state, act)).toThrow('ASSESSMENT_MOVED')
    else expect(follow(state, act)).toBe(next)
  })
})
