import type { MigrationInterface, QueryRunner } from 'typeorm'

const TABLE = 'ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci'
const ID = 'char(36) CHARACTER SET ascii COLLATE ascii_bin'
const AREA = 'varchar(16) CHARACTER SET ascii COLLATE ascii_bin'
const code = (length: number) => `varchar(${length}) CHARACTER SET ascii COLLATE ascii_bin`

/** What a county sets itself: changes of its policy, released by a second person, and the dictionaries it has confirmed. */
export class Policies1765700000000 implements MigrationInterface {
  name = 'Policies1765700000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE policy_draft (
        id ${ID} NOT NULL,
        county_code ${AREA} NOT NULL,
        state ${code(12)} NOT NULL,
        version int NOT NULL,
        effective_on date NOT NULL,
        body mediumtext NOT NULL,
        basis varchar(200) NOT NULL,
        author_id ${ID} NOT NULL,
        saved_at datetime(3) NOT NULL,
        released_by ${ID} NULL,
        released_at datetime(3) NULL,
        withdrawn_by ${ID} NULL,
        withdrawn_at datetime(3) NULL,
        withdrawn_because varchar(200) NULL,
        trial mediumtext NOT NULL,
        PRIMARY KEY (id),
        KEY ix_policy_draft_county (county_code, state)
      ) ${TABLE}`)
    await runner.query(`
      CREATE TABLE dictionary_confirmation (
        id ${ID} NOT NULL,
        county_code ${AREA} NOT NULL,
        dictionary ${code(40)} NOT NULL,
        words_hash ${code(64)} NOT NULL,
        document varchar(200) NOT NULL,
        confirmed_by ${ID} NOT NULL,
        confirmed_at datetime(3) NOT NULL,
        PRIMARY KEY (id),
        KEY ix_dictionary_confirmation_county (county_code, dictionary)
      ) ${TABLE}`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE dictionary_confirmation')
    await runner.query('DROP TABLE policy_draft')
  }
}
