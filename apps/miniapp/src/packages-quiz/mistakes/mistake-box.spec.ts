import type { QuizAttempt, QuizPaper, StudyCard } from '@/shared/api'
import type { Sitting } from '@/shared/quiz'
import { EMPTY_BOX, isRight, practised, stillAsked, turned, withMistakes } from './mistake-box'

const sitting = {
  audience: 'resident',
  paper: {
    items: [
      { no: 1, type: 'single', stem: '甲', options: ['a', 'b', 'c'] },
      { no: 2, type: 'judge', stem: '乙', options: ['正确', '错误'] },
    ],
  } as QuizPaper,
} as Sitting
const result = (id: string, right: boolean[]) =>
  ({
    id,
    items: right.map((correct, at) => ({
      no: at + 1,
      correct,
      chosen: [0],
      answer: [1],
      explanation: '因为',
      basis: '《禁毒法》第四条',
    })),
  }) as QuizAttempt

test('what was wrong is kept with its answer, what was right is not', () => {
  const box = withMistakes(EMPTY_BOX, sitting, result('r1', [false, true]))
  expect(box.items).toMatchObject([{ question: { stem: '甲' }, answer: [1], why: '因为', missed: 0 }])
})

test('a result looked at again brings back nothing that was learnt', () => {
  const box = withMistakes(EMPTY_BOX, sitting, result('r1', [false, false]))
  const learnt = practised(box, box.items[0]!, true)
  expect(withMistakes(learnt, sitting, result('r1', [false, false]))).toBe(learnt)
  expect(withMistakes(learnt, sitting, result('r2', [false, true])).items).toHaveLength(2)
})

test('missed again it comes last, and the options stand otherwise', () => {
  const box = withMistakes(EMPTY_BOX, sitting, result('r1', [false, false]))
  const again = practised(box, box.items[0]!, false)
  expect(again.items.map(({ question, missed }) => [question.stem, missed])).toEqual([
    ['乙', 0],
    ['甲', 1],
  ])
  const first = turned(box.items[0]!)
  expect([first.question.options, first.answer]).toEqual([['b', 'c', 'a'], [0]])
  const second = turned(again.items[1]!)
  expect([second.question.options, second.answer]).toEqual([['c', 'a', 'b'], [2]])
  expect(turned(again.items[0]!).question.options).toEqual(['正确', '错误'])
})

test('several right answers are a set', () => {
  expect(isRight([2, 0], [0, 2])).toBe(true)
  expect(isRight([0], [0, 2])).toBe(false)
  expect(isRight([], [0])).toBe(false)
})

test('what an office changed or took out leaves the box; without a network nothing does', () => {
  const box = withMistakes(EMPTY_BOX, sitting, result('r1', [false, false]))
  const card = (stem: string, options: string[], answer: number[]) => ({ stem, options, answer }) as StudyCard
  const cards = [card('甲', ['b', 'a', 'c'], [0])]
  expect(stillAsked(box, new Map()).items).toHaveLength(2)
  expect(stillAsked(box, new Map([['resident', cards]])).items.map(({ question }) => question.stem)).toEqual([
    '甲',
  ])
  const corrected = [card('甲', ['a', 'b', 'c'], [2]), card('乙', ['正确', '错误'], [1])]
  expect(
    stillAsked(box, new Map([['resident', corrected]])).items.map(({ question }) => question.stem),
  ).toEqual(['乙'])
})
