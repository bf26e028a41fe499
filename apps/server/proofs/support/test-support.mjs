import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { loadTypeScript } from '../../../../scripts/lib/bundle.mjs'
import { SERVER } from '../../../../scripts/lib/paths.mjs'

/** A part of the built server, by its file. */
export const built = (file) => import(pathToFileURL(path.join(SERVER, 'dist', file)).href)

const ENTRY = 'proofs/support/test-support.entry.ts'

/** The sources come as they were built, so that the proofs run what the server runs. */
const builtSources = {
  name: 'built-sources',
  setup(build) {
    build.onResolve({ filter: /\/src\/.*\.js$/ }, ({ path: target }) => ({
      path: pathToFileURL(path.join(SERVER, target.replace(/^.*\/src\//, 'dist/'))).href,
      external: true,
    }))
  },
}

/** What the server's tests use, for a plain Node program. @returns {Promise<typeof import('./test-support.entry.ts')>} */
export const loadTestSupport = () =>
  loadTypeScript(SERVER, ENTRY, {
    packages: 'external',
    plugins: [builtSources],
    define: { __dirname: JSON.stringify(path.join(SERVER, 'test/support')) },
  })
