import { sessionApi } from '@/shared/api'
import { loginCode } from '@/shared/platform'
import { startSession } from './session'

/** Inside WeChat a resident is known without typing anything. False: this is a browser, the sign-in page must ask. */
export async function signInQuietly(): Promise<boolean> {
  const code = await loginCode()
  if (code === null) return false
  startSession(await sessionApi.wechat(code))
  return true
}
