// Records: taking them in beside a floor, in batches, and reading them back out of a ledger of a million.
import { measureReads } from './lib/reads.mjs'
import { measureSubmissions } from './lib/submissions.mjs'

await measureSubmissions()
await measureReads()
