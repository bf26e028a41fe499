import {
  head,
  record,
  registered,
  TODAY,
  talk,
  tested,
  VILLAGE,
  village,
} from '../../../../test/support/village'
import { personRows, recordRows } from './view-model'

const subjects = [head('p1', '示范A-01'), head('p2', '示范A-02'), head('p3', '示范A-03', { state: 'sealed' })]
const records = [
  ...registered('p1'),
  ...registered('p2', 'away'),
  talk('p1', '2026-11-05'),
  tested('p1', '2026-11-06', 'positive'),
  { ...talk('p2', TODAY), receivedAt: null },
]
const place = village(records, subjects)

describe('persons', () => {
  test('by code, with status and presence, without any name', () => {
    const rows = personRows(place, '', [])
    expect(rows.map(({ code, note }) => `${code} ${note}`)).toEqual([
      '示范A-01 社区康复，在家',
      '示范A-02 社区康复，外出',
    ])
    expect(JSON.stringify(rows)).not.toContain('李')
  })

  test('are found by any part of the code', () => {
    expect(personRows(place, ' a-02 ', []).map(({ id }) => id)).toEqual(['p2'])
    expect(personRows(place, 'A-99', [])).toEqual([])
  })

  test('are filtered by what is due and who is away', () => {
    expect(personRows(place, '', ['away']).map(({ id }) => id)).toEqual(['p2'])
    expect(personRows(place, '', ['due']).map(({ id }) => id)).toContain('p2')
    expect(personRows(place, '', ['due', 'done'])).toEqual([])
  })
})

describe('records', () => {
  test('the newest first; what waits on the phone says so', () => {
    const rows = recordRows(place, null)
    expect(rows[0]).toMatchObject({ title: '谈话 示范A-02', note: '11月23日', chip: { state: 'phone' } })
    expect(rows).toHaveLength(records.length)
  })

  test('a list never tells what a test showed or whether somebody was met', () => {
    expect(JSON.stringify(recordRows(place, null))).not.toMatch(/阳性|阴性|见到/)
  })

  test('one kind alone, and the village by its name', () => {
    const activity = record('publicity-activity', VILLAGE, TODAY, { occurredOn: TODAY, place: '村口' })
    const rows = recordRows(village([...records, activity], subjects), 'publicity-activity')
    expect(rows.map(({ title }) => title)).toEqual(['宣传活动 示范村A'])
  })
})
