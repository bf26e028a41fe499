import { entryFaults } from './view-model'

test('twelve digits, however they are grouped, and a whole name', () => {
  expect(entryFaults({ code: '1234 5678 9012', name: '李演' })).toEqual([])
  expect(entryFaults({ code: null, name: '𠮷演' })).toEqual([])
  const fields = (given: { code: string | null; name: string }) =>
    entryFaults(given).map(({ field }) => field)
  expect(fields({ code: '12345678', name: '李演' })).toEqual(['code'])
  // One character that takes two units of text is still one.
  expect(fields({ code: '123456789012', name: ' 𠮷 ' })).toEqual(['name'])
})
