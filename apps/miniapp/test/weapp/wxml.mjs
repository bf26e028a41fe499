// Renders a page's data with WeChat's own WXML compiler: what the phone would draw.
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const require = createRequire(import.meta.url)

/** The compiler's binaries arrive without the right to run. */
function allowBinaries() {
  if (process.platform !== 'linux') return
  const bin = path.join(path.dirname(require.resolve('miniprogram-compiler/package.json')), 'bin/linux')
  for (const name of ['wcc', 'wcsc']) fs.chmodSync(path.join(bin, name), 0o755)
}

/** @returns {(route: string, data: object) => object} the tree of wx-elements */
export function compileWxml(root) {
  allowBinaries()
  const { wxmlToJs } = require('miniprogram-compiler')
  const silent = { log() {}, warn() {}, error() {} }
  const find = new Function('window', 'global', 'console', wxmlToJs(root))({}, {}, silent)
  return (route, data) => {
    const generate = find(`${route}.wxml`)
    if (typeof generate !== 'function') throw new Error(`no template for ${route}`)
    return generate(structuredClone(data))
  }
}

export const textOf = (node) => (typeof node === 'string' ? node : (node.children ?? []).map(textOf).join(''))

export function* elementsOf(node) {
  if (typeof node === 'string') return
  yield node
  for (const child of node.children ?? []) yield* elementsOf(child)
}
