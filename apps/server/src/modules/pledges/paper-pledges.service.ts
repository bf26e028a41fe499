import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../platform/auth/actor.js'
import { AreaScope } from '../../platform/auth/area-scope.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { AreaWritePolicy } from '../../platform/demo-areas.js'
import { DomainError, notFound } from '../../platform/errors/domain-error.js'
import { AppointmentsService } from '../accounts/appointments.service.js'
import { AreasService } from '../areas/areas.service.js'
import { RecordWriter } from '../records/record-writer.js'
import { readerOf } from '../registers/file-access.js'
import { SubjectHeads } from '../registers/subject-heads.js'
import type { PaperPledgeIn } from './pledges.dto.js'
import { PledgesRepository } from './pledges.repository.js'

/** A pledge signed on paper is equally valid: the paper is kept, and the ledger says where. @see 三(二)4 */
@Injectable()
export class PaperPledges {
  constructor(
    private readonly pledges: PledgesRepository,
    private readonly writer: RecordWriter,
    private readonly subjects: SubjectHeads,
    private readonly appointments: AppointmentsService,
    private readonly areas: AreasService,
    private readonly writePolicy: AreaWritePolicy,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * The pledge with the town is registered by the town office: no village vouches for its own.
   * @throws DomainError NOT_FOUND, FORBIDDEN, DEMO_READ_ONLY, PLEDGE_PARTY_UNKNOWN, PLEDGE_DATE_AHEAD
   */
  register(actor: Actor, paper: PaperPledgeIn): Promise<boolean> {
    const { areaCode, level, year, signedOn } = paper
    return this.transactions.run(async (tx) => {
      if (!actor.scope.contains(areaCode)) throw notFound()
      if ((await this.areas.find(tx, areaCode))?.level !== 'village') throw notFound()
      if (level === 'town-village' && actor.role !== 'town-office') throw new DomainError('FORBIDDEN')
      this.writePolicy.assertWritable(areaCode)
      if (signedOn > this.clock.today()) throw new DomainError('PLEDGE_DATE_AHEAD')
      const party = await this.partyOf(tx, actor, paper)
      // What was asked for on the phone is not asked for any more.
      const phoneLevel = level === 'village-grid' ? 'village-grid-worker' : level
      await this.pledges.withdrawForPaper(tx, AreaScope.of(areaCode), { level: phoneLevel, year, party })
      return this.writer.derive(tx, {
        id: paper.id,
        kind: 'pledge-signed',
        areaCode,
        subjectId: areaCode,
        by: { accountId: actor.accountId, role: actor.role },
        actor,
        payload: {
          signedOn,
          level,
          year,
          ...(party === undefined ? {} : { party }),
          ...(level === 'town-village' ? { responsible: 'yes' } : {}),
          paper: paper.paper,
        },
      })
    })
  }

  private async partyOf(
    tx: EntityManager,
    actor: Actor,
    { level, party, areaCode }: PaperPledgeIn,
  ): Promise<string | undefined> {
    if (level === 'town-village') return undefined
    if (party === undefined) throw new DomainError('PLEDGE_PARTY_UNKNOWN')
    if (level === 'village-venue') {
      const venue = await this.subjects.findPlace(tx, readerOf(actor), party)
      if (venue?.type !== 'venue' || venue.areaCode !== areaCode)
        throw new DomainError('PLEDGE_PARTY_UNKNOWN')
      return party
    }
    const grids = await this.areas.list(tx, { under: areaCode, level: 'grid' })
    for (const code of [areaCode, ...grids.map((grid) => grid.code)]) {
      const asked = { role: 'grid-worker' as const, areaCode: code, on: this.clock.today() }
      const holders = await this.appointments.holders(tx, asked)
      if (holders.some(({ accountId }) => accountId === party)) return party
    }
    throw new DomainError('PLEDGE_PARTY_UNKNOWN')
  }
}
