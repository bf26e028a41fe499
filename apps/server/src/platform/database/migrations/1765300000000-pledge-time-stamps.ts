import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Seals that wait for a time stamp are found without reading every token. */
export class PledgeTimeStamps1765300000000 implements MigrationInterface {
  name = 'PledgeTimeStamps1765300000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE pledge_seal
        ADD COLUMN is_stamp_due tinyint NOT NULL DEFAULT 0,
        ADD KEY ix_pledge_seal_due (is_stamp_due, county_code, seq)`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE pledge_seal DROP KEY ix_pledge_seal_due, DROP COLUMN is_stamp_due`)
  }
}
