import { placeIn } from '@/shared/village'
import { record, village } from '../../../test/support/village'
import { dutiesAt, factsOf, kindsAt } from './view-model'

const VENUE = {
  registeredOn: '2026-03-02',
  name: '大众网吧',
  venueType: 'internet-cafe',
  keyParts: 'yes',
  keyPartsText: '包间',
  monitored: 'yes',
}
const venue = record('venue', 'v1', '2026-03-02', VENUE)

test('a place shows its newest description, and what may be recorded there', () => {
  const shown = village([venue], [])
  const place = placeIn(shown, 'v1')!
  expect(place.name).toBe('大众网吧')
  expect(factsOf(place, shown, (id) => id).map(({ field }) => field)).not.toContain('name')
  const kinds = kindsAt(place, 'village-secretary').map(({ kind }) => kind)
  expect(kinds).toContain('venue-inspection')
  expect(kinds).not.toContain('venue')
  expect(kinds).not.toContain('patrol')
})

test('what is owed there is on its page, without its name again', () => {
  const shown = village([venue], [])
  const rows = dutiesAt(placeIn(shown, 'v1')!, shown, 'village-secretary')
  for (const { title } of rows) expect(title).not.toContain('大众网吧')
})
