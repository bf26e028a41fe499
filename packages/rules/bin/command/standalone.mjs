import * as rules from '../../src/index.ts'
import { run } from './run.mjs'

await run(() => rules)
