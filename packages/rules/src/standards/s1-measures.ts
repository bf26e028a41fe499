import { CLAUSES } from '../notice/clauses.ts'
import type { Status } from '../records/person-status.ts'
import type { Person } from '../registers/person-fold.ts'
import type { Village } from '../registers/village.ts'
import { PERSON_KINDS, type Rule } from './define-rule.ts'
import { nobodyToJudge, noneFound } from './populations.ts'
import { type Finding, isInTerm, judgeTally, tallyOf } from './tally.ts'

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

/** 无失管失控: everybody on the register has a measure in force, however long he has been out of touch. */
export const s1Measures: Rule = {
  id: 'S1',
  standard: 'S1',
  clause: CLAUSES.measures,
  reads: PERSON_KINDS,
  policy: ['acceptedMeasures', 'reportInDays'],
  judge: (village) => {
    if (village.track() === 'none-found') return noneFound()
    const persons = village.persons().filter(needsMeasure)
    if (persons.length === 0) return nobodyToJudge(village)
    return judgeTally(
      tallyOf(
        persons.map((person) => findingOf(person, village)),
        'inTerm',
      ),
      'recordMeasures',
    )
  },
}
