import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { explainAgainst, explainPlan, explainPoints, explainScorecard } from './explain.mjs'
import { HELP } from './help.mjs'

/** Ends the command with what is wrong. */
class Stop extends Error {
  constructor(status, ...lines) {
    super(lines.join('\n'))
    this.status = status
  }
}

const OPTIONS = {
  'as-of': { type: 'string' },
  'known-at': { type: 'string' },
  counts: { type: 'string' },
  policy: { type: 'string' },
  against: { type: 'string' },
  whole: { type: 'boolean' },
  points: { type: 'boolean' },
  plan: { type: 'boolean' },
  obligations: { type: 'boolean' },
  explain: { type: 'boolean' },
  freeze: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
}

/**
 * The command, whatever rules it runs with.
 * @param {() => Promise<object>} loadRules the exports of the package
 */
export async function run(loadRules) {
  try {
    const { values, positionals } = readArguments()
    if (values.help) process.stdout.write(`${HELP}\n`)
    else judge(await loadRules(), values, positionals)
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = error.status
  }
}

export const stop = (status, ...lines) => {
  throw new Stop(status, ...lines)
}

function readArguments() {
  try {
    return parseArgs({ allowPositionals: true, options: OPTIONS })
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

/** What is printed; the options that choose it exclude each other. */
function chosen(values) {
  const [name, ...others] = ['points', 'plan', 'obligations', 'freeze', 'policy', 'against'].filter(
    (one) => values[one] !== undefined,
  )
  const isOnlyJson = name === 'obligations' || name === 'freeze'
  if (others.length > 0 || (values.explain && isOnlyJson)) stop(2, `--${name} stands alone. Try --help.`)
  return name ?? 'scorecard'
}

function judge(rules, values, files) {
  if (files.length === 0 || (files.length > 1 && values.policy === undefined))
    stop(2, 'Name one ledger file, or several with --policy. Try --help.')
  const what = chosen(values)
  const inputs = files.map((file) => ({ file, json: readJson(file) }))
  const frozen = inputs.find(({ json }) => rules.isSnapshot(json))
  if (frozen !== undefined && inputs.length > 1) stop(2, `${frozen.file}: a snapshot is judged alone.`)
  const { ledgers, options, counts } =
    frozen === undefined ? fromLedgers(rules, values, inputs) : fromSnapshot(rules, values, frozen)
  for (const one of ledgers) tellTroubles(rules, one, options)
  const [{ ledger }] = ledgers
  const print = PRINTERS[what]
  print({ rules, values, ledgers, ledger, options, counts: counts ?? {}, frozenCounts: counts })
}

function fromLedgers(rules, values, inputs) {
  const asOf = values['as-of']
  const knownAt = values['known-at'] ?? null
  if (!rules.isIsoDate(asOf)) stop(2, '--as-of needs a day that exists, as YYYY-MM-DD. Try --help.')
  if (knownAt !== null && !rules.isInstant(knownAt))
    stop(2, '--known-at needs a UTC instant, as YYYY-MM-DDTHH:MM:SSZ.')
  const policies = values.whole ? rules.WHOLE_NOTICE_POLICIES : rules.POLICIES
  return {
    ledgers: inputs.map(({ file, json }) => ({ file, ledger: json, root: '' })),
    options: { asOf, knownAt, policies },
    counts: values.counts === undefined ? undefined : readCounts(rules, values.counts),
  }
}

function fromSnapshot(rules, values, { file, json }) {
  if (['as-of', 'known-at', 'whole', 'counts'].some((name) => values[name] !== undefined))
    stop(
      2,
      'A snapshot has its own day, instant, policy and counts: leave out --as-of, --known-at, --whole and --counts.',
    )
  const read = rules.readSnapshot(json)
  if (!read.ok) stop(1, ...read.issues.map((issue) => `${file}: ${rules.faultText(issue)}`))
  const { asOf, knownAt, policies, ledger, rulesVersion, counts } = read.snapshot
  if (rulesVersion !== rules.RULES_VERSION) {
    process.stderr.write(`${file}: frozen by rules ${rulesVersion}, judged by ${rules.RULES_VERSION}\n`)
    process.exitCode = 3
  }
  return { ledgers: [{ file, ledger, root: 'ledger' }], options: { asOf, knownAt, policies }, counts }
}

function readCounts(rules, file) {
  const read = rules.readYearCounts(readJson(file))
  if (!read.ok) stop(1, ...read.issues.map((issue) => `${file}: ${rules.faultText(issue)}`))
  return read.counts
}

function tellTroubles(rules, { file, ledger, root }, options) {
  const troubles = rules.ledgerTroubles(ledger, options)
  const lines = troubles.map(
    ({ path, reason }) =>
      `${file}: ${[root, path].filter(Boolean).join('.') || '(the whole file)'}: ${reason}`,
  )
  if (troubles.some(({ reason }) => reason === 'malformedLedger')) stop(1, ...lines)
  for (const line of lines) process.stderr.write(`${line}\n`)
}

const planOf = ({ rules, ledger, options, counts }) =>
  rules.gapPlan(ledger, options, rules.pointsOfYear(ledger, { ...options, ...counts }))

const PRINTERS = {
  scorecard: (context) => {
    const { rules, values, ledger, options, counts } = context
    const scorecard = rules.assess(ledger, options)
    if (!values.explain) return printJson(scorecard)
    const points = rules.assessYear(ledger, { ...options, ...counts })
    return printLines(explainScorecard(rules, { ledger, scorecard, points, plan: planOf(context) }))
  },
  points: ({ rules, values, ledger, options, counts }) => {
    const points = rules.assessYear(ledger, { ...options, ...counts })
    return values.explain ? printLines(explainPoints(rules, points)) : printJson(points)
  },
  plan: (context) => {
    const { rules, values, ledger } = context
    const plan = planOf(context)
    return values.explain ? printLines(explainPlan(rules, { ledger, plan })) : printJson(plan)
  },
  obligations: ({ rules, ledger, options, counts }) =>
    printJson(rules.obligations(ledger, { ...options, ...counts })),
  freeze: ({ rules, ledger, options, frozenCounts }) =>
    printJson(rules.freeze(ledger, { ...options, counts: frozenCounts })),
  policy: ({ rules, values, ledgers, options, counts }) => {
    const read = rules.readPolicies(readJson(values.policy), options.policies)
    if (!read.ok) stop(1, ...read.issues.map((issue) => `${values.policy}: ${rules.faultText(issue)}`))
    const villages = ledgers.map(({ ledger }) => ledger)
    // The counts are of one village; with several nobody can say of which.
    const countsOf = villages.length === 1 ? () => counts : undefined
    const comparison = rules.compare(villages, options.policies, read.policies, { ...options, countsOf })
    return values.explain ? printLines(rules.comparisonTexts(comparison)) : printJson(comparison)
  },
  against: ({ rules, values, ledger, options }) => {
    const stored = readJson(values.against)
    if (stored?.format !== 'scorecard@1' || !Array.isArray(stored.parts))
      stop(1, `${values.against}: format: not a scorecard@1`)
    const scorecard = rules.assess(ledger, options)
    const isSame = rules.canonicalJson(stored) === rules.canonicalJson(scorecard)
    const changes = rules.scorecardChanges(stored, scorecard)
    if (!isSame) process.exitCode = 4
    if (values.explain) return printLines(explainAgainst(rules, isSame, changes))
    return printJson({ format: 'scorecard-differences@1', isSame, ...changes })
  },
}

const printJson = (value) => process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
const printLines = (lines) => process.stdout.write(`${lines.join('\n')}\n`)
