import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Whoever watches the servers sees when the last backup was taken, wherever the command ran. */
export class BackupRuns1765800000000 implements MigrationInterface {
  name = 'BackupRuns1765800000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE backup_run (
        id char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        taken_at datetime(3) NOT NULL,
        row_count bigint NOT NULL,
        PRIMARY KEY (id),
        KEY ix_backup_taken (taken_at)
      ) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE backup_run')
  }
}
