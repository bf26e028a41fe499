import {
  type Assessment,
  type ItemOutcome,
  itemHow,
  itemSum,
  itemTitle,
  type KindId,
  kindLabel,
  type LedgerRecord,
  type Scorecard,
  standardTitle,
  totalText,
  type VillageLedger,
} from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { Actor } from '../../platform/auth/actor.js'
import { AreaScope, townCode } from '../../platform/auth/area-scope.js'
import type { Role } from '../../platform/auth/roles.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { AccountsService } from '../accounts/accounts.service.js'
import type { Area } from '../areas/areas.service.js'
import { isResult, PlaqueService } from '../plaque/plaque.service.js'
import { AppealsRepository } from './appeals.repository.js'
import { type Claim, type ItemChange, readClaims, type YearParams } from './assessment.dto.js'
import type { AssessmentCycle } from './assessment-cycle.entity.js'
import type { AssessmentFreeze } from './assessment-freeze.entity.js'
import type { FreezeOut, ItemOut, VillageYearOut } from './assessment-views.dto.js'
import { AssessmentYearsRepository } from './assessment-years.repository.js'
import { Freezer } from './freezer.js'
import { FrozenRepository } from './frozen.repository.js'
import { LiveJudgement } from './live-judgement.js'
import { SpotChecksRepository } from './spot-checks.repository.js'
import { drawnVillages } from './spot-checks.service.js'
import { possibleActs } from './year-acts.js'
import { YearFiles } from './year-files.js'
import { YearPhotos } from './year-photos.service.js'

type Judged = { scorecard: Scorecard; assessment: Assessment; records: ReadonlyMap<string, LedgerRecord> }

export type VillageYear = Omit<VillageYearOut, 'can' | 'othersOnly'>
/** A year as it is shown, with the judgement it was taken from. */
export type JudgedYear = {
  view: VillageYear
  /** Account of whoever handed the self-assessment in. */
  claimedBy: string | null
  scorecard: Scorecard
  assessment: Assessment
}

