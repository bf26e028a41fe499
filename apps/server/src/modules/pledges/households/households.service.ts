import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { uuidv7 } from 'uuidv7'
import { Audit } from '../../../platform/audit/audit.js'
import type { Actor } from '../../../platform/auth/actor.js'
import { Clock } from '../../../platform/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { AreaWritePolicy } from '../../../platform/demo-areas.js'
import { DomainError, notFound } from '../../../platform/errors/domain-error.js'
import { AreasService } from '../../areas/areas.service.js'
import { RecordWriter } from '../../records/record-writer.js'
import { workScope } from '../../registers/file-access.js'
import { LEDGER_LEVELS } from '../pledge-ledger.js'
import { PledgeTemplates } from '../pledge-templates.js'
import { GridHouseholds } from './grid-households.js'
import { householdParty } from './household-party.js'
import type {
  HouseholdNumberIn,
  HouseholdPaperRemovalIn,
  HouseholdPapersIn,
  HouseholdSlips,
  HouseholdState,
  Households,
  HouseholdsIn,
} from './households.dto.js'
import { HouseholdsRepository, type NumberRow, type VillageYear } from './households.repository.js'

/**
 * A village's households by the numbers of its own list: how many there are, which have signed, their slips, and what they
 * signed on paper. Names stand in that list alone.
 */
