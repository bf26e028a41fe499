import type { MigrationInterface, QueryRunner } from 'typeorm'

const TABLE = 'ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci'
const ID = 'char(36) CHARACTER SET ascii COLLATE ascii_bin'
const AREA = 'varchar(16) CHARACTER SET ascii COLLATE ascii_bin'
const code = (length: number) => `varchar(${length}) CHARACTER SET ascii COLLATE ascii_bin`

/** Accounts, what they sign in with, what they are appointed to, and their sessions. */
export class Accounts1764000010000 implements MigrationInterface {
  name = 'Accounts1764000010000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE account (
        id ${ID} NOT NULL,
        area_code ${AREA} NULL,
        wrapped_key varbinary(128) NOT NULL,
        name_sealed varbinary(400) NOT NULL,
        phone_sealed varbinary(128) NULL,
        phone_index ${code(64)} NULL,
        state ${code(8)} NOT NULL,
        successor_id ${ID} NULL,
        is_demo tinyint(1) NOT NULL,
        story varchar(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NULL,
        created_at datetime(3) NOT NULL,
        PRIMARY KEY (id),
        UNIQUE KEY uq_account_phone (phone_index),
        KEY ix_account_area (area_code, id),
        KEY ix_account_demo (is_demo, id)
      ) ${TABLE}`)
    await runner.query(`
      CREATE TABLE account_credential (
        kind ${code(8)} NOT NULL,
        external_id ${code(64)} NOT NULL,
        account_id ${ID} NOT NULL,
        linked_at datetime(3) NOT NULL,
        PRIMARY KEY (kind, external_id),
        UNIQUE KEY uq_credential_account (account_id, kind)
      ) ${TABLE}`)
    await runner.query(`
      CREATE TABLE appointment (
        id ${ID} NOT NULL,
        account_id ${ID} NOT NULL,
        role ${code(24)} NOT NULL,
        area_code ${AREA} NOT NULL,
        from_on date NOT NULL,
        to_on date NULL,
        created_by ${ID} NULL,
        created_at datetime(3) NOT NULL,
        ended_by ${ID} NULL,
        ended_at datetime(3) NULL,
        PRIMARY KEY (id),
        KEY ix_appointment_area (area_code, role, from_on),
        KEY ix_appointment_account (account_id, from_on)
      ) ${TABLE}`)
    await runner.query(`
      CREATE TABLE session (
        id ${ID} NOT NULL,
        account_id ${ID} NOT NULL,
        client ${code(8)} NOT NULL,
        refresh_hash ${code(64)} NOT NULL,
        previous_refresh_hash ${code(64)} NULL,
        rotated_at datetime(3) NOT NULL,
        created_at datetime(3) NOT NULL,
        last_seen_at datetime(3) NOT NULL,
        authenticated_at datetime(3) NOT NULL,
        expires_at datetime(3) NOT NULL,
        revoked_at datetime(3) NULL,
        revoked_for ${code(16)} NULL,
        PRIMARY KEY (id),
        KEY ix_session_account (account_id, revoked_at),
        KEY ix_session_expiry (expires_at)
      ) ${TABLE}`)
    await runner.query(`
      CREATE TABLE binding_code (
        selector ${code(4)} NOT NULL,
        code_hash ${code(64)} NOT NULL,
        account_id ${ID} NOT NULL,
        created_by ${ID} NULL,
        created_at datetime(3) NOT NULL,
        expires_at datetime(3) NOT NULL,
        tries int NOT NULL,
        used_at datetime(3) NULL,
        PRIMARY KEY (selector),
        KEY ix_binding_account (account_id)
      ) ${TABLE}`)
    await runner.query(`
      CREATE TABLE scan_ticket (
        id ${ID} NOT NULL,
        poll_hash ${code(64)} NOT NULL,
        match_digits ${code(2)} NOT NULL,
        state ${code(8)} NOT NULL,
        tries int NOT NULL,
        account_id ${ID} NULL,
        created_at datetime(3) NOT NULL,
        expires_at datetime(3) NOT NULL,
        PRIMARY KEY (id),
        KEY ix_scan_expiry (expires_at)
      ) ${TABLE}`)
    await runner.query(`
      CREATE TABLE sign_in_attempt (
        bucket ${code(96)} NOT NULL,
        window_start datetime(3) NOT NULL,
        attempts int NOT NULL,
        PRIMARY KEY (bucket, window_start),
        KEY ix_attempt_window (window_start)
      ) ${TABLE}`)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'sign_in_attempt',
      'scan_ticket',
      'binding_code',
      'session',
      'appointment',
      'account_credential',
      'account',
    ])
      await runner.query(`DROP TABLE ${table}`)
  }
}
