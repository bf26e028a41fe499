import type { BatchItem } from '@/shared/api'
import type { OutboxEntry } from './types'

/** An entry as the server is told of it: on the network and in a file the same, so that both mean one record. */
export const itemOf = (entry: OutboxEntry): BatchItem => ({
  id: entry.recordId,
  kind: entry.kind,
  schemaVersion: entry.schemaVersion,
  areaCode: entry.areaCode,
  subjectId: entry.subjectId,
  revision: entry.revision,
  ...(entry.replaces !== undefined && { replaces: entry.replaces }),
  occurredOn: entry.occurredOn,
  payload: entry.payload,
  ...(entry.setAside !== undefined && { setAside: entry.setAside }),
  ...(entry.dutyId !== undefined && { dutyId: entry.dutyId }),
  ...(entry.deviceTime !== undefined && { deviceTime: entry.deviceTime }),
})
