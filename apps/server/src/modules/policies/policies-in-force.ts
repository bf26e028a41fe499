import { POLICIES, type Policies, type PolicyRelease, policiesOfCounty } from '@dfv/rules'
import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common'
import { countyCode } from '../../platform/auth/area-scope.js'
import { Transactions } from '../../platform/database/transactions.js'
import { LOG } from '../../platform/log.token.js'
import type { Log } from '../../platform/logging.js'
import { PoliciesRepository, type ReleasedRow } from './policies.repository.js'

/** A release applies from the next day at the earliest; until then every replica has read it many times over. */
const REREAD_MS = 15_000

/**
 * The policy that each county is judged by: what was delivered with the software, and what its office released. It is held
 * ready so that judging needs no query. What a replica computed before it knew of a release carries the older version's
 * name, by which the projections are found stale and computed again.
 */
@Injectable()
export class PoliciesInForce implements OnModuleInit, OnModuleDestroy {
  private byCounty: ReadonlyMap<string, Policies> = new Map()
  private timer: NodeJS.Timeout | undefined

  constructor(
    private readonly repository: PoliciesRepository,
    private readonly transactions: Transactions,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.reload()
    this.timer = setInterval(() => {
      this.reload().catch((error: unknown) => this.log.warn({ err: error }, 'policies were not read again'))
    }, REREAD_MS)
    this.timer.unref()
  }

  onModuleDestroy(): void {
    clearInterval(this.timer)
  }

  /** @param areaCode of the county, or of anything in it */
  of(areaCode: string): Policies {
    return this.byCounty.get(countyCode(areaCode)) ?? POLICIES
  }

  async reload(): Promise<void> {
    const byCounty = new Map<string, ReleasedRow[]>()
    for (const row of await this.repository.released(this.transactions.read)) {
      const rows = byCounty.get(row.countyCode)
      if (rows) rows.push(row)
      else byCounty.set(row.countyCode, [row])
    }
    this.byCounty = new Map([...byCounty].map(([county, rows]) => [county, countyPolicies(county, rows)]))
  }
}

/** A release that was withdrawn changed the policy twice, though nothing is left of it. */
export function countyPolicies(county: string, released: readonly ReleasedRow[]): Policies {
  const standing = released.filter(({ state }) => state === 'released')
  const revision = released.length + (released.length - standing.length)
  return policiesOfCounty(POLICIES, county, standing.map(releaseOf), revision)
}

export const releaseOf = ({
  effectiveOn,
  body,
}: Pick<ReleasedRow, 'effectiveOn' | 'body'>): PolicyRelease => ({
  effectiveOn,
  values: JSON.parse(body) as PolicyRelease['values'],
})
