import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('.', import.meta.url))

const newestIn = (folder) =>
  Math.max(
    ...readdirSync(folder, { withFileTypes: true }).map((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? newestIn(path) : statSync(path).mtimeMs
    }),
  )

/** The command line and the time-zone tests run the built package; it is built when a source is newer. */
export default function build() {
  const built = join(here, 'dist/index.js')
  if (existsSync(built) && statSync(built).mtimeMs > newestIn(join(here, 'src'))) return
  execFileSync(join(here, 'node_modules/.bin/tsc'), ['-p', 'tsconfig.build.json'], {
    cwd: here,
    stdio: 'inherit',
  })
}
