import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../platform/auth/actor.js'
import type { AttachmentOwner, AttachmentRow } from './attachment.entity.js'
import type { OwnerKey } from './attachment-contents.js'

/** @throws DomainError NOT_FOUND when what names the files is not this actor's */
type OpenOwner = (tx: EntityManager, actor: Actor, id: string) => Promise<{ wrappedKey: OwnerKey }>

/** The files of a thing are reached through it alone: the module it belongs to says who reaches it. */
@Injectable()
export class AttachmentOwners {
  private readonly opens = new Map<AttachmentOwner, OpenOwner>()

  register(owner: AttachmentOwner, open: OpenOwner): void {
    if (this.opens.has(owner)) throw new Error(`Two owners of attachments called ${owner}.`)
    this.opens.set(owner, open)
  }

  /** @throws DomainError NOT_FOUND */
  open(
    tx: EntityManager,
    actor: Actor,
    { owner, recordId }: Pick<AttachmentRow, 'owner' | 'recordId'>,
  ): Promise<{ wrappedKey: OwnerKey }> {
    const open = this.opens.get(owner)
    if (!open) throw new Error(`Nobody answers for attachments of a ${owner}.`)
    return open(tx, actor, recordId)
  }
}
