import type { Obligation, PartId, PartOutcome, Scorecard } from '../scorecard.ts'
import { effortOf } from './effort.ts'
import { isFact, mends } from './mending.ts'
import type { GapStep, StepDuty } from './plan.ts'
import { timesOf } from './suppose.ts'

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

/** Sums a step up from its duties. */
export function draftOf(
  head: Pick<Draft, 'kind' | 'owedBy' | 'settledBy' | 'part' | 'serves' | 'follows'>,
  duties: StepDuty[],
  countOf: (duty: StepDuty) => number = (duty) => timesOf(duty, head.settledBy),
): Draft {
  const count = duties.reduce((sum, duty) => sum + countOf(duty), 0)
  const { minutes, visits } = effortOf(head.settledBy)
  return {
    ...head,
    duties,
    count,
    dueOn: duties.map(({ dueOn }) => dueOn).sort()[0]!,
    effort: { minutes: minutes * count, visits: visits * count },
  }
}

/**
 * Duties as steps: those of one kind that the same role owes and the same parts need are one step. A duty that serves no
 * judged part is left out: nothing here depends on it.
 * @param open in order of their days
 * @param follows whether they arose only from other steps
 */
export function draftsOf(open: readonly Obligation[], { parts }: Scorecard, follows: boolean): Draft[] {
  const unmet = parts.filter(isUnmet)
  const groups = new Map<string, { head: Parameters<typeof draftOf>[0]; duties: StepDuty[] }>()
  for (const duty of open) {
    const { kind, owedBy, settledBy, part } = duty
    const serves = servedBy(duty, open, unmet)
    if (settledBy === null || (part === null && serves.length === 0) || isDouble(duty, open)) continue
    const key = [kind, owedBy, part, ...serves].join()
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
