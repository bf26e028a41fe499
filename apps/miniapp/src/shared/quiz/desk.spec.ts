import { ApiError, problemOf, type QuizAttempt, type QuizPaper } from '@/shared/api'
import { NetworkError } from '@/shared/platform'
import { memoryStore } from '../../../test/support/memory-store'
import { createDesk, type QuizCalls } from './desk'
import { choose, goTo, type Sitting, unansweredOf } from './sitting'

const START = Date.parse('2026-11-23T06:00:00.000Z')
const HOUR = 3_600_000
const paper: QuizPaper = {
  paperId: 'p1',
  token: 'signed',
  issuedAt: new Date(START).toISOString(),
  expiresAt: new Date(START + 24 * HOUR).toISOString(),
  purpose: 'assessment',
  bankState: 'awaiting-town-review',
  items: [
    { no: 1, type: 'single', stem: '甲', options: ['a', 'b'] },
    { no: 2, type: 'multiple', stem: '乙', options: ['a', 'b', 'c'] },
  ],
}
const attempt = { id: 'a1', score: 100 } as QuizAttempt
const order = {
  audience: 'resident',
  purpose: 'assessment',
  village: { code: '441581990201', name: '示范村A' },
} as const

function setUp() {
  const phone = { now: START, account: 'lin' as string | null, handIn: async () => attempt, paper }
  const sent: { id: string; answers: unknown }[] = []
  const store = memoryStore()
  const shown: (Sitting | null)[] = []
  const calls: QuizCalls = {
    draw: async () => phone.paper,
    handIn: (id, body) => {
      sent.push({ id, answers: body.answers })
      return phone.handIn()
    },
  }
  const start = () =>
    createDesk({
      store,
      calls,
      nowMs: () => phone.now,
      newId: async () => 'attempt-1',
      accountId: () => phone.account,
      changed: (sitting) => shown.push(sitting),
      sentence: (error) => (error as Error).message,
    })
  return { phone, sent, store, start, shown }
}

test('answers outlive a kill for as long as the paper is good', async () => {
  const { phone, start } = setUp()
  const desk = start()
  desk.write(goTo(choose(await desk.open(order), 1, 1), 1))
  expect(start().read()).toMatchObject({ at: 1, answers: { 1: [1] }, areaName: '示范村A' })
  phone.now += 24 * HOUR + 1
  expect(start().read()).toBeNull()
})

test('handed in without a network it waits, and leaves once under the same id', async () => {
  const { phone, sent, start } = setUp()
  const desk = start()
  const sitting = choose(await desk.open(order), 1, 0)
  phone.handIn = () => Promise.reject(new NetworkError('offline'))
  await desk.handIn(sitting)
  expect(desk.read()?.handIn).toBe('waiting')
  phone.handIn = async () => attempt
  await start().sendWaiting()
  expect(desk.read()).toMatchObject({ handIn: 'done', result: { score: 100 } })
  await desk.sendWaiting()
  expect(sent.map(({ id }) => id)).toEqual(['attempt-1', 'attempt-1'])
  expect(sent[1]).toEqual(sent[0])
})

test('a waiting paper is still sent after its day is over: the server knows whether it came in time', async () => {
  const { phone, sent, start } = setUp()
  const desk = start()
  phone.handIn = () => Promise.reject(new NetworkError('timeout'))
  await desk.handIn(await desk.open(order))
  phone.now += 30 * HOUR
  phone.handIn = () => Promise.reject(new ApiError(409, problemOf(409, { code: 'QUIZ_PAPER_EXPIRED' })))
  await desk.sendWaiting()
  expect(sent).toHaveLength(2)
  expect(desk.read()?.handIn).toBe('refused')
})

test('a busy server is asked again, a refusal is final', async () => {
  const { phone, start } = setUp()
  const desk = start()
  phone.handIn = () => Promise.reject(new ApiError(503, problemOf(503, {})))
  await desk.handIn(await desk.open(order))
  expect(desk.read()?.handIn).toBe('waiting')
  phone.handIn = () => Promise.reject(new ApiError(409, problemOf(409, { code: 'QUIZ_PAPER_USED' })))
  await desk.sendWaiting()
  expect(desk.read()?.handIn).toBe('refused')
})

test('two taps hand in once', async () => {
  const { sent, start } = setUp()
  const desk = start()
  const sitting = await desk.open(order)
  await Promise.all([desk.handIn(sitting), desk.handIn(sitting)])
  expect(sent).toHaveLength(1)
})

test('what one account answered is not shown to the next on the same phone', async () => {
  const { phone, start } = setUp()
  const desk = start()
  await desk.open(order)
  phone.account = 'chen'
  expect(desk.read()).toBeNull()
  phone.account = 'lin'
  expect(desk.read()?.paper.paperId).toBe('p1')
})

test('practice puts a paper that counts aside, with its answers, and it is taken up again', async () => {
  const { phone, start } = setUp()
  const desk = start()
  desk.write(goTo(choose(await desk.open(order), 1, 1), 1))
  phone.paper = { ...paper, paperId: 'p2', purpose: 'practice' }
  await desk.open({ ...order, purpose: 'practice' })
  expect(desk.read()?.paper.paperId).toBe('p2')
  expect(start().aside()).toMatchObject({ at: 1, answers: { 1: [1] }, paper: { paperId: 'p1' } })
  start().takeUp()
  expect(desk.read()).toMatchObject({ at: 1, paper: { paperId: 'p1' } })
  expect(desk.aside()).toBeNull()
})

test('what was put aside is gone after its day, and when a new paper that counts was drawn', async () => {
  const { phone, start } = setUp()
  const desk = start()
  await desk.open(order)
  phone.paper = { ...paper, paperId: 'p2', purpose: 'practice' }
  await desk.open({ ...order, purpose: 'practice' })
  phone.now += 25 * HOUR
  expect(desk.aside()).toBeNull()
  phone.now -= 25 * HOUR
  phone.paper = { ...paper, paperId: 'p3' }
  await desk.open(order)
  expect(desk.aside()).toBeNull()
})

test('one option of several right ones can be taken back; a handed-in paper no longer changes', async () => {
  const { start } = setUp()
  const open = await start().open(order)
  expect(choose(choose(open, 1, 0), 1, 1).answers[1]).toEqual([1])
  expect(choose(choose(choose(open, 2, 2), 2, 0), 2, 2).answers[2]).toEqual([0])
  expect(choose({ ...open, handIn: 'done' }, 1, 0).answers).toEqual({})
  expect(unansweredOf(choose(open, 1, 0))).toEqual([2])
  expect(unansweredOf(choose(choose(open, 2, 1), 2, 1))).toEqual([1, 2])
})
