import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The tree of official areas. A merged or renamed area keeps its row and names its successor. */
export class Areas1764000005000 implements MigrationInterface {
  name = 'Areas1764000005000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE area (
        code varchar(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        level varchar(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        name varchar(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NOT NULL,
        org_name varchar(80) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NULL,
        parent_code varchar(16) CHARACTER SET ascii COLLATE ascii_bin NULL,
        county_code varchar(16) CHARACTER SET ascii COLLATE ascii_bin NULL,
        is_demo tinyint(1) NOT NULL,
        start_on date NULL,
        valid_from date NOT NULL,
        valid_to date NULL,
        successor_code varchar(16) CHARACTER SET ascii COLLATE ascii_bin NULL,
        PRIMARY KEY (code),
        KEY ix_area_level (level, code)
      ) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE area')
  }
}
