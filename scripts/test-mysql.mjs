// The server's database and HTTP tests a second time, on MySQL itself: npm run test:mysql -- --help
import { mkdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { startDatabase } from './lib/database.mjs'
import { provideRareFonts } from './lib/fonts.mjs'
import { DATA, SERVER } from './lib/paths.mjs'
import { run } from './lib/processes.mjs'
import { main, say } from './lib/say.mjs'
import { build, checkNode, install } from './lib/setup.mjs'

const HELP = `npm run test:mysql [-- pattern …] [-- --shard=1/4 …]    the server's tests on MySQL 9.7

  npm test runs them on MariaDB. Here every test that has a database runs again on MySQL: one on the PATH, else the one of
  Debian's unstable suite, unpacked once into .data/ (330 MB, no root). With DATABASE_URL=mysql://user:password@host:port
  it runs on a server of yours, 8.4 for example; the user must be allowed to make databases.
  Patterns and options go to vitest: a part of the file names, --shard=1/4, -t name.`

const FOLDER = path.join(DATA, 'test')
/** A test without a database would find nothing new here. */
const WITH_DATABASE = ['.db-spec.ts', '.e2e-spec.ts']

await main(async () => {
  const args = process.argv.slice(2)
  if (args.includes('--help') || args.includes('-h')) return void console.log(HELP)
  checkNode()
  await install()
  await provideRareFonts()
  for (const part of ['rules', 'stand-in', 'server']) await build(part)
  const database = await startDatabase(path.join(FOLDER, 'mysql'), { durable: false, kind: 'mysql' })
  const report = path.join(FOLDER, 'results', 'mysql.json')
  mkdirSync(path.dirname(report), { recursive: true })
  try {
    say('Tests of the server on MySQL')
    const { code } = await run(
      path.join(SERVER, 'node_modules/.bin/vitest'),
      [
        'run',
        `--maxWorkers=${availableParallelism()}`,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
        ...(args.some((arg) => !arg.startsWith('-')) ? [] : WITH_DATABASE),
        ...args,
      ],
      {
        cwd: SERVER,
        env: {
          ...process.env,
          TEST_DATABASE_URL: database.serverUrl,
          TEST_DATA_DIR: path.join(FOLDER, 'files'),
        },
        allowFailure: true,
      },
    )
    const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, 'utf8'))
    say(
      `On MySQL: ${numPassedTests} passed, ${numFailedTests} failed, in ${numFailedTestSuites} failing files`,
    )
    return code
  } finally {
    if (database.started) await database.stop()
  }
})
