import { existsSync } from 'node:fs'
import path from 'node:path'
import { run } from './processes.mjs'
import { Stop, say } from './say.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** Path of a Chromium with Chinese fonts for the browser tests; installed with apt when the machine has none. */
export async function findChromium() {
  if (!onPath() || !(await hasChineseFont())) await install()
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
  for (const folder of folders) {
    for (const name of NAMES) if (existsSync(path.join(folder, name))) return path.join(folder, name)
  }
  return undefined
}

async function hasChineseFont() {
  const fonts = await run('fc-list', [':lang=zh-cn', 'family'], { quiet: true, allowFailure: true }).catch(
    () => ({ output: '' }),
  )
  return fonts.output.trim() !== ''
}

async function install() {
  if (!existsSync('/usr/bin/apt-get')) return
  const root = process.getuid?.() === 0
  const [command, ...prefix] = root ? ['apt-get'] : ['sudo', '-n', 'apt-get']
  say('Installing Chromium and Chinese fonts with apt-get for the browser tests')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await run(command, [...prefix, '-qq', 'update'], { quiet: true, allowFailure: true, env }).catch(
    () => undefined,
  )
  await run(
    command,
    [
      ...prefix,
      'install',
      '-y',
      '-qq',
      '--no-install-recommends',
      'chromium',
      'fonts-noto-cjk',
      'fontconfig',
    ],
    {
      quiet: true,
      allowFailure: true,
      env,
    },
  ).catch(() => undefined)
}
