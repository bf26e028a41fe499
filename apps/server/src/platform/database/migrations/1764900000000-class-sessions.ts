import type { MigrationInterface, QueryRunner } from 'typeorm'

const TABLE = 'ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci'
const ID = 'char(36) CHARACTER SET ascii COLLATE ascii_bin'
const AREA = 'varchar(16) CHARACTER SET ascii COLLATE ascii_bin'
const code = (length: number) => `varchar(${length}) CHARACTER SET ascii COLLATE ascii_bin`
const text = (length: number) => `varchar(${length}) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`

/** Classes that answer the quiz together. Of the pupils nothing is kept but sums. */
export class ClassSessions1764900000000 implements MigrationInterface {
  name = 'ClassSessions1764900000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE class_session (
        id ${ID} NOT NULL,
        area_code ${AREA} NOT NULL,
        school_id ${ID} NOT NULL,
        teacher_account_id ${ID} NOT NULL,
        class_name ${text(20)} NOT NULL,
        topic ${text(40)} NOT NULL,
        pupils int NOT NULL,
        lesson_minutes int NOT NULL,
        open_code ${code(6)} NULL,
        code_until datetime(3) NOT NULL,
        started_at datetime(3) NOT NULL,
        ended_at datetime(3) NULL,
        papers int NOT NULL,
        answered int NOT NULL,
        valid int NOT NULL,
        aware int NOT NULL,
        PRIMARY KEY (id),
        UNIQUE KEY uq_class_code (open_code),
        KEY ix_class_school (area_code, school_id, id)
      ) ${TABLE}`)
    await runner.query(`
      CREATE TABLE class_paper (
        class_id ${ID} NOT NULL,
        paper_id ${ID} NOT NULL,
        PRIMARY KEY (class_id, paper_id)
      ) ${TABLE}`)
    await runner.query(`
      CREATE TABLE class_item (
        class_id ${ID} NOT NULL,
        item_id ${code(40)} NOT NULL,
        item_version int NOT NULL,
        asked int NOT NULL,
        correct int NOT NULL,
        PRIMARY KEY (class_id, item_id, item_version)
      ) ${TABLE}`)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['class_item', 'class_paper', 'class_session'])
      await runner.query(`DROP TABLE ${table}`)
  }
}
