import type { MigrationInterface, QueryRunner } from 'typeorm'

const TABLE = 'ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci'
const ID = 'char(36) CHARACTER SET ascii COLLATE ascii_bin'
const TEXT = 'varchar(300) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci'
const LONG = 'mediumtext CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci'
const code = (length: number) => `varchar(${length}) CHARACTER SET ascii COLLATE ascii_bin`

/** Who wrote a question, who reviewed it and who took it out; tables of questions while they are looked at. */
export class QuizBank1765100000000 implements MigrationInterface {
  name = 'QuizBank1765100000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE quiz_item
        ADD COLUMN author_id ${ID} NULL,
        ADD COLUMN written_at datetime(3) NULL,
        ADD COLUMN returned_because ${TEXT} NULL,
        ADD COLUMN retired_by ${ID} NULL,
        ADD COLUMN retired_at datetime(3) NULL,
        ADD COLUMN retired_because ${TEXT} NULL`)
    // Until now a version was retired only because the next one took its place.
    await runner.query(`UPDATE quiz_item SET review_state = 'superseded' WHERE review_state = 'retired'`)
    await runner.query(
      `UPDATE quiz_item SET review_state = 'awaiting' WHERE review_state = 'awaiting-town-review'`,
    )
    await runner.query(`
      CREATE TABLE quiz_import (
        id ${ID} NOT NULL,
        account_id ${ID} NOT NULL,
        created_at datetime(3) NOT NULL,
        expires_at datetime(3) NOT NULL,
        content ${LONG} NULL,
        digest ${code(64)} NOT NULL,
        counts ${LONG} NOT NULL,
        issue_count int NOT NULL,
        confirmed_at datetime(3) NULL,
        PRIMARY KEY (id),
        KEY ix_quiz_import_expires (expires_at)
      ) ${TABLE}`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE quiz_import')
    await runner.query(
      `UPDATE quiz_item SET review_state = 'retired' WHERE review_state IN ('superseded', 'returned')`,
    )
    await runner.query(
      `UPDATE quiz_item SET review_state = 'awaiting-town-review' WHERE review_state = 'awaiting'`,
    )
    await runner.query(`
      ALTER TABLE quiz_item
        DROP COLUMN author_id, DROP COLUMN written_at, DROP COLUMN returned_because,
        DROP COLUMN retired_by, DROP COLUMN retired_at, DROP COLUMN retired_because`)
  }
}
