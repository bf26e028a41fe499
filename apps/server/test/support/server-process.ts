import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'

const ROOT = path.resolve(__dirname, '../..')
const RULES = path.resolve(ROOT, '../../packages/rules/dist/index.js')

const MAIN = path.join(ROOT, 'dist/main.js')

/** A process of the server and where it listens. */
export type ServerProcess = { child: ChildProcess; url: string }

/** What the processes run is built once, before the first of them starts; a build under way would feed them halves. */
export function buildServer(): void {
  if (!existsSync(RULES)) throw new Error('The rules are not built: run the tests through "npm test".')
  if (!isStale()) return
  const ignored = '**/*.spec.ts,**/*.db-spec.ts'
  const args = ['src', '-d', 'dist', '--strip-leading-paths', '--copy-files', '--ignore', ignored]
  execFileSync(path.join(ROOT, 'node_modules/.bin/swc'), args, { cwd: ROOT, stdio: 'pipe' })
}

/** A server in a process of its own; resolves when it listens. */
export async function startServerProcess(env: Record<string, string>): Promise<ServerProcess> {
  const child = spawn(process.execPath, [path.join(__dirname, 'fast-server.mjs')], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The server ended with ${code} before it listened.`)
  })
  ended.catch(() => undefined)
  const [line] = await Promise.race([once(child.stdout as NodeJS.ReadableStream, 'data'), ended])
  return { child, url: String(line).trim() }
}

function isStale(): boolean {
  if (!existsSync(MAIN)) return true
  const source = path.join(ROOT, 'src')
  const times = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/\.(db-)?spec\.ts$/.test(name))
    .map((name) => statSync(path.join(source, name)).mtimeMs)
  return Math.max(...times) > statSync(MAIN).mtimeMs
}
