import type { IdentityService } from '../registers/identity.service.js'
import type { OpenedRecord } from './record-reads.repository.js'
import type { RecordRemark } from './record-remark.entity.js'
import type { RemarkOut } from './records.dto.js'

/** Whose key the words about a record are sealed with; undefined: a village's record, which holds nothing personal. */
export const ownerOf = ({ subjectId, wrappedKey }: OpenedRecord) =>
  wrappedKey ? { id: subjectId, wrappedKey } : undefined

/** A remark for a reader of its record. Of an erased person the words are gone, and only that something was said is left. */
export function toRemarkOut(
  identities: IdentityService,
  record: OpenedRecord,
  remark: RecordRemark,
): RemarkOut {
  const owner = ownerOf(record)
  const isReadable = !record.isPerson || owner !== undefined
  return {
    id: remark.id,
    revision: remark.revision,
    by: { accountId: remark.accountId, role: remark.role },
    at: remark.createdAt.toISOString(),
    ...(isReadable && {
      text: identities.readRemark(owner, `${remark.recordId}:${remark.id}`, remark.words),
    }),
  }
}
