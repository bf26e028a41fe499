// The specs as they are, run by Mocha: it keeps them loaded from one mutant to the next, where Jest loads every file
// anew. They get Jest's own expect and each.
const { createHash } = require('node:crypto')
const { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs')
const Module = require('node:module')
const path = require('node:path')
const { expect } = require('expect')
const { bind } = require('jest-each')

// What the package itself depends on is found from the folder the run works in, a copy of the package.
const fromPackage = Module.createRequire(path.join(process.cwd(), 'package.json'))
const { transformSync } = fromPackage('@swc/core')

const KEPT = path.join(process.cwd(), '.compiled')
mkdirSync(KEPT, { recursive: true })

/** What a file was compiled to; kept, because a change that is in force while files load needs a fresh process. */
function compiled(filename) {
  const source = readFileSync(filename, 'utf8')
  const kept = path.join(KEPT, createHash('sha1').update(filename).update('\0').update(source).digest('hex'))
  if (existsSync(kept)) return readFileSync(kept, 'utf8')
  const { code } = transformSync(source, {
    filename,
    swcrc: false,
    sourceMaps: 'inline',
    module: { type: 'commonjs' },
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
  })
  // Two processes may write the same: whichever comes last puts the same in place at once.
  writeFileSync(`${kept}.${process.pid}`, code)
  renameSync(`${kept}.${process.pid}`, kept)
  return code
}

Module._extensions['.ts'] = (module, filename) => module._compile(compiled(filename), filename)

// Mocha tells apart tests with and without a callback by their number of parameters; ours never take one.
const withEach = (declare) => Object.assign((title, run) => declare(title, run), { each: bind(declare) })

const globals = {
  expect,
  get describe() {
    return withEach(global.describe)
  },
  get it() {
    return withEach(global.it)
  },
}

const load = Module._load
Module._load = (request, ...rest) => (request === '@jest/globals' ? globals : load(request, ...rest))
