import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { randomOf } from '../awareness/random.ts'
import { addDays, type IsoDate } from '../core/iso-date.ts'
import type { KindId, Payload } from '../records/record-kind.ts'
import { validateRecord } from '../records/validate-record.ts'
import { villageFold } from '../registers/person-view.ts'
import type { PartOutcome, Scorecard } from '../scorecard.ts'
import { RULES } from '../standards/rules.ts'
import type { LedgerRecord, VillageLedger } from '../village-ledger.ts'
import { AREA, aRecord, noonOf } from './builders.ts'
import { generateLedger } from './ledger-generator.ts'
import { aVillage } from './readable-village.ts'
import { settlementOf } from './settle.ts'
import { assess, obligations } from './whole.ts'

const day = fc.integer({ min: 0, max: 420 }).map((days) => addDays('2026-01-01', days))
const village = fc
  .record({
    seed: fc.nat(1_000_000),
    persons: fc.integer({ min: 0, max: 10 }),
    diligence: fc.constantFrom(0, 60, 90, 100),
    startOn: fc.constantFrom('2025-06-15', '2026-01-01', '2026-03-10'),
  })
  .map((plan) => aVillage({ ...plan, seed: `${plan.seed}`, until: '2027-02-25' }))
const villageOn = fc.tuple(village, day)

const withRecords = (ledger: VillageLedger, records: LedgerRecord[]): VillageLedger => ({
  ...ledger,
  records: [...ledger.records, ...records],
})
const stateOf = (scorecard: Scorecard): Record<string, string> =>
  Object.fromEntries(scorecard.parts.map(({ id, state }) => [id, state]))

/** Someone on the register, or somebody else. */
const someone = (ledger: VillageLedger, seed: number): string => {
  const persons = ledger.records.filter(({ kind }) => kind === 'person-registration')
  return persons.length === 0 ? 'nobody' : persons[seed % persons.length]!.subjectId
}

function added(
  ledger: VillageLedger,
  kind: KindId,
  on: IsoDate,
  seed: number,
  payload: Payload = {},
): VillageLedger {
  const subject = someone(ledger, seed)
  return withRecords(ledger, [
    aRecord(kind, subject, on, payload, { id: `added_${seed}`, receivedAt: noonOf(on) }),
  ])
}

describe('what generated villages hold', () => {
  it('is valid', () => {
    fc.assert(
      fc.property(village, (ledger) => {
        for (const { kind, payload } of ledger.records) {
          const result = validateRecord(kind as KindId, payload, {
            today: '2027-12-31',
            without: 'identity-and-text',
          })
          expect(result).toMatchObject({ ok: true })
        }
      }),
      { numRuns: 50 },
    )
  })

  it('reaches every state of every part', () => {
    const seen = new Set<string>()
    for (let seed = 0; seed < 300; seed++) {
      const ledger = generateLedger({
        seed: `${seed}`,
        persons: seed % 8,
        diligence: [100, 97, 85, 20][seed % 4]!,
        startOn: seed % 2 ? '2026-01-01' : '2026-03-10',
      })
      for (const asOf of ['2026-01-20', '2026-03-15', '2026-11-23']) {
        const { parts, verdict } = assess(ledger, { asOf })
        for (const { id, state } of parts) seen.add(`${id} ${state}`)
        seen.add(`verdict ${verdict}`)
      }
    }
    const never = [
      'S2.relapse notApplicable',
      'S3 notApplicable',
      'S4.pledges undetermined',
      'S5.newUsers notApplicable',
      'S5.crimes notApplicable',
      'S6 notApplicable',
      'S8 notApplicable',
      'S8 undetermined',
      'S9.skill undetermined',
      'S9.work undetermined',
      'S10.rules notApplicable',
      'S10.rules undetermined',
      'M1 notApplicable',
      'M1 undetermined',
      'M2 notApplicable',
      'M2 undetermined',
      'M3 notApplicable',
      'M3 undetermined',
      'M4 notApplicable',
      'M5 notApplicable',
    ]
    for (const { id } of RULES)
      for (const state of ['met', 'notMet', 'undetermined', 'notApplicable'])
        if (!never.includes(`${id} ${state}`)) expect(seen).toContain(`${id} ${state}`)
    for (const one of never) expect(seen).not.toContain(one)
    expect(seen).toContain('verdict notMet')
  })
})

