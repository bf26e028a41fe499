import { checkDraw, type DrawForm, suggestedCount } from './view-model'

const form: DrawForm = {
  audience: 'resident',
  listName: '2026年选民名册',
  listedOn: '2026-03-01',
  size: '812',
  count: '130',
}
const faultsOf = (over: Partial<DrawForm>) => checkDraw({ ...form, ...over }).map(({ field }) => field)

test('a list with its numbers can be drawn from', () => {
  expect(checkDraw(form)).toEqual([])
})

test('each thing that is missing is named', () => {
  expect(faultsOf({ audience: null, listName: ' ', size: '', count: '' })).toEqual([
    'audience',
    'listName',
    'size',
    'count',
  ])
})

test('no more are drawn than stand in the list', () => {
  expect(faultsOf({ size: '40', count: '41' })).toEqual(['count'])
  expect(faultsOf({ size: '40', count: '40' })).toEqual([])
  expect(faultsOf({ size: '0' })).toEqual(['size'])
  expect(faultsOf({ count: '1.5' })).toEqual(['count'])
})

test('more are proposed than must answer, and never more than there are', () => {
  expect(suggestedCount('812')).toBe('130')
  expect(suggestedCount('60')).toBe('60')
  expect(suggestedCount('x')).toBe('')
})
