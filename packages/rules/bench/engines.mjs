// The same four rules (S2.talks, S2.tests, S7, S4.groups) on the same ledger, beside three engines of npm.
import assert from 'node:assert/strict'
import { openVillage } from '../dist/registers/village.js'
import { assessVillage } from '../dist/standards/assess.js'
import { RULES } from '../dist/standards/rules.js'
import { dhis2Data, makeDhis2 } from './lib/dhis2.mjs'
import { factsOf, ownAnswer } from './lib/facts.mjs'
import { makeJsonRulesEngine } from './lib/json-rules-engine.mjs'
import { figure, measure, say, table, yesNo } from './lib/measure.mjs'
import { makePublicodes } from './lib/publicodes.mjs'
import { AS_OF, LARGE, TYPICAL, villageYear } from './lib/villages.mjs'

const FOUR = RULES.filter(({ id }) => ['S2.talks', 'S2.tests', 'S7', 'S4.groups'].includes(id))
const open = (ledger) => openVillage(ledger, { asOf: AS_OF })
/** What the facts of the engines are made from: the persons, their cycles, the activities. */
function folded(village) {
  for (const person of village.persons()) village.cycleDuties(person, village.year)
  return village.activities()
}
const judge = (village) => ownAnswer(assessVillage(village, FOUR))

say(
  'The same four rules on the same ledger. Who is under support and which cycles are due, no general engine derives:',
)
say(
  'all four are given the folded register first; ours also gives clauses, figures, deciding records and reasons.',
)
for (const [name, plan] of [
  ['typical', TYPICAL],
  ['large', LARGE],
]) {
  const ledger = villageYear({ ...plan, diligence: 80 })
  const facts = factsOf(ledger, AS_OF)
  const data = dhis2Data(facts)
  const [jsonRulesEngine, dhis2, publicodes] = [makeJsonRulesEngine(), makeDhis2(), makePublicodes()]
  const village = open(ledger)
  const answer = judge(village)
  assert.ok(answer.length > 10, 'a ledger in which nothing is missing shows nothing')
  for (const kind of ['talk', 'test', 'group', 'month'])
    assert.ok(
      answer.some((line) => line.startsWith(`${kind} `)),
      kind,
    )
  assert.deepEqual(await jsonRulesEngine(facts), answer, 'json-rules-engine answers otherwise')
  assert.deepEqual(dhis2(data), answer, '@dhis2/rule-engine answers otherwise')
  assert.deepEqual(publicodes(facts), answer, 'publicodes answers otherwise')

  const results = [
    ['these rules', await measure(() => judge(village))],
    ['json-rules-engine', await measure(() => jsonRulesEngine(facts))],
    ['@dhis2/rule-engine', await measure(() => dhis2(data))],
    ['publicodes', await measure(() => publicodes(facts))],
  ]
  say()
  say(
    `${name}: ${plan.persons} persons, ${plan.records} records; ` +
      `${facts.cycles.length} cycles, ${facts.groups.length} groups; all four find the same ${answer.length} things missing`,
  )
  const base = results[0][1].ms
  table(
    ['', 'one run', '÷ loop', '× ours'],
    results.map(([engine, { ms, loop }]) => [
      engine,
      `${figure(ms)} ms`,
      figure(ms / loop),
      figure(ms / base),
    ]),
  )
  const fastest = Math.min(...results.slice(1).map(([, { ms }]) => ms))
  say(
    `  facts ready for all: ${figure(fastest / base)} × the fastest of the three (≥ 10: ${yesNo(fastest / base >= 10)})`,
  )
  // The others cannot read a ledger: from raw records, each pays for our reading and folding first.
  const read = await measure(() => folded(open(ledger)))
  const whole = await measure(() => judge(open(ledger)))
  const besides = (read.ms + fastest) / whole.ms
  say(
    `  from the raw records for all, by the same reading (${figure(read.ms)} ms): ` +
      `ours ${figure(whole.ms)} ms, the fastest of the three ${figure(read.ms + fastest)} ms, ${figure(besides)} ×`,
  )
}