@Injectable()
export class HouseholdsService {
  constructor(
    private readonly households: HouseholdsRepository,
    private readonly grids: GridHouseholds,
    private readonly templates: PledgeTemplates,
    private readonly areas: AreasService,
    private readonly writer: RecordWriter,
    private readonly audit: Audit,
    private readonly writePolicy: AreaWritePolicy,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError NOT_FOUND for a village of others */
  async show(actor: Actor, areaCode: string, year = this.year()): Promise<Households> {
    const { read } = this.transactions
    await this.assertVillage(read, actor, areaCode)
    return this.shown(read, actor, { areaCode, year })
  }

  /**
   * Opens this year's signing with so many households, or changes how many there are. A household that has signed is never
   * taken away. Where the grids count another number, it is told.
   * @throws DomainError NOT_FOUND, DEMO_READ_ONLY, HOUSEHOLD_NUMBERS_USED
   */
  async setSize(actor: Actor, { areaCode, size }: HouseholdsIn): Promise<Households> {
    return this.transactions.run(async (tx) => {
      const village = await this.writable(tx, actor, areaCode)
      await this.templates.install(tx)
      const before = await this.households.lock(tx, {
        ...village,
        size: 0,
        openedBy: actor.accountId,
        openedByRole: actor.role,
        openedAt: this.clock.now(),
      })
      if (before.size !== size) {
        if (size > before.size)
          await this.households.addNumbers(tx, village, { from: before.size + 1, to: size })
        else if ((await this.households.dropAbove(tx, village, size)) !== before.size - size)
          throw new DomainError('HOUSEHOLD_NUMBERS_USED')
        await this.households.setSize(tx, village, size)
        await this.note(tx, actor, village, 'households.numbered', { from: before.size, to: size })
      }
      return this.shown(tx, actor, village)
    })
  }

  /** A slip for each household that has not signed, for printing; that they were read is noted. @throws DomainError NOT_FOUND */
  async slips(actor: Actor, areaCode: string): Promise<HouseholdSlips> {
    return this.transactions.run(async (tx) => {
      const village = await this.village(tx, actor, areaCode)
      const open = (await this.households.numbers(tx, village)).filter((row) => stateOf(row) === 'open')
      await this.note(tx, actor, village, 'households.slipsRead', { count: open.length })
      return { ...village, slips: open.map(({ number, slipCode }) => ({ number, code: slipCode })) }
    })
  }

  /**
   * A new slip for a lost one, or after a pledge was revoked; the old one ends.
   * @throws DomainError NOT_FOUND, DEMO_READ_ONLY, HOUSEHOLD_SIGNED, HOUSEHOLD_ON_PAPER
   */
  async renewSlip(actor: Actor, { areaCode, number }: HouseholdNumberIn): Promise<HouseholdSlips> {
    return this.transactions.run(async (tx) => {
      const village = await this.writable(tx, actor, areaCode)
      const row = await this.locked(tx, village, number)
      assertUnsigned(row)
      const code = await this.households.renew(tx, row)
      await this.note(tx, actor, village, 'households.slipRenewed', { number })
      return { ...village, slips: [{ number, code }] }
    })
  }

  /**
   * Households that signed on paper, by their numbers: each counts as one, and its slip ends. One that is noted already with
   * the same day is done.
   * @throws DomainError NOT_FOUND, DEMO_READ_ONLY, PLEDGE_DATE_AHEAD, PLEDGE_DATE_OUTSIDE, PLEDGE_YEAR_PAPERS; HOUSEHOLD_SIGNED and
   * HOUSEHOLD_ON_PAPER with the `number`
   */
  async registerPapers(actor: Actor, input: HouseholdPapersIn): Promise<Households> {
    const { signedOn, paper } = input
    const numbers = [...new Set(input.numbers)].sort((a, b) => a - b)
    return this.transactions.run(async (tx) => {
      const village = await this.writable(tx, actor, input.areaCode, input.year)
      this.assertSignedOn(village.year, signedOn)
      const { areaCode, year } = village
      for (const number of numbers) {
        const row = await this.locked(tx, village, number)
        if (row.paperOn === signedOn) continue
        assertUnsigned(row, { number })
        const recordId = uuidv7()
        await this.households.setPaper(tx, row, { recordId, on: signedOn })
        await this.writer.derive(tx, {
          id: recordId,
          kind: 'pledge-signed',
          areaCode,
          subjectId: areaCode,
          by: { accountId: actor.accountId, role: actor.role },
          actor,
          payload: {
            signedOn,
            level: LEDGER_LEVELS['village-household'],
            year,
            party: householdParty(areaCode, year, number),
            paper,
          },
        })
      }
      return this.shown(tx, actor, village)
    })
  }

  /** A paper that was noted by mistake counts no more. @throws DomainError NOT_FOUND, DEMO_READ_ONLY */
  async removePaper(
    actor: Actor,
    { areaCode, number, year, reason }: HouseholdPaperRemovalIn,
  ): Promise<Households> {
    return this.transactions.run(async (tx) => {
      const village = await this.writable(tx, actor, areaCode, year)
      const row = await this.households.lockNumber(tx, village, number)
      if (!row?.paperRecordId) throw notFound()
      await this.households.setPaper(tx, row, null)
      await this.writer.voidDerived(tx, { id: row.paperRecordId, actor, reason })
      return this.shown(tx, actor, village)
    })
  }

  private async locked(tx: EntityManager, village: VillageYear, number: number): Promise<NumberRow> {
    const row = await this.households.lockNumber(tx, village, number)
    if (!row) throw notFound()
    return row
  }

  /** Papers are noted until the end of the next year; a year's pledges are signed from the December before it. */
  private assertSignedOn(year: number, signedOn: string): void {
    if (year > this.year() || year < this.year() - 1) throw new DomainError('PLEDGE_YEAR_PAPERS')
    if (signedOn > this.clock.today()) throw new DomainError('PLEDGE_DATE_AHEAD')
    if (signedOn < `${year - 1}-12-01` || signedOn > `${year}-12-31`)
      throw new DomainError('PLEDGE_DATE_OUTSIDE', { year })
  }

  private async shown(tx: EntityManager, actor: Actor, village: VillageYear): Promise<Households> {
    const signing = await this.households.find(tx, village)
    const rows = await this.households.numbers(tx, village)
    const mayRead = actor.permissions.has('pledge.manage')
    const numbers = rows.map((row) => ({
      number: row.number,
      state: stateOf(row),
      ...(row.paperOn === null ? {} : { paperOn: row.paperOn }),
      ...(mayRead && row.pledgeId !== null ? { pledgeId: row.pledgeId } : {}),
    }))
    const signed = numbers.filter(({ state }) => state === 'signed' || state === 'paper').length
    const size = signing?.size ?? 0
    const { areaCode, year } = village
    const inGrids = await this.grids.unlike(tx, areaCode, year, new Map([[areaCode, size]]))
    return { ...village, size, inGrids: inGrids.get(areaCode), signed, numbers }
  }

  private async village(
    tx: EntityManager,
    actor: Actor,
    areaCode: string,
    year = this.year(),
  ): Promise<VillageYear> {
    await this.assertVillage(tx, actor, areaCode)
    return { areaCode, year }
  }

  private async writable(
    tx: EntityManager,
    actor: Actor,
    areaCode: string,
    year?: number,
  ): Promise<VillageYear> {
    const village = await this.village(tx, actor, areaCode, year)
    this.writePolicy.assertWritable(areaCode)
    return village
  }

  private async assertVillage(tx: EntityManager, actor: Actor, areaCode: string): Promise<void> {
    const area = workScope(actor).contains(areaCode) ? await this.areas.find(tx, areaCode) : null
    if (area?.level !== 'village') throw notFound()
  }

  private year = (): number => Number(this.clock.today().slice(0, 4))

  private note(
    tx: EntityManager,
    actor: Actor,
    { areaCode, year }: VillageYear,
    action: string,
    details: Record<string, number>,
  ): Promise<void> {
    return this.audit.add(tx, {
      actor,
      areaCode,
      action,
      objectType: 'household-signing',
      objectId: `${areaCode}:${year}`,
      details,
    })
  }
}

/** @param named the household, where it is one of many */
function assertUnsigned(row: NumberRow, named: { number?: number } = {}): void {
  const state = stateOf(row)
  if (state === 'paper') throw new DomainError('HOUSEHOLD_ON_PAPER', named)
  if (state === 'signed' || state === 'sealing') throw new DomainError('HOUSEHOLD_SIGNED', named)
}

function stateOf({ pledgeState, paperRecordId }: NumberRow): HouseholdState {
  if (paperRecordId !== null) return 'paper'
  if (pledgeState === null) return 'open'
  if (pledgeState === 'revoked') return 'revoked'
  return pledgeState === 'signed-pending-seal' ? 'sealing' : 'signed'
}
