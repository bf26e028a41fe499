import { isoOf, parseDay } from '../core/iso-date.ts'
import { CLAUSES } from '../notice/clauses.ts'
import type { Person } from '../registers/person-fold.ts'
import type { Village } from '../registers/village.ts'
import type { Missing, Next, Note } from '../scorecard.ts'
import { type Judgement, PERSON_KINDS, PERSON_POLICY, type Rule } from './define-rule.ts'
import { nobodyToJudge, noneFound } from './populations.ts'
import { awaiting } from './tally.ts'

/** Neither in an accepted measure nor under support. Whoever is abstinent three years has left every measure. */
const isOutsideMeasures = (person: Person, village: Village): boolean =>
  person.isThreeYears ||
  (!(person.current !== undefined && village.values().acceptedMeasures.includes(person.current.status)) &&
    !person.isUnderSupport)

const share = (persons: readonly Person[]): { numerator: number; denominator: number } => ({
  numerator: persons.filter((person) => person.isThreeYears).length,
  denominator: persons.length,
})

function bothFigures(existing: readonly Person[], village: Village): Note[] {
  const outside = existing.filter((person) => isOutsideMeasures(person, village))
  return [
    { code: 'threeYearsAllExisting', params: share(existing) },
    { code: 'threeYearsOutsideMeasures', params: share(outside) },
  ]
}

/** A finding that waits and would begin the three years anew; only a person who has them loses them. */
function waitingFor({ id, isThreeYears, abstinentSince, facts }: Person): Missing | undefined {
  if (!isThreeYears) return undefined
  const found = facts.relapses.find(
    ({ pending, payload }) => pending && parseDay(payload.usedOn) >= abstinentSince!,
  )
  return found && { code: 'relapsePending', subjectId: id, period: found.on }
}

/** What is missing of one person, if he is not abstinent three years. */
function missingOf(person: Person): Missing | undefined {
  const { id, isThreeYears, isExisting, threeYearsDay } = person
  if (isThreeYears) return undefined
  if (isExisting === undefined) return { code: 'sentence', subjectId: id }
  if (threeYearsDay === undefined) return { code: 'abstinenceStart', subjectId: id }
  return { code: 'belowThreeYears', subjectId: id, params: { on: isoOf(threeYearsDay) } }
}

function nextOf(missing: readonly Missing[]): Next {
  const below = missing
    .filter(({ code }) => code === 'belowThreeYears')
    .map(({ params }) => params!.on as string)
  if (below.length > 0)
    return { code: 'waitUntil', params: { on: below.sort()[below.length - 1]!, count: below.length } }
  const unknown = missing.filter(({ code }) => code === 'abstinenceStart').length
  return unknown > 0
    ? { code: 'recordAbstinence', params: { count: unknown } }
    : { code: 'recordSentence', params: { count: missing.length } }
}

function judge(village: Village): Judgement {
  if (village.track() === 'none-found') return noneFound()
  const existing = village.persons().filter((person) => person.isExisting !== false)
  const isAll = village.values().threeYearsScope === 'all-existing'
  const inScope = isAll ? existing : existing.filter((person) => isOutsideMeasures(person, village))
  const notes = bothFigures(existing, village)
  if (inScope.length === 0) return { ...nobodyToJudge(village), notes }
  const missing = inScope.map(missingOf).filter((one): one is Missing => one !== undefined)
  const deciding: string[] = []
  for (const { facts } of inScope)
    for (const { id, pending } of facts.abstinence) if (!pending) deciding.push(id)
  const figures = { ...share(inScope), deciding, notes }
  const waiting = inScope.map(waitingFor).filter((one): one is Missing => one !== undefined)
  if (missing.length === 0)
    return waiting.length > 0 ? { ...figures, ...awaiting(waiting) } : { state: 'met', ...figures }
  const isBelow = missing.some(({ code }) => code === 'belowThreeYears')
  return {
    state: isBelow ? 'notMet' : 'undetermined',
    ...figures,
    missing: [...missing, ...waiting],
    next: nextOf(missing),
    mendable: !isBelow && waiting.length === 0,
    ...(isBelow ? {} : { reason: 'evidenceMissing' as const }),
  }
}

/** 戒断巩固三年以上: every existing person in scope; one known to be below decides, else one unknown leaves it open. */
export const s2ThreeYears: Rule = {
  id: 'S2.threeYears',
  standard: 'S2',
  clause: CLAUSES.threeYears,
  reads: PERSON_KINDS,
  policy: [...PERSON_POLICY, 'threeYearsScope', 'acceptedMeasures', 'supportStatuses'],
  judge,
}
