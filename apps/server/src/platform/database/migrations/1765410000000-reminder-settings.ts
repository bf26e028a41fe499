import type { MigrationInterface, QueryRunner } from 'typeorm'

const ASCII = 'CHARACTER SET ascii COLLATE ascii_bin'

/** What a person does not want to hear by WeChat for a while, and until when WeChat wants nothing sent. */
export class ReminderSettings1765410000000 implements MigrationInterface {
  name = 'ReminderSettings1765410000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reminder_mute (
        account_id char(36) ${ASCII} NOT NULL,
        kind varchar(32) ${ASCII} NOT NULL,
        until_on date NOT NULL,
        PRIMARY KEY (account_id, kind)
      ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`)
    await runner.query(`
      CREATE TABLE sending_pause (
        name varchar(32) ${ASCII} NOT NULL,
        until_at datetime(3) NOT NULL,
        errcode int NOT NULL,
        PRIMARY KEY (name)
      ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sending_pause')
    await runner.query('DROP TABLE reminder_mute')
  }
}
