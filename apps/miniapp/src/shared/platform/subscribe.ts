import Taro from '@tarojs/taro'
import { isWeapp } from './env'

export const canSubscribe = isWeapp

export type SubscribeResult = { templateId: string; result: string }
/** WeChat asks at most about three templates at once. */
const MOST = 3

/**
 * Asks WeChat for the user's leave to send one message per template. Must be the first thing in the handler of a tap:
 * WeChat refuses to ask anywhere else.
 */
export async function requestSubscribe(templateIds: readonly string[]): Promise<SubscribeResult[]> {
  const tmplIds = templateIds.slice(0, MOST)
  const answer = (await Taro.requestSubscribeMessage({ tmplIds } as never)) as Record<string, string>
  return tmplIds.map((templateId) => ({ templateId, result: answer[templateId] ?? 'reject' }))
}
