import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AreaScope, areaLevel, countyCode, isAreaCode, parentCode } from '../../platform/auth/area-scope.js'
import type { AreaLevel } from '../../platform/auth/roles.js'
import { Clock } from '../../platform/clock.js'
import { type AreaHead, AreasRepository } from './areas.repository.js'

export type Area = {
  code: string
  name: string
  level: AreaLevel
  parentCode: string | null
  isDemo: boolean
  /** Day on which a village began the programme; null above the village. */
  startOn: string | null
}

export type AreaInput = {
  code: string
  name: string
  orgName?: string
  isDemo?: boolean
  startOn?: string
  validFrom?: string
  validTo?: string
  successorCode?: string
}

/** Day before any record: an area whose founding day does not matter here. */
const ALWAYS = '1949-10-01'

@Injectable()
export class AreasService {
  constructor(
    private readonly areas: AreasRepository,
    private readonly clock: Clock,
  ) {}

  /** Also finds an area that no longer exists: its records still name it. */
  async find(tx: EntityManager, code: string): Promise<Area | null> {
    if (!isAreaCode(code)) return null
    const row = await this.areas.find(tx, code)
    return row && toArea(row)
  }

  /** Villages that exist today in an area, itself included when it is one. */
  villagesUnder(tx: EntityManager, code: string): Promise<Area[]> {
    return this.list(tx, { under: code, level: 'village' })
  }

  async list(tx: EntityManager, filter: { under?: string; level?: AreaLevel }): Promise<Area[]> {
    const scope = filter.under === undefined ? undefined : AreaScope.of(filter.under)
    const rows = await this.areas.inScope(tx, scope, filter.level, this.clock.today())
    return rows.map(toArea)
  }

  /** Names for display, by code. */
  async names(tx: EntityManager, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.areas.byCodes(tx, [...new Set(codes)])
    return new Map(rows.map((row) => [row.code, row.name]))
  }

  /**
   * Adds an area or changes its name and dates; level and parents follow from the code.
   * @throws RangeError when the code is not an area code
   */
  async upsert(tx: EntityManager, input: AreaInput): Promise<void> {
    const level = areaLevel(input.code)
    await this.areas.upsert(tx, {
      code: input.code,
      level,
      name: input.name,
      orgName: input.orgName ?? null,
      parentCode: parentCode(input.code),
      countyCode: input.code.length < 6 ? null : countyCode(input.code),
      isDemo: input.isDemo ?? false,
      startOn: input.startOn ?? null,
      validFrom: input.validFrom ?? ALWAYS,
      validTo: input.validTo ?? null,
      successorCode: input.successorCode ?? null,
    })
  }

  /** The day on which a village begins the programme. */
  setStart(tx: EntityManager, code: string, startOn: string): Promise<void> {
    return this.areas.setStart(tx, code, startOn)
  }
}

function toArea(row: AreaHead): Area {
  const { code, name, level, parentCode, isDemo, startOn } = row
  return { code, name, level, parentCode, isDemo, startOn }
}
