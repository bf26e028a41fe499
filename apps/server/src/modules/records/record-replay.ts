import { isKindId, RECORD_KINDS } from '@dfv/rules'
import type { Actor } from '../../platform/auth/actor.js'
import { DomainError } from '../../platform/errors/domain-error.js'
import { isVisible, workScope } from '../registers/file-access.js'
import type { RecordIn } from './records.dto.js'
import type { KnownRecord } from './records.repository.js'

/** Beside the submitter himself. */
const CORRECTING_ROLES = ['village-secretary', 'town-office']

/**
 * What a request for an id that exists already is: the same thing again, or the next revision.
 * @throws DomainError RECORD_CONFLICT, and nothing more, to whoever has no business with the record; RECORD_STALE when
 *   another revision came first; RECORD_VOIDED
 */
export function answerKnown(
  actor: Actor,
  known: KnownRecord,
  input: RecordIn,
  fingerprint: string,
): 'same' | 'next' {
  if (!workScope(actor).contains(known.areaCode)) throw new DomainError('RECORD_CONFLICT')
  if (actor.subjectId !== null && actor.subjectId !== known.subjectId)
    throw new DomainError('RECORD_CONFLICT')
  const isSame =
    known.asked?.submittedByAccount === actor.accountId && known.asked.fingerprint === fingerprint
  if (!mayWorkOn(actor, known.file) && !(isSame && isFirstAnswer(known)))
    throw new DomainError('RECORD_CONFLICT')
  if (isSame) return 'same'
  const isSameRecord =
    known.kind === input.kind && known.areaCode === input.areaCode && known.subjectId === input.subjectId
  if (input.revision === 1 || !mayRevise(actor, known) || !isSameRecord)
    throw new DomainError('RECORD_CONFLICT')
  if (known.reviewState === 'voided') throw new DomainError('RECORD_VOIDED')
  if (input.replaces !== known.currentRevision || input.revision !== known.currentRevision + 1)
    throw new DomainError('RECORD_STALE', { currentRevision: known.currentRevision })
  return 'next'
}

/** As for a new record about the person: a file that was sealed, restricted or moved away answers nothing any more. */
function mayWorkOn(actor: Actor, file: KnownRecord['file']): boolean {
  if (!file) return true
  return (
    workScope(actor).contains(file.areaCode) && (actor.role === 'town-office' || isVisible(file, actor.role))
  )
}

/**
 * Nobody has added anything since. A file may be restricted or sealed between a record and its repetition, even by the
 * record itself; whoever lost the answer is told once more what he said himself, and nothing else. Else a phone would
 * keep an accepted record as refused, and its user would write it a second time.
 */
function isFirstAnswer(known: KnownRecord): boolean {
  return known.currentRevision === 1 && known.reviewState === 'accepted'
}

/** A correction is for whoever sent the record, and for those who answer for the village. */
export function mayRevise(
  actor: Pick<Actor, 'accountId' | 'role'>,
  known: Pick<KnownRecord, 'kind' | 'submittedByAccount'>,
): boolean {
  const isTheirKind = isKindId(known.kind) && RECORD_KINDS[known.kind].submittedBy.includes(actor.role)
  return (
    isTheirKind && (known.submittedByAccount === actor.accountId || CORRECTING_ROLES.includes(actor.role))
  )
}
