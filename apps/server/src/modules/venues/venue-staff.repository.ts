import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { AreaScope } from '../../platform/auth/area-scope.js'
import { VenueStaff } from './venue-staff.entity.js'

/** The one venue of its manager: both stand in the WHERE of every query of his. */
export type VenueScope = { scope: AreaScope; venueId: string }

@Injectable()
export class VenueStaffRepository {
  /** Who works there, by number. */
  present(tx: EntityManager, venue: VenueScope): Promise<VenueStaff[]> {
    return this.of(tx, venue).andWhere('s.left_on IS NULL').orderBy('s.number').getMany()
  }

  /** Ids of everybody who worked in a venue of an area on a day; the day he leaves is not one of his. */
  async presentIn(tx: EntityManager, { from, to }: AreaScope, on: string): Promise<string[]> {
    const rows: { id: string }[] = await tx.query(
      `SELECT id FROM venue_staff WHERE area_code >= ? AND area_code < ? AND since_on <= ?
         AND (left_on IS NULL OR left_on > ?)`,
      [from, to, on, on],
    )
    return rows.map(({ id }) => id)
  }

  find(tx: EntityManager, venue: VenueScope, id: string): Promise<VenueStaff | null> {
    return this.of(tx, venue).andWhere('s.id = :id', { id }).getOne()
  }

  findByCode(tx: EntityManager, code: string): Promise<VenueStaff | null> {
    return tx.findOneBy(VenueStaff, { quizCode: code })
  }

  /** Whoever asks has proved that he speaks of himself. */
  findMember(tx: EntityManager, id: string): Promise<VenueStaff | null> {
    return tx.findOneBy(VenueStaff, { id })
  }

  /** The venue's file is locked, so that two do not get one number. */
  async nextNumber(tx: EntityManager, venueId: string): Promise<number> {
    const [row]: { last: number | null }[] = await tx.query(
      'SELECT MAX(number) AS last FROM venue_staff WHERE venue_id = ?',
      [venueId],
    )
    return Number(row?.last ?? 0) + 1
  }

  async insert(tx: EntityManager, row: VenueStaff): Promise<void> {
    await tx.createQueryBuilder().insert().into(VenueStaff).values(row).updateEntity(false).execute()
  }

  /** The name cannot be read any more: its key is gone. @returns false when he had left before */
  async leave(tx: EntityManager, id: string, on: string): Promise<boolean> {
    const { affectedRows }: { affectedRows: number } = await tx.query(
      `UPDATE venue_staff SET left_on = ?, wrapped_key = NULL, name_sealed = NULL, quiz_code = NULL
       WHERE id = ? AND left_on IS NULL`,
      [on, id],
    )
    return affectedRows === 1
  }

  private of(tx: EntityManager, { scope, venueId }: VenueScope) {
    return tx
      .createQueryBuilder(VenueStaff, 's')
      .where('s.area_code >= :from AND s.area_code < :to AND s.venue_id = :venueId', {
        from: scope.from,
        to: scope.to,
        venueId,
      })
  }
}
