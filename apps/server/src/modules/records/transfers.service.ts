import { Injectable } from '@nestjs/common'
import type { Actor } from '../../platform/auth/actor.js'
import { AreaScope } from '../../platform/auth/area-scope.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { AreaWritePolicy } from '../../platform/demo-areas.js'
import { DomainError, notFound } from '../../platform/errors/domain-error.js'
import { AreasService } from '../areas/areas.service.js'
import { isVisible, readerOf, workScope } from '../registers/file-access.js'
import { IdentityService } from '../registers/identity.service.js'
import { RegistersService } from '../registers/registers.service.js'
import type { HeadFacts } from '../registers/subject-file.js'
import { LedgerChanges } from './ledger-changes.js'
import { RecordsRepository } from './records.repository.js'
import type { TransferList, TransferOut, TransferQuery } from './transfers.dto.js'
import { type ListedTransfer, TransfersRepository } from './transfers.repository.js'

/** Open proposals as both villages see them, and the answer that a person is not taken over. */
@Injectable()
export class TransfersService {
  constructor(
    private readonly transfers: TransfersRepository,
    private readonly records: RecordsRepository,
    private readonly registers: RegistersService,
    private readonly identities: IdentityService,
    private readonly changes: LedgerChanges,
    private readonly areas: AreasService,
    private readonly transactions: Transactions,
    private readonly writePolicy: AreaWritePolicy,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, { direction, areaCode }: TransferQuery): Promise<TransferList> {
    const { read } = this.transactions
    const reader = readerOf(actor)
    const scope = areaCode === undefined ? reader.scope : AreaScope.of(areaCode)
    const rows = await this.transfers.list(read, direction, reader, scope)
    const names = await this.areas.names(
      read,
      rows.flatMap(({ fromArea, toArea }) => [fromArea, toArea]),
    )
    return { items: rows.map((row) => toOut(row, names, actor)) }
  }

  /**
   * Sends a proposal back to the village it came from; the person stays there, and whoever proposed it is told why.
   * @throws DomainError NOT_FOUND, OWN_RECORD, REVIEW_SETTLED
   */
  return(actor: Actor, recordId: string, reason: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const proposal = await this.transfers.findAddressed(tx, workScope(actor), recordId)
      if (!proposal) throw notFound()
      const file = await this.registers.lockForArrival(tx, proposal.subjectId)
      if (!file?.wrappedKey || (actor.role !== 'town-office' && !isVisible(file, actor.role)))
        throw notFound()
      if (proposal.proposedBy === actor.accountId) throw new DomainError('OWN_RECORD')
      this.writePolicy.assertWritable(proposal.fromArea)
      const at = this.clock.now()
      if (!(await this.transfers.settle(tx, recordId, 'returned', at)))
        throw new DomainError('REVIEW_SETTLED')
      const head = await this.changes.advance(tx, { code: proposal.fromArea, startOn: null })
      const record = await this.records.sendBack(tx, recordId, {
        version: head.version,
        at,
        by: actor.accountId,
        reasonFor: (revision) =>
          this.identities.keepReason(
            { id: file.id, wrappedKey: file.wrappedKey as Buffer },
            `${recordId}:${revision}`,
            reason,
          ),
      })
      await this.changes.publish(tx, head.version, {
        actor,
        areaCode: proposal.fromArea,
        action: 'record.returned',
        objectType: 'record',
        objectId: recordId,
        details: { kind: 'transfer', revision: record.revision, appointmentId: actor.appointmentId },
      })
      await this.changes.announceReturn(tx, {
        areaCode: proposal.fromArea,
        recordId,
        revision: record.revision,
        accountId: record.submittedBy,
      })
    })
  }
}

function toOut(row: ListedTransfer, names: ReadonlyMap<string, string>, actor: Actor): TransferOut {
  const { gender, birthYear, status } = JSON.parse(row.head) as HeadFacts
  return {
    recordId: row.recordId,
    subjectId: row.subjectId,
    code: row.code,
    fromArea: row.fromArea,
    fromName: names.get(row.fromArea) ?? row.fromArea,
    toArea: row.toArea,
    toName: names.get(row.toArea) ?? row.toArea,
    proposedOn: row.proposedOn,
    dueOn: row.dueOn,
    ...(gender === undefined ? {} : { gender }),
    ...(birthYear === undefined ? {} : { birthYear }),
    ...(status === undefined ? {} : { status }),
    own: row.proposedBy === actor.accountId,
  }
}
