import type { Letter } from './demo-town.js'
import type { PersonPlan } from './person-plan.js'
import { PERSONS_OF_A } from './persons/village-a.js'
import { PERSONS_OF_B } from './persons/village-b.js'
import { PERSONS_OF_D } from './persons/village-d.js'
import { PERSONS_OF_E } from './persons/village-e.js'
import { PERSONS_OF_F } from './persons/village-f.js'
import { PERSONS_OF_G } from './persons/village-g.js'

/** What is not in order; every other ledger of the village is. */
export type Gap =
  | 'documents'
  | 'grid-worker'
  | 'inspection'
  | 'leading-group'
  | 'lines'
  | 'patrol'
  | 'skill'
  | 'sweep'
  | 'venue-problem'
  | 'venue-unwatched'

export type VillagePlan = {
  persons: readonly PersonPlan[]
  /** Publicity activities of the running month, when enough of it has passed. */
  activitiesThisMonth: number
  /** The last complete month had one activity too few. */
  hasShortMonth?: true
  /** The roster of the judged month has not been confirmed. */
  isRosterLate?: true
  /** Opened so many days before the day of the story; else at the beginning of the month a year before. */
  openedDaysAgo?: number
  gaps?: readonly Gap[]
}

export const VILLAGE_PLANS: Record<Letter, VillagePlan> = {
  A: { persons: PERSONS_OF_A, activitiesThisMonth: 3, gaps: ['venue-problem', 'inspection'] },
  B: { persons: PERSONS_OF_B, activitiesThisMonth: 4 },
  // Nobody was found.
  C: { persons: [], activitiesThisMonth: 4 },
  D: { persons: PERSONS_OF_D, activitiesThisMonth: 2, gaps: ['grid-worker', 'patrol'] },
  E: {
    persons: PERSONS_OF_E,
    activitiesThisMonth: 2,
    hasShortMonth: true,
    isRosterLate: true,
    gaps: ['leading-group', 'documents', 'sweep'],
  },
  F: { persons: PERSONS_OF_F, activitiesThisMonth: 4, gaps: ['venue-unwatched', 'venue-problem'] },
  G: { persons: PERSONS_OF_G, activitiesThisMonth: 3, gaps: ['lines', 'skill'] },
  // New.
  H: { persons: [], activitiesThisMonth: 0, openedDaysAgo: 9 },
}

export const ACTIVITY_PLACES = [
  '村委会广场',
  '文化活动室',
  '村小学门口',
  '榕树下',
  '综合市场',
  '祠堂前空地',
  '第二网格',
] as const

export const ACTIVITY_KINDS: readonly { form: string; content: string }[] = [
  { form: 'lecture', content: '讲解常见毒品的样子和危害' },
  { form: 'leaflets', content: '发放禁毒宣传资料' },
  { form: 'display', content: '摆放禁毒宣传展板' },
  { form: 'video', content: '播放禁毒宣传片' },
  { form: 'visit', content: '入户讲解举报电话和奖励办法' },
  { form: 'slogans', content: '更新村道标语和宣传栏' },
]

export const TALK_SITUATIONS = [
  ['steady'],
  ['steady', 'work'],
  ['steady', 'family'],
  ['work', 'wants-help'],
  ['health'],
  ['steady'],
] as const

export const TALK_NOTES = [
  undefined,
  '精神状态好，按时休息',
  '近期在附近做工，收入稳定',
  '想学一门手艺，已联系镇里',
  undefined,
  '家里人支持，平时多在家',
] as const
