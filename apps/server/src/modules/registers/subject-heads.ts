import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { type FileReader, VISIBLE_FILE, visibleFile } from './file-access.js'

/** A file with what is needed to read and write its sealed text. */
export type SubjectFile = {
  id: string
  areaCode: string
  code: string
  registeredOn: string
  state: 'active' | 'sealed'
  sealedOn: string | null
  readers: string | null
  head: PersonHeadFacts
  headVersion: number
  accessVersion: number
  /** NULL: erased. */
  wrappedKey: Buffer | null
  nameSealed: Buffer
}

/** What a list says of a person beside code and masked name. */
export type PersonHeadFacts = {
  gender?: string
  birthYear?: number
  residence?: string
  status?: string
  presence?: string
}

export type NewSubject = {
  id: string
  areaCode: string
  number: number
  code: string
  registeredOn: string
  readers: string | null
  head: PersonHeadFacts
  version: number
  createdAt: Date
}

export type FileState = {
  registeredOn: string
  head: PersonHeadFacts
  state: 'active' | 'sealed'
  sealedOn: string | null
  readers: string | null
}

export type WithheldFile = Pick<SubjectFile, 'id' | 'state' | 'readers' | 'sealedOn'>

type Row = {
  id: string
  area_code: string
  code: string
  registered_on: string
  state: 'active' | 'sealed'
  sealed_on: string | null
  readers: string | null
  head: string
  head_version: number
  access_version: number
  wrapped_key: Buffer | null
  name_sealed: Buffer
}

const COLUMNS = `s.id, s.area_code, s.code, s.registered_on, s.state, s.sealed_on, s.readers, s.head, s.head_version, s.access_version, i.wrapped_key, i.name_sealed`
const FROM = 'FROM subject s JOIN person_identity i ON i.subject_id = s.id'

/**
 * The files' heads. Exported: a submission locks a head, then its village's ledger, and changes both in one transaction.
 */
@Injectable()
export class SubjectHeads {
  /** Locks the file for a change of its records. The first lock of the transaction; the village's comes after it. */
  async lock(tx: EntityManager, id: string, from: string, to: string): Promise<SubjectFile | undefined> {
    const rows: Row[] = await tx.query(
      `SELECT ${COLUMNS} ${FROM} WHERE s.id = ? AND s.area_code >= ? AND s.area_code < ? FOR UPDATE`,
      [id, from, to],
    )
    return rows[0] && toFile(rows[0])
  }

  async findVisible(tx: EntityManager, reader: FileReader, id: string): Promise<SubjectFile | undefined> {
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
      `SELECT ${COLUMNS} ${FROM} WHERE s.id = ? AND s.area_code >= ? AND s.area_code < ? AND s.state = 'sealed'`,
      [id, reader.scope.from, reader.scope.to],
    )
    return rows[0] && toFile(rows[0])
  }

  /** One page of the register, by village and number. @param after exclusive */
  async page(
    tx: EntityManager,
    reader: FileReader,
    query: {
      areaCode?: AreaRange
      code?: string
      after?: { areaCode: string; number: number }
      limit: number
    },
  ): Promise<(SubjectFile & { number: number })[]> {
    const where = [VISIBLE_FILE]
    const values: unknown[] = visibleFile(reader)
    if (query.areaCode) {
      where.push('s.area_code >= ? AND s.area_code < ?')
      values.push(query.areaCode.from, query.areaCode.to)
    }
    if (query.code) {
      where.push(`s.code LIKE ? ESCAPE '|'`)
      values.push(`%${query.code.replace(/[|%_]/g, '|$&')}%`)
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

  /** The files of one village that changed after a ledger version, sealed and restricted ones included. */
  async changedSince(tx: EntityManager, areaCode: string, version: number): Promise<SubjectFile[]> {
    const rows: Row[] = await tx.query(
      `SELECT ${COLUMNS} ${FROM} WHERE s.area_code = ? AND s.head_version > ? ORDER BY s.number`,
      [areaCode, version],
    )
    return rows.map(toFile)
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
      `INSERT INTO subject (id, area_code, type, number, code, registered_area_code, registered_on, state, sealed_on, readers, head, head_version, access_version, created_at)
       VALUES (?, ?, 'person', ?, ?, ?, ?, 'active', NULL, ?, ?, ?, ?, ?)`,
      [
        subject.id,
        subject.areaCode,
        subject.number,
        subject.code,
        subject.areaCode,
        subject.registeredOn,
        subject.readers,
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
      `UPDATE subject SET registered_on = ?, state = ?, sealed_on = ?, readers = ?, head = ?, head_version = ?, access_version = ? WHERE id = ?`,
      [
        next.registeredOn,
        next.state,
        next.sealedOn,
        next.readers,
        JSON.stringify(next.head),
        versions.head,
        versions.access,
        id,
      ],
    )
  }

  async codesOf(tx: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map()
    const rows: { id: string; code: string }[] = await tx.query(
      `SELECT id, code FROM subject WHERE id IN (${ids.map(() => '?').join(', ')})`,
      [...ids],
    )
    return new Map(rows.map((row) => [row.id, row.code]))
  }
}

export type AreaRange = { from: string; to: string }

function toFile(row: Row): SubjectFile {
  return {
    id: row.id,
    areaCode: row.area_code,
    code: row.code,
    registeredOn: row.registered_on,
    state: row.state,
    sealedOn: row.sealed_on,
    readers: row.readers,
    head: JSON.parse(row.head),
    headVersion: row.head_version,
    accessVersion: row.access_version,
    wrappedKey: row.wrapped_key,
    nameSealed: row.name_sealed,
  }
}
