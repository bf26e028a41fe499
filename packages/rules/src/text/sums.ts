import { shareText } from '../core/ratio.ts'
import type { MissingCode, PartId, PartOutcome } from '../scorecard.ts'
import { fill } from './fill.ts'
import { ZH_BUT, ZH_SHARE, ZH_SUMS } from './zh-sums.ts'

/** Parts that ask for none of something: what counts against them. */
const COUNTED: { readonly [id in PartId]?: MissingCode } = {
  'S2.relapse': 'relapse',
  'S5.newUsers': 'newUser',
  'S5.crimes': 'incident',
}

/** What a part without a share counts. */
function countOf({ id, state, deciding, missing }: PartOutcome): number {
  if (id === 'S8') return state === 'met' ? deciding.length : 0
  if (id === 'M2')
    return missing.reduce(
      (sum, { params }) => sum + ((params?.kinds as readonly string[] | undefined)?.length ?? 1),
      0,
    )
  return missing.filter(({ code }) => code === COUNTED[id]).length
}

/** Whether a part is judged by a count instead of a share. */
const isCounted = (id: PartId): boolean => id === 'S8' || id === 'M2' || COUNTED[id] !== undefined

/**
 * The sum behind a part's figure: `应谈24次，谈了22次，22÷24=91.6%，要求100%`. The share is cut off, never rounded up.
 * '' where nothing was counted: nobody to judge, or the evidence is missing.
 */
export function sumText(part: PartOutcome): string {
  const { id, state, numerator: n, denominator: d } = part
  if (n !== undefined && d !== undefined && d > 0)
    return `${fill(ZH_SHARE, { sum: fill(ZH_SUMS[id], { n, d }), n, d, share: shareText(n, d) })}${n === d && state !== 'met' ? ZH_BUT : ''}`
  const isJudged = state === 'met' || state === 'notMet'
  return isJudged && isCounted(id) ? fill(ZH_SUMS[id], { n: countOf(part) }) : ''
}
