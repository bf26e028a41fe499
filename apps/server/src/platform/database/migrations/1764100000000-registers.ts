import type { MigrationInterface, QueryRunner } from 'typeorm'

const TABLE = 'ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci'
const ID = 'char(36) CHARACTER SET ascii COLLATE ascii_bin'
const AREA = 'varchar(16) CHARACTER SET ascii COLLATE ascii_bin'
const code = (length: number) => `varchar(${length}) CHARACTER SET ascii COLLATE ascii_bin`

/** Venues, grids, sites and schools have files too, with a name of their own; a transfer waits for the other village. */
export class Registers1764100000000 implements MigrationInterface {
  name = 'Registers1764100000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE subject ADD COLUMN name varchar(80) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NULL,
       ADD COLUMN registers ${code(64)} NULL`,
    )
    await runner.query(`
      CREATE TABLE person_transfer (
        record_id ${ID} NOT NULL,
        subject_id ${ID} NOT NULL,
        from_area ${AREA} NOT NULL,
        to_area ${AREA} NOT NULL,
        proposed_on date NOT NULL,
        due_on date NOT NULL,
        proposed_by ${ID} NOT NULL,
        state ${code(10)} NOT NULL,
        decided_at datetime(3) NULL,
        PRIMARY KEY (record_id),
        KEY ix_transfer_to (to_area, state),
        KEY ix_transfer_from (from_area, state),
        KEY ix_transfer_subject (subject_id, state)
      ) ${TABLE}`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE person_transfer')
    await runner.query('ALTER TABLE subject DROP COLUMN name, DROP COLUMN registers')
  }
}
