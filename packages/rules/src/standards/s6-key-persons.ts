import { isoOf } from '../core/iso-date.ts'
import { CLAUSES } from '../notice/clauses.ts'
import { lastOf } from '../registers/in-order.ts'
import type { KeyPerson } from '../registers/key-persons.ts'
import type { Fact } from '../registers/read-ledger.ts'
import type { Village } from '../registers/village.ts'
import type { Missing } from '../scorecard.ts'
import { type Judgement, PERSON_KINDS, type Rule } from './define-rule.ts'
import { type Finding, isInTerm, isWithin, judgeTally, neverCounted, tallyOf } from './tally.ts'

/** The last sweep of the whole village. */
export const lastSweep = (village: Village): Fact | undefined =>
  lastOf(village.index.of('sweep').filter(({ payload }) => payload.scope === 'whole-village'))

/** What is wrong with one key person now; each lack has its own term. */
function findingOf({ id, fact, listedDay, verifiedBy, hasMeasure }: KeyPerson, village: Village): Finding {
  const { keyPersonFreshDays, reportInDays } = village.values()
  const missing: Missing[] = []
  let isWaiting = false
  const isFreshInTerm = isInTerm(verifiedBy.day, keyPersonFreshDays, village)
  if (!isWithin(verifiedBy.day, keyPersonFreshDays, village)) {
    if (isFreshInTerm) isWaiting = true
    else missing.push({ code: 'keyPersonStale', subjectId: id, period: isoOf(verifiedBy.day) })
  }
  if (!hasMeasure) {
    if (isInTerm(listedDay, reportInDays, village)) isWaiting = true
    else missing.push({ code: 'keyPersonMeasure', subjectId: id })
  }
  if (missing.length === 0 && isWaiting)
    return { deciding: [], missing: [{ code: 'keyPersonMeasure', subjectId: id }], isInTerm: true }
  return { deciding: [fact.id, verifiedBy.id], missing, isInTerm: false }
}

function judge(village: Village): Judgement {
  const tally = tallyOf(
    village.keyPersons().map((one) => findingOf(one, village)),
    'inTerm',
  )
  const found = judgeTally(tally, 'checkKeyPersons')
  const sweep = lastSweep(village)
  const isSwept = isWithin(sweep?.day, village.values().sweepWithinDays, village)
  if (found.state === 'notMet')
    return isSwept ? found : { ...found, missing: [...tally.missing, { code: 'sweep' }] }
  if (!isSwept) return { ...found, ...neverCounted({ code: 'sweep' }, 'sweepNow', village) }
  const deciding = [sweep!.id, ...tally.deciding]
  return tally.denominator === 0 ? { state: 'met', deciding, notes: tally.notes } : { ...found, deciding }
}

const common = {
  reads: [...PERSON_KINDS, 'key-person', 'key-person-end', 'verification', 'sweep'],
  policy: ['threeYearsMonths', 'sweepWithinDays', 'keyPersonFreshDays', 'reportInDays'],
  judge,
} as const

/** 底数清、情况明: a sweep lately, and every key person checked and with a measure. */
export const s6KeyPersons: Rule = { id: 'S6', standard: 'S6', clause: CLAUSES.keyPersons, ...common }

/** The same, among the measures. */
export const m5KeyPersons: Rule = { id: 'M5', standard: 'M5', clause: CLAUSES.keyPersonsKnown, ...common }
