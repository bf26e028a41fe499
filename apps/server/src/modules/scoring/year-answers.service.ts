import type { Channel, Tally } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AreaScope } from '../../platform/auth/area-scope.js'
import { sha256 } from '../../platform/crypto/sealer.js'
import { AwarenessService, type Years } from '../quizzes/awareness.service.js'
import { SamplingAnswers } from '../sampling/sampling-answers.service.js'
import { VenueStaffService } from '../venues/venue-staff.service.js'

/** Counts of one channel of one village's audience in a year. */
export type AnswerRow = {
  areaCode: string
  year: number
  audience: string
  channel: Channel
  valid: number
  aware: number
}
/** All that was answered in a village's year, as the rules take it, and what tells that it has changed. */
export type YearAnswers = {
  counts: Record<'resident' | 'migrant' | 'venue', { tallies: Tally[] }>
  version: string
}

const VERSION_LENGTH = 32

/**
 * What the rules need beside the ledger: answers counted on this server, at home, by third parties, and of the staff who work in
 * a venue on the day that is judged. @see 四(一)3
 */
@Injectable()
export class YearAnswersService {
  constructor(
    private readonly tallies: AwarenessService,
    private readonly sampling: SamplingAnswers,
    private readonly staff: VenueStaffService,
  ) {}

  /** Every channel apart. */
  async rows(tx: EntityManager, scope: AreaScope, years: Years): Promise<AnswerRow[]> {
    const surveys = await this.sampling.surveySums(tx, scope, years)
    return [
      ...(await this.tallies.tallies(tx, scope, years)),
      ...surveys.map((sum) => ({ ...sum, channel: 'third-party' as const })),
    ]
  }

  /** @param judged.asOf the day that is judged: it says whose answers count for a venue */
  async ofVillage(
    tx: EntityManager,
    areaCode: string,
    judged: { year: number; asOf: string },
  ): Promise<YearAnswers> {
    const { year } = judged
    const rows = await this.rows(tx, AreaScope.of(areaCode), { from: year, to: year })
    const of = (audience: string) => ({
      tallies: rows
        .filter((row) => row.audience === audience)
        .map(({ channel, valid, aware }) => ({ channel, valid, aware })),
    })
    const census = await this.staff.census(tx, areaCode, judged)
    return {
      counts: {
        resident: of('resident'),
        migrant: of('migrant'),
        venue: { tallies: [{ channel: 'self', ...census }] },
      },
      version: versionOf(rows),
    }
  }

  /** What every village's answers of a year would be known by; a village without any is absent. */
  async versions(tx: EntityManager, scope: AreaScope, year: number): Promise<ReadonlyMap<string, string>> {
    const byVillage = new Map<string, AnswerRow[]>()
    for (const row of await this.rows(tx, scope, { from: year, to: year }))
      byVillage.set(row.areaCode, [...(byVillage.get(row.areaCode) ?? []), row])
    return new Map([...byVillage].map(([areaCode, rows]) => [areaCode, versionOf(rows)]))
  }
}

/** Staff who come or go change the ledger, so that the answers of a venue stand here by their number alone. */
function versionOf(rows: readonly AnswerRow[]): string {
  if (rows.length === 0) return ''
  const values = rows.map(({ year, audience, channel, valid, aware }) =>
    [year, audience, channel, valid, aware].join('/'),
  )
  return sha256(values.sort().join()).slice(0, VERSION_LENGTH)
}
