import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Who manages a venue or teaches at a school is appointed for that one. */
export class AppointmentSubjects1764800000000 implements MigrationInterface {
  name = 'AppointmentSubjects1764800000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE appointment ADD COLUMN subject_id char(36) CHARACTER SET ascii COLLATE ascii_bin NULL AFTER area_code`,
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE appointment DROP COLUMN subject_id')
  }
}
