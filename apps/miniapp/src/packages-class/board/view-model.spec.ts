import type { ClassBoard } from '@/shared/api'
import { boardView } from './view-model'

const START = Date.parse('2026-11-20T02:00:00.000Z')
const MINUTE = 60_000
const board: ClassBoard = {
  id: 'c1',
  topic: '认识毒品的危害',
  className: '五年级2班',
  pupils: 31,
  lessonMinutes: 40,
  startedAt: new Date(START).toISOString(),
  endedAt: null,
  answered: 29,
  valid: null,
  aware: null,
  code: '382614',
  codeUntil: new Date(START + 45 * MINUTE).toISOString(),
  recorded: false,
  questions: [],
}

test('the code is read in pairs, and spoken digit by digit', () => {
  expect(boardView(board, START)).toMatchObject({
    code: '38 26 14',
    spoken: '课堂码 3 8 2 6 1 4',
    left: '课堂码还有 45 分钟',
    missing: 2,
  })
})

test('a code that has run out says so, and nothing counts below zero', () => {
  expect(boardView({ ...board, answered: 40 }, START + 46 * MINUTE)).toMatchObject({
    left: '课堂码到时间了，已经在答的还能交。',
    missing: 0,
  })
})

test('the hardest questions come when enough have answered, and only those somebody got wrong', () => {
  expect(boardView(board, START).hardestNote).not.toBeNull()
  const questions = [
    { stem: '甲', asked: 9, correct: 3 },
    { stem: '乙', asked: 9, correct: 5 },
    { stem: '丙', asked: 9, correct: 8 },
    { stem: '丁', asked: 9, correct: 8 },
    { stem: '戊', asked: 9, correct: 9 },
  ]
  const view = boardView({ ...board, questions }, START)
  expect(view.hardest.map(({ stem }) => stem)).toEqual(['甲', '乙', '丙'])
  expect(view.hardest[0]?.note).toBe('9份里答对3份')
  expect(view.hardestNote).toBeNull()
})

test('when it is over it says what became of it', () => {
  const ended = { ...board, code: null, endedAt: board.codeUntil }
  expect(boardView({ ...ended, valid: 29, aware: 26, recorded: true }, START)).toMatchObject({
    code: null,
    result: '有效 29 份，知晓 26 份',
    recorded: '结果已记入本校的台账，计入学生知晓率。',
  })
  expect(boardView(ended, START)).toMatchObject({ recorded: '没有有效的答卷，这节课不记入台账。' })
})
