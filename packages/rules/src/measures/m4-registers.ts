import { CLAUSES } from '../notice/clauses.ts'
import type { Person } from '../registers/person-fold.ts'
import type { Village } from '../registers/village.ts'
import { type Judgement, PERSON_KINDS, PERSON_POLICY, type Rule } from '../standards/define-rule.ts'
import { canOwe, type Finding, isInTerm, judgeTally, tallyOf } from '../standards/tally.ts'

const FIELDS = ['gender', 'birthYear', 'residence'] as const

/** Whether the entry itself is filled in; who came by a transfer brought his file with him. */
export const isEntryComplete = ({ facts }: Person): boolean =>
  facts.registrations.length === 0 ||
  facts.registrations.some(
    ({ payload, pending }) => !pending && FIELDS.every((name) => payload[name] != null),
  )

export const isOnExistingRegister = (person: Person): boolean =>
  person.isExisting !== false && !person.isThreeYears

function findingOf(person: Person, village: Village): Finding {
  const isComplete = isEntryComplete(person) && person.current !== undefined
  return {
    deciding: person.facts.registrations.filter(({ pending }) => !pending).map(({ id }) => id),
    missing: isComplete ? [] : [{ code: 'fileFields', subjectId: person.id }],
    isInTerm: isInTerm(person.registeredDay, village.values().onboardingDays, village),
  }
}

/** What is missing only of people who may not belong to the existing register: the length of a sentence decides. */
function judgeUnknown(found: Judgement, village: Village): Judgement {
  const unknown = new Set(
    village
      .persons()
      .filter(({ isExisting }) => isExisting === undefined)
      .map(({ id }) => id),
  )
  if (found.state !== 'notMet' || !found.missing!.every(({ subjectId }) => unknown.has(subjectId!)))
    return found
  return { ...found, state: 'undetermined', reason: 'evidenceMissing' }
}

function judge(village: Village): Judgement {
  const tally = tallyOf(
    village
      .persons()
      .filter(isOnExistingRegister)
      .map((person) => findingOf(person, village)),
    'inTerm',
  )
  const { isConfirmed, judgedMonth, confirmations } = village.roster()
  if (tally.denominator > 0) return judgeUnknown(judgeTally(tally, 'completeFiles'), village)
  // An empty register exists once it has been declared empty.
  if (isConfirmed) return { state: 'met', deciding: confirmations.map(({ id }) => id), notes: tally.notes }
  return {
    state: 'undetermined',
    reason: 'rosterNotConfirmed',
    missing: [{ code: 'rosterConfirmation', period: judgedMonth }],
    notes: tally.notes,
    next: { code: 'confirmRoster' },
    mendable: canOwe(village),
  }
}

/** 登记表: every entry of the existing register has its fields; the cumulative one is a count. */
export const m4Registers: Rule = {
  id: 'M4',
  standard: 'M4',
  clause: CLAUSES.registers,
  reads: PERSON_KINDS,
  policy: [...PERSON_POLICY, 'onboardingDays'],
  judge,
}
