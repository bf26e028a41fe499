import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { FieldCipher } from '../../platform/crypto/field-cipher.js'
import { type FileReader, isVisible } from './file-access.js'
import { IdentityRepository, type KnownIdentity } from './identity.repository.js'
import type { PersonIdentityRow } from './person-identity.entity.js'
import { maskName } from './subject-code.js'

export type Identity = { name: string; phone?: string; idNumber?: string; address?: string }

export type DuplicateCheck =
  | { outcome: 'none' }
  /** The asker may know: he sees that file himself. */
  | { outcome: 'visible'; code: string }
  /** The asker must not learn that the person is registered elsewhere. */
  | { outcome: 'hidden'; subjectIds: string[]; areaCodes: string[] }

export type IdentityIndexes = { name: string | null; nameYear: string | null; idNumber: string | null }

const TEXT = 'record.text'
const REASON = 'record.reason'
const REMARK = 'record.remark'
const SET_ASIDE = 'record.setAside'

/** A person and the key that seals what is said of him. */
type Owner = { id: string; wrappedKey: Buffer }

/** The only place that seals and opens what names or describes a person. */
@Injectable()
export class IdentityService {
  constructor(
    private readonly identities: IdentityRepository,
    private readonly cipher: FieldCipher,
  ) {}

  createKey(subjectId: string): Buffer {
    return this.cipher.createDataKey(subjectId)
  }

  async put(
    tx: EntityManager,
    subjectId: string,
    wrappedKey: Buffer,
    identity: Identity,
    birthYear: number | undefined,
  ): Promise<void> {
    const seal = (field: string, value: string | undefined) =>
      value === undefined ? null : this.cipher.seal(wrappedKey, subjectId, field, value)
    const row: PersonIdentityRow = {
      subjectId,
      wrappedKey,
      nameSealed: this.cipher.seal(wrappedKey, subjectId, 'name', identity.name),
      phoneSealed: seal('phone', identity.phone),
      idNumberSealed: seal('idNumber', identity.idNumber),
      addressSealed: seal('address', identity.address),
      nameIndex: this.nameIndex(identity.name),
      nameYearIndex: this.nameYearIndex(identity.name, birthYear),
      idNumberIndex: this.idNumberIndex(identity.idNumber),
      phoneIndex:
        identity.phone === undefined
          ? null
          : this.cipher.blindIndex('person.phone', identity.phone.replace(/\D/g, '')),
    }
    await this.identities.put(tx, row)
  }

  /** @returns undefined when the identity was erased */
  async open(tx: EntityManager, subjectId: string): Promise<Identity | undefined> {
    const row = await this.identities.find(tx, subjectId)
    const key = row?.wrappedKey
    if (!row || !key) return undefined
    const open = (field: string, sealed: Buffer | null) =>
      sealed === null ? undefined : this.cipher.open(key, subjectId, field, sealed)
    return {
      name: this.cipher.open(key, subjectId, 'name', row.nameSealed),
      phone: open('phone', row.phoneSealed),
      idNumber: open('idNumber', row.idNumberSealed),
      address: open('address', row.addressSealed),
    }
  }

  maskedName(file: { id: string; wrappedKey: Buffer | null; nameSealed: Buffer | null }): string {
    return file.wrappedKey === null || file.nameSealed === null
      ? '*'
      : maskName(this.cipher.open(file.wrappedKey, file.id, 'name', file.nameSealed))
  }

  /**
   * Whether the person is on a register already: the same ID number, or the same name and year of birth unless both ID
   * numbers are known and differ. Ask after `put`: of two who register one person at the same moment, one then sees the
   * other.
   */
  async checkDuplicate(
    tx: EntityManager,
    reader: FileReader,
    subjectId: string,
    identity: Identity,
    birthYear: number | undefined,
  ): Promise<DuplicateCheck> {
    const number = this.idNumberIndex(identity.idNumber)
    const nameYear = this.nameYearIndex(identity.name, birthYear)
    await this.identities.awaitAlike(tx, number, nameYear)
    const found = (await this.identities.possibleDuplicates(tx, subjectId, number, nameYear)).filter(
      (one) => one.sameNumber || number === null || one.idNumberIndex === null,
    )
    const visible = found.find((one) => reader.scope.contains(one.areaCode) && isVisible(one, reader.role))
    if (visible) return { outcome: 'visible', code: visible.code }
    if (found.length === 0) return { outcome: 'none' }
    return {
      outcome: 'hidden',
      subjectIds: found.map((one) => one.subjectId),
      areaCodes: found.map((one) => one.areaCode),
    }
  }

