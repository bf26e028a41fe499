import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Audit } from '../../platform/audit/audit.js'
import type { Actor } from '../../platform/auth/actor.js'
import { countyCode, townCode } from '../../platform/auth/area-scope.js'
import type { Role } from '../../platform/auth/roles.js'
import { Clock } from '../../platform/clock.js'
import { DomainError } from '../../platform/errors/domain-error.js'
import { Outbox } from '../../platform/outbox/outbox.js'
import { isRestricted, isVisible, readerOf, workScope } from './file-access.js'
import { type Identity, IdentityService } from './identity.service.js'
import { personCode } from './person-code.js'
import { foldFile, type PersonLedger } from './person-head.js'
import { type FileState, type SubjectFile, SubjectHeads } from './subject-heads.js'

export type NewPerson = {
  subjectId: string
  areaCode: string
  villageName: string
  number: number
  version: number
  wrappedKey: Buffer
  identity: Identity
  registeredOn: string
  birthYear: number | undefined
  ledger: PersonLedger
}

type RegisteredPerson = Pick<NewPerson, 'subjectId' | 'areaCode'>

/** The register of persons: files, who may see them, and the head that lists show. */
@Injectable()
export class RegistersService {
  constructor(
    private readonly subjects: SubjectHeads,
    private readonly identities: IdentityService,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Locks the file that a record is about, before anything else of the village is locked.
   * @returns undefined when there is none that this actor may work on
   */
  async lockForChange(tx: EntityManager, actor: Actor, subjectId: string): Promise<SubjectFile | undefined> {
    const scope = workScope(actor)
    const file = await this.subjects.lock(tx, subjectId, scope.from, scope.to)
    // Without its key a file can neither be read nor written.
    if (!file?.wrappedKey) return undefined
    if (actor.role === 'town-office') return file
    return isVisible(file, actor.role) ? file : undefined
  }

  createKey(subjectId: string): Buffer {
    return this.identities.createKey(subjectId)
  }

  /** @throws DomainError PERSON_ALREADY_REGISTERED when the actor himself sees a file of the same person */
  async register(tx: EntityManager, actor: Actor, person: NewPerson): Promise<void> {
    const { subjectId, areaCode, identity, birthYear } = person
    const before: FileState = {
      registeredOn: person.registeredOn,
      head: {},
      state: 'active',
      sealedOn: null,
      readers: null,
    }
    const state = foldFile(person.ledger, subjectId, before, this.clock.today())
    await this.subjects.insert(tx, {
      id: subjectId,
      areaCode,
      number: person.number,
      code: personCode(person.villageName, person.number),
      registeredOn: state.registeredOn,
      readers: state.readers,
      head: state.head,
      version: person.version,
      createdAt: this.clock.now(),
    })
    await this.identities.put(tx, subjectId, person.wrappedKey, identity, birthYear)
    await this.findDuplicates(tx, actor, person, identity, birthYear)
  }

  /** @param identity undefined: it stays, and only its indexes follow the year of birth */
  async changeIdentity(
    tx: EntityManager,
    actor: Actor,
    file: SubjectFile,
    identity: Identity | undefined,
    birthYear: number | undefined,
  ): Promise<void> {
    const now = identity ?? (await this.identities.open(tx, file.id))
    if (!now || !file.wrappedKey) return
    await this.identities.put(tx, file.id, file.wrappedKey, now, birthYear)
    if (identity)
      await this.findDuplicates(
        tx,
        actor,
        { subjectId: file.id, areaCode: file.areaCode },
        identity,
        birthYear,
      )
  }

  /** Once an identity is written: whoever sees the other file is told, otherwise the office above both is. */
  private async findDuplicates(
    tx: EntityManager,
    actor: Actor,
    person: RegisteredPerson,
    identity: Identity,
    birthYear: number | undefined,
  ): Promise<void> {
    const duplicate = await this.identities.checkDuplicate(
      tx,
      readerOf(actor),
      person.subjectId,
      identity,
      birthYear,
    )
    if (duplicate.outcome === 'visible')
      throw new DomainError('PERSON_ALREADY_REGISTERED', { code: duplicate.code })
    if (duplicate.outcome === 'hidden') await this.reportDuplicate(tx, person, duplicate)
  }

  /** The persons of a village whose files are restricted to roles other than this one. */
  async restricted(tx: EntityManager, areaCode: string, role: Role): Promise<ReadonlySet<string>> {
    const files = await this.subjects.withheld(tx, areaCode)
    return new Set(files.filter((file) => isRestricted(file, role)).map((file) => file.id))
  }

  /** Whether an identity differs from the one that is kept. */
  async changesIdentity(tx: EntityManager, id: string, identity: Identity | undefined): Promise<boolean> {
    if (!identity) return false
    const now = await this.identities.open(tx, id)
    return (['name', 'phone', 'idNumber', 'address'] as const).some(
      (field) => identity[field] !== now?.[field],
    )
  }

  /** Whether two versions of a person's records let the same people see the file. */
  isSameForReaders(file: SubjectFile, a: PersonLedger, b: PersonLedger): boolean {
    const today = this.clock.today()
    return isSameAccess(foldFile(a, file.id, file, today), foldFile(b, file.id, file, today))
  }

  /** Brings the file up to its records: the head that lists show, and who may see it. */
  async refresh(tx: EntityManager, file: SubjectFile, ledger: PersonLedger): Promise<FileState> {
    const next = foldFile(ledger, file.id, file, this.clock.today())
    const isSame = isSameAccess(file, next)
    const access = isSame ? file.accessVersion : ledger.version
    await this.subjects.update(tx, file.id, next, { head: ledger.version, access })
    if (!isSame) await this.noteAccess(tx, file, next)
    return next
  }

  /** Whether a refresh would change who sees the file although no record arrived: time alone can seal it or end a restriction. */
  isDue(file: SubjectFile, ledger: PersonLedger): boolean {
    return !isSameAccess(file, foldFile(ledger, file.id, file, this.clock.today()))
  }

  private noteAccess(tx: EntityManager, file: SubjectFile, next: FileState): Promise<void> {
    const isSealing = next.state === 'sealed'
    return this.audit.add(tx, {
      actor: { system: 'registers' },
      areaCode: file.areaCode,
      action:
        next.state === file.state ? 'person.readersChanged' : isSealing ? 'person.sealed' : 'person.unsealed',
      objectType: 'person',
      objectId: file.id,
      details: { readers: next.readers },
    })
  }

  /** Tells the office above both villages, and nobody else, that a person stands on two registers. */
  private async reportDuplicate(
    tx: EntityManager,
    person: RegisteredPerson,
    duplicate: { subjectIds: string[]; areaCodes: string[] },
  ): Promise<void> {
    const isSameTown = duplicate.areaCodes.every((code) => townCode(code) === townCode(person.areaCode))
    const areaCode = isSameTown ? townCode(person.areaCode) : countyCode(person.areaCode)
    await this.audit.add(tx, {
      actor: { system: 'registers' },
      areaCode,
      action: 'person.duplicateFound',
      objectType: 'person',
      objectId: person.subjectId,
      details: { others: duplicate.subjectIds },
    })
    const other = duplicate.subjectIds[0] ?? ''
    await this.outbox.add(tx, {
      type: 'person.duplicate',
      areaCode,
      payload: {
        subjectId: person.subjectId,
        areaCode: person.areaCode,
        other,
      },
      dedupeKey: `person.duplicate:${person.subjectId}:${other}`,
    })
  }
}

const isSameAccess = (a: FileState, b: FileState): boolean => a.state === b.state && a.readers === b.readers
