import { type Payload, RECORD_KINDS, splitPayload } from '@dfv/rules'
import type { Identity, RecordIn } from '@/shared/api'

const kind = RECORD_KINDS['person-registration']

/** Identity travels beside the payload, never in it. */
export function registrationIn(
  payload: Payload,
  personId: string,
  areaCode: string,
  deviceTime: string,
): RecordIn {
  const { payload: facts, text, identity } = splitPayload(kind.kind, payload)
  return {
    kind: kind.kind,
    schemaVersion: kind.version,
    areaCode,
    subjectId: personId,
    revision: 1,
    occurredOn: String(payload[kind.dateField]),
    payload: { ...facts, ...text },
    identity: identity as Identity,
    deviceTime,
  }
}
