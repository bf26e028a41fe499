import type { ItemOutcome } from '../assessment/assessment.ts'
import type { ItemId } from '../assessment/weights.ts'
import { shareText } from '../core/ratio.ts'
import type { PartOutcome } from '../scorecard.ts'
import { ASSESSMENT_ZH, intervalText, itemText } from './assessment-text.ts'
import { fill, type Values } from './fill.ts'
import { partTitle, reasonText } from './part-text.ts'
import { pointsText } from './points.ts'
import { ZH_EXPLAIN } from './zh-explain.ts'
import { ZH_NAMES } from './zh-names.ts'

const FOUND = ['relapse', 'newUser', 'incident']

/** How a part stands, in one sentence a village secretary understands. */
export function partSentence(part: PartOutcome): string {
  const { id, state, numerator = 0, denominator = 0, missing } = part
  const title = partTitle(id)
  if (state === 'notApplicable') return fill(ZH_EXPLAIN.notApplicable, { part: title })
  if (state === 'undetermined')
    return fill(ZH_EXPLAIN.undetermined, {
      part: title,
      reason: reasonText(part) || ZH_NAMES.reason.evidenceMissing,
    })
  return fill(ZH_EXPLAIN.part[id][state], {
    lack: denominator - numerator,
    count: missing.length,
    found: missing.filter(({ code }) => FOUND.includes(code)).length,
  })
}

/** What the share of an item must reach to earn all. */
function targetOf({ id, target, policy }: ItemOutcome): number | undefined {
  if (target !== undefined) return target
  const audience: { readonly [item in ItemId]?: string } = {
    'A3.residents': 'resident',
    'A3.migrants': 'migrant',
    'A3.venues': 'venue',
    'A3.schools': 'student',
  }
  const percents: Values = {}
  for (const { id: name, value } of policy)
    if (name === 'awarenessPercent') Object.assign(percents, value)
    else if (name === 'homeTestsPercent') percents['A4.homeTests'] = value as number
    else if (name === 'overallTestsPercent') percents['A4.overallTests'] = value as number
  const percent = percents[audience[id] ?? id]
  return percent as number | undefined
}

/** How an item earns its points. */
export function itemHow(item: ItemOutcome): string {
  const values: Values = { target: targetOf(item) }
  for (const { id, value } of item.policy) if (typeof value === 'number') values[id] = value
  return fill(ZH_EXPLAIN.item[item.id], values)
}

/** The share of an item as it enters its points; '' for all or nothing. */
function shareOf({ id, numerator: n, denominator: d, target }: ItemOutcome): string {
  if (n === undefined || d === undefined || target === undefined || d === 0) return ''
  const counted = (ASSESSMENT_ZH.counted as { readonly [key in typeof id]?: string })[id]
  const figures = counted === undefined ? '' : fill(counted, { n, d })
  return fill(ZH_EXPLAIN.sum.share, { counted: figures, n, d, share: shareText(n, d) }).replace(/^，/, '')
}

/**
 * The sum of an item: weight, figures, target and what comes of them, to the hundredth below:
 * `满分6分。应谈24人次，谈了22人次，22÷24=91.6%。6×22÷24=5.5分`.
 */
export function itemSum(item: ItemOutcome): string {
  const { state, numerator: n, denominator: d, target, weight, points, reason } = item
  const { sum } = ZH_EXPLAIN
  const head = fill(sum.head, { weight: pointsText(weight) })
  if (reason !== undefined) return `${head}。${itemText(item)}`
  const share = shareOf(item)
  if (share === '') {
    const counted = itemText(item)
    const earned = points === weight ? sum.full : sum.none
    return `${head}。${counted === '' ? '' : `${counted}，`}${earned}。`
  }
  const goal = target === 100 ? '' : fill(sum.target, { target })
  const values = { weight: pointsText(weight), n, d, target, points: pointsText(points) }
  const result =
    state === 'met' ? sum.full : `${fill(target === 100 ? sum.whole : sum.ofTarget, values)}，${sum.floor}`
  const beside = [
    ...(item.interval === undefined ? [] : [intervalText(item.interval, d!)]),
    ...(item.warning === undefined ? [] : [ASSESSMENT_ZH.selfChosen]),
  ]
  return [`${head}${goal}`, share, result, ...beside, ''].join('。').replace(/。。/g, '。')
}
