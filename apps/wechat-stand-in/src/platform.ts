import type { StandInClock } from './clock.js'
import type { HeldCalls } from './faults.js'
import type { PushSender } from './push-sender.js'
import type { State } from './state.js'

/** What every endpoint works with. */
export type Platform = {
  readonly state: State
  readonly clock: StandInClock
  readonly pushes: PushSender
  readonly held: HeldCalls
}

/** Notes something no correct client does. */
export function violate(
  { state, clock }: Pick<Platform, 'state' | 'clock'>,
  row: number,
  code: string,
  detail: string,
): void {
  state.violations.push({ row, code, detail, at: clock.now() })
}
