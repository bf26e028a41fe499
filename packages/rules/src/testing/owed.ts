import type { IsoDate } from '../core/iso-date.ts'
import type { MissedWindow, Obligation, ObligationKind } from '../scorecard.ts'
import type { LedgerRecord, VillageLedger } from '../village-ledger.ts'
import { aLedger } from './builders.ts'
import { obligations } from './whole.ts'

/** A duty with the place of its clause instead of the words. */
export type Owed = Omit<Obligation, 'clause'> & { clause: string }

/** The open duties of one kind, from the first due to the last. */
export const owed = (
  kind: ObligationKind,
  records: LedgerRecord[],
  asOf: IsoDate,
  head: Partial<VillageLedger> = {},
): Owed[] =>
  obligations(aLedger(records, head), { asOf })
    .open.filter((duty) => duty.kind === kind)
    .map((duty) => ({ ...duty, clause: duty.clause.ref }))

/** Every window that closed unmet, from the first to the last. */
export const missed = (
  records: LedgerRecord[],
  asOf: IsoDate,
  head: Partial<VillageLedger> = {},
): MissedWindow[] => obligations(aLedger(records, head), { asOf }).missed
