import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Reminders ask for the open orders of some days, all areas over. */
export class OrderDays1795946400000 implements MigrationInterface {
  name = 'OrderDays1795946400000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE supervision_order ADD KEY ix_supervision_order_due (state, due_on)')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ix_supervision_order_due ON supervision_order')
  }
}
