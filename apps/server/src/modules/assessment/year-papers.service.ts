import type { Assessment, Scorecard } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import { townCode } from '../../platform/auth/area-scope.js'
import { Transactions } from '../../platform/database/transactions.js'
import type { Area } from '../areas/areas.service.js'
import type { AssessmentFreeze } from './assessment-freeze.entity.js'
import { AssessmentYearsRepository } from './assessment-years.repository.js'
import { Freezer, type FrozenFiles } from './freezer.js'
import { FrozenRepository } from './frozen.repository.js'
import { LiveJudgement } from './live-judgement.js'
import { type PaperFile, YearPhotos } from './year-photos.service.js'
import { type VillageYear, YearReader } from './year-reader.service.js'

/** A year as reports and archives are written from it. */
export type YearPaper = {
  scorecard: Scorecard
  assessment: Assessment
  /** Null where the town has not begun the year. */
  view: VillageYear | null
}

/** A village's year for paper. Whoever asks has made sure that the village may be read. */
@Injectable()
export class YearPapers {
  constructor(
    private readonly years: AssessmentYearsRepository,
    private readonly frozen: FrozenRepository,
    private readonly freezer: Freezer,
    private readonly live: LiveJudgement,
    private readonly reader: YearReader,
    private readonly photos: YearPhotos,
    private readonly transactions: Transactions,
  ) {}

  /** As it was frozen, else as the ledger stands. @param lastDay what is judged where no calendar says so */
  async of(village: Area, year: number, lastDay: string): Promise<YearPaper> {
    const { read } = this.transactions
    const cycle = await this.years.cycle(read, townCode(village.code), year)
    const isTakingPart = cycle !== undefined && village.startOn !== null && village.startOn <= cycle.asOf
    if (isTakingPart) return this.reader.view(village, cycle, null)
    const standing = (await this.frozen.versions(read, village.code, year)).at(-1)
    const { scorecard, assessment } = standing
      ? await this.freezer.judgement(read, standing)
      : await this.live.ofVillage(read, village.code, { asOf: cycle?.asOf ?? lastDay, year })
    return { scorecard, assessment, view: null }
  }

  /** The photos of the papers that the village claimed, one at a time. */
  photosOf(areaCode: string, year: number): AsyncIterable<PaperFile> {
    return this.photos.filesOf(areaCode, year)
  }

  /** Every version that was frozen, with its four files; one at a time. */
  async *frozenOf(
    areaCode: string,
    year: number,
  ): AsyncIterable<{ row: AssessmentFreeze; files: FrozenFiles }> {
    const { read } = this.transactions
    for (const row of await this.frozen.versions(read, areaCode, year))
      yield { row, files: await this.freezer.files(read, row) }
  }
}
