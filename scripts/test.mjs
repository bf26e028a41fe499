// All tests, with their own set-up. Ends with one line: N passed, N failed.
import { mkdirSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { findChromium } from './lib/chromium.mjs'
import { startDatabase } from './lib/database.mjs'
import { provideRareFonts } from './lib/fonts.mjs'
import { inLanes } from './lib/lanes.mjs'
import { DATA, MINIAPP, RULES, SERVER, STAND_IN } from './lib/paths.mjs'
import { runCheck, runNode, runSpecs } from './lib/runners.mjs'
import { main, say } from './lib/say.mjs'
import { build, checkNode, install } from './lib/setup.mjs'

const FOLDER = path.join(DATA, 'test')
const RESULTS = path.join(FOLDER, 'results')
const LANES = availableParallelism()
/** Two of the server's tests or of the browser's towns at once: they wait for a database, a process or a page now and then. */
const TOGETHER = 2
const total = { passed: 0, failed: 0 }

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
    const { failed, left } = await inLanes(LANES, pieces(env))
    if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}`)
    if (left.length > 0) console.log(`Not run, since what they need has failed: ${left.join(', ')}`)
    console.log(`\n${total.passed} passed, ${total.failed} failed`)
    return failed.length + left.length + total.failed === 0 && total.passed > 0 ? 0 : 1
  } finally {
    if (database.started) await database.stop()
  }
})

/** What there is to do, the longest ways to the end first: a short piece is easily fitted in. */
function pieces(env) {
  const one = { results: RESULTS, workers: 1 }
  const some = { results: RESULTS, workers: TOGETHER }
  return [
    made('rules'),
    made('stand-in', ['rules']),
    made('server', ['rules']),
    made('h5', ['rules']),
    made('weapp', ['rules']),
    part('Browser', ['stand-in', 'server', 'h5', 'weapp'], () =>
      runNode(['apps/miniapp/test/h5'], env, some),
    ),
    part('Tests of server', ['stand-in', 'server'], () => runSpecs('vitest', SERVER, env, some)),
    part('Mini-program build', ['weapp'], () => runNode(['apps/miniapp/test/weapp'], env, one)),
    part('Tests of rules', ['rules'], () => runSpecs('jest', RULES, env, one)),
    part('Tests of mini-program', ['rules'], () => runSpecs('jest', MINIAPP, env, one)),
    part('Tests of stand-in', ['stand-in'], () => runSpecs('jest', STAND_IN, env, one)),
    part('Format and lint', [], () => runCheck('node_modules/.bin/biome', ['ci', '--colors=off', '.'])),
    ...Object.entries({ rules: RULES, 'stand-in': STAND_IN, server: SERVER, 'mini-program': MINIAPP }).map(
      ([name, folder]) =>
        part(`Types of ${name}`, ['rules'], () =>
          runCheck(path.join(folder, 'node_modules/.bin/tsc'), ['-p', folder, '--noEmit']),
        ),
    ),
    part('Boundaries and generated files', ['rules'], () => runNode(['scripts/checks'], env, one)),
  ]
}

/** Something built, named as `build` names it. */
function made(name, needs) {
  const work = async () => {
    try {
      await build(name)
      return true
    } catch (error) {
      say(`FAILED: building ${name}`)
      console.log(error.message)
      total.failed += 1
      return false
    }
  }
  return { name, needs, work }
}

/** A part of the tests. What it has to say is printed whole when it ends, since others run beside it. */
function part(name, needs, test) {
  const work = async () => {
    say(name)
    const began = performance.now()
    const { passed, failed, output, slowest } = await test()
    total.passed += passed
    total.failed += failed
    const seconds = Math.round((performance.now() - began) / 1000)
    say(`${failed > 0 ? 'FAILED: ' : ''}${name}: ${passed} passed, ${failed} failed in ${seconds} s`)
    if (failed > 0) console.log(output.split('\n').slice(-400).join('\n'))
    else
      for (const line of output.split('\n'))
        if (/^\s*figure:/.test(line)) console.log(`         ${line.trim()}`)
    if (slowest.length > 0)
      console.log(
        `         slowest: ${slowest.map(({ name, ms }) => `${name} ${(ms / 1000).toFixed(1)} s`).join(', ')}`,
      )
    return failed === 0
  }
  return { name, needs, work }
}
