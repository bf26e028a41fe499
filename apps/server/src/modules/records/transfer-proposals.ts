import { addDays, policyAt } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AreaWritePolicy } from '../../platform/demo-areas.js'
import { Outbox } from '../../platform/outbox/outbox.js'
import { AreasService } from '../areas/areas.service.js'
import { PoliciesInForce } from '../policies/policies-in-force.js'
import { refusedField } from './record-content.js'
import type { RecordOut } from './records.dto.js'
import { TransfersRepository } from './transfers.repository.js'

/** A village proposes that another takes a person over, and may take that back. @see 三(一) */
@Injectable()
export class TransferProposals {
  constructor(
    private readonly transfers: TransfersRepository,
    private readonly areas: AreasService,
    private readonly writePolicy: AreaWritePolicy,
    private readonly outbox: Outbox,
    private readonly policies: PoliciesInForce,
  ) {}

  /** @throws DomainError INVALID unless it names another village that is on this system */
  async assertAddressed(tx: EntityManager, fromArea: string, toArea: unknown): Promise<void> {
    const area = typeof toArea === 'string' ? await this.areas.find(tx, toArea) : null
    if (area?.level !== 'village' || area.code === fromArea)
      throw refusedField('transfer', 'toArea', '请选择要转去的另一个村')
    this.writePolicy.assertWritable(area.code)
  }

  /** Written with the record; a corrected proposal takes the place of the first, a newer one of an older. */
  async propose(tx: EntityManager, record: RecordOut): Promise<void> {
    const proposedOn = record.occurredOn
    const toArea = String(record.payload.toArea)
    const { reportInDays } = policyAt(this.policies.of(record.areaCode), proposedOn, record.areaCode)
    await this.transfers.propose(tx, {
      recordId: record.id,
      subjectId: record.subjectId,
      fromArea: record.areaCode,
      toArea,
      proposedOn,
      dueOn: addDays(proposedOn, reportInDays),
      proposedBy: record.submittedBy.accountId,
    })
    await this.outbox.add(tx, {
      type: 'transfer.proposed',
      areaCode: toArea,
      payload: { recordId: record.id, toArea, revision: record.revision },
      dedupeKey: `transfer.proposed:${record.id}:${record.revision}`,
    })
  }

  async withdraw(tx: EntityManager, recordId: string): Promise<void> {
    await this.transfers.settle(tx, recordId, 'withdrawn', null)
  }
}
