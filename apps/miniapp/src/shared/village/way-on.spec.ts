import { toAwareness, toHouseholds, toPledges } from '@/shared/navigation'
import { wayOn } from './way-on'

jest.mock('@/shared/navigation', () => ({
  toAwareness: jest.fn(),
  toHouseholds: jest.fn(),
  toPledges: jest.fn(),
}))

test('a duty without a form leads to where it is done, in its village; with a form, or about a person, to none', () => {
  wayOn({ kind: 'pledge' }, '441581990201')?.()
  expect(toPledges).toHaveBeenCalled()
  wayOn({ kind: 'household-pledges' }, '441581990201')?.()
  expect(toHouseholds).toHaveBeenCalledWith('441581990201')
  wayOn({ kind: 'awareness' }, '441581990201')?.()
  expect(toAwareness).toHaveBeenCalledWith('441581990201')
  expect(wayOn({ kind: 'retirement' }, '441581990201')).toBeNull()
})
