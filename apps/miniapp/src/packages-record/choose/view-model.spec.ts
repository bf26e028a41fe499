import { kindsEntered, POLICIES, RECORD_KINDS, ROLES } from '@dfv/rules'
import { KIND_GROUPS, recordableKinds } from '@/shared/village'
import { head, record, registered, TODAY, VILLAGE, village } from '../../../test/support/village'
import { choicesAbout, choicesOf, found } from './view-model'

const place = village(
  [
    ...registered('p1'),
    record('venue', 'v1', '2026-03-01', {
      registeredOn: '2026-03-01',
      name: '示范旅馆',
      venueType: 'hotel',
      keyParts: 'no',
      monitored: 'no',
    }),
  ],
  [head('p1', '示范A-01')],
)
const kindsOf = (rows: readonly { kind: { kind: string } }[]) => rows.map(({ kind }) => kind.kind)

test('every kind that people enter stands in one group; a transfer is accepted where it is proposed', () => {
  const grouped = Object.values(KIND_GROUPS).flat() as string[]
  expect(new Set(grouped).size).toBe(grouped.length)
  const elsewhere = kindsEntered(POLICIES, TODAY, VILLAGE).filter((kind) => !grouped.includes(kind))
  expect(elsewhere).toEqual(['transfer-acceptance'])
})

test.each(ROLES)('%s is offered what this role may send, and nothing else', (role) => {
  const offered = recordableKinds(role).map(({ kind }) => kind)
  for (const kind of offered) expect(RECORD_KINDS[kind].submittedBy).toContain(role)
  const { groups } = choicesOf(place, role)
  expect(groups.flatMap(({ rows }) => kindsOf(rows))).toEqual(offered)
})

test('no group is longer than a screen, so that nobody looks through forty rows', () => {
  for (const { rows } of choicesOf(place, 'village-secretary').groups)
    expect(rows.length).toBeLessThanOrEqual(8)
})

test('what is due stands first, with how many and until when, and is not said twice', () => {
  const { due, often } = choicesOf(place, 'village-secretary')
  expect(due[0]!.overdue).toBe(true)
  expect(due.length).toBeLessThanOrEqual(6)
  for (const kind of kindsOf(often)) expect(kindsOf(due)).not.toContain(kind)
})

test('one thing that is due opens its own form', () => {
  const inspection = choicesOf(place, 'village-secretary').due.find(
    ({ kind }) => kind.kind === 'venue-inspection',
  )
  expect(inspection?.target ?? { subjectId: 'v1' }).toMatchObject({ subjectId: 'v1' })
})

test('about one person or place, only what concerns him or it', () => {
  const about = (id: string) => choicesAbout(place, 'village-secretary', id).map(({ kind }) => kind)
  expect(about('p1').every(({ subject, onlineOnly }) => subject === 'person' && !onlineOnly)).toBe(true)
  expect(about('v1').map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['venue-inspection', 'venue-problem', 'staff-roster']),
  )
  expect(about('v1').every(({ subject }) => subject === 'venue')).toBe(true)
})

test('a kind is found by part of its name', () => {
  expect(kindsOf(found('village-secretary', '巡查'))).toEqual(['patrol'])
  expect(found('grid-worker', '领导小组')).toEqual([])
})
