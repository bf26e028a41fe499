import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { uuidv7 } from 'uuidv7'
import type { Actor } from '../auth/actor.js'
import { countyCode } from '../auth/area-scope.js'
import { canonicalJson } from '../canonical-json.js'
import { Clock } from '../clock.js'
import { sha256 } from '../crypto/sealer.js'
import type { AuditEntry } from './audit-entry.entity.js'

/** Who did it: an actor of a request, or a part of the system. */
export type AuditActor = Pick<Actor, 'accountId' | 'role'> | { system: string }

export type AuditEvent = {
  actor: AuditActor
  areaCode: string
  action: string
  objectType: string
  objectId: string
  /** Ids, field names and revision numbers; never a value that names or describes a person. */
  details?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>
}

@Injectable()
export class Audit {
  constructor(private readonly clock: Clock) {}

  /** Adds an entry in the business transaction, so that neither can exist without the other. */
  async add(tx: EntityManager, event: AuditEvent): Promise<void> {
    const content = {
      id: uuidv7(),
      countyCode: countyCode(event.areaCode),
      occurredAt: this.clock.now(),
      actorAccountId: 'system' in event.actor ? null : event.actor.accountId,
      actorRole: 'system' in event.actor ? event.actor.system : event.actor.role,
      areaCode: event.areaCode,
      action: event.action,
      objectType: event.objectType,
      objectId: event.objectId,
      details: canonicalJson(event.details ?? {}),
    }
    await tx.query(
      `INSERT INTO audit_entry (county_code, id, occurred_at, actor_account_id, actor_role, area_code, action, object_type, object_id, details, entry_hash, chain_seq)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)`,
      [
        content.countyCode,
        content.id,
        content.occurredAt,
        content.actorAccountId,
        content.actorRole,
        content.areaCode,
        content.action,
        content.objectType,
        content.objectId,
        content.details,
        auditEntryHash(content),
      ],
    )
  }
}

/** The hash covers every column but the chain position. A list of plain values has one JSON only. */
export function auditEntryHash(entry: Omit<AuditEntry, 'entryHash' | 'chainSeq'>): string {
  return sha256(
    JSON.stringify([
      entry.id,
      entry.countyCode,
      entry.occurredAt.toISOString(),
      entry.actorAccountId,
      entry.actorRole,
      entry.areaCode,
      entry.action,
      entry.objectType,
      entry.objectId,
      entry.details,
    ]),
  )
}
