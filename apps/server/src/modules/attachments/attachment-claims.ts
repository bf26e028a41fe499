import { fieldFault, isPersonKind, type KindId, type Payload, RECORD_KINDS } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { DomainError } from '../../platform/errors/domain-error.js'
import { AttachmentsRepository, type Claim } from './attachments.repository.js'

/** A record, or a self-assessment, says which files will follow it. From then on, and not before, its sender may send them. */
@Injectable()
export class AttachmentClaims {
  constructor(private readonly attachments: AttachmentsRepository) {}

  /**
   * In the transaction that stores the record.
   * @throws DomainError ATTACHMENT_CONFLICT, and nothing more, when an id belongs to another record
   */
  async claim(
    tx: EntityManager,
    record: Omit<Claim, 'isSealed' | 'owner'> & { kind: KindId; payload: Payload },
  ): Promise<void> {
    const { kind, payload, ...claim } = record
    const isSealed = isPersonKind(kind)
    await this.name(tx, { ...claim, owner: 'record', isSealed }, attachmentIds(kind, payload))
  }

  /**
   * Lets go of the files of an owner, but of some: what nobody was handed is not kept.
   * @param but ids that stay
   */
  release(tx: EntityManager, ownerId: string, but: readonly string[]): Promise<void> {
    return this.attachments.release(tx, ownerId, but)
  }

  /**
   * In the transaction that stores what names them.
   * @throws DomainError ATTACHMENT_CONFLICT, and nothing more, when an id belongs to something else
   */
  async name(tx: EntityManager, claim: Claim, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return
    await this.attachments.claim(tx, claim, ids)
    if ((await this.attachments.countOf(tx, claim.recordId, ids)) !== ids.length)
      throw new DomainError('ATTACHMENT_CONFLICT')
  }
}

/** The fields of each kind that name files, in the order of its form. */
const FILE_FIELDS = new Map(
  Object.values(RECORD_KINDS).map(({ kind, fields }) => [
    kind,
    Object.entries(fields).filter(([, { type }]) => type === 'photos'),
  ]),
)

/** The files that a payload names, in the order in which they are shown. A form newer than ours may name them otherwise. */
export const attachmentIds = (kind: KindId, payload: Payload): string[] =>
  (FILE_FIELDS.get(kind) ?? []).flatMap(([name, field]) => {
    const value = payload[name]
    return value === undefined || fieldFault(field, value) !== undefined ? [] : (value as string[])
  })
