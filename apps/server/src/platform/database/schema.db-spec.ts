import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js'

describe('schema', () => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await createTestDatabase()
  })

  afterAll(() => database.drop())

  it('is the same in the entities and in the migrations', async () => {
    const difference = await database.dataSource.driver.createSchemaBuilder().log()
    expect(difference.upQueries.map((query) => query.query)).toEqual([])
  })

  it('gives every table a primary key and no foreign key', async () => {
    const withoutKey = await database.dataSource.query(`
      SELECT t.table_name FROM information_schema.tables t
      LEFT JOIN information_schema.table_constraints c
        ON c.table_schema = t.table_schema AND c.table_name = t.table_name AND c.constraint_type = 'PRIMARY KEY'
      WHERE t.table_schema = DATABASE() AND c.constraint_name IS NULL`)
    const foreign = await database.dataSource.query(
      `SELECT constraint_name FROM information_schema.table_constraints WHERE table_schema = DATABASE() AND constraint_type = 'FOREIGN KEY'`,
    )
    expect({ withoutKey, foreign }).toEqual({ withoutKey: [], foreign: [] })
  })

  it('undoes every migration', async () => {
    for (const _ of database.dataSource.migrations)
      await database.dataSource.undoLastMigration({ transaction: 'none' })
    const left = await database.dataSource.query(
      `SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name <> 'migrations'`,
    )
    expect(left).toEqual([])
  })
})
