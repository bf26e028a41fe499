// All tests, with their own set-up. Ends with one line: N passed, N failed.
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { findChromium } from './lib/chromium.mjs'
import { startDatabase } from './lib/database.mjs'
import { provideRareFonts } from './lib/fonts.mjs'
import { DATA, MINIAPP, ROOT, RULES, SERVER, STAND_IN } from './lib/paths.mjs'
import { run } from './lib/processes.mjs'
import { main, say } from './lib/say.mjs'
import { build, checkNode, install } from './lib/setup.mjs'

const FOLDER = path.join(DATA, 'test')
const RESULTS = path.join(FOLDER, 'results')
const total = { passed: 0, failed: 0 }
/** What each runner takes; both write the same form of results. */
const ARGS = {
  jest: (file) => ['--ci', '--silent=false', '--reporters=default', '--json', `--outputFile=${file}`],
  vitest: (file) => ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
}

await main(async () => {
  checkNode()
  await install()
  rmSync(RESULTS, { recursive: true, force: true })
  mkdirSync(RESULTS, { recursive: true })
  const chromium = await findChromium()
  await provideRareFonts()
  const database = await startDatabase(path.join(FOLDER, 'database'), { durable: false })
  const env = {
    ...process.env,
    TEST_DATABASE_URL: database.serverUrl,
    TEST_DATA_DIR: path.join(FOLDER, 'files'),
    CHROMIUM_PATH: chromium,
  }
  try {
    await check('Format and lint', 'node_modules/.bin/biome', ['ci', '--colors=off', '.'])
    await build('rules')
    for (const [name, folder] of [
      ['rules', RULES],
      ['stand-in', STAND_IN],
      ['server', SERVER],
      ['mini-program', MINIAPP],
    ]) {
      await check(`Types of ${name}`, path.join(folder, 'node_modules/.bin/tsc'), ['-p', folder, '--noEmit'])
    }
    await node('Boundaries and generated files', ['scripts/checks'], env)
    await Promise.all([build('stand-in'), build('server')])
    await specs('rules', 'jest', RULES, env)
    await specs('stand-in', 'jest', STAND_IN, env)
    await specs('server', 'vitest', SERVER, env)
    await specs('mini-program', 'jest', MINIAPP, env)
    await Promise.all([build('weapp'), build('h5')])
    await node('Mini-program build', ['apps/miniapp/test/weapp'], env)
    await node('Browser', ['apps/miniapp/test/h5'], env)
  } finally {
    if (database.started) await database.stop()
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
  return total.failed === 0 && total.passed > 0 ? 0 : 1
})

/** A command that passes or fails as a whole. */
async function check(title, command, args) {
  say(title)
  const { code, output } = await run(command, args, { cwd: ROOT, quiet: true, allowFailure: true })
  if (code === 0) total.passed += 1
  else {
    total.failed += 1
    console.log(output.split('\n').slice(-60).join('\n'))
  }
}

async function specs(title, runner, cwd, env) {
  say(`Tests of ${title}`)
  const file = path.join(RESULTS, `${runner}-${path.basename(cwd)}.json`)
  // One worker less than cores is the default; the core left over would stand idle, since the tests wait for the database.
  const workers = `--maxWorkers=${availableParallelism()}`
  const { code, output } = await run(
    path.join(cwd, 'node_modules/.bin', runner),
    [...ARGS[runner](file), workers],
    { cwd, env, quiet: true, allowFailure: true },
  )
  count(file, output, ({ testResults }) => {
    const stated = (one, state) => one.assertionResults.filter(({ status }) => status === state).length
    const sum = (of) => testResults.reduce((total, one) => total + of(one), 0)
    // A file that could not be loaded, or that failed outside its tests, names no test.
    const failed = sum((one) => stated(one, 'failed') || (one.status === 'failed' ? 1 : 0))
    return { passed: sum((one) => stated(one, 'passed')), failed: failed || (code === 0 ? 0 : 1) }
  })
}

async function node(title, folders, env) {
  say(title)
  const file = path.join(RESULTS, `node-${path.basename(folders[0])}.json`)
  const args = [
    '--test',
    '--test-concurrency=1',
    `--test-reporter=${path.join(ROOT, 'scripts/lib/count-reporter.mjs')}`,
    ...folders,
  ]
  const { output } = await run(process.execPath, args, {
    cwd: ROOT,
    env: { ...env, COUNT_FILE: file },
    quiet: true,
    allowFailure: true,
  })
  count(file, output, (result) => result)
}

/** Adds what a runner wrote down; a runner that wrote nothing has failed. */
function count(file, output, read) {
  let result = { passed: 0, failed: 1 }
  try {
    result = read(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    console.log('The runner ended before it wrote its results.')
  }
  total.passed += result.passed
  total.failed += result.failed
  console.log(`         ${result.passed} passed, ${result.failed} failed in this part`)
  if (result.failed > 0) console.log(output.split('\n').slice(-400).join('\n'))
  else
    for (const line of output.split('\n'))
      if (/^\s*figure:/.test(line)) console.log(`         ${line.trim()}`)
}
