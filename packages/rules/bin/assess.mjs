#!/usr/bin/env node
import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

const HELP = `assess — judge a village's ledger by 博委办〔2023〕15号, without server or database

  node packages/rules/bin/assess.mjs <ledger.json> --as-of <YYYY-MM-DD> [options]

  <ledger.json>          a VillageLedger (schema/village-ledger.schema.json); "-" reads standard input
  --as-of <YYYY-MM-DD>   the day up to which things had happened (China civil date); required
  --known-at <instant>   only what had been received by then, e.g. 2026-06-30T16:00:00.000Z
  --obligations          print what was due on that day instead of the scorecard
  --explain              print the judgement as sentences (Chinese) instead of JSON
  --help                 this text

Output is JSON on standard output. The same ledger, day and version give the same bytes.
A record that cannot be read is named on standard error with its path, and leaves the parts that
need it "undetermined"; it never counts as a pass.

Exit status: 0 judged · 1 the file cannot be judged at all · 2 the command line is wrong

Build once before the first use: pnpm --filter @dfv/rules build`

function stop(status, message) {
  process.stderr.write(`${message}\n`)
  process.exit(status)
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        'as-of': { type: 'string' },
        'known-at': { type: 'string' },
        obligations: { type: 'boolean' },
        explain: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    return stop(2, `${error.message}\nTry --help.`)
  }
}

function readLedger(file) {
  let text
  try {
    text = readFileSync(file === '-' ? 0 : file, 'utf8')
  } catch (error) {
    stop(1, `${file}: ${error.code === 'ENOENT' ? 'no such file' : error.message}`)
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    return stop(1, `${file}: not JSON: ${error.message}`)
  }
}

const { values, positionals } = readArguments()
if (values.help) {
  process.stdout.write(`${HELP}\n`)
  process.exit(0)
}
const built = new URL('../dist/index.js', import.meta.url)
if (!existsSync(built)) stop(2, 'The package is not built yet: pnpm --filter @dfv/rules build')
const rules = await import(built)

const [file] = positionals
if (file === undefined || positionals.length > 1) stop(2, 'Name one ledger file. Try --help.')
const asOf = values['as-of']
const knownAt = values['known-at'] ?? null
if (!rules.isIsoDate(asOf)) stop(2, '--as-of needs a day that exists, as YYYY-MM-DD. Try --help.')
if (knownAt !== null && !rules.isInstant(knownAt))
  stop(2, '--known-at needs a UTC instant, as YYYY-MM-DDTHH:MM:SSZ.')

const ledger = readLedger(file)
const options = { asOf, knownAt }
const troubles = rules.ledgerTroubles(ledger, options)
for (const { path, reason } of troubles)
  process.stderr.write(`${file}: ${path || '(the whole file)'}: ${reason}\n`)
if (troubles.some(({ reason }) => reason === 'malformedLedger')) process.exit(1)

if (values.obligations) print(rules.obligations(ledger, options))
else if (values.explain) explain(rules.assess(ledger, options))
else print(rules.assess(ledger, options))

function print(value) {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}

function explain(scorecard) {
  const wording = { asOf, nameOf: (id) => id }
  const lines = [
    `${scorecard.areaCode} · ${scorecard.year}年 · 截至 ${asOf}${knownAt ? ` · 收到时间不晚于 ${knownAt}` : ''}`,
    `${rules.trackLabel(scorecard.track)} · 政策 ${scorecard.policyVersion} · 规则 ${scorecard.rulesVersion}`,
  ]
  for (const { id, state, parts } of scorecard.standards) {
    lines.push('', `第${rules.standardNumber(id)}条 ${rules.standardTitle(id)}:${rules.stateLabel(state)}`)
    for (const part of scorecard.parts.filter((one) => parts.includes(one.id))) {
      lines.push(`  ${rules.partTitle(part.id)}:${rules.stateLabel(part.state)} ${rules.partText(part)}`)
      lines.push(`    原文:“${part.clause.quote}”(${part.clause.ref})`)
      for (const sentence of rules.howText(part)) lines.push(`    ${sentence}`)
      for (const missing of part.missing) lines.push(`    缺:${rules.missingText(missing, wording)}`)
      if (part.next) lines.push(`    ${rules.nextText(part.next, wording)}`)
      if (part.deciding.length > 0) lines.push(`    依据记录 ${part.deciding.length} 条`)
    }
  }
  process.stdout.write(`${lines.join('\n')}\n`)
}
