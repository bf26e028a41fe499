import type { AudienceAwareness } from '@/shared/api'
import { villageNotice as copy } from '@/shared/copy'
import { showHigh, showLow, showRate } from './interval'

/** One audience's rate in one line, with its interval and its number of people. */
export function rateSentence({ audience, state, rate, low, high, valid }: AudienceAwareness): string {
  const who = copy.audiences[audience]
  if (state === 'suppressed') return `${who}：${copy.suppressed}`
  if (rate === undefined || low === undefined || high === undefined || !valid) return `${who}：${copy.nobody}`
  return `${who}：${copy.sentence(showRate(rate), valid, showLow(low), showHigh(high))}`
}
