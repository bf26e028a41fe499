import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Audit trail and outbox: every business table writes to them from its first row on. */
export class Platform1764000000000 implements MigrationInterface {
  name = 'Platform1764000000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit_entry (
        county_code varchar(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        id char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        occurred_at datetime(3) NOT NULL,
        actor_account_id char(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
        actor_role varchar(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        area_code varchar(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        action varchar(48) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        object_type varchar(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        object_id varchar(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        details mediumtext CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NOT NULL,
        entry_hash varchar(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        chain_seq bigint NULL,
        PRIMARY KEY (county_code, id),
        KEY ix_audit_unsealed (county_code, chain_seq, id),
        KEY ix_audit_object (object_type, object_id, id),
        KEY ix_audit_actor (actor_account_id, action, id)
      ) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`)
    await runner.query(`
      CREATE TABLE outbox_event (
        id char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        area_code varchar(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        type varchar(48) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        dedupe_key varchar(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        payload mediumtext CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NOT NULL,
        state varchar(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        run_at datetime(3) NOT NULL,
        worker varchar(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
        tries int NOT NULL,
        created_at datetime(3) NOT NULL,
        PRIMARY KEY (id),
        UNIQUE KEY uq_outbox_key (dedupe_key),
        KEY ix_outbox_ready (state, run_at),
        KEY ix_outbox_worker (worker, state)
      ) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`)
    await runner.query(`
      CREATE TABLE job_lease (
        name varchar(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        next_run_at datetime(3) NOT NULL,
        worker char(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
        PRIMARY KEY (name)
      ) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['job_lease', 'outbox_event', 'audit_entry'])
      await runner.query(`DROP TABLE ${table}`)
  }
}
