import type { QuizPaper } from '@/shared/api'
import type { Sitting } from '@/shared/quiz'
import { paperView } from './view-model'

const paper = {
  bankState: 'awaiting-town-review',
  items: [
    { no: 1, type: 'single', stem: '甲', options: ['正确', '错误'] },
    { no: 2, type: 'multiple', stem: '乙', options: ['a', 'b'] },
  ],
} as QuizPaper
const sitting = (given: Partial<Sitting>) =>
  ({ paper, answers: {}, at: 0, handIn: 'no', ...given }) as Sitting

test('one question at a time, with what was chosen', () => {
  expect(paperView(sitting({}))).toMatchObject({
    stage: 'question',
    question: { no: 1, type: 'single' },
    done: 1,
    total: 2,
    isFirst: true,
    isLast: false,
  })
  expect(paperView(sitting({ at: 1, answers: { 2: [1] } }))).toMatchObject({
    question: { type: 'multiple' },
    chosen: ['1'],
    isLast: true,
  })
})

test('a bank that waits for the town office says so on every question', () => {
  expect(paperView(sitting({}))).toMatchObject({ bankNote: '题目待镇禁毒办审核' })
  expect(paperView(sitting({ paper: { ...paper, bankState: 'reviewed' } }))).toMatchObject({ bankNote: null })
})

test('before handing in, what was left out is listed with its place', () => {
  expect(paperView(sitting({ at: 2, answers: { 1: [0] } }))).toMatchObject({
    stage: 'end',
    lead: '还有1道题没答：',
    missing: [{ no: 2, at: 1, text: '第2题还没答' }],
  })
  expect(paperView(sitting({ at: 2, answers: { 1: [0], 2: [0] } }))).toMatchObject({
    missing: [],
    lead: '2道题都答了，可以交卷。',
  })
})

test('what became of a handed-in paper', () => {
  expect(paperView(null).stage).toBe('none')
  expect(paperView(sitting({ handIn: 'waiting' })).stage).toBe('waiting')
  expect(paperView(sitting({ handIn: 'refused', refusal: '已过期' }))).toEqual({
    stage: 'refused',
    text: '已过期',
  })
  expect(paperView(sitting({ handIn: 'done' })).stage).toBe('done')
})
