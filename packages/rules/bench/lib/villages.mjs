import { RECORD_KINDS } from '../../dist/index.js'
import { aRecord, generateLedger } from '../../dist/testing/index.js'

/** The last day of the year that is judged: every cycle and month of it is complete. */
export const AS_OF = '2026-12-31'

/** The kinds of which there is more than enough; of every other kind all records are kept. */
const PLENTIFUL = new Set(['talk', 'urine-test', 'verification'])

/**
 * A village-year of exactly so many persons and records, with every kind of record there is: cycles and months mostly
 * done, some late, some missing. What is too many is left out evenly; what is too few are further talks, as of a diligent
 * worker. It comes out of JSON, as ledgers do.
 */
export function villageYear({ persons, records, seed = 'bench', diligence = 90 }) {
  const ledger = generateLedger({ seed, persons, until: AS_OF, diligence })
  addMissingKinds(ledger)
  const surplus = ledger.records.length - records
  if (surplus > 0) leaveOut(ledger, surplus)
  else addTalks(ledger, -surplus)
  ledger.ledgerVersion = ledger.records.length
  if (ledger.records.length !== records) throw new Error(`${ledger.records.length} records, not ${records}`)
  return JSON.parse(JSON.stringify(ledger))
}

function addMissingKinds({ records, areaCode }) {
  const present = new Set(records.map(({ kind }) => kind))
  const person = records.find(({ kind }) => kind === 'person-registration').subjectId
  for (const { kind, subject } of Object.values(RECORD_KINDS)) {
    if (present.has(kind)) continue
    const subjectId = { village: areaCode, person }[subject] ?? `${subject}-1`
    records.push(aRecord(kind, subjectId, '2026-03-05', {}, { id: `only-${kind}`, areaCode, subjectId }))
  }
}

function leaveOut(ledger, surplus) {
  const loose = ledger.records.filter(({ kind }) => PLENTIFUL.has(kind))
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
