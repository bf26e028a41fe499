import { areaName } from '@/shared/place'
import type { Lookup } from '@/shared/records'
import type { Village } from './use-village'

/** What answers may name: the records and persons of the ledger on screen, and villages. */
export const lookupIn = (village: Village | null): Lookup => ({
  dayOf: (recordId) => village?.records.find(({ id }) => id === recordId)?.occurredOn,
  codeOf: (personId) => village?.person(personId)?.code,
  areaOf: areaName,
})
