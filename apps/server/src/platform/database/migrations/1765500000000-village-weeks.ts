import type { MigrationInterface, QueryRunner } from 'typeorm'

const TABLE = 'ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci'
const AREA = 'varchar(16) CHARACTER SET ascii COLLATE ascii_bin'
const code = (length: number) => `varchar(${length}) CHARACTER SET ascii COLLATE ascii_bin`

/** How each village stood at the end of each week: what changed, and whether it is getting better. */
export class VillageWeeks1765500000000 implements MigrationInterface {
  name = 'VillageWeeks1765500000000'

  async up(runner: QueryRunner): Promise<void> {
    // The week leads: a page reads a few weeks of many villages, never many weeks of all.
    await runner.query(`
      CREATE TABLE village_week (
        week date NOT NULL,
        area_code ${AREA} NOT NULL,
        as_of date NOT NULL,
        states ${code(32)} NOT NULL,
        met smallint NOT NULL,
        not_met smallint NOT NULL,
        undetermined smallint NOT NULL,
        overdue int NOT NULL,
        derived tinyint NOT NULL,
        PRIMARY KEY (week, area_code),
        KEY ix_village_week_area (area_code, week)
      ) ${TABLE}`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE village_week')
  }
}
