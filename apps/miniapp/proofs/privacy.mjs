// All stories of the browser suite, then a search for every identity that was seeded or entered in them, in every place
// where none may lie: npm run prove privacy. The suite makes the same search; this prints what was searched.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..')
const HELP = `Plays the town's stories in a browser, then looks for names, ID numbers, phones and addresses of persons in the logs, the
addresses that were asked for, what WeChat got, what the devices kept, the ledgers and prints of those who may not read a
name, the metrics and every column of every table: as they are, and in some twenty encodings and hashes. One made-up
identity is hidden in each kind of place, and must be found.`

if (process.argv.some((word) => word === '--help' || word === '-h')) {
  console.log(HELP)
  process.exit(0)
}
const { status } = spawnSync(
  process.execPath,
  ['--test', '--test-concurrency=1', '--test-reporter=spec', path.join(ROOT, 'apps/miniapp/test/h5')],
  { cwd: ROOT, stdio: 'inherit' },
)
process.exit(status ?? 1)
