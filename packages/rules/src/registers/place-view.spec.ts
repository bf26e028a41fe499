import { describe, expect, it } from '@jest/globals'
import { AREA, aLedger, aRecord } from '../testing/builders.ts'
import { assess } from '../testing/whole.ts'
import { personFold } from './person-view.ts'
import { placeFold } from './place-view.ts'

const asOf = '2026-06-30'

describe('场所、网格、阵地、学校台账', () => {
  const venue = (on: string, payload = {}, over = {}) => aRecord('venue', 'v1', on, payload, over)

  it('说最新一次登记的情况，登记日期是第一次的', () => {
    const records = [
      venue('2026-02-01', { name: '示范旅馆', venueType: 'hotel', keyParts: 'no', monitored: 'no' }),
      venue(
        '2026-05-01',
        { name: '示范宾馆', venueType: 'hotel', keyParts: 'yes', monitored: 'yes' },
        { id: 'v1-b' },
      ),
    ]
    expect(placeFold(aLedger(records), 'venue', { asOf })).toMatchObject([
      {
        id: 'v1',
        name: '示范宾馆',
        registeredOn: '2026-02-01',
        endedOn: null,
        recordId: 'v1-b',
        facts: { venueType: 'hotel', keyParts: 'yes' },
      },
    ])
    expect(placeFold(aLedger(records), 'venue', { asOf: '2026-04-30' })[0]!.name).toBe('示范旅馆')
  })

  it('停业的还在台账里，没有要办的事', () => {
    const records = [venue('2026-02-01'), venue('2026-05-01', { closedOn: '2026-06-01' }, { id: 'v1-b' })]
    const [open] = placeFold(aLedger(records), 'venue', { asOf: '2026-05-20' })
    const [closed] = placeFold(aLedger(records), 'venue', { asOf })
    expect(open!.endedOn).toBeNull()
    expect(closed).toMatchObject({ endedOn: '2026-06-01', duties: [] })
  })

  it('要办的事只算这一个的', () => {
    const records = [venue('2026-02-01'), aRecord('venue', 'v2', '2026-02-01')]
    for (const { id, duties } of placeFold(aLedger(records), 'venue', { asOf })) {
      expect(duties.length).toBeGreaterThan(0)
      expect(duties.every(({ subjectId }) => subjectId === id)).toBe(true)
    }
  })
})

describe('只登记为重点人员', () => {
  const records = [
    aRecord('person-registration', 'p1', '2026-02-01', { keyOnly: true }),
    aRecord('key-person', 'p1', '2026-02-01', { category: 'manufacture', measure: 'visits' }),
  ]

  it('不上登记在册名册，人数不变', () => {
    expect(assess(aLedger(records), { asOf }).populations).toMatchObject({ cumulative: 0, existing: 0 })
    expect(personFold(aLedger(records), 'p1', { asOf })).toBeUndefined()
  })

  it('情况要核实：三(二)6', () => {
    const part = assess(aLedger(records, { areaCode: AREA }), { asOf }).parts.find(({ id }) => id === 'S6')
    expect(part).toMatchObject({ denominator: 1 })
  })
})
