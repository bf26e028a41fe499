import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { randomOf } from '../awareness/random.ts'
import type { Version } from '../core/dated.ts'
import { addDays, type IsoDate } from '../core/iso-date.ts'
import { type CountyOverride, type Policies } from '../policy/policies.ts'
import { WHOLE_NOTICE_POLICIES } from '../policy/whole-notice.ts'
import type { KindId, Payload, SubjectKind } from '../records/record-kind.ts'
import { RECORD_KINDS } from '../records/record-kinds.ts'
import { validateRecord } from '../records/validate-record.ts'
import { standingOf, villageFold } from '../registers/person-view.ts'
import type { PartOutcome, Scorecard } from '../scorecard.ts'
import { shownFigures } from '../shown/shown.ts'
import { RULES } from '../standards/rules.ts'
import type { LedgerRecord, VillageLedger } from '../village-ledger.ts'
import { AREA, aRecord, noonOf } from './builders.ts'
import { generateLedger } from './ledger-generator.ts'
import { aVillage } from './readable-village.ts'
import { settlementOf } from './settle.ts'
import { assess, assessYear, obligations } from './whole.ts'

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

/** The kind of record that begins what a record is about. */
const BEGINNINGS: Partial<Record<SubjectKind, KindId>> = {
  person: 'person-registration',
  grid: 'grid',
  venue: 'venue',
}

/** Someone on the register, a grid or a venue on file, or something else. */
const someone = (ledger: VillageLedger, kind: KindId, seed: number): string => {
  const beginning = BEGINNINGS[RECORD_KINDS[kind].subject]
  const subjects = ledger.records.filter((record) => record.kind === beginning)
  return subjects.length === 0 ? 'nobody' : subjects[seed % subjects.length]!.subjectId
}

function added(
  ledger: VillageLedger,
  kind: KindId,
  on: IsoDate,
  seed: number,
  payload: Payload = {},
): VillageLedger {
  const subject = someone(ledger, kind, seed)
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
  /** A valid, favourable record of each kind; its place is new, so that it is an activity of its own. */
  const favourable: readonly KindId[] = [
    'talk',
    'urine-test',
    'publicity-activity',
    'roster-confirmation',
    'verification',
    'sweep',
    'venue-survey',
    'village-document',
    'pledge-signed',
    'bottom-lines-text',
    'meeting',
    'support-group',
    'agreement',
    'leave',
    'patrol',
    'clean-up',
    'skill-check',
    'venue-inspection',
    'rectification',
  ]

  it('a valid talk, negative test, activity, check, patrol, document or signature never turns a met part into notMet', () => {
    fc.assert(
      fc.property(
        villageOn,
        fc.constantFrom(...favourable),
        fc.nat(),
        fc.nat(400),
        ([ledger, asOf], kind, seed, before) => {
          const payload: Payload = kind === 'publicity-activity' ? { place: `${seed}` } : {}
          const earlier = stateOf(assess(ledger, { asOf }))
          const later = stateOf(assess(added(ledger, kind, addDays(asOf, -before), seed, payload), { asOf }))
          for (const [id, state] of Object.entries(earlier))
            if (state === 'met') expect([id, later[id]]).not.toEqual([id, 'notMet'])
        },
      ),
      { numRuns: 300 },
    )
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

  it('a finding of the first use costs S5.newUsers alone, and the track where nobody was found', () => {
    fc.assert(
      fc.property(villageOn, ([ledger, asOf]) => {
        const before = assess(ledger, { asOf })
        const after = assess(withRecords(ledger, [aRecord('new-finding', 'new', asOf)]), { asOf })
        fc.pre(before.track === after.track)
        for (const [id, state] of Object.entries(stateOf(before)))
          if (state === 'met' && id !== 'S5.newUsers')
            expect([id, stateOf(after)[id]]).not.toEqual([id, 'notMet'])
      }),
      { numRuns: 60 },
    )
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
            assessYear(one, { asOf }),
            shownFigures(one, { asOf }),
          ])
        expect(bytes(copied)).toBe(bytes(ledger))
      }),
      { numRuns: 30 },
    )
  })

  it('lists each person as it views him, but for what is and was due', () => {
    fc.assert(
      fc.property(villageOn, ([ledger, asOf]) => {
        const { persons, keyPersons } = villageFold(ledger, { asOf })
        const ids = [...persons, ...keyPersons].map(({ id }) => id)
        const listed = ids.map((id) => standingOf(ledger, id, { asOf }))
        const viewed = ids.map((id) => ({
          person: without(
            persons.find((person) => person.id === id),
            'clock',
            'cycles',
            'key',
            'duties',
          ),
          key: without(
            keyPersons.find((key) => key.id === id),
            'duties',
          ),
        }))
        expect(listed).toEqual(viewed)
      }),
      { numRuns: 30 },
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
        // The years' successes are counted by the notice; the months of key persons lie before the three years were full.
        const shares = (one: VillageLedger) =>
          assessYear(one, { asOf })
            .items.filter(({ id }) => !['A4.threeYears', 'A4.relapses', 'A5.keyPersons'].includes(id))
            .map(({ id, numerator, denominator, state }) => [id, numerator, denominator, state])
        expect(shares(ledger)).toEqual(shares(rest))
      }),
      { numRuns: 40 },
    )
  })
})

