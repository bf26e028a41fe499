import { Injectable } from '@nestjs/common'
import { Audit, type AuditActor } from '../../platform/audit/audit.js'
import { Transactions } from '../../platform/database/transactions.js'
import type { FileReader } from './file-access.js'
import { type Identity, IdentityService } from './identity.service.js'
import { SubjectHeads } from './subject-heads.js'

/** Why many persons are named at once. */
export type Disclosure = {
  actor: AuditActor
  appointmentId: string
  exportId: string
  purpose: string
  note: string | undefined
}

export type DisclosedPerson = {
  identity: Identity
  /** Free text of one of his records. @throws Error when it was altered or belongs elsewhere */
  openText: (recordId: string, revision: number, sealed: Buffer) => Record<string, unknown>
}

/** Names of many persons for a form that is printed: each of them is noted before it is told. */
@Injectable()
export class IdentityDisclosures {
  constructor(
    private readonly subjects: SubjectHeads,
    private readonly identities: IdentityService,
    private readonly audit: Audit,
    private readonly transactions: Transactions,
  ) {}

  /** @returns by person; whoever is not this reader's, is sealed or was erased is not in it */
  disclose(
    reader: FileReader,
    ids: readonly string[],
    why: Disclosure,
  ): Promise<ReadonlyMap<string, DisclosedPerson>> {
    return this.transactions.run(async (tx) => {
      const persons = new Map<string, DisclosedPerson>()
      for (const { id, areaCode, wrappedKey } of await this.subjects.visible(tx, reader, ids)) {
        const identity = wrappedKey && (await this.identities.open(tx, id))
        if (!wrappedKey || !identity) continue
        const note = why.note && this.identities.keepReason({ id, wrappedKey }, 'export', why.note)
        await this.audit.add(tx, {
          actor: why.actor,
          areaCode,
          action: 'person.exported',
          objectType: 'person',
          objectId: id,
          details: {
            purpose: why.purpose,
            appointmentId: why.appointmentId,
            exportId: why.exportId,
            note: note ? note.toString('base64') : null,
          },
        })
        const openText = (recordId: string, revision: number, sealed: Buffer) =>
          this.identities.openText(wrappedKey, id, `${recordId}:${revision}`, sealed)
        persons.set(id, { identity, openText })
      }
      return persons
    })
  }
}
