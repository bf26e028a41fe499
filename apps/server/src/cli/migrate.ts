import { openDataSource } from '../platform/database/data-source.js'
import { readCliEnvironment } from './bootstrap.js'
import { print, runCommand } from './command.js'

/** Brings the database to the present schema and says which steps that took. */
await runCommand(async () => {
  const { config, log } = readCliEnvironment(process.env)
  const dataSource = await openDataSource(config, log)
  try {
    const done = await dataSource.runMigrations({ transaction: 'none' })
    for (const { name } of done) print(`migrated  ${name}`)
    print(done.length === 0 ? 'The schema is up to date.' : `${done.length} migrations done.`)
    return 0
  } finally {
    await dataSource.destroy()
  }
})
