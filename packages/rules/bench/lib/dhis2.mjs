import { createRequire } from 'node:module'
import {
  RuleActionJs,
  RuleAttributeValue,
  RuleDataValue,
  RuleEngineContextJs,
  RuleEngineJs,
  RuleEnrollmentJs,
  RuleEnrollmentStatus,
  RuleEventJs,
  RuleEventStatus,
  RuleJs,
  RuleValueType,
  RuleVariableJs,
  RuleVariableType,
} from '@dhis2/rule-engine'

// The engine takes the dates of its own copy of this library.
const { Instant, LocalDate } = createRequire(createRequire(import.meta.url).resolve('@dhis2/rule-engine'))(
  '@js-joda/core',
)

const shows = (type) => [new RuleActionJs(`'${type}'`, 'DISPLAYTEXT', new Map([['location', 'feedback']]))]
const rule = (type, condition, stage) => new RuleJs(condition, shows(type), type, type, stage, 1)

const { NUMERIC, BOOLEAN } = RuleValueType
const { DATAELEMENT_CURRENT_EVENT, TEI_ATTRIBUTE } = RuleVariableType
const variable = (kind, name, type) => new RuleVariableJs(kind, name, false, [], name, type, null)

/** Each cycle is an event of a person's enrolment, whose attributes tell the group; the months are events without one. */
const cycles = new RuleEngineContextJs(
  [rule('talk', '#{talks} < 1', 'cycle'), rule('test', '#{hasBasis} && #{tests} < 1', 'cycle')],
  [
    variable(DATAELEMENT_CURRENT_EVENT, 'talks', NUMERIC),
    variable(DATAELEMENT_CURRENT_EVENT, 'tests', NUMERIC),
    variable(DATAELEMENT_CURRENT_EVENT, 'hasBasis', BOOLEAN),
  ],
)
// A rule without a stage would run for every event too, so the group has a context of its own.
const groups = new RuleEngineContextJs(
  [rule('group', '(!A{family} && !A{excused}) || !A{cadre} || !A{police}', null)],
  ['family', 'cadre', 'police', 'excused'].map((name) => variable(TEI_ATTRIBUTE, name, BOOLEAN)),
)
const village = new RuleEngineContextJs(
  [rule('month', '#{activities} < 4', 'month')],
  [variable(DATAELEMENT_CURRENT_EVENT, 'activities', NUMERIC)],
)

const DAY = LocalDate.parse('2026-12-31')
const INSTANT = Instant.parse('2026-12-31T04:00:00Z')

const event = (stage, { id, ...values }) =>
  new RuleEventJs(
    id,
    stage,
    stage,
    RuleEventStatus.ACTIVE,
    INSTANT,
    INSTANT,
    null,
    null,
    'village',
    null,
    Object.entries(values).map(([name, value]) => new RuleDataValue(name, `${value}`)),
  )

const enrollment = ({ id, ...attributes }) =>
  new RuleEnrollmentJs(
    id,
    'support',
    DAY,
    DAY,
    RuleEnrollmentStatus.ACTIVE,
    'village',
    null,
    Object.entries(attributes).map(([name, value]) => new RuleAttributeValue(name, `${value}`)),
  )

/** The data in the engine's own objects, as an application that uses it holds them. */
export function dhis2Data(facts) {
  const byPerson = new Map()
  for (const cycle of facts.cycles) {
    const person = cycle.id.slice(0, cycle.id.lastIndexOf(':'))
    if (!byPerson.has(person)) byPerson.set(person, [])
    byPerson.get(person).push(event('cycle', cycle))
  }
  return {
    cycles: Array.from(byPerson.values()),
    groups: facts.groups.map(enrollment),
    months: facts.months.map((month) => event('month', month)),
  }
}

export function makeDhis2() {
  const engine = new RuleEngineJs(false)
  return (data) => {
    const missing = []
    const runEvents = (events, context) => {
      for (const { trackerObjectUid, ruleEffects } of engine.evaluateAll(null, events, context))
        for (const { ruleId } of ruleEffects) missing.push(`${ruleId} ${trackerObjectUid}`)
    }
    for (const events of data.cycles) runEvents(events, cycles)
    for (const person of data.groups)
      for (const { ruleId } of engine.evaluateEnrollment(person, [], groups))
        missing.push(`${ruleId} ${person.enrollment}`)
    runEvents(data.months, village)
    return missing.sort()
  }
}
