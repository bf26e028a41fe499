import { RECORD_KINDS } from '@dfv/rules'
import { KIND_GROUPS } from './kind-groups'

test('every kind that people enter stands in one group', () => {
  // An incoming transfer is answered on its own page, the rest the system writes by itself.
  const elsewhere = ['transfer-acceptance']
  const entered = Object.values(RECORD_KINDS)
    .filter(({ systemMade, kind }) => !systemMade && !elsewhere.includes(kind))
    .map(({ kind }) => kind)
    .sort()
  const grouped = Object.values(KIND_GROUPS).flat()
  expect(new Set(grouped).size).toBe(grouped.length)
  expect(grouped.filter((kind) => !RECORD_KINDS[kind].systemMade).sort()).toEqual(entered)
})

test('no group is longer than a screen', () => {
  for (const kinds of Object.values(KIND_GROUPS)) expect(kinds.length).toBeLessThanOrEqual(13)
})
