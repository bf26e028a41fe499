// Mutation testing of the rules: npm run mutation [-- folder …]. Apart from npm test: it takes long.
import path from 'node:path'
import { RULES } from './lib/paths.mjs'
import { run } from './lib/processes.mjs'
import { main } from './lib/say.mjs'
import { checkNode, getPnpm, install } from './lib/setup.mjs'

const FOLDER = path.join(RULES, 'mutation')

await main(async () => {
  checkNode()
  await install()
  const pnpm = await getPnpm()
  await pnpm(['install', '--frozen-lockfile', '--prefer-offline', '--loglevel=warn'], {
    cwd: FOLDER,
    quiet: true,
  })
  const stryker = path.join(FOLDER, 'node_modules/@stryker-mutator/core/bin/stryker.js')
  const only = process.argv.slice(2).map((folder) => `src/${folder}/**/!(*.spec).ts`)
  const { code } = await run(
    process.execPath,
    [stryker, 'run', 'mutation/stryker.config.mjs', ...(only.length > 0 ? ['--mutate', only.join(',')] : [])],
    { cwd: RULES, allowFailure: true },
  )
  return code
})
