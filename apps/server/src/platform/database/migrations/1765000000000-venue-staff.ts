import type { MigrationInterface, QueryRunner } from 'typeorm'

const TABLE = 'ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci'
const ID = 'char(36) CHARACTER SET ascii COLLATE ascii_bin'
const AREA = 'varchar(16) CHARACTER SET ascii COLLATE ascii_bin'
const code = (length: number) => `varchar(${length}) CHARACTER SET ascii COLLATE ascii_bin`

/** Who works in a venue: names sealed, each with a key of its own. */
export class VenueStaff1765000000000 implements MigrationInterface {
  name = 'VenueStaff1765000000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE venue_staff (
        id ${ID} NOT NULL,
        area_code ${AREA} NOT NULL,
        venue_id ${ID} NOT NULL,
        number int NOT NULL,
        wrapped_key varbinary(128) NULL,
        name_sealed varbinary(400) NULL,
        quiz_code ${code(8)} NULL,
        since_on date NOT NULL,
        left_on date NULL,
        created_at datetime(3) NOT NULL,
        PRIMARY KEY (id),
        UNIQUE KEY uq_staff_number (venue_id, number),
        UNIQUE KEY uq_staff_code (quiz_code),
        KEY ix_staff_area (area_code, venue_id, left_on)
      ) ${TABLE}`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE venue_staff')
  }
}
