import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

/**
 * Loads TypeScript of a package into a plain Node program: what the tests' runner does for them, for commands that are none.
 * @param {string} folder the package; its own packages are imported from there
 * @param {string} entry file below it
 * @param {import('esbuild').BuildOptions} options
 * @returns {Promise<Record<string, any>>} what the entry exports
 */
export async function loadTypeScript(folder, entry, options = {}) {
  const cache = path.join(folder, '.cache')
  // Beside the package's node_modules, and of this process: two commands may load the same at once.
  const outfile = path.join(cache, `${path.basename(entry).replace(/\.\w+$/, '')}-${process.pid}.mjs`)
  mkdirSync(cache, { recursive: true })
  try {
    await build({
      entryPoints: [path.join(folder, entry)],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      sourcemap: 'inline',
      logLevel: 'warning',
      ...options,
    })
    return await import(pathToFileURL(outfile).href)
  } finally {
    rmSync(outfile, { force: true })
  }
}
