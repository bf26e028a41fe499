import type { FiledSubject, PlaceKind } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { type FileReader, VISIBLE_FILE, visibleFile } from './file-access.js'
import type {
  AreaRange,
  FileState,
  NewSubject,
  PersonRegister,
  SubjectFile,
  WithheldFile,
} from './subject-file.js'

type Row = {
  id: string
  type: FiledSubject
  area_code: string
  code: string
  name: string | null
  registered_on: string
  state: 'active' | 'sealed'
  sealed_on: string | null
  readers: string | null
  registers: string | null
  head: string
  head_version: number
  access_version: number
  wrapped_key: Buffer | null
  name_sealed: Buffer | null
}

const COLUMNS = `s.id, s.type, s.area_code, s.code, s.name, s.registered_on, s.state, s.sealed_on, s.readers, s.registers, s.head, s.head_version, s.access_version, i.wrapped_key, i.name_sealed`
const FROM = 'FROM subject s LEFT JOIN person_identity i ON i.subject_id = s.id'

/**
 * The files' heads. Exported: a submission locks a head, then its village's ledger, and changes both in one transaction.
 */
@Injectable()
export class SubjectHeads {
  /** Locks the file for a change of its records. The first lock of the transaction; the village's comes after it. */
  async lock(
    tx: EntityManager,
    id: string,
    scope: AreaRange,
    only: string | null,
  ): Promise<SubjectFile | undefined> {
    const rows: Row[] = await tx.query(
      `SELECT ${COLUMNS} ${FROM} WHERE s.id = ? AND s.area_code >= ? AND s.area_code < ? AND (? IS NULL OR s.id = ?) FOR UPDATE`,
      [id, scope.from, scope.to, only, only],
    )
    return rows[0] && toFile(rows[0])
  }

  /** Locks a person's file wherever it is: only for the village that a transfer was proposed to. */
  async lockPerson(tx: EntityManager, id: string): Promise<SubjectFile | undefined> {
    const rows: Row[] = await tx.query(
      `SELECT ${COLUMNS} ${FROM} WHERE s.id = ? AND s.type = 'person' FOR UPDATE`,
      [id],
    )
    return rows[0] && toFile(rows[0])
  }

  async findPerson(tx: EntityManager, reader: FileReader, id: string): Promise<SubjectFile | undefined> {
    const file = await this.findVisible(tx, reader, id)
    return file?.type === 'person' ? file : undefined
  }

  async findPlace(tx: EntityManager, reader: FileReader, id: string): Promise<SubjectFile | undefined> {
    const file = await this.findVisible(tx, reader, id)
    return file?.type === 'person' ? undefined : file
  }

  private async findVisible(
    tx: EntityManager,
    reader: FileReader,
    id: string,
  ): Promise<SubjectFile | undefined> {
    const rows: Row[] = await tx.query(`SELECT ${COLUMNS} ${FROM} WHERE s.id = ? AND ${VISIBLE_FILE}`, [
      id,
      ...visibleFile(reader),
    ])
    return rows[0] && toFile(rows[0])
  }

  /** Those of the given files that the reader sees. */
  async visible(tx: EntityManager, reader: FileReader, ids: readonly string[]): Promise<SubjectFile[]> {
    if (ids.length === 0) return []
    const rows: Row[] = await tx.query(
      `SELECT ${COLUMNS} ${FROM} WHERE s.id IN (${ids.map(() => '?').join(', ')}) AND ${VISIBLE_FILE} ORDER BY s.id`,
      [...ids, ...visibleFile(reader)],
    )
    return rows.map(toFile)
  }

  async findSealed(tx: EntityManager, reader: FileReader, id: string): Promise<SubjectFile | undefined> {
    const rows: Row[] = await tx.query(
      `SELECT ${COLUMNS} ${FROM} WHERE s.id = ? AND s.area_code >= ? AND s.area_code < ? AND s.state = 'sealed' AND s.type = 'person'`,
      [id, reader.scope.from, reader.scope.to],
    )
    return rows[0] && toFile(rows[0])
  }

  /** One page of a register, by village and number. @param after exclusive @param q part of the code, or of a name that is no person's */
  async page(
    tx: EntityManager,
    reader: FileReader,
    query: {
      type: FiledSubject
      register?: PersonRegister
      areaCode?: AreaRange
      q?: string
      after?: { areaCode: string; number: number }
      limit: number
    },
  ): Promise<(SubjectFile & { number: number })[]> {
    const where = [VISIBLE_FILE, 's.type = ?']
    const values: unknown[] = [...visibleFile(reader), query.type]
    if (query.register) {
      where.push('s.registers LIKE ?')
      values.push(`%,${query.register},%`)
    }
    if (query.areaCode) {
      where.push('s.area_code >= ? AND s.area_code < ?')
      values.push(query.areaCode.from, query.areaCode.to)
    }
    if (query.q) {
      where.push(`(s.code LIKE ? ESCAPE '|' OR s.name LIKE ? ESCAPE '|')`)
      const like = `%${query.q.replace(/[|%_]/g, '|$&')}%`
      values.push(like, like)
    }
    if (query.after) {
      where.push('(s.area_code > ? OR (s.area_code = ? AND s.number > ?))')
      values.push(query.after.areaCode, query.after.areaCode, query.after.number)
    }
    const rows: (Row & { number: number })[] = await tx.query(
      `SELECT ${COLUMNS}, s.number ${FROM} WHERE ${where.join(' AND ')} ORDER BY s.area_code, s.number LIMIT ?`,
      [...values, query.limit],
    )
    return rows.map((row) => ({ ...toFile(row), number: row.number }))
  }