/** One village's year with everything that leads to its result. */
@Injectable()
export class YearReader {
  constructor(
    private readonly files: YearFiles,
    private readonly years: AssessmentYearsRepository,
    private readonly frozen: FrozenRepository,
    private readonly appeals: AppealsRepository,
    private readonly checks: SpotChecksRepository,
    private readonly freezer: Freezer,
    private readonly live: LiveJudgement,
    private readonly photos: YearPhotos,
    private readonly plaques: PlaqueService,
    private readonly accounts: AccountsService,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError NOT_FOUND, ASSESSMENT_NOT_OPEN, VILLAGE_NOT_STARTED */
  async read(actor: Actor, { code, year }: YearParams): Promise<VillageYearOut> {
    const { village, cycle } = await this.files.village(this.transactions.read, actor, code, year)
    const { view, claimedBy } = await this.view(village, cycle, actor.accountId)
    return { ...view, ...possibleActs(actor, view, { claimedBy, today: this.clock.today() }) }
  }

  /** The same for whoever has made sure that it may be read. @param reader whose own is marked; null on paper */
  async view(village: Area, cycle: AssessmentCycle, reader: string | null): Promise<JudgedYear> {
    const tx = this.transactions.read
    const { code } = village
    const { year } = cycle
    const scope = AreaScope.of(code)
    const row = await this.years.find(tx, code, year)
    const freezes = await this.frozen.versions(tx, code, year)
    const standing = freezes.at(-1)
    const found = standing
      ? await this.freezer.judgement(tx, standing)
      : await this.live.ofVillage(tx, code, cycle)
    const judged = { ...found, records: byId(found.ledger) }
    const rounds = await this.years.rounds(tx, code, year)
    const steps = await this.years.steps(tx, code, year)
    const appeals = await this.appeals.under(tx, scope, year)
    const photos = await this.photos.ofYear(tx, { code, year })
    const checks = await this.checks.under(tx, AreaScope.of(townCode(code)), year)
    const findings = await this.checks.findingsUnder(tx, scope, year)
    const result = (await this.plaques.resultsUnder(tx, scope, year)).get(code) ?? null
    const waiting = await this.plaques.waitingUnder(tx, scope)
    const people = [
      ...rounds.flatMap(({ submittedBy, reviewedBy }) => [submittedBy, reviewedBy]),
      ...freezes.map(({ frozenBy }) => frozenBy),
      ...steps.map(({ madeBy }) => madeBy),
    ].filter((id): id is string => id !== null)
    const names = people.length === 0 ? new Map() : await this.accounts.displayNames(tx, [...new Set(people)])
    const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? ''))
    const { scorecard, assessment } = judged
    const hit = checks.findLast((check) => drawnVillages(check).some(({ areaCode }) => areaCode === code))
    const state = row?.state ?? 'open'
    const { openedBy: _by, openedAt: _at, ...calendar } = cycle
    const view: VillageYear = {
      areaCode: code,
      areaName: village.name,
      year,
      state,
      revision: row?.revision ?? 0,
      cycle: calendar,
      source: standing ? 'frozen' : 'live',
      points: standing?.points ?? assessment.points,
      outOf: assessment.outOf,
      isLowerBound: assessment.isLowerBound,
      verdict: assessment.verdict,
      reached: assessment.reached,
      total: totalText(assessment),
      standards: scorecard.standards.map(({ id, state }) => ({ id, title: standardTitle(id), state })),
      items: itemsOf(judged, readClaims(row?.claims ?? '[]'), JSON.parse(standing?.changes ?? '[]')),
      photos,
      rounds: rounds.map(({ round, claimedPoints, outcome, reason, ...one }) => ({
        round,
        claimedPoints,
        submittedAt: one.submittedAt.toISOString(),
        submittedBy: nameOf(one.submittedBy) ?? '',
        outcome,
        reason,
        reviewedAt: one.reviewedAt?.toISOString() ?? null,
        reviewedBy: nameOf(one.reviewedBy),
      })),
      freezes: freezes.map((one) => toFreezeOut(one, nameOf(one.frozenBy) ?? '')),
      result,
      resultWaits: waiting.some(({ year: about, kind }) => about === year && isResult(kind)),
      publicity:
        row?.publishedOn && row.publicityUntil ? { from: row.publishedOn, until: row.publicityUntil } : null,
      appeals: appeals.map(({ id, raisedBy, receivedOn, matter, outcome, reason, document, ...one }) => ({
        id,
        raisedBy,
        receivedOn,
        matter,
        outcome,
        reason,
        document,
        decidedAt: one.decidedAt?.toISOString() ?? null,
        own: one.enteredBy === reader,
      })),
      spotCheckId: hit?.id ?? null,
      findings: findings.map(({ id, item, checkedOn, holds, finding }) => ({
        id,
        item,
        checkedOn,
        holds: holds === 1,
        finding,
      })),
      history: steps.map(({ seq, kind, madeAt, role, madeBy, reason, document }) => ({
        seq,
        kind,
        at: madeAt.toISOString(),
        role: role as Role,
        by: nameOf(madeBy) ?? '',
        reason,
        document,
      })),
    }
    return { view, claimedBy: row?.claimedBy ?? null, scorecard, assessment }
  }
}

const byId = ({ records }: VillageLedger): ReadonlyMap<string, LedgerRecord> =>
  new Map(records.map((record) => [record.id, record]))

function itemsOf(
  { assessment, records }: Judged,
  claims: readonly Claim[],
  changes: readonly ItemChange[],
): ItemOut[] {
  return assessment.items.map((item) => ({
    id: item.id,
    title: itemTitle(item.id),
    clause: { ref: item.clause.ref, quote: item.clause.quote },
    weight: item.weight,
    points: item.points,
    state: item.state,
    how: itemHow(item),
    sum: itemSum(item),
    records: recordsOf(item, records),
    claim: claims.find((claim) => claim.item === item.id) ?? null,
    change: changes.find((change) => change.item === item.id) ?? null,
  }))
}

/** The records that decide an item, newest first. */
const recordsOf = (
  { deciding }: ItemOutcome,
  records: ReadonlyMap<string, LedgerRecord>,
): ItemOut['records'] =>
  deciding
    .flatMap((id) => records.get(id) ?? [])
    .map(({ id, kind, occurredOn }) => ({ id, kind, label: kindLabel(kind as KindId), on: occurredOn }))
    .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : a.id < b.id ? -1 : 1))

const toFreezeOut = (row: AssessmentFreeze, frozenBy: string): FreezeOut => ({
  version: row.version,
  asOf: row.asOf,
  knownAt: row.knownAt.toISOString(),
  ledgerVersion: row.ledgerVersion,
  policyVersion: row.policyVersion,
  rulesVersion: row.rulesVersion,
  snapshotHash: row.snapshotHash,
  verdict: row.verdict,
  reached: row.reached,
  systemPoints: row.systemPoints,
  points: row.points,
  replaces: row.replaces,
  reason: row.reason,
  document: row.document,
  frozenAt: row.frozenAt.toISOString(),
  frozenBy,
})
