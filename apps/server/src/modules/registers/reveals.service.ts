import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Audit } from '../../platform/audit/audit.js'
import type { Actor } from '../../platform/auth/actor.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { DomainError, notFound } from '../../platform/errors/domain-error.js'
import { AccountsService } from '../accounts/accounts.service.js'
import { AuditReader } from '../audit/audit-reader.js'
import { cursorOf, readCursor } from '../records/cursor.js'
import { readerOf } from './file-access.js'
import { IdentityService } from './identity.service.js'
import type { LookupIn, LookupOut, ReadingList, RevealIn, RevealList, RevealOut } from './persons.dto.js'
import type { SubjectFile } from './subject-file.js'
import { SubjectHeads } from './subject-heads.js'

/** How long a name stays on the screen. */
const SHOWN_MS = 60_000
const PAGE = 20

/**
 * A village has some dozens of files and a visit needs one: thirty in ten minutes is more than any day's work asks, and
 * far less than copying a town's register takes.
 */
const BRAKE = { most: 30, withinMs: 600_000, action: 'person.reveal-braked' } as const
const REVEALED = ['person.revealed', 'person.sealedOpened']

const ACTIONS = {
  'person.revealed': 'reveal',
  'person.sealedOpened': 'sealed',
  'person.lookedUp': 'lookup',
  'person.exported': 'export',
} as const

/** What tells somebody who a person is, as the trail has it about that person. */
const READINGS = {
  'person.revealed': 'reveal',
  'person.sealedOpened': 'sealed',
  'person.exported': 'export',
} as const

/** Who a person is: told for a purpose, and noted before it is told. */
@Injectable()
export class RevealsService {
  constructor(
    private readonly subjects: SubjectHeads,
    private readonly identities: IdentityService,
    private readonly audit: Audit,
    private readonly trail: AuditReader,
    private readonly accounts: AccountsService,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError NOT_FOUND also for a sealed file, unless the town office gives its reason; TOO_MANY_REQUESTS
   */
  async reveal(actor: Actor, id: string, request: RevealIn): Promise<RevealOut> {
    await this.brake(actor)
    return this.transactions.run(async (tx) => {
      const file = await this.fileFor(tx, actor, id, request.sealedReason !== undefined)
      const identity = file && (await this.identities.open(tx, id))
      if (!file?.wrappedKey || !identity) throw notFound()
      const note = (text: string | undefined) =>
        text === undefined || !file.wrappedKey
          ? null
          : this.identities.keepReason({ id, wrappedKey: file.wrappedKey }, 'reveal', text).toString('base64')
      await this.audit.add(tx, {
        actor,
        areaCode: file.areaCode,
        action: file.state === 'sealed' ? 'person.sealedOpened' : 'person.revealed',
        objectType: 'person',
        objectId: id,
        details: {
          purpose: request.purpose,
          appointmentId: actor.appointmentId,
          note: note(request.note),
          sealedReason: note(request.sealedReason),
        },
      })
      const { name, phone, address } = identity
      return {
        name,
        ...(phone === undefined ? {} : { phone }),
        ...(address === undefined ? {} : { address }),
        hideAt: new Date(this.clock.now().getTime() + SHOWN_MS).toISOString(),
      }
    })
  }

  /** Counted in the trail itself, so over every process; noted once for each stretch of time. */
  private async brake(actor: Actor): Promise<void> {
    const { read } = this.transactions
    const since = new Date(this.clock.now().getTime() - BRAKE.withinMs)
    if ((await this.trail.countSince(read, actor.accountId, REVEALED, since)) < BRAKE.most) return
    if ((await this.trail.countSince(read, actor.accountId, [BRAKE.action], since)) === 0)
      await this.transactions.run((tx) =>
        this.audit.add(tx, {
          actor,
          areaCode: actor.areaCode ?? readerOf(actor).scope.from,
          action: BRAKE.action,
          objectType: 'account',
          objectId: actor.accountId,
          details: { appointmentId: actor.appointmentId, most: BRAKE.most },
        }),
      )
    throw new DomainError('TOO_MANY_REQUESTS')
  }

  /** The codes of the persons with exactly this name, among the files the actor may see. */
  lookup(actor: Actor, { name, purpose }: LookupIn): Promise<LookupOut> {
    return this.transactions.run(async (tx) => {
      const reader = readerOf(actor)
      const items = await this.identities.lookup(tx, reader, name)
      await this.audit.add(tx, {
        actor,
        areaCode: actor.areaCode ?? reader.scope.from,
        action: 'person.lookedUp',
        objectType: 'register',
        objectId: reader.scope.from,
        details: { purpose, appointmentId: actor.appointmentId, found: items.map((item) => item.id) },
      })
      return { items }
    })
  }

  /** What the actor himself has looked at. */
  async mine(actor: Actor, cursor: string | undefined): Promise<RevealList> {
    const { read } = this.transactions
    const [before] = readCursor(cursor, 1)
    const notes = await this.trail.byActor(read, actor.accountId, Object.keys(ACTIONS), {
      before,
      limit: PAGE + 1,
    })
    const shown = notes.slice(0, PAGE)
    const persons = shown.filter((note) => note.objectType === 'person').map((note) => note.objectId)
    const codes = await this.subjects.codesOf(read, [...new Set(persons)])
    const last = shown.at(-1)
    return {
      items: shown.map((note) => ({
        id: note.id,
        at: note.occurredAt.toISOString(),
        what: ACTIONS[note.action as keyof typeof ACTIONS],
        purpose: String(note.details.purpose),
        areaCode: note.areaCode,
        code: codes.get(note.objectId) ?? null,
      })),
      nextCursor: notes.length > PAGE && last ? cursorOf([last.id]) : null,
    }
  }

  /** Every reading of one person's identity, newest first. @throws DomainError NOT_FOUND for a file the asker may not see */
  async readings(actor: Actor, id: string, cursor: string | undefined): Promise<ReadingList> {
    const { read } = this.transactions
    const file = await this.subjects.findPerson(read, readerOf(actor), id)
    if (!file) throw notFound()
    const [before] = readCursor(cursor, 1)
    const notes = await this.trail.byObject(read, { type: 'person', id }, Object.keys(READINGS), {
      before,
      limit: PAGE + 1,
    })
    const shown = notes.slice(0, PAGE)
    const names = await this.accounts.displayNames(
      read,
      shown.flatMap(({ accountId }) => accountId ?? []),
    )
    const last = shown.at(-1)
    return {
      items: shown.map((note) => ({
        id: note.id,
        at: note.occurredAt.toISOString(),
        what: READINGS[note.action as keyof typeof READINGS],
        purpose: typeof note.details.purpose === 'string' ? note.details.purpose : null,
        name: names.get(note.accountId ?? '') ?? '',
        role: note.role,
      })),
      nextCursor: notes.length > PAGE && last ? cursorOf([last.id]) : null,
    }
  }

  private async fileFor(
    tx: EntityManager,
    actor: Actor,
    id: string,
    withReason: boolean,
  ): Promise<SubjectFile | undefined> {
    const file = await this.subjects.findPerson(tx, readerOf(actor), id)
    if (file || actor.role !== 'town-office' || !withReason) return file
    return this.subjects.findSealed(tx, readerOf(actor), id)
  }
}
