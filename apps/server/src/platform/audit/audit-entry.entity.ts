import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { areaColumn, codeColumn, idColumn, instantColumn, longTextColumn } from '../database/columns.js'

/** What was done, by whom, to what. Holds no personal data: ids, field names and revision numbers only. */
@Entity('audit_entry')
@Index('ix_audit_unsealed', ['countyCode', 'chainSeq', 'id'])
@Index('ix_audit_object', ['objectType', 'objectId', 'id'])
@Index('ix_audit_actor', ['actorAccountId', 'action', 'id'])
export class AuditEntry {
  /** First six digits of the area: one chain a county. */
  @PrimaryColumn(areaColumn('county_code'))
  countyCode: string

  @PrimaryColumn(idColumn('id'))
  id: string

  @Column(instantColumn('occurred_at'))
  occurredAt: Date

  /** NULL: the system itself (a job, the command line). */
  @Column(idColumn('actor_account_id', { nullable: true }))
  actorAccountId: string | null

  @Column(codeColumn('actor_role', 24))
  actorRole: string

  @Column(areaColumn('area_code'))
  areaCode: string

  /** Verb in the past tense: `record.submitted`, `person.revealed`. */
  @Column(codeColumn('action', 48))
  action: string

  @Column(codeColumn('object_type', 32))
  objectType: string

  @Column(codeColumn('object_id', 64))
  objectId: string

  /** Canonical JSON, kept as the text that was hashed: a JSON column would reorder it on some engines. */
  @Column(longTextColumn('details'))
  details: string

  /** SHA-256 over all the above, made when the entry is. */
  @Column(codeColumn('entry_hash', 64))
  entryHash: string

  /** NULL until the sealer has linked the entry into the county's chain. */
  @Column({ name: 'chain_seq', type: 'bigint', nullable: true })
  chainSeq: number | null
}
