#!/usr/bin/env node
import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

const HELP = `assess — judge a village's ledger by 博委办〔2023〕15号, without server or database

  node packages/rules/bin/assess.mjs <ledger.json> --as-of <YYYY-MM-DD> [options]
  node packages/rules/bin/assess.mjs <snapshot.json> [options]
  node packages/rules/bin/assess.mjs <ledger.json>... --as-of <YYYY-MM-DD> --policy <draft.json>

What is read
  <ledger.json>          a VillageLedger (schema/village-ledger.schema.json); "-" reads standard input
  <snapshot.json>        a village-snapshot@1: ledger, policy, day and instant frozen together by --freeze;
                         it needs no --as-of, and judged again it gives the same bytes

What is asked
  --as-of <YYYY-MM-DD>   the day up to which things had happened (China civil date); required with a ledger
  --known-at <instant>   only what had been received by then, e.g. 2026-06-30T16:00:00.000Z
  --whole                judge every part of the notice, also those judged by hand in the policy in force
  --policy <draft.json>  judge by this policy beside the one in force and print what changes, in which
                         village, which part, by which clause; takes any number of ledgers

What is printed
  (nothing said)         the scorecard, as JSON
  --explain              the judgement, or the comparison, as sentences (Chinese)
  --obligations          what was due on that day
  --freeze               the snapshot to keep beside a decision

A draft policy names itself and the values it changes; a value that is left out is the released one:
  { "version": "draft-6", "values": { "activitiesPerMonth": { "versions": [
      { "from": "2023-03-24", "until": "2027-01-01", "value": 4 }, { "from": "2027-01-01", "value": 6 } ] } },
    "counties": { "441581": { "graceDays": [ { "from": "2027-01-01", "value": 5 } ] } } }
From 2023-03-24 on every day has exactly one version: a hole or an overlap is refused. Only a county's own
values may leave days to the default.

Examples
  assess village.json --as-of 2026-06-30 --explain          why the village stands where it stands
  assess village.json --as-of 2026-06-30 --freeze > kept.json
  assess kept.json                                          the same bytes, years later
  assess town/*.json --as-of 2026-06-30 --policy draft-6.json --explain

What is wrong is named on standard error with its path in the file, as records[id=…].payload.found or
values.activitiesPerMonth.versions[1].from. A record that cannot be read leaves the parts that need it
"undetermined"; it never counts as a pass, and the rest is judged.

Exit status: 0 judged · 1 a file cannot be used at all · 2 the command line is wrong
             3 judged, but the snapshot was frozen by another version of the rules

Build once before the first use: pnpm --filter @dfv/rules build`

function stop(status, ...lines) {
  process.stderr.write(`${lines.join('\n')}\n`)
  process.exit(status)
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        'as-of': { type: 'string' },
        'known-at': { type: 'string' },
        policy: { type: 'string' },
        whole: { type: 'boolean' },
        obligations: { type: 'boolean' },
        explain: { type: 'boolean' },
        freeze: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    return stop(2, error.message, 'Try --help.')
  }
}

