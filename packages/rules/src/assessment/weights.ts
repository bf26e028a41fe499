/** What earns points in the yearly file, in the order of 四(一). `A2` is shown and has no weight. */
export const ITEM_IDS = [
  'A1.group',
  'A1.funds',
  'A1.meetings',
  'A3.activities',
  'A3.site',
  'A3.residents',
  'A3.migrants',
  'A3.venues',
  'A3.schools',
  'A4.support',
  'A4.talks',
  'A4.homeTests',
  'A4.overallTests',
  'A4.relapses',
  'A4.threeYears',
  'A5.keyPersons',
  'A5.truthful',
  'measures.venues',
  'measures.grids',
  'A6',
  'A7',
] as const

export type ItemId = (typeof ITEM_IDS)[number]

/** Weights in 1/100 point; together 10,000. */
export type Weights = { readonly [id in ItemId]: number }

/** A proposal: no official table of points is known. A county sets its own by policy. */
export const PROPOSED_WEIGHTS: Weights = {
  'A1.group': 400,
  'A1.funds': 400,
  'A1.meetings': 400,
  'A3.activities': 600,
  'A3.site': 400,
  'A3.residents': 500,
  'A3.migrants': 400,
  'A3.venues': 300,
  'A3.schools': 300,
  'A4.support': 600,
  'A4.talks': 600,
  'A4.homeTests': 500,
  'A4.overallTests': 500,
  'A4.relapses': 300,
  'A4.threeYears': 300,
  'A5.keyPersons': 500,
  'A5.truthful': 500,
  'measures.venues': 500,
  'measures.grids': 500,
  A6: 500,
  A7: 1000,
}

export const FULL_POINTS = 10_000
