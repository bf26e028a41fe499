import { act, renderHook } from '@testing-library/react'
import type { PropsWithChildren } from 'react'
import { ApiError } from '@/shared/api'
import { StaleYear, useSending } from './use-sending'

const refused = (code: string) =>
  new ApiError(409, { code, title: '已经有人办过，请刷新后再看。', status: 409 } as ApiError['problem'])

async function sent(code: string) {
  const told: string[] = []
  const wrapper = ({ children }: PropsWithChildren) => (
    <StaleYear.Provider value={(text) => told.push(text)}>{children}</StaleYear.Provider>
  )
  const { result } = renderHook(() => useSending(), { wrapper })
  await act(() =>
    result.current.send([], async () => {
      throw refused(code)
    }),
  )
  return { told, own: result.current.told?.text }
}

test.each(['ASSESSMENT_CHANGED', 'ASSESSMENT_MOVED'])('%s：别人先办了，页面要重新读', async (code) => {
  const { told, own } = await sent(code)
  expect(told).toHaveLength(1)
  expect(own).toBe(told[0])
})

test('别的原因没办成，页面不动', async () => {
  expect((await sent('ASSESSMENT_TOO_EARLY')).told).toEqual([])
})
