import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What its author wrote and did not choose when he merged with another's change stays in the record's history. */
export class SetAside1765050000000 implements MigrationInterface {
  name = 'SetAside1765050000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE record_revision ADD COLUMN set_aside BLOB NULL')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE record_revision DROP COLUMN set_aside')
  }
}
