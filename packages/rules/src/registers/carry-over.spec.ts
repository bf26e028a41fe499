import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { addDays, type IsoDate, isIsoDate } from '../core/iso-date.ts'
import type { Payload } from '../records/record-kind.ts'
import { validateRecord } from '../records/validate-record.ts'
import { AREA, aLedger, aRecord } from '../testing/builders.ts'
import { generateLedger } from '../testing/ledger-generator.ts'
import { obligations } from '../testing/whole.ts'
import type { LedgerRecord, VillageLedger } from '../village-ledger.ts'
import { carriedHistory } from './carried-history.ts'
import { type PersonView, personFold, villageFold } from './person-view.ts'

const THERE = '441581990202'
const LAW = ['police-report', 'town-decision']

/** The ledger of the village that takes the person over: what was carried, and what happens to him from then on. */
function takenOver(ledger: VillageLedger, personId: string, on: IsoDate, carried: Payload): VillageLedger {
  const later = ledger.records.filter(
    ({ subjectId, occurredOn }) => subjectId === personId && occurredOn > on,
  )
  const records: LedgerRecord[] = [
    aRecord('transfer-acceptance', personId, on, { fromArea: ledger.areaCode, toArea: THERE }),
    aRecord('carry-over', personId, on, carried),
    ...later,
  ]
  return { ...ledger, areaCode: THERE, records: records.map((record) => ({ ...record, areaCode: THERE })) }
}

/**
 * Whether a record of the day, or before, tells of later: he is outside the county and comes back, or reports in after it.
 * What happens after he was taken over is recorded where he then lives.
 */
const tellsOfLater = (ledger: VillageLedger, personId: string, on: IsoDate): boolean =>
  ledger.records.some(
    ({ kind, subjectId, occurredOn, payload }) =>
      subjectId === personId &&
      occurredOn <= on &&
      ((kind === 'absence' && payload.returnedOn === undefined) ||
        Object.values(payload).some((value) => isIsoDate(value) && value >= on && value > occurredOn)),
  )

/** What of a person must be the same wherever he lives. */
function standing(ledger: VillageLedger, view: PersonView, asOf: IsoDate, since: IsoDate) {
  const { status, presence, isUnderSupport, isExisting, abstinentSince, threeYearsOn, isThreeYears, clock } =
    view
  return {
    status,
    presence,
    isUnderSupport,
    isExisting,
    abstinentSince,
    threeYearsOn,
    isThreeYears,
    clock,
    windows: view.cycles
      .filter(({ dueOn }) => dueOn >= since)
      .map(({ period, talk, test }) => [period, talk, test]),
    matters: obligations(ledger, { asOf })
      .open.filter(({ subjectId, kind }) => subjectId === view.id && LAW.includes(kind))
      .map(({ kind, params }) => `${kind} ${params!.matter}`)
      .sort(),
  }
}

describe('转走的人带着他的情况走 — 三(一)', () => {
  it('那边接着判,和一直在那边一样', () => {
    let compared = 0
    fc.assert(
      fc.property(
        fc.nat(100_000),
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 0, max: 120 }),
        (seed, after, more) => {
          const on = addDays('2026-01-10', after)
          const asOf = addDays(on, more)
          const ledger = generateLedger({
            seed: `carry-${seed}`,
            persons: 6,
            until: '2027-03-01',
            startOn: '2026-01-01',
          })
          const moved = new Set(
            ledger.records
              .filter(({ kind }) => kind === 'transfer-acceptance')
              .map(({ subjectId }) => subjectId),
          )
          for (const before of villageFold(ledger, { asOf: on }).persons) {
            const carried = carriedHistory(ledger, before.id, { asOf: on })
            if (moved.has(before.id) || before.status === 'detained' || carried === undefined) continue
            if (tellsOfLater(ledger, before.id, on)) continue
            expect(validateRecord('carry-over', carried, { today: on })).toMatchObject({ ok: true })
            const there = takenOver(ledger, before.id, on, carried)
            const here = personFold(ledger, before.id, { asOf })!
            // Days before the registration count for nobody here, and for whoever came with his history there.
            const since = [
              on,
              ...here.cycles
                .filter((one) => one.opensOn < here.registeredOn)
                .map((one) => addDays(one.dueOn, 1)),
            ]
              .sort()
              .pop()!
            const view = personFold(there, before.id, { asOf })!
            expect(standing(there, view, asOf, since)).toEqual(standing(ledger, here, asOf, since))
            compared++
          }
        },
      ),
      { numRuns: 60 },
    )
    expect(compared).toBeGreaterThan(80)
  })

  const person = [
    aRecord('person-registration', 'p1', '2026-01-01'),
    aRecord('person-status', 'p1', '2026-01-01', {
      status: 'community-treatment',
      reportedInOn: '2026-01-05',
    }),
  ]

  it('满三年的人,那边也知道满了', () => {
    const since = aRecord('abstinence-start', 'p1', '2026-01-02', { abstinentSince: '2023-02-01' })
    const ledger = aLedger([...person, since])
    const there = takenOver(ledger, 'p1', '2026-03-01', carriedHistory(ledger, 'p1', { asOf: '2026-03-01' })!)
    expect(personFold(there, 'p1', { asOf: '2026-03-01' })).toMatchObject({ isThreeYears: true, duties: [] })
  })

  it('没有姓名,也没有文字', () => {
    const carried = carriedHistory(aLedger(person), 'p1', { asOf: '2026-03-01' })
    expect(carried).toEqual({
      carriedOn: '2026-03-01',
      fromArea: AREA,
      status: 'community-treatment',
      statusFrom: '2026-01-01',
      presence: 'at-home',
      reportedInOn: '2026-01-05',
      supportFrom: '2026-01-01',
      pausedDays: 0,
      refusals: 0,
      absences: 0,
      absentDays: 0,
    })
  })

  it('还没报告的再次使用跟着走,报告过的不再提', () => {
    const found = aRecord('relapse', 'p1', '2026-02-10', { usedOn: '2026-02-01' })
    const told = aRecord('police-report', 'p1', '2026-02-11', { matter: 'new-use' })
    const carry = (records: LedgerRecord[]) =>
      carriedHistory(aLedger([...person, ...records]), 'p1', { asOf: '2026-03-01' })
    expect(carry([found])).toMatchObject({ newUseOn: '2026-02-10', lastUsedOn: '2026-02-01' })
    expect(carry([found, told])).toMatchObject({ reported: ['new-use'] })
    expect(carry([found, told])).not.toHaveProperty('newUseOn')
  })

  it('从治疗转到康复中间转村,受帮扶的天数连着算', () => {
    const rehabilitated = aRecord('person-status', 'p1', '2026-03-20')
    const carried = carriedHistory(aLedger([...person, rehabilitated]), 'p1', { asOf: '2026-04-25' })!
    expect(carried).toMatchObject({ supportFrom: '2026-01-01', statusFrom: '2026-03-20' })
    const there = takenOver(aLedger([]), 'p1', '2026-04-25', carried)
    expect(personFold(there, 'p1', { asOf: '2026-04-30' })!.cycles[1]).toMatchObject({
      period: '2026-C2',
      talk: 'due',
    })
    const without: Payload = { ...carried, statusFrom: '2026-04-10' }
    delete without.supportFrom
    const short = takenOver(aLedger([]), 'p1', '2026-04-25', without)
    expect(personFold(short, 'p1', { asOf: '2026-04-30' })!.cycles[1]).toMatchObject({ talk: 'notNeeded' })
  })
})
