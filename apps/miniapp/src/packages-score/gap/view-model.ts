import {
  missedText,
  type Obligation,
  obligationReason,
  obligationTitle,
  RECORD_KINDS,
  type Role,
} from '@dfv/rules'
import { common, home as homeCopy, roleNames } from '@/shared/copy'
import { daysBetween, showDate, showDue } from '@/shared/format'
import { kindIcon } from '@/shared/records'
import type { ChipState, IconName } from '@/shared/ui'
import type { Village } from '@/shared/village'

export type GapRow = {
  duty: Obligation
  icon: IconName
  title: string
  note: string
  chip: { state: ChipState; text: string }
  /** Null when somebody else has to do it. */
  action: string | null
}

/** What work can still mend, by due date; and what it cannot, told once and plainly. */
export function gapsOf(village: Village, role: Role | null): { rows: GapRow[]; missed: string[] } {
  const { asOf, wording, duties } = village
  return {
    rows: duties.open
      .filter(({ part }) => part !== null)
      .map((duty) => {
        const mine =
          role !== null && duty.settledBy !== null && RECORD_KINDS[duty.settledBy].submittedBy.includes(role)
        return {
          duty,
          icon: kindIcon(duty.settledBy ?? ''),
          title: obligationTitle(duty, wording),
          note: [
            mine ? null : homeCopy.owedBy(roleNames[duty.owedBy]),
            obligationReason(duty),
            homeCopy.due(showDate(duty.dueOn, asOf)),
          ]
            .filter(Boolean)
            .join(common.separator),
          chip: {
            state: daysBetween(asOf, duty.dueOn) < 0 ? 'overdue' : 'due',
            text: showDue(duty.dueOn, asOf),
          },
          action: mine ? common.record : null,
        }
      }),
    missed: duties.missed
      .filter(({ closedOn }) => closedOn.slice(0, 4) === asOf.slice(0, 4))
      .map((one) => missedText(one, wording)),
  }
}
