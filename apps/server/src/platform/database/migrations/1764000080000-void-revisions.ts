import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A void that waits for a second person is a revision like any other, so it has to say that it is one. */
export class VoidRevisions1764000080000 implements MigrationInterface {
  name = 'VoidRevisions1764000080000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE record_revision ADD COLUMN is_void tinyint NOT NULL DEFAULT 0`)
    await runner.query(`UPDATE record_revision SET is_void = 1 WHERE review_state = 'voided'`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE record_revision DROP COLUMN is_void')
  }
}
