// Writes docs/clauses.md from the rules and the text of the notice. Run after `pnpm build`; a test fails when it is stale.
import { readFileSync, writeFileSync } from 'node:fs'
import { clauseTable } from '../dist/clause-table/clause-coverage.js'

const notice = readFileSync(new URL('../../../docs/sources/bowei-2023-15.md', import.meta.url), 'utf8')
writeFileSync(new URL('../../../docs/clauses.md', import.meta.url), clauseTable(notice))
