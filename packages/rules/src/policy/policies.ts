import { PROPOSED_WEIGHTS, type Weights } from '../assessment/weights.ts'
import { type Dated, dated, type Version } from '../core/dated.ts'
import { NOTICE } from '../notice/clauses.ts'
import type { Status } from '../records/vocabulary.ts'
import { PART_IDS, type PartId } from '../scorecard-ids.ts'
import { NO_SCHEDULE, type TestSchedule } from './test-schedule.ts'

/** Every number and switch of the rules. What each means is said in `POLICY_MEANINGS`. */
export type PolicyValues = {
  /** The parts whose ledgers are kept here: all, unless a county keeps some elsewhere. Those are judged by hand: no scorecard and no duty names them. */
  judgedParts: readonly PartId[]
  cycleMonths: number
  cycleAnchor: 'calendar' | 'support-start'
  minDutyDays: number
  /** A stricter schedule of tests for each year of a measure; all nothing: only the notice's cycle. */
  testSchedule: TestSchedule
  supportStatuses: readonly Status[]
  acceptedMeasures: readonly Status[]
  threeYearsMonths: number
  threeYearsScope: 'all-existing' | 'outside-measures'
  longSentenceMonths: number
  longMissingMonths: number
  positiveDays: number
  reportInDays: number
  treatmentTermMonths: number
  onboardingDays: number
  graceDays: number
  lateEntryDays: number
  activitiesPerMonth: number
  verifyWithinDays: number
  keyPersonFreshDays: number
  sweepWithinDays: number
  /** Out of 100; 0: households are shown, not required. */
  householdPledgeShare: number
  residentMonths: number
  countSelfRegistered: boolean
  siteFreshMonths: number
  skillCheckMonths: number
  patrolsPerMonth: number
  cleanupDays: number
  surveyWithinDays: number
  venueInspectDays: number
  rectifyDays: number
  refusalsToReport: number
  absencesToReport: number
  absentDaysToReport: number
  awarenessPercent: { readonly [audience in 'resident' | 'migrant' | 'venue' | 'student']: number }
  awarePassMark: number
  minSample: number
  quizMinSeconds: number
  pointWeights: Weights
  meetingsPerYear: number
  classMinAnswers: number
  classAwareShare: number
  homeTestsPercent: number
  overallTestsPercent: number
  truthfulDays: number
  /** In 1/100 point, from the best: `excellent`, `good`, `fair`. */
  pointBands: { readonly [band in 'excellent' | 'good' | 'fair']: number }
  /** In 1/100 point. */
  passLine: number
  yellowClearsOnPass: boolean
  repeatAward: boolean
  awardYuan: number
}

export type PolicyId = keyof PolicyValues

/** Versions of single values that replace the town's default in one county. */
export type CountyOverride = { readonly [id in PolicyId]?: readonly Version<PolicyValues[id]>[] }

export type Policies = {
  /** Names this release; it stands in every scorecard. */
  version: string
  values: { readonly [id in PolicyId]: Dated<PolicyValues[id]> }
  /** By county area code, six digits. */
  counties: Readonly<Record<string, CountyOverride>>
}

const since = <T>(id: PolicyId, clause: string, value: T): Dated<T> =>
  dated(id, clause, [{ from: NOTICE.issuedOn, value }])

