import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { type Assessment, canonicalJson, freeze, type Scorecard, type VillageLedger } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { countyCode } from '../../platform/auth/area-scope.js'
import { Clock } from '../../platform/clock.js'
import { sha256 } from '../../platform/crypto/sealer.js'
import { Transactions } from '../../platform/database/transactions.js'
import { PoliciesInForce } from '../policies/policies-in-force.js'
import { LedgerReader } from '../records/ledger-reader.js'
import { YearAnswersService } from '../scoring/year-answers.service.js'
import type { ItemChange } from './assessment.dto.js'
import type { AssessmentFreeze } from './assessment-freeze.entity.js'
import { FrozenRepository } from './frozen.repository.js'
import { pointsAfter } from './item-points.js'
import { JudgeTool, type ToolFile } from './judge-tool.js'

const pack = promisify(gzip)
const unpack = promisify(gunzip)

type Made = { bytes: Buffer; hash: string }
/** A judgement with everything it rests on, not yet kept. */
export type Frost = {
  areaCode: string
  year: number
  knownAt: Date
  ledgerHash: string
  snapshot: Made
  scorecard: Made
  points: Made
  tool: ToolFile
  judged: { scorecard: Scorecard; assessment: Assessment }
}

/** Why and by whom it is kept, and what the town changed. */
export type FreezeDecision = Pick<
  AssessmentFreeze,
  'version' | 'replaces' | 'reason' | 'document' | 'frozenBy'
> & {
  changes: readonly ItemChange[]
}

/** The four files of a frozen judgement; each is what `node assess.mjs snapshot.json` prints, or reads, or is. */
export type FrozenFiles = Record<'snapshot.json' | 'scorecard.json' | 'points.json' | 'assess.mjs', Buffer>

const made = (bytes: Buffer): Made => ({ bytes, hash: sha256(bytes) })

/** Freezes a village's year: ledger, answers, policy, day and instant; what was judged from them; and the program. */
@Injectable()
export class Freezer {
  constructor(
    private readonly ledgers: LedgerReader,
    private readonly answers: YearAnswersService,
    private readonly tool: JudgeTool,
    private readonly frozen: FrozenRepository,
    private readonly transactions: Transactions,
    private readonly policies: PoliciesInForce,
    private readonly clock: Clock,
  ) {}

  /** Judges outside any transaction: it takes a while, and what arrives meanwhile is later than `knownAt`. */
  async judge(areaCode: string, year: number, asOf: string): Promise<Frost> {
    const { read } = this.transactions
    const knownAt = this.clock.now()
    const ledger = await this.ledgers.read(read, areaCode, { allRevisions: true })
    const { counts } = await this.answers.ofVillage(read, areaCode, { year, asOf })
    const content = freeze(ledger, {
      asOf,
      knownAt: knownAt.toISOString(),
      policies: this.policies.of(areaCode),
      counts: { awareness: counts },
    })
    const snapshot = made(Buffer.from(`${JSON.stringify(content)}\n`))
    const scorecard = made(await this.tool.run(snapshot.bytes))
    const points = made(await this.tool.run(snapshot.bytes, ['--points']))
    return {
      areaCode,
      year,
      knownAt,
      ledgerHash: sha256(canonicalJson(ledger)),
      snapshot,
      scorecard,
      points,
      tool: await this.tool.file(),
      judged: {
        scorecard: JSON.parse(scorecard.bytes.toString()),
        assessment: JSON.parse(points.bytes.toString()),
      },
    }
  }

  /** Keeps it under the decision. */
  async keep(tx: EntityManager, frost: Frost, decision: FreezeDecision): Promise<AssessmentFreeze> {
    const { areaCode, year, knownAt, ledgerHash, snapshot, scorecard, points, tool, judged } = frost
    const { changes, ...why } = decision
    const { assessment } = judged
    const row: AssessmentFreeze = {
      ...why,
      areaCode,
      year,
      asOf: assessment.asOf,
      knownAt,
      ledgerVersion: assessment.ledgerVersion,
      policyVersion: assessment.policyVersion,
      rulesVersion: assessment.rulesVersion,
      ledgerHash,
      snapshotHash: snapshot.hash,
      scorecardHash: scorecard.hash,
      pointsHash: points.hash,
      toolHash: tool.hash,
      verdict: assessment.verdict,
      reached: assessment.reached,
      systemPoints: assessment.points,
      points: pointsAfter(assessment.items, changes),
      changes: JSON.stringify(changes),
      frozenAt: knownAt,
    }
    for (const { bytes, hash } of [snapshot, scorecard, points])
      await this.frozen.putFile(tx, { areaCode, hash, bytes: bytes.length, packed: await pack(bytes) })
    await this.frozen.putFile(tx, {
      areaCode: countyCode(areaCode),
      hash: tool.hash,
      bytes: tool.bytes.length,
      packed: await pack(tool.bytes),
    })
    await this.frozen.insert(tx, row)
    return row
  }

  /** @throws Error when a file is missing or is not what was frozen */
  async files(tx: EntityManager, row: AssessmentFreeze): Promise<FrozenFiles> {
    const { areaCode } = row
    return {
      'snapshot.json': await this.open(tx, areaCode, row.snapshotHash),
      'scorecard.json': await this.open(tx, areaCode, row.scorecardHash),
      'points.json': await this.open(tx, areaCode, row.pointsHash),
      'assess.mjs': await this.open(tx, countyCode(areaCode), row.toolHash),
    }
  }

  /** What was judged, and from which records. */
  async judgement(
    tx: EntityManager,
    row: AssessmentFreeze,
  ): Promise<{ scorecard: Scorecard; assessment: Assessment; ledger: VillageLedger }> {
    const json = async (hash: string) => JSON.parse((await this.open(tx, row.areaCode, hash)).toString())
    return {
      scorecard: await json(row.scorecardHash),
      assessment: await json(row.pointsHash),
      ledger: (await json(row.snapshotHash)).ledger,
    }
  }

  private async open(tx: EntityManager, areaCode: string, hash: string): Promise<Buffer> {
    const packed = await this.frozen.file(tx, areaCode, hash)
    const bytes = packed && (await unpack(packed))
    if (!bytes || sha256(bytes) !== hash) throw new Error(`the frozen file ${hash} is missing or was altered`)
    return bytes
  }
}
