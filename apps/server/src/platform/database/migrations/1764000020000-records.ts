import type { MigrationInterface, QueryRunner } from 'typeorm'

const TABLE = 'ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci'
const ID = 'char(36) CHARACTER SET ascii COLLATE ascii_bin'
const AREA = 'varchar(16) CHARACTER SET ascii COLLATE ascii_bin'
const LONG_TEXT = 'mediumtext CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci'
const code = (length: number) => `varchar(${length}) CHARACTER SET ascii COLLATE ascii_bin`

/** The ledger of each village, the persons it is about, who they are (sealed), and the chain over the audit trail. */
export class Records1764000020000 implements MigrationInterface {
  name = 'Records1764000020000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE village_ledger (
        area_code ${AREA} NOT NULL,
        version bigint NOT NULL,
        start_on date NOT NULL,
        next_person_no int NOT NULL,
        changed_at datetime(3) NOT NULL,
        PRIMARY KEY (area_code)
      ) ${TABLE}`)
    await runner.query(`
      CREATE TABLE subject (
        id ${ID} NOT NULL,
        area_code ${AREA} NOT NULL,
        type ${code(8)} NOT NULL,
        number int NOT NULL,
        code varchar(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NOT NULL,
        registered_area_code ${AREA} NOT NULL,
        registered_on date NOT NULL,
        state ${code(8)} NOT NULL,
        sealed_on date NULL,
        readers ${code(160)} NULL,
        head ${LONG_TEXT} NOT NULL,
        head_version bigint NOT NULL,
        access_version bigint NOT NULL,
        created_at datetime(3) NOT NULL,
        PRIMARY KEY (id),
        UNIQUE KEY uq_subject_number (area_code, type, number),
        KEY ix_subject_head (area_code, head_version)
      ) ${TABLE}`)
    await runner.query(`
      CREATE TABLE person_identity (
        subject_id ${ID} NOT NULL,
        wrapped_key varbinary(128) NULL,
        name_sealed varbinary(400) NOT NULL,
        phone_sealed varbinary(160) NULL,
        id_number_sealed varbinary(160) NULL,
        address_sealed varbinary(600) NULL,
        name_index ${code(64)} NULL,
        name_year_index ${code(64)} NULL,
        id_number_index ${code(64)} NULL,
        phone_index ${code(64)} NULL,
        PRIMARY KEY (subject_id),
        KEY ix_identity_name (name_index),
        KEY ix_identity_name_year (name_year_index),
        KEY ix_identity_number (id_number_index),
        KEY ix_identity_phone (phone_index)
      ) ${TABLE}`)
    await runner.query(`
      CREATE TABLE record (
        id ${ID} NOT NULL,
        area_code ${AREA} NOT NULL,
        kind ${code(32)} NOT NULL,
        subject_id ${ID} NOT NULL,
        schema_version int NOT NULL,
        occurred_on date NOT NULL,
        received_at datetime(3) NOT NULL,
        review_state ${code(8)} NOT NULL,
        current_revision int NOT NULL,
        ledger_version bigint NOT NULL,
        submitted_by_account ${ID} NOT NULL,
        submitted_by_role ${code(24)} NOT NULL,
        PRIMARY KEY (id),
        KEY ix_record_version (area_code, ledger_version),
        KEY ix_record_kind (area_code, kind, occurred_on),
        KEY ix_record_review (area_code, review_state, id),
        KEY ix_record_subject (subject_id, occurred_on)
      ) ${TABLE}`)
    await runner.query(`
      CREATE TABLE record_revision (
        record_id ${ID} NOT NULL,
        revision int NOT NULL,
        schema_version int NOT NULL,
        occurred_on date NOT NULL,
        payload ${LONG_TEXT} NOT NULL,
        sealed_text blob NULL,
        received_at datetime(3) NOT NULL,
        device_time datetime(3) NULL,
        submitted_by_account ${ID} NOT NULL,
        submitted_by_role ${code(24)} NOT NULL,
        fingerprint ${code(64)} NOT NULL,
        content_hash ${code(64)} NOT NULL,
        review_state ${code(8)} NOT NULL,
        reviewed_at datetime(3) NULL,
        reviewed_by ${ID} NULL,
        reason blob NULL,
        PRIMARY KEY (record_id, revision)
      ) ${TABLE}`)
    await runner.query(`
      CREATE TABLE audit_chain (
        county_code ${AREA} NOT NULL,
        seq bigint NOT NULL,
        entry_id ${ID} NOT NULL,
        entry_hash ${code(64)} NOT NULL,
        prev_hash ${code(64)} NOT NULL,
        link_hash ${code(64)} NOT NULL,
        sealed_at datetime(3) NOT NULL,
        PRIMARY KEY (county_code, seq),
        UNIQUE KEY uq_audit_chain_entry (county_code, entry_id)
      ) ${TABLE}`)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'audit_chain',
      'record_revision',
      'record',
      'person_identity',
      'subject',
      'village_ledger',
    ])
      await runner.query(`DROP TABLE ${table}`)
  }
}