  lookup(tx: EntityManager, reader: FileReader, name: string) {
    return this.identities.findByName(tx, reader, this.nameIndex(name))
  }

  known(tx: EntityManager, reader: FileReader, areaCode: string): Promise<KnownIdentity[]> {
    return this.identities.known(tx, reader, areaCode)
  }

  /** Under which indexes somebody would be found. */
  indexesOf(who: { name?: string; birthYear?: number; idNumber?: string }): IdentityIndexes {
    return {
      name: who.name === undefined ? null : this.nameIndex(who.name),
      nameYear:
        who.name === undefined || who.birthYear === undefined
          ? null
          : this.nameYearIndex(who.name, who.birthYear),
      idNumber: this.idNumberIndex(who.idNumber),
    }
  }

  erase(tx: EntityManager, subjectId: string): Promise<void> {
    return this.identities.erase(tx, subjectId)
  }

  /** Free text of a record, bound to the record and its revision. */
  sealText(key: Buffer, subjectId: string, place: string, text: Record<string, unknown>): Buffer {
    return this.cipher.seal(key, subjectId, `${TEXT}:${place}`, JSON.stringify(text))
  }

  openText(key: Buffer, subjectId: string, place: string, sealed: Buffer): Record<string, unknown> {
    return JSON.parse(this.cipher.open(key, subjectId, `${TEXT}:${place}`, sealed))
  }

  /** @param owner the person whose key seals it; undefined: a village's record, which holds nothing personal */
  keepReason(owner: Owner | undefined, place: string, reason: string): Buffer {
    return this.keep(owner, `${REASON}:${place}`, reason)
  }

  readReason(owner: Owner | undefined, place: string, reason: Buffer): string {
    return this.read(owner, `${REASON}:${place}`, reason)
  }

  /** As a reason: what somebody had written and did not choose when he merged. */
  keepSetAside(owner: Owner | undefined, place: string, values: Record<string, unknown[]>): Buffer {
    return this.keep(owner, `${SET_ASIDE}:${place}`, JSON.stringify(values))
  }

  readSetAside(owner: Owner | undefined, place: string, values: Buffer): Record<string, unknown[]> {
    return JSON.parse(this.read(owner, `${SET_ASIDE}:${place}`, values))
  }

  /** As a reason: what was said about a record under review. */
  keepRemark(owner: Owner | undefined, place: string, words: string): Buffer {
    return this.keep(owner, `${REMARK}:${place}`, words)
  }

  readRemark(owner: Owner | undefined, place: string, words: Buffer): string {
    return this.read(owner, `${REMARK}:${place}`, words)
  }

  private keep(owner: Owner | undefined, context: string, words: string): Buffer {
    return owner ? this.cipher.seal(owner.wrappedKey, owner.id, context, words) : Buffer.from(words, 'utf8')
  }

  private read(owner: Owner | undefined, context: string, kept: Buffer): string {
    return owner ? this.cipher.open(owner.wrappedKey, owner.id, context, kept) : kept.toString('utf8')
  }

  private nameIndex(name: string): string {
    return this.cipher.blindIndex('person.name', name)
  }

  private nameYearIndex(name: string, birthYear: number | undefined): string {
    return this.cipher.blindIndex('person.name-year', `${name}|${birthYear ?? ''}`)
  }

  private idNumberIndex(idNumber: string | undefined): string | null {
    return idNumber === undefined ? null : this.cipher.blindIndex('person.id-number', idNumber)
  }
}
