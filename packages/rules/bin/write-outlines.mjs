// Writes src/records/generated/outline-rows.ts from the record kinds. Bundled from source: the built package needs the file.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const records = new URL('../src/records/', import.meta.url)
const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL('outline-of.ts', records))],
  bundle: true,
  format: 'esm',
  write: false,
})
const { outlineRowsFile } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
)
writeFileSync(new URL('generated/outline-rows.ts', records), outlineRowsFile())
