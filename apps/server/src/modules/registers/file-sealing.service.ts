import type { LedgerRecord } from '@dfv/rules'
import { Injectable, type OnModuleInit } from '@nestjs/common'
import { AreaScope } from '../../platform/auth/area-scope.js'
import { Transactions } from '../../platform/database/transactions.js'
import { JobRunner } from '../../platform/outbox/job-runner.js'
import { LedgerChanges } from '../records/ledger-changes.js'
import { LedgerReader } from '../records/ledger-reader.js'
import { VillageLedgers } from '../records/village-ledgers.js'
import { RegistersService } from './registers.service.js'
import { SubjectHeads } from './subject-heads.js'

const HOUR_MS = 3_600_000
const PAGE = 100

/**
 * Brings files up to date when nothing but time has passed: three years of abstinence are full and the file is sealed, a
 * minor has come of age, a person who went missing leaves the existing register. A record that changes the same does it
 * at once.
 */
@Injectable()
export class FileSealing implements OnModuleInit {
  constructor(
    private readonly ledgers: VillageLedgers,
    private readonly reader: LedgerReader,
    private readonly subjects: SubjectHeads,
    private readonly registers: RegistersService,
    private readonly changes: LedgerChanges,
    private readonly transactions: Transactions,
    private readonly jobs: JobRunner,
  ) {}

  onModuleInit(): void {
    // Hourly, so that a day that begins while the server is down is not skipped.
    this.jobs.schedule({
      name: 'registers.files',
      everyMs: HOUR_MS,
      leaseMs: HOUR_MS,
      run: async () => {
        await this.run()
      },
    })
  }

  /** @returns how many files changed */
  async run(): Promise<number> {
    let changed = 0
    for (let after = ''; ; ) {
      const villages = await this.ledgers.codesAfter(this.transactions.read, after, PAGE)
      for (const areaCode of villages) changed += await this.village(areaCode)
      const last = villages.at(-1)
      if (last === undefined) return changed
      after = last
    }
  }

  private async village(areaCode: string): Promise<number> {
    const { read } = this.transactions
    const { startOn, ledgerVersion, records } = await this.reader.read(read, areaCode)
    const bySubject = new Map<string, LedgerRecord[]>()
    for (const record of records)
      bySubject.set(record.subjectId, [...(bySubject.get(record.subjectId) ?? []), record])
    const ledger = { areaCode, startOn, version: ledgerVersion }
    let changed = 0
    for (const file of await this.subjects.changedSince(read, areaCode, -1)) {
      const isDue = this.registers.isDue(file, { ...ledger, records: bySubject.get(file.id) ?? [] })
      if (isDue && (await this.refresh(areaCode, file.id))) changed += 1
    }
    return changed
  }

  private refresh(areaCode: string, id: string): Promise<boolean> {
    return this.transactions.run(async (tx) => {
      const file = await this.subjects.lock(tx, id, AreaScope.of(areaCode), null)
      if (!file) return false
      // Of somebody who came from elsewhere a part of the records is in the other village's ledger.
      const present = await this.reader.head(tx, areaCode)
      const whole = { areaCode, ...present, records: await this.reader.ofSubject(tx, id) }
      if (!this.registers.isDue(file, whole)) return false
      const head = await this.changes.advance(tx, { code: areaCode, startOn: null })
      await this.changes.refreshFile(tx, file, head)
      await this.changes.announce(tx, areaCode, head.version)
      return true
    })
  }
}
