import { ApiError, sessionApi } from '@/shared/api'
import { loginCode } from '@/shared/platform'

export const needsRecheck = (error: unknown): boolean =>
  error instanceof ApiError && error.code === 'RECHECK_REQUIRED'

/**
 * Does what only the person himself may do. Where the server asks who holds the phone, WeChat tells it anew without
 * typing; a browser must ask for the sign-in, so there the refusal is passed on.
 */
export async function asMyself<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const code = needsRecheck(error) ? await loginCode() : null
    if (code === null) throw error
    await sessionApi.recheck(code)
    return work()
  }
}
