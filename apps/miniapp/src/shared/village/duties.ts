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
  /** This role owes it, or makes the record that settles it. */
  mine: boolean
  /** This role makes the record that settles it. */
  byForm: boolean
}

type Owed = Pick<Obligation, 'settledBy' | 'owedBy'>

/** In a village whoever may make the record does the work; above it, each does what is asked of the own office. */
export const takesOn = (role: Role | null, { settledBy, owedBy }: Owed): boolean =>
  role !== null &&
  settledBy !== null &&
  KIND_OUTLINES[settledBy].submittedBy.includes(role) &&
  (!isVisitor(role) || owedBy === role)

/** Whom the server tells of it as his own: who owes it. What a resident owes is the secretary's to see to. */
export const owes = (role: Role | null, owedBy: Role): boolean =>
  role !== null && role === (owedBy === 'resident' ? 'village-secretary' : owedBy)

function progressOf({ kind, params }: Listed): string | null {
  const { have, need, count } = params ?? {}
  if (kind === 'awareness' && typeof count === 'number') return copy.peopleLacking(count)
  return kind === 'publicity' && typeof have === 'number' && typeof need === 'number'
    ? copy.progress(have, need)
    : null
}

/** One for each audience of a year, alike but for it; the period ends with it. */
const audienceOf = ({ kind, period }: Listed): string =>
  kind === 'awareness' || kind === 'audience-count' ? (copy.audiences[period.slice(5)] ?? '') : ''

const actionOf = (kind: Listed['kind'], byForm: boolean, mine: boolean): string => {
  if (!byForm) return (mine ? copy.wayOn[kind] : undefined) ?? copy.look
  return kind === 'roster-confirmation' ? copy.confirm : common.record
}

export function dutyRow<D extends Listed>(
  duty: D,
  { asOf, wording }: Pick<Village, 'asOf' | 'wording'>,
  role: Role | null,
): DutyRow<D> {
  const byForm = takesOn(role, duty)
  const mine = byForm || owes(role, duty.owedBy)
  return {
    duty,
    mine,
    byForm,
    icon: kindIcon(duty.settledBy ?? ''),
    title: [obligationTitle(duty, wording), audienceOf(duty)].filter(Boolean).join(' '),
    note: [
      mine ? null : copy.owedBy(roleNames[duty.owedBy]),
      progressOf(duty),
      copy.due(showDate(duty.dueOn, asOf)),
    ]
      .filter(Boolean)
      .join(common.separator),
    chip: { state: daysBetween(asOf, duty.dueOn) < 0 ? 'overdue' : 'due', text: showDue(duty.dueOn, asOf) },
    action: actionOf(duty.kind, byForm, mine),
  }
}

const IMPORTS: readonly Role[] = ['village-secretary', 'case-worker', 'town-office']
/** Who may bring records in as tables. The server says which tables. */
export const mayImport = (role: Role | null): boolean => role !== null && IMPORTS.includes(role)
