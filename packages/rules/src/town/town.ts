import type { IsoDate } from '../core/iso-date.ts'
import type { Plaque } from '../plaque/plaque.ts'
import type { Quota, Reach, Share, ShownFigures, VenueProblems, YearOnYear } from '../shown/shown.ts'

/** What the town has of one of its villages. */
export type TownVillage = {
  shown: ShownFigures
  /** Left out where nobody entered a decision: that is not known, not “none”. */
  plaque?: Plaque
}

/** A sum over the villages that can tell; `unknown` is how many cannot. */
export type TownCount = {
  /** null where no village can tell. */
  now: number | null
  /** null unless every village that can tell today can tell of last year too. */
  before: number | null
  /** What waits for review or for a fact. */
  open: number
  unknown: number
}

/** The town's figures: shown, never scored. */
export type TownFigures = {
  format: 'town-figures@1'
  areaCode: string
  year: number
  asOf: IsoDate
  villages: number
  newUsers: TownCount
  relapses: TownCount
  existing: TownCount
  threeYears: { now: Share | null; before: Share | null; unknown: number }
  /** null where no village can tell, as below. */
  venueProblems: (VenueProblems & { unknown: number }) | null
  dynamicControl: { caught: number; entered: number; unknown: number } | null
  /** Villages that hold a plaque, warned ones too, of all. */
  plaques: { held: number; warned: number; villages: number; unknown: number }
  experience: { reported: number; reached: Readonly<Record<Reach, number>>; unknown: number } | null
  /** The newest figures of the police station; null where none of the year are entered. */
  quota: Quota | null
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

/** What the villages can tell, and how many cannot. */
function known<T>(figures: readonly (T | null)[]): { told: T[]; unknown: number } {
  const told = figures.filter((figure): figure is T => figure !== null)
  return { told, unknown: figures.length - told.length }
}

function counted(figures: readonly YearOnYear[]): TownCount {
  const told = figures.filter(({ now }) => now !== null)
  return {
    now: told.length === 0 ? null : sum(told.map(({ now }) => now as number)),
    before:
      told.length === 0 || told.some(({ before }) => before === null)
        ? null
        : sum(told.map(({ before }) => before as number)),
    open: sum(told.map(({ open }) => open)),
    unknown: figures.length - told.length,
  }
}

const shares = (figures: readonly Share[]): Share => ({
  numerator: sum(figures.map(({ numerator }) => numerator)),
  denominator: sum(figures.map(({ denominator }) => denominator)),
})

function threeYears(figures: readonly ShownFigures['threeYears'][]): TownFigures['threeYears'] {
  const told = figures.filter(({ now }) => now !== null)
  return {
    now: told.length === 0 ? null : shares(told.map(({ now }) => now as Share)),
    before:
      told.length === 0 || told.some(({ before }) => before === null)
        ? null
        : shares(told.map(({ before }) => before as Share)),
    unknown: figures.length - told.length,
  }
}

function venueProblems(figures: readonly (VenueProblems | null)[]): TownFigures['venueProblems'] {
  const { told, unknown } = known(figures)
  if (told.length === 0) return null
  const of = (name: keyof VenueProblems): number => sum(told.map((one) => one[name]))
  return {
    found: of('found'),
    rectified: of('rectified'),
    inTime: of('inTime'),
    open: of('open'),
    overdue: of('overdue'),
    unknown,
  }
}

function dynamicControl(figures: readonly ShownFigures['dynamicControl'][]): TownFigures['dynamicControl'] {
  const { told, unknown } = known(figures)
  if (told.length === 0) return null
  return {
    caught: sum(told.map(({ caught }) => caught)),
    entered: sum(told.map(({ entered }) => entered)),
    unknown,
  }
}

function plaques(villages: readonly TownVillage[]): TownFigures['plaques'] {
  const states = villages.map(({ plaque }) => plaque?.state)
  const warned = states.filter((state) => state === 'yellow-card').length
  return {
    held: states.filter((state) => state === 'awarded').length + warned,
    warned,
    villages: villages.length,
    unknown: states.filter((state) => state === undefined).length,
  }
}

function experience(figures: readonly ShownFigures['experience'][]): TownFigures['experience'] {
  const { told, unknown } = known(figures)
  if (told.length === 0) return null
  const reached = { none: 0, town: 0, county: 0, wider: 0 }
  for (const { reach } of told) if (reach !== null) reached[reach]++
  return { reported: told.filter(({ reported }) => reported).length, reached, unknown }
}

/** The newest entry of all; of one day that with the greater id. */
function newestQuota(quotas: readonly (Quota | null)[]): Quota | null {
  const key = ({ enteredOn, recordId }: Quota): string => `${enteredOn}/${recordId}`
  return known(quotas).told.reduce<Quota | null>(
    (newest, one) => (newest === null || key(one) > key(newest) ? one : newest),
    null,
  )
}

/**
 * The figures of a town from those of its villages, all of one day. The order of the villages is irrelevant.
 * @throws RangeError when the villages were not counted on one day: their sum would say nothing
 * @see 二(一)–(三), 四(一)2, 四(一)5
 */
export function townFigures(
  villages: readonly TownVillage[],
  { areaCode, asOf }: { areaCode: string; asOf: IsoDate },
): TownFigures {
  const figures = villages.map(({ shown }) => shown)
  if (figures.some((shown) => shown.asOf !== asOf)) throw new RangeError('villages of different days')
  return {
    format: 'town-figures@1',
    areaCode,
    year: Number(asOf.slice(0, 4)),
    asOf,
    villages: villages.length,
    newUsers: counted(figures.map((shown) => shown.newUsers)),
    relapses: counted(figures.map((shown) => shown.relapses)),
    existing: counted(figures.map((shown) => shown.existing)),
    threeYears: threeYears(figures.map((shown) => shown.threeYears)),
    venueProblems: venueProblems(figures.map((shown) => shown.venueProblems)),
    dynamicControl: dynamicControl(figures.map((shown) => shown.dynamicControl)),
    plaques: plaques(villages),
    experience: experience(figures.map((shown) => shown.experience)),
    quota: newestQuota(figures.map((shown) => shown.quota)),
  }
}
