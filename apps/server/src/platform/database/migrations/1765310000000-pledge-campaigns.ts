import type { MigrationInterface, QueryRunner } from 'typeorm'

const ASCII = 'CHARACTER SET ascii COLLATE ascii_bin'

/**
 * Pledges of venues and classes name their place; wordings belong to the program or to a town; a pledge may be declined
 * or revoked with a reason; a signature may have been made without a network.
 */
export class PledgeCampaigns1765310000000 implements MigrationInterface {
  name = 'PledgeCampaigns1765310000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE pledge
        ADD COLUMN subject_id char(36) ${ASCII} NOT NULL DEFAULT '',
        ADD COLUMN reason_sealed blob NULL,
        ADD COLUMN ended_at datetime(3) NULL,
        DROP KEY uq_pledge_duty,
        ADD UNIQUE KEY uq_pledge_duty (area_code, level, year, subject_id, signer_account_id, template_version)`)
    await runner.query(`ALTER TABLE pledge_signature ADD COLUMN signed_offline tinyint NOT NULL DEFAULT 0`)
    await runner.query(`
      ALTER TABLE pledge_template
        ADD COLUMN area_code varchar(16) ${ASCII} NOT NULL DEFAULT '',
        ADD COLUMN released_by char(36) ${ASCII} NULL,
        ADD COLUMN released_at datetime(3) NULL,
        DROP PRIMARY KEY,
        ADD PRIMARY KEY (area_code, id, version),
        DROP KEY ix_pledge_template_level,
        ADD KEY ix_pledge_template_level (area_code, level, valid_from)`)
    // Only the wordings that were there before are of no town without saying so.
    await runner.query('ALTER TABLE pledge_template ALTER COLUMN area_code DROP DEFAULT')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE pledge_template
        DROP PRIMARY KEY, ADD PRIMARY KEY (id, version),
        DROP KEY ix_pledge_template_level, ADD KEY ix_pledge_template_level (level, valid_from),
        DROP COLUMN area_code, DROP COLUMN released_by, DROP COLUMN released_at`)
    await runner.query(`ALTER TABLE pledge_signature DROP COLUMN signed_offline`)
    await runner.query(`
      ALTER TABLE pledge
        DROP KEY uq_pledge_duty,
        ADD UNIQUE KEY uq_pledge_duty (area_code, level, year, signer_account_id, template_version),
        DROP COLUMN subject_id, DROP COLUMN reason_sealed, DROP COLUMN ended_at`)
  }
}
