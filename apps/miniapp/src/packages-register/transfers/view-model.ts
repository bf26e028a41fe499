import { RECORD_KINDS } from '@dfv/rules'
import type { RecordIn, Transfer } from '@/shared/api'
import { transfers as copy } from '@/shared/copy'
import { showDate } from '@/shared/format'

export type TransferRow = {
  transfer: Transfer
  title: string
  note: string
  /** Asked of this village, and not proposed by the one who looks. */
  mayAnswer: boolean
}

/** What waits for an answer, what is due first on top. */
export const transferRows = (items: readonly Transfer[], villageCode: string, today: string): TransferRow[] =>
  [...items]
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
    .map((transfer) => {
      const isIncoming = transfer.toArea === villageCode
      return {
        transfer,
        title: `${transfer.code} ${isIncoming ? copy.incoming(transfer.fromName) : copy.outgoing(transfer.toName)}`,
        note: copy.due(showDate(transfer.dueOn, today)),
        mayAnswer: isIncoming && !transfer.own,
      }
    })

/** The record by which a village takes a person over. */
export function acceptanceOf(
  { subjectId, fromArea, toArea }: Transfer,
  agreement: 'yes' | 'no',
  today: string,
  deviceTime: string,
): RecordIn {
  const { kind, version } = RECORD_KINDS['transfer-acceptance']
  return {
    kind,
    schemaVersion: version,
    areaCode: toArea,
    subjectId,
    revision: 1,
    occurredOn: today,
    payload: { acceptedOn: today, fromArea, toArea, agreement },
    deviceTime,
  }
}