  /** The venues, grids, sites or schools of one village, by number: what a table names them by is their name. */
  async placesOf(
    tx: EntityManager,
    reader: FileReader,
    areaCode: string,
    type: PlaceKind,
  ): Promise<SubjectFile[]> {
    const rows: Row[] = await tx.query(
      `SELECT ${COLUMNS} ${FROM} WHERE s.area_code = ? AND s.type = ? AND ${VISIBLE_FILE} ORDER BY s.number`,
      [areaCode, type, ...visibleFile(reader)],
    )
    return rows.map(toFile)
  }

  /** The places of some types in the villages of a range, by village and number: for the office's own lists. */
  async placesUnder(
    tx: EntityManager,
    scope: AreaRange,
    types: readonly PlaceKind[],
  ): Promise<SubjectFile[]> {
    const rows: Row[] = await tx.query(
      `SELECT ${COLUMNS} ${FROM} WHERE s.area_code >= ? AND s.area_code < ? AND s.state = 'active'
         AND s.type IN (${types.map(() => '?').join(', ')}) ORDER BY s.area_code, s.type, s.number`,
      [scope.from, scope.to, ...types],
    )
    return rows.map(toFile)
  }

  /** The files of one village that changed after a ledger version, sealed and restricted ones included. */
  async changedSince(tx: EntityManager, areaCode: string, version: number): Promise<SubjectFile[]> {
    const rows: Row[] = await tx.query(
      `SELECT ${COLUMNS} ${FROM} WHERE s.area_code = ? AND s.head_version > ? ORDER BY s.number`,
      [areaCode, version],
    )
    return rows.map(toFile)
  }

  /** The next running number of a type. Ask while the village is locked. Persons are counted with the village itself. */
  async nextNumber(tx: EntityManager, areaCode: string, type: FiledSubject): Promise<number> {
    const [row]: { last: number | null }[] = await tx.query(
      `SELECT MAX(number) AS last FROM subject WHERE area_code = ? AND type = ?`,
      [areaCode, type],
    )
    return (row?.last ?? 0) + 1
  }

  /** The file goes to another village, under a number of that village. */
  async move(
    tx: EntityManager,
    id: string,
    to: { areaCode: string; number: number; code: string; version: number },
  ): Promise<void> {
    await tx.query(
      `UPDATE subject SET area_code = ?, number = ?, code = ?, head_version = ?, access_version = ? WHERE id = ?`,
      [to.areaCode, to.number, to.code, to.version, to.version, id],
    )
  }

  /** The files of one village that some or all roles see only as stubs. */
  async withheld(tx: EntityManager, areaCode: string): Promise<WithheldFile[]> {
    return tx.query(
      `SELECT s.id, s.state, s.readers, s.sealed_on AS sealedOn FROM subject s WHERE s.area_code = ? AND (s.state = 'sealed' OR s.readers IS NOT NULL)`,
      [areaCode],
    )
  }

  async insert(tx: EntityManager, subject: NewSubject): Promise<void> {
    await tx.query(
      `INSERT INTO subject (id, area_code, type, number, code, name, registered_area_code, registered_on, state, sealed_on, readers, registers, head, head_version, access_version, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'active', NULL, ?, ?, ?, ?, ?, ?)`,
      [
        subject.id,
        subject.areaCode,
        subject.type,
        subject.number,
        subject.code,
        subject.name,
        subject.areaCode,
        subject.registeredOn,
        subject.readers,
        subject.registers,
        JSON.stringify(subject.head),
        subject.version,
        subject.version,
        subject.createdAt,
      ],
    )
  }

  async update(
    tx: EntityManager,
    id: string,
    next: FileState,
    versions: { head: number; access: number },
  ): Promise<void> {
    await tx.query(
      `UPDATE subject SET name = ?, registered_on = ?, state = ?, sealed_on = ?, readers = ?, registers = ?, head = ?, head_version = ?, access_version = ? WHERE id = ?`,
      [
        next.name,
        next.registeredOn,
        next.state,
        next.sealedOn,
        next.readers,
        next.registers,
        JSON.stringify(next.head),
        versions.head,
        versions.access,
        id,
      ],
    )
  }

  /** What venues, grids, sites and schools are called. */
  namesOf(tx: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.valuesOf(tx, 'name', ids)
  }

  codesOf(tx: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.valuesOf(tx, 'code', ids)
  }

  /** The roles that files are restricted to; of a file that is restricted to none there is nothing. */
  readersOf(tx: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.valuesOf(tx, 'readers', ids)
  }

  private async valuesOf(tx: EntityManager, column: 'name' | 'code' | 'readers', ids: readonly string[]) {
    if (ids.length === 0) return new Map<string, string>()
    const rows: { id: string; value: string }[] = await tx.query(
      `SELECT id, ${column} AS value FROM subject WHERE id IN (?) AND ${column} IS NOT NULL`,
      [ids],
    )
    return new Map(rows.map(({ id, value }) => [id, value]))
  }
}

function toFile(row: Row): SubjectFile {
  return {
    id: row.id,
    type: row.type,
    areaCode: row.area_code,
    code: row.code,
    name: row.name,
    registeredOn: row.registered_on,
    state: row.state,
    sealedOn: row.sealed_on,
    readers: row.readers,
    registers: row.registers,
    head: JSON.parse(row.head),
    headVersion: row.head_version,
    accessVersion: row.access_version,
    wrappedKey: row.wrapped_key,
    nameSealed: row.name_sealed,
  }
}
