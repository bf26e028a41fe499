import type { MigrationInterface, QueryRunner } from 'typeorm'

const TABLE = 'ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci'
const ID = 'char(36) CHARACTER SET ascii COLLATE ascii_bin'
const AREA = 'varchar(16) CHARACTER SET ascii COLLATE ascii_bin'
const code = (length: number) => `varchar(${length}) CHARACTER SET ascii COLLATE ascii_bin`
const text = (length: number) => `varchar(${length}) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`

/**
 * Samples of a village's own lists, the numbers drawn, results of third parties; of an answered paper who asked and on which
 * phone; what people know by question; and which answers a projection rests on.
 */
export class Sampling1765200000000 implements MigrationInterface {
  name = 'Sampling1765200000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sample_draw (
        area_code ${AREA} NOT NULL,
        id ${ID} NOT NULL,
        year smallint NOT NULL,
        audience ${code(16)} NOT NULL,
        void_no int NOT NULL,
        list_name ${text(40)} NOT NULL,
        listed_on date NOT NULL,
        size int NOT NULL,
        drawn int NOT NULL,
        seed ${code(16)} NOT NULL,
        drawn_by ${ID} NOT NULL,
        drawn_by_role ${code(24)} NOT NULL,
        drawn_at datetime(3) NOT NULL,
        closed_at datetime(3) NULL,
        void_reason ${text(100)} NULL,
        PRIMARY KEY (area_code, id),
        UNIQUE KEY uq_sample_id (id),
        UNIQUE KEY uq_sample_one (area_code, year, audience, void_no)
      ) ${TABLE}`)
    await runner.query(`
      CREATE TABLE sample_number (
        draw_id ${ID} NOT NULL,
        number int NOT NULL,
        area_code ${AREA} NOT NULL,
        place int NOT NULL,
        holder_id ${ID} NULL,
        quiz_code ${code(12)} NULL,
        state ${code(16)} NOT NULL,
        state_on date NULL,
        PRIMARY KEY (area_code, draw_id, number),
        UNIQUE KEY uq_sample_code (quiz_code),
        UNIQUE KEY uq_sample_holder (holder_id)
      ) ${TABLE}`)
    await runner.query(`
      CREATE TABLE awareness_survey (
        area_code ${AREA} NOT NULL,
        id ${ID} NOT NULL,
        year smallint NOT NULL,
        audience ${code(16)} NOT NULL,
        document_no ${text(60)} NOT NULL,
        issuer ${text(60)} NOT NULL,
        surveyed_on date NOT NULL,
        valid int NOT NULL,
        aware int NOT NULL,
        kept_at ${text(60)} NOT NULL,
        entered_by ${ID} NOT NULL,
        entered_by_role ${code(24)} NOT NULL,
        entered_at datetime(3) NOT NULL,
        withdrawn_at datetime(3) NULL,
        withdrawn_reason ${text(100)} NULL,
        PRIMARY KEY (area_code, id),
        UNIQUE KEY uq_survey_id (id),
        KEY ix_survey_year (year, area_code)
      ) ${TABLE}`)
    await runner.query(`
      CREATE TABLE awareness_item (
        area_code ${AREA} NOT NULL,
        year smallint NOT NULL,
        audience ${code(16)} NOT NULL,
        item_id ${code(40)} NOT NULL,
        asked int NOT NULL,
        correct int NOT NULL,
        PRIMARY KEY (area_code, year, audience, item_id)
      ) ${TABLE}`)
    await runner.query(`
      ALTER TABLE quiz_attempt
        ADD COLUMN asked_by ${ID} NULL,
        ADD COLUMN device_hash ${code(64)} NULL,
        ADD COLUMN items_counted tinyint(1) NOT NULL DEFAULT 0,
        ADD KEY ix_quiz_attempt_items (items_counted, is_counted, id)`)
    await runner.query(`ALTER TABLE village_state ADD COLUMN answers_version ${code(32)} NOT NULL DEFAULT ''`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE village_state DROP COLUMN answers_version')
    await runner.query(`
      ALTER TABLE quiz_attempt
        DROP KEY ix_quiz_attempt_items,
        DROP COLUMN asked_by,
        DROP COLUMN device_hash,
        DROP COLUMN items_counted`)
    for (const table of ['awareness_item', 'awareness_survey', 'sample_number', 'sample_draw'])
      await runner.query(`DROP TABLE ${table}`)
  }
}
