import type { Pledge } from '@/shared/api'
import { pledge as copy } from '@/shared/copy'
import { showInstant } from '@/shared/format'

/** In fours, as on paper, however it came. */
export const printedCode = (code: string): string =>
  code
    .replace(/-/g, '')
    .match(/.{1,4}/g)
    ?.join('-') ?? code

export type ReceiptView =
  | { stage: 'none' }
  | { stage: 'sealing' }
  | { stage: 'sealed'; lines: string[]; code: string | null; url: string | null }

/** Nobody is told that it is signed before it is sealed. */
export function receiptView(pledge: Pledge, today: string): ReceiptView {
  if (pledge.state === 'signed-pending-seal') return { stage: 'sealing' }
  if (pledge.state === 'to-sign' || !pledge.sealedAt) return { stage: 'none' }
  return {
    stage: 'sealed',
    lines: [
      pledge.title,
      showInstant(pledge.sealedAt, today),
      ...(pledge.number ? [`${pledge.number}`] : []),
      ...(pledge.state === 'superseded' || pledge.state === 'revoked' ? [copy.states[pledge.state]] : []),
      ...(pledge.reason ? [copy.reasonOf(pledge.reason)] : []),
      ...(pledge.deviceTime ? [copy.phoneTime(showInstant(pledge.deviceTime, today))] : []),
      ...(pledge.timestamp === 'pending' ? [copy.stampLater] : []),
      ...(pledge.timestamp === 'absent' ? [copy.noStamp] : []),
    ],
    code: pledge.verifyCode ? printedCode(pledge.verifyCode) : null,
    url: pledge.verifyUrl ?? null,
  }
}
