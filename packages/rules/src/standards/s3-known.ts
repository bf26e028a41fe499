import { type Day, firstDayOfMonth, isoOf, monthsOf } from '../core/iso-date.ts'
import { CLAUSES, NOTICE } from '../notice/clauses.ts'
import type { Status } from '../records/vocabulary.ts'
import { isAccepted } from '../registers/facts-by-kind.ts'
import { lastOf } from '../registers/in-order.ts'
import { isVerified } from '../registers/key-persons.ts'
import type { Person } from '../registers/person-fold.ts'
import type { Roster, Village } from '../registers/village.ts'
import type { Note } from '../scorecard.ts'
import { type Judgement, PERSON_KINDS, PERSON_POLICY, type Rule } from './define-rule.ts'
import { canOwe, type Finding, isInTerm, isWithin, judgeTally, tallyOf } from './tally.ts'

const KEPT_ELSEWHERE: readonly Status[] = ['compulsory-isolation', 'detained', 'imprisoned']

/** Whether the village must know how the person is: existing, below three years, not in isolation, custody or prison. */
export const needsVerification = (person: Person): boolean =>
  person.isExisting !== false &&
  !person.isThreeYears &&
  !(person.current !== undefined && KEPT_ELSEWHERE.includes(person.current.status))

/** When the person's situation was last checked; registration is the first time. */
export function verifiedOf({ facts, registeredDay }: Person): { day: Day; recordId: string } {
  const { registrations, transfers, verifications } = facts
  const last = lastOf(verifications.filter((fact) => isAccepted(fact) && isVerified(fact)))
  if (last !== undefined && last.day >= registeredDay) return { day: last.day, recordId: last.id }
  const entry = registrations.concat(transfers).find(({ day }) => day === registeredDay)
  return { day: registeredDay, recordId: entry!.id }
}

function findingOf(person: Person, village: Village): Finding {
  const { verifyWithinDays } = village.values()
  const { day, recordId } = verifiedOf(person)
  const isFresh = isWithin(day, verifyWithinDays, village)
  return {
    deciding: [recordId],
    missing: isFresh ? [] : [{ code: 'verification', subjectId: person.id, period: isoOf(day) }],
    isInTerm: isInTerm(day, verifyWithinDays, village),
  }
}

/** Months of the year before the judged one that no confirmation of their own has: shown, not gated. */
function rosterGaps({ year, ledger }: Village, { judgedMonth, confirmations }: Roster): Note[] {
  const own = new Set(confirmations.map(({ payload }) => payload.month))
  const gaps = monthsOf(year).filter(
    (month) =>
      month < judgedMonth &&
      firstDayOfMonth(month) >= ledger.startOn &&
      firstDayOfMonth(month) >= NOTICE.issuedOn &&
      !own.has(month),
  )
  return gaps.length === 0 ? [] : [{ code: 'rosterGaps', params: { count: gaps.length } }]
}

function judge(village: Village): Judgement {
  const found = judgeRoster(village)
  return { ...found, notes: (found.notes ?? []).concat(rosterGaps(village, village.roster())) }
}

function judgeRoster(village: Village): Judgement {
  const persons = village.persons().filter(needsVerification)
  const tally = tallyOf(
    persons.map((person) => findingOf(person, village)),
    'inTerm',
  )
  const { judgedMonth, isConfirmed, confirmations } = village.roster()
  const found = judgeTally(tally, 'verify')
  if (!isConfirmed) {
    const missing = { code: 'rosterConfirmation' as const, period: judgedMonth }
    if (found.state === 'notMet') return { ...found, missing: [...tally.missing, missing] }
    return {
      ...found,
      state: 'undetermined',
      reason: 'rosterNotConfirmed',
      missing: [missing],
      next: { code: 'confirmRoster' },
      mendable: canOwe(village),
    }
  }
  if (found.state === 'notMet') return found
  const confirmed = confirmations.filter(({ payload }) => (payload.month as string) >= judgedMonth)
  const deciding = confirmed.map(({ id }) => id).concat(tally.deciding)
  if (tally.denominator === 0) return { state: 'met', deciding, notes: tally.notes }
  return { ...found, deciding }
}

/** 情况要掌握清楚: everybody's file was checked lately, and the roster of the judged month is confirmed. */
export const s3Known: Rule = {
  id: 'S3',
  standard: 'S3',
  clause: CLAUSES.roster,
  reads: [...PERSON_KINDS, 'verification'],
  policy: [...PERSON_POLICY, 'verifyWithinDays'],
  judge,
}
