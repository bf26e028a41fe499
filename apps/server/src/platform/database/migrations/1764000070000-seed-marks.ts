import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What the seed has already done, so that a second run is quick and changes nothing. */
export class SeedMarks1764000070000 implements MigrationInterface {
  name = 'SeedMarks1764000070000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE seed_mark (
        name varchar(48) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        content varchar(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        state varchar(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        changed_at datetime(3) NOT NULL,
        PRIMARY KEY (name)
      ) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE seed_mark')
  }
}
