import { type KindId, type Payload, type ReviewState, upcastRecord } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { type FileReader, VISIBLE_FILE, visibleFile } from '../registers/file-access.js'
import { IdentityService } from '../registers/identity.service.js'

/** A record as it says now, words about a person included. */
export type StandingRecord = {
  id: string
  kind: KindId
  subjectId: string
  occurredOn: string
  revision: number
  reviewState: ReviewState
  submittedByAccount: string
  content: Payload
}

type Row = Omit<StandingRecord, 'content'> & {
  schemaVersion: number
  payload: string
  sealedText: Buffer | null
  wrappedKey: Buffer | null
}

/**
 * What a village's ledger says already, for comparing with what is about to be written. It is shown to nobody: whoever
 * asks learns only whether his own words are there.
 */
@Injectable()
export class StandingRecords {
  constructor(private readonly identities: IdentityService) {}

  /** Of the kinds given, about the village itself and the files that the reader sees; voided ones too. */
  async ofVillage(
    tx: EntityManager,
    reader: FileReader,
    areaCode: string,
    kinds: readonly KindId[],
  ): Promise<StandingRecord[]> {
    const rows: Row[] = await tx.query(
      `SELECT r.id, r.kind, r.subject_id AS subjectId, r.occurred_on AS occurredOn, v.revision, r.review_state AS reviewState,
              r.submitted_by_account AS submittedByAccount, v.schema_version AS schemaVersion, v.payload, v.sealed_text AS sealedText,
              i.wrapped_key AS wrappedKey
       FROM record r STRAIGHT_JOIN record_revision v ON v.record_id = r.id AND v.revision = r.current_revision
       LEFT JOIN subject s ON s.id = r.subject_id LEFT JOIN person_identity i ON i.subject_id = s.id
       WHERE r.area_code = ? AND r.kind IN (${kinds.map(() => '?').join(', ')})
         AND (r.subject_id = r.area_code OR (${VISIBLE_FILE})) ORDER BY r.ledger_version, r.id`,
      [areaCode, ...kinds, ...visibleFile(reader)],
    )
    return rows.map((row) => this.toStanding(row, areaCode))
  }

  private toStanding(row: Row, areaCode: string): StandingRecord {
    const { schemaVersion, payload, sealedText, wrappedKey, ...record } = row
    const { payload: lifted } = upcastRecord({
      ...record,
      schemaVersion,
      areaCode,
      receivedAt: null,
      payload: JSON.parse(payload),
    })
    const text =
      sealedText && wrappedKey
        ? this.identities.openText(wrappedKey, row.subjectId, `${row.id}:${row.revision}`, sealedText)
        : {}
    return { ...record, content: { ...lifted, ...text } }
  }
}
