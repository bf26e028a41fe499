import { type Obligation, obligationTitle, RECORD_KINDS, type Role } from '@dfv/rules'
import { common, home as copy, roleNames } from '@/shared/copy'
import { daysBetween, showDate, showDue } from '@/shared/format'
import { kindIcon } from '@/shared/records'
import type { ChipState, IconName } from '@/shared/ui'
import type { Village } from './use-village'

/** One duty as every list shows it. Why it is due stands in its explanation, not in the row. */
export type DutyRow = {
  duty: Obligation
  icon: IconName
  title: string
  note: string
  chip: { state: ChipState; text: string }
  action: string
  /** This role may make the record that settles it. */
  mine: boolean
}

export const mayRecord = (role: Role | null, { settledBy }: Obligation): boolean =>
  role !== null && settledBy !== null && RECORD_KINDS[settledBy].submittedBy.includes(role)

function progressOf({ kind, params }: Obligation): string | null {
  const { have, need } = params ?? {}
  return kind === 'publicity' && typeof have === 'number' && typeof need === 'number'
    ? copy.progress(have, need)
    : null
}

export function dutyRow(duty: Obligation, { asOf, wording }: Village, role: Role | null): DutyRow {
  const mine = mayRecord(role, duty)
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

/** In the order people use them; a kind that is not named comes last. */
const KIND_ORDER = [
  'talk',
  'urine-test',
  'publicity-activity',
  'support-group',
  'person-status',
  'roster-confirmation',
  'test-outcome',
  'relapse',
  'abstinence-start',
]
const place = (kind: string) => (KIND_ORDER.includes(kind) ? KIND_ORDER.indexOf(kind) : KIND_ORDER.length)

export type RecordableKind = {
  kind: string
  label: string
  icon: IconName
  onlineOnly: boolean
  aboutPerson: boolean
}

/** The kinds this role may record by hand. */
export function recordableKinds(role: Role | null): RecordableKind[] {
  return Object.values(RECORD_KINDS)
    .filter(({ submittedBy }) => role !== null && submittedBy.includes(role))
    .sort((a, b) => place(a.kind) - place(b.kind))
    .map(({ kind, label, onlineOnly, subject }) => ({
      kind,
      label,
      icon: kindIcon(kind),
      onlineOnly,
      aboutPerson: subject === 'person',
    }))
}
