import { RECORD_KINDS } from '@dfv/rules'
import { answersOf } from './answers'

const outcome = RECORD_KINDS['test-outcome']
const payload = { decidedOn: '2026-11-23', test: 'test-1', outcome: 'prescription' }
const answerTo = (field: string, dayOf?: (id: string) => string | undefined) =>
  answersOf(outcome, payload, '2026-11-23', () => '', { dayOf }).find((answer) => answer.field === field)
    ?.value

test('an answer that names another record shows its day, and never its id', () => {
  expect(answerTo('test', (id) => (id === 'test-1' ? '2026-11-18' : undefined))).toBe('11月18日')
  expect(answerTo('test', () => undefined)).toBe('已选定')
  expect(answerTo('test')).toBe('已选定')
})
