import type { PledgeCheck } from '@/shared/api'
import { verify as copy } from '@/shared/copy'
import { showDate } from '@/shared/format'
import { chinaDate, chinaTime } from '@/shared/platform'

export type CheckView = { good: boolean; title: string; lines: string[] }

/** A date on paper carries its year. */
const sealedLine = (sealedAt: string): string => {
  const millis = Date.parse(sealedAt)
  return copy.sealed(`${showDate(chinaDate(millis), '0000-01-01')} ${chinaTime(millis)}`)
}

/** What everybody may know of a pledge: whether it holds. Never who signed it. */
export function checkView(check: PledgeCheck): CheckView {
  const facts = [
    [check.title, check.version ? copy.version(check.version) : ''].filter(Boolean).join(' '),
    check.number ?? '',
    check.sealedAt ? sealedLine(check.sealedAt) : '',
  ].filter(Boolean)
  switch (check.state) {
    case 'valid':
      return {
        good: true,
        title: check.timestamp === 'absent' ? copy.validLater : copy.valid,
        lines: [...facts, copy.unchanged, copy.nameless],
      }
    case 'superseded':
      return { good: true, title: copy.replaced, lines: [...facts, copy.unchanged, copy.nameless] }
    case 'sealing':
      return { good: false, title: copy.sealing, lines: [copy.sealingText] }
    case 'altered':
      return { good: false, title: copy.changed, lines: [...facts, copy.changedText] }
    default:
      return { good: false, title: copy.unknown, lines: [copy.unknownText] }
  }
}

export const typedCode = (typed: string): string => typed.replace(/[\s—–-]/g, '').toUpperCase()
