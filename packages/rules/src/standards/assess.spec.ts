import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { canonicalJson } from '../core/canonical-json.ts'
import { type Policies } from '../policy/policies.ts'
import { WHOLE_NOTICE_POLICIES } from '../policy/whole-notice.ts'
import { AREA, aLedger, aRecord } from '../testing/builders.ts'
import { generateLedger } from '../testing/ledger-generator.ts'
import { assess, obligations, openVillage } from '../testing/whole.ts'
import { assessVillage, ledgerTroubles } from './assess.ts'
import { RULES } from './rules.ts'

const person = [
  aRecord('person-registration', 'p1', '2026-01-01'),
  aRecord('person-status', 'p1', '2026-01-01'),
]
const states = (ledger: unknown, asOf = '2026-06-30', options = {}) =>
  Object.fromEntries(assess(ledger, { asOf, ...options }).parts.map(({ id, state }) => [id, state]))

describe('scorecard', () => {
  it('carries its date, knowledge, versions and every part with clause, policy and figures', () => {
    const scorecard = assess(aLedger(person, { ledgerVersion: 7 }), {
      asOf: '2026-06-30',
      knownAt: '2026-07-01T00:00:00.000Z',
    })
    expect(scorecard).toMatchObject({
      format: 'scorecard@1',
      areaCode: AREA,
      year: 2026,
      asOf: '2026-06-30',
      knownAt: '2026-07-01T00:00:00.000Z',
      ledgerVersion: 7,
      policyVersion: WHOLE_NOTICE_POLICIES.version,
      track: 'ten-standards',
    })
    expect(scorecard.parts.map(({ id }) => id)).toEqual(RULES.map(({ id }) => id))
    const gates = [...scorecard.standards, ...scorecard.measures]
    expect(gates.map(({ id }) => id).join(' ')).toBe('S1 S2 S3 S4 S5 S6 S7 S8 S9 S10 M1 M2 M3 M4 M5 M6')
    expect(gates.flatMap(({ parts }) => parts)).toEqual(RULES.map(({ id }) => id))
    expect(scorecard.standards[1]).toEqual({
      id: 'S2',
      state: 'notMet',
      parts: ['S2.support', 'S2.talks', 'S2.tests', 'S2.relapse', 'S2.threeYears'],
    })
    expect(scorecard.verdict).toBe('notMet')
    for (const part of scorecard.parts) {
      expect(part.clause.quote.length).toBeGreaterThan(5)
      for (const used of part.policy)
        expect(used).toEqual({ id: used.id, value: expect.anything(), from: '2023-03-24' })
    }
  })

  it('counts the sets', () => {
    const records = [
      ...person,
      aRecord('person-registration', 'p2', '2026-01-01'),
      aRecord('person-status', 'p2', '2026-01-01', { status: 'deceased', presence: null }),
      aRecord('person-registration', 'p3', '2026-01-01'),
      aRecord('abstinence-start', 'p3', '2026-01-02', { abstinentSince: '2020-01-01' }),
      aRecord('person-registration', 'p4', '2026-01-01'),
      aRecord('person-status', 'p4', '2026-01-01', { status: 'imprisoned', presence: null }),
      aRecord('person-registration', 'p5', '2026-07-01'),
      aRecord('roster-confirmation', '', '2026-05-31'),
    ]
    expect(assess(aLedger(records), { asOf: '2026-06-30' }).populations).toEqual({
      cumulative: 4,
      existing: 2,
      existingUnknown: 1,
      existingNational: 2,
      threeYears: 1,
      underSupport: 1,
      atHome: 1,
      away: 0,
      judgedMonth: '2026-05',
      rosterConfirmed: true,
    })
  })

  it('asked again in September, still shows how it stood on 30 June', () => {
    const entered = aRecord('talk', 'p1', '2026-02-10', {}, { receivedAt: '2026-08-01T00:00:00.000Z' })
    const ledger = aLedger([...person, entered])
    const part = (knownAt?: string) =>
      assess(ledger, { asOf: '2026-06-30', ...(knownAt && { knownAt }) }).parts.find(
        ({ id }) => id === 'S2.talks',
      )
    expect(part('2026-06-30T16:00:00.000Z')?.numerator).toBe(0)
    expect(part()?.numerator).toBe(1)
    expect(assess(ledger, { asOf: '2026-06-30' }).lateRecordIds).toEqual([entered.id])
  })
})

