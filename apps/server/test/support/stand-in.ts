import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const ROOT = path.resolve(__dirname, '../../../wechat-stand-in')
const MAIN = path.join(ROOT, 'dist/main.js')
const TEMPLATES_FILE = path.resolve(__dirname, '../../config/wechat-templates.json')
const APP = { appid: 'wx00000000000000aa', secret: '0123456789abcdef0123456789abcdef' }
const PUSH = { token: 'testpushtoken', encodingAesKey: 'B'.repeat(43) }
const PAGES = ['packages-me/inbox/index']
const BUILD_TIMEOUT_MS = 20_000

export type SentMessage = {
  msgId: string
  openid: string
  templateId: string
  templateKey: string
  page: string
  miniprogramState: string
  lang: string
  data: Record<string, string>
}

type User = { phone?: string; unionid?: string; highRisk?: boolean }
type Popup = 'accept' | 'reject' | 'ban'

/** WeChat as a process of its own, strict about what its documents say. */
export type StandIn = {
  url: string
  /** Id of the reminder template. */
  templateId: string
  /** Environment under which the server talks to it. */
  env: Record<string, string>
  /** Does something to it, by `METHOD path`. */
  control: <T = unknown>(endpoint: string, body?: unknown) => Promise<T>
  /** Sets its clock, which then stands still. */
  setClock: (instant: string) => Promise<void>
  /** A WeChat user, as if he held a phone. */
  addUser: (openid: string, user?: User) => Promise<void>
  /** What `wx.login` gives on his phone. */
  loginCode: (openid: string) => Promise<string>
  /** What the phone number button gives. */
  phoneCode: (openid: string) => Promise<string>
  /** His answer to being asked for one message of each template: what the phone's call gives, by template id. */
  answerPopup: (openid: string, status: Popup) => Promise<Record<string, string>>
  sent: () => Promise<SentMessage[]>
  /** How often each path was called. */
  calls: () => Promise<Record<string, number>>
  /** What the server did against WeChat's documented contract; a test ends with none. */
  violations: () => Promise<unknown[]>
  /** Sends its pushes to a server from now on. @returns whether the server passed the check of the address */
  pushTo: (serverUrl: string) => Promise<boolean>
  /** When every push under way is answered or given up. */
  settle: () => Promise<void>
  close: () => Promise<void>
}

/** The WeChat stand-in on a free port. */
export async function startStandIn(): Promise<StandIn> {
  await build()
  const { templates } = JSON.parse(readFileSync(TEMPLATES_FILE, 'utf8')) as {
    templates: Record<'work-reminder', { templateId: string }>
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'dfv-stand-in-'))
  const seed = path.join(folder, 'seed.json')
  writeFileSync(seed, JSON.stringify({ ...APP, templates, pages: PAGES }))
  const child = spawn(process.execPath, [MAIN, '--port', '0', '--seed', seed], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await listeningUrl(child)

  const control = async <T>(endpoint: string, body?: unknown): Promise<T> => {
    const [method, where] = endpoint.split(' ')
    const response = await fetch(`${url}${where}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${endpoint}: ${response.status} ${await response.text()}`)
    return (await response.json()) as T
  }
  const items = async <T>(endpoint: string) => (await control<{ items: T[] }>(endpoint)).items
  const code = async (kind: string, openid: string) =>
    (await control<{ code: string }>(`POST /__/${kind}`, { openid })).code

  return {
    url,
    templateId: templates['work-reminder'].templateId,
    env: {
      WECHAT_APPID: APP.appid,
      WECHAT_SECRET: APP.secret,
      WECHAT_API_BASE: url,
      WECHAT_PUSH_TOKEN: PUSH.token,
      WECHAT_PUSH_AES_KEY: PUSH.encodingAesKey,
      WECHAT_TEMPLATES_FILE: TEMPLATES_FILE,
    },
    control,
    setClock: async (instant) => {
      await control('POST /__/clock', { setTo: instant, freeze: true })
    },
    addUser: async (openid, user = {}) => {
      await control('POST /__/users', { openid, ...user })
    },
    loginCode: (openid) => code('codes', openid),
    phoneCode: (openid) => code('phone-codes', openid),
    answerPopup: (openid, status) =>
      control('POST /__/subscriptions', {
        openid,
        results: Object.values(templates).map(({ templateId }) => ({ templateId, status })),
      }),
    sent: () => items<SentMessage>('GET /__/sent'),
    calls: async () => (await control<{ calls: Record<string, number> }>('GET /__/state')).calls,
    violations: () => items('GET /__/violations'),
    pushTo: async (serverUrl) => {
      const target = { url: `${serverUrl}/wechat/push`, ...PUSH }
      return (await control<{ verified: boolean }>('POST /__/push-target', target)).verified
    },
    settle: async () => {
      await control('POST /__/settle', {})
    },
    close: () =>
      new Promise((resolve) => {
        child.once('exit', () => {
          rmSync(folder, { recursive: true, force: true })
          resolve()
        })
        child.kill('SIGTERM')
      }),
  }
}

function listeningUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = ''
    child.once('exit', (status) => reject(new Error(`The WeChat stand-in ended with ${status}.`)))
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      const line = output.split('\n').find((candidate) => candidate.includes('"listening"'))
      if (line) resolve((JSON.parse(line) as { url: string }).url)
    })
  })
}

/** Builds the stand-in when its source is newer than what was built; one test process at a time. */
async function build(): Promise<void> {
  const lock = path.join(ROOT, 'dist.lock')
  while (isStale()) {
    const handle = take(lock)
    if (handle === undefined) {
      await pause(100)
      continue
    }
    try {
      const args = ['src', '-d', 'dist', '--strip-leading-paths', '--ignore', '**/*.spec.ts']
      if (isStale())
        execFileSync(path.join(ROOT, 'node_modules/.bin/swc'), args, { cwd: ROOT, stdio: 'pipe' })
    } finally {
      closeSync(handle)
      rmSync(lock, { force: true })
    }
  }
}

function take(lock: string): number | undefined {
  try {
    return openSync(lock, 'wx')
  } catch {
    // One that nobody holds any more was left by a process that was killed.
    const age = existsSync(lock) ? Date.now() - statSync(lock).mtimeMs : 0
    if (age > BUILD_TIMEOUT_MS) rmSync(lock, { force: true })
    return undefined
  }
}

function isStale(): boolean {
  if (!existsSync(MAIN)) return true
  const source = path.join(ROOT, 'src')
  const newest = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .map((name) => statSync(path.join(source, name)).mtimeMs)
  return Math.max(...newest) > statSync(MAIN).mtimeMs
}
