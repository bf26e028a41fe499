import type { MigrationInterface, QueryRunner } from 'typeorm'

const TABLE = 'ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci'
const ID = 'char(36) CHARACTER SET ascii COLLATE ascii_bin'
const AREA = 'varchar(16) CHARACTER SET ascii COLLATE ascii_bin'
const code = (length: number) => `varchar(${length}) CHARACTER SET ascii COLLATE ascii_bin`

/** Official results of the city about a village, and what it does with the plaque. Rows are only ever added. */
export class PlaqueDecisions1765060000000 implements MigrationInterface {
  name = 'PlaqueDecisions1765060000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE plaque_decision (
        id ${ID} NOT NULL,
        area_code ${AREA} NOT NULL,
        kind ${code(12)} NOT NULL,
        year smallint NOT NULL,
        decided_on date NOT NULL,
        document varchar(120) NOT NULL,
        corrects ${ID} NULL,
        entered_by ${ID} NOT NULL,
        entered_at datetime(3) NOT NULL,
        PRIMARY KEY (id),
        KEY ix_plaque_decision_area (area_code, decided_on)
      ) ${TABLE}`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE plaque_decision')
  }
}
