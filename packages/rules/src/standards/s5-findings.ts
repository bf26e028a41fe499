import { parseDay } from '../core/iso-date.ts'
import { anyHolds } from '../core/period.ts'
import { CLAUSES, NOTICE } from '../notice/clauses.ts'
import type { Fact } from '../registers/read-ledger.ts'
import type { Village } from '../registers/village.ts'
import type { Missing, MissingCode } from '../scorecard.ts'
import { type Judgement, PERSON_KINDS, PERSON_POLICY, type Rule } from './define-rule.ts'
import { nobodyToJudge } from './populations.ts'
import { awaiting } from './tally.ts'

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
  return { ...awaiting(missing), deciding }
}

export const breachesOf = (village: Village): Fact[] => inPeriod(village, 'bottom-line-breach')

/** Nothing found: met, but a village that never counted anybody cannot say so. */
function noneOf(village: Village): Judgement {
  const nobody = nobodyToJudge(village)
  return nobody.state === 'undetermined' ? nobody : { state: 'met' }
}

function isResident({ on, payload }: Fact, village: Village): boolean {
  if (payload.residence === 'household-here') return true
  return (
    payload.residence === 'inflow' && (payload.monthsHere as number) >= village.policy('residentMonths', on)
  )
}

/** Residents found for the first time in the period, those that wait for review too. */
export type NewUsers = {
  counted: Fact[]
  /** Who registered or sought treatment himself, where that does not count. */
  apart: Fact[]
}

/** A finding counts in the village that was responsible on its day, by the policy of that day. */
export function newUsersOf(village: Village): NewUsers {
  const persons = new Map(village.persons().map((person) => [person.id, person] as const))
  const isOurs = ({ subjectId, day }: Fact): boolean => !anyHolds(persons.get(subjectId)?.gone ?? [], day)
  const found: NewUsers = { counted: [], apart: [] }
  for (const fact of inPeriod(village, 'new-finding')) {
    if (!isResident(fact, village) || !isOurs(fact)) continue
    const isCounted = fact.payload.origin === 'found' || village.policy('countSelfRegistered', fact.on)
    found[isCounted ? 'counted' : 'apart'].push(fact)
  }
  return found
}

function judgeNewUsers(village: Village): Judgement {
  const { counted, apart } = newUsersOf(village)
  const notes: Judgement['notes'] =
    apart.length === 0 ? [] : [{ code: 'selfRegistered', params: { count: apart.length } }]
  return { ...(judgeAdverse(counted, 'newUser', 'newUserPending') ?? noneOf(village)), notes }
}

/** 无新吸毒人员滋生: no resident was found for the first time in the period. */
export const s5NewUsers: Rule = {
  id: 'S5.newUsers',
  standard: 'S5',
  clause: CLAUSES.newUsers,
  reads: [...PERSON_KINDS, 'new-finding'],
  policy: [...PERSON_POLICY, 'residentMonths', 'countSelfRegistered'],
  judge: judgeNewUsers,
}

/** 无制毒、贩毒和种植: no such incident was found in the period. */
export const s5Crimes: Rule = {
  id: 'S5.crimes',
  standard: 'S5',
  clause: CLAUSES.crimes,
  reads: [...PERSON_KINDS, 'incident'],
  policy: PERSON_POLICY,
  judge: (village) => {
    const crimes = inPeriod(village, 'incident').filter(({ payload }) => payload.incidentType !== 'other')
    return judgeAdverse(crimes, 'incident', 'incidentPending') ?? noneOf(village)
  },
}
