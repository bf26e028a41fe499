import { describe, expect, it } from '@jest/globals'
import { validateRecord } from '../records/validate-record.ts'
import { AREA, aLedger, aRecord } from '../testing/builders.ts'
import { generateLedger } from '../testing/ledger-generator.ts'
import { openVillage } from '../testing/whole.ts'
import type { LedgerRecord } from '../village-ledger.ts'
import { carriedHistory } from './carried-history.ts'
import { personFold } from './person-view.ts'

const NEXT = '441581990202'
const on = '2026-06-10'

/** The ledger of the village that takes the person over. */
function arrived(ledger: unknown, id: string) {
  const carried = carriedHistory(ledger, id, { asOf: on })!
  const over = { areaCode: NEXT }
  return {
    carried,
    ledger: aLedger(
      [
        aRecord('transfer-acceptance', id, on, { fromArea: AREA, toArea: NEXT }, over),
        aRecord('carry-over', id, on, carried, { ...over, id: `carried-${id}` }),
      ],
      over,
    ),
  }
}

describe('转出带走的情况 — 三(一)', () => {
  const records: LedgerRecord[] = [
    aRecord('person-registration', 'p1', '2025-01-10'),
    aRecord('person-status', 'p1', '2025-01-10', {
      status: 'community-treatment',
      presence: 'at-home',
      reportedInOn: '2025-01-15',
    }),
    aRecord('person-status', 'p1', '2026-02-01', { status: 'community-treatment', presence: 'away' }),
    aRecord('abstinence-start', 'p1', '2025-02-01', { abstinentSince: '2025-01-20' }),
    aRecord('talk', 'p1', '2026-05-20', { found: 'yes' }),
    aRecord('talk', 'p1', '2026-06-01', { found: 'no' }),
    aRecord('urine-test', 'p1', '2026-05-02', { result: 'negative' }),
    aRecord('urine-test', 'p1', '2026-06-02', { result: 'refused', basis: 'required' }),
    aRecord('absence', 'p1', '2026-03-01', { returnedOn: '2026-03-11' }),
  ]

  it('状态、期限、戒断起始、最近一次谈话和检测、要累计的次数都在', () => {
    expect(carriedHistory(aLedger(records), 'p1', { asOf: on })).toEqual({
      carriedOn: on,
      fromArea: AREA,
      status: 'community-treatment',
      statusFrom: '2025-01-10',
      presence: 'away',
      reportedInOn: '2025-01-15',
      supportFrom: '2025-01-10',
      pausedDays: 0,
      abstinentSince: '2025-01-20',
      talkedOn: '2026-05-20',
      testedOn: '2026-05-02',
      refusals: 1,
      absences: 1,
      absentDays: 10,
    })
  })

  it('接收的村看到的是同一个人：法定期限不重新算', () => {
    const before = personFold(aLedger(records), 'p1', { asOf: on })!
    const after = personFold(arrived(aLedger(records), 'p1').ledger, 'p1', { asOf: on })!
    for (const key of [
      'status',
      'presence',
      'abstinentSince',
      'threeYearsOn',
      'clock',
      'isUnderSupport',
    ] as const)
      expect(after[key]).toEqual(before[key])
    expect(after.statuses[0]!.from).toBe('2025-01-10')
  })

  it('再转一次，次数接着加', () => {
    const second = arrived(aLedger(records), 'p1')
    const again = carriedHistory(
      aLedger(
        [
          ...second.ledger.records,
          aRecord(
            'urine-test',
            'p1',
            '2026-06-20',
            { result: 'refused', basis: 'required' },
            { areaCode: NEXT },
          ),
        ],
        { areaCode: NEXT },
      ),
      'p1',
      { asOf: '2026-06-30' },
    )
    expect(again).toMatchObject({
      fromArea: NEXT,
      refusals: 2,
      absences: 1,
      absentDays: 10,
      statusFrom: '2025-01-10',
    })
  })

  it('不在本村的人没有', () => {
    const gone = aRecord('transfer-acceptance', 'p1', '2026-06-01')
    expect(carriedHistory(aLedger([...records, gone]), 'p1', { asOf: on })).toBeUndefined()
    expect(carriedHistory(aLedger(records), 'nobody', { asOf: on })).toBeUndefined()
  })

  it.each(['a', 'b', 'c', 'd'])('任何台账里的人都带得走，收下的记录合规（%s）', (seed) => {
    const ledger = generateLedger({ seed, persons: 12, diligence: 70 })
    for (const { id, isHere } of openVillage(ledger, { asOf: on }).persons()) {
      if (!isHere) continue
      const { carried } = arrived(ledger, id)
      expect(validateRecord('carry-over', carried, { today: on })).toMatchObject({ ok: true })
    }
  })
})
