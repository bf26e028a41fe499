import type { State } from '../core/outcome.ts'
import { reachesPercent } from '../core/ratio.ts'
import type { PolicyValues } from '../policy/policies.ts'
import { wilson } from './wilson.ts'

export type Audience = 'resident' | 'migrant' | 'venue' | 'student'

/** How the person came to the questions. Only `self` is self-chosen; the others are samples. */
export type Channel = 'self' | 'invited' | 'household' | 'third-party'

/** Counts of one channel in one village, audience and year. */
export type Tally = { channel: Channel; aware: number; valid: number }

export type AwarenessOutcome = {
  audience: Audience
  state: State
  /** Which answers decide. */
  channel: 'sampled' | 'self' | 'none'
  aware: number
  valid: number
  /** aware ÷ valid; absent without answers. Shown truncated. */
  rate?: number
  /** 95 % interval of the rate. */
  low?: number
  high?: number
  targetPercent: number
  /** How many more people must answer and be aware before it can be met; 0 when met. */
  needed: number
  /** `selfChosen`: people chose themselves, so the rate may flatter. `smallSample`: too few answers to judge. */
  warning?: 'selfChosen' | 'smallSample'
}

type Counts = { aware: number; valid: number }

function sumOf(tallies: readonly Tally[], keep: (channel: Channel) => boolean): Counts {
  const sum = { aware: 0, valid: 0 }
  for (const tally of tallies) {
    if (!keep(tally.channel)) continue
    sum.aware += tally.aware
    sum.valid += tally.valid
  }
  return sum
}

/**
 * The fewest further aware people after which both the sample and the target are reached.
 * @param percent of the answers; at 100 nobody may miss, which more people cannot mend
 */
export function neededMore({ aware, valid }: Counts, sample: number, percent: number): number {
  const forSample = Math.max(0, sample - valid)
  const misses = valid - aware
  // (aware + n) × 100 ≥ (valid + n) × percent.
  const forRate = percent === 100 ? 0 : Math.ceil((misses * percent) / (100 - percent)) - aware
  return Math.max(forSample, forRate, 0)
}

/**
 * The awareness rate of one audience. Sampled channels decide where they reach the sample, else self-chosen answers
 * with a warning where those reach it, else it is undetermined. The point estimate decides, the interval is shown.
 * @param population the whole audience, where counted: a smaller one needs no more answers than people
 * @see 四(一)3
 */
export function awarenessOutcome(
  tallies: readonly Tally[],
  policy: Pick<PolicyValues, 'awarenessPercent' | 'minSample'>,
  audience: Audience,
  population?: number,
): AwarenessOutcome {
  const targetPercent = policy.awarenessPercent[audience]
  const sample = Math.max(1, Math.min(policy.minSample, population ?? policy.minSample))
  const sampled = sumOf(tallies, (channel) => channel !== 'self')
  const self = sumOf(tallies, (channel) => channel === 'self')
  const isSampled = sampled.valid >= sample || (self.valid < sample && sampled.valid >= self.valid)
  const counts = isSampled ? sampled : self
  const outcome: AwarenessOutcome = {
    audience,
    state: 'undetermined',
    channel: counts.valid === 0 ? 'none' : isSampled ? 'sampled' : 'self',
    aware: counts.aware,
    valid: counts.valid,
    targetPercent,
    needed: neededMore(counts, sample, targetPercent),
  }
  if (counts.valid > 0) {
    outcome.rate = counts.aware / counts.valid
    const { low, high } = wilson(counts.aware, counts.valid)
    outcome.low = low
    outcome.high = high
    if (!isSampled) outcome.warning = 'selfChosen'
  }
  if (counts.valid >= sample)
    outcome.state = reachesPercent(counts.aware, counts.valid, targetPercent) ? 'met' : 'notMet'
  else outcome.warning = 'smallSample'
  return outcome
}
