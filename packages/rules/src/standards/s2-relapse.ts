import { type Day, parseDay } from '../core/iso-date.ts'
import { anyHolds } from '../core/period.ts'
import { CLAUSES, NOTICE } from '../notice/clauses.ts'
import { coversTest, type Person } from '../registers/person-fold.ts'
import type { Fact } from '../registers/read-ledger.ts'
import type { Village } from '../registers/village.ts'
import type { Missing } from '../scorecard.ts'
import { type Judgement, PERSON_KINDS, PERSON_POLICY, type Rule } from './define-rule.ts'
import { nobodyToJudge } from './populations.ts'
import { awaiting } from './tally.ts'

/** Whether the person was under support on some day of `from` … `day`, both included. */
const wasSupported = (person: Person, from: Day, day: Day): boolean =>
  person.support.some((stretch) => stretch.from <= day && stretch.to > from) && !anyHolds(person.gone, day)

const isAccepted = (fact: Fact): boolean => !fact.pending

/** A confirmed test of which no finding of its own was recorded is a finding itself. */
function isFinding(outcome: Fact, person: Person): boolean {
  if (outcome.pending || outcome.payload.outcome !== 'confirmed-use') return false
  const test = person.facts.tests.find(({ id }) => id === outcome.payload.test)
  return test !== undefined && !person.facts.relapses.some((finding) => coversTest(finding, test))
}

/** Findings of use that count here: found in the period, of a person on the register, under support then or earlier in it. */
function findingsOf(person: Person, from: Day): Fact[] {
  const { relapses, outcomes } = person.facts
  const findings = [...relapses, ...outcomes.filter((outcome) => isFinding(outcome, person))]
  return findings.filter(
    ({ day }) => day >= Math.max(from, person.registeredDay) && wasSupported(person, from, day),
  )
}

/** Positive tests of a village's period of a person under support then or earlier in it. */
function positivesOf(person: Person, village: Village): Fact[] {
  const from = Math.min(parseDay(`${village.year}-01-01`), village.ledger.startDay)
  return person.facts.tests.filter(
    ({ payload, day }) =>
      payload.result === 'positive' &&
      day >= Math.max(from, person.registeredDay) &&
      wasSupported(person, from, day),
  )
}

/**
 * Positive tests about which nothing is recorded: no prescription, no finding either way. None of a person abstinent
 * three years: his file is closed, and a finding that comes later reopens it.
 */
export function openPositives(person: Person, village: Village): Fact[] {
  if (person.isThreeYears) return []
  const findings = person.facts.relapses.filter(isAccepted)
  const settled = new Set(person.facts.outcomes.filter(isAccepted).map(({ payload }) => payload.test))
  return positivesOf(person, village).filter(
    (test) =>
      isAccepted(test) && !settled.has(test.id) && !findings.some((finding) => coversTest(finding, test)),
  )
}

/** The first day of the period of which findings count. */
const periodFrom = ({ year }: Village): Day => Math.max(parseDay(`${year}-01-01`), parseDay(NOTICE.issuedOn))

/** Findings of use in the period, of people under support here then or earlier in it; those that wait for review too. */
export function relapsesOf(village: Village): Fact[] {
  const found: Fact[] = []
  for (const person of village.persons()) found.push(...findingsOf(person, periodFrom(village)))
  return found
}

type Tally = { found: Missing[]; pending: Missing[]; open: Missing[]; deciding: string[] }

function tallyOf(village: Village): Tally {
  const tally: Tally = { found: [], pending: [], open: [], deciding: [] }
  const from = periodFrom(village)
  for (const person of village.persons()) {
    for (const finding of findingsOf(person, from)) {
      const missing: Missing = {
        code: finding.pending ? 'relapsePending' : 'relapse',
        subjectId: person.id,
        period: finding.on,
      }
      tally[finding.pending ? 'pending' : 'found'].push(missing)
      tally.deciding.push(finding.id)
    }
    for (const { id, on, pending } of positivesOf(person, village))
      if (pending) {
        tally.pending.push({ code: 'testPending', subjectId: person.id, period: on })
        tally.deciding.push(id)
      }
    for (const test of openPositives(person, village)) {
      tally.open.push({ code: 'testOutcome', subjectId: person.id, period: test.on })
      tally.deciding.push(test.id)
    }
  }
  return tally
}

function judge(village: Village): Judgement {
  const { found, pending, open, deciding } = tallyOf(village)
  const missing = [...found, ...pending, ...open]
  if (found.length > 0)
    return {
      state: 'notMet',
      deciding,
      missing,
      next: { code: 'cannotMend', params: { count: found.length } },
    }
  if (pending.length > 0) return { ...awaiting(missing), deciding }
  if (open.length > 0) {
    return {
      state: 'undetermined',
      reason: 'evidenceMissing',
      deciding,
      missing,
      next: { code: 'recordOutcome', params: { count: open.length } },
      mendable: true,
    }
  }
  const nobody = nobodyToJudge(village)
  return nobody.state === 'undetermined' ? nobody : { state: 'met' }
}

/** 没有复吸现象: nothing found in the period, and no positive test left unexplained. Nobody ever under support: nothing found. */
export const s2Relapse: Rule = {
  id: 'S2.relapse',
  standard: 'S2',
  clause: CLAUSES.relapse,
  reads: PERSON_KINDS,
  policy: [...PERSON_POLICY, 'supportStatuses', 'positiveDays'],
  judge,
}