describe('adding records', () => {
  const never = (kind: KindId, payload: Payload) =>
    fc.assert(
      fc.property(villageOn, fc.nat(), fc.nat(400), ([ledger, asOf], seed, before) => {
        const on = addDays(asOf, -before)
        const more = payload.place === undefined ? payload : { ...payload, place: `${seed}` }
        const earlier = stateOf(assess(ledger, { asOf }))
        const later = stateOf(
          assess(added(ledger, kind, on, seed, kind === 'publicity-activity' ? more : payload), { asOf }),
        )
        for (const [id, state] of Object.entries(earlier))
          if (state === 'met') expect([id, later[id]]).not.toEqual([id, 'notMet'])
      }),
      { numRuns: 60 },
    )

  it('a valid talk, negative test, activity or confirmation never turns a met part into notMet', () => {
    never('talk', {})
    never('urine-test', {})
    never('publicity-activity', { place: '' })
    never('roster-confirmation', {})
  })

  it('a positive test may turn S2.relapse to undetermined, and nothing else to the worse', () => {
    fc.assert(
      fc.property(villageOn, fc.nat(), fc.nat(100), ([ledger, asOf], seed, before) => {
        const earlier = stateOf(assess(ledger, { asOf }))
        const later = stateOf(
          assess(added(ledger, 'urine-test', addDays(asOf, -before), seed, { result: 'positive' }), { asOf }),
        )
        for (const [id, state] of Object.entries(earlier)) {
          if (state !== 'met') continue
          expect(id === 'S2.relapse' ? ['met', 'undetermined'] : ['met']).toContain(later[id])
        }
      }),
      { numRuns: 60 },
    )
  })

  it('a check, patrol, inspection, document, pledge or sweep never turns a met part into notMet', () => {
    never('verification', {})
    never('sweep', {})
    never('venue-survey', {})
    never('village-document', {})
    never('pledge-signed', {})
    never('bottom-lines-text', {})
    never('meeting', {})
  })

  it('registering a key person, venue, grid, grid worker, site or school today never turns a met part into notMet today', () => {
    const kinds: KindId[] = ['key-person', 'venue', 'grid', 'grid-assignment', 'education-site', 'school']
    fc.assert(
      fc.property(villageOn, fc.constantFrom(...kinds), ([ledger, asOf], kind) => {
        const grid = ledger.records.find((record) => record.kind === 'grid' && record.occurredOn <= asOf)
        const subject = kind === 'grid-assignment' && grid ? grid.subjectId : 'new'
        const bad: Payload =
          kind === 'venue'
            ? { keyParts: 'no', keyPartsText: null, monitored: 'no' }
            : kind === 'key-person'
              ? { measure: 'none' }
              : kind === 'grid'
                ? { bounded: 'no' }
                : kind === 'grid-assignment'
                  ? { worker: ['worker-new'] }
                  : {}
        const earlier = stateOf(assess(ledger, { asOf }))
        const later = stateOf(assess(withRecords(ledger, [aRecord(kind, subject, asOf, bad)]), { asOf }))
        for (const [id, state] of Object.entries(earlier))
          if (state === 'met') expect([id, later[id]]).not.toEqual([id, 'notMet'])
      }),
      { numRuns: 120 },
    )
  })

  it('registering a person today never turns a met part into notMet today', () => {
    fc.assert(
      fc.property(villageOn, ([ledger, asOf]) => {
        const earlier = stateOf(assess(ledger, { asOf }))
        const later = stateOf(
          assess(withRecords(ledger, [aRecord('person-registration', 'new', asOf)]), { asOf }),
        )
        for (const [id, state] of Object.entries(earlier))
          if (state === 'met') expect([id, later[id]]).not.toEqual([id, 'notMet'])
      }),
      { numRuns: 60 },
    )
  })

  it('a person registered and taken into support today costs no met part today, whenever the status began', () => {
    fc.assert(
      fc.property(villageOn, fc.nat(600), ([ledger, asOf], before) => {
        const records = [
          aRecord('person-registration', 'new', asOf),
          aRecord('person-status', 'new', addDays(asOf, -before), {}, { receivedAt: noonOf(asOf) }),
        ]
        const earlier = stateOf(assess(ledger, { asOf }))
        const later = stateOf(assess(withRecords(ledger, records), { asOf }))
        for (const [id, state] of Object.entries(earlier))
          if (state === 'met') expect([id, later[id]]).not.toEqual([id, 'notMet'])
      }),
      { numRuns: 60 },
    )
  })
})

describe('the same ledger', () => {
  it('gives the same bytes in any order of records, with duplicates', () => {
    fc.assert(
      fc.property(villageOn, fc.nat(), ([ledger, asOf], seed) => {
        const random = randomOf(`${seed}`)
        const doubled = random.shuffle([
          ...ledger.records,
          ...ledger.records.filter(() => random.below(3) === 0),
        ])
        const copied: VillageLedger = JSON.parse(JSON.stringify({ ...ledger, records: doubled }))
        const bytes = (one: VillageLedger) =>
          JSON.stringify([
            assess(one, { asOf }),
            obligations(one, { asOf }),
            villageFold(one, { asOf }).persons,
          ])
        expect(bytes(copied)).toBe(bytes(ledger))
      }),
      { numRuns: 60 },
    )
  })

  it('is not changed by being judged', () => {
    const ledger = generateLedger({ seed: 'frozen' })
    const before = JSON.stringify(ledger)
    for (const record of ledger.records) Object.freeze(Object.freeze(record).payload)
    Object.freeze(ledger.records)
    assess(Object.freeze(ledger), { asOf: '2026-11-23' })
    obligations(ledger, { asOf: '2026-11-23' })
    villageFold(ledger, { asOf: '2026-11-23' })
    expect(JSON.stringify(ledger)).toBe(before)
  })

  it('known later holds at least the records known earlier: what had not been received is not there', () => {
    fc.assert(
      fc.property(villageOn, ([ledger, asOf]) => {
        const knownAt = `${asOf}T16:00:00.000Z`
        const received = {
          ...ledger,
          records: ledger.records.filter(({ receivedAt }) => receivedAt! <= knownAt),
        }
        const { knownAt: _, ...known } = assess(ledger, { asOf, knownAt })
        const { knownAt: __, ...cut } = assess(received, { asOf })
        expect(known).toEqual(cut)
      }),
      { numRuns: 60 },
    )
  })
})

