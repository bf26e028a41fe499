import { gridHouseholds, type LedgerRecord } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AreaScope, villageCode } from '../../../platform/auth/area-scope.js'
import { Clock } from '../../../platform/clock.js'
import { PoliciesInForce } from '../../policies/policies-in-force.js'
import { LedgerReader } from '../../records/ledger-reader.js'

/**
 * The households of a village as its grids count them: what the share that signed is judged by. The village's own list, by
 * which it numbers and prints slips, may say otherwise, and then both are told.
 */
@Injectable()
export class GridHouseholds {
  constructor(
    private readonly ledgers: LedgerReader,
    private readonly policies: PoliciesInForce,
    private readonly clock: Clock,
  ) {}

  /**
   * @param sizes households numbered in a year, by village, all of them in the area
   * @returns what the grids count at the end of the year, or today, by village, where that is another number
   */
  async unlike(
    tx: EntityManager,
    areaCode: string,
    year: number,
    sizes: ReadonlyMap<string, number>,
  ): Promise<ReadonlyMap<string, number>> {
    if (sizes.size === 0) return new Map()
    const records = await this.ledgers.ofKind(tx, AreaScope.of(villageCode(areaCode)), 'grid')
    const byVillage = new Map<string, LedgerRecord[]>()
    for (const one of records) byVillage.set(one.areaCode, [...(byVillage.get(one.areaCode) ?? []), one])
    const today = this.clock.today()
    const yearEnd = `${year}-12-31`
    const asOf = today < yearEnd ? today : yearEnd
    const unlike = new Map<string, number>()
    for (const [village, size] of sizes) {
      const counted = gridHouseholds(
        {
          format: 'village-ledger@1',
          areaCode: village,
          startOn: asOf,
          ledgerVersion: 0,
          records: byVillage.get(village) ?? [],
        },
        { asOf, policies: this.policies.of(village) },
      )
      if (size > 0 && counted !== size) unlike.set(village, counted)
    }
    return unlike
  }
}
