import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { areaColumn, codeColumn, idColumn, instantColumn, longTextColumn } from '../database/columns.js'

/** Work to do after a commit. Written in the business transaction, done at least once by whichever replica leases it. */
@Entity('outbox_event')
@Index('ix_outbox_ready', ['state', 'runAt'])
@Index('ix_outbox_worker', ['worker', 'state'])
@Index('uq_outbox_key', ['dedupeKey'], { unique: true })
export class OutboxEvent {
  @PrimaryColumn(idColumn('id'))
  id: string

  @Column(areaColumn('area_code'))
  areaCode: string

  @Column(codeColumn('type', 48))
  type: string

  /** A second event with the same key is not added. */
  @Column(codeColumn('dedupe_key', 120))
  dedupeKey: string

  /** Ids only. */
  @Column(longTextColumn('payload'))
  payload: string

  @Column(codeColumn('state', 8))
  state: 'ready' | 'run' | 'done' | 'dead'

  /** Ready: not before this instant. Running: end of the lease. */
  @Column(instantColumn('run_at'))
  runAt: Date

  @Column(codeColumn('worker', 36, { nullable: true }))
  worker: string | null

  @Column({ name: 'tries', type: 'int' })
  tries: number

  @Column(instantColumn('created_at'))
  createdAt: Date
}
