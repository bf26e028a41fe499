import { itemTitle } from '@dfv/rules'
import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../platform/auth/actor.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { AttachmentClaims } from '../attachments/attachment-claims.js'
import { AttachmentContents, toAttachmentOut } from '../attachments/attachment-contents.js'
import { AttachmentOwners } from '../attachments/attachment-owners.js'
import type { AttachmentOut } from '../attachments/attachments.dto.js'
import { type Claim, readClaims, type YearParams } from './assessment.dto.js'
import type { AssessmentYearRow } from './assessment-year.entity.js'
import { AssessmentYearsRepository } from './assessment-years.repository.js'
import { YearFiles } from './year-files.js'

/** A paper's photo as it stands in the archive. */
export type PaperFile = { name: string; about: string; type: string; bytes: Buffer }

/** Photos and scans of the papers of a self-assessment: nobody has to add any, and they are read with the year alone. */
@Injectable()
export class YearPhotos implements OnModuleInit {
  constructor(
    private readonly files: YearFiles,
    private readonly years: AssessmentYearsRepository,
    private readonly claims: AttachmentClaims,
    private readonly contents: AttachmentContents,
    private readonly owners: AttachmentOwners,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.owners.register('year', async (tx, actor, id) => {
      const [code = '', year] = id.split(':')
      await this.files.village(tx, actor, code, Number(year))
      // A village's paper belongs to no person whose key would seal it.
      return { wrappedKey: null }
    })
  }

  /**
   * In the transaction that stores the claims. A photo that was taken out before it was ever handed in is not kept: nobody
   * has seen it, and it may show what it should not.
   * @throws DomainError ATTACHMENT_CONFLICT
   */
  async name(
    tx: EntityManager,
    { accountId }: Actor,
    { areaCode, year }: Pick<AssessmentYearRow, 'areaCode' | 'year'>,
    claims: readonly Claim[],
  ): Promise<void> {
    const recordId = yearKey({ code: areaCode, year })
    const handedIn = (await this.years.rounds(tx, areaCode, year)).flatMap((round) =>
      readClaims(round.claims),
    )
    await this.claims.release(tx, recordId, photoIds([...claims, ...handedIn]))
    const claim = {
      owner: 'year' as const,
      recordId,
      areaCode,
      subjectId: areaCode,
      isSealed: false,
      accountId,
    }
    await this.claims.name(tx, { ...claim, at: this.clock.now() }, photoIds(claims))
  }

  /** What has arrived of a year's photos, and what has not. */
  async ofYear(tx: EntityManager, params: YearParams): Promise<AttachmentOut[]> {
    return (await this.rows(tx, params)).map(toAttachmentOut)
  }

  /** Every photo of the papers that were claimed last, one at a time. Whoever asks has made sure that the year may be read. */
  async *filesOf(code: string, year: number): AsyncIterable<PaperFile> {
    const { read } = this.transactions
    const row = await this.years.find(read, code, year)
    const stored = new Map((await this.rows(read, { code, year })).map((file) => [file.id, file]))
    for (const { item, papers } of readClaims(row?.claims ?? '[]'))
      for (const [at, { title, photos }] of papers.entries())
        for (const [index, id] of photos.entries()) {
          const file = stored.get(id)
          if (!file) throw new Error(`the photo ${id} of a paper has no row`)
          yield {
            name: `${itemTitle(item)}-材料${at + 1}-${index + 1}`,
            about: `自评“${itemTitle(item)}”的纸质材料：${title}`,
            ...(await this.contents.whole(file)),
          }
        }
  }

  private async rows(tx: EntityManager, params: YearParams) {
    const key = yearKey(params)
    return (await this.contents.ofRecords(tx, [key])).get(key) ?? []
  }
}

/** As whose the photos of a year are kept. */
export const yearKey = ({ code, year }: YearParams): string => `${code}:${year}`

const photoIds = (claims: readonly Claim[]): string[] => [
  ...new Set(claims.flatMap(({ papers }) => papers.flatMap(({ photos }) => photos))),
]
