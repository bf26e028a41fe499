import type { Obligation, PartId, PartOutcome, Scorecard } from '../scorecard.ts'
import { effortOf } from './effort.ts'
import { isEarning, isFact, mends } from './mending.ts'
import type { GapStep, StepDuty } from './plan.ts'
import { countOf } from './suppose.ts'

/** A step whose place and effect are not known yet. */
export type Draft = Omit<GapStep, 'use' | 'effect' | 'unreached'>

export const isUnmet = ({ state }: PartOutcome): boolean => state === 'notMet' || state === 'undetermined'

/** The unmet parts that lack what a duty would bring. Of several rosters the first open one is enough. */
function servedBy(duty: Obligation, open: readonly Obligation[], unmet: readonly PartOutcome[]): PartId[] {
  if (duty !== open.find(({ kind }) => kind === duty.kind) && duty.kind === 'roster-confirmation') return []
  return unmet.filter(({ missing }) => missing.some((one) => mends(duty, one))).map(({ id }) => id)
}

/** The test of a cycle is the second look at an invalid one as well. */
const isDouble = ({ kind, subjectId }: Obligation, open: readonly Obligation[]): boolean =>
  kind === 'recheck' && open.some((other) => other.kind === 'test' && other.subjectId === subjectId)

export const dutyOfStep = ({ id, subjectId, period, dueOn, params }: Obligation): StepDuty => ({
  id,
  subjectId,
  period,
  dueOn,
  ...(params === undefined ? {} : { params }),
})

type Head = Pick<Draft, 'kind' | 'owedBy' | 'settledBy' | 'part' | 'serves' | 'follows'>

/** Sums a step up from its duties. */
function draftOf(head: Head, duties: StepDuty[]): Draft {
  const count = duties.reduce((sum, duty) => sum + countOf(duty), 0)
  const { minutes, visits } = effortOf(head.settledBy)
  // A class answers together.
  const times = head.settledBy === 'class-session' ? duties.length : count
  return {
    ...head,
    duties,
    count,
    dueOn: duties.map(({ dueOn }) => dueOn).sort()[0]!,
    effort: { minutes: minutes * times, visits: visits * times },
  }
}

/**
 * Duties as steps: those of one kind that the same role owes and the same parts need are one step. A duty that serves no
 * judged part and earns no points that were asked for is left out: nothing here depends on it.
 * @param open in order of their days
 * @param how `follows`: they arose only from other steps; `earns`: points were asked for
 */
export function draftsOf(
  open: readonly Obligation[],
  { parts }: Scorecard,
  { follows, earns }: { follows: boolean; earns: boolean },
): Draft[] {
  const unmet = parts.filter(isUnmet)
  const groups = new Map<string, { head: Head; duties: StepDuty[] }>()
  for (const duty of open) {
    const { kind, owedBy, settledBy, part, params } = duty
    const serves = servedBy(duty, open, unmet)
    const isWanted = part !== null || serves.length > 0 || (earns && isEarning(kind))
    if (!isWanted || isDouble(duty, open)) continue
    // Each audience is asked for by itself.
    const key = [kind, owedBy, part, params?.audience, ...serves].join()
    let group = groups.get(key)
    if (group === undefined) {
      group = { head: { kind, owedBy, settledBy, part, serves, follows }, duties: [] }
      groups.set(key, group)
    }
    group.duties.push(dutyOfStep(duty))
  }
  return Array.from(groups.values()).map(({ head, duties }) => draftOf(head, duties))
}

export const isPlannable = ({ kind }: Draft): boolean => !isFact(kind)
