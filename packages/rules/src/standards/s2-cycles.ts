import { CLAUSES } from '../notice/clauses.ts'
import type { PolicyId } from '../policy/policies.ts'
import { asksTalk, asksTest, type CycleDuty } from '../registers/cycles.ts'
import type { Village } from '../registers/village.ts'
import type { Missing, Next } from '../scorecard.ts'
import { type Judgement, PERSON_KINDS, PERSON_POLICY, type Rule } from './define-rule.ts'
import { nobodyToJudge, noneFound } from './populations.ts'

type What = 'talk' | 'test'

const ASKS = { talk: asksTalk, test: asksTest } as const

/** What the cycles of the year ask and hold. */
type Tally = {
  deciding: string[]
  /** Cycles that hold what they ask. */
  held: number
  missing: Missing[]
  /** Cycles left open that ended before the village's start. */
  beforeStart: Missing[]
  /** Missing ones whose last day is today: still to be done. */
  today: number
  withoutBasis: number
}

function addDuty(tally: Tally, what: What, subjectId: string, duty: CycleDuty, village: Village): void {
  const { cycle } = duty
  if (what === 'test' && !duty.hasBasis) {
    tally.withoutBasis++
    return
  }
  const fact = duty[what]
  const isBefore = cycle.lastDay < village.ledger.startDay
  const proof =
    fact ?? (isBefore ? village.backing()(`${what}s`, cycle.fromOn, cycle.lastOn, subjectId) : undefined)
  if (proof !== undefined) {
    tally.held++
    tally.deciding.push(proof.id)
  } else if (isBefore) tally.beforeStart.push({ code: `${what}BeforeStart`, subjectId, period: cycle.key })
  else {
    tally.missing.push({ code: what, subjectId, period: cycle.key })
    if (cycle.lastDay === village.asOfDay) tally.today++
  }
}

function tallyOf(village: Village, what: What): Tally {
  const tally: Tally = { deciding: [], held: 0, missing: [], beforeStart: [], today: 0, withoutBasis: 0 }
  for (const person of village.persons())
    for (const duty of village.cycleDuties(person, village.year))
      if (ASKS[what](duty) && duty.cycle.lastDay <= village.asOfDay)
        addDuty(tally, what, person.id, duty, village)
  return tally
}

function nextOf(tally: Tally, what: What): Next | undefined {
  const lost = tally.missing.length - tally.today
  if (lost > 0) return { code: 'cannotMend', params: { count: lost } }
  if (tally.today > 0) return { code: `${what}Today`, params: { count: tally.today } }
  return tally.beforeStart.length > 0
    ? { code: 'pastEvidence', params: { count: tally.beforeStart.length } }
    : undefined
}

function judgeCycles(village: Village, what: What): Judgement {
  const tally = tallyOf(village, what)
  const notes: Judgement['notes'] =
    tally.withoutBasis === 0 ? [] : [{ code: 'withoutBasis', params: { count: tally.withoutBasis } }]
  const denominator = tally.held + tally.missing.length + tally.beforeStart.length
  if (denominator === 0) {
    const nothing = village.track() === 'none-found' ? noneFound() : nobodyToJudge(village)
    return { ...nothing, notes: [...(nothing.notes ?? []), ...notes] }
  }
  const isLost = tally.missing.length > 0
  const next = nextOf(tally, what)
  return {
    state: isLost ? 'notMet' : tally.beforeStart.length > 0 ? 'undetermined' : 'met',
    numerator: tally.held,
    denominator,
    deciding: tally.deciding,
    missing: [...tally.missing, ...tally.beforeStart],
    notes,
    ...(next && { next }),
    // A closed cycle cannot be mended; one whose last day is today can.
    mendable: isLost && tally.today === tally.missing.length && tally.beforeStart.length === 0,
    ...(!isLost && tally.beforeStart.length > 0 ? { reason: 'evidenceMissing' as const } : {}),
  }
}

const POLICY: readonly PolicyId[] = [
  ...PERSON_POLICY,
  'cycleMonths',
  'cycleAnchor',
  'minDutyDays',
  'supportStatuses',
]

/** 每两个月一次谈话: every due cycle of the year that is complete holds a talk at which the person was met. */
export const s2Talks: Rule = {
  id: 'S2.talks',
  standard: 'S2',
  clause: CLAUSES.cycles,
  reads: [...PERSON_KINDS, 'talk', 'past-evidence'],
  policy: POLICY,
  judge: (village) => judgeCycles(village, 'talk'),
}

/** 每两月一次尿检: every due cycle with a basis for testing that is complete holds a valid result. */
export const s2Tests: Rule = {
  id: 'S2.tests',
  standard: 'S2',
  clause: CLAUSES.cycles,
  reads: [...PERSON_KINDS, 'past-evidence'],
  policy: [...POLICY, 'testSchedule'],
  judge: (village) => judgeCycles(village, 'test'),
}
