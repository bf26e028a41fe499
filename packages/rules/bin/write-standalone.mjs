// Builds the command and the rules into one file without imports: dist/assess.mjs, or the path that is given.
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const at = (path) => fileURLToPath(new URL(path, import.meta.url))

await build({
  entryPoints: [at('command/standalone.mjs')],
  outfile: process.argv[2] ?? at('../dist/assess.mjs'),
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  // An auditor reads it: names and line breaks stay, Chinese is Chinese.
  minify: false,
  charset: 'utf8',
  banner: { js: '#!/usr/bin/env node' },
  logLevel: 'warning',
})
