import type { MigrationInterface, QueryRunner } from 'typeorm'

const TABLE = 'ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci'
const ID = 'char(36) CHARACTER SET ascii COLLATE ascii_bin'
const AREA = 'varchar(16) CHARACTER SET ascii COLLATE ascii_bin'
const code = (length: number) => `varchar(${length}) CHARACTER SET ascii COLLATE ascii_bin`

/** The assessment year: its calendar, each village's way through it, what was frozen, appeals and spot checks. */
export class AssessmentYears1765600000000 implements MigrationInterface {
  name = 'AssessmentYears1765600000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE assessment_cycle (
        area_code ${AREA} NOT NULL,
        year smallint NOT NULL,
        as_of date NOT NULL,
        submit_by date NOT NULL,
        review_by date NOT NULL,
        result_by date NOT NULL,
        publicity_days smallint NOT NULL,
        opened_by ${ID} NOT NULL,
        opened_at datetime(3) NOT NULL,
        PRIMARY KEY (area_code, year)
      ) ${TABLE}`)
    await runner.query(`
      CREATE TABLE assessment_year (
        area_code ${AREA} NOT NULL,
        year smallint NOT NULL,
        state ${code(12)} NOT NULL,
        revision int NOT NULL,
        round int NOT NULL,
        claims mediumtext NOT NULL,
        claimed_by ${ID} NULL,
        published_on date NULL,
        publicity_until date NULL,
        changed_at datetime(3) NOT NULL,
        PRIMARY KEY (area_code, year)
      ) ${TABLE}`)
    await runner.query(`
      CREATE TABLE assessment_round (
        area_code ${AREA} NOT NULL,
        year smallint NOT NULL,
        round int NOT NULL,
        claims mediumtext NOT NULL,
        claimed_points int NOT NULL,
        ledger_version int NOT NULL,
        submitted_by ${ID} NOT NULL,
        submitted_at datetime(3) NOT NULL,
        outcome ${code(12)} NULL,
        reason varchar(500) NULL,
        reviewed_by ${ID} NULL,
        reviewed_at datetime(3) NULL,
        PRIMARY KEY (area_code, year, round)
      ) ${TABLE}`)
    await runner.query(`
      CREATE TABLE assessment_freeze (
        area_code ${AREA} NOT NULL,
        year smallint NOT NULL,
        version int NOT NULL,
        as_of date NOT NULL,
        known_at datetime(3) NOT NULL,
        ledger_version int NOT NULL,
        policy_version ${code(64)} NOT NULL,
        rules_version ${code(64)} NOT NULL,
        ledger_hash ${code(64)} NOT NULL,
        snapshot_hash ${code(64)} NOT NULL,
        scorecard_hash ${code(64)} NOT NULL,
        points_hash ${code(64)} NOT NULL,
        tool_hash ${code(64)} NOT NULL,
        verdict ${code(16)} NOT NULL,
        reached ${code(16)} NULL,
        system_points int NOT NULL,
        points int NOT NULL,
        changes mediumtext NOT NULL,
        replaces int NULL,
        reason varchar(500) NULL,
        document varchar(120) NULL,
        frozen_by ${ID} NOT NULL,
        frozen_at datetime(3) NOT NULL,
        PRIMARY KEY (area_code, year, version)
      ) ${TABLE}`)
    await runner.query(`
      CREATE TABLE assessment_file (
        area_code ${AREA} NOT NULL,
        hash ${code(64)} NOT NULL,
        bytes int NOT NULL,
        packed mediumblob NOT NULL,
        PRIMARY KEY (area_code, hash)
      ) ${TABLE}`)
    await runner.query(`
      CREATE TABLE assessment_step (
        area_code ${AREA} NOT NULL,
        year smallint NOT NULL,
        seq int NOT NULL,
        kind ${code(16)} NOT NULL,
        made_by ${ID} NOT NULL,
        role ${code(24)} NOT NULL,
        made_at datetime(3) NOT NULL,
        reason varchar(500) NULL,
        document varchar(120) NULL,
        ref ${code(40)} NULL,
        PRIMARY KEY (area_code, year, seq)
      ) ${TABLE}`)
    await runner.query(`
      CREATE TABLE assessment_appeal (
        area_code ${AREA} NOT NULL,
        id ${ID} NOT NULL,
        year smallint NOT NULL,
        raised_by ${code(16)} NOT NULL,
        received_on date NOT NULL,
        matter varchar(500) NOT NULL,
        entered_by ${ID} NOT NULL,
        entered_at datetime(3) NOT NULL,
        outcome ${code(12)} NULL,
        reason varchar(500) NULL,
        document varchar(120) NULL,
        decided_by ${ID} NULL,
        decided_at datetime(3) NULL,
        PRIMARY KEY (area_code, id),
        KEY ix_assessment_appeal_year (area_code, year)
      ) ${TABLE}`)
    await runner.query(`
      CREATE TABLE spot_check (
        area_code ${AREA} NOT NULL,
        id ${ID} NOT NULL,
        year smallint NOT NULL,
        seed ${code(16)} NOT NULL,
        villages mediumtext NOT NULL,
        size int NOT NULL,
        drawn int NOT NULL,
        drawn_by ${ID} NOT NULL,
        drawn_at datetime(3) NOT NULL,
        PRIMARY KEY (area_code, id),
        KEY ix_spot_check_year (area_code, year)
      ) ${TABLE}`)
    await runner.query(`
      CREATE TABLE spot_finding (
        area_code ${AREA} NOT NULL,
        id ${ID} NOT NULL,
        year smallint NOT NULL,
        spot_check_id ${ID} NOT NULL,
        item ${code(24)} NULL,
        checked_on date NOT NULL,
        holds tinyint NOT NULL,
        finding varchar(500) NOT NULL,
        entered_by ${ID} NOT NULL,
        entered_at datetime(3) NOT NULL,
        PRIMARY KEY (area_code, id),
        KEY ix_spot_finding_year (area_code, year)
      ) ${TABLE}`)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'spot_finding',
      'spot_check',
      'assessment_appeal',
      'assessment_step',
      'assessment_file',
      'assessment_freeze',
      'assessment_round',
      'assessment_year',
      'assessment_cycle',
    ])
      await runner.query(`DROP TABLE ${table}`)
  }
}
