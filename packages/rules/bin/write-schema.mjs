// Writes schema/village-ledger.schema.json from the record kinds. Run after `pnpm build`; a test fails when it is stale.
import { writeFileSync } from 'node:fs'
import { villageLedgerSchema } from '../dist/village-ledger-schema.js'

const target = new URL('../schema/village-ledger.schema.json', import.meta.url)
writeFileSync(target, `${JSON.stringify(villageLedgerSchema(), null, 2)}\n`)
