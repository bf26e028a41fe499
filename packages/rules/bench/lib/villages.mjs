import { aRecord, generateLedger } from '../../dist/testing/index.js'

/** The last day of the year that is judged: every cycle and month of it is complete. */
export const AS_OF = '2026-12-31'

/** Kinds a village cannot be imagined without; the others are dropped or added to reach the number asked for. */
const KEPT = new Set(['person-registration', 'person-status', 'support-group'])

/**
 * A village-year of exactly so many persons and records: cycles and months mostly done, some late, some missing.
 * What is too many is left out evenly; what is too few are further talks, as of a diligent worker.
 */
export function villageYear({ persons, records, seed = 'bench', diligence = 90 }) {
  const ledger = generateLedger({ seed, persons, until: AS_OF, diligence })
  const surplus = ledger.records.length - records
  if (surplus > 0) leaveOut(ledger, surplus)
  else addTalks(ledger, -surplus)
  ledger.ledgerVersion = ledger.records.length
  if (ledger.records.length !== records) throw new Error(`${ledger.records.length} records, not ${records}`)
  return ledger
}

function leaveOut(ledger, surplus) {
  const loose = ledger.records.filter(({ kind }) => !KEPT.has(kind))
  const gone = new Set(
    Array.from({ length: surplus }, (_, nth) => loose[Math.floor((nth * loose.length) / surplus)]),
  )
  ledger.records = ledger.records.filter((record) => !gone.has(record))
}

function addTalks(ledger, count) {
  const people = ledger.records.filter(({ kind }) => kind === 'person-registration')
  for (let nth = 0; nth < count; nth++) {
    const person = people[nth % people.length]
    const month = String(1 + (nth % 12)).padStart(2, '0')
    const on = `2026-${month}-${String(1 + (nth % 28)).padStart(2, '0')}`
    const day = on < person.occurredOn ? person.occurredOn : on
    ledger.records.push(
      aRecord('talk', person.subjectId, day, {}, { id: `further-${nth}`, areaCode: ledger.areaCode }),
    )
  }
}

export const TYPICAL = { persons: 30, records: 400 }
export const LARGE = { persons: 300, records: 6000 }
