import type { MigrationInterface, QueryRunner } from 'typeorm'

const TABLE = 'ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci'
const ID = 'char(36) CHARACTER SET ascii COLLATE ascii_bin'
const AREA = 'varchar(16) CHARACTER SET ascii COLLATE ascii_bin'
const code = (length: number) => `varchar(${length}) CHARACTER SET ascii COLLATE ascii_bin`

/** The question bank, answered papers, the one counted answer a person and year, and the tallies made from them. */
export class Quizzes1764000040000 implements MigrationInterface {
  name = 'Quizzes1764000040000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE quiz_item (
        id ${code(40)} NOT NULL,
        version int NOT NULL,
        content mediumtext CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NOT NULL,
        review_state ${code(24)} NOT NULL,
        reviewed_by ${ID} NULL,
        reviewed_at datetime(3) NULL,
        PRIMARY KEY (id, version),
        KEY ix_quiz_item_state (review_state, id)
      ) ${TABLE}`)
    await runner.query(`
      CREATE TABLE quiz_attempt (
        id ${ID} NOT NULL,
        paper_id ${ID} NOT NULL,
        area_code ${AREA} NOT NULL,
        audience ${code(16)} NOT NULL,
        channel ${code(16)} NOT NULL,
        account_id ${ID} NULL,
        year smallint NOT NULL,
        score int NOT NULL,
        correct int NOT NULL,
        total int NOT NULL,
        is_aware tinyint(1) NOT NULL,
        is_counted tinyint(1) NOT NULL,
        not_counted_reason ${code(24)} NULL,
        issued_at datetime(3) NOT NULL,
        started_at datetime(3) NOT NULL,
        submitted_at datetime(3) NOT NULL,
        answers mediumtext CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NOT NULL,
        PRIMARY KEY (id),
        UNIQUE KEY uq_quiz_attempt_paper (paper_id),
        KEY ix_quiz_attempt_area (area_code, year, audience),
        KEY ix_quiz_attempt_account (account_id, year)
      ) ${TABLE}`)
    await runner.query(`
      CREATE TABLE quiz_assessment (
        account_id ${ID} NOT NULL,
        year smallint NOT NULL,
        attempt_id ${ID} NOT NULL,
        PRIMARY KEY (account_id, year)
      ) ${TABLE}`)
    await runner.query(`
      CREATE TABLE awareness_slot (
        area_code ${AREA} NOT NULL,
        year smallint NOT NULL,
        audience ${code(16)} NOT NULL,
        channel ${code(16)} NOT NULL,
        slot smallint NOT NULL,
        valid int NOT NULL,
        aware int NOT NULL,
        PRIMARY KEY (area_code, year, audience, channel, slot)
      ) ${TABLE}`)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['awareness_slot', 'quiz_assessment', 'quiz_attempt', 'quiz_item'])
      await runner.query(`DROP TABLE ${table}`)
  }
}
