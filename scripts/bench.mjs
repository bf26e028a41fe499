// Benchmarks: npm run bench rules [name], npm run bench phone. They print figures and never fail for being slow.
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { MINIAPP, ROOT, RULES, SERVER } from './lib/paths.mjs'
import { run } from './lib/processes.mjs'
import { main, Stop, say } from './lib/say.mjs'
import { build, checkNode, install } from './lib/setup.mjs'

/** The areas that can be measured, and what must be built before. */
const AREAS = {
  rules: { folder: path.join(RULES, 'bench'), builds: ['rules'] },
  server: { folder: path.join(SERVER, 'bench'), builds: ['rules', 'server'] },
  phone: { folder: path.join(MINIAPP, 'bench'), builds: ['rules', 'weapp'] },
}

await main(async () => {
  const [area, only] = process.argv.slice(2)
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
  for (const name of only === undefined ? names : [only]) {
    say(`${area}: ${name}`)
    await run(process.execPath, [path.join(found.folder, `${name}.mjs`)], { cwd: ROOT })
  }
})
