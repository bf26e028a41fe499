import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { AreaScope } from '../../platform/auth/area-scope.js'
import { type NumberState, type Outcome, SampleDraw, SampleNumber } from './sample-draw.entity.js'

const IN_SCOPE = 'd.area_code >= :from AND d.area_code < :to'
/** Rows in one INSERT. */
const CHUNK = 500

@Injectable()
export class SamplesRepository {
  find(tx: EntityManager, scope: AreaScope, id: string): Promise<SampleDraw | null> {
    return this.inScope(tx, scope).andWhere('d.id = :id', { id }).getOne()
  }

  findIn(tx: EntityManager, areaCode: string, id: string): Promise<SampleDraw | null> {
    return tx.findOneBy(SampleDraw, { areaCode, id })
  }

  /** Locks a draw for a change of its numbers. */
  findForUpdate(tx: EntityManager, scope: AreaScope, id: string): Promise<SampleDraw | null> {
    return this.inScope(tx, scope).andWhere('d.id = :id', { id }).setLock('pessimistic_write').getOne()
  }

  /** Draws of a year, void ones too, in the order of villages and days. */
  ofYear(tx: EntityManager, scope: AreaScope, year: number): Promise<SampleDraw[]> {
    return this.inScope(tx, scope)
      .andWhere('d.year = :year', { year })
      .orderBy('d.area_code')
      .addOrderBy('d.drawn_at')
      .addOrderBy('d.id')
      .getMany()
  }

  /** Draws of earlier years that nobody closed. */
  leftOpen(tx: EntityManager, beforeYear: number): Promise<SampleDraw[]> {
    return tx
      .createQueryBuilder(SampleDraw, 'd')
      .where('d.year < :beforeYear AND d.closed_at IS NULL', { beforeYear })
      .orderBy('d.id')
      .getMany()
  }

  async insert(tx: EntityManager, row: SampleDraw): Promise<void> {
    await tx.createQueryBuilder().insert().into(SampleDraw).values(row).updateEntity(false).execute()
  }

  async addNumbers(tx: EntityManager, rows: readonly SampleNumber[]): Promise<void> {
    for (let at = 0; at < rows.length; at += CHUNK)
      await tx.query(
        'INSERT INTO sample_number (area_code, draw_id, number, place, holder_id, quiz_code, state, state_on) VALUES ?',
        [
          rows
            .slice(at, at + CHUNK)
            .map((row) => [
              row.areaCode,
              row.drawId,
              row.number,
              row.place,
              row.holderId,
              row.quizCode,
              row.state,
              row.stateOn,
            ]),
        ],
      )
  }

  async setDrawn(tx: EntityManager, { areaCode, id }: SampleDraw, drawn: number): Promise<void> {
    await tx.query('UPDATE sample_draw SET drawn = ? WHERE area_code = ? AND id = ?', [drawn, areaCode, id])
  }

  /** Numbers in the order of the list. */
  numbers(tx: EntityManager, { areaCode, id }: Pick<SampleDraw, 'areaCode' | 'id'>): Promise<SampleNumber[]> {
    return tx.find(SampleNumber, { where: { areaCode, drawId: id }, order: { number: 'ASC' } })
  }

  /** Numbers of all draws of a year that hold, with the audience they were drawn for. */
  numbersOfYear(
    tx: EntityManager,
    { from, to }: AreaScope,
    year: number,
  ): Promise<{ areaCode: string; audience: string; holderId: string | null; state: NumberState }[]> {
    return tx.query(
      `SELECT n.area_code AS areaCode, d.audience, n.holder_id AS holderId, n.state FROM sample_draw d
       JOIN sample_number n ON n.area_code = d.area_code AND n.draw_id = d.id
       WHERE d.area_code >= ? AND d.area_code < ? AND d.year = ? AND d.void_no = 0`,
      [from, to, year],
    )
  }

  findNumber(tx: EntityManager, draw: SampleDraw, number: number): Promise<SampleNumber | null> {
    return tx.findOneBy(SampleNumber, { areaCode: draw.areaCode, drawId: draw.id, number })
  }

  findByCode(tx: EntityManager, code: string): Promise<SampleNumber | null> {
    return tx.findOneBy(SampleNumber, { quizCode: code })
  }

  /** Whether a number is still asked: once its sample is closed nobody holds it. */
  async isHeld(tx: EntityManager, holderId: string): Promise<boolean> {
    return tx.existsBy(SampleNumber, { holderId })
  }

  async setOutcome(tx: EntityManager, row: SampleNumber, state: Outcome, on: string): Promise<void> {
    await tx.query(
      'UPDATE sample_number SET state = ?, state_on = ? WHERE area_code = ? AND draw_id = ? AND number = ?',
      [state, on, row.areaCode, row.drawId, row.number],
    )
  }

  /** Freezes who answered, and forgets whose answers they are. */
  async close(
    tx: EntityManager,
    draw: SampleDraw,
    answered: readonly string[],
    at: Date,
    on: string,
  ): Promise<void> {
    const own = [draw.areaCode, draw.id]
    for (let from = 0; from < answered.length; from += CHUNK)
      await tx.query(
        `UPDATE sample_number SET state = 'answered', state_on = ? WHERE area_code = ? AND draw_id = ? AND holder_id IN (?)`,
        [on, ...own, answered.slice(from, from + CHUNK)],
      )
    await tx.query(
      'UPDATE sample_number SET holder_id = NULL, quiz_code = NULL WHERE area_code = ? AND draw_id = ?',
      own,
    )
    await tx.query('UPDATE sample_draw SET closed_at = ? WHERE area_code = ? AND id = ?', [at, ...own])
  }

  /** Takes a draw out of the year; it stays on file with its reason. */
  async void(tx: EntityManager, draw: SampleDraw, reason: string): Promise<void> {
    const key = [draw.areaCode, draw.year, draw.audience]
    const [last]: { no: number }[] = await tx.query(
      'SELECT MAX(void_no) AS no FROM sample_draw WHERE area_code = ? AND year = ? AND audience = ?',
      key,
    )
    await tx.query('UPDATE sample_draw SET void_no = ?, void_reason = ? WHERE area_code = ? AND id = ?', [
      Number(last?.no ?? 0) + 1,
      reason,
      draw.areaCode,
      draw.id,
    ])
  }

  private inScope(tx: EntityManager, { from, to }: AreaScope) {
    return tx.createQueryBuilder(SampleDraw, 'd').where(IN_SCOPE, { from, to })
  }
}
