import { currentViewer } from './viewer'

/** What belongs to one account in one role never mixes with another's on the same phone. */
export type Namespace = { accountId: string; appointmentId: string }

export const namespaceKey = ({ accountId, appointmentId }: Namespace) =>
  `dfv:${accountId}:${appointmentId || 'none'}`

export function currentNamespace(): Namespace | null {
  const { accountId, appointmentId } = currentViewer()
  return accountId === null ? null : { accountId, appointmentId: appointmentId ?? '' }
}
