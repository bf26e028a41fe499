import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AreaScope } from '../../platform/auth/area-scope.js'
import { AwarenessRepository, type Repeats, type TallyRow, type Years } from './awareness.repository.js'

export type { Repeats, Years } from './awareness.repository.js'

/** How many have answered, village by village: sums over answered papers, without any person. */
@Injectable()
export class AwarenessService {
  constructor(private readonly repository: AwarenessRepository) {}

  tallies(tx: EntityManager, scope: AreaScope, years: Years): Promise<TallyRow[]> {
    return this.repository.tallies(tx, scope, years)
  }

  /** Answers that may be somebody's second, by village and audience. They are kept, marked and shown, never dropped in silence. */
  repeats(tx: EntityManager, scope: AreaScope, year: number): Promise<Repeats[]> {
    return this.repository.repeats(tx, scope, year)
  }

  /** Counts an area's attempts of a year anew. */
  recount(tx: EntityManager, areaCode: string, year: number): Promise<TallyRow[]> {
    return this.repository.recount(tx, AreaScope.of(areaCode), year)
  }

  /** Tallies of an area that do not equal its attempts; empty when all is well. */
  differences(tx: EntityManager, areaCode: string): Promise<TallyRow[]> {
    return this.repository.differences(tx, AreaScope.of(areaCode))
  }
}
