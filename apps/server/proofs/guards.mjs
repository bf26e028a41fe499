// Weakens the server's guards one at a time, while it runs, and looks whether the probes notice: npm run prove guards
// [-- --questions 4000 --tries 400].
import { spawnSync } from 'node:child_process'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const SERVER = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const HELP = `Weakens the server's guards and looks whether anything is noticed.
  --questions N   how many probes for things of other areas are tried on each guard's way (default 4000)
  --tries N       after how many of those that come by a guard its change counts as unnoticed (default 400)
Changed are every condition of the access guard, the scopes and the rules of who sees a file; every refusal of every module;
and in every statement that the probes send to the database, each condition that says whose a row is. A change is noticed
when something of another's is answered, when an own list or sum is another than before, or when what was refused is done all
the same. What is not noticed is listed, with the reason where no probe can notice it; so are reasons that explain nothing
any more. Fails when less than 90 % of the others are noticed.`

const { values } = parseArgs({
  options: {
    questions: { type: 'string', default: '4000' },
    tries: { type: 'string', default: '400' },
    help: { type: 'boolean', short: 'h', default: false },
  },
})
if (values.help) {
  console.log(HELP)
  process.exit(0)
}
// Whatever else the machine does goes first.
os.setPriority(os.constants.priority.PRIORITY_BELOW_NORMAL)
const { status } = spawnSync(
  process.execPath,
  [path.join(SERVER, 'node_modules/vitest/vitest.mjs'), 'run', '--config', 'test/guards/vitest.config.mjs'],
  {
    cwd: SERVER,
    env: { ...process.env, GUARD_QUESTIONS: values.questions, GUARD_TRIES: values.tries },
    stdio: 'inherit',
  },
)
process.exit(status ?? 1)
