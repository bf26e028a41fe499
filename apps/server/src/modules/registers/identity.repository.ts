import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { type FileReader, VISIBLE_FILE, visibleFile } from './file-access.js'
import type { PersonIdentityRow } from './person-identity.entity.js'
import type { PersonHeadFacts } from './subject-file.js'

/** A file and the blind indexes under which it is found; an erased person has none. */
export type KnownIdentity = {
  id: string
  code: string
  registeredOn: string
  head: PersonHeadFacts
  nameIndex: string | null
  nameYearIndex: string | null
  idNumberIndex: string | null
}

export type PossibleDuplicate = {
  subjectId: string
  areaCode: string
  code: string
  state: 'active' | 'sealed'
  readers: string | null
  idNumberIndex: string | null
  sameNumber: boolean
}

@Injectable()
export class IdentityRepository {
  async find(tx: EntityManager, subjectId: string): Promise<PersonIdentityRow | undefined> {
    const rows: Record<string, never>[] = await tx.query(
      `SELECT subject_id AS subjectId, wrapped_key AS wrappedKey, name_sealed AS nameSealed, phone_sealed AS phoneSealed,
              id_number_sealed AS idNumberSealed, address_sealed AS addressSealed, name_index AS nameIndex,
              name_year_index AS nameYearIndex, id_number_index AS idNumberIndex, phone_index AS phoneIndex
       FROM person_identity WHERE subject_id = ?`,
      [subjectId],
    )
    return rows[0] as PersonIdentityRow | undefined
  }

  /** Inserts the identity, or replaces all of it but the key. */
  async put(tx: EntityManager, row: PersonIdentityRow): Promise<void> {
    await tx.query(
      `INSERT INTO person_identity (subject_id, wrapped_key, name_sealed, phone_sealed, id_number_sealed, address_sealed, name_index, name_year_index, id_number_index, phone_index)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON DUPLICATE KEY UPDATE name_sealed = VALUES(name_sealed), phone_sealed = VALUES(phone_sealed),
         id_number_sealed = VALUES(id_number_sealed), address_sealed = VALUES(address_sealed), name_index = VALUES(name_index),
         name_year_index = VALUES(name_year_index), id_number_index = VALUES(id_number_index), phone_index = VALUES(phone_index)`,
      [
        row.subjectId,
        row.wrappedKey,
        row.nameSealed,
        row.phoneSealed,
        row.idNumberSealed,
        row.addressSealed,
        row.nameIndex,
        row.nameYearIndex,
        row.idNumberIndex,
        row.phoneIndex,
      ],
    )
  }

  /**
   * Waits for whoever is writing the same ID number, or the same name and year, at this moment. Two such transactions
   * wait for each other, so the database gives one of them up; run again, it sees what the other has written.
   */
  async awaitAlike(tx: EntityManager, idNumberIndex: string | null, nameYearIndex: string): Promise<void> {
    await tx.query(
      `(SELECT subject_id FROM person_identity WHERE id_number_index = ? LOCK IN SHARE MODE)
       UNION ALL (SELECT subject_id FROM person_identity WHERE name_year_index = ? LOCK IN SHARE MODE)`,
      [idNumberIndex, nameYearIndex],
    )
  }

  /** Everybody in the deployment with this ID number, or with this name and year of birth, but one. */
  async possibleDuplicates(
    tx: EntityManager,
    except: string,
    idNumberIndex: string | null,
    nameYearIndex: string,
  ): Promise<PossibleDuplicate[]> {
    const rows: {
      id: string
      area_code: string
      code: string
      state: 'active' | 'sealed'
      readers: string | null
      id_number_index: string | null
    }[] = await tx.query(
      `SELECT s.id, s.area_code, s.code, s.state, s.readers, i.id_number_index
       FROM person_identity i JOIN subject s ON s.id = i.subject_id
       WHERE i.subject_id <> ? AND (i.id_number_index = ? OR i.name_year_index = ?) ORDER BY s.id LIMIT 20`,
      [except, idNumberIndex, nameYearIndex],
    )
    return rows.map((row) => ({
      subjectId: row.id,
      areaCode: row.area_code,
      code: row.code,
      state: row.state,
      readers: row.readers,
      idNumberIndex: row.id_number_index,
      sameNumber: idNumberIndex !== null && row.id_number_index === idNumberIndex,
    }))
  }

  async findByName(
    tx: EntityManager,
    reader: FileReader,
    nameIndex: string,
  ): Promise<{ id: string; code: string; areaCode: string }[]> {
    return tx.query(
      `SELECT s.id, s.code, s.area_code AS areaCode FROM person_identity i JOIN subject s ON s.id = i.subject_id
       WHERE i.name_index = ? AND ${VISIBLE_FILE} ORDER BY s.area_code, s.number LIMIT 20`,
      [nameIndex, ...visibleFile(reader)],
    )
  }

  /** The files of a village that a reader sees, with what they are found by. */
  async known(tx: EntityManager, reader: FileReader, areaCode: string): Promise<KnownIdentity[]> {
    const rows: (Omit<KnownIdentity, 'head'> & { head: string })[] = await tx.query(
      `SELECT s.id, s.code, s.registered_on AS registeredOn, s.head, i.name_index AS nameIndex,
              i.name_year_index AS nameYearIndex, i.id_number_index AS idNumberIndex
       FROM subject s JOIN person_identity i ON i.subject_id = s.id
       WHERE s.area_code = ? AND ${VISIBLE_FILE} ORDER BY s.number`,
      [areaCode, ...visibleFile(reader)],
    )
    return rows.map((row) => ({ ...row, head: JSON.parse(row.head) }))
  }

  /** Crypto-erase: without the key every sealed value of the person is noise, in every backup too. */
  async erase(tx: EntityManager, subjectId: string): Promise<void> {
    await tx.query(
      `UPDATE person_identity SET wrapped_key = NULL, phone_sealed = NULL, id_number_sealed = NULL, address_sealed = NULL,
              name_index = NULL, name_year_index = NULL, id_number_index = NULL, phone_index = NULL WHERE subject_id = ?`,
      [subjectId],
    )
  }
}
