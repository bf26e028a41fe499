// Freezes one judgement for the fixtures in frozen/: node bin/write-frozen.mjs <name> <snapshot.json>. What is frozen is
// never written again: the tests replay it on the rules as they are and list every difference by clause.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { assess, assessYear, readSnapshot } from '../dist/index.js'

const [name, file] = process.argv.slice(2)
if (file === undefined) throw new Error('node bin/write-frozen.mjs <name> <snapshot.json>')
const at = (part) => new URL(`../frozen/${name}.${part}.json`, import.meta.url)
if (existsSync(at('snapshot'))) throw new Error(`${name} is frozen already`)
const read = readSnapshot(JSON.parse(readFileSync(file, 'utf8')))
if (!read.ok) throw new Error(JSON.stringify(read.issues))
const { snapshot } = read
const { counts, ledger, ...options } = snapshot
writeFileSync(at('snapshot'), `${JSON.stringify(snapshot)}\n`)
writeFileSync(at('scorecard'), `${JSON.stringify(assess(ledger, options), null, 2)}\n`)
writeFileSync(at('points'), `${JSON.stringify(assessYear(ledger, { ...options, ...counts }), null, 2)}\n`)
