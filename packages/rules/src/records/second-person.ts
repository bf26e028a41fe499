import type { IsoDate } from '../core/iso-date.ts'
import type { Role } from '../core/role.ts'
import { KIND_OUTLINES } from './kind-outlines.ts'
import type { KindId } from './record-kind.ts'

/** What decides cycles and months, and may be dated before the village kept this ledger. */
const BACKED_KINDS: readonly KindId[] = ['talk', 'urine-test', 'publicity-activity']

/** Whoever answers for a venue speaks for himself here: somebody else looks before it counts. */
const OWN_REPORTS: Partial<Record<KindId, readonly Role[]>> = { rectification: ['venue-manager'] }

/**
 * Whether a record counts only after another person has accepted it: its kind says so, or it speaks of the time before
 * the village began to use the ledger, which counts once the town has looked at it.
 * @param startOn the village's first day; null: it has not begun, so everything is from before
 * @param isReviewer whoever enters it may review such records of others
 * @param sentBy whoever enters it; absent: somebody of the village
 */
export function waitsForSecond(
  kind: KindId,
  occurredOn: IsoDate,
  startOn: IsoDate | null,
  isReviewer: boolean,
  sentBy?: Role,
): boolean {
  if (KIND_OUTLINES[kind].review === 'secondPerson') return true
  if (sentBy !== undefined && OWN_REPORTS[kind]?.includes(sentBy)) return true
  const isBefore = startOn === null || occurredOn < startOn
  return isBefore && BACKED_KINDS.includes(kind) && !isReviewer
}