describe('a person abstinent three years', () => {
  it('appears in no duty and no denominator but S2.threeYears', () => {
    fc.assert(
      fc.property(villageOn, ([ledger, asOf]) => {
        const done = villageFold(ledger, { asOf }).persons.filter(({ isThreeYears }) => isThreeYears)
        const ids = new Set(done.map(({ id }) => id))
        const { open, missed } = obligations(ledger, { asOf })
        for (const { subjectId } of [...open, ...missed]) expect(ids).not.toContain(subjectId)
        const rest = { ...ledger, records: ledger.records.filter(({ subjectId }) => !ids.has(subjectId)) }
        fc.pre(villageFold(rest, { asOf }).persons.length > 0)
        const figures = (one: VillageLedger) =>
          assess(one, { asOf })
            .parts.filter(({ id }) => id !== 'S2.threeYears' && id !== 'S2.relapse')
            .map(({ id, numerator, denominator, state }) => [id, numerator, denominator, state])
        fc.pre(assess(ledger, { asOf }).track === assess(rest, { asOf }).track)
        expect(figures(ledger)).toEqual(figures(rest))
      }),
      { numRuns: 60 },
    )
  })
})

describe('duties and parts', () => {
  /** Settles every duty that is open, again while settling opens others. */
  function settleAll(ledger: VillageLedger, asOf: IsoDate): VillageLedger {
    let settled = ledger
    for (let round = 0; round < 4; round++) {
      const records = obligations(settled, { asOf }).open.reduce<LedgerRecord[]>(
        (all, obligation) => all.concat(settlementOf(obligation, settled, asOf)),
        [],
      )
      settled = withRecords(settled, records)
    }
    return settled
  }

  /** Parts that the duty of another part serves too: one record settles both. */
  const SERVED_WITH: Readonly<Record<string, readonly string[]>> = {
    S6: ['S3'],
    M4: ['S1'],
    M5: ['S6', 'S3'],
  }

  const isMet = ({ state }: PartOutcome): boolean => state === 'met' || state === 'notApplicable'

  it('every part that work can still mend has a duty, and settling all duties makes it met', () => {
    fc.assert(
      fc.property(villageOn, ([ledger, asOf]) => {
        const mendable = assess(ledger, { asOf }).parts.filter((part) => part.mendable)
        const { open } = obligations(ledger, { asOf })
        for (const { id, reason } of mendable) {
          const served: readonly unknown[] = [id, ...(SERVED_WITH[id] ?? [])]
          const kinds = open.filter(
            ({ part, kind }) =>
              served.includes(part) || (reason === 'rosterNotConfirmed' && kind === 'roster-confirmation'),
          )
          expect([id, kinds.length > 0]).toEqual([id, true])
        }
        const after = assess(settleAll(ledger, asOf), { asOf }).parts
        for (const { id } of mendable)
          expect([id, after.some((part) => part.id === id && isMet(part))]).toEqual([id, true])
      }),
      { numRuns: 60 },
    )
  })

  it('a part that is unmet and cannot be mended says so', () => {
    fc.assert(
      fc.property(villageOn, ([ledger, asOf]) => {
        for (const part of assess(ledger, { asOf }).parts) {
          if (part.state !== 'notMet' && part.state !== 'undetermined') continue
          expect(part.next).toBeDefined()
          expect(part.missing.length).toBeGreaterThan(0)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('a window is either open or told as missed, never both', () => {
    fc.assert(
      fc.property(villageOn, ([ledger, asOf]) => {
        const { open, missed } = obligations(ledger, { asOf })
        const ids = [...open, ...missed].map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
        for (const { closedOn } of missed) expect(closedOn < asOf).toBe(true)
        for (const { opensOn, dueOn } of open) expect(opensOn <= asOf && opensOn <= dueOn).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('a cycle that was missed keeps its id from the day it was open', () => {
    const ledger = generateLedger({ seed: 'ids', persons: 8, diligence: 0, until: '2026-06-30' })
    const before = obligations(ledger, { asOf: '2026-06-30' }).open.filter(({ kind }) => kind === 'talk')
    const after = obligations(ledger, { asOf: '2026-07-01' }).missed.map(({ id }) => id)
    expect(before.length).toBeGreaterThan(0)
    for (const { id } of before) expect(after).toContain(id)
  })

  it('belongs to the village', () => {
    expect(generateLedger({ seed: 'area' }).areaCode).toBe(AREA)
  })
})
