import type { MigrationInterface, QueryRunner } from 'typeorm'

/** WeChat's token and pushes; inbox, deliveries and the credits that deliveries use up. */
export class Reminders1764000060000 implements MigrationInterface {
  name = 'Reminders1764000060000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE wechat_token (
        appid varchar(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        wrapped_key varbinary(128) NOT NULL,
        token_sealed varbinary(1024) NULL,
        renew_at datetime(3) NULL,
        refreshed_at datetime(3) NULL,
        generation int NOT NULL,
        lease_worker char(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
        lease_until datetime(3) NULL,
        forced_at datetime(3) NULL,
        forced_on date NULL,
        forced_count int NOT NULL,
        PRIMARY KEY (appid)
      ) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`)
    await runner.query(`
      CREATE TABLE wechat_push_event (
        id char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        event_hash varchar(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        openid varchar(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        event varchar(48) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        items mediumtext CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NOT NULL,
        received_at datetime(3) NOT NULL,
        PRIMARY KEY (id),
        UNIQUE KEY uq_push_hash (event_hash),
        KEY ix_push_received (received_at)
      ) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`)
    await runner.query(`
      CREATE TABLE notification (
        id char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        account_id char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        area_code varchar(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        text_key varchar(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        params mediumtext CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NOT NULL,
        target varchar(60) CHARACTER SET ascii COLLATE ascii_bin NULL,
        message_id char(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
        created_at datetime(3) NOT NULL,
        read_at datetime(3) NULL,
        PRIMARY KEY (id),
        KEY ix_notification_account (account_id, id),
        KEY ix_notification_message (message_id),
        KEY ix_notification_created (created_at)
      ) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`)
    await runner.query(`
      CREATE TABLE reminder_claim (
        id char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        notification_id char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        area_code varchar(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        duty_id varchar(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        rung varchar(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        due_on date NOT NULL,
        created_at datetime(3) NOT NULL,
        PRIMARY KEY (id),
        KEY ix_claim_notification (notification_id),
        KEY ix_claim_created (created_at)
      ) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`)
    await runner.query(`
      CREATE TABLE reminder_progress (
        name varchar(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        completed_on date NOT NULL,
        previous_on date NOT NULL,
        PRIMARY KEY (name)
      ) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`)
    await runner.query(`
      CREATE TABLE notification_delivery (
        notification_id char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        channel varchar(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        account_id char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        area_code varchar(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        day date NOT NULL,
        state varchar(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        errcode int NULL,
        message_id varchar(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
        attempts int NOT NULL,
        next_at datetime(3) NOT NULL,
        confirmed_at datetime(3) NULL,
        created_at datetime(3) NOT NULL,
        PRIMARY KEY (notification_id, channel),
        UNIQUE KEY uq_delivery_day (account_id, channel, day),
        KEY ix_delivery_state (state, next_at)
      ) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`)
    await runner.query(`
      CREATE TABLE subscription_balance (
        account_id char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        template_key varchar(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        remaining int NOT NULL,
        PRIMARY KEY (account_id, template_key)
      ) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`)
    await runner.query(`
      CREATE TABLE subscription_credit (
        id char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        account_id char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        template_key varchar(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        delta int NOT NULL,
        reason varchar(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        pair_id char(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
        created_at datetime(3) NOT NULL,
        PRIMARY KEY (id),
        KEY ix_credit_account (account_id, template_key, created_at)
      ) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`)
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = [
      'subscription_credit',
      'subscription_balance',
      'notification_delivery',
      'reminder_progress',
      'reminder_claim',
      'notification',
      'wechat_push_event',
      'wechat_token',
    ]
    for (const table of tables) await runner.query(`DROP TABLE ${table}`)
  }
}
