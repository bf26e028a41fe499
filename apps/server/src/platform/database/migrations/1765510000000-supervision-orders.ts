import type { MigrationInterface, QueryRunner } from 'typeorm'

const TABLE = 'ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci'
const ID = 'char(36) CHARACTER SET ascii COLLATE ascii_bin'
const AREA = 'varchar(16) CHARACTER SET ascii COLLATE ascii_bin'
const code = (length: number) => `varchar(${length}) CHARACTER SET ascii COLLATE ascii_bin`

/** What an office asks a village to mend by a day, and everything said about it since. */
export class SupervisionOrders1765510000000 implements MigrationInterface {
  name = 'SupervisionOrders1765510000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE supervision_order (
        id ${ID} NOT NULL,
        area_code ${AREA} NOT NULL,
        office_area ${AREA} NOT NULL,
        office_role ${code(24)} NOT NULL,
        about_kind ${code(8)} NOT NULL,
        about_id ${code(120)} NOT NULL,
        part ${code(24)} NULL,
        subject_id ${code(36)} NULL,
        title varchar(120) NOT NULL,
        state ${code(12)} NOT NULL,
        due_on date NOT NULL,
        issued_at datetime(3) NOT NULL,
        wrapped_key varbinary(128) NOT NULL,
        PRIMARY KEY (id),
        KEY ix_supervision_order_area (area_code, state, due_on)
      ) ${TABLE}`)
    await runner.query(`
      CREATE TABLE supervision_order_step (
        order_id ${ID} NOT NULL,
        id ${ID} NOT NULL,
        area_code ${AREA} NOT NULL,
        number smallint NOT NULL,
        kind ${code(12)} NOT NULL,
        words blob NOT NULL,
        due_on date NULL,
        account_id ${ID} NOT NULL,
        role ${code(24)} NOT NULL,
        done_at datetime(3) NOT NULL,
        PRIMARY KEY (order_id, id),
        UNIQUE KEY ux_supervision_order_step_number (order_id, number)
      ) ${TABLE}`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE supervision_order_step')
    await runner.query('DROP TABLE supervision_order')
  }
}
