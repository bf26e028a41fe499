import { randomInt } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Audit } from '../../platform/audit/audit.js'
import type { Actor } from '../../platform/auth/actor.js'
import { AreaScope } from '../../platform/auth/area-scope.js'
import { Clock } from '../../platform/clock.js'
import { FieldCipher } from '../../platform/crypto/field-cipher.js'
import { isDuplicateKey, Transactions } from '../../platform/database/transactions.js'
import { AreaWritePolicy } from '../../platform/demo-areas.js'
import { derivedId } from '../../platform/derived-id.js'
import { DomainError, notFound } from '../../platform/errors/domain-error.js'
import { QuizAttemptsService } from '../quizzes/quiz-attempts.service.js'
import { SubjectRecords } from '../records/subject-records.js'
import { RegistersService } from '../registers/registers.service.js'
import { maskName } from '../registers/subject-code.js'
import type { SubjectFile } from '../registers/subject-file.js'
import type { VenueStaff } from './venue-staff.entity.js'
import { type VenueScope, VenueStaffRepository } from './venue-staff.repository.js'
import type { StaffIn, StaffMember } from './venues.dto.js'

/** Far more than any venue of a village has; more is a slip or a script. */
const MOST_STAFF = 300

/**
 * The staff of one venue, kept by its manager. Names are sealed and masked; each change of the roster is told to the ledger
 * as a number. @see 四(一)3
 */
@Injectable()
export class VenueStaffService {
  constructor(
    private readonly staff: VenueStaffRepository,
    private readonly registers: RegistersService,
    private readonly records: SubjectRecords,
    private readonly attempts: QuizAttemptsService,
    private readonly cipher: FieldCipher,
    private readonly audit: Audit,
    private readonly writePolicy: AreaWritePolicy,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Who works there and who has answered this year; nothing of how. */
  async list(tx: EntityManager, actor: Actor): Promise<StaffMember[]> {
    const rows = await this.staff.present(tx, scopeOf(actor))
    const year = Number(this.clock.today().slice(0, 4))
    const answered = await this.attempts.countedOf(
      tx,
      rows.map(({ id }) => id),
      year,
    )
    return rows.map((row) => ({
      id: row.id,
      number: row.number,
      maskedName: maskName(this.nameOf(row)),
      since: row.sinceOn,
      answered: answered.has(row.id),
      quizCode: row.quizCode ?? '',
    }))
  }

  /**
   * Of those who worked in a village's venues on a day: how many have answered in the year, and how many of them were aware.
   * Who had left took his answers with him.
   */
  async census(
    tx: EntityManager,
    areaCode: string,
    { year, asOf }: { year: number; asOf: string },
  ): Promise<{ valid: number; aware: number }> {
    const ids = await this.staff.presentIn(tx, AreaScope.of(areaCode), asOf)
    const counted = [...(await this.attempts.countedOf(tx, ids, year)).values()]
    return { valid: counted.length, aware: counted.filter(Boolean).length }
  }

  /**
   * Adding the same person twice, by the id the phone made, is no error.
   * @throws DomainError NOT_FOUND, STAFF_FULL; STAFF_CONFLICT when the id is taken by what is not this venue's
   */
  async add(actor: Actor, input: StaffIn): Promise<void> {
    try {
      await this.transactions.run((tx) => this.addOnce(tx, actor, input))
    } catch (error) {
      throw isDuplicateKey(error) ? new DomainError('STAFF_CONFLICT') : error
    }
  }

  private async addOnce(tx: EntityManager, actor: Actor, { id, name }: StaffIn): Promise<void> {
    const venue = await this.lockVenue(tx, actor)
    if (await this.staff.find(tx, scopeOf(actor), id)) return
    const present = await this.staff.present(tx, scopeOf(actor))
    if (present.length >= MOST_STAFF) throw new DomainError('STAFF_FULL')
    const wrappedKey = this.cipher.createDataKey(id)
    const row: VenueStaff = {
      id,
      areaCode: venue.areaCode,
      venueId: venue.id,
      number: await this.staff.nextNumber(tx, venue.id),
      wrappedKey,
      nameSealed: this.cipher.seal(wrappedKey, id, 'name', name),
      quizCode: String(randomInt(100_000_000)).padStart(8, '0'),
      sinceOn: this.clock.today(),
      leftOn: null,
      createdAt: this.clock.now(),
    }
    await this.staff.insert(tx, row)
    await this.tellLedger(tx, actor, venue, id, present.length + 1, 'came')
  }

  /** Somebody left: his name is erased at once. Told twice is no error. @throws DomainError NOT_FOUND */
  async leave(actor: Actor, id: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const venue = await this.lockVenue(tx, actor)
      if (!(await this.staff.find(tx, scopeOf(actor), id))) throw notFound()
      if (!(await this.staff.leave(tx, id, this.clock.today()))) return
      const left = await this.staff.present(tx, scopeOf(actor))
      await this.tellLedger(tx, actor, venue, id, left.length, 'left')
    })
  }

  /** The full name, for a moment; that it was read is noted. @throws DomainError NOT_FOUND */
  async reveal(actor: Actor, id: string): Promise<string> {
    return this.transactions.run(async (tx) => {
      const row = await this.staff.find(tx, scopeOf(actor), id)
      if (!row?.wrappedKey) throw notFound()
      await this.audit.add(tx, {
        actor,
        areaCode: row.areaCode,
        action: 'venue-staff.revealed',
        objectType: 'venue-staff',
        objectId: id,
        details: { venueId: row.venueId, appointmentId: actor.appointmentId },
      })
      return this.nameOf(row)
    })
  }

  private async lockVenue(tx: EntityManager, actor: Actor): Promise<SubjectFile> {
    const id = actor.subjectId
    const file = id === null ? undefined : await this.registers.lockForChange(tx, actor, id)
    if (file?.type !== 'venue') throw notFound()
    this.writePolicy.assertWritable(file.areaCode)
    return file
  }

  private async tellLedger(
    tx: EntityManager,
    actor: Actor,
    venue: SubjectFile,
    staffId: string,
    headcount: number,
    change: 'came' | 'left',
  ): Promise<void> {
    await this.records.derive(tx, {
      id: derivedId('staff-roster', staffId, change),
      kind: 'staff-roster',
      areaCode: venue.areaCode,
      subjectId: venue.id,
      by: { accountId: actor.accountId, role: actor.role },
      actor,
      payload: { rosterOn: this.clock.today(), headcount },
    })
  }

  private nameOf({ id, wrappedKey, nameSealed }: VenueStaff): string {
    return wrappedKey && nameSealed ? this.cipher.open(wrappedKey, id, 'name', nameSealed) : ''
  }
}

/** Nobody's venue has the empty id. */
const scopeOf = ({ scope, subjectId }: Actor): VenueScope => ({ scope, venueId: subjectId ?? '' })
