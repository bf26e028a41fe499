import { shownPhotos, unsentOf } from './shown-photos'

const kept = (id: string, problem?: string) =>
  [id, { id, mime: 'image/jpeg', bytes: 1, sha256: '', ...(problem && { problem }) }] as const

test('each photo says where it is, unless it is where it belongs', () => {
  const phone = new Map([kept('sending'), kept('bad', '打不开，没有收。')])
  const server = [
    { id: 'here', state: 'stored' as const, mime: 'image/jpeg' as const },
    { id: 'paper', state: 'stored' as const, mime: 'application/pdf' as const },
    { id: 'sending', state: 'awaited' as const },
    { id: 'elsewhere', state: 'awaited' as const },
    { id: 'bad', state: 'refused' as const },
    { id: 'long-refused', state: 'refused' as const },
  ]
  const shown = shownPhotos(['here', 'paper', 'sending', 'elsewhere', 'bad', 'long-refused'], phone, server)
  expect(shown.map(({ number, note }) => [number, note])).toEqual([
    [1, undefined],
    [2, undefined],
    [3, '还没传完'],
    [4, '还没有传到'],
    [5, '打不开，没有收。'],
    [6, '没有收'],
  ])
  expect(shown.filter(({ isStored }) => isStored).map(({ id }) => id)).toEqual(['here', 'paper'])
  expect(shown.filter(({ isPdf }) => isPdf).map(({ id }) => id)).toEqual(['paper'])
})

test('a form asks the server for the photos that the phone has not got', () => {
  const shown = shownPhotos(['mine', 'theirs'], new Map([kept('mine')]))
  expect(shown.map(({ isStored, note }) => [isStored, note])).toEqual([
    [false, undefined],
    [true, undefined],
  ])
})

test('counts what is on its way from this phone, not what was refused', () => {
  expect(unsentOf(['a', 'b', 'c'], new Map([kept('a'), kept('b', '没有收。')]))).toBe(1)
})
