import { openDataSource } from '../platform/database/data-source.js'
import { readCliEnvironment } from './bootstrap.js'
import { print, runCommand } from './command.js'

/** Compares the database with what the program expects; ends with 1 when they differ. */
await runCommand(async () => {
  const { config, log } = readCliEnvironment(process.env)
  const dataSource = await openDataSource(config, log)
  try {
    if (await dataSource.showMigrations()) {
      print('Migrations are pending: run migrate first.')
      return 1
    }
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log()
    for (const { query } of upQueries) print(query)
    print(upQueries.length === 0 ? 'The schema is as expected.' : `${upQueries.length} differences.`)
    return upQueries.length === 0 ? 0 : 1
  } finally {
    await dataSource.destroy()
  }
})
