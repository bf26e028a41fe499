import { missedText, type Role } from '@dfv/rules'
import { type DutyRow, dutyRow, type Village } from '@/shared/village'

/** What work can still mend, by due date; and what it cannot, told once and plainly. */
export function gapsOf(village: Village, role: Role | null): { rows: DutyRow[]; missed: string[] } {
  const { asOf, wording, duties } = village
  const thisYear = (date: string) => date.slice(0, 4) === asOf.slice(0, 4)
  return {
    rows: duties.open.filter(({ part }) => part !== null).map((duty) => dutyRow(duty, village, role)),
    missed: duties.missed.filter(({ closedOn }) => thisYear(closedOn)).map((one) => missedText(one, wording)),
  }
}
