import { readParams } from '.'

test('what a page is asked for is read as it was meant, however its address was written', () => {
  const duty = 'verification:019a4214:2026-09-06'
  expect(
    readParams({ duty: encodeURIComponent(duty), about: encodeURIComponent('示范村G · 示范G-02') }),
  ).toEqual({
    duty,
    about: '示范村G · 示范G-02',
  })
  expect(readParams({ duty, area: undefined })).toEqual({ duty, area: undefined })
})

test('a broken address is taken as it is', () => {
  expect(readParams({ id: '100%' })).toEqual({ id: '100%' })
})
