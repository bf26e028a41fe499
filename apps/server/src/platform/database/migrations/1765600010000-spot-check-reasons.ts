import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Why villages were drawn once more in a year. */
export class SpotCheckReasons1765600010000 implements MigrationInterface {
  name = 'SpotCheckReasons1765600010000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE spot_check ADD COLUMN reason varchar(500) NULL AFTER drawn')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE spot_check DROP COLUMN reason')
  }
}
