import { CLAUSES } from '../notice/clauses.ts'
import type { MemberKind } from '../records/vocabulary.ts'
import type { Person } from '../registers/person-fold.ts'
import type { Missing } from '../scorecard.ts'
import { PERSON_KINDS, PERSON_POLICY, type Rule } from './define-rule.ts'
import { nobodyToJudge, noneFound } from './populations.ts'
import { inTermNote, isInGroupTerm } from './s2-support.ts'

const NEEDED: readonly MemberKind[] = ['family', 'village-cadre', 'police']

/** The kinds of member a group lacks. Without a family, a recorded reason stands in for its member. */
export function missingMembers({ group, hasNoFamilyReason }: Person): MemberKind[] {
  if (group === undefined) return []
  const isExcused = hasNoFamilyReason || typeof group.fact.payload.noFamilyReason === 'string'
  return NEEDED.filter((kind) => !group.members.includes(kind) && !(kind === 'family' && isExcused))
}

/** 帮教小组: every group at work has family, village cadre and police. */
export const s4Groups: Rule = {
  id: 'S4.groups',
  standard: 'S4',
  clause: CLAUSES.groups,
  reads: [...PERSON_KINDS, 'support-group'],
  policy: [...PERSON_POLICY, 'supportStatuses', 'reportInDays'],
  judge: (village) => {
    if (village.track() === 'none-found') return noneFound()
    const withGroup = village
      .persons()
      .filter((person) => person.isUnderSupport && person.group !== undefined)
    const deciding: string[] = []
    const missing: Missing[] = []
    let inTerm = 0
    for (const person of withGroup) {
      const kinds = missingMembers(person)
      if (kinds.length > 0 && isInGroupTerm(person, village)) {
        inTerm++
        continue
      }
      deciding.push(person.group!.fact.id)
      if (kinds.length > 0) missing.push({ code: 'groupMembers', subjectId: person.id, params: { kinds } })
    }
    const notes = inTermNote(inTerm)
    if (deciding.length === 0) return { ...nobodyToJudge(village), notes }
    const figures = {
      numerator: deciding.length - missing.length,
      denominator: deciding.length,
      deciding,
      notes,
    }
    if (missing.length === 0) return { state: 'met', ...figures }
    const next = { code: 'completeGroup' as const, params: { count: missing.length } }
    return { state: 'notMet', ...figures, missing, next, mendable: true }
  },
}
