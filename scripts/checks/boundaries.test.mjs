import assert from 'node:assert/strict'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import test from 'node:test'
import { MINIAPP, ROOT, RULES, SERVER, STAND_IN } from '../lib/paths.mjs'

const SKIP = new Set(['node_modules', 'dist', '.data', '.git', 'generated'])
const IMPORT =
  /(?:^|\s)(?:import|export)\s[^'"]*?from\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|^import\s+['"]([^'"]+)['"]/gm

function* files(folder, pattern) {
  for (const name of readdirSync(folder)) {
    if (SKIP.has(name)) continue
    const full = path.join(folder, name)
    if (statSync(full).isDirectory()) yield* files(full, pattern)
    else if (pattern.test(name)) yield full
  }
}

function importsOf(file) {
  return [...readFileSync(file, 'utf8').matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? match[3])
}

/** Imports in a folder that the predicate refuses, as "file → import". */
function offences(folder, refused) {
  return [...files(folder, /\.tsx?$/)].flatMap((file) =>
    importsOf(file)
      .filter((target) => refused(target, file))
      .map((target) => `${path.relative(ROOT, file)} → ${target}`),
  )
}

const isRelative = (target) => target.startsWith('.')
const leaves = (target, file, root) =>
  isRelative(target) && path.relative(root, path.resolve(path.dirname(file), target)).startsWith('..')
const isSpec = (file) => /(spec\.tsx?$|\/testing\/)/.test(file)

test('the rules import nothing but themselves', () => {
  const allowedInTests = /^(@jest\/globals|fast-check|node:)/
  assert.deepEqual(
    offences(path.join(RULES, 'src'), (target, file) =>
      isRelative(target)
        ? leaves(target, file, path.join(RULES, 'src')) && !isSpec(file)
        : !(isSpec(file) && allowedInTests.test(target)),
    ),
    [],
  )
})

test('the rules have no clock, no chance and no locale', () => {
  const forbidden = /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bIntl\b|\btoLocale\w+|\bprocess\./
  const found = [...files(path.join(RULES, 'src'), /\.ts$/)]
    .filter((file) => !isSpec(file))
    .filter((file) => forbidden.test(readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')))
  assert.deepEqual(
    found.map((file) => path.relative(ROOT, file)),
    [],
  )
})

test('server, mini-program and stand-in import each other nowhere, and the rules only by name', () => {
  const crossing = (own) => (target, file) =>
    leaves(target, file, own) || (/^@dfv\//.test(target) && !/^@dfv\/rules(\/testing)?$/.test(target))
  assert.deepEqual(
    offences(
      path.join(SERVER, 'src'),
      (target, file) => crossing(path.join(SERVER, 'src'))(target, file) && !isSpec(file),
    ),
    [],
  )
  assert.deepEqual(
    offences(path.join(MINIAPP, 'src'), (target, file) => crossing(MINIAPP)(target, file)),
    [],
  )
  assert.deepEqual(
    offences(
      path.join(STAND_IN, 'src'),
      (target, file) => crossing(STAND_IN)(target, file) || /^@dfv/.test(target),
    ),
    [],
  )
})

test('a server module reaches another one only through its services', () => {
  const modules = path.join(SERVER, 'src/modules')
  const refused = (target, file) => {
    if (!isRelative(target) || isSpec(file)) return false
    const resolved = path.relative(modules, path.resolve(path.dirname(file), target))
    if (resolved.startsWith('..')) return false
    const [own] = path.relative(modules, file).split(path.sep)
    return resolved.split(path.sep)[0] !== own && /\.(repository|entity)\.js$/.test(target)
  }
  assert.deepEqual(offences(modules, refused), [])
})

test('server and phone judge by the policy in force, never by the one that was delivered', () => {
  // Without a policy these take the delivered one, and what a county has released would be passed over in silence.
  const judging =
    /(?<![.\w]|async )(?:assess|assessYear|obligations|freeze|gapPlan|kindsEntered|kindsInUse|plaqueOf|policyAt|villageFold|placeFold)(\((?:[^()]|\([^()]*\))*\))/g
  // A replay takes the policy that was frozen; the heads of files hand on what they were given.
  const handsOn = /\/(replay|policies)\/|-head\.ts$/
  const found = [SERVER, MINIAPP].flatMap((app) =>
    [...files(path.join(app, 'src'), /\.tsx?$/)]
      .filter((file) => !isSpec(file) && !handsOn.test(file))
      .flatMap((file) => {
        const text = readFileSync(file, 'utf8')
        const imported = /import \{([^}]*)\} from '@dfv\/rules'/.exec(text)?.[1] ?? ''
        return [...text.matchAll(judging)]
          .filter(
            ([call, given]) => imported.includes(call.slice(0, call.indexOf('('))) && !/policies/.test(given),
          )
          .map(([call]) => `${path.relative(ROOT, file)}: ${call.replace(/\s+/g, ' ')}`)
      }),
  )
  assert.deepEqual(found, [])
  // Where the delivered policy is what is meant: under what a county has released, and where nobody's county is known.
  const delivered = [
    path.join(SERVER, 'src/modules/policies/policies-in-force.ts'),
    path.join(SERVER, 'src/modules/policies/policies.dto.ts'),
    path.join(SERVER, 'src/modules/shell/app-config.controller.ts'),
    path.join(MINIAPP, 'src/shared/ledger/snapshot.ts'),
  ]
  const users = [SERVER, MINIAPP].flatMap((app) =>
    [...files(path.join(app, 'src'), /\.tsx?$/)].filter(
      (file) => !isSpec(file) && /\bPOLICIES\b/.test(readFileSync(file, 'utf8')),
    ),
  )
  assert.deepEqual(users.sort(), delivered.sort())
})

test('nothing is left unfinished in the sources', () => {
  const marks = new RegExp(
    [
      'TO' + 'DO',
      'FIX' + 'ME',
      'not imple' + 'mented',
      '敬请' + '期待',
      '待' + '开发',
      '\\.sk' + 'ip\\(',
      '\\.on' + 'ly\\(',
    ].join('|'),
  )
  const found = [SERVER, MINIAPP, RULES, STAND_IN, path.join(ROOT, 'scripts/lib')]
    .flatMap((folder) => [...files(folder, /\.(tsx?|mjs)$/)])
    .filter((file) => marks.test(readFileSync(file, 'utf8')))
  assert.deepEqual(
    found.map((file) => path.relative(ROOT, file)),
    [],
  )
})

test('the repository names no machine, registry or tool', () => {
  const marks = new RegExp(
    ['/wo' + 'rk/(main|shared|steering|[.])', '/t' + 'mp/team', 'registry\\.npm', 'deb\\.debian'].join('|'),
  )
  const found = [...files(ROOT, /\.(tsx?|mjs|cjs|js|json|md|ya?ml|sh)$/)].filter((file) =>
    marks.test(readFileSync(file, 'utf8')),
  )
  assert.deepEqual(
    found.map((file) => path.relative(ROOT, file)),
    [],
  )
})
