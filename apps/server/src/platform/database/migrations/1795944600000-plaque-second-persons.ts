import type { MigrationInterface, QueryRunner } from 'typeorm'

const ASCII = 'CHARACTER SET ascii COLLATE ascii_bin'

/**
 * Official decisions wait for a second person. What is there took effect when one person entered it, and keeps it; so does what a
 * server of before enters while both run.
 */
export class PlaqueSecondPersons1795944600000 implements MigrationInterface {
  name = 'PlaqueSecondPersons1795944600000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE plaque_decision
        ADD COLUMN state varchar(12) ${ASCII} NOT NULL DEFAULT 'confirmed',
        ADD COLUMN settled_by char(36) ${ASCII} NULL,
        ADD COLUMN settled_at datetime(3) NULL,
        ADD COLUMN reason varchar(500) NULL`)
  }

  /** What nobody confirmed never took effect: without the column it would. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM plaque_decision WHERE state <> 'confirmed'`)
    await runner.query(`
      ALTER TABLE plaque_decision
        DROP COLUMN state,
        DROP COLUMN settled_by,
        DROP COLUMN settled_at,
        DROP COLUMN reason`)
  }
}
