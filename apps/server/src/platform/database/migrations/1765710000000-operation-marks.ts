import type { MigrationInterface, QueryRunner } from 'typeorm'

/** When a command of operation last ran, and how it ended: the status page tells who looks after the system. */
export class OperationMarks1765710000000 implements MigrationInterface {
  name = 'OperationMarks1765710000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE operation_mark (
        name varchar(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        at datetime(3) NOT NULL,
        is_ok tinyint NOT NULL,
        PRIMARY KEY (name)
      ) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE operation_mark')
  }
}
