import { type Random, randomOf } from '../awareness/random.ts'
import { addDays, addMonths, type IsoDate, monthOf, yearOf } from '../core/iso-date.ts'
import type { Payload } from '../records/record-kind.ts'
import { STATUSES, type Status } from '../records/vocabulary.ts'
import type { VillageLedger } from '../village-ledger.ts'
import { AREA } from './builders.ts'
import { dayBetween, idOf, isIn100, pick, type Writer, write } from './ledger-writer.ts'
import { writeLawWork, writeYearFiles } from './rare-work-generator.ts'
import { writeVillageWork } from './village-work-generator.ts'

const ELSEWHERE = '441581990202'

export type LedgerPlan = {
  /** The same seed and plan give the same ledger. */
  seed: string
  /** Number of persons, default 12. */
  persons?: number
  /** The last day on which anything is recorded. */
  until?: IsoDate
  areaCode?: string
  startOn?: IsoDate
  /** Out of 100: how many of the due cycles and months are done. Default 80. */
  diligence?: number
}

function statusPayload(random: Random, status: Status, from: IsoDate): Payload {
  const presence = pick(random, ['at-home', 'at-home', 'at-home', 'away'])
  switch (status) {
    case 'community-treatment':
      return {
        status,
        presence,
        ...(isIn100(random, 80) ? { reportedInOn: addDays(from, random.below(15)) } : {}),
      }
    case 'community-rehabilitation':
    case 'voluntary-treatment':
    case 'medication-maintenance':
      return { status, presence }
    case 'helped':
      return { status, presence, testBasis: pick(random, ['required', 'consented', 'none']) }
    case 'imprisoned':
      return { status, ...(isIn100(random, 70) ? { sentenceMonths: pick(random, [6, 24, 35, 36, 60]) } : {}) }
    case 'moved-out':
      return { status, livesElsewhere: pick(random, ['yes', 'no']) }
    default:
      return { status }
  }
}

function writeStatuses(writer: Writer, person: string, from: IsoDate): void {
  const { random, until } = writer
  let on = from
  const changes = 1 + random.below(3)
  for (let change = 0; change < changes && on <= until; change++) {
    const usual: readonly Status[] = ['community-treatment', 'community-rehabilitation', 'helped']
    const status = isIn100(random, 70) ? pick(random, usual) : pick(random, STATUSES).value
    const payload = statusPayload(random, status, on)
    const { presence: _, ...away } = payload
    const releasedOn = addDays(on, 10 + random.below(60))
    if (status === 'detained' && isIn100(random, 60) && releasedOn <= until) away.releasedOn = releasedOn
    write(writer, 'person-status', person, on, {
      presence: undefined,
      ...(status === 'detained' ? away : payload),
    })
    on = addDays(on, 60 + random.below(400))
  }
}

function writeTest(writer: Writer, person: string, on: IsoDate): void {
  const { random, until } = writer
  const result = isIn100(random, 92)
    ? 'negative'
    : pick(random, ['positive', 'invalid', 'refused', 'not-done'])
  const place = pick(random, ['station', 'police-station', 'away'])
  const certificate = place === 'away' ? pick(random, ['yes', 'yes', 'no']) : undefined
  const test = write(writer, 'urine-test', person, on, { result, place, certificate })
  if (result !== 'positive' || !isIn100(random, 70)) return
  const decidedOn = addDays(on, random.below(10))
  const outcome = pick(random, ['prescription', 'prescription', 'not-use', 'confirmed-use'])
  if (decidedOn <= until) write(writer, 'test-outcome', person, decidedOn, { test: test.id, outcome })
}

function writeCycles(writer: Writer, person: string, from: IsoDate, diligence: number): void {
  const { random, until } = writer
  for (let start = `${yearOf(from)}-01-01`; start <= until; start = addMonths(start, 2)) {
    const next = addMonths(start, 2)
    for (const what of ['talk', 'test'] as const) {
      const on = dayBetween(random, start, next)
      if (on < from || on > until || !isIn100(random, diligence)) continue
      if (what === 'test') writeTest(writer, person, on)
      else write(writer, 'talk', person, on, { found: isIn100(random, 95) ? 'yes' : 'no' })
    }
  }
}

