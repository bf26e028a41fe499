// Benchmarks: npm run bench -- --help. They print figures and never fail for being slow.
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { findChromium } from './lib/chromium.mjs'
import { startDatabase } from './lib/database.mjs'
import { DATA, MINIAPP, ROOT, RULES, SERVER } from './lib/paths.mjs'
import { run } from './lib/processes.mjs'
import { main, Stop, say } from './lib/say.mjs'
import { build, checkNode, install } from './lib/setup.mjs'

/** The areas that can be measured, and what must be built before. */
const AREAS = {
  rules: { folder: path.join(RULES, 'bench'), builds: ['rules'] },
  server: { folder: path.join(SERVER, 'bench'), builds: ['rules', 'server'] },
  phone: { folder: path.join(MINIAPP, 'bench'), builds: ['rules', 'weapp'] },
  h5: {
    folder: path.join(MINIAPP, 'bench/h5'),
    builds: ['rules', 'stand-in', 'server', 'h5'],
    needsTown: true,
  },
}

/** Benchmarks that are asked for by their own name: what is measured, and of which area they are. */
const NAMED = {
  records: {
    area: 'server',
    what: 'taking records in beside a floor; lists, searches, downloads of a million records',
  },
  quiz: {
    area: 'server',
    what: '3,000 starts in a second, ten minutes of answered papers, beside a floor and the ORM (--minutes, --rounds)',
  },
  supervision: {
    area: 'server',
    what: "the supervisor's home over 12, 345 and 3,450 villages of three years, a change of policy over 345",
  },
}

const HELP = `npm run bench area [name]    all benchmarks of an area, or one: ${Object.keys(AREAS).join(', ')}
${Object.entries(NAMED)
  .map(([name, { what }]) => `npm run bench ${name.padEnd(11)}    ${what}`)
  .join('\n')}

Figures are worth something on a quiet machine: the calibration loop printed beside them tells. Databases that take long to
fill stay in .data/bench for the next run.`

await main(async () => {
  const [asked, ...rest] = process.argv.slice(2)
  if (asked === '--help' || asked === '-h') return void console.log(HELP)
  const named = NAMED[asked]
  const area = named?.area ?? asked
  const [only, ...args] = named ? [asked, ...rest] : rest
  const found = AREAS[area]
  if (!found)
    throw new Stop(
      `Say what to measure: ${Object.keys(AREAS)
        .map((name) => `npm run bench ${name}`)
        .join(', ')}`,
    )
  const names = existsSync(found.folder)
    ? readdirSync(found.folder)
        .filter((name) => name.endsWith('.mjs'))
        .map((name) => name.slice(0, -4))
    : []
  if (only !== undefined && !names.includes(only))
    throw new Stop(`There is no benchmark "${only}" of ${area}; there are ${names.join(', ')}.`)
  checkNode()
  await install()
  for (const part of found.builds) await build(part)
  const town = found.needsTown && (await forTown())
  try {
    for (const name of only === undefined ? names : [only]) {
      say(`${area}: ${name}`)
      const env = { ...process.env, ...town?.env }
      await run(process.execPath, [path.join(found.folder, `${name}.mjs`), ...args], { cwd: ROOT, env })
    }
  } finally {
    await town?.stop()
  }
})

/** A database and a browser, for what is measured in a whole town. */
async function forTown() {
  const database = await startDatabase(path.join(DATA, 'bench/database'), { durable: true })
  return {
    env: { TEST_DATABASE_URL: database.serverUrl, CHROMIUM_PATH: await findChromium() },
    stop: () => database.started && database.stop(),
  }
}
