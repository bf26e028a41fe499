import { act, render } from '@testing-library/react'
import type { PolicyDraft } from '@/shared/api'
import { Trial } from './trial'

const draft = (trial: Partial<NonNullable<PolicyDraft['trial']>> | null): PolicyDraft =>
  ({
    state: 'draft',
    trial: trial && {
      asOf: '2026-11-23',
      done: 0,
      total: 8,
      changed: 0,
      summary: [],
      villages: [],
      ...trial,
    },
  }) as unknown as PolicyDraft
const pass = (ms: number) => act(() => jest.advanceTimersByTime(ms))

test('it asks again after each answer while the villages are worked out, and stops when they are or one has left', () => {
  jest.useFakeTimers()
  const again = jest.fn()
  const { rerender, unmount } = render(<Trial draft={draft(null)} onAgain={again} />)
  pass(10_000)
  expect(again).toHaveBeenCalledTimes(1)
  rerender(<Trial draft={draft({ state: 'running', done: 3 })} onAgain={again} />)
  pass(10_000)
  expect(again).toHaveBeenCalledTimes(2)
  rerender(<Trial draft={draft({ state: 'done', done: 8 })} onAgain={again} />)
  pass(60_000)
  expect(again).toHaveBeenCalledTimes(2)
  rerender(<Trial draft={draft({ state: 'running', done: 1 })} onAgain={again} />)
  unmount()
  pass(60_000)
  expect(again).toHaveBeenCalledTimes(2)
})
