import type { LedgerRecord } from '../village-ledger.ts'
import { isKindId } from './kind-id.ts'
import type { Payload } from './record-kind.ts'
import { UPCASTS, type Upcast } from './upcasts.ts'

/** Lifts a payload of version `from` through every later version. `upcasts[n - 1]` lifts version n. */
export function upcastPayload(upcasts: readonly Upcast[], from: number, payload: Payload): Payload {
  let lifted = payload
  for (let version = from; version <= upcasts.length; version++) lifted = upcasts[version - 1]!(lifted)
  return lifted
}

/** The record in the newest shape of its kind. An unknown kind or a newer version is left as it is. */
export function upcastRecord(record: LedgerRecord): LedgerRecord {
  if (!isKindId(record.kind)) return record
  const upcasts = UPCASTS[record.kind] ?? []
  const version = upcasts.length + 1
  const { schemaVersion } = record
  if (!Number.isSafeInteger(schemaVersion) || schemaVersion < 1 || schemaVersion >= version) return record
  return { ...record, schemaVersion: version, payload: upcastPayload(upcasts, schemaVersion, record.payload) }
}