/** Somebody whom another village handed over, with what it knew of him. */
function writeArrival(writer: Writer, person: string, on: IsoDate): void {
  const { random, areaCode } = writer
  const statusFrom = addDays(on, -random.below(400))
  write(writer, 'transfer-acceptance', person, on, {
    fromArea: ELSEWHERE,
    toArea: areaCode,
    agreement: pick(random, ['yes', 'no']),
  })
  const status = pick(random, ['community-treatment', 'community-rehabilitation', 'helped'] as const)
  write(writer, 'carry-over', person, on, {
    fromArea: ELSEWHERE,
    presence: pick(random, ['at-home', 'away']),
    status,
    statusFrom,
    ...(status === 'helped'
      ? { testBasis: pick(random, ['required', 'none']) }
      : { reportedInOn: isIn100(random, 80) ? statusFrom : undefined }),
    supportFrom: addDays(statusFrom, -random.below(100)),
    abstinentSince: isIn100(random, 50) ? addDays(on, -random.below(1200)) : undefined,
    talkedOn: isIn100(random, 60) ? addDays(on, -random.below(50)) : undefined,
    testedOn: isIn100(random, 60) ? addDays(on, -random.below(50)) : undefined,
    pausedDays: random.below(20),
    refusals: random.below(4),
    absences: random.below(4),
    absentDays: random.below(40),
    reported: isIn100(random, 30) ? ['refusals'] : undefined,
  })
}

function writePerson(writer: Writer, startOn: IsoDate, diligence: number): void {
  const { random, until } = writer
  const person = idOf(random)
  const registeredOn = isIn100(random, 70) ? startOn : dayBetween(random, startOn, until)
  if (isIn100(random, 8)) writeArrival(writer, person, registeredOn)
  else write(writer, 'person-registration', person, registeredOn, { birthYear: 1960 + random.below(45) })
  if (isIn100(random, 92)) writeStatuses(writer, person, addDays(registeredOn, -random.below(300)))
  const confirmedOn = dayBetween(random, registeredOn, until)
  if (isIn100(random, 70))
    write(writer, 'abstinence-start', person, confirmedOn, {
      abstinentSince: addDays(confirmedOn, -random.below(1500)),
    })
  if (isIn100(random, 85)) {
    const members = isIn100(random, 85) ? ['family', 'village-cadre', 'police'] : ['village-cadre', 'police']
    const formedOn = addDays(registeredOn, random.below(20))
    if (formedOn <= until) write(writer, 'support-group', person, formedOn, { members })
  }
  if (isIn100(random, 5)) write(writer, 'relapse', person, dayBetween(random, registeredOn, until))
  writeCycles(writer, person, registeredOn, diligence)
  writeLawWork(writer, person, registeredOn, diligence)
}

function writeVillage(writer: Writer, startOn: IsoDate, diligence: number): void {
  const { random, until, areaCode } = writer
  for (let month = `${monthOf(startOn)}-01`; month <= until; month = addMonths(month, 1)) {
    const activities = isIn100(random, diligence) ? 4 + random.below(2) : random.below(4)
    for (let nth = 0; nth < activities; nth++) {
      const on = addDays(month, random.below(28))
      if (on >= startOn && on <= until)
        write(writer, 'publicity-activity', areaCode, on, { place: `第${nth + 1}组` })
    }
    const confirmedOn = addDays(month, 24)
    if (confirmedOn >= startOn && confirmedOn <= until && isIn100(random, diligence))
      write(writer, 'roster-confirmation', areaCode, confirmedOn)
  }
}

/**
 * A random village of valid records of every kind: gaps, late entries, records that wait, were returned or voided, people
 * who came from elsewhere, every status, positive tests with and without an outcome.
 */
export function generateLedger(plan: LedgerPlan): VillageLedger {
  const { persons = 12, until = '2026-11-23', areaCode = AREA, startOn = '2026-01-01', diligence = 80 } = plan
  const random = randomOf(`ledger/${plan.seed}`)
  const writer: Writer = { random, until, areaCode, records: [] }
  for (let person = 0; person < persons; person++) writePerson(writer, startOn, diligence)
  writeVillage(writer, startOn, diligence)
  writeVillageWork(writer, startOn, diligence)
  writeYearFiles(writer, startOn, diligence)
  const records = random
    .shuffle(writer.records)
    .map((record) => ({ ...record, payload: defined(record.payload) }))
  return { format: 'village-ledger@1', areaCode, startOn, ledgerVersion: records.length, records }
}

function defined(payload: Payload): Payload {
  const kept: Payload = {}
  for (const name of Object.keys(payload)) if (payload[name] !== undefined) kept[name] = payload[name]
  return kept
}
