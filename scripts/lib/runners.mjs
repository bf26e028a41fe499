import { readFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from './paths.mjs'
import { run } from './processes.mjs'

/** How many of the slowest files or tests of a part are named. */
const SLOWEST = 3

/**
 * What a part of the tests came to.
 * @typedef {{ passed: number, failed: number, output: string, slowest: { name: string, ms: number }[] }} Outcome
 */

/** A command that passes or fails as a whole. @returns {Promise<Outcome>} */
export async function runCheck(command, args) {
  const { code, output } = await run(command, args, { cwd: ROOT, quiet: true, allowFailure: true })
  return code === 0
    ? { passed: 1, failed: 0, output, slowest: [] }
    : { passed: 0, failed: 1, output, slowest: [] }
}

/** What each runner takes; both write the same form of results. */
const ARGS = {
  jest: (file) => ['--ci', '--silent=false', '--reporters=default', '--json', `--outputFile=${file}`],
  vitest: (file) => ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
}

/** Files of a package's tests. @param {{ results: string, workers: number }} options @returns {Promise<Outcome>} */
export async function runSpecs(runner, cwd, env, { results, workers }) {
  const file = path.join(results, `${runner}-${path.basename(cwd)}.json`)
  const { code, output } = await run(
    path.join(cwd, 'node_modules/.bin', runner),
    [...ARGS[runner](file), `--maxWorkers=${workers}`],
    { cwd, env, quiet: true, allowFailure: true },
  )
  return read(file, output, ({ testResults }) => {
    const stated = (one, state) => one.assertionResults.filter(({ status }) => status === state).length
    const sum = (of) => testResults.reduce((total, one) => total + of(one), 0)
    // A file that could not be loaded, or that failed outside its tests, names no test.
    const failed = sum((one) => stated(one, 'failed') || (one.status === 'failed' ? 1 : 0))
    return {
      passed: sum((one) => stated(one, 'passed')),
      failed: failed || (code === 0 ? 0 : 1),
      slowest: testResults.map(({ name, startTime, endTime }) => ({
        name: path.basename(name),
        ms: endTime - startTime,
      })),
    }
  })
}

/** Files of node's own runner. @param {{ results: string, workers: number }} options @returns {Promise<Outcome>} */
export async function runNode(files, env, { results, workers }) {
  const file = path.join(results, `node-${path.basename(files[0])}.json`)
  const args = [
    '--test',
    `--test-concurrency=${workers}`,
    `--test-reporter=${path.join(ROOT, 'scripts/lib/count-reporter.mjs')}`,
    ...files,
  ]
  const { output } = await run(process.execPath, args, {
    cwd: ROOT,
    env: { ...env, COUNT_FILE: file },
    quiet: true,
    allowFailure: true,
  })
  return read(file, output, (result) => result)
}

/** A runner that wrote nothing has failed. */
function read(file, output, results) {
  try {
    const { passed, failed, slowest } = results(JSON.parse(readFileSync(file, 'utf8')))
    return { passed, failed, output, slowest: slowest.sort((a, b) => b.ms - a.ms).slice(0, SLOWEST) }
  } catch {
    return {
      passed: 0,
      failed: 1,
      output: `${output}\nThe runner ended before it wrote its results.`,
      slowest: [],
    }
  }
}
