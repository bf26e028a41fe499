import type { QuizAttempt, QuizPaper } from '@/shared/api'
import type { Sitting } from '@/shared/quiz'
import { resultView } from './view-model'

const sitting = {
  areaName: '示范村A',
  paper: {
    bankState: 'awaiting-town-review',
    items: [
      { no: 1, type: 'single', stem: '甲', options: ['扔掉', '报警'] },
      { no: 2, type: 'multiple', stem: '乙', options: ['a', 'b', 'c'] },
    ],
  } as QuizPaper,
} as Sitting
const result: QuizAttempt = {
  id: 'x',
  score: 50,
  correct: 1,
  total: 2,
  isAware: false,
  passMark: 80,
  counted: true,
  unanswered: [],
  items: [
    { no: 1, correct: true, chosen: [1], answer: [1], explanation: '因为', basis: '《禁毒法》第四条' },
    { no: 2, correct: false, chosen: [0], answer: [0, 2], explanation: '所以', basis: '《禁毒法》第三条' },
  ],
}
const TODAY = '2026-11-23'

test('what went wrong comes first, in the words of the options, with its law', () => {
  const view = resultView(sitting, result, TODAY)
  expect(view.wrong).toEqual([
    {
      no: 2,
      stem: '乙',
      verdict: '答错',
      correct: false,
      chosen: '您选：“a”',
      answer: '应选：“a”、“c”',
      why: '所以',
      basis: '《禁毒法》第三条',
    },
  ])
  expect(view.right.map(({ no }) => no)).toEqual([1])
})

test('below the mark nobody is told that he failed', () => {
  const { title, passMark } = resultView(sitting, result, TODAY)
  expect(title).toBe('答对 1 题（50分）')
  expect(passMark).not.toMatch(/不及格|失败|未通过/)
  expect(resultView(sitting, { ...result, isAware: true }, TODAY).passMark).toBe('80分及以上算“知晓”。')
})

test('whether it counts, and why not', () => {
  expect(resultView(sitting, result, TODAY).countedText).toBe('已计入示范村A 2026年群众知晓率（不记姓名）。')
  const not = (notCountedReason: QuizAttempt['notCountedReason']) =>
    resultView(sitting, { ...result, counted: false, notCountedReason }, TODAY).countedText
  expect(not('already-counted')).toContain('今年已计入第一次的结果')
  expect(not('practice')).toContain('练习')
  expect(not('too-fast')).toContain('答得太快')
  expect(not('unfinished')).toContain('有题没答')
})

test('a paper that does not count says so, and nothing of how it went', () => {
  const none = { score: null, correct: null, isAware: null, counted: false, items: [] }
  const view = resultView(sitting, { ...result, ...none, notCountedReason: 'unfinished' }, TODAY)
  expect(view).toMatchObject({ title: '这次没有计入', passMark: null, wrong: [], right: [] })
  expect(view.countedText).toContain('题目不变')
})

test('a question left out is said so', () => {
  const skipped = { ...result, items: [{ ...result.items[1]!, chosen: [] }] }
  expect(resultView(sitting, skipped, TODAY).wrong[0]?.chosen).toBe('您没有作答')
})
