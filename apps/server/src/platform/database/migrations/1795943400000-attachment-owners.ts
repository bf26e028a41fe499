import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Files of a self-assessment's papers beside those of records. */
export class AttachmentOwners1795943400000 implements MigrationInterface {
  name = 'AttachmentOwners1795943400000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE attachment
         ADD COLUMN owner varchar(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'record' AFTER area_code`,
    )
  }

  /** Files of a year belong to nothing then; the sweep clears their bytes away. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DELETE FROM attachment_chunk WHERE attachment_id IN (SELECT id FROM attachment WHERE owner <> 'record')`,
    )
    await runner.query(`DELETE FROM attachment WHERE owner <> 'record'`)
    await runner.query('ALTER TABLE attachment DROP COLUMN owner')
  }
}
