/** The measures that may have a schedule of their own. */
export const REGIMES = ['community-treatment', 'community-rehabilitation', 'helped'] as const
export type Regime = (typeof REGIMES)[number]

export const isRegime = (status: string): status is Regime => (REGIMES as readonly string[]).includes(status)

/** Tests in the first, second and third year of a measure; 0: none beside the notice's own cycle. */
export type TestSchedule = { readonly [regime in Regime]: readonly number[] }

/** How often a year can be parted into whole months. */
export const TIMES_A_YEAR: readonly unknown[] = [0, 1, 2, 3, 4, 6, 12]

export const NO_SCHEDULE: TestSchedule = {
  'community-treatment': [0, 0, 0],
  'community-rehabilitation': [0, 0, 0],
  helped: [0, 0, 0],
}

/** Whether the schedule asks anything. */
export const asksMore = (schedule: TestSchedule): boolean =>
  REGIMES.some((regime) => schedule[regime].some((times) => times > 0))
