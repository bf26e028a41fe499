import type { AudienceAwareness, PublicPage } from '@/shared/api'
import { villageNotice as copy, villagePublic } from '@/shared/copy'
import { showDate, showMonth } from '@/shared/format'
import { showHigh, showLow, showRate } from '@/shared/format/interval'
import { intervalBar } from '@/shared/ui/interval-bar'

export type RateView = {
  audience: string
  sentence: string
  target: string
  note: string | null
  /** The picture and what it says; null where there is nothing to draw. */
  bar: { image: string; label: string } | null
}

/** Whether the plaque holds, and since when. */
export const plaqueSentence = ({ held, since }: PublicPage['plaque'], today: string): string =>
  held && since !== null ? copy.plaqueHeld(showDate(since, today)) : copy.noPlaque

/** One audience's rate in words first; the picture only repeats them. */
export function rateView(given: AudienceAwareness): RateView {
  const audience = copy.audiences[given.audience]
  const target = copy.target(given.targetPercent)
  const { rate, low, high, valid } = given
  if (given.state === 'suppressed')
    return { audience, target, sentence: copy.suppressed, note: null, bar: null }
  if (rate === undefined || low === undefined || high === undefined || !valid)
    return { audience, target, sentence: copy.nobody, note: null, bar: null }
  const sentence = copy.sentence(showRate(rate), valid, showLow(low), showHigh(high))
  return {
    audience,
    target,
    sentence,
    note: given.warning ? copy.warning[given.warning] : null,
    bar: {
      image: intervalBar({ rate, low, high, target: given.targetPercent / 100 }),
      label: copy.barLabel(sentence, given.targetPercent),
    },
  }
}

/** 11月：发放资料2场、讲课、座谈1场; the last month first. */
export const monthLines = (months: PublicPage['activities']['months'], today: string): string[] =>
  months.map(({ month, kinds }) =>
    villagePublic.month(
      showMonth(month, today),
      kinds.map(({ label, count }) => villagePublic.kind(label, count)).join('，'),
    ),
  )
