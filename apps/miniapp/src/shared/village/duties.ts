import { KIND_OUTLINES, type Obligation, obligationTitle, type Role } from '@dfv/rules'
import { common, home as copy, roleNames } from '@/shared/copy'
import { daysBetween, showDate, showDue } from '@/shared/format'
import { kindIcon } from '@/shared/records'
import { isVisitor } from '@/shared/session'
import type { ChipState, IconName } from '@/shared/ui'
import type { Village } from './use-village'

/** What a row needs of a duty: lists of a whole area come without the clause. */
type Listed = Omit<Obligation, 'clause'>

/** One duty as every list shows it. Why it is due stands in its explanation, not in the row. */
export type DutyRow<D extends Listed = Obligation> = {
  duty: D
  icon: IconName
  title: string
  note: string
  chip: { state: ChipState; text: string }
  action: string
  /** This role is to make the record that settles it. */
  mine: boolean
}

type Owed = Pick<Obligation, 'settledBy' | 'owedBy'>

/** In a village whoever may make the record does the work; above it, each does what is asked of the own office. */
export const takesOn = (role: Role | null, { settledBy, owedBy }: Owed): boolean =>
  role !== null &&
  settledBy !== null &&
  KIND_OUTLINES[settledBy].submittedBy.includes(role) &&
  (!isVisitor(role) || owedBy === role)

function progressOf({ kind, params }: Listed): string | null {
  const { have, need } = params ?? {}
  return kind === 'publicity' && typeof have === 'number' && typeof need === 'number'
    ? copy.progress(have, need)
    : null
}

export function dutyRow<D extends Listed>(
  duty: D,
  { asOf, wording }: Pick<Village, 'asOf' | 'wording'>,
  role: Role | null,
): DutyRow<D> {
  const mine = takesOn(role, duty)
  return {
    duty,
    mine,
    icon: kindIcon(duty.settledBy ?? ''),
    title: obligationTitle(duty, wording),
    note: [
      mine ? null : copy.owedBy(roleNames[duty.owedBy]),
      progressOf(duty),
      copy.due(showDate(duty.dueOn, asOf)),
    ]
      .filter(Boolean)
      .join(common.separator),
    chip: { state: daysBetween(asOf, duty.dueOn) < 0 ? 'overdue' : 'due', text: showDue(duty.dueOn, asOf) },
    action: duty.kind === 'roster-confirmation' ? copy.confirm : common.record,
  }
}

const IMPORTS: readonly Role[] = ['village-secretary', 'case-worker', 'town-office']
/** Who may bring records in as tables. The server says which tables. */
export const mayImport = (role: Role | null): boolean => role !== null && IMPORTS.includes(role)
