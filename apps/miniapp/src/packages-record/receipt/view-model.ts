import { obligationTitle, type Role } from '@dfv/rules'
import { record as copy, errors } from '@/shared/copy'
import { showInstant } from '@/shared/format'
import type { FormTarget } from '@/shared/navigation'
import type { OutboxEntry } from '@/shared/outbox'
import { formTargetOf, takesOn, type Village } from '@/shared/village'

export type ReceiptText = { arrived: boolean; title: string; lines: string[] }

/** What became of the record, in words; the outbox may still be at work. */
export function receiptOf(entry: OutboxEntry, today: string, needsSignIn: boolean): ReceiptText {
  const { receipt, problem } = entry
  if (entry.state === 'accepted') {
    return {
      arrived: true,
      title: copy.received,
      lines: receipt
        ? [
            `${copy.receiptNo(receipt.receiptNo)}　${copy.receivedAt(showInstant(receipt.receivedAt, today))}`,
            ...(receipt.reviewState === 'pending' ? [copy.waitsReview] : []),
          ]
        : [],
    }
  }
  if (entry.state === 'returned') {
    const reasons = problem?.errors.map(({ text }) => text) ?? []
    const sentence = (problem && (errors.byCode[problem.code] ?? problem.title)) || errors.server
    return { arrived: false, title: copy.returned, lines: reasons.length > 0 ? reasons : [sentence] }
  }
  if (entry.state === 'conflict') {
    return { arrived: false, title: copy.conflict, lines: [errors.byCode.RECORD_CONFLICT ?? ''] }
  }
  return { arrived: false, title: copy.keptOnly, lines: [needsSignIn ? copy.signInNote : copy.keptOnlyNote] }
}

/** The next thing to do about the same subject, if this person may do it. */
export function nextDutyOf(
  village: Village,
  entry: OutboxEntry,
  role: Role | null,
): { target: FormTarget; title: string } | null {
  const duty = village.duties.open.find(
    (duty) =>
      duty.subjectId === entry.subjectId &&
      duty.opensOn <= village.asOf &&
      // The next of four activities is not the next thing to do on the same day.
      !(duty.kind === 'publicity' && entry.kind === 'publicity-activity') &&
      takesOn(role, duty),
  )
  const target = duty && formTargetOf(duty, village)
  return target ? { target, title: obligationTitle(duty, village.wording) } : null
}
