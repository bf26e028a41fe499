import { type AsOf, type PlaceKind, type PlaceView, placeFold } from '@dfv/rules'
import { type FileLedger, type FoldInput, villageLedgerOf } from './file-ledger.js'
import type { FileState } from './subject-file.js'

/** The venue, grid, site or school as the rules see it today. @returns undefined when no registration counts */
export const viewPlace = (ledger: FileLedger, type: PlaceKind, id: string, at: AsOf): PlaceView | undefined =>
  placeFold(villageLedgerOf(ledger), type, at).find((view) => view.id === id)

/** Closed ones stay on the register; one whose registration was made void leaves it. */
export function foldPlaceFile(
  { id, ledger, before, today, policies }: FoldInput,
  type: PlaceKind,
): FileState {
  const view = viewPlace(ledger, type, id, { asOf: today, policies })
  if (!view) return { ...before, state: 'sealed', sealedOn: before.sealedOn ?? today }
  return {
    name: view.name,
    registeredOn: view.registeredOn,
    registers: null,
    head: { facts: view.facts, ...(view.endedOn === null ? {} : { endedOn: view.endedOn }) },
    state: 'active',
    sealedOn: null,
    readers: null,
  }
}
