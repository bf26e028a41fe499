import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import type { Role } from '../../platform/auth/roles.js'
import {
  areaColumn,
  bytesColumn,
  codeColumn,
  dateColumn,
  idColumn,
  instantColumn,
} from '../../platform/database/columns.js'
import type { FileFormat } from './document/document.js'

/**
 * `instant`: short, made each time it is fetched. A long one is `waiting`, `running`, then `done` or `failed`. `gone`:
 * its day is over and what was kept is deleted.
 */
export type ExportState = 'instant' | 'waiting' | 'running' | 'done' | 'failed' | 'gone'

/** A ledger that somebody asked for. Says nothing of what is in it. */
@Entity('export_job')
@Index('ix_export_account', ['accountId', 'createdAt'])
@Index('ix_export_state', ['state', 'createdAt'])
@Index('ix_export_expiry', ['expiresAt'])
export class ExportJob {
  @PrimaryColumn(idColumn('id'))
  id: string

  /** The village or town it is about. */
  @Column(areaColumn('area_code'))
  areaCode: string

  /** Who asked; nobody else fetches it. */
  @Column(idColumn('account_id'))
  accountId: string

  @Column(idColumn('appointment_id'))
  appointmentId: string

  @Column(codeColumn('role', 24))
  role: Role

  @Column(codeColumn('form', 48))
  form: string

  @Column(codeColumn('format', 8))
  format: FileFormat

  @Column(dateColumn('from_on'))
  from: string

  @Column(dateColumn('to_on'))
  to: string

  @Column({ name: 'is_named', type: 'tinyint' })
  isNamed: 0 | 1

  /** Why names were asked for. NULL: none were. */
  @Column(codeColumn('purpose', 16, { nullable: true }))
  purpose: string | null

  @Column(bytesColumn('note_sealed', 1024, { nullable: true }))
  noteSealed: Buffer | null

  /** Opens the note and the kept pieces. NULL once it is gone. */
  @Column(bytesColumn('wrapped_key', 128, { nullable: true }))
  wrappedKey: Buffer | null

  @Column(codeColumn('state', 8))
  state: ExportState

  /** Counted when it was asked for. */
  @Column({ name: 'rows_total', type: 'int' })
  rowsTotal: number

  @Column({ name: 'rows_done', type: 'int' })
  rowsDone: number

  /** How many pieces the kept file has; NULL until it is whole. */
  @Column({ name: 'parts', type: 'int', nullable: true })
  parts: number | null

  @Column({ name: 'byte_length', type: 'bigint', nullable: true })
  byteLength: number | null

  /** The attempt that is making it, or has made what is kept. */
  @Column(idColumn('worker', { nullable: true }))
  worker: string | null

  /** After this instant the attempt counts as dead. */
  @Column(instantColumn('lease_until', { nullable: true }))
  leaseUntil: Date | null

  @Column({ name: 'tries', type: 'int' })
  tries: number

  @Column(instantColumn('created_at'))
  createdAt: Date

  @Column(instantColumn('finished_at', { nullable: true }))
  finishedAt: Date | null

  @Column(instantColumn('expires_at'))
  expiresAt: Date
}
