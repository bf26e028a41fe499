import {
  answerChoices,
  checkQuestion,
  EMPTY,
  formOf,
  type QuestionForm,
  questionOf,
  withType,
} from './view-model'

const form: QuestionForm = {
  ...EMPTY,
  audience: ['public'],
  topic: 'duty',
  type: 'single',
  stem: ' 发现可疑药片该怎么办？ ',
  options: ['扔掉', '报警', '', '', '', ''],
  answer: [1],
  explanation: '交给公安机关最稳妥。',
  basis: '《禁毒法》第九条',
}
const fieldsOf = (change: Partial<QuestionForm>) =>
  checkQuestion({ ...form, ...change }).map(({ field }) => field)

test('a whole question is sent without what was left empty', () => {
  expect(checkQuestion(form)).toEqual([])
  expect(questionOf(form)).toMatchObject({
    stem: '发现可疑药片该怎么办？',
    options: ['扔掉', '报警'],
    answer: [1],
  })
})

test('everything that is missing is named, in the order of the form', () => {
  expect(checkQuestion(EMPTY).map(({ field }) => field)).toEqual([
    'audience',
    'topic',
    'type',
    'stem',
    'explanation',
    'basis',
  ])
  expect(questionOf(EMPTY)).toBeNull()
})

test.each([
  ['one option', { options: ['扔掉', '', '', '', '', ''], answer: [0] }, ['options']],
  ['a gap', { options: ['扔掉', '', '报警', '', '', ''], answer: [0] }, ['options']],
  ['two alike', { options: ['扔掉', ' 扔掉', '', '', '', ''] }, ['options']],
  ['no answer', { answer: [] }, ['answer']],
  ['an answer whose option was taken away', { answer: [3] }, ['answer']],
  ['one answer of a multiple choice', { type: 'multiple' as const }, ['answer']],
])('%s is refused', (_, change, fields) => {
  expect(fieldsOf(change)).toEqual(fields)
})

test('a judgement has its own two options, and another kind has other answers', () => {
  const judge = withType(form, 'judge')
  expect(judge.answer).toEqual([])
  expect(answerChoices(judge).map(({ label }) => label)).toEqual(['正确', '错误'])
  expect(questionOf({ ...judge, answer: [1] })).toMatchObject({ options: ['正确', '错误'], answer: [1] })
  expect(withType(form, 'single')).toBe(form)
})

test('only written options can be right, and an old question opens as it is', () => {
  expect(answerChoices(form).map(({ label }) => label)).toEqual(['A. 扔掉', 'B. 报警'])
  expect(questionOf(formOf(questionOf(form)!))).toEqual(questionOf(form))
})
