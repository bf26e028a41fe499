import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Audit, type AuditEvent } from '../../platform/audit/audit.js'
import { Clock } from '../../platform/clock.js'
import { Outbox } from '../../platform/outbox/outbox.js'
import { RegistersService } from '../registers/registers.service.js'
import type { FileState, SubjectFile } from '../registers/subject-file.js'
import { LedgerReader } from './ledger-reader.js'
import { type VillageLedgerHead, VillageLedgers } from './village-ledgers.js'

/** The steps that every change of a village's ledger shares: its version, the person's head, audit and event. */
@Injectable()
export class LedgerChanges {
  constructor(
    private readonly ledgers: VillageLedgers,
    private readonly reader: LedgerReader,
    private readonly registers: RegistersService,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Takes the village's lock and its next version. A subject must have been locked before. */
  advance(
    tx: EntityManager,
    village: { code: string; startOn: string | null },
    newPersons: 0 | 1 = 0,
  ): Promise<VillageLedgerHead> {
    return this.ledgers.advance(tx, village.code, {
      startOn: village.startOn ?? this.clock.today(),
      newPersons,
      at: this.clock.now(),
    })
  }

  /** Folds the subject's records anew into the head that lists show. @param isRenamed its identity has changed too */
  async refreshFile(
    tx: EntityManager,
    file: SubjectFile,
    head: VillageLedgerHead,
    isRenamed = false,
  ): Promise<FileState> {
    const ledger = { ...head, records: await this.reader.ofSubject(tx, file.id) }
    return this.registers.refresh(tx, file, ledger, isRenamed)
  }

  /** The audit entry of a change, and its event. */
  async publish(tx: EntityManager, version: number, event: AuditEvent): Promise<void> {
    await this.audit.add(tx, { ...event, details: { ...event.details, version } })
    await this.announce(tx, event.areaCode, version)
  }

  /** The event on which projections, reminders and phones follow. */
  async announce(tx: EntityManager, areaCode: string, version: number): Promise<void> {
    await this.outbox.add(tx, {
      type: 'ledger.changed',
      areaCode,
      payload: { areaCode, version },
      dedupeKey: `ledger.changed:${areaCode}:${version}`,
    })
  }

  /** The submitter is told after the commit that his record came back. */
  async announceReturn(tx: EntityManager, returned: ReturnedRecord): Promise<void> {
    const { areaCode, recordId, revision, accountId } = returned
    await this.outbox.add(tx, {
      type: 'record.returned',
      areaCode,
      payload: { recordId, revision, accountId },
      dedupeKey: `record.returned:${recordId}:${revision}`,
    })
  }
}

export type ReturnedRecord = { areaCode: string; recordId: string; revision: number; accountId: string }
