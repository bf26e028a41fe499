import { openFirst, spacedCode } from './view-model'

test('whoever has still to answer stands first, each by his number', () => {
  const member = (number: number, answered: boolean) => ({
    id: `s${number}`,
    number,
    maskedName: '李*',
    since: '2026-01-05',
    answered,
    quizCode: '12345678',
  })
  const staff = [member(1, true), member(3, false), member(2, false), member(4, true)]
  expect(openFirst(staff).map(({ number }) => number)).toEqual([2, 3, 1, 4])
})

test('digits are read out in groups of four', () => {
  expect(spacedCode('12345678')).toBe('1234 5678')
})
