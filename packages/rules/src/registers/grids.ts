import { type Day, parseDay } from '../core/iso-date.ts'
import type { FactIndex } from './facts-by-kind.ts'
import { lastOf } from './in-order.ts'
import type { Fact } from './read-ledger.ts'

/** Somebody at work in a grid at the date. */
export type GridWorker = { worker: string; from: Day; fact: Fact; check: Fact | undefined }

/** A grid in use at the date. */
export type Grid = {
  id: string
  /** The newest description. */
  fact: Fact
  registeredDay: Day
  isBounded: boolean
  workers: GridWorker[]
  patrols: readonly Fact[]
  cleanUp: Fact | undefined
}

const isPassed = ({ payload }: Fact): boolean => payload.phone === 'passed' && payload.desktop === 'passed'

const workerOf = ({ payload }: Fact): string => (payload.worker as string[])[0]!

/** Who passed the check on both clients, and when last; whoever was checked in one grid is not asked again in another. */
function passedChecks(index: FactIndex): Map<string, Fact> {
  const passed = new Map<string, Fact>()
  for (const fact of index.of('skill-check')) if (isPassed(fact)) passed.set(workerOf(fact), fact)
  return passed
}

function workersOf(assignments: readonly Fact[], checks: Map<string, Fact>, asOfDay: Day): GridWorker[] {
  const atWork = new Map<string, GridWorker>()
  for (const fact of assignments) {
    const worker = workerOf(fact)
    const known = atWork.get(worker)
    if (parseDay(fact.payload.until) <= asOfDay) atWork.delete(worker)
    else atWork.set(worker, { worker, from: known?.from ?? fact.day, fact, check: checks.get(worker) })
  }
  return Array.from(atWork.values())
}

/** The grids on file that are in use, in the order of their ids. */
export function gridsInUse(index: FactIndex, asOfDay: Day): Grid[] {
  const checks = passedChecks(index)
  const grids: Grid[] = []
  index.bySubject('grid').forEach((facts, id) => {
    const fact = facts[facts.length - 1]!
    if (parseDay(fact.payload.closedOn) <= asOfDay) return
    grids.push({
      id,
      fact,
      registeredDay: facts[0]!.day,
      isBounded: fact.payload.bounded === 'yes',
      workers: workersOf(index.about('grid-assignment', id), checks, asOfDay),
      patrols: index.about('patrol', id),
      cleanUp: lastOf(index.about('clean-up', id)),
    })
  })
  return grids
}
