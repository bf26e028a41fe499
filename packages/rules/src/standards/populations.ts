import type { Person } from '../registers/person-fold.ts'
import { presenceNow } from '../registers/presence.ts'
import type { Village } from '../registers/village.ts'
import type { Populations } from '../scorecard.ts'
import type { Judgement } from './define-rule.ts'

const count = (persons: readonly Person[], test: (person: Person) => boolean): number =>
  persons.filter(test).length

const isGone = ({ current, isHere }: Person): boolean =>
  !isHere || current?.status === 'deceased' || current?.status === 'abroad'

/** The sets of persons at the date, as counts. */
export function populationsOf(village: Village): Populations {
  const persons = village.persons()
  const supported = persons.filter((person) => person.isUnderSupport)
  const { judgedMonth, isConfirmed } = village.roster()
  return {
    cumulative: persons.length,
    existing: count(persons, (person) => person.isExisting === true),
    existingUnknown: count(persons, (person) => person.isExisting === undefined),
    existingNational: count(persons, (person) => !person.isThreeYears && !isGone(person)),
    threeYears: count(persons, (person) => person.isThreeYears),
    underSupport: supported.length,
    atHome: count(supported, (person) => presenceNow(person, village) === 'at-home'),
    away: count(supported, (person) => presenceNow(person, village) === 'away'),
    judgedMonth,
    rosterConfirmed: isConfirmed,
  }
}

/** Zero of every set: the head of a scorecard whose ledger could not be read. */
export const NO_POPULATIONS: Populations = {
  cumulative: 0,
  existing: 0,
  existingUnknown: 0,
  existingNational: 0,
  threeYears: 0,
  underSupport: 0,
  atHome: 0,
  away: 0,
  judgedMonth: '',
  rosterConfirmed: false,
}

/**
 * What a part about persons says when there is nobody to judge: not applicable where the register was counted,
 * undetermined where it never was. An empty database is not a drug-free village.
 */
export function nobodyToJudge(village: Village): Judgement {
  const isCounted = village.persons().length > 0 || village.roster().isConfirmed
  if (isCounted) return { state: 'notApplicable', reason: 'nothingToJudge' }
  return {
    state: 'undetermined',
    reason: 'rosterNotConfirmed',
    missing: [{ code: 'rosterConfirmation', period: village.roster().judgedMonth }],
    next: { code: 'confirmRoster' },
    // Before its first day a village owes nothing.
    mendable: village.asOfDay >= village.ledger.startDay,
  }
}

/** What a part says on the track of villages where nobody was found, while it has nothing to judge. */
export const noneFound = (): Judgement => ({
  state: 'notApplicable',
  reason: 'noneFound',
  notes: [{ code: 'noneFoundTrack', params: {} }],
})
