import { parseDay } from '../core/iso-date.ts'
import type { KindId, Payload } from '../records/record-kind.ts'
import type { Fact } from './read-ledger.ts'

/** The facts that a carry-over stands for: what happened in another village, as this one would have recorded it. */
export function carriedFacts(carryOver: Fact): Fact[] {
  const { payload } = carryOver
  const facts: Fact[] = []
  const add = (kind: KindId, on: unknown, more: Payload): void => {
    const day = parseDay(on)
    if (day <= carryOver.day) facts.push({ ...carryOver, kind, on: on as string, day, payload: more })
  }
  if (typeof payload.status === 'string')
    add('person-status', payload.statusFrom ?? payload.carriedOn, {
      status: payload.status,
      presence: payload.presence,
      testBasis: payload.testBasis,
      sentenceMonths: payload.sentenceMonths,
      reportedInOn: payload.reportedInOn,
      livesElsewhere: 'yes',
    })
  if (typeof payload.abstinentSince === 'string')
    add('abstinence-start', payload.carriedOn, { abstinentSince: payload.abstinentSince })
  add('talk', payload.talkedOn, { found: 'yes' })
  add('urine-test', payload.testedOn, { result: 'negative', place: 'station' })
  return facts
}
