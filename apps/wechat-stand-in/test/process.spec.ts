import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { APPID, CONFIG } from './harness.js'

const ROOT = path.join(__dirname, '..')
const folder = mkdtempSync(path.join(tmpdir(), 'wechat-stand-in-'))
const seed = path.join(folder, 'seed.json')

beforeAll(() => {
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: ROOT })
  writeFileSync(seed, JSON.stringify(CONFIG))
})
afterAll(() => rmSync(folder, { recursive: true }))

function start(args: string[], env: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, [path.join(ROOT, 'dist/main.js'), ...args], {
    env: { ...process.env, ...env },
  })
}

async function firstLine(child: ChildProcess, stream: 'stdout' | 'stderr'): Promise<string> {
  const [line] = (await once(createInterface(child[stream]!), 'line')) as [string]
  return line
}

describe('the process', () => {
  it.each<[string, string[], Record<string, string>]>([
    ['arguments', ['--port', '0', '--seed', seed], {}],
    ['environment', [], { STAND_IN_PORT: '0', STAND_IN_CONFIG: seed }],
  ])('is set up by %s, says in one line where it listens, and ends on SIGTERM', async (_name, args, env) => {
    const child = start(args, env)
    const exit = once(child, 'exit')
    const line = JSON.parse(await firstLine(child, 'stdout')) as Record<string, string>
    expect(line).toMatchObject({ event: 'listening', appid: APPID, pid: child.pid })
    const state = (await (await fetch(`${line.url}/__/state`)).json()) as { users: object[] }
    expect(state.users).toHaveLength(CONFIG.users!.length)
    child.kill('SIGTERM')
    expect(await exit).toEqual([0, null])
  })

  it('does not start with a seed that cannot be meant', async () => {
    writeFileSync(path.join(folder, 'wrong.json'), '{"appid":"demo"}')
    const child = start(['--seed', path.join(folder, 'wrong.json')])
    const exit = once(child, 'exit')
    expect(await firstLine(child, 'stderr')).toContain('appid: expected an AppID')
    expect(await exit).toEqual([1, null])
  })
})
