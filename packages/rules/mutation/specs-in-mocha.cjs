// The specs as they are, run by Mocha: it keeps them loaded from one mutant to the next, where Jest loads every file
// anew. They get Jest's own expect and each.
const { readFileSync } = require('node:fs')
const Module = require('node:module')
const path = require('node:path')
const { expect } = require('expect')
const { bind } = require('jest-each')

// What the package itself depends on is found from the folder the run works in, a copy of the package.
const fromPackage = Module.createRequire(path.join(process.cwd(), 'package.json'))
const { transformSync } = fromPackage('@swc/core')

Module._extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), {
    filename,
    swcrc: false,
    sourceMaps: 'inline',
    module: { type: 'commonjs' },
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
  })
  module._compile(code, filename)
}

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
