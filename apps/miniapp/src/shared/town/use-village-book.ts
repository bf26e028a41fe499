import type { LedgerRecord } from '@dfv/rules'
import type { Role } from '@/shared/api'
import { villagesApi } from '@/shared/api'
import { useResource } from '@/shared/resource'
import { useViewer } from '@/shared/session'

/** Who above the village may open its ledger; the others see figures only. */
const READS_RECORDS: readonly Role[] = ['town-office', 'police']

export type VillageBook = {
  /** 示范A-07, or nothing for who may not see codes. */
  codeOf(subjectId: string): string | undefined
  record(id: string): LedgerRecord | undefined
  mayOpen: boolean
}

/** Codes and records of a village, for reading what a judgement rests on. Never kept on the phone. */
export function useVillageBook(areaCode: string | null): VillageBook {
  const { role } = useViewer()
  const mayOpen = role !== null && READS_RECORDS.includes(role)
  const ledger = useResource(mayOpen ? areaCode : null, () => villagesApi.ledger(areaCode ?? '', 0))
  const codes = new Map(ledger.data?.subjects.map(({ id, code }) => [id, code]))
  const records = new Map(ledger.data?.records.map((record) => [record.id, record]))
  return { codeOf: (id) => codes.get(id), record: (id) => records.get(id), mayOpen }
}
