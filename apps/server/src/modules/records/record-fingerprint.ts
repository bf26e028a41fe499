import { Injectable } from '@nestjs/common'
import { canonicalJson } from '../../platform/canonical-json.js'
import { FieldCipher } from '../../platform/crypto/field-cipher.js'
import { sha256 } from '../../platform/crypto/sealer.js'
import type { RecordIn } from './records.dto.js'

/** Tells whether two requests say the same, without keeping what they said. */
@Injectable()
export class RecordFingerprint {
  constructor(private readonly cipher: FieldCipher) {}

  /** Over everything that was sent but the phone's clock and the duty that led there: they may differ when it is sent again. */
  of(input: RecordIn): string {
    const { deviceTime: _clock, dutyId: _duty, ...said } = input
    return this.cipher.fingerprint(canonicalJson(said))
  }
}

/** Over what is stored: the readable payload and the ciphertext, so that it proves nothing was changed and reveals nothing. */
export function contentHash(stored: {
  id: string
  revision: number
  kind: string
  schemaVersion: number
  areaCode: string
  subjectId: string
  occurredOn: string
  payload: string
  sealedText: Buffer | null
  setAside: Buffer | null
}): string {
  return sha256(
    canonicalJson([
      stored.id,
      stored.revision,
      stored.kind,
      stored.schemaVersion,
      stored.areaCode,
      stored.subjectId,
      stored.occurredOn,
      stored.payload,
      stored.sealedText?.toString('base64') ?? null,
      ...(stored.setAside ? [stored.setAside.toString('base64')] : []),
    ]),
  )
}
