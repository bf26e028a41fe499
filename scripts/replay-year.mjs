// Judges the frozen years of an archive again: npm run replay-year -- archive.zip. No server, no database.
import path from 'node:path'
import { SERVER } from './lib/paths.mjs'
import { run } from './lib/processes.mjs'
import { main } from './lib/say.mjs'
import { build, checkNode, install } from './lib/setup.mjs'

await main(async () => {
  checkNode()
  await install()
  await build('rules')
  await build('server')
  const command = [path.join(SERVER, 'dist/cli/replay-year.js'), ...process.argv.slice(2)]
  // npm changes into the root; files are named from where the person stands.
  const cwd = process.env.INIT_CWD ?? process.cwd()
  const { code } = await run(process.execPath, command, { cwd, allowFailure: true })
  return code
})