describe('duties and parts', () => {
  const county = (values: CountyOverride): Policies => ({
    ...WHOLE_NOTICE_POLICIES,
    counties: { [AREA.slice(0, 6)]: values },
  })
  const since = <T>(value: T): Version<T>[] => [{ from: '2023-03-24', value }]

  /** The released numbers, and those of counties that switched something on. */
  const POLICY: Readonly<Record<string, Policies>> = {
    released: WHOLE_NOTICE_POLICIES,
    households: county({ householdPledgeShare: since(60) }),
    schedule: county({
      testSchedule: since({
        'community-treatment': [12, 6, 4],
        'community-rehabilitation': [12, 12, 12],
        helped: [0, 0, 0],
      }),
    }),
    anchored: county({ cycleAnchor: since<'support-start'>('support-start') }),
    outside: county({ threeYearsScope: since<'outside-measures'>('outside-measures') }),
  }
  const policyName = fc.constantFrom(...Object.keys(POLICY))

  /** Settles every duty that is open, again while settling opens others. */
  function settleAll(ledger: VillageLedger, asOf: IsoDate, policies: Policies): VillageLedger {
    let settled = ledger
    for (let round = 0; round < 4; round++) {
      const records = obligations(settled, { asOf, policies }).open.reduce<LedgerRecord[]>(
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
    'S4.pledges': ['S9.division'],
  }

  const isMet = ({ state }: PartOutcome): boolean => state === 'met' || state === 'notApplicable'

  it('every part that work can still mend has a duty, and settling all duties makes it met', () => {
    fc.assert(
      fc.property(villageOn, policyName, ([ledger, asOf], name) => {
        const policies = POLICY[name]!
        const mendable = assess(ledger, { asOf, policies }).parts.filter((part) => part.mendable)
        const { open } = obligations(ledger, { asOf, policies })
        for (const { id, reason } of mendable) {
          const served: readonly unknown[] = [id, ...(SERVED_WITH[id] ?? [])]
          const kinds = open.filter(
            ({ part, kind }) =>
              served.includes(part) || (reason === 'rosterNotConfirmed' && kind === 'roster-confirmation'),
          )
          expect([id, kinds.length > 0]).toEqual([id, true])
        }
        const after = assess(settleAll(ledger, asOf, policies), { asOf, policies }).parts
        for (const { id } of mendable)
          expect([id, after.some((part) => part.id === id && isMet(part))]).toEqual([id, true])
      }),
      { numRuns: 150 },
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
      fc.property(villageOn, policyName, ([ledger, asOf], name) => {
        const { open, missed } = obligations(ledger, { asOf, policies: POLICY[name]! })
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

const without = (view: object | undefined, ...names: string[]) =>
  view && Object.fromEntries(Object.entries(view).filter(([name]) => !names.includes(name)))
