import { ProjectionsService } from '../modules/scoring/projections.service.js'
import { createCliContext, readCliEnvironment } from './bootstrap.js'
import { print, runCommand } from './command.js'

const LINES_SHOWN = 50

/** Computes every projection anew; with `--verify` compares instead, and ends with 1 when something differs. */
await runCommand(async () => {
  const isVerify = process.argv.includes('--verify')
  const app = await createCliContext(readCliEnvironment(process.env))
  try {
    const projections = app.get(ProjectionsService, { strict: false })
    if (!isVerify) {
      print(`${await projections.rebuild()} villages computed.`)
      return 0
    }
    const differences = await projections.verify()
    for (const line of differences.slice(0, LINES_SHOWN)) print(line)
    print(
      differences.length === 0
        ? 'Every projection equals a fresh computation.'
        : `${differences.length} differences.`,
    )
    return differences.length === 0 ? 0 : 1
  } finally {
    await app.close()
  }
})
