import { parseDay } from '../core/iso-date.ts'
import { anyHolds } from '../core/period.ts'
import { CLAUSES, NOTICE } from '../notice/clauses.ts'
import type { Fact } from '../registers/read-ledger.ts'
import type { Village } from '../registers/village.ts'
import type { Missing, MissingCode } from '../scorecard.ts'
import { type Judgement, PERSON_KINDS, type Rule } from './define-rule.ts'
import { nobodyToJudge } from './populations.ts'

/** Facts of the period, those that wait for review too. */
function inPeriod(village: Village, kind: 'new-finding' | 'incident' | 'bottom-line-breach'): Fact[] {
  const from = Math.max(parseDay(`${village.year}-01-01`), parseDay(NOTICE.issuedOn))
  const { index } = village
  return [...index.of(kind), ...index.pendingOf(kind)].filter(({ day }) => day >= from)
}

/** What adverse findings make of a part: one that counts cannot be mended, one that waits leaves it open, none: undefined. */
export function judgeAdverse(
  facts: readonly Fact[],
  code: MissingCode,
  pendingCode: MissingCode,
): Judgement | undefined {
  if (facts.length === 0) return undefined
  const found = facts.filter(({ pending }) => !pending)
  const missing = facts.map(
    (fact): Missing => ({
      code: fact.pending ? pendingCode : code,
      subjectId: fact.subjectId,
      period: fact.on,
    }),
  )
  const deciding = facts.map(({ id }) => id)
  if (found.length > 0)
    return {
      state: 'notMet',
      deciding,
      missing,
      next: { code: 'cannotMend', params: { count: found.length } },
    }
  return {
    state: 'undetermined',
    reason: 'awaitingReview',
    deciding,
    missing,
    next: { code: 'awaitReview' },
  }
}

export const breachesOf = (village: Village): Fact[] => inPeriod(village, 'bottom-line-breach')

/** Nothing found: met, but a village that never counted anybody cannot say so. */
function noneOf(village: Village): Judgement {
  const nobody = nobodyToJudge(village)
  return nobody.state === 'undetermined' ? nobody : { state: 'met' }
}

function isResident({ payload }: Fact, village: Village): boolean {
  if (payload.residence === 'household-here') return true
  return payload.residence === 'inflow' && (payload.monthsHere as number) >= village.values().residentMonths
}

function judgeNewUsers(village: Village): Judgement {
  const persons = new Map(village.persons().map((person) => [person.id, person] as const))
  const isOurs = ({ subjectId, day }: Fact): boolean => !anyHolds(persons.get(subjectId)?.gone ?? [], day)
  const residents = inPeriod(village, 'new-finding').filter(
    (fact) => isResident(fact, village) && isOurs(fact),
  )
  const isCounted = ({ payload }: Fact): boolean =>
    payload.origin === 'found' || village.values().countSelfRegistered
  const counted = residents.filter(isCounted)
  const apart = residents.length - counted.length
  const notes: Judgement['notes'] = apart === 0 ? [] : [{ code: 'selfRegistered', params: { count: apart } }]
  return { ...(judgeAdverse(counted, 'newUser', 'newUserPending') ?? noneOf(village)), notes }
}

/** 无新吸毒人员滋生: no resident was found for the first time in the period. */
export const s5NewUsers: Rule = {
  id: 'S5.newUsers',
  standard: 'S5',
  clause: CLAUSES.newUsers,
  reads: [...PERSON_KINDS, 'new-finding'],
  policy: ['residentMonths', 'countSelfRegistered'],
  judge: judgeNewUsers,
}

/** 无制毒、贩毒和种植: no such incident was found in the period. */
export const s5Crimes: Rule = {
  id: 'S5.crimes',
  standard: 'S5',
  clause: CLAUSES.crimes,
  reads: [...PERSON_KINDS, 'incident'],
  policy: [],
  judge: (village) => {
    const crimes = inPeriod(village, 'incident').filter(({ payload }) => payload.incidentType !== 'other')
    return judgeAdverse(crimes, 'incident', 'incidentPending') ?? noneOf(village)
  },
}
