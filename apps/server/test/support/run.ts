import { randomBytes } from 'node:crypto'
import { sweepDatabases } from './database.js'

/** Around a whole run: gives its databases a name of their own, and leaves none of them behind. */
export default function setup(): () => Promise<void> {
  const run = `t${randomBytes(4).toString('hex')}`
  process.env.TEST_RUN = run
  return () => sweepDatabases(run)
}
