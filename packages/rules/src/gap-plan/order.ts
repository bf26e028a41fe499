import type { PartId } from '../scorecard.ts'
import { PART_IDS } from '../scorecard-ids.ts'
import type { Draft } from './steps.ts'

/** What a part of the gate is worth beside points: as much as an average part, 10,000 hundredths over 25 parts. */
export const WORTH_OF_A_PART = 400

/** Steps that bring something together: all that one part still needs, or one step that earns points alone. */
type Bundle = { drafts: readonly Draft[]; worth: number; minutes: number }

export type Worth = {
  /** Whether a part is met once all steps are done. */
  isReached: (part: PartId) => boolean
  /** What some steps earn when done together, before all others. In 1/100 point. */
  pointsOf: (drafts: readonly Draft[]) => number
}

const byDue = (a: Draft, b: Draft): number =>
  a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.duties[0]!.id < b.duties[0]!.id ? -1 : 1

function bundleOf(drafts: readonly Draft[], left: readonly Draft[], { isReached, pointsOf }: Worth): Bundle {
  const isDone = (part: PartId): boolean =>
    left.every((draft) => !draft.serves.includes(part) || drafts.includes(draft))
  const parts = new Set<PartId>()
  for (const { serves } of drafts) for (const part of serves) if (isReached(part)) parts.add(part)
  const completed = Array.from(parts).filter(isDone).length
  return {
    drafts,
    worth: completed * WORTH_OF_A_PART + Math.max(0, pointsOf(drafts)),
    minutes: drafts.reduce((sum, { effort }) => sum + effort.minutes, 0),
  }
}

/** Whether a bundle brings more for the same effort; compared as whole numbers. */
const isBetter = (a: Bundle, b: Bundle): boolean => a.worth * b.minutes > b.worth * a.minutes

/** Every way to go on: one part after the other in the order of the notice, then what serves none, by its day. */
function choices(left: readonly Draft[]): (readonly Draft[])[] {
  const parts = PART_IDS.map((part) => left.filter(({ serves }) => serves.includes(part)))
  const alone = left.filter(({ serves }) => serves.length === 0)
  return [...parts, ...alone.map((draft) => [draft])].filter((drafts) => drafts.length > 0)
}

/**
 * Orders steps by what they bring for their effort: again and again the bundle with the greatest worth for its minutes,
 * within it by day. Of equals the part named first in the notice, then the earlier day, then the smaller id. What brings
 * nothing today comes last, by day.
 */
export function inOrderOfWorth(drafts: readonly Draft[], worth: Worth): Draft[] {
  const ordered: Draft[] = []
  let left = drafts.slice().sort(byDue)
  const points = new Map<string, number>()
  const pointsOf = (bundle: readonly Draft[]): number => {
    const key = bundle.map(({ duties }) => duties[0]!.id).join()
    if (!points.has(key)) points.set(key, worth.pointsOf(bundle))
    return points.get(key)!
  }
  while (left.length > 0) {
    const remaining = left
    const bundles = choices(remaining).map((one) => bundleOf(one, remaining, { ...worth, pointsOf }))
    const best = bundles.reduce((a, b) => (isBetter(b, a) ? b : a))
    if (best.worth === 0) return ordered.concat(remaining)
    ordered.push(...best.drafts)
    left = remaining.filter((draft) => !best.drafts.includes(draft))
  }
  return ordered
}
