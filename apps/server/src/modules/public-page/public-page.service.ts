import { RECORD_KINDS, yearOf } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { Actor } from '../../platform/auth/actor.js'
import { AreaScope, townCode } from '../../platform/auth/area-scope.js'
import { Clock } from '../../platform/clock.js'
import { Config } from '../../platform/config/config.js'
import { Transactions } from '../../platform/database/transactions.js'
import { notFound } from '../../platform/errors/domain-error.js'
import { AreasService } from '../areas/areas.service.js'
import { PlaqueService, type PublicResult } from '../plaque/plaque.service.js'
import { LedgerReader } from '../records/ledger-reader.js'
import { readableScope } from '../scoring/readable-area.js'
import { type PaperKind, renderPlaquePaper } from './plaque-paper.js'
import type { PublicPageOut } from './public-page.dto.js'

const WORDS = {
  held: '无毒村（社区），授牌有效。',
  notHeld: '现在没有有效的授牌。',
  passed: '考核合格',
  failed: '考核未达标',
  awarded: '授牌',
  submitted: '已上报',
  antiDrugOffice: '禁毒办',
  police: '报警',
  government: '政务服务',
} as const

/**
 * What a village shows to everybody: its plaque, what was done for publicity, whom to call. No person and no case; the one text
 * that somebody typed is the number of an official document, whose form says that it is made public.
 */
@Injectable()
export class PublicPageService {
  constructor(
    private readonly areas: AreasService,
    private readonly plaques: PlaqueService,
    private readonly ledgers: LedgerReader,
    private readonly config: Config,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError NOT_FOUND for anything but a village */
  async read(areaCode: string): Promise<PublicPageOut> {
    const { read } = this.transactions
    const { held, since, areaName } = await this.plaques.validity(areaCode)
    const today = this.clock.today()
    const year = yearOf(today)
    const names = await this.areas.names(read, [townCode(areaCode)])
    const townName = names.get(townCode(areaCode)) ?? ''
    const recorded = await this.ledgers.ofKind(read, AreaScope.of(areaCode), 'publicity-activity')
    const activities = recorded.filter(
      ({ reviewState, occurredOn }) => reviewState === 'accepted' && yearOf(occurredOn) === year,
    )
    const { HOTLINE_TOWN } = this.config.env
    return {
      areaCode,
      areaName,
      townName,
      year,
      plaque: { held, since, sentence: held ? WORDS.held : WORDS.notHeld },
      results: (await this.plaques.publicResults(areaCode)).map(toResult),
      activities: { total: activities.length, months: byMonth(activities) },
      contacts: [
        // One number for the whole deployment: of which town's office it is, nothing here says.
        ...(HOTLINE_TOWN === '' ? [] : [{ label: WORDS.antiDrugOffice, phone: HOTLINE_TOWN }]),
        { label: WORDS.police, phone: '110' },
        { label: WORDS.government, phone: '12345' },
      ],
    }
  }

  /**
   * A page to print: with the code for the village's board, or the certificate of a plaque that holds.
   * @throws DomainError NOT_FOUND outside the reader's area, or for the certificate of a plaque that does not hold
   */
  async paper(actor: Actor, areaCode: string, kind: PaperKind): Promise<Buffer> {
    if (!readableScope(actor).contains(areaCode)) throw notFound()
    const page = await this.read(areaCode)
    const award = page.results.find(({ text }) => text === WORDS.awarded)
    if (kind === 'certificate' && !page.plaque.held) throw notFound()
    return renderPlaquePaper(
      kind,
      {
        villageName: page.areaName,
        townName: page.townName,
        since: page.plaque.since,
        document: award?.document ?? '',
        url: `${this.config.publicUrl}/#/packages-public/plaque/index?area=${areaCode}`,
      },
      this.clock.now(),
    )
  }
}

const toResult = ({ year, kind, document }: PublicResult): PublicPageOut['results'][number] => ({
  year,
  text: WORDS[kind],
  document,
})

type Activity = { occurredOn: string; payload: Readonly<Record<string, unknown>> }

/** Month by month, how often of each form: where it was and what was said is free text and stays inside. */
function byMonth(activities: readonly Activity[]): PublicPageOut['activities']['months'] {
  const options = RECORD_KINDS['publicity-activity'].fields.form?.options ?? []
  const months = new Map<string, Map<string, number>>()
  for (const { occurredOn, payload } of activities) {
    const month = occurredOn.slice(0, 7)
    const label = options.find(({ value }) => value === payload.form)?.label ?? '其他'
    const kinds = months.get(month) ?? new Map<string, number>()
    kinds.set(label, (kinds.get(label) ?? 0) + 1)
    months.set(month, kinds)
  }
  return [...months].toReversed().map(([month, kinds]) => ({
    month,
    kinds: [...kinds].map(([label, count]) => ({ label, count })),
  }))
}
