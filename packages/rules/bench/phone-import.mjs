// What the phone carries of the rules: bundled and minified as it would be, by part.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { say, table } from './lib/measure.mjs'

const LIMIT_KB = 40
const here = path.dirname(fileURLToPath(import.meta.url))
const RULES = path.resolve(here, '..')
const PHONE = path.resolve(here, '../../../apps/miniapp/src')

/** The names that the phone's own sources import from the rules; types weigh nothing. */
function importedNames(folder) {
  const names = new Set()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.tsx?$/.test(entry.name) || /\.spec\./.test(entry.name)) continue
    const source = readFileSync(path.join(entry.parentPath ?? entry.path, entry.name), 'utf8')
    for (const [, list] of source.matchAll(/import \{([^}]*)\} from '@dfv\/rules'/g))
      for (const item of list.split(',').map((one) => one.trim()))
        if (item !== '' && !item.startsWith('type ')) names.add(item.split(' as ')[0])
  }
  return [...names].sort()
}

const names = importedNames(PHONE)
const { outputFiles, metafile } = await build({
  stdin: {
    contents: `export { ${names.join(', ')} } from './src/index.ts'`,
    resolveDir: RULES,
    loader: 'ts',
  },
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2017',
  write: false,
  metafile: true,
})
const [{ contents }] = outputFiles
const folders = new Map()
for (const [file, { bytesInOutput }] of Object.entries(Object.values(metafile.outputs)[0].inputs)) {
  const folder = /(?:^|\/)src\/([^/]+)\//.exec(file)?.[1] ?? 'the rest'
  folders.set(folder, (folders.get(folder) ?? 0) + bytesInOutput)
}
const kb = (bytes) => (bytes / 1024).toFixed(1)
const gzip = gzipSync(contents, { level: 9 }).length
say(`The phone imports ${names.length} names; minified, without compression, by folder:`)
table(
  ['folder', 'KB'],
  [...folders].sort(([, a], [, b]) => b - a).map(([folder, bytes]) => [folder, kb(bytes)]),
)
say(
  `  ${kb(contents.length)} KB minified, ${kb(gzip)} KB gzip (≤ ${LIMIT_KB}: ${gzip <= LIMIT_KB * 1024 ? 'yes' : 'NO'})`,
)
