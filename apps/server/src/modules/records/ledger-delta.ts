import type { LedgerRecord } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { Actor } from '../../platform/auth/actor.js'
import { areaLevel } from '../../platform/auth/area-scope.js'
import { Transactions } from '../../platform/database/transactions.js'
import { notFound } from '../../platform/errors/domain-error.js'
import { AreasService } from '../areas/areas.service.js'
import { isVisible, workScope } from '../registers/file-access.js'
import { IdentityService } from '../registers/identity.service.js'
import { toPersonHead } from '../registers/person-head.dto.js'
import { toPlaceHead } from '../registers/place-head.dto.js'
import type { WithheldFile } from '../registers/subject-file.js'
import { SubjectHeads } from '../registers/subject-heads.js'
import type { LedgerDelta } from './ledger.dto.js'
import { LedgerReader } from './ledger-reader.js'
import { stubOf } from './ledger-stub.js'

/** What a phone needs to bring its copy of a village's ledger up to date. */
@Injectable()
export class LedgerDeltas {
  constructor(
    private readonly reader: LedgerReader,
    private readonly subjects: SubjectHeads,
    private readonly identities: IdentityService,
    private readonly areas: AreasService,
    private readonly transactions: Transactions,
  ) {}

  /**
   * @param since version the phone has; 0 or one the server never gave: everything
   * @throws DomainError NOT_FOUND for anything but a village of the actor's scope
   */
  async since(actor: Actor, areaCode: string, since: number): Promise<LedgerDelta> {
    if (areaLevel(areaCode) !== 'village' || !workScope(actor).contains(areaCode)) throw notFound()
    // One transaction sees no later change than its first read under REPEATABLE READ only; the version read first is
    // never newer than what follows, and what arrives in between is sent again next time.
    const { read } = this.transactions
    if (!(await this.areas.find(read, areaCode))) throw notFound()
    const head = await this.reader.head(read, areaCode)
    const isFull = since === 0 || since > head.version
    const from = isFull ? 0 : since
    const changed = await this.subjects.changedSince(read, areaCode, from)
    const withheld = await this.reader.withheld(read, areaCode)
    const anew = isFull
      ? []
      : [
          ...changed.filter((file) => file.accessVersion > from).map((file) => file.id),
          ...withheld.filter(({ goneAt }) => goneAt > from).map(({ id }) => id),
        ]
    const stubbed = new Map(withheld.map((file) => [file.id, file]))
    const readable = changed.filter((file) => isVisible(file, actor.role))
    const records = await this.reader.changedSince(read, areaCode, from, anew)
    return {
      areaCode,
      startOn: head.startOn,
      ledgerVersion: head.version,
      records: records.flatMap((record) => forReader(record, stubbed.get(record.subjectId), actor) ?? []),
      subjects: readable
        .filter(({ type }) => type === 'person')
        .map((file) => toPersonHead(file, this.identities)),
      places: readable.filter(({ type }) => type !== 'person').map(toPlaceHead),
      dropped: anew,
      full: isFull,
    }
  }
}

function forReader(
  record: LedgerRecord,
  file: WithheldFile | undefined,
  actor: Actor,
): LedgerRecord | undefined {
  if (!file || isVisible(file, actor.role)) return record
  return stubOf(record, file.state === 'sealed' ? file.sealedOn : null)
}
