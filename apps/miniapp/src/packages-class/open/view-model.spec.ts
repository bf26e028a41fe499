import { checkClass, EMPTY_CLASS, lessonOf } from './view-model'

const form = { topic: '认识毒品的危害', className: ' 五年级2班 ', pupils: '31', lessonMinutes: '40' }

test('an empty form names what is missing, each at its field', () => {
  expect(checkClass(EMPTY_CLASS).map(({ field }) => field)).toEqual(['topic', 'className', 'pupils'])
})

test.each(['0', '501', '3.5', '-1', '三十', ''])('%s pupils are no class', (pupils) => {
  expect(checkClass({ ...form, pupils }).map(({ field }) => field)).toEqual(['pupils'])
})

test.each(['1', '500'])('%s pupils are one', (pupils) => {
  expect(checkClass({ ...form, pupils })).toEqual([])
})

test('what is sent is numbers and trimmed words', () => {
  expect(lessonOf(form)).toEqual({
    topic: '认识毒品的危害',
    className: '五年级2班',
    pupils: 31,
    lessonMinutes: 40,
  })
})
