import { STATUSES, type Status, statusLabel } from '@dfv/rules'
import type { Transfer } from '@/shared/api'
import { common, transfers as copy, person } from '@/shared/copy'
import { showDate, showDue } from '@/shared/format'
import type { ChipState } from '@/shared/ui'

export type TransferRow = { title: string; note: string; chip: { state: ChipState; text: string } }

const isStatus = (value: string | undefined): value is Status =>
  STATUSES.some((status) => status.value === value)

/** Who it is by code, what measure he is under, and until when the other village answers. */
export function transferRow(transfer: Transfer, direction: 'in' | 'out', today: string): TransferRow {
  const { code, fromName, toName, gender, status, proposedOn, dueOn } = transfer
  return {
    title: direction === 'in' ? copy.from(fromName, code) : copy.to(toName, code),
    note: [
      gender === 'male' ? person.male : gender === 'female' ? person.female : '',
      isStatus(status) ? statusLabel(status) : '',
      copy.proposed(showDate(proposedOn, today)),
      copy.answerBy(showDate(dueOn, today)),
    ]
      .filter(Boolean)
      .join(common.separator),
    chip: { state: dueOn < today ? 'overdue' : 'due', text: showDue(dueOn, today) },
  }
}
