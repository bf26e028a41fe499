// Checks sealed pledges from their PDF or their evidence package: npm run verify-pledge -- file.pdf. No server, no database.
import path from 'node:path'
import { provideRareFonts } from './lib/fonts.mjs'
import { SERVER } from './lib/paths.mjs'
import { run } from './lib/processes.mjs'
import { main } from './lib/say.mjs'
import { build, checkNode, install } from './lib/setup.mjs'

await main(async () => {
  checkNode()
  await install()
  await provideRareFonts()
  await build('rules')
  await build('server')
  const command = [path.join(SERVER, 'dist/cli/verify-pledge.js'), ...process.argv.slice(2)]
  // npm changes into the root; files are named from where the person stands.
  const cwd = process.env.INIT_CWD ?? process.cwd()
  const { code } = await run(process.execPath, command, { cwd, allowFailure: true })
  return code
})
