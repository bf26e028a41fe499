import type { VillageYear, YearState } from '@/shared/api'
import { year as copy } from '@/shared/copy'

type Standing = { state: YearState; result: VillageYear['result'] }

/** Once the city's result is in force, nobody waits for it any more. */
export const isDecided = ({ state, result }: Standing): boolean => state === 'frozen' && result !== null

/** Where a year stands, in words. */
export const stateText = (standing: Standing): string =>
  isDecided(standing) ? copy.resultIn : copy.states[standing.state]

/** All that `stateText` may say, in the order of the steps. */
export const STATE_TEXTS: readonly string[] = (Object.keys(copy.states) as YearState[]).flatMap((state) =>
  state === 'frozen' ? [copy.states.frozen, copy.resultIn] : [copy.states[state]],
)
