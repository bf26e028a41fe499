import type { PledgeCheck } from '@/shared/api'
import { verify as copy } from '@/shared/copy'
import { showDate } from '@/shared/format'
import { chinaDate, chinaTime } from '@/shared/platform'

export type CheckView = { good: boolean; title: string; lines: string[] }

/** A date on paper carries its year. */
const onPaper = (instant: string): string => {
  const millis = Date.parse(instant)
  return `${showDate(chinaDate(millis), '0000-01-01')} ${chinaTime(millis)}`
}

/** Who vouches for the time; that nobody but the system does is said as plainly. */
function stampLines({ timestamp, stampedAt, stampedBy }: PledgeCheck): string[] {
  if (stampedAt && stampedBy) return [copy.stamped(onPaper(stampedAt), stampedBy)]
  if (timestamp === 'pending') return [copy.stampLater]
  return timestamp === 'absent' ? [copy.noStamp] : []
}

/** What everybody may know of a pledge: whether it holds. Never who signed it. */
export function checkView(check: PledgeCheck): CheckView {
  const facts = [
    [check.title, check.version ? copy.version(check.version) : ''].filter(Boolean).join(' '),
    check.number ?? '',
    check.sealedAt ? copy.sealed(onPaper(check.sealedAt)) : '',
  ].filter(Boolean)
  switch (check.state) {
    case 'valid':
      return {
        good: true,
        title: copy.valid,
        lines: [...facts, copy.unchanged, ...stampLines(check), copy.nameless],
      }
    case 'superseded':
      return { good: true, title: copy.replaced, lines: [...facts, copy.unchanged, copy.nameless] }
    case 'revoked':
      return { good: false, title: copy.revoked, lines: [...facts, copy.revokedText, copy.nameless] }
    case 'sealing':
      return { good: false, title: copy.sealing, lines: [copy.sealingText] }
    case 'altered':
      return { good: false, title: copy.changed, lines: [...facts, copy.changedText] }
    default:
      return { good: false, title: copy.unknown, lines: [copy.unknownText] }
  }
}

export const typedCode = (typed: string): string => typed.replace(/[\s—–-]/g, '').toUpperCase()
