import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Uploaded tables, kept sealed while they are looked at; which records came from which. */
export class Imports1764400000000 implements MigrationInterface {
  name = 'Imports1764400000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE import_upload (
        id char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        area_code varchar(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        sheet varchar(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        account_id char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        role varchar(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        created_at datetime(3) NOT NULL,
        expires_at datetime(3) NOT NULL,
        wrapped_key varbinary(128) NULL,
        content mediumblob NULL,
        digest varchar(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        counts mediumtext CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NOT NULL,
        issue_count int NOT NULL,
        confirmed_at datetime(3) NULL,
        PRIMARY KEY (id),
        KEY ix_import_account (account_id, created_at),
        KEY ix_import_area (area_code, confirmed_at),
        KEY ix_import_expires (expires_at)
      ) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`)
    await runner.query(`
      CREATE TABLE import_record (
        import_id char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        record_id char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        PRIMARY KEY (import_id, record_id),
        KEY ix_import_record (record_id)
      ) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE import_record')
    await runner.query('DROP TABLE import_upload')
  }
}
