// Runs one of the server's command-line tools on the demo town's data: npm run admin -- --help
import { existsSync } from 'node:fs'
import path from 'node:path'
import { startDatabase } from './lib/database.mjs'
import { DATA, SERVER } from './lib/paths.mjs'
import { main, Stop } from './lib/say.mjs'
import { build, checkNode, install } from './lib/setup.mjs'
import { createTown } from './lib/town.mjs'

await main(async () => {
  const [name, ...args] = process.argv.slice(2)
  // With the demo's keys a real town's backup could never be restored.
  if (process.env.APP_MODE === 'production')
    throw new Stop(
      `This runs on the demo. For a real town: node apps/server/dist/cli/${name ?? 'NAME'}.js (docs/deployment.md).`,
    )
  checkNode()
  await install()
  await build('rules')
  await build('server')
  if (!name || !existsSync(path.join(SERVER, `dist/cli/${name}.js`)))
    throw new Stop(`There is no command-line tool "${name ?? ''}".`)
  const folder = path.join(DATA, 'demo')
  const database = await startDatabase(path.join(folder, 'database'), { durable: true })
  try {
    const town = createTown({ folder, databaseUrl: database.url, port: Number(process.env.PORT ?? 3000) })
    await town.makeKeys()
    const { code } = await town.cli(name, args, { allowFailure: true })
    return code
  } finally {
    if (database.started) await database.stop()
  }
})
