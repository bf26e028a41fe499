import { type Payload, RECORD_KINDS, splitPayload } from '@dfv/rules'
import type { Identity, RecordIn, RecordWithRevisions } from '@/shared/api'

const kind = RECORD_KINDS['person-registration']

/** Identity travels beside the payload, never in it. A correction that leaves it out leaves it as it is. */
export function registrationIn(
  payload: Payload,
  place: { personId: string; areaCode: string; corrects?: RecordWithRevisions },
  deviceTime: string,
): RecordIn {
  const { payload: facts, text, identity } = splitPayload(kind.kind, payload)
  const { corrects } = place
  return {
    kind: kind.kind,
    schemaVersion: kind.version,
    areaCode: place.areaCode,
    subjectId: place.personId,
    revision: corrects ? corrects.revision + 1 : 1,
    ...(corrects && { replaces: corrects.revision }),
    occurredOn: String(payload[kind.dateField]),
    payload: { ...facts, ...text },
    ...('name' in identity && { identity: identity as Identity }),
    deviceTime,
  }
}

/** The answers of a registration, without who it is: that is entered anew, or stays. */
export const answersOfRegistration = ({ payload, text }: RecordWithRevisions): Payload => ({
  ...payload,
  ...text,
})
