import { existsSync } from 'node:fs'
import path from 'node:path'
import { run } from './processes.mjs'
import { Stop, say } from './say.mjs'

/** Chromium without windows of its own: the same engine, and a device of a test costs little more than half. */
const SHELL = 'chromium-headless-shell'
const NAMES = [SHELL, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const FONTS = ['fonts-noto-cjk', 'fontconfig']

/** Path of a Chromium with Chinese fonts for the browser tests; installed with apt when the machine has none. */
export async function findChromium() {
  const fonts = (await hasChineseFont()) ? [] : FONTS
  // What the machine has is not replaced: where the shell would need that, the tests run in what is there.
  const isChosen = process.env.CHROMIUM_PATH !== undefined || path.basename(onPath() ?? '') === SHELL
  if (!isChosen) await install([SHELL, ...fonts], ['--no-upgrade'])
  if (!onPath() || !(await hasChineseFont())) await install(['chromium', ...FONTS])
  const found = onPath()
  if (!found) {
    throw new Stop(
      'The browser tests need Chromium. Install it (for example "apt-get install chromium fonts-noto-cjk"), or set CHROMIUM_PATH, and run the command again.',
    )
  }
  return found
}

function onPath() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/bin']
  for (const name of NAMES) {
    for (const folder of folders) if (existsSync(path.join(folder, name))) return path.join(folder, name)
  }
  return undefined
}
async function hasChineseFont() {
  const fonts = await run('fc-list', [':lang=zh-cn', 'family'], { quiet: true, allowFailure: true }).catch(
    () => ({ output: '' }),
  )
  return fonts.output.trim() !== ''
}

/** Installs what the machine's package source knows of; without rights, or without a source, nothing happens. */
async function install(packages, options = []) {
  if (!existsSync('/usr/bin/apt-get')) return
  const quietly = (command, args, env = process.env) =>
    run(command, args, { quiet: true, allowFailure: true, env }).catch(() => ({ code: 1, output: '' }))
  const root = process.getuid?.() === 0
  if (!root && (await quietly('sudo', ['-n', 'true'])).code !== 0) return
  const [command, ...prefix] = root ? ['apt-get'] : ['sudo', '-n', 'apt-get']
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const [wanted] = packages
  const knows = async () => (await quietly('apt-cache', ['show', wanted])).code === 0
  if (!(await knows()) && onPath()) return
  say(`Installing ${packages.join(', ')} with apt-get for the browser tests`)
  await quietly(command, [...prefix, '-qq', 'update'], env)
  await quietly(
    command,
    [...prefix, 'install', '-y', '-qq', '--no-install-recommends', ...options, ...packages],
    env,
  )
}
