import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import zlib from 'node:zlib'
import { DATA, MINIAPP, ROOT, RULES, SERVER, STAND_IN } from './paths.mjs'
import { run } from './processes.mjs'
import { Stop, say } from './say.mjs'

const [gzip, brotliCompress] = [zlib.gzip, zlib.brotliCompress].map((one) => promisify(one))
const STAMPS = path.join(DATA, 'stamps')

/** @throws Stop when this Node cannot run the programme */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Stop(
      `Node ${process.versions.node} is too old: install Node 20.19 or newer (Node 20 is what the programme is tested with).`,
    )
  }
}

/** The pinned pnpm, inside the data folder: nothing global is installed or used. */
export async function getPnpm() {
  const { packageManager } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'))
  const folder = path.join(DATA, 'tools')
  const entry = path.join(folder, 'node_modules/pnpm/bin/pnpm.cjs')
  const wanted = packageManager.split('@')[1]
  const found =
    existsSync(entry) &&
    JSON.parse(readFileSync(path.join(folder, 'node_modules/pnpm/package.json'), 'utf8')).version
  if (found !== wanted) {
    say(`Getting pnpm ${wanted}`)
    mkdirSync(folder, { recursive: true })
    writeFileSync(path.join(folder, 'package.json'), '{"private":true}\n')
    await run(
      'npm',
      ['install', '--no-audit', '--no-fund', '--no-save', '--loglevel=error', packageManager],
      { cwd: folder, quiet: true },
    ).catch(() => {
      throw new Stop(
        'pnpm could not be fetched: the npm registry does not answer. Check the network (npm ping) and run the command again.',
      )
    })
  }
  return (args, options = {}) => run(process.execPath, [entry, ...args], { cwd: ROOT, ...options })
}

/** Installs what the lock file names; skipped when it already is installed. */
export async function install() {
  const stamp = createHash('sha256')
    .update(readFileSync(path.join(ROOT, 'pnpm-lock.yaml')))
    .digest('hex')
  if (existsSync(path.join(ROOT, 'node_modules/.modules.yaml')) && readStamp('install') === stamp) return
  const pnpm = await getPnpm()
  say('Installing the packages of the lock file')
  await pnpm(
    ['install', '--frozen-lockfile', '--prefer-offline', '--reporter=append-only', '--loglevel=warn'],
    { quiet: true },
  ).catch((error) => {
    throw new Stop(
      `The packages could not be installed (${error.message}) Check the network and the room on the disk, then run the command again.`,
    )
  })
  writeStamp('install', stamp)
}

/** The parts that are built, and what each is made from. */
const BUILDS = {
  rules: {
    what: 'the rules',
    output: path.join(RULES, 'dist/assess.mjs'),
    inputs: ['src', 'bin', 'package.json', 'tsconfig.build.json'].map((name) => path.join(RULES, name)),
    clean: path.join(RULES, 'dist'),
    command: ['npm', ['run', '--silent', 'build'], RULES],
  },
  'stand-in': {
    what: 'the WeChat stand-in',
    output: path.join(STAND_IN, 'dist/main.js'),
    inputs: [path.join(STAND_IN, 'src'), path.join(STAND_IN, 'package.json')],
    clean: path.join(STAND_IN, 'dist'),
    command: ['npm', ['run', '--silent', 'build'], STAND_IN],
  },
  server: {
    what: 'the server',
    output: path.join(SERVER, 'dist/main.js'),
    inputs: [path.join(SERVER, 'src'), path.join(SERVER, 'package.json'), path.join(SERVER, '.swcrc')],
    clean: path.join(SERVER, 'dist'),
    command: ['npm', ['run', '--silent', 'build'], SERVER],
  },
  h5: {
    what: 'the app for the browser (H5)',
    output: path.join(MINIAPP, 'dist/h5/index.html'),
    inputs: [
      path.join(MINIAPP, 'src'),
      path.join(MINIAPP, 'config'),
      path.join(MINIAPP, 'package.json'),
      path.join(RULES, 'src'),
    ],
    clean: path.join(MINIAPP, 'dist/h5'),
    command: ['npm', ['run', '--silent', 'build:h5'], MINIAPP],
    after: () => compressTwins(path.join(MINIAPP, 'dist/h5')),
  },
  weapp: {
    what: 'the mini-program for WeChat',
    output: path.join(MINIAPP, 'dist/weapp/app.json'),
    inputs: [
      path.join(MINIAPP, 'src'),
      path.join(MINIAPP, 'config'),
      path.join(MINIAPP, 'package.json'),
      path.join(RULES, 'src'),
    ],
    clean: path.join(MINIAPP, 'dist/weapp'),
    command: ['npm', ['run', '--silent', 'build:weapp'], MINIAPP],
  },
}

/**
 * Builds a part when what it is made from has changed since.
 * @param {keyof BUILDS} name
 */
export async function build(name) {
  const { what, output, inputs, clean, command, after } = BUILDS[name]
  const stamp = fingerprint([...inputs, path.join(ROOT, 'pnpm-lock.yaml')])
  if (existsSync(output) && readStamp(name) === stamp) return
  say(`Building ${what}`)
  rmSync(clean, { recursive: true, force: true })
  const [program, args, cwd] = command
  await run(program, args, { cwd, quiet: true, env: { ...process.env, CI: 'true', NODE_ENV: 'production' } })
  // Taro ends with code 0 after a configuration it refuses.
  if (!existsSync(output)) throw new Stop(`Building ${what} wrote nothing to ${path.relative(ROOT, output)}.`)
  await after?.()
  writeStamp(name, stamp)
}

/**
 * Leaves a gzip and a Brotli twin beside every text file: a phone on a weak signal gets the smaller one. On all cores, and
 * beside what else is done meanwhile.
 */
async function compressTwins(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(js|css|html|svg)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
  await Promise.all(
    files.map(async (file) => {
      const content = await readFile(file)
      await writeFile(`${file}.gz`, await gzip(content, { level: 9 }))
      await writeFile(`${file}.br`, await brotliCompress(content))
    }),
  )
}

function fingerprint(inputs) {
  const hash = createHash('sha256')
  const visit = (entry) => {
    if (!existsSync(entry)) return
    const stat = statSync(entry)
    if (stat.isDirectory()) {
      for (const name of readdirSync(entry).sort()) visit(path.join(entry, name))
    } else {
      hash.update(path.relative(ROOT, entry)).update('\0').update(readFileSync(entry)).update('\0')
    }
  }
  for (const input of inputs) visit(input)
  return hash.digest('hex')
}

function readStamp(name) {
  const file = path.join(STAMPS, name)
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

function writeStamp(name, value) {
  mkdirSync(STAMPS, { recursive: true })
  writeFileSync(path.join(STAMPS, name), value)
}
