import type { MigrationInterface, QueryRunner } from 'typeorm'

const TABLE = 'ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci'
const ID = 'char(36) CHARACTER SET ascii COLLATE ascii_bin'
const AREA = 'varchar(16) CHARACTER SET ascii COLLATE ascii_bin'
const code = (length: number) => `varchar(${length}) CHARACTER SET ascii COLLATE ascii_bin`

/** Photos and scans that records name, the pieces of those still arriving, and what lies in the store. */
export class Attachments1764200000000 implements MigrationInterface {
  name = 'Attachments1764200000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE attachment (
        id ${ID} NOT NULL,
        area_code ${AREA} NOT NULL,
        record_id ${ID} NOT NULL,
        subject_id ${ID} NOT NULL,
        is_sealed tinyint NOT NULL,
        account_id ${ID} NOT NULL,
        state ${code(8)} NOT NULL,
        declared_hash ${code(64)} NULL,
        declared_bytes int NULL,
        declared_at datetime(3) NULL,
        changed_at datetime(3) NOT NULL,
        refusal ${code(32)} NULL,
        mime ${code(32)} NULL,
        width int NULL,
        height int NULL,
        blob_hash ${code(64)} NULL,
        thumb_hash ${code(64)} NULL,
        PRIMARY KEY (id),
        KEY ix_attachment_record (record_id, id),
        KEY ix_attachment_account (account_id, declared_at),
        KEY ix_attachment_stale (state, changed_at),
        KEY ix_attachment_blob (blob_hash),
        KEY ix_attachment_thumb (thumb_hash)
      ) ${TABLE}`)
    await runner.query(`
      CREATE TABLE attachment_chunk (
        attachment_id ${ID} NOT NULL,
        chunk_index int NOT NULL,
        bytes mediumblob NOT NULL,
        PRIMARY KEY (attachment_id, chunk_index)
      ) ${TABLE}`)
    await runner.query(`
      CREATE TABLE stored_blob (
        hash ${code(64)} NOT NULL,
        touched_at datetime(3) NOT NULL,
        PRIMARY KEY (hash),
        KEY ix_stored_blob_touched (touched_at)
      ) ${TABLE}`)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['stored_blob', 'attachment_chunk', 'attachment'])
      await runner.query(`DROP TABLE ${table}`)
  }
}
