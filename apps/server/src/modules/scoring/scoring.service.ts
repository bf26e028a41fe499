import {
  assess,
  type MissedWindow,
  type Obligation,
  obligations,
  type PlaqueState,
  plaqueStateLabel,
  type Scorecard,
  yearOf,
} from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../platform/auth/actor.js'
import { isAreaCode } from '../../platform/auth/area-scope.js'
import { Clock } from '../../platform/clock.js'
import { DomainError, notFound } from '../../platform/errors/domain-error.js'
import { type Area, AreasService } from '../areas/areas.service.js'
import { PlaqueService } from '../plaque/plaque.service.js'
import { PoliciesInForce } from '../policies/policies-in-force.js'
import { LedgerReader } from '../records/ledger-reader.js'
import { RegistersService } from '../registers/registers.service.js'
import type { AudienceAwareness } from './awareness.dto.js'
import { readablePart, readableScope } from './readable-area.js'
import type { VillageOverview } from './scoring.dto.js'
import { VillageAwarenessService } from './village-awareness.service.js'
import { rulesOf, type VillageSummary } from './village-projection.js'
import { type VillageLine, VillageStatesRepository } from './village-states.repository.js'
import { YearAnswersService } from './year-answers.service.js'

export type Overview = { items: VillageOverview[]; notStarted: number; asOf: string }

/** Reads the score: overviews from the projection, a single village from its ledger. */
@Injectable()
export class ScoringService {
  constructor(
    private readonly areas: AreasService,
    private readonly states: VillageStatesRepository,
    private readonly ledgers: LedgerReader,
    private readonly awareness: VillageAwarenessService,
    private readonly answers: YearAnswersService,
    private readonly registers: RegistersService,
    private readonly plaques: PlaqueService,
    private readonly clock: Clock,
    private readonly policies: PoliciesInForce,
  ) {}

  /** The villages of an area that have begun the programme, in the order of the official codes. */
  async overview(tx: EntityManager, actor: Actor, under: string | undefined): Promise<Overview> {
    const code = under ?? actor.areaCode
    if (code === null) throw notFound()
    const range = readablePart(actor, code)
    const asOf = this.clock.today()
    const villages = await this.areas.villagesUnder(tx, range.from)
    const lines = new Map((await this.states.lines(tx, range)).map((line) => [line.areaCode, line]))
    const awareness = await this.awareness.under(tx, range, yearOf(asOf), lines)
    const plaques = await this.plaques.statesUnder(tx, range)
    const waiting = new Set((await this.plaques.waitingUnder(tx, range)).map(({ areaCode }) => areaCode))
    const started = villages.filter((village) => village.startOn !== null && village.startOn <= asOf)
    return {
      items: started.map((village) =>
        toOverview(
          village,
          lines.get(village.code),
          awareness.get(village.code) ?? [],
          { state: plaques.get(village.code) ?? 'none', waiting: waiting.has(village.code) },
          { asOf, ...rulesOf(this.policies.of(village.code)) },
        ),
      ),
      notStarted: villages.length - started.length,
      asOf,
    }
  }

  /** The scorecard as the ledger gives it now: no projection between. */
  async scorecard(
    tx: EntityManager,
    actor: Actor,
    areaCode: string,
    at: { asOf?: string; knownAt?: string },
  ): Promise<Scorecard> {
    await this.startedVillage(tx, actor, areaCode)
    const asOf = at.asOf ?? this.clock.today()
    if (asOf > this.clock.today()) throw inFuture('asOf')
    const ledger = await this.ledgers.read(tx, areaCode, { allRevisions: at.knownAt !== undefined })
    const policies = this.policies.of(areaCode)
    return assess(ledger, { asOf, policies, ...(at.knownAt === undefined ? {} : { knownAt: at.knownAt }) })
  }

  /** What the village owes today and what it missed this year, folded fresh; about a minor to his file's readers only. */
  async obligations(
    tx: EntityManager,
    actor: Actor,
    areaCode: string,
  ): Promise<{ open: Obligation[]; missed: MissedWindow[]; asOf: string }> {
    await this.startedVillage(tx, actor, areaCode)
    const asOf = this.clock.today()
    const ledger = await this.ledgers.read(tx, areaCode)
    const { counts } = await this.answers.ofVillage(tx, areaCode, { year: yearOf(asOf), asOf })
    const { open, missed } = obligations(ledger, {
      asOf,
      policies: this.policies.of(areaCode),
      awareness: counts,
    })
    const restricted = await this.registers.restricted(tx, areaCode, actor.role)
    const isTold = ({ subjectId }: { subjectId: string }) => !restricted.has(subjectId)
    return { open: open.filter(isTold), missed: missed.filter(isTold), asOf }
  }

  /** @throws DomainError NOT_FOUND, also when it exists outside the actor's area; VILLAGE_NOT_STARTED */
  private async startedVillage(tx: EntityManager, actor: Actor, areaCode: string): Promise<Area> {
    const inScope = isAreaCode(areaCode) && readableScope(actor).contains(areaCode)
    const area = inScope ? await this.areas.find(tx, areaCode) : null
    if (area?.level !== 'village') throw notFound()
    if (area.startOn === null || area.startOn > this.clock.today())
      throw new DomainError('VILLAGE_NOT_STARTED')
    return area
  }
}

const inFuture = (path: string): DomainError =>
  new DomainError('INVALID', { count: 1 }, [{ path, code: 'futureDate', text: '日期不能晚于今天。' }])

/** A village that nobody has computed yet stands as stale, with nothing said about it. */
function toOverview(
  village: Area,
  line: VillageLine | undefined,
  awareness: AudienceAwareness[],
  { state, waiting }: { state: PlaqueState; waiting: boolean },
  present: { asOf: string; policyVersion: string; rulesVersion: string },
): VillageOverview {
  const summary: Partial<VillageSummary> = line ? JSON.parse(line.summary) : {}
  return {
    areaCode: village.code,
    name: village.name,
    isDemo: village.isDemo,
    asOf: line?.asOf ?? village.startOn ?? present.asOf,
    ledgerVersion: line?.ledgerVersion ?? 0,
    stale:
      line?.asOf !== present.asOf ||
      line.policyVersion !== present.policyVersion ||
      line.rulesVersion !== present.rulesVersion,
    track: summary.track ?? null,
    standards: summary.standards ?? [],
    parts: summary.parts ?? [],
    roster: summary.judgedMonth
      ? { month: summary.judgedMonth, confirmed: summary.rosterConfirmed ?? false }
      : null,
    overdue: line?.overdue ?? 0,
    dueSoon: line?.dueSoon ?? 0,
    pending: line?.pending ?? 0,
    late: summary.late ?? [],
    awareness,
    plaque: { state, label: plaqueStateLabel(state), waiting },
    lastRecordAt: line?.lastRecordAt?.toISOString() ?? null,
  }
}
