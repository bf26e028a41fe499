import {
  head,
  record,
  registered,
  TODAY,
  talk,
  tested,
  VILLAGE,
  village,
} from '../../../test/support/village'
import { categoriesIn, keyRows, kindsIn, personRows, placeRows, recordRows, yearsIn } from './view-model'

const subjects = [head('p1', '示范A-01'), head('p2', '示范A-02'), head('p3', '示范A-03', { state: 'sealed' })]
const records = [
  ...registered('p1'),
  ...registered('p2', 'away'),
  talk('p1', '2026-11-05'),
  tested('p1', '2026-11-06', 'positive'),
  { ...talk('p2', TODAY), receivedAt: null },
]
const place = village(records, subjects)

const ALL = { kind: null, year: null, query: '' }

describe('persons', () => {
  test('by code, with status and presence, without any name', () => {
    const rows = personRows(place, 'existing', '', [])
    expect(rows.map(({ title, note }) => `${title} ${note}`)).toEqual([
      '示范A-01 社区康复，在家',
      '示范A-02 社区康复，外出',
    ])
    expect(JSON.stringify(rows)).not.toContain('李')
  })

  test('are found by any part of the code', () => {
    expect(personRows(place, 'existing', ' a-02 ', []).map(({ id }) => id)).toEqual(['p2'])
    expect(personRows(place, 'existing', 'A-99', [])).toEqual([])
  })

  test('are filtered by what is due and who is away', () => {
    expect(personRows(place, 'existing', '', ['away']).map(({ id }) => id)).toEqual(['p2'])
    expect(personRows(place, 'existing', '', ['due']).map(({ id }) => id)).toContain('p2')
    expect(personRows(place, 'existing', '', ['due', 'done'])).toEqual([])
  })

  test('the two lists of the notice: who died is on the cumulative one alone', () => {
    const gone = village(
      [...records, record('person-status', 'p2', '2026-06-01', { from: '2026-06-01', status: 'deceased' })],
      subjects,
    )
    expect(personRows(gone, 'existing', '', []).map(({ id }) => id)).toEqual(['p1'])
    expect(personRows(gone, 'cumulative', '', []).map(({ id }) => id)).toEqual(['p1', 'p2'])
    expect(personRows(gone, 'supported', '', []).map(({ id }) => id)).toEqual(['p1'])
  })
})

describe('key persons', () => {
  const key = (id: string, category: string) =>
    record('key-person', id, '2026-11-02', { listedOn: '2026-11-02', category, measure: 'none' })
  const listed = village([...records, key('p1', 'community-rehabilitation'), key('p2', 'released')], subjects)

  test('by category, with what is missing, without any name', () => {
    expect(categoriesIn(listed).map(({ label }) => label)).toEqual(['社区康复', '涉案刑满释放'])
    expect(keyRows(listed, 'released', '')).toMatchObject([{ id: 'p2', title: '示范A-02' }])
    expect(keyRows(listed, null, 'a-01')[0]!.note).toBe('社区康复 · 还没有措施 · 11月2日核实')
  })
})

describe('places', () => {
  const venue = (id: string, name: string, extra = {}) =>
    record('venue', id, '2026-03-01', {
      registeredOn: '2026-03-01',
      name,
      venueType: 'hotel',
      keyParts: 'yes',
      keyPartsText: '后门',
      monitored: 'yes',
      ...extra,
    })
  const venues = village([venue('v1', '示范旅馆'), venue('v2', '停业旅馆', { closedOn: '2026-06-01' })], [])

  test('by name and kind, with what is due; the closed ones apart', () => {
    expect(placeRows(venues, 'venue', '', false)).toMatchObject([
      { title: '示范旅馆', note: '旅馆 · 3月1日', chip: { state: 'overdue' } },
    ])
    expect(placeRows(venues, 'venue', '', true)).toMatchObject([
      { title: '停业旅馆', chip: { text: '6月1日停' } },
    ])
  })

  test('are found by name and by kind', () => {
    expect(placeRows(venues, 'venue', '示范', false)).toHaveLength(1)
    expect(placeRows(venues, 'venue', '旅馆', false)).toHaveLength(1)
    expect(placeRows(venues, 'venue', '酒吧', false)).toEqual([])
  })
})

describe('records', () => {
  const activity = record('publicity-activity', VILLAGE, TODAY, {
    occurredOn: TODAY,
    form: 'lecture',
    place: '村口',
  })
  const more = village([...records, activity], subjects)

  test('the newest first; what waits on the phone says so', () => {
    const rows = recordRows(place, 'all', ALL)
    expect(rows[0]).toMatchObject({ title: '谈话 示范A-02', note: '11月23日', chip: { state: 'phone' } })
    expect(rows).toHaveLength(records.length)
  })

  test('a list never tells what a test showed or whether somebody was met, nor finds it', () => {
    expect(JSON.stringify(recordRows(place, 'all', ALL))).not.toMatch(/阳性|阴性|见到/)
    for (const query of ['阳性', '见到', 'positive'])
      expect(recordRows(place, 'all', { ...ALL, query })).toEqual([])
  })

  test('a book holds its kinds; the village goes by its name', () => {
    const rows = recordRows(more, 'activities', ALL)
    expect(rows.map(({ title, note }) => `${title} ${note}`)).toEqual(['宣传活动 示范村A 11月23日 · 村口'])
    expect(recordRows(more, 'documents', ALL)).toEqual([])
  })

  test('are found by what they are, whom they are about, and their open words', () => {
    const found = (query: string) => recordRows(more, 'all', { ...ALL, query }).map(({ id }) => id)
    expect(found('村口')).toEqual([activity.id])
    expect(found('讲课')).toEqual([activity.id])
    expect(found('a-01').length).toBeGreaterThan(1)
  })

  test('are filtered by kind and year', () => {
    expect(kindsIn(more, 'all').map(({ value }) => value)).toContain('talk')
    expect(yearsIn(more, 'all')).toEqual(['2026', '2025'])
    expect(recordRows(more, 'all', { ...ALL, kind: 'talk' })).toHaveLength(2)
    expect(
      recordRows(more, 'all', { ...ALL, year: '2025' }).every(({ note }) => note.startsWith('2025年')),
    ).toBe(true)
  })
})
