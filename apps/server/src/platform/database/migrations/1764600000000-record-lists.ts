import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Lists of one kind and of what waits for review. A town asks for a range of areas, so the area cannot stand first: behind
 * a range the index is of no more use, and a town that asked for a rare kind read every record of the town.
 */
export class RecordLists1764600000000 implements MigrationInterface {
  name = 'RecordLists1764600000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX ix_record_kind_version ON record (kind, area_code, ledger_version)')
    await runner.query('CREATE INDEX ix_record_state ON record (review_state, area_code, id)')
    await runner.query('DROP INDEX ix_record_review ON record')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX ix_record_review ON record (area_code, review_state, id)')
    await runner.query('DROP INDEX ix_record_state ON record')
    await runner.query('DROP INDEX ix_record_kind_version ON record')
  }
}
