import type { QuizAttempt, QuizPaper } from '@/shared/api'
import type { Sitting } from '@/shared/quiz'
import { checkForm, leftFrom } from './view-model'

const NOW = Date.parse('2026-11-23T06:00:00.000Z')
const sitting = (given: Partial<Sitting>): Sitting => ({
  attemptId: 'a',
  accountId: null,
  areaCode: '441581990201',
  areaName: '示范村A',
  audience: 'resident',
  paper: { expiresAt: '2026-11-24T06:00:00.000Z', items: [{ no: 1 }, { no: 2 }] } as QuizPaper,
  answers: {},
  at: 0,
  startedAt: '2026-11-23T05:59:00.000Z',
  handIn: 'no',
  ...given,
})

test('a paper is drawn for an audience and a village, and both are asked for', () => {
  expect(checkForm({ audience: null, village: null }).map(({ field }) => field)).toEqual([
    'audience',
    'village',
  ])
  expect(checkForm({ audience: 'migrant', village: { code: '1', name: '示范村A' } })).toEqual([])
})

test('an interrupted paper goes on where it stood, also from the look back', () => {
  expect(leftFrom(sitting({ at: 1 }), NOW)).toMatchObject({ kind: 'goOn', text: '上次答到第2题，接着答。' })
  expect(leftFrom(sitting({ at: 2 }), NOW)).toMatchObject({ text: '上次答到第2题，接着答。' })
})

test('after a day the paper is gone', () => {
  expect(leftFrom(sitting({}), NOW + 25 * 3_600_000)).toBeNull()
})

test('what waits, was refused or was marked is said in words', () => {
  expect(leftFrom(sitting({ handIn: 'waiting' }), NOW)?.kind).toBe('waiting')
  expect(leftFrom(sitting({ handIn: 'refused', refusal: '题放得太久' }), NOW)?.text).toContain('题放得太久')
  const result = { correct: 9, score: 90 } as QuizAttempt
  expect(leftFrom(sitting({ handIn: 'done', result }), NOW)?.text).toBe('答对 9 题（90分）')
})
