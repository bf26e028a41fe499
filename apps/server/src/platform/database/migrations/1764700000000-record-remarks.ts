import type { MigrationInterface, QueryRunner } from 'typeorm'

const TABLE = 'ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci'
const ID = 'char(36) CHARACTER SET ascii COLLATE ascii_bin'
const AREA = 'varchar(16) CHARACTER SET ascii COLLATE ascii_bin'
const code = (length: number) => `varchar(${length}) CHARACTER SET ascii COLLATE ascii_bin`

/** What reviewers and submitters say to each other about a record under review. */
export class RecordRemarks1764700000000 implements MigrationInterface {
  name = 'RecordRemarks1764700000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE record_remark (
        record_id ${ID} NOT NULL,
        id ${ID} NOT NULL,
        area_code ${AREA} NOT NULL,
        revision int NOT NULL,
        account_id ${ID} NOT NULL,
        role ${code(24)} NOT NULL,
        words blob NOT NULL,
        created_at datetime(3) NOT NULL,
        PRIMARY KEY (record_id, id)
      ) ${TABLE}`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE record_remark')
  }
}
