import type { PersonPlan } from '../person-plan.js'

/** The village in which everything that can be judged is met: nobody is left who has not been abstinent three years. */
export const PERSONS_OF_B: readonly PersonPlan[] = [
  {
    key: 'B01',
    name: '叶例一',
    gender: 'male',
    birthYear: 1983,
    statuses: [{ from: [38, 2], status: 'community-treatment', presence: 'at-home', reportedInAfter: 8 }],
    abstinentSince: [38, 2],
  },
  {
    key: 'B02',
    name: '阎例二',
    gender: 'male',
    birthYear: 1977,
    statuses: [
      { from: [40, 6], status: 'community-rehabilitation', presence: 'at-home', reportedInAfter: 4 },
    ],
    abstinentSince: [40, 6],
  },
  {
    key: 'B03',
    name: '余例三',
    gender: 'female',
    birthYear: 1987,
    statuses: [{ from: [50, 0], status: 'helped', presence: 'at-home', testBasis: 'none' }],
    abstinentSince: [50, 0],
  },
  {
    key: 'B04',
    name: '潘例四',
    gender: 'male',
    birthYear: 1980,
    statuses: [{ from: [20, 0], status: 'imprisoned', sentenceMonths: 60 }],
  },
  {
    key: 'B05',
    name: '杜例五',
    gender: 'male',
    birthYear: 1989,
    statuses: [{ from: [30, 0], status: 'abroad' }],
  },
  {
    key: 'B06',
    name: '戴例六',
    gender: 'male',
    birthYear: 1961,
    statuses: [{ from: [16, 0], status: 'deceased' }],
  },
  {
    key: 'B07',
    name: '夏例七',
    gender: 'female',
    birthYear: 1991,
    statuses: [{ from: [25, 0], status: 'moved-out', livesElsewhere: 'yes' }],
  },
  {
    key: 'B08',
    name: '钟例八',
    gender: 'male',
    birthYear: 1973,
    statuses: [{ from: [60, 0], status: 'helped', presence: 'away', testBasis: 'none' }],
    abstinentSince: [60, 0],
  },
  {
    key: 'B09',
    name: '石例九',
    gender: 'male',
    birthYear: 1980,
    keyOnly: 'precursor',
    statuses: [],
  },
]
