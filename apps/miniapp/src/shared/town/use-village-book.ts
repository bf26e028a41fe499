import type { LedgerRecord } from '@dfv/rules'
import { useMemo } from 'react'
import { useViewer } from '@/shared/session'
import { useVillage, useVisit, type Village } from '@/shared/village'

export type VillageBook = {
  /** 示范A-07 or the name of a place, or nothing for who may not see them. */
  codeOf(subjectId: string): string | undefined
  record(id: string): LedgerRecord | undefined
  mayOpen: boolean
}

/**
 * Codes and records of a village, for those above it who may open its ledger; the others see figures only. The phone
 * keeps the ledger of one village, the one looked at last.
 */
export function useVillageBook(areaCode: string | null): VillageBook & { village: Village | null } {
  const { visitor } = useViewer()
  useVisit(areaCode)
  const { village: onScreen } = useVillage()
  const village = visitor && onScreen?.code === areaCode ? onScreen : null
  const records = useMemo(
    () => new Map(village?.records.map((record) => [record.id, record])),
    [village?.records],
  )
  return {
    village,
    codeOf: (id) => village?.wording.nameOf?.(id),
    record: (id) => records.get(id),
    mayOpen: visitor,
  }
}
