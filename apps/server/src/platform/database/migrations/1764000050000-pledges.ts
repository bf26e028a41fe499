import type { MigrationInterface, QueryRunner } from 'typeorm'

const TABLE = 'ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci'
const ID = 'char(36) CHARACTER SET ascii COLLATE ascii_bin'
const AREA = 'varchar(16) CHARACTER SET ascii COLLATE ascii_bin'
const LONG_TEXT = 'mediumtext CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci'
const code = (length: number) => `varchar(${length}) CHARACTER SET ascii COLLATE ascii_bin`

/** Pledges: dated templates, the texts made from them, signatures, and one chain of seals a county. */
export class Pledges1764000050000 implements MigrationInterface {
  name = 'Pledges1764000050000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE pledge_template (
        id ${code(48)} NOT NULL,
        version int NOT NULL,
        level ${code(24)} NOT NULL,
        title varchar(80) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NOT NULL,
        body ${LONG_TEXT} NOT NULL,
        valid_from date NOT NULL,
        valid_to date NULL,
        PRIMARY KEY (id, version),
        KEY ix_pledge_template_level (level, valid_from)
      ) ${TABLE}`)
    await runner.query(`
      CREATE TABLE pledge (
        id ${ID} NOT NULL,
        area_code ${AREA} NOT NULL,
        level ${code(24)} NOT NULL,
        template_id ${code(48)} NOT NULL,
        template_version int NOT NULL,
        year smallint NOT NULL,
        title varchar(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NOT NULL,
        signer_account_id ${ID} NOT NULL,
        signer_role ${code(24)} NOT NULL,
        counterpart_role ${code(24)} NOT NULL,
        wrapped_key varbinary(128) NOT NULL,
        text_sealed mediumblob NOT NULL,
        text_hash ${code(64)} NOT NULL,
        state ${code(24)} NOT NULL,
        issued_at datetime(3) NOT NULL,
        due_on date NOT NULL,
        verify_code ${code(16)} NOT NULL,
        PRIMARY KEY (id),
        UNIQUE KEY uq_pledge_duty (area_code, level, year, signer_account_id, template_version),
        UNIQUE KEY uq_pledge_code (verify_code),
        KEY ix_pledge_signer (signer_account_id, year),
        KEY ix_pledge_state (state, area_code)
      ) ${TABLE}`)
    await runner.query(`
      CREATE TABLE pledge_signature (
        id ${ID} NOT NULL,
        pledge_id ${ID} NOT NULL,
        fingerprint ${code(64)} NOT NULL,
        stroke_sealed mediumblob NOT NULL,
        stroke_hash ${code(64)} NOT NULL,
        signed_at datetime(3) NOT NULL,
        device_time datetime(3) NULL,
        session_id ${ID} NOT NULL,
        client ${code(8)} NOT NULL,
        read_seconds int NULL,
        rechecked_at datetime(3) NOT NULL,
        PRIMARY KEY (id),
        UNIQUE KEY uq_pledge_signature (pledge_id)
      ) ${TABLE}`)
    await runner.query(`
      CREATE TABLE pledge_seal (
        county_code ${AREA} NOT NULL,
        seq bigint NOT NULL,
        pledge_id ${ID} NOT NULL,
        content ${LONG_TEXT} NOT NULL,
        signature ${code(128)} NOT NULL,
        prev_hash ${code(64)} NOT NULL,
        link_hash ${code(64)} NOT NULL,
        sealed_at datetime(3) NOT NULL,
        timestamp_token mediumblob NULL,
        PRIMARY KEY (county_code, seq),
        UNIQUE KEY uq_pledge_seal (pledge_id)
      ) ${TABLE}`)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['pledge_seal', 'pledge_signature', 'pledge', 'pledge_template'])
      await runner.query(`DROP TABLE ${table}`)
  }
}
