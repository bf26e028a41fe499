import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { MINIAPP, SERVER, STAND_IN } from './paths.mjs'
import { freePort, isAlive, pause, run, stopProcess } from './processes.mjs'
import { Stop } from './say.mjs'
import { SERVER_FLAGS } from './server-flags.mjs'

const READY_TIMEOUT_MS = 60_000
/** An AppID and secret that only the stand-in knows. */
const STAND_IN_APP = { appid: 'wx0000000000000000', secret: '0123456789abcdef0123456789abcdef' }

/**
 * A whole town in one folder: stand-in, server, keys and logs, on one database.
 * @param {{folder: string, databaseUrl: string, port: number, mode?: string, env?: Record<string, string>}} options
 */
export function createTown({ folder, databaseUrl, port, env = {} }) {
  mkdirSync(folder, { recursive: true })
  const children = []
  const keysFile = path.join(folder, 'keys.json')
  const templatesFile = path.join(SERVER, 'config/wechat-templates.json')
  const base = {
    ...process.env,
    APP_MODE: 'demo',
    DATABASE_URL: databaseUrl,
    KEYS_FILE: keysFile,
    DATA_DIR: folder,
    H5_DIR: path.join(MINIAPP, 'dist/h5'),
    PORT: String(port),
    WECHAT_APPID: STAND_IN_APP.appid,
    WECHAT_SECRET: STAND_IN_APP.secret,
    WECHAT_PUSH_TOKEN: 'stand-in-push-token',
    WECHAT_PUSH_AES_KEY: 'A'.repeat(43),
    WECHAT_TEMPLATES_FILE: templatesFile,
    ...env,
  }

  const cli = (name, args = [], options = {}) =>
    run(process.execPath, ['--enable-source-maps', path.join(SERVER, `dist/cli/${name}.js`), ...args], {
      env: base,
      ...options,
    })

  const launch = (name, args, environment) => {
    const output = openSync(path.join(folder, `${name}.log`), 'a')
    // A process group of its own: Ctrl-C reaches this command alone, which then stops its children in order.
    const child = spawn(process.execPath, args, {
      env: environment,
      detached: true,
      stdio: ['ignore', output, output],
    })
    children.unshift(child.pid)
    return child
  }

  return {
    folder,
    address: `http://localhost:${port}`,
    cli,

    /** Keys of the demo, made once; those of an older demo get what they lack. */
    async makeKeys() {
      if (!existsSync(keysFile))
        await cli('admin', ['make-keys', '--demo', '--out', keysFile], { quiet: true })
      else if (JSON.parse(readFileSync(keysFile, 'utf8')).handInKeys === undefined) {
        const grown = `${keysFile}.new`
        rmSync(grown, { force: true })
        await cli('admin', ['add-hand-in-key', '--keys', keysFile, '--out', grown], { quiet: true })
        renameSync(grown, keysFile)
      }
    },

    async startStandIn() {
      const standInPort = await freePort()
      const config = standInConfig(templatesFile, port, base)
      const configFile = path.join(folder, 'wechat-stand-in.json')
      writeFileSync(configFile, JSON.stringify(config, null, 2))
      const child = launch(
        'wechat-stand-in',
        [path.join(STAND_IN, 'dist/main.js'), '--port', String(standInPort), '--seed', configFile],
        process.env,
      )
      base.WECHAT_API_BASE = `http://127.0.0.1:${standInPort}`
      await until(
        `${base.WECHAT_API_BASE}/__/state`,
        child.pid,
        'The WeChat stand-in',
        path.join(folder, 'wechat-stand-in.log'),
      )
      return base.WECHAT_API_BASE
    },

    async startServer(extra = {}) {
      const environment = { ...base, ...extra }
      const child = launch('server', [...SERVER_FLAGS, path.join(SERVER, 'dist/main.js')], environment)
      await until(
        `http://127.0.0.1:${environment.PORT}/health/ready`,
        child.pid,
        'The server',
        path.join(folder, 'server.log'),
      )
      return child.pid
    },

    async stop() {
      for (const pid of children.splice(0)) await stopProcess(pid)
    },
  }
}

/** What the stand-in is told of our mini-program: its pages are those of the built app. */
function standInConfig(templatesFile, port, base) {
  const { templates } = JSON.parse(readFileSync(templatesFile, 'utf8'))
  return {
    ...STAND_IN_APP,
    templates,
    pages: publishedPages(),
    pushTarget: {
      url: `http://127.0.0.1:${port}/wechat/push`,
      token: base.WECHAT_PUSH_TOKEN,
      encodingAesKey: base.WECHAT_PUSH_AES_KEY,
      mode: 'secure',
    },
  }
}

function publishedPages() {
  const source = readFileSync(path.join(MINIAPP, 'src/app.config.ts'), 'utf8')
  const list = (text) => [...text.matchAll(/'([\w/-]+)'/g)].map((match) => match[1])
  const main = list(/pages:\s*\[([^\]]*)\]/.exec(source)?.[1] ?? '')
  const packages = [...source.matchAll(/root:\s*'([\w-]+)',\s*pages:\s*\[([^\]]*)\]/g)]
  return [...main, ...packages.flatMap(([, root, pages]) => list(pages).map((page) => `${root}/${page}`))]
}

async function until(url, pid, what, log) {
  const deadline = Date.now() + READY_TIMEOUT_MS
  for (;;) {
    const answer = await fetch(url).catch(() => undefined)
    if (answer?.ok) return
    if (!isAlive(pid) || Date.now() > deadline) {
      const tail = existsSync(log) ? readFileSync(log, 'utf8').split('\n').slice(-15).join('\n') : ''
      throw new Stop(`${what} did not become ready. Its last words (${log}):\n${tail}`)
    }
    await pause(100)
  }
}
