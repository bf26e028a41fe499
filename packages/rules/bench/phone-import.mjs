// What the phone carries of the rules: the mini-program is built as for release, and every byte of its files is told by
// the build's source maps to come from the rules or not. Pass a folder built that way to weigh it again.
import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { codeFiles, piecesOf } from './lib/built-bytes.mjs'
import { say, table, yesNo } from './lib/measure.mjs'

const RULES_LIMIT_KB = 40
const MAIN_LIMIT_KB = 800
const PHONE = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../apps/miniapp')

const built = process.argv[2] ? path.resolve(process.argv[2]) : build()
const carried = rulesByPackage(built)
const kb = (bytes) => (bytes / 1024).toFixed(1)
const gzip = (pieces) => gzipSync(pieces.map(({ code }) => code).join(''), { level: 9 }).length
const plain = (pieces) => pieces.reduce((sum, { code }) => sum + Buffer.byteLength(code), 0)

say(
  'Rules in the built mini-program. A start loads the main package; a page of a subpackage loads that one besides:',
)
const rows = [...carried].sort(([a], [b]) => (a === 'main' ? -1 : b === 'main' ? 1 : a < b ? -1 : 1))
table(
  ['package', 'KB', 'KB gzip'],
  rows.map(([owner, pieces]) => [owner, kb(plain(pieces)), kb(gzip(pieces))]),
)
const main = carried.get('main') ?? []
const once = [
  ...new Map(
    rows.flatMap(([, pieces]) => pieces).map((piece) => [piece.source + piece.code, piece]),
  ).values(),
]
say()
say('The main package, by folder, without compression:')
table(
  ['folder', 'KB'],
  byFolder(main).map(([folder, bytes]) => [folder, kb(bytes)]),
)
say()
say(
  `  (a) what every start loads: ${kb(gzip(main))} KB gzip (≤ ${RULES_LIMIT_KB}: ${yesNo(gzip(main) <= RULES_LIMIT_KB * 1024)})`,
)
say(
  `  (b) the largest subpackage besides: ${kb(Math.max(...rows.filter(([owner]) => owner !== 'main').map(([, pieces]) => gzip(pieces))))} KB gzip`,
)
say(
  `  (c) all of the rules that any page loads, each piece once: ${kb(gzip(once))} KB gzip (≤ ${RULES_LIMIT_KB}: ${yesNo(gzip(once) <= RULES_LIMIT_KB * 1024)})`,
)
const mainBytes = mainPackageBytes(built)
say(
  `  the main package with everything in it: ${kb(mainBytes)} KB (≤ ${MAIN_LIMIT_KB}: ${yesNo(mainBytes <= MAIN_LIMIT_KB * 1024)})`,
)

/** Builds beside the released files, which have no maps. */
function build() {
  const { status, stderr } = spawnSync('npm', ['run', '--silent', 'build:weapp'], {
    cwd: PHONE,
    encoding: 'utf8',
    env: {
      ...process.env,
      CI: 'true',
      NODE_ENV: 'production',
      TARO_OUTPUT: 'dist/weighed',
      TARO_SOURCE_MAP: '1',
    },
  })
  if (status !== 0) throw new Error(`the mini-program could not be built\n${stderr}`)
  return path.join(PHONE, 'dist/weighed')
}

/** The pieces of code that come from the rules, by the package that carries them. */
function rulesByPackage(folder) {
  const found = new Map()
  for (const { file, owner } of codeFiles(folder))
    for (const { source, code } of piecesOf(file)) {
      // Webpack writes the path of a source with its slashes replaced.
      const [, name] = /packages[/_]rules[/_]src[/_](.*)$/.exec(source) ?? []
      if (name === undefined) continue
      if (!found.has(owner)) found.set(owner, [])
      found.get(owner).push({ source: name, code })
    }
  return found
}

function byFolder(pieces) {
  const folders = new Map()
  for (const { source, code } of pieces) {
    const folder = /^([^/_]+)[/_]/.exec(source)?.[1] ?? 'the rest'
    folders.set(folder, (folders.get(folder) ?? 0) + Buffer.byteLength(code))
  }
  return [...folders].sort(([, a], [, b]) => b - a)
}

/** As WeChat counts it: every file that lies in no subpackage; maps are not uploaded. */
function mainPackageBytes(folder) {
  const inSubpackage = new Set(
    codeFiles(folder)
      .map(({ owner }) => owner)
      .filter((owner) => owner !== 'main'),
  )
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.map') && entry.name !== 'project.config.json')
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .filter((file) => !inSubpackage.has(path.relative(folder, file).split(path.sep)[0]))
    .reduce((sum, file) => sum + statSync(file).size, 0)
}
