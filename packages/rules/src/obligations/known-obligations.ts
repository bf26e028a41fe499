import type { Day } from '../core/iso-date.ts'
import { isEntryComplete, isOnExistingRegister } from '../measures/m4-registers.ts'
import { CLAUSES } from '../notice/clauses.ts'
import type { Village } from '../registers/village.ts'
import type { Obligation, PartId } from '../scorecard.ts'
import { hasMeasure, needsMeasure } from '../standards/s1-measures.ts'
import { needsVerification, verifiedOf } from '../standards/s3-known.ts'
import { lastSweep } from '../standards/s6-key-persons.ts'
import { againWithin, dutyOf, rollingWindow, termFrom } from './duty.ts'

type Check = { last: Day; days: number; part: PartId }

/** Whose situation is to be checked, with the check that is due first; one check serves register and key persons. */
function checksDue(village: Village): Map<string, Check> {
  const { verifyWithinDays, keyPersonFreshDays } = village.values()
  const checks = new Map<string, Check>()
  for (const person of village.persons())
    if (needsVerification(person))
      checks.set(person.id, { last: verifiedOf(person).day, days: verifyWithinDays, part: 'S3' })
  for (const { id, verifiedBy } of village.keyPersons()) {
    const known = checks.get(id)
    const own: Check = { last: verifiedBy.day, days: keyPersonFreshDays, part: 'S6' }
    if (known === undefined || own.last + own.days < known.last + known.days) checks.set(id, own)
  }
  return checks
}

export function verificationObligations(village: Village): Obligation[] {
  const duties: Obligation[] = []
  checksDue(village).forEach(({ last, days, part }, subjectId) => {
    const window = againWithin(last, days, village)
    if (window === undefined) return
    duties.push(
      dutyOf({
        ...window,
        kind: 'verification',
        subjectId,
        clause: part === 'S3' ? CLAUSES.roster : CLAUSES.keyPersons,
        owedBy: 'village-secretary',
        settledBy: 'verification',
        part,
        mendableAfterDue: true,
      }),
    )
  })
  return duties
}

/** Persons out of touch or without an accepted measure, entries not filled in, key persons without a measure. */
export function registerObligations(village: Village): Obligation[] {
  const { reportInDays, onboardingDays } = village.values()
  const duties: Obligation[] = []
  const common = { mendableAfterDue: true } as const
  for (const person of village.persons()) {
    const { id: subjectId, current, registeredDay } = person
    if (needsMeasure(person) && current !== undefined && !hasMeasure(person, village)) {
      const from = Math.max(current.since, registeredDay)
      duties.push(
        dutyOf({
          ...common,
          ...termFrom(from, reportInDays, village),
          kind: 'locate',
          subjectId,
          clause: CLAUSES.measures,
          owedBy: 'village-secretary',
          settledBy: 'person-status',
          part: 'S1',
        }),
      )
    }
    if (isOnExistingRegister(person) && !isEntryComplete(person))
      duties.push(
        dutyOf({
          ...common,
          ...termFrom(registeredDay, onboardingDays, village),
          kind: 'file-fields',
          subjectId,
          clause: CLAUSES.registers,
          owedBy: 'village-secretary',
          settledBy: 'person-registration',
          part: 'M4',
        }),
      )
  }
  for (const { id: subjectId, hasMeasure: isMeasured, listedDay } of village.keyPersons())
    if (!isMeasured)
      duties.push(
        dutyOf({
          ...common,
          ...termFrom(listedDay, reportInDays, village),
          kind: 'key-person-measure',
          subjectId,
          clause: CLAUSES.keyPersons,
          owedBy: 'village-secretary',
          settledBy: 'key-person',
          part: 'S6',
        }),
      )
  return duties
}

/** The sweep of the whole village. */
export function sweepObligations(village: Village): Obligation[] {
  const { startDay, areaCode } = village.ledger
  const { sweepWithinDays, onboardingDays } = village.values()
  const last = lastSweep(village)
  const window =
    last === undefined
      ? termFrom(startDay, onboardingDays, village)
      : rollingWindow(last.day, last.day + sweepWithinDays, village)
  if (window === undefined) return []
  return [
    dutyOf({
      ...window,
      kind: 'sweep',
      subjectId: areaCode,
      clause: CLAUSES.keyPersons,
      owedBy: 'village-secretary',
      settledBy: 'sweep',
      part: 'S6',
      mendableAfterDue: true,
    }),
  ]
}
