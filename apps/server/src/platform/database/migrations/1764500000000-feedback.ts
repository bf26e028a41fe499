import type { MigrationInterface, QueryRunner } from 'typeorm'

const TABLE = 'ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci'
const ID = 'char(36) CHARACTER SET ascii COLLATE ascii_bin'
const AREA = 'varchar(16) CHARACTER SET ascii COLLATE ascii_bin'
const code = (length: number) => `varchar(${length}) CHARACTER SET ascii COLLATE ascii_bin`

/** What people write to an office, and its answer. */
export class Feedback1764500000000 implements MigrationInterface {
  name = 'Feedback1764500000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE feedback (
        id ${ID} NOT NULL,
        area_code ${AREA} NOT NULL,
        account_id ${ID} NOT NULL,
        kind ${code(12)} NOT NULL,
        text_sealed blob NOT NULL,
        state ${code(8)} NOT NULL,
        answer_sealed blob NULL,
        created_at datetime(3) NOT NULL,
        answered_at datetime(3) NULL,
        answered_by ${ID} NULL,
        PRIMARY KEY (id),
        KEY ix_feedback_area (area_code, state, id),
        KEY ix_feedback_account (account_id, id)
      ) ${TABLE}`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE feedback')
  }
}
