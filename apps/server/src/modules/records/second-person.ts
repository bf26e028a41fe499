import type { KindId, RecordKind } from '@dfv/rules'
import type { Permission } from '../../platform/auth/permissions.js'

/** What decides cycles and months, and may be dated before the village kept this ledger. */
const BACKED_KINDS: readonly KindId[] = ['talk', 'urine-test', 'publicity-activity']

/**
 * Whether a record counts only after another person has accepted it: its kind says so, or it speaks of the time before
 * the village began to use the ledger, which counts once the town has looked at it.
 * @param village `startOn` null: it has not begun, so everything is from before
 */
export function waitsForSecond(
  actor: { permissions: ReadonlySet<Permission> },
  kind: RecordKind,
  village: { startOn: string | null },
  occurredOn: string,
): boolean {
  if (kind.review === 'secondPerson') return true
  const isBefore = village.startOn === null || occurredOn < village.startOn
  return isBefore && BACKED_KINDS.includes(kind.kind) && !actor.permissions.has('record.review')
}