function readJson(file) {
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

const { values, positionals: files } = readArguments()
if (values.help) {
  process.stdout.write(`${HELP}\n`)
  process.exit(0)
}
const built = new URL('../dist/index.js', import.meta.url)
if (!existsSync(built)) stop(2, 'The package is not built yet: pnpm --filter @dfv/rules build')
const rules = await import(built)
const inForce = values.whole ? rules.WHOLE_NOTICE_POLICIES : rules.POLICIES

if (files.length === 0 || (files.length > 1 && values.policy === undefined))
  stop(2, 'Name one ledger file, or several with --policy. Try --help.')
const printed = ['obligations', 'freeze'].filter((name) => values[name])
if (printed.length > 1 || (printed.length > 0 && (values.explain || values.policy !== undefined)))
  stop(2, `--${printed[0]} stands alone. Try --help.`)

const inputs = files.map((file) => ({ file, json: readJson(file) }))
const frozen = inputs.find(({ json }) => rules.isSnapshot(json))
if (frozen !== undefined && inputs.length > 1) stop(2, `${frozen.file}: a snapshot is judged alone.`)
const { ledgers, options } = frozen === undefined ? fromLedgers() : fromSnapshot(frozen)

for (const { file, ledger, root } of ledgers) {
  const troubles = rules.ledgerTroubles(ledger, options)
  for (const { path, reason } of troubles)
    process.stderr.write(
      `${file}: ${[root, path].filter(Boolean).join('.') || '(the whole file)'}: ${reason}\n`,
    )
  if (troubles.some(({ reason }) => reason === 'malformedLedger')) process.exit(1)
}

if (values.policy !== undefined) compare(readPolicy(values.policy))
else if (values.obligations) print(rules.obligations(ledgers[0].ledger, options))
else if (values.freeze) print(rules.freeze(ledgers[0].ledger, options))
else if (values.explain) explain(rules.assess(ledgers[0].ledger, options))
else print(rules.assess(ledgers[0].ledger, options))

function fromLedgers() {
  const asOf = values['as-of']
  const knownAt = values['known-at'] ?? null
  if (!rules.isIsoDate(asOf)) stop(2, '--as-of needs a day that exists, as YYYY-MM-DD. Try --help.')
  if (knownAt !== null && !rules.isInstant(knownAt))
    stop(2, '--known-at needs a UTC instant, as YYYY-MM-DDTHH:MM:SSZ.')
  return {
    ledgers: inputs.map(({ file, json }) => ({ file, ledger: json, root: '' })),
    options: { asOf, knownAt, policies: inForce },
  }
}

function fromSnapshot({ file, json }) {
  if (values['as-of'] !== undefined || values['known-at'] !== undefined || values.whole)
    stop(2, 'A snapshot has its own day, instant and policy: leave out --as-of, --known-at and --whole.')
  const read = rules.readSnapshot(json)
  if (!read.ok) stop(1, ...read.issues.map((issue) => `${file}: ${rules.faultText(issue)}`))
  const { asOf, knownAt, policies, ledger, rulesVersion } = read.snapshot
  if (rulesVersion !== rules.RULES_VERSION) {
    process.stderr.write(`${file}: frozen by rules ${rulesVersion}, judged by ${rules.RULES_VERSION}\n`)
    process.exitCode = 3
  }
  return { ledgers: [{ file, ledger, root: 'ledger' }], options: { asOf, knownAt, policies } }
}

function readPolicy(file) {
  const read = rules.readPolicies(readJson(file), options.policies)
  if (!read.ok) stop(1, ...read.issues.map((issue) => `${file}: ${rules.faultText(issue)}`))
  return read.policies
}

function compare(draft) {
  const villages = ledgers.map(({ ledger }) => ledger)
  const comparison = rules.compare(villages, options.policies, draft, options)
  if (values.explain) process.stdout.write(`${rules.comparisonTexts(comparison).join('\n')}\n`)
  else print(comparison)
}

function print(value) {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}

function explain(scorecard) {
  const { asOf, knownAt } = options
  const wording = { asOf, nameOf: (id) => id }
  const lines = [
    `${scorecard.areaCode} · ${scorecard.year}年 · 截至 ${asOf}${knownAt ? ` · 收到时间不晚于 ${knownAt}` : ''}`,
    `${rules.trackLabel(scorecard.track)} · 政策 ${scorecard.policyVersion} · 规则 ${scorecard.rulesVersion} · ${rules.stateLabel(scorecard.verdict)}`,
    ...(scorecard.verdictReason ? [rules.reasonText({ reason: scorecard.verdictReason })] : []),
  ]
  for (const { id, state, parts } of [...scorecard.standards, ...scorecard.measures]) {
    lines.push('', `${standardNumber(id)} ${rules.standardTitle(id)}:${rules.stateLabel(state)}`)
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

function standardNumber(id) {
  return id.startsWith('M') ? `措施${rules.standardNumber(id)}` : `第${rules.standardNumber(id)}条`
}
