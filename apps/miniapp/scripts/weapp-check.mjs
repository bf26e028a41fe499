// Checks dist/weapp without WeChat's tools: package sizes, level of syntax, unset build values, and WeChat's own
// packer (miniprogram-ci) offline. Usage: node scripts/weapp-check.mjs [dist/weapp]
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { parse } from 'acorn'

const require = createRequire(import.meta.url)
const root = path.resolve(process.argv[2] ?? path.join(import.meta.dirname, '../dist/weapp'))
const KB = 1024
const LIMITS_KB = { main: 800, package: 2048, all: 20 * 1024 }
const problems = []

if (!fs.existsSync(path.join(root, 'app.json'))) {
  // Taro ends without an error when its configuration is wrong.
  console.error('no app.json: the build wrote nothing')
  process.exit(1)
}

const app = JSON.parse(fs.readFileSync(path.join(root, 'app.json'), 'utf8'))
const roots = (app.subPackages ?? app.subpackages ?? []).map((one) => one.root.replace(/\/$/, ''))
const files = fs
  .readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.join(entry.parentPath, entry.name))

const sizes = { main: 0 }
for (const file of files) {
  const name = path.relative(root, file).split(path.sep).join('/')
  if (name.endsWith('.map') || name === 'project.config.json') continue
  const owner = roots.find((one) => name.startsWith(`${one}/`)) ?? 'main'
  sizes[owner] = (sizes[owner] ?? 0) + fs.statSync(file).size
  if (!name.endsWith('.js')) continue
  const code = fs.readFileSync(file, 'utf8')
  try {
    parse(code, { ecmaVersion: 2021, sourceType: 'script' })
  } catch (error) {
    problems.push(`${name}: newer than iOS 14 and Chrome 86 understand: ${error.message}`)
  }
  if (code.includes('process.env.TARO_APP_'))
    problems.push(`${name}: a build value was not set; WeChat has no process`)
}

for (const [name, bytes] of Object.entries(sizes)) {
  console.log(`${name.padEnd(24)} ${(bytes / KB).toFixed(1).padStart(8)} KB`)
  const limit = name === 'main' ? LIMITS_KB.main : LIMITS_KB.package
  if (bytes > limit * KB) problems.push(`${name} is over ${limit} KB`)
}
const all = Object.values(sizes).reduce((sum, bytes) => sum + bytes, 0)
console.log(`${'all'.padEnd(24)} ${(all / KB).toFixed(1).padStart(8)} KB`)
if (all > LIMITS_KB.all * KB) problems.push(`all packages are over ${LIMITS_KB.all} KB`)

/** miniprogram-ci talks a lot, looks for its server once, and leaves folders where it stands. */
async function packOffline() {
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'weapp-check-'))
  const key = path.join(scratch, 'key')
  fs.writeFileSync(key, 'offline')
  const { log, warn, info, error } = console
  Object.assign(console, { log() {}, warn() {}, info() {}, error() {} })
  process.chdir(scratch)
  try {
    const ci = require('miniprogram-ci')
    const project = new ci.Project({
      appid: 'wx0000000000000000',
      type: 'miniProgram',
      projectPath: root,
      privateKeyPath: key,
      ignores: ['**/*.map'],
    })
    // What its server would say about the account.
    project.attr = async () => ({
      platform: false,
      appType: 0,
      isSandbox: false,
      released: false,
      setting: {
        MaxCodeSize: 2,
        MaxSubpackageSubCodeSize: 2,
        MaxSubpackageFullCodeSize: 20,
        NavigateMiniprogramLimit: 10,
        MaxSubPackageLimit: 100,
        MinTabbarCount: 2,
        MaxTabbarCount: 5,
        MaxTabbarIconSize: 40,
      },
    })
    const setting = { es6: false, minify: false, minifyWXML: true }
    await ci.getCompiledResult(
      { project, version: '0.0.0', desc: 'check', setting, onProgressUpdate() {} },
      path.join(scratch, 'result.zip'),
    )
    return await ci.checkCodeQuality(project)
  } finally {
    Object.assign(console, { log, warn, info, error })
    process.chdir(root)
    fs.rmSync(scratch, { recursive: true, force: true })
  }
}

try {
  const quality = await packOffline()
  for (const { name, success, text } of quality) {
    if (!success && !/COMPRESS_OPEN/.test(name)) console.log(`note: ${name}: ${text}`)
  }
} catch (error) {
  problems.push(`miniprogram-ci: ${String(error.message).slice(0, 600)}`)
}

for (const problem of problems) console.error(`PROBLEM ${problem}`)
console.log(problems.length === 0 ? 'weapp check passed' : `${problems.length} problems`)
process.exit(problems.length === 0 ? 0 : 1)
