import type { ReviewState } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { type FileReader, VISIBLE_FILE, visibleFile } from '../registers/file-access.js'
import type { RecordRow } from './record.entity.js'
import type { RecordRevisionRow } from './record-revision.entity.js'

/** A record and, where it exists, the one revision that was asked for. */
export type KnownRecord = RecordRow & {
  asked: { fingerprint: string; submittedByAccount: string } | undefined
  /** The person's file as it stands now. Undefined: a record about the village. */
  file: { areaCode: string; state: string; readers: string | null } | undefined
}

type KnownRow = RecordRow & {
  askedFingerprint: string | null
  askedBy: string | null
  fileArea: string | null
  fileState: string | null
  fileReaders: string | null
}

/** One revision as it is stored, with the hash made when it was. */
export type StoredContent = {
  id: string
  revision: number
  kind: string
  schemaVersion: number
  areaCode: string
  subjectId: string
  occurredOn: string
  payload: string
  sealedText: Buffer | null
  setAside: Buffer | null
  contentHash: string
}

const RECORD = `r.id, r.area_code AS areaCode, r.kind, r.subject_id AS subjectId, r.schema_version AS schemaVersion,
  r.occurred_on AS occurredOn, r.received_at AS receivedAt, r.review_state AS reviewState, r.current_revision AS currentRevision,
  r.ledger_version AS ledgerVersion, r.submitted_by_account AS submittedByAccount, r.submitted_by_role AS submittedByRole`
const REVISION = `v.record_id AS recordId, v.revision, v.schema_version AS schemaVersion, v.occurred_on AS occurredOn, v.payload,
  v.sealed_text AS sealedText, v.received_at AS receivedAt, v.device_time AS deviceTime, v.submitted_by_account AS submittedByAccount,
  v.submitted_by_role AS submittedByRole, v.fingerprint, v.content_hash AS contentHash, v.review_state AS reviewState,
  v.reviewed_at AS reviewedAt, v.reviewed_by AS reviewedBy, v.is_void AS isVoid, v.reason, v.set_aside AS setAside`

/** Writing of records, in the order in which it has to happen. Reading for people is in `record-reads.repository`. */
@Injectable()
export class RecordsRepository {
  /** Without scope: the caller answers a foreign id as a bare conflict. */
  async findKnown(tx: EntityManager, id: string, revision: number): Promise<KnownRecord | undefined> {
    const rows: KnownRow[] = await tx.query(
      `SELECT ${RECORD}, v.fingerprint AS askedFingerprint, v.submitted_by_account AS askedBy,
              s.area_code AS fileArea, s.state AS fileState, s.readers AS fileReaders
       FROM record r LEFT JOIN record_revision v ON v.record_id = r.id AND v.revision = ?
       LEFT JOIN subject s ON s.id = r.subject_id WHERE r.id = ?`,
      [revision, id],
    )
    const row = rows[0]
    if (!row) return undefined
    const { askedFingerprint, askedBy, fileArea, fileState, fileReaders, ...record } = row
    return {
      ...record,
      asked:
        askedFingerprint === null || askedBy === null
          ? undefined
          : { fingerprint: askedFingerprint, submittedByAccount: askedBy },
      file:
        fileArea === null || fileState === null
          ? undefined
          : { areaCode: fileArea, state: fileState, readers: fileReaders },
    }
  }

  async findRevision(
    tx: EntityManager,
    recordId: string,
    revision: number,
  ): Promise<RecordRevisionRow | undefined> {
    const rows: RecordRevisionRow[] = await tx.query(
      `SELECT ${REVISION} FROM record_revision v WHERE v.record_id = ? AND v.revision = ?`,
      [recordId, revision],
    )
    return rows[0]
  }

