import { outbox as copy, errors } from '@/shared/copy'
import { showDate, showInstant } from '@/shared/format'
import { NEEDS_USER, type OutboxEntry, UNSENT } from '@/shared/outbox'

export type OutboxGroups = {
  waiting: OutboxEntry[]
  yours: OutboxEntry[]
  drafts: OutboxEntry[]
  accepted: OutboxEntry[]
}

/** What waits, what needs the user, what is half filled, what arrived; the newest first. */
export function groupsOf(entries: readonly OutboxEntry[]): OutboxGroups {
  const newest = [...entries].sort((a, b) => b.sequence - a.sequence)
  return {
    waiting: newest.filter(({ state }) => UNSENT.includes(state)),
    yours: newest.filter(({ state }) => NEEDS_USER.includes(state)),
    drafts: newest.filter(({ state }) => state === 'draft'),
    accepted: newest.filter(({ state }) => state === 'accepted'),
  }
}

/** One line under a record: when it was made, and why it is here. */
export function noteOf(entry: OutboxEntry, today: string): string {
  const made = showInstant(entry.updatedAt, today)
  if (entry.state === 'returned' || entry.state === 'conflict') {
    const { problem } = entry
    const reason = problem?.errors[0]?.text ?? (problem && (errors.byCode[problem.code] || problem.title))
    return [copy.state[entry.state], reason].filter(Boolean).join('：')
  }
  if (entry.state === 'accepted')
    return [showDate(entry.occurredOn, today), entry.receipt?.receiptNo].filter(Boolean).join('　')
  if (entry.handedInAt !== undefined)
    return [copy.state[entry.state], copy.handedIn(showInstant(entry.handedInAt, today))].join('　')
  return [copy.state[entry.state], made].join('　')
}

/** The head of the page: how many wait, and what will happen to them. */
export function leadOf(
  groups: OutboxGroups,
  facts: { online: boolean; needsSignIn: boolean; photos: number },
): string {
  const { waiting, yours } = groups
  if (waiting.length === 0 && facts.photos > 0)
    return facts.needsSignIn ? copy.signIn : copy.photosLeft(facts.photos)
  if (waiting.length === 0) return yours.length === 0 ? copy.allSent : ''
  if (facts.needsSignIn) return copy.signIn
  const sending = waiting.filter(({ state }) => state === 'sending').length
  if (facts.online && sending > 0) return copy.sending(sending)
  return copy.lead(waiting.length)
}
