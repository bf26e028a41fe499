import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Projections of the ledger, so that lists and overviews need not fold it. */
export class Scoring1764000030000 implements MigrationInterface {
  name = 'Scoring1764000030000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE village_state (
        area_code varchar(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        as_of date NOT NULL,
        ledger_version int NOT NULL,
        policy_version varchar(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        rules_version varchar(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        computed_at datetime(3) NOT NULL,
        scorecard mediumtext CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NOT NULL,
        summary mediumtext CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NOT NULL,
        overdue int NOT NULL,
        due_soon int NOT NULL,
        pending int NOT NULL,
        last_record_at datetime(3) NULL,
        PRIMARY KEY (area_code)
      ) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`)
    await runner.query(`
      CREATE TABLE obligation (
        area_code varchar(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        id varchar(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        kind varchar(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        subject_id varchar(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        period varchar(48) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        part varchar(24) CHARACTER SET ascii COLLATE ascii_bin NULL,
        opens_on date NOT NULL,
        due_on date NOT NULL,
        owed_by varchar(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        settled_by varchar(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
        mendable_after_due tinyint NOT NULL,
        body mediumtext CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NOT NULL,
        state varchar(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        first_seen_on date NOT NULL,
        settled_at datetime(3) NULL,
        changed_at datetime(3) NOT NULL,
        PRIMARY KEY (area_code, id),
        KEY ix_obligation_state (area_code, state, due_on),
        KEY ix_obligation_due (due_on, area_code),
        KEY ix_obligation_opens (opens_on, area_code)
      ) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['obligation', 'village_state']) await runner.query(`DROP TABLE ${table}`)
  }
}
