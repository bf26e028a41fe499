import { act, renderHook } from '@testing-library/react'
import { useResource } from './use-resource'

/** Answers are given by the test, in the order it likes. */
function asked() {
  const answers: Array<{ give: (value: string) => Promise<void>; fail: () => Promise<void> }> = []
  const load = () =>
    new Promise<string>((resolve, reject) => {
      answers.push({
        give: (value) => act(async () => resolve(value)),
        fail: () => act(async () => reject(new Error('no network'))),
      })
    })
  const { result } = renderHook(() => useResource('village', load))
  return { answers, now: () => result.current }
}

test('改过的内容不会被更早发出的读取盖掉', async () => {
  const { answers, now } = asked()
  await answers[0]?.give('first')
  act(() => now().reload())
  act(() => now().take('changed'))
  await answers[1]?.give('older than the change')
  expect(now().data).toBe('changed')
})

test('重新读取时先留着手里这一份，不退回更早的', async () => {
  const { answers, now } = asked()
  await answers[0]?.give('first')
  act(() => now().take('changed'))
  act(() => now().reload())
  expect(now()).toMatchObject({ data: 'changed', loading: true })
  await answers[1]?.fail()
  expect(now()).toMatchObject({ data: 'changed', loading: false })
  expect(now().failure).not.toBeNull()
})

test('没有要读的，回来再读也不去问', () => {
  const load = jest.fn(async () => 'never')
  const { result } = renderHook(() => useResource(null, load))
  act(() => result.current.reload())
  expect(load).not.toHaveBeenCalled()
  expect(result.current.loading).toBe(false)
})

test('连着读两次，只认后一次', async () => {
  const { answers, now } = asked()
  act(() => now().reload())
  await answers[1]?.give('second')
  await answers[0]?.give('first')
  expect(now().data).toBe('second')
})
