import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { Stop } from './say.mjs'

/**
 * Runs a command to its end.
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean, input?: string, allowFailure?: boolean}} options
 *   quiet: collect the output and show it only when the command fails
 * @returns {Promise<{code: number, output: string}>}
 */
export function run(command, args, options = {}) {
  const { cwd, env = process.env, quiet = false, input, allowFailure = false } = options
  return new Promise((resolve, reject) => {
    const stdio = [
      input === undefined ? 'ignore' : 'pipe',
      quiet ? 'pipe' : 'inherit',
      quiet ? 'pipe' : 'inherit',
    ]
    const child = spawn(command, args, { cwd, env, stdio })
    const chunks = []
    child.stdout?.on('data', (chunk) => chunks.push(chunk))
    child.stderr?.on('data', (chunk) => chunks.push(chunk))
    if (input !== undefined) child.stdin.end(input)
    child.on('error', (error) => reject(new Stop(`${command} could not be started: ${error.message}`)))
    child.on('close', (code) => {
      const output = Buffer.concat(chunks).toString('utf8')
      if (code === 0 || allowFailure) return resolve({ code: code ?? 1, output })
      if (quiet) process.stderr.write(output.split('\n').slice(-40).join('\n'))
      reject(new Stop(`"${command} ${args.join(' ')}" ended with code ${code}.`))
    })
  })
}

/** Whether nothing listens on the port of this machine's loopback address. */
export function isPortFree(port, host = '127.0.0.1') {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, host, () => probe.close(() => resolve(true)))
  })
}

/** A port that is free now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}

export function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Sends SIGTERM and waits for the end; after `graceMs` the process is killed. */
export async function stopProcess(pid, graceMs = 15_000) {
  if (!isAlive(pid)) return
  process.kill(pid, 'SIGTERM')
  const deadline = Date.now() + graceMs
  while (isAlive(pid) && Date.now() < deadline) await pause(50)
  if (isAlive(pid)) process.kill(pid, 'SIGKILL')
}

/** Ends a process without a word of warning, and waits until it is gone. */
export async function killProcess(pid) {
  if (!isAlive(pid)) return
  process.kill(pid, 'SIGKILL')
  while (isAlive(pid)) await pause(10)
}

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
