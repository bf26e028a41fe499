import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { fill, roleLabel, yearOf } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../platform/auth/actor.js'
import { AreaScope, areaLevel } from '../../platform/auth/area-scope.js'
import { chinaMinute } from '../../platform/china-minute.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { DomainError, notFound } from '../../platform/errors/domain-error.js'
import { AccountsService } from '../accounts/accounts.service.js'
import { type Area, AreasService } from '../areas/areas.service.js'
import type { ExportDocument } from '../exports/document/document.js'
import { Pace } from '../exports/document/pace.js'
import { writeDocument } from '../exports/document/write-document.js'
import { dayWords } from '../exports/form-context.js'
import { PoliciesInForce } from '../policies/policies-in-force.js'
import { LedgerReader } from '../records/ledger-reader.js'
import { readableScope } from '../scoring/readable-area.js'
import { YearAnswersService } from '../scoring/year-answers.service.js'
import { BRIEF_ZH } from './brief-text.js'
import type { BriefOut } from './briefs.dto.js'
import { briefDay, townSections, type VillageMonth, villageMonth, villageSections } from './monthly-brief.js'

/** The month of a village or a town in plain sentences, folded fresh from the ledgers. No person is in it. */
@Injectable()
export class BriefsService {
  constructor(
    private readonly areas: AreasService,
    private readonly accounts: AccountsService,
    private readonly ledgers: LedgerReader,
    private readonly answers: YearAnswersService,
    private readonly policies: PoliciesInForce,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError NOT_FOUND outside the reader's area, and for a county; INVALID for a month to come */
  async read(actor: Actor, areaCode: string, month: string): Promise<BriefOut> {
    const { read } = this.transactions
    const today = this.clock.today()
    if (!readableScope(actor).contains(areaCode)) throw notFound()
    const area = await this.areas.find(read, areaCode)
    if (area?.level !== 'village' && area?.level !== 'town') throw notFound()
    if (month > today.slice(0, 7))
      throw new DomainError('INVALID', { count: 1 }, [
        { path: 'month', code: 'futureDate', text: '这个月还没有到，请选以前的月份。' },
      ])
    const asOf = briefDay(month, today)
    const months = await this.monthsOf(read, area, asOf)
    const isVillage = areaLevel(areaCode) === 'village'
    const [own] = months
    return {
      areaCode,
      areaName: area.name,
      month,
      asOf,
      title: `${area.name}${fill(BRIEF_ZH.title, { month: monthWords(month) })}`,
      note: fill(BRIEF_ZH.asOf, { date: dayWords(asOf) }),
      sections: isVillage && own ? villageSections(own, asOf) : townSections(months, asOf),
    }
  }

  /** The same as a document. */
  async file(actor: Actor, areaCode: string, month: string, format: 'docx' | 'pdf'): Promise<Buffer> {
    const brief = await this.read(actor, areaCode, month)
    const name = await this.accounts.displayName(this.transactions.read, actor.accountId)
    const madeAt = this.clock.now()
    const document: ExportDocument = {
      title: brief.title,
      isWide: false,
      isWatermarked: false,
      madeBy: `${brief.areaName} ${roleLabel(actor.role)} ${name} ${chinaMinute(madeAt)}`,
      madeAt,
      sheets: (async function* () {
        yield {
          name: brief.title,
          title: brief.title,
          subtitle: '',
          blocks: [
            { kind: 'note' as const, text: brief.note },
            ...brief.sections.flatMap(({ title, lines }) => [
              { kind: 'heading' as const, text: title },
              ...lines.map((text) => ({ kind: 'text' as const, text })),
            ]),
          ],
        }
      })(),
    }
    const output = new PassThrough()
    const [content] = await Promise.all([buffer(output), writeDocument(format, document, output)])
    return content
  }

  private async monthsOf(tx: EntityManager, area: Area, asOf: string): Promise<VillageMonth[]> {
    const villages =
      area.level === 'village' ? [area] : await this.areas.villagesUnder(tx, AreaScope.of(area.code).from)
    const started = villages.filter(({ startOn }) => startOn !== null && startOn <= asOf)
    if (area.level === 'village' && started.length === 0) throw new DomainError('VILLAGE_NOT_STARTED')
    const months: VillageMonth[] = []
    const pace = new Pace()
    for (const { code, name } of started) {
      const ledger = await this.ledgers.read(tx, code, { asOf })
      const { counts } = await this.answers.ofVillage(tx, code, { year: yearOf(asOf), asOf })
      const policies = this.policies.of(code)
      months.push(villageMonth({ ledger, policies, awareness: counts, name }, asOf))
      await pace.breathe()
    }
    return months
  }
}

const monthWords = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`
