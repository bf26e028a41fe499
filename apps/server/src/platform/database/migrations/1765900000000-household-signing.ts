import type { MigrationInterface, QueryRunner } from 'typeorm'

const TABLE = 'ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci'
const ASCII = 'CHARACTER SET ascii COLLATE ascii_bin'

/**
 * Households sign by the slip of their number: the village's numbers, and of a pledge whose name no account has.
 * Contracts: only pledges of households, which a server of before neither writes nor shows, leave the two columns empty.
 */
export class HouseholdSigning1765900000000 implements MigrationInterface {
  name = 'HouseholdSigning1765900000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE household_signing (
        area_code varchar(16) ${ASCII} NOT NULL,
        year smallint NOT NULL,
        size int NOT NULL,
        opened_by char(36) ${ASCII} NOT NULL,
        opened_by_role varchar(24) ${ASCII} NOT NULL,
        opened_at datetime(3) NOT NULL,
        PRIMARY KEY (area_code, year)
      ) ${TABLE}`)
    await runner.query(`
      CREATE TABLE household_number (
        area_code varchar(16) ${ASCII} NOT NULL,
        year smallint NOT NULL,
        number int NOT NULL,
        slip_id char(36) ${ASCII} NOT NULL,
        slip_code varchar(12) ${ASCII} NOT NULL,
        pledge_id char(36) ${ASCII} NULL,
        paper_record_id char(36) ${ASCII} NULL,
        paper_on date NULL,
        PRIMARY KEY (area_code, year, number),
        UNIQUE KEY uq_household_slip (slip_id),
        UNIQUE KEY uq_household_code (slip_code),
        KEY ix_household_pledge (pledge_id)
      ) ${TABLE}`)
    await runner.query(`
      ALTER TABLE pledge
        ADD COLUMN household_no int NULL,
        ADD COLUMN signer_name_sealed blob NULL`)
    await runner.query(`
      ALTER TABLE pledge_signature
        MODIFY session_id char(36) ${ASCII} NULL,
        MODIFY rechecked_at datetime(3) NULL,
        ADD COLUMN stood_by char(36) ${ASCII} NULL`)
  }

  /** Signatures without an account have no session to go back to: they stay, under no id and the time of signing. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE pledge_signature SET session_id = '' WHERE session_id IS NULL`)
    await runner.query('UPDATE pledge_signature SET rechecked_at = signed_at WHERE rechecked_at IS NULL')
    await runner.query(`
      ALTER TABLE pledge_signature
        MODIFY session_id char(36) ${ASCII} NOT NULL,
        MODIFY rechecked_at datetime(3) NOT NULL,
        DROP COLUMN stood_by`)
    await runner.query('ALTER TABLE pledge DROP COLUMN household_no, DROP COLUMN signer_name_sealed')
    for (const table of ['household_number', 'household_signing']) await runner.query(`DROP TABLE ${table}`)
  }
}