describe('没有发现吸毒人员的村 — 三(二)', () => {
  const confirmed = aRecord('roster-confirmation', '', '2026-05-31')

  it('名册确认了、没有人也没有发现,按另一条路核对', () => {
    const scorecard = assess(aLedger([confirmed]), { asOf: '2026-06-30' })
    expect(scorecard.track).toBe('none-found')
    expect(states(aLedger([confirmed]))).toEqual({
      S1: 'notApplicable',
      'S2.support': 'notApplicable',
      'S2.talks': 'notApplicable',
      'S2.tests': 'notApplicable',
      'S2.relapse': 'met',
      'S2.threeYears': 'notApplicable',
      S3: 'met',
      'S4.pledges': 'notMet',
      'S4.groups': 'notApplicable',
      'S5.newUsers': 'met',
      'S5.crimes': 'met',
      S6: 'undetermined',
      S7: 'notMet',
      S8: 'notMet',
      'S9.division': 'undetermined',
      'S9.skill': 'notApplicable',
      'S9.work': 'notApplicable',
      'S10.rules': 'notMet',
      'S10.lines': 'undetermined',
      M1: 'notMet',
      M2: 'notMet',
      M3: 'notMet',
      M4: 'met',
      M5: 'undetermined',
      M6: 'undetermined',
    })
  })

  it('没确认名册,一片空白不是无毒村', () => {
    const empty = states(aLedger([]))
    expect(assess(aLedger([]), { asOf: '2026-06-30' }).track).toBe('ten-standards')
    expect(Object.values(empty)).not.toContain('met')
    expect(empty['S2.relapse']).toBe('undetermined')
  })

  it('确认要不早于该看的月', () => {
    const track = (month: string, asOf: string) =>
      assess(aLedger([aRecord('roster-confirmation', '', '2026-05-31', { month })]), { asOf }).track
    expect(track('2026-05', '2026-07-09')).toBe('none-found')
    expect(track('2026-05', '2026-07-10')).toBe('ten-standards')
  })

  it('有现有的人,或者今年有认定,就按十条标准', () => {
    const relapse = aRecord('relapse', 'p9', '2026-03-01')
    expect(assess(aLedger([confirmed, ...person]), { asOf: '2026-06-30' }).track).toBe('ten-standards')
    expect(assess(aLedger([confirmed, relapse]), { asOf: '2026-06-30' }).track).toBe('ten-standards')
    expect(assess(aLedger([confirmed, relapse]), { asOf: '2027-06-30' }).track).toBe('ten-standards')
  })

  it('人走了,走以前应做的期还要判', () => {
    const gone = aRecord('person-status', 'p1', '2026-05-01', { status: 'abroad', presence: null })
    const judged = assess(aLedger([confirmed, ...person, gone]), { asOf: '2026-06-30' })
    expect(judged.track).toBe('none-found')
    expect(judged.parts.find(({ id }) => id === 'S2.talks')).toMatchObject({
      state: 'notMet',
      denominator: 2,
    })
  })
})

