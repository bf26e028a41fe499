// Asks every route, as every role, for things of other areas, and compares the answers with those about things that are not
// there: npm run prove probes [-- --probes 20000 --seed 1]. The suite asks the same questions, a few of each.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const SERVER = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const HELP = `Probes for things of other areas.
  --probes N   how many, at least (default 21000)
  --seed N     which of the possible questions, and in which order (default 1)
Every role of two villages asks every route about records, persons, places, photos, exports, tables, pledges, letters, news,
appointments, transfers, remarks, handed-in files, classes, the staff of venues, draws and appeals of the assessment year,
drafts of a county's numbers and areas of six villages whose codes look alike, and of neighbours in one village: through the
server as in use, through the demonstration, and through servers that have only just begun to listen, many requests at a time. The answer must be the one
that is given for an id that does not exist, nothing of another area may stand in any answer, and no row may have changed.`

const { values } = parseArgs({
  options: {
    probes: { type: 'string', default: '21000' },
    seed: { type: 'string', default: '1' },
    help: { type: 'boolean', short: 'h', default: false },
  },
})
if (values.help) {
  console.log(HELP)
  process.exit(0)
}
const { status } = spawnSync(
  process.execPath,
  [
    path.join(SERVER, 'node_modules/vitest/vitest.mjs'),
    'run',
    'test/probes.e2e-spec.ts',
    '--reporter=verbose',
  ],
  {
    cwd: SERVER,
    env: { ...process.env, PROBES: values.probes, PROBE_SEED: values.seed },
    stdio: 'inherit',
  },
)
process.exit(status ?? 1)
