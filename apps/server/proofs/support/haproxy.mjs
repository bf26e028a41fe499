import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createConnection } from 'node:net'
import path from 'node:path'
import { ROOT } from '../../../../scripts/lib/paths.mjs'
import { freePort, isAlive, pause, stopProcess } from '../../../../scripts/lib/processes.mjs'

const READY_WITHIN_MS = 60_000
/** Eight phones need few; the files of `deploy/` allow as many as a county, for which not every machine gives the file handles. */
const CONNECTIONS = '2000'

/**
 * HAProxy with one of the files of `deploy/`.
 * @param {string[]} command HAProxy itself
 * @param {string} file name in `deploy/`
 * @param {string} listen the variable that holds its own address
 * @param {Record<string, string | number>} env the file's other variables
 * @returns {Promise<{ address: string, close: () => Promise<void> }>}
 */
export async function startHaproxy([program, ...args], file, listen, env) {
  const port = await freePort()
  const address = `127.0.0.1:${port}`
  const child = spawn(program, [...args, '-db', '-n', CONNECTIONS, '-f', path.join(ROOT, 'deploy', file)], {
    env: { ...process.env, ...env, [listen]: address },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = once(child, 'exit')
  const deadline = Date.now() + READY_WITHIN_MS
  while (!(await accepts(port))) {
    if (!isAlive(child.pid) || Date.now() > deadline) throw new Error(`HAProxy did not start with ${file}.`)
    await pause(50)
  }
  return {
    address,
    async close() {
      await stopProcess(child.pid)
      await ended
    },
  }
}

const accepts = (port) =>
  new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' })
    const done = (value) => {
      socket.destroy()
      resolve(value)
    }
    socket.once('connect', () => done(true))
    socket.once('error', () => done(false))
  })
