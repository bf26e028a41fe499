import type { MigrationInterface, QueryRunner } from 'typeorm'

const TABLE = 'ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci'
const ID = 'char(36) CHARACTER SET ascii COLLATE ascii_bin'
const AREA = 'varchar(16) CHARACTER SET ascii COLLATE ascii_bin'
const code = (length: number) => `varchar(${length}) CHARACTER SET ascii COLLATE ascii_bin`

/** Ledgers that were asked for, and the sealed pieces of the long ones. */
export class Exports1764300000000 implements MigrationInterface {
  name = 'Exports1764300000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE export_job (
        id ${ID} NOT NULL,
        area_code ${AREA} NOT NULL,
        account_id ${ID} NOT NULL,
        appointment_id ${ID} NOT NULL,
        role ${code(24)} NOT NULL,
        form ${code(48)} NOT NULL,
        format ${code(8)} NOT NULL,
        from_on date NOT NULL,
        to_on date NOT NULL,
        is_named tinyint NOT NULL,
        purpose ${code(16)} NULL,
        note_sealed varbinary(1024) NULL,
        wrapped_key varbinary(128) NULL,
        state ${code(8)} NOT NULL,
        rows_total int NOT NULL,
        rows_done int NOT NULL,
        parts int NULL,
        byte_length bigint NULL,
        worker ${ID} NULL,
        lease_until datetime(3) NULL,
        tries int NOT NULL,
        created_at datetime(3) NOT NULL,
        finished_at datetime(3) NULL,
        expires_at datetime(3) NOT NULL,
        PRIMARY KEY (id),
        KEY ix_export_account (account_id, created_at),
        KEY ix_export_state (state, created_at),
        KEY ix_export_expiry (expires_at)
      ) ${TABLE}`)
    await runner.query(`
      CREATE TABLE export_part (
        export_id ${ID} NOT NULL,
        attempt ${ID} NOT NULL,
        part int NOT NULL,
        address ${code(64)} NOT NULL,
        PRIMARY KEY (export_id, attempt, part)
      ) ${TABLE}`)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['export_part', 'export_job']) await runner.query(`DROP TABLE ${table}`)
  }
}
