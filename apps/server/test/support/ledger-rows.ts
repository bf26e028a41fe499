import { type KindId, RECORD_KINDS } from '@dfv/rules'
import { uuidv7 } from 'uuidv7'
import { IdentityService } from '../../src/modules/registers/identity.service.js'
import type { TestApp } from './app.js'
import { type Answer, VILLAGE_A } from './records.js'

/** Names, phones and addresses, and the free text about persons, of everybody on a register. */
export async function everyIdentity(test: TestApp): Promise<string[]> {
  const service = test.app.get(IdentityService, { strict: false })
  const tx = test.database.dataSource.manager
  const found: string[] = []
  for (const { id } of await tx.query('SELECT id FROM subject')) {
    const identity = await service.open(tx, id)
    if (identity)
      found.push(...[identity.name, identity.phone, identity.address].filter((one) => one !== undefined))
  }
  const texts: Answer[] = await tx.query(
    `SELECT r.id, v.revision, r.subject_id AS subjectId, v.sealed_text AS sealed, i.wrapped_key AS wrappedKey FROM record r
     JOIN record_revision v ON v.record_id = r.id JOIN person_identity i ON i.subject_id = r.subject_id WHERE v.sealed_text IS NOT NULL`,
  )
  for (const { id, revision, subjectId, sealed, wrappedKey } of texts)
    if (wrappedKey)
      found.push(
        ...Object.values(service.openText(wrappedKey, subjectId, `${id}:${revision}`, sealed)).map(String),
      )
  return [...new Set(found)].filter((one) => one.length >= 2)
}

/** Records of a village, many at once, as if they had been sent. */
export async function insertRecords(test: TestApp, kind: KindId, payloads: object[]): Promise<void> {
  const { dateField, version } = RECORD_KINDS[kind]
  const at = new Date('2026-11-20T00:00:00Z')
  for (let from = 0; from < payloads.length; from += 500) {
    const page = payloads
      .slice(from, from + 500)
      .map((payload) => ({ id: uuidv7(), payload: payload as Answer }))
    await test.database.dataSource.query(
      `INSERT INTO record (id, area_code, kind, subject_id, schema_version, occurred_on, received_at, review_state, current_revision, ledger_version, submitted_by_account, submitted_by_role) VALUES ${page.map(() => '(?,?,?,?,?,?,?,?,?,?,?,?)').join(',')}`,
      page.flatMap(({ id, payload }) => [
        id,
        VILLAGE_A,
        kind,
        VILLAGE_A,
        version,
        payload[dateField],
        at,
        'accepted',
        1,
        1,
        id,
        'village-secretary',
      ]),
    )
    await test.database.dataSource.query(
      `INSERT INTO record_revision (record_id, revision, schema_version, occurred_on, payload, received_at, submitted_by_account, submitted_by_role, fingerprint, content_hash, review_state, is_void) VALUES ${page.map(() => '(?,?,?,?,?,?,?,?,?,?,?,?)').join(',')}`,
      page.flatMap(({ id, payload }) => [
        id,
        1,
        version,
        payload[dateField],
        JSON.stringify(payload),
        at,
        id,
        'village-secretary',
        id,
        id,
        'accepted',
        0,
      ]),
    )
  }
}
