import { canonicalJson, type FiledSubject } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Audit } from '../../platform/audit/audit.js'
import type { Actor } from '../../platform/auth/actor.js'
import { countyCode, townCode } from '../../platform/auth/area-scope.js'
import type { Role } from '../../platform/auth/roles.js'
import { Clock } from '../../platform/clock.js'
import { DomainError } from '../../platform/errors/domain-error.js'
import { Outbox } from '../../platform/outbox/outbox.js'
import type { Area } from '../areas/areas.service.js'
import { PoliciesInForce } from '../policies/policies-in-force.js'
import { isRestricted, isVisible, readerOf, workScope } from './file-access.js'
import { foldFile } from './file-fold.js'
import type { FileLedger } from './file-ledger.js'
import { type Identity, IdentityService } from './identity.service.js'
import { subjectCode } from './subject-code.js'
import type { FileState, SubjectFile } from './subject-file.js'
import { SubjectHeads } from './subject-heads.js'

/** A subject that its first record makes known. */
export type NewFile = {
  type: FiledSubject
  subjectId: string
  areaCode: string
  villageName: string
  registeredOn: string
  ledger: FileLedger
}

export type NewPerson = NewFile & {
  number: number
  wrappedKey: Buffer
  identity: Identity
  birthYear: number | undefined
}

type RegisteredPerson = Pick<NewPerson, 'subjectId' | 'areaCode'>

/** The registers: files of persons, venues, grids, sites and schools, who may see them, and the head that lists show. */
@Injectable()
export class RegistersService {
  constructor(
    private readonly subjects: SubjectHeads,
    private readonly identities: IdentityService,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly policies: PoliciesInForce,
  ) {}

  /**
   * Locks the file that a record is about, before anything else of the village is locked.
   * @returns undefined when there is none that this actor may work on
   */
  async lockForChange(tx: EntityManager, actor: Actor, subjectId: string): Promise<SubjectFile | undefined> {
    const scope = workScope(actor)
    const file = await this.subjects.lock(tx, subjectId, scope, actor.subjectId)
    if (!file) return undefined
    // Without its key a person's file can neither be read nor written.
    if (file.type === 'person' && !file.wrappedKey) return undefined
    if (actor.role === 'town-office') return file
    return isVisible(file, actor.role) ? file : undefined
  }

  /** Locks a person's file that a transfer brings from another village. */
  async lockForArrival(tx: EntityManager, subjectId: string): Promise<SubjectFile | undefined> {
    const file = await this.subjects.lockPerson(tx, subjectId)
    return file?.wrappedKey && file.state === 'active' ? file : undefined
  }

  createKey(subjectId: string): Buffer {
    return this.identities.createKey(subjectId)
  }

  /** @throws DomainError PERSON_ALREADY_REGISTERED when the actor himself sees a file of the same person */
  async register(tx: EntityManager, actor: Actor, person: NewPerson): Promise<void> {
    const { subjectId, identity, birthYear } = person
    await this.insert(tx, person, person.number)
    await this.identities.put(tx, subjectId, person.wrappedKey, identity, birthYear)
    await this.findDuplicates(tx, actor, person, identity, birthYear)
  }

  /** A venue, grid, site or school; the village is locked. */
  async open(tx: EntityManager, file: NewFile): Promise<void> {
    await this.insert(tx, file, await this.subjects.nextNumber(tx, file.areaCode, file.type))
  }

  private insert(tx: EntityManager, file: NewFile, number: number): Promise<void> {
    const { type, subjectId: id, areaCode, registeredOn, ledger } = file
    const before: FileState = {
      name: null,
      registeredOn,
      registers: null,
      head: {},
      state: 'active',
      sealedOn: null,
      readers: null,
    }
    const state = foldFile({
      type,
      id,
      ledger,
      before,
      today: this.clock.today(),
      policies: this.policies.of(ledger.areaCode),
    })
    return this.subjects.insert(tx, {
      id,
      type,
      areaCode,
      number,
      code: subjectCode(type, file.villageName, number),
      name: state.name,
      registeredOn: state.registeredOn,
      readers: state.readers,
      registers: state.registers,
      head: state.head,
      version: ledger.version,
      createdAt: this.clock.now(),
    })
  }

  /** The file of a person goes to the village that has taken him over. Both villages are locked. */
  async move(
    tx: EntityManager,
    file: SubjectFile,
    to: { village: Pick<Area, 'code' | 'name'>; number: number; ledger: FileLedger },
  ): Promise<void> {
    const { village, number, ledger } = to
    const code = subjectCode('person', village.name, number)
    await this.subjects.move(tx, file.id, { areaCode: village.code, number, code, version: ledger.version })
    await this.refresh(tx, { ...file, areaCode: village.code, accessVersion: ledger.version }, ledger, true)
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

  /** To whom what is about subjects may be told: to all roles, unless the file, in whatever village, is restricted to some. */
  async tellableTo(
    tx: EntityManager,
    subjectIds: readonly string[],
  ): Promise<(subjectId: string, role: Role) => boolean> {
    const readers = await this.subjects.readersOf(tx, subjectIds)
    return (subjectId, role) => !isRestricted({ readers: readers.get(subjectId) ?? null }, role)
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
  isSameForReaders(file: SubjectFile, a: FileLedger, b: FileLedger): boolean {
    return isSameAccess(this.fold(file, a), this.fold(file, b))
  }

  private fold(file: SubjectFile, ledger: FileLedger): FileState {
    return foldFile({
      type: file.type,
      id: file.id,
      ledger,
      before: file,
      today: this.clock.today(),
      policies: this.policies.of(ledger.areaCode),
    })
  }

  /**
   * Brings the file up to its records: the head that lists show, and who may see it. Phones hear only of a file that
   * reads differently now.
   * @param isRenamed its identity has changed, which the head does not hold
   */
  async refresh(
    tx: EntityManager,
    file: SubjectFile,
    ledger: FileLedger,
    isRenamed: boolean,
  ): Promise<FileState> {
    const next = this.fold(file, ledger)
    const isSame = isSameAccess(file, next)
    if (isSame && !isRenamed && shown(next) === shown(file)) return next
    const access = isSame ? file.accessVersion : ledger.version
    await this.subjects.update(tx, file.id, next, { head: ledger.version, access })
    if (!isSame) await this.noteAccess(tx, file, next)
    return next
  }

  /** Whether a refresh would change the file although no record arrived: time alone can seal it, end a restriction, or take a person off the existing register. */
  isDue(file: SubjectFile, ledger: FileLedger): boolean {
    const next = this.fold(file, ledger)
    return !isSameAccess(file, next) || shown(next) !== shown(file)
  }

  private noteAccess(tx: EntityManager, file: SubjectFile, next: FileState): Promise<void> {
    const isSealing = next.state === 'sealed'
    return this.audit.add(tx, {
      actor: { system: 'registers' },
      areaCode: file.areaCode,
      action:
        next.state === file.state
          ? `${file.type}.readersChanged`
          : isSealing
            ? `${file.type}.sealed`
            : `${file.type}.unsealed`,
      objectType: file.type,
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

/** What lists show of a file. */
const shown = ({ name, registeredOn, sealedOn, registers, head }: FileState): string =>
  canonicalJson([name, registeredOn, sealedOn, registers, head])

const isSameAccess = (a: FileState, b: FileState): boolean => a.state === b.state && a.readers === b.readers
