import {
  type MissedWindow,
  type Obligation,
  obligationTitle,
  partTitle,
  type Scorecard,
  type Wording,
} from '@dfv/rules'
import type { OrderAbout } from '@/shared/api'
import { issue as copy, states } from '@/shared/copy'
import { daysBetween } from '@/shared/format'
import type { SummaryLine } from '@/shared/ui'

export type Choice = { about: OrderAbout; value: string; label: string }

const keyOf = ({ kind, id }: OrderAbout): string => `${kind} ${id}`

/** The parts that are not met first in the notice's order, then those nobody could judge. */
export function partChoices({ parts }: Pick<Scorecard, 'parts'>): Choice[] {
  const of = (state: 'notMet' | 'undetermined') =>
    parts
      .filter((part) => part.state === state)
      .map((part): Choice => {
        const about = { kind: 'part' as const, id: part.id }
        return { about, value: keyOf(about), label: `${partTitle(part.id)} ${states[state]}` }
      })
  return [...of('notMet'), ...of('undetermined')]
}

/** What is late, the longest first. */
export function dutyChoices(
  { open }: { open: readonly Obligation[]; missed?: readonly MissedWindow[] },
  wording: Wording,
): Choice[] {
  return open
    .filter(({ dueOn }) => dueOn < wording.asOf)
    .sort((a, b) => (a.dueOn + a.id < b.dueOn + b.id ? -1 : 1))
    .map((duty) => {
      const about = { kind: 'duty' as const, id: duty.id }
      const days = copy.lateBy(daysBetween(duty.dueOn, wording.asOf))
      return { about, value: keyOf(about), label: `${obligationTitle(duty, wording)} ${days}` }
    })
}

export type IssueForm = { about: OrderAbout | null; text: string; dueOn: string }

const SHORTEST = 2

export function checkIssue({ about, text }: IssueForm, wordsMissing: string): SummaryLine[] {
  const lines: SummaryLine[] = []
  if (!about) lines.push({ field: 'about', text: copy.whatMissing })
  if (text.trim().length < SHORTEST) lines.push({ field: 'text', text: wordsMissing })
  return lines
}
