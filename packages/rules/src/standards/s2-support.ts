import type { Day } from '../core/iso-date.ts'
import { holds } from '../core/period.ts'
import { CLAUSES } from '../notice/clauses.ts'
import type { Person } from '../registers/person-fold.ts'
import type { Village } from '../registers/village.ts'
import type { Missing, Note } from '../scorecard.ts'
import { PERSON_KINDS, PERSON_POLICY, type Rule } from './define-rule.ts'
import { nobodyToJudge, noneFound } from './populations.ts'

/** The day the village's duty to form a group began: support, registration and the village's start all behind. */
export function groupDutyFrom(person: Person, village: Village): Day {
  const run = person.runs.find((stretch) => holds(stretch, village.asOfDay))
  return Math.max(run?.from ?? village.asOfDay, person.registeredDay, village.ledger.startDay)
}

/** Whether the person's term for a group is still running: within `reportInDays` of its beginning, that day included. */
export const isInGroupTerm = (person: Person, village: Village): boolean =>
  village.asOfDay - groupDutyFrom(person, village) <= village.values().reportInDays

export const inTermNote = (count: number): Note[] =>
  count === 0 ? [] : [{ code: 'inTerm', params: { count } }]

/** 帮教率100%: everybody under support has a support group at work. A new person is judged after his term. */
export const s2Support: Rule = {
  id: 'S2.support',
  standard: 'S2',
  clause: CLAUSES.support,
  reads: [...PERSON_KINDS, 'support-group'],
  policy: [...PERSON_POLICY, 'supportStatuses', 'reportInDays'],
  judge: (village) => {
    if (village.track() === 'none-found') return noneFound()
    const supported = village.persons().filter((person) => person.isUnderSupport)
    const deciding: string[] = []
    const missing: Missing[] = []
    let inTerm = 0
    for (const person of supported) {
      if (person.group !== undefined) deciding.push(person.group.fact.id)
      else if (isInGroupTerm(person, village)) inTerm++
      else missing.push({ code: 'supportGroup', subjectId: person.id })
    }
    if (supported.length === 0) return nobodyToJudge(village)
    const denominator = deciding.length + missing.length
    const notes = inTermNote(inTerm)
    if (denominator === 0) return { state: 'notApplicable', reason: 'nothingToJudge', notes }
    if (missing.length === 0) return { state: 'met', numerator: denominator, denominator, deciding, notes }
    return {
      state: 'notMet',
      numerator: deciding.length,
      denominator,
      deciding,
      missing,
      notes,
      next: { code: 'formGroup', params: { count: missing.length } },
      mendable: true,
    }
  },
}
