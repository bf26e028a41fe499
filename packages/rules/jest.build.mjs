import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The command line and the time-zone tests run the built package. */
export default function build() {
  const tsc = fileURLToPath(new URL('./node_modules/.bin/tsc', import.meta.url))
  execFileSync(tsc, ['-p', 'tsconfig.build.json'], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    stdio: 'inherit',
  })
}
