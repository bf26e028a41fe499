import { type Reminders, remindersApi } from '@/shared/api'
import { newId, storage } from '@/shared/platform'
import { requestSubscribe } from '@/shared/platform/subscribe'
import { createPending } from './pending'

const pending = createPending(storage)

/** What is set about reminders; leaves that the server does not know of yet are told first. */
export const readReminders = async (accountId: string): Promise<Reminders> =>
  (await pending.send(accountId, remindersApi.allow)) ?? remindersApi.read()

/**
 * Asks for the leave to send one message more. Must be the first thing in the handler of a tap, before anything else is
 * waited for: WeChat asks only in answer to one.
 * @returns what the server knows then, and whether the person said yes
 */
export async function askOnce(
  accountId: string,
  askFor: readonly string[],
): Promise<{ given: Reminders | null; allowed: boolean }> {
  const results = await requestSubscribe(askFor)
  pending.keep(accountId, { id: await newId(), results })
  const given = await pending.send(accountId, remindersApi.allow)
  return { given, allowed: results.some(({ result }) => result.startsWith('accept')) }
}