describe('what cannot be read or judged', () => {
  it('a newer version leaves the parts that read its kind undetermined, and says where', () => {
    const newer = aRecord('talk', 'p1', '2026-02-10', {}, { schemaVersion: 99 })
    const parts = assess(aLedger([...person, newer]), { asOf: '2026-06-30' }).parts
    expect(parts.filter(({ reason }) => reason === 'newerVersion').map(({ id }) => id)).toEqual(['S2.talks'])
    expect(parts.find(({ id }) => id === 'S2.talks')).toMatchObject({
      state: 'undetermined',
      path: `records[id=${newer.id}].schemaVersion`,
      next: { code: 'updateApp' },
      mendable: false,
    })
  })

  it('an unknown kind leaves every part undetermined', () => {
    const unknown = aRecord('talk', 'p1', '2026-02-10', {}, { kind: 'never-heard-of' })
    for (const part of assess(aLedger([...person, unknown]), { asOf: '2026-06-30' }).parts)
      expect(part).toMatchObject({ state: 'undetermined', reason: 'unknownKind' })
  })

  it('a broken activity does not touch the parts about persons', () => {
    const broken = aRecord('publicity-activity', '', '2026-02-10', { place: 5 })
    expect(states(aLedger([...person, broken]))).toMatchObject({ S7: 'undetermined', 'S2.talks': 'notMet' })
  })

  it('a day before the notice has no policy', () => {
    const { parts } = assess(aLedger(person, { startOn: '2020-01-01' }), { asOf: '2023-03-23' })
    for (const part of parts.filter(
      ({ id }) =>
        /^S[1-6]/.test(id) &&
        RULES.find((rule) => rule.id === id)!.policy.length > 0 &&
        !['S4.pledges', 'S9.division', 'S9.skill'].includes(id),
    ))
      expect(part).toMatchObject({ state: 'undetermined', reason: 'noPolicy', policy: [] })
  })

  it('a gap in one policy value leaves its parts undetermined, and no other', () => {
    const gap: Policies = {
      ...WHOLE_NOTICE_POLICIES,
      values: {
        ...WHOLE_NOTICE_POLICIES.values,
        activitiesPerMonth: {
          ...WHOLE_NOTICE_POLICIES.values.activitiesPerMonth,
          versions: [{ from: '2030-01-01', value: 4 }],
        },
      },
    }
    const pick = (id: string) =>
      assess(aLedger(person), { asOf: '2026-06-30', policies: gap }).parts.find((part) => part.id === id)
    expect(pick('S7')).toMatchObject({ state: 'undetermined', reason: 'noPolicy' })
    expect(pick('S4.groups')?.reason).not.toBe('noPolicy')
  })

  it.each(RULES.map(({ id }) => id))('an exception inside %s leaves it undetermined, alone', (broken) => {
    const village = openVillage(aLedger(person), { asOf: '2026-06-30' })
    const whole = assessVillage(village)
    const rules = RULES.map((rule) =>
      rule.id !== broken
        ? rule
        : {
            ...rule,
            judge: () => {
              throw new TypeError('broken')
            },
          },
    )
    const parts = assessVillage(village, rules).parts
    parts.forEach((part, index) => {
      if (part.id === broken)
        expect(part).toMatchObject({ state: 'undetermined', reason: 'ruleFailed', mendable: false })
      else expect(part).toEqual(whole.parts[index])
    })
  })

  it('never throws, whatever JSON the ledger is', () => {
    const ledger = generateLedger({ seed: 'mutate', persons: 3 })
    const anyLedger = fc.oneof(
      fc.jsonValue(),
      fc.record({
        format: fc.constantFrom('village-ledger@1', 5),
        areaCode: fc.oneof(fc.constant(AREA), fc.jsonValue()),
        startOn: fc.oneof(fc.constant('2026-01-01'), fc.jsonValue()),
        ledgerVersion: fc.oneof(fc.constant(1), fc.jsonValue()),
        records: fc.array(
          fc.oneof(
            fc.jsonValue(),
            fc
              .record({ at: fc.nat(), key: fc.nat(), value: fc.jsonValue(), isPayload: fc.boolean() })
              .map(({ at, key, value, isPayload }) => {
                const record = ledger.records[at % ledger.records.length]!
                const target: object = isPayload ? record.payload : record
                const keys = Object.keys(target)
                const changed = { ...target, [keys[key % keys.length]!]: value }
                return isPayload ? { ...record, payload: changed } : changed
              }),
          ),
          { maxLength: 20 },
        ),
      }),
    )
    fc.assert(
      fc.property(anyLedger, (broken) => {
        const scorecard = assess(broken, { asOf: '2026-06-30' })
        expect(scorecard.parts).toHaveLength(RULES.length)
        if (ledgerTroubles(broken, { asOf: '2026-06-30' }).some(({ kind }) => kind === null))
          for (const { state } of scorecard.parts) expect(state).toBe('undetermined')
        expect(() => obligations(broken, { asOf: '2026-06-30' })).not.toThrow()
      }),
      { numRuns: 400 },
    )
  })

  it('refuses a day that does not exist', () => {
    expect(() => assess(aLedger([]), { asOf: '2026-02-30' })).toThrow(RangeError)
  })
})

describe('canonicalJson', () => {
  it('gives equal values equal bytes', () => {
    expect(canonicalJson({ b: [1, { d: null, c: undefined }], a: '中' })).toBe(
      '{"a":"中","b":[1,{"d":null}]}',
    )
    expect(canonicalJson([undefined, true])).toBe('[null,true]')
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})