  async insert(tx: EntityManager, record: RecordRow): Promise<void> {
    await tx.query(
      `INSERT INTO record (id, area_code, kind, subject_id, schema_version, occurred_on, received_at, review_state, current_revision, ledger_version, submitted_by_account, submitted_by_role)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        record.id,
        record.areaCode,
        record.kind,
        record.subjectId,
        record.schemaVersion,
        record.occurredOn,
        record.receivedAt,
        record.reviewState,
        record.currentRevision,
        record.ledgerVersion,
        record.submittedByAccount,
        record.submittedByRole,
      ],
    )
  }

  async insertRevision(tx: EntityManager, revision: RecordRevisionRow): Promise<void> {
    await tx.query(
      `INSERT INTO record_revision (record_id, revision, schema_version, occurred_on, payload, sealed_text, received_at, device_time, submitted_by_account, submitted_by_role, fingerprint, content_hash, review_state, reviewed_at, reviewed_by, is_void, reason, set_aside)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        revision.recordId,
        revision.revision,
        revision.schemaVersion,
        revision.occurredOn,
        revision.payload,
        revision.sealedText,
        revision.receivedAt,
        revision.deviceTime,
        revision.submittedByAccount,
        revision.submittedByRole,
        revision.fingerprint,
        revision.contentHash,
        revision.reviewState,
        revision.reviewedAt,
        revision.reviewedBy,
        revision.isVoid,
        revision.reason,
        revision.setAside,
      ],
    )
  }

  /** Makes a new revision the current one. */
  async advance(
    tx: EntityManager,
    id: string,
    next: Pick<
      RecordRow,
      'schemaVersion' | 'occurredOn' | 'reviewState' | 'currentRevision' | 'ledgerVersion'
    >,
  ): Promise<void> {
    await tx.query(
      `UPDATE record SET schema_version = ?, occurred_on = ?, review_state = ?, current_revision = ?, ledger_version = ? WHERE id = ?`,
      [next.schemaVersion, next.occurredOn, next.reviewState, next.currentRevision, next.ledgerVersion, id],
    )
  }

  /** @returns false when another review or revision came first */
  async settleReview(
    tx: EntityManager,
    id: string,
    revision: number,
    outcome: {
      state: ReviewState
      version: number
      at: Date
      by: string
      /** null: what the revision says itself stays */
      reason: Buffer | null
    },
  ): Promise<boolean> {
    const settled: { affectedRows: number } = await tx.query(
      `UPDATE record SET review_state = ?, ledger_version = ? WHERE id = ? AND current_revision = ? AND review_state = 'pending'`,
      [outcome.state, outcome.version, id, revision],
    )
    if (settled.affectedRows !== 1) return false
    await tx.query(
      `UPDATE record_revision SET review_state = ?, reviewed_at = ?, reviewed_by = ?, reason = COALESCE(?, reason) WHERE record_id = ? AND revision = ?`,
      [outcome.state, outcome.at, outcome.by, outcome.reason, id, revision],
    )
    return true
  }

  /** Stored revisions with what their hash covers, in the order of their ids. @param after exclusive */
  async proofsAfter(
    tx: EntityManager,
    after: { recordId: string; revision: number },
    limit: number,
  ): Promise<StoredContent[]> {
    return tx.query(
      `SELECT v.record_id AS id, v.revision, r.kind, v.schema_version AS schemaVersion, r.area_code AS areaCode,
              r.subject_id AS subjectId, v.occurred_on AS occurredOn, v.payload, v.sealed_text AS sealedText,
              v.set_aside AS setAside, v.content_hash AS contentHash
       FROM record_revision v JOIN record r ON r.id = v.record_id
       WHERE v.record_id > ? OR (v.record_id = ? AND v.revision > ?) ORDER BY v.record_id, v.revision LIMIT ?`,
      [after.recordId, after.recordId, after.revision, limit],
    )
  }

  /** Whether any revision of the record was ever accepted. Ask while its person is locked: a review may be under way. */
  async wasAccepted(tx: EntityManager, id: string): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      `SELECT 1 FROM record_revision WHERE record_id = ? AND review_state = 'accepted' LIMIT 1`,
      [id],
    )
    return rows.length > 0
  }

  /**
   * The village that a transfer was proposed to sends it back: what had been accepted on arrival is returned.
   * @returns the revision it is about, and who sent it
   */
  async sendBack(
    tx: EntityManager,
    id: string,
    outcome: { version: number; at: Date; by: string; reasonFor: (revision: number) => Buffer },
  ): Promise<{ revision: number; submittedBy: string }> {
    const rows: { revision: number; submittedBy: string }[] = await tx.query(
      `SELECT v.revision, v.submitted_by_account AS submittedBy FROM record r
       JOIN record_revision v ON v.record_id = r.id AND v.revision = r.current_revision WHERE r.id = ?`,
      [id],
    )
    const [current] = rows
    if (!current) throw new Error('a transfer without its record')
    await tx.query(`UPDATE record SET review_state = 'returned', ledger_version = ? WHERE id = ?`, [
      outcome.version,
      id,
    ])
    await tx.query(
      `UPDATE record_revision SET review_state = 'returned', reviewed_at = ?, reviewed_by = ?, reason = ? WHERE record_id = ? AND revision = ?`,
      [outcome.at, outcome.by, outcome.reasonFor(current.revision), id, current.revision],
    )
    return current
  }

  /** Whether anything about a subject waits for a second person. Ask while it is locked. */
  async hasPending(tx: EntityManager, subjectId: string): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      `SELECT 1 FROM record WHERE subject_id = ? AND review_state = 'pending' LIMIT 1`,
      [subjectId],
    )
    return rows.length > 0
  }

  async isStored(tx: EntityManager, id: string): Promise<boolean> {
    const rows: unknown[] = await tx.query('SELECT 1 FROM record WHERE id = ?', [id])
    return rows.length > 0
  }

  /** Whether a village keeps the file of a person whom the actor may write about: what a `person` field may point to. */
  async isPersonOf(tx: EntityManager, reader: FileReader, id: string, areaCode: string): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      `SELECT 1 FROM subject s WHERE s.id = ? AND s.area_code = ? AND s.type = 'person' AND (? = 1 OR (${VISIBLE_FILE}))`,
      [id, areaCode, reader.role === 'town-office' ? 1 : 0, ...visibleFile(reader)],
    )
    return rows.length > 0
  }

  /** Whether somebody wrote any revision of the record. */
  async isAuthor(tx: EntityManager, id: string, accountId: string): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      `SELECT 1 FROM record_revision WHERE record_id = ? AND submitted_by_account = ? LIMIT 1`,
      [id, accountId],
    )
    return rows.length > 0
  }

  /** Whether a record of this kind about this subject exists: what a `record` field may point to. */
  async exists(tx: EntityManager, id: string, subjectId: string): Promise<boolean> {
    const rows: unknown[] = await tx.query(`SELECT 1 FROM record WHERE id = ? AND subject_id = ?`, [
      id,
      subjectId,
    ])
    return rows.length > 0
  }
}

export { RECORD as RECORD_COLUMNS, REVISION as REVISION_COLUMNS }
