import type { MigrationInterface, QueryRunner } from 'typeorm'

const ASCII = 'CHARACTER SET ascii COLLATE ascii_bin'

/** Who takes a duty over, and why one is not done: what the ledger does not say and no outcome rests on. */
export class DutyArrangements1765400000000 implements MigrationInterface {
  name = 'DutyArrangements1765400000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE duty_assignment (
        area_code varchar(16) ${ASCII} NOT NULL,
        obligation_id varchar(120) ${ASCII} NOT NULL,
        account_id char(36) ${ASCII} NOT NULL,
        assigned_by char(36) ${ASCII} NOT NULL,
        assigned_at datetime(3) NOT NULL,
        PRIMARY KEY (area_code, obligation_id),
        KEY ix_duty_assignment_account (account_id, area_code)
      ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`)
    await runner.query(`
      CREATE TABLE duty_explanation (
        area_code varchar(16) ${ASCII} NOT NULL,
        obligation_id varchar(120) ${ASCII} NOT NULL,
        reason varchar(24) ${ASCII} NOT NULL,
        until_on date NOT NULL,
        explained_by char(36) ${ASCII} NOT NULL,
        explained_at datetime(3) NOT NULL,
        PRIMARY KEY (area_code, obligation_id)
      ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE duty_explanation')
    await runner.query('DROP TABLE duty_assignment')
  }
}
