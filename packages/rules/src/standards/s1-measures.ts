import { CLAUSES } from '../notice/clauses.ts'
import type { Status } from '../records/vocabulary.ts'
import type { Person } from '../registers/person-fold.ts'
import type { Fact } from '../registers/read-ledger.ts'
import type { Village } from '../registers/village.ts'
import type { Missing } from '../scorecard.ts'
import { type Judgement, PERSON_KINDS, PERSON_POLICY, type Rule } from './define-rule.ts'
import { nobodyToJudge, noneFound } from './populations.ts'
import { awaiting, type Finding, isInTerm, judgeTally, tallyOf } from './tally.ts'

const GONE: readonly Status[] = ['deceased', 'moved-out', 'abroad']

/** Whether the village must see to a measure for the person: everybody ever registered whom nothing takes off. */
export const needsMeasure = (person: Person): boolean =>
  person.isHere &&
  !person.isThreeYears &&
  !(person.current !== undefined && GONE.includes(person.current.status))

export const hasMeasure = (person: Person, village: Village): boolean =>
  person.current !== undefined && village.values().acceptedMeasures.includes(person.current.status)

function findingOf(person: Person, village: Village): Finding {
  const { id, current, registeredDay } = person
  const isMeasured = hasMeasure(person, village)
  return {
    deciding: current === undefined ? [] : [current.fact.id],
    missing: isMeasured ? [] : [{ code: current === undefined ? 'measure' : 'outOfTouch', subjectId: id }],
    isInTerm: isInTerm(registeredDay, village.values().reportInDays, village),
  }
}

/** A change that would leave the person without an accepted measure and waits for a second person. */
function pendingLoss(person: Person, village: Village): Fact | undefined {
  const { current, facts } = person
  if (current === undefined || !hasMeasure(person, village)) return undefined
  return facts.statuses.find(
    ({ pending, day, payload }) =>
      pending &&
      day >= current.fact.day &&
      !GONE.includes(payload.status as Status) &&
      !village.values().acceptedMeasures.includes(payload.status as Status),
  )
}

function judge(village: Village): Judgement {
  if (village.track() === 'none-found') return noneFound()
  const persons = village.persons().filter(needsMeasure)
  if (persons.length === 0) return nobodyToJudge(village)
  const tally = tallyOf(
    persons.map((person) => findingOf(person, village)),
    'inTerm',
  )
  const found = judgeTally(tally, 'recordMeasures')
  const waiting = persons
    .map((person) => pendingLoss(person, village))
    .filter((fact): fact is Fact => fact !== undefined)
  if (waiting.length === 0) return found
  const missing = waiting.map(
    ({ subjectId, on }): Missing => ({ code: 'statusPending', subjectId, period: on }),
  )
  // Work does not mend what a second person may still find.
  if (found.state === 'notMet') return { ...found, missing: tally.missing.concat(missing), mendable: false }
  return { ...found, ...awaiting(missing), deciding: tally.deciding.concat(waiting.map(({ id }) => id)) }
}

/** 无失管失控: everybody on the register has a measure in force, however long he has been out of touch. */
export const s1Measures: Rule = {
  id: 'S1',
  standard: 'S1',
  clause: CLAUSES.measures,
  reads: PERSON_KINDS,
  policy: [...PERSON_POLICY, 'acceptedMeasures', 'reportInDays'],
  judge,
}