/** The released policy. A change is a new version of a value with its first day, never an edit of an old one. */
export const POLICIES: Policies = {
  version: '2026-2',
  values: {
    judgedParts: since<readonly PartId[]>('judgedParts', '三(二)', PART_IDS),
    cycleMonths: since('cycleMonths', '三(二)2', 2),
    cycleAnchor: since<PolicyValues['cycleAnchor']>('cycleAnchor', '三(二)2', 'calendar'),
    minDutyDays: since('minDutyDays', '三(二)2', 30),
    testSchedule: since<TestSchedule>('testSchedule', '三(二)2', NO_SCHEDULE),
    supportStatuses: since<readonly Status[]>('supportStatuses', '三(二)2', [
      'community-treatment',
      'community-rehabilitation',
      'helped',
    ]),
    acceptedMeasures: since<readonly Status[]>('acceptedMeasures', '三(二)1', [
      'community-treatment',
      'community-rehabilitation',
      'helped',
      'voluntary-treatment',
      'medication-maintenance',
      'compulsory-isolation',
      'detained',
      'imprisoned',
    ]),
    threeYearsMonths: since('threeYearsMonths', '三(二)2', 36),
    threeYearsScope: since<PolicyValues['threeYearsScope']>('threeYearsScope', '三(二)2', 'all-existing'),
    longSentenceMonths: since('longSentenceMonths', '三(二)2', 36),
    longMissingMonths: since('longMissingMonths', '三(二)2', 48),
    positiveDays: since('positiveDays', '三(二)2', 3),
    reportInDays: since('reportInDays', '戒毒条例 第十四条', 15),
    treatmentTermMonths: since('treatmentTermMonths', '禁毒法 第三十三条', 36),
    onboardingDays: since('onboardingDays', '三(三)4', 30),
    graceDays: since('graceDays', '三(二)3', 10),
    lateEntryDays: since('lateEntryDays', '四(一)7', 30),
    activitiesPerMonth: since('activitiesPerMonth', '三(二)7', 4),
    verifyWithinDays: since('verifyWithinDays', '三(二)3', 31),
    keyPersonFreshDays: since('keyPersonFreshDays', '三(二)6', 31),
    sweepWithinDays: since('sweepWithinDays', '三(二)6', 92),
    householdPledgeShare: since('householdPledgeShare', '三(二)4', 0),
    residentMonths: since('residentMonths', '三(二)5', 6),
    countSelfRegistered: since('countSelfRegistered', '三(二)5', false),
    siteFreshMonths: since('siteFreshMonths', '三(二)8', 12),
    skillCheckMonths: since('skillCheckMonths', '三(二)9', 12),
    patrolsPerMonth: since('patrolsPerMonth', '三(二)9', 1),
    cleanupDays: since('cleanupDays', '三(二)9', 92),
    surveyWithinDays: since('surveyWithinDays', '三(三)6', 365),
    venueInspectDays: since('venueInspectDays', '三(三)6', 90),
    rectifyDays: since('rectifyDays', '四(一)2', 30),
    refusalsToReport: since('refusalsToReport', '戒毒条例 第二十条', 3),
    absencesToReport: since('absencesToReport', '戒毒条例 第二十条', 3),
    absentDaysToReport: since('absentDaysToReport', '戒毒条例 第二十条', 30),
    awarenessPercent: since('awarenessPercent', '四(一)3', {
      resident: 95,
      migrant: 95,
      venue: 100,
      student: 100,
    }),
    awarePassMark: since('awarePassMark', '四(一)3', 80),
    minSample: since('minSample', '四(一)3', 100),
    quizMinSeconds: since('quizMinSeconds', '四(一)3', 20),
    pointWeights: since('pointWeights', '四(二)', PROPOSED_WEIGHTS),
    meetingsPerYear: since('meetingsPerYear', '四(一)1', 2),
    classMinAnswers: since('classMinAnswers', '四(一)3', 20),
    classAwareShare: since('classAwareShare', '四(一)3', 80),
    homeTestsPercent: since('homeTestsPercent', '四(一)4', 100),
    overallTestsPercent: since('overallTestsPercent', '四(一)4', 95),
    truthfulDays: since('truthfulDays', '四(一)5', 7),
    pointBands: since('pointBands', '四(二)', {
      excellent: 9000,
      good: 8000,
      fair: 6000,
    }),
    passLine: since('passLine', '四(二)', 9000),
    yellowClearsOnPass: since('yellowClearsOnPass', '四(二)', false),
    repeatAward: since('repeatAward', '四(二)', false),
    awardYuan: since('awardYuan', '四(二)', 100_000),
  },
  counties: {},
}
