import { obligationTitle, type Payload, type RecordKind } from '@dfv/rules'
import type { Area } from '@/shared/api'
import { record as copy } from '@/shared/copy'
import type { OutboxEntry } from '@/shared/outbox'
import { settledBy } from '@/shared/scoring'
import type { Village } from '@/shared/village'

/** Another record of the same kind, about the same subject, on the same day. */
export const sameDayRecord = (village: Village, entry: OutboxEntry) =>
  village.records.find(
    (record) =>
      record.id !== entry.recordId &&
      record.kind === entry.kind &&
      record.subjectId === entry.subjectId &&
      record.occurredOn === entry.occurredOn,
  )

/** What is the same in every village of the town, and judged in each. @see 三(二)10, 四(一)2 */
const TOWN_WIDE: readonly string[] = ['bottom-lines-text', 'police-quota']

/** The other villages of the town, for a new record of such a kind. */
export function otherVillages(
  entry: Pick<OutboxEntry, 'kind' | 'areaCode' | 'revision'>,
  townCode: string | null,
  areas: readonly Area[],
  isDemo: boolean,
): Area[] {
  if (!TOWN_WIDE.includes(entry.kind) || entry.revision > 1 || townCode === null) return []
  return areas.filter(
    (area) =>
      area.level === 'village' &&
      area.isDemo === isDemo &&
      area.parentCode === townCode &&
      area.code !== entry.areaCode &&
      area.startOn !== null,
  )
}

/** Results that the police and the town office act on. */
const isGrave = (kind: RecordKind, payload: Payload) =>
  kind.kind === 'relapse' ||
  (kind.kind === 'urine-test' && (payload.result === 'positive' || payload.result === 'refused'))

/** What a test without an ordinary result asks for next. @see 戒毒条例 第十九、二十条 */
function testEffects(kind: RecordKind, { result }: Payload): string[] {
  if (kind.kind !== 'urine-test') return []
  if (result === 'invalid') return [copy.retest]
  if (result === 'positive') return [copy.settle]
  return result === 'refused' ? [copy.refusal] : []
}

/** What will happen once it is sent, in sentences. */
export function effectsOf(
  village: Village,
  kind: RecordKind,
  entry: OutboxEntry,
  payload: Payload,
): string[] {
  const date = payload[kind.dateField]
  const settled = settledBy(village, {
    id: entry.recordId,
    revision: entry.revision,
    kind: entry.kind,
    schemaVersion: entry.schemaVersion,
    subjectId: entry.subjectId,
    areaCode: entry.areaCode,
    occurredOn: typeof date === 'string' ? date : entry.occurredOn,
    receivedAt: null,
    reviewState: kind.review === 'secondPerson' ? 'pending' : 'accepted',
    payload,
  })
  return [
    ...settled.map((duty) => copy.willSettle(obligationTitle(duty, village.wording))),
    ...(kind.review === 'secondPerson' ? [copy.willWait] : []),
    ...testEffects(kind, payload),
    ...(isGrave(kind, payload) ? [copy.willTell] : []),
  ]
}
