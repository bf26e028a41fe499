import { type Day, parseDay } from '../core/iso-date.ts'
import type { DocumentType } from '../records/vocabulary.ts'
import type { FactIndex } from './facts-by-kind.ts'
import { lastOf } from './in-order.ts'
import type { Fact } from './read-ledger.ts'

/** What is on file about the village itself. */
export type Documents = {
  /** The document of a year; village rules only with their clause. */
  of: (document: DocumentType, year: number) => Fact | undefined
  /** The newest leading group that has not ended. */
  leadingGroup: Fact | undefined
  /** The newest check of the office. */
  office: Fact | undefined
  /** The town office's word on the five bottom lines. */
  bottomLines: Fact | undefined
}

const keyOf = (document: unknown, year: unknown): string => `${String(year)}/${String(document)}`

export function documentsOf(index: FactIndex, asOfDay: Day): Documents {
  const byKey = new Map<string, Fact>()
  for (const fact of index.of('village-document')) {
    const { document, year, antiDrugClause } = fact.payload
    if (antiDrugClause !== 'no') byKey.set(keyOf(document, year), fact)
  }
  const groups = index.of('leading-group').filter(({ payload }) => !(parseDay(payload.closedOn) <= asOfDay))
  return {
    of: (document, year) => byKey.get(keyOf(document, year)),
    leadingGroup: lastOf(groups),
    office: lastOf(index.of('village-office')),
    bottomLines: lastOf(index.of('bottom-lines-text')),
  }
}
