import { BOTTOM_LINES, KEY_PERSON_CATEGORIES, RECORD_KINDS } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Audit } from '../../platform/audit/audit.js'
import type { Actor } from '../../platform/auth/actor.js'
import { canonicalJson } from '../../platform/canonical-json.js'
import { Clock } from '../../platform/clock.js'
import { sha256 } from '../../platform/crypto/sealer.js'
import { isDuplicateKey, Transactions } from '../../platform/database/transactions.js'
import { DomainError } from '../../platform/errors/domain-error.js'
import { AccountsService } from '../accounts/accounts.service.js'
import type { DictionariesOut, DictionaryId, DictionaryOut } from './policies.dto.js'
import { PoliciesRepository } from './policies.repository.js'
import { countyOf } from './policy-office.service.js'

type Dictionary = { title: string; clause: string; about: string; entries: readonly string[] }

const labels = (options: readonly { label: string }[]): string[] => options.map(({ label }) => label)

/** Words that the notice names without writing them out; what is here is a proposal until an office confirms it. */
const DICTIONARIES: Readonly<Record<DictionaryId, Dictionary>> = {
  'key-person-categories': {
    title: '重点人员类别',
    clause: '三(二)6',
    about: '文件说“14类重点人员”，没有列出是哪14类。',
    entries: labels(KEY_PERSON_CATEGORIES),
  },
  'bottom-lines': {
    title: '五条底线',
    clause: '三(二)10',
    about: '文件说“五条底线”，没有写出条文。条文由镇禁毒办在“底线条文核定”里录入，这里只有条数。',
    entries: labels(BOTTOM_LINES),
  },
  'venue-types': {
    title: '场所类型',
    clause: '三(三)6',
    about: '文件说“重点场所”，没有列出有哪些。',
    entries: labels(RECORD_KINDS.venue.fields.venueType?.options ?? []),
  },
}

/** The words of a dictionary as somebody read them: other words are another dictionary. */
const wordsHash = ({ entries }: Dictionary): string => sha256(canonicalJson(entries))

/** Dictionaries with their 待核定 mark, and the county's office confirming them by a document. */
@Injectable()
export class DictionariesService {
  constructor(
    private readonly repository: PoliciesRepository,
    private readonly accounts: AccountsService,
    private readonly audit: Audit,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor): Promise<DictionariesOut> {
    return this.read(this.transactions.read, countyOf(actor))
  }

  /**
   * Sent again after a lost answer it is the one that is there.
   * @throws DomainError DICTIONARY_CHANGED where other words were on screen, DICTIONARY_CONFLICT where `id` is of another confirmation
   */
  async confirm(
    actor: Actor,
    dictionary: DictionaryId,
    id: string,
    { words, document }: { words: string; document: string },
  ): Promise<DictionariesOut> {
    const county = countyOf(actor)
    if (words !== wordsHash(DICTIONARIES[dictionary])) throw new DomainError('DICTIONARY_CHANGED')
    const confirmation = {
      countyCode: county,
      dictionary,
      wordsHash: words,
      document,
      confirmedBy: actor.accountId,
    }
    const work = async (tx: EntityManager) => {
      await this.repository.confirm(tx, { ...confirmation, id, confirmedAt: this.clock.now() })
      await this.audit.add(tx, {
        actor,
        areaCode: county,
        action: 'dictionary.confirmed',
        objectType: 'dictionary',
        objectId: dictionary,
        details: { words, document, appointmentId: actor.appointmentId },
      })
    }
    const { read } = this.transactions
    await this.transactions.run(work).catch(async (error: unknown) => {
      if (!isDuplicateKey(error)) throw error
      const stored = await this.repository.confirmation(read, id)
      const isSame = stored && canonicalJson({ ...stored, ...confirmation }) === canonicalJson({ ...stored })
      if (!isSame) throw new DomainError('DICTIONARY_CONFLICT')
    })
    return this.read(read, county)
  }

  private async read(tx: EntityManager, county: string): Promise<DictionariesOut> {
    const rows = await this.repository.confirmations(tx, county)
    const names = await this.accounts.displayNames(
      tx,
      rows.map(({ confirmedBy }) => confirmedBy),
    )
    const items = Object.entries(DICTIONARIES).map(([key, dictionary]): DictionaryOut => {
      const words = wordsHash(dictionary)
      const confirmations = rows
        .filter((row) => row.dictionary === key)
        .map((row) => ({
          by: names.get(row.confirmedBy) ?? '',
          at: row.confirmedAt.toISOString(),
          document: row.document,
          ofTheseWords: row.wordsHash === words,
        }))
      return {
        id: key as DictionaryId,
        ...dictionary,
        entries: [...dictionary.entries],
        words,
        confirmed: confirmations.some(({ ofTheseWords }) => ofTheseWords),
        confirmations,
      }
    })
    return { items }
  }
}
