import {
  KIND_OUTLINES,
  type KindId,
  missingText,
  type OnboardingStep,
  type OnboardingStepId,
  onboardingFigures,
  onboardingHow,
  onboardingStateLabel,
  onboardingTitle,
  type Role,
  type Wording,
} from '@dfv/rules'
import type { Beginning, TableHead } from '@/shared/api'
import { beginning as copy, roleNames } from '@/shared/copy'
import type { ChipState } from '@/shared/ui'

/** The table that fills a step, where there is one. */
const TABLE_OF: Partial<Record<OnboardingStepId, string>> = {
  roster: 'persons',
  statuses: 'persons',
  abstinence: 'abstinence-starts',
  groups: 'support-groups',
  sweep: 'key-persons',
  venues: 'venues',
  grids: 'grids',
  site: 'sites',
  pastTalks: 'talks',
  pastTests: 'tests',
  pastActivities: 'activities',
  pastQuarters: 'past-evidence',
}

const CHIPS: Record<OnboardingStep['state'], ChipState> = { done: 'met', waiting: 'review', open: 'due' }

export type StepRow = {
  id: OnboardingStepId
  title: string
  chip: { state: ChipState; text: string }
  figures: string
  /** How it is done, and by whom where that is somebody else; nothing once it is done. */
  how: string
  missing: string[]
  /** More than are listed. */
  missingMore: number
  table: string | null
  /** A record about the village that settles it, where this role may make it. */
  kind: string | null
}

const SHOWN_MISSING = 20

/**
 * The steps, open ones first, each with the way to do it for this role.
 * @param recordable kinds that this role may record by hand, as the county's policy keeps them
 */
export function stepRows(
  { steps }: Pick<Beginning, 'steps'>,
  { role, recordable }: { role: Role | null; recordable: readonly KindId[] },
  tables: readonly TableHead[],
  wording: Wording,
): StepRow[] {
  const order: Record<OnboardingStep['state'], number> = { open: 0, waiting: 1, done: 2 }
  return [...steps]
    .sort((a, b) => order[a.state] - order[b.state])
    .map((step): StepRow => {
      const { id, state, owedBy, settledBy, missing } = step
      const kind = settledBy === null ? undefined : KIND_OUTLINES[settledBy]
      const mayRecord = kind?.subject === 'village' && role !== null && kind.submittedBy.includes(role)
      const table = tables.find((one) => one.id === TABLE_OF[id])
      const isOpen = state === 'open'
      const texts = missing.slice(0, SHOWN_MISSING).map((one) => missingText(one, wording))
      return {
        id,
        title: onboardingTitle(id),
        chip: { state: CHIPS[state], text: onboardingStateLabel(state) },
        figures: onboardingFigures(step),
        how: isOpen
          ? [onboardingHow(id), role === owedBy || mayRecord ? '' : copy.byOther(roleNames[owedBy])].join('')
          : '',
        missing: isOpen ? texts : [],
        missingMore: isOpen ? missing.length - texts.length : 0,
        table: isOpen && table ? table.id : null,
        kind: isOpen && mayRecord && kind && recordable.includes(kind.kind) ? kind.kind : null,
      }
    })
}
