// Long proofs: npm run prove [name]. They kill processes, probe every route and try very many orders of events; each prints
// what it tried and found, and fails when anything was lost, doubled, told or overwritten. Apart from npm test: they take long.
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { findChromium } from './lib/chromium.mjs'
import { startDatabase } from './lib/database.mjs'
import { DATA, MINIAPP, ROOT, SERVER } from './lib/paths.mjs'
import { run } from './lib/processes.mjs'
import { main, Stop, say } from './lib/say.mjs'
import { build, checkNode, install } from './lib/setup.mjs'

/** Where proofs lie, what must be built before one runs, and whether it needs a browser. */
const PLACES = [
  { folder: path.join(SERVER, 'proofs'), builds: ['rules', 'stand-in', 'server'], browser: false },
  {
    folder: path.join(MINIAPP, 'proofs'),
    builds: ['rules', 'stand-in', 'server', 'weapp', 'h5'],
    browser: true,
  },
]
const FOLDER = path.join(DATA, 'prove')

const proofs = PLACES.flatMap(({ folder, ...needs }) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.endsWith('.mjs'))
        .map((file) => ({ name: file.slice(0, -4), file: path.join(folder, file), ...needs }))
    : [],
).sort((a, b) => a.name.localeCompare(b.name))

await main(async () => {
  const [only, ...args] = process.argv.slice(2)
  const names = proofs.map(({ name }) => name).join(', ')
  if (only === '--help' || only === '-h') {
    console.log(`npm run prove [-- name [options]]: all proofs, or one of ${names}.`)
    return
  }
  const chosen = only === undefined ? proofs : proofs.filter(({ name }) => name === only)
  if (chosen.length === 0) throw new Stop(`There is no proof "${only}"; there are ${names}.`)
  checkNode()
  await install()
  for (const part of new Set(chosen.flatMap(({ builds }) => builds))) await build(part)
  const database = await startDatabase(path.join(FOLDER, 'database'), { durable: true })
  const env = {
    ...process.env,
    TEST_DATABASE_URL: database.serverUrl,
    TEST_DATA_DIR: path.join(FOLDER, 'files'),
    ...(chosen.some(({ browser }) => browser) && { CHROMIUM_PATH: await findChromium() }),
  }
  const failed = []
  try {
    for (const { name, file } of chosen) {
      say(`Proof: ${name}`)
      const { code } = await run(process.execPath, [file, ...args], { cwd: ROOT, env, allowFailure: true })
      if (code !== 0) failed.push(name)
    }
  } finally {
    if (database.started) await database.stop()
  }
  say(failed.length === 0 ? `${chosen.length} shown` : `NOT shown: ${failed.join(', ')}`)
  return failed.length === 0 ? 0 : 1
})
