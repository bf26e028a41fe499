import { uuidv7 } from 'uuidv7'
import type { TestApp } from './app.js'
import { type Answer, send } from './records.js'
import type { SignedIn } from './sign-in.js'

export type Decision = { kind: string; year: number; on: string; document?: string; corrects?: string }
type Reply = Promise<{ status: number; body: Answer }>

const of = (village: string, id: string) => `/api/villages/${village}/plaque/decisions/${id}`

/** One person of the city enters an official decision; it waits. */
export const enter = (
  test: TestApp,
  who: SignedIn,
  village: string,
  decision: Decision,
  id = uuidv7(),
): Reply => send(test, who, 'PUT', of(village, id), { document: '陆禁毒〔示例〕3号', ...decision })

export const confirm = (test: TestApp, who: SignedIn, village: string, id: string): Reply =>
  send(test, who, 'POST', `${of(village, id)}/confirmation`)

export const sendBack = (test: TestApp, who: SignedIn, village: string, id: string, reason: string): Reply =>
  send(test, who, 'POST', `${of(village, id)}/return`, { reason })

/** Entered by one and confirmed by the other. @returns the refusal of the first, else the second's answer */
export async function decideByTwo(
  test: TestApp,
  [first, second]: readonly [SignedIn, SignedIn],
  village: string,
  decision: Decision,
  id = uuidv7(),
): Reply {
  const entered = await enter(test, first, village, decision, id)
  return entered.status === 201 ? confirm(test, second, village, id) : entered
}
