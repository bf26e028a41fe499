import { PROPOSED_WEIGHTS, type Weights } from '../assessment/weights.ts'
import { type Dated, dated, type Version } from '../core/dated.ts'
import { NOTICE } from '../notice/clauses.ts'
import type { Status } from '../records/vocabulary.ts'
import { PART_IDS, type PartId } from '../scorecard-ids.ts'
import { NO_SCHEDULE, type TestSchedule } from './test-schedule.ts'

/** Every number and switch of the rules. Days and months are counted as the notes in `POLICIES` say. */
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

const since = <T>(id: PolicyId, meaning: string, clause: string, value: T): Dated<T> =>
  dated(id, meaning, clause, [{ from: NOTICE.issuedOn, value }])

/** The released policy. A change is a new version of a value with its first day, never an edit of an old one. */
export const POLICIES: Policies = {
  version: '2026-2',
  values: {
    judgedParts: since<readonly PartId[]>(
      'judgedParts',
      '哪些条款的台账在系统里做；其余的由人工评定',
      '三(二)',
      PART_IDS,
    ),
    cycleMonths: since('cycleMonths', '谈话、检测几个月一期', '三(二)2', 2),
    cycleAnchor: since<PolicyValues['cycleAnchor']>(
      'cycleAnchor',
      '一期从自然年算起，还是从帮扶开始那天算起',
      '三(二)2',
      'calendar',
    ),
    minDutyDays: since('minDutyDays', '一期里帮扶满多少天才算应做', '三(二)2', 30),
    testSchedule: since<TestSchedule>(
      'testSchedule',
      '措施第一、二、三年各检测几次，比每期一次更密的按这个算；0 是不另外安排',
      '三(二)2',
      NO_SCHEDULE,
    ),
    supportStatuses: since<readonly Status[]>('supportStatuses', '哪些状态算帮扶对象', '三(二)2', [
      'community-treatment',
      'community-rehabilitation',
      'helped',
    ]),
    acceptedMeasures: since<readonly Status[]>('acceptedMeasures', '哪些状态算有措施', '三(二)1', [
      'community-treatment',
      'community-rehabilitation',
      'helped',
      'voluntary-treatment',
      'medication-maintenance',
      'compulsory-isolation',
      'detained',
      'imprisoned',
    ]),
    threeYearsMonths: since('threeYearsMonths', '戒断巩固要满多少个月', '三(二)2', 36),
    threeYearsScope: since<PolicyValues['threeYearsScope']>(
      'threeYearsScope',
      '三年巩固看全部现有人员，还是只看措施以外的人',
      '三(二)2',
      'all-existing',
    ),
    longSentenceMonths: since('longSentenceMonths', '服刑满多少个月不算现有', '三(二)2', 36),
    longMissingMonths: since('longMissingMonths', '联系不上满多少个月不算现有', '三(二)2', 48),
    positiveDays: since('positiveDays', '检测阳性或无效后几天内要有结论或重做', '三(二)2', 3),
    reportInDays: since('reportInDays', '几天内报到、落实措施、成立小组', '戒毒条例 第十四条', 15),
    treatmentTermMonths: since('treatmentTermMonths', '社区戒毒期限(月)', '禁毒法 第三十三条', 36),
    onboardingDays: since('onboardingDays', '新登记后几天内补齐资料', '三(三)4', 30),
    graceDays: since('graceDays', '一个月过后几天开始看名册确认', '三(二)3', 10),
    lateEntryDays: since('lateEntryDays', '晚于几天录入算补记', '四(一)7', 30),
    activitiesPerMonth: since('activitiesPerMonth', '每月宣传活动次数', '三(二)7', 4),
    verifyWithinDays: since('verifyWithinDays', '每个人几天内要核实一次', '三(二)3', 31),
    keyPersonFreshDays: since('keyPersonFreshDays', '重点人员几天内要核实一次', '三(二)6', 31),
    sweepWithinDays: since('sweepWithinDays', '几天内要走访核对一遍', '三(二)6', 92),
    householdPledgeShare: since('householdPledgeShare', '要有百分之几的户签责任状', '三(二)4', 0),
    residentMonths: since('residentMonths', '外地户口住满几个月算常住', '三(二)5', 6),
    countSelfRegistered: since('countSelfRegistered', '主动登记、就医的算不算新发现', '三(二)5', false),
    siteFreshMonths: since('siteFreshMonths', '教育阵地几个月内要核对一次', '三(二)8', 12),
    skillCheckMonths: since('skillCheckMonths', '网格员几个月内要检查一次操作', '三(二)9', 12),
    patrolsPerMonth: since('patrolsPerMonth', '每个网格每月巡查几次', '三(二)9', 1),
    cleanupDays: since('cleanupDays', '每个网格几天内要清理清查一次', '三(二)9', 92),
    surveyWithinDays: since('surveyWithinDays', '几天内要清点一次场所', '三(三)6', 365),
    venueInspectDays: since('venueInspectDays', '每个场所几天内要检查一次', '三(三)6', 90),
    rectifyDays: since('rectifyDays', '场所问题几天内改好', '四(一)2', 30),
    refusalsToReport: since('refusalsToReport', '几次没有接受检测要报派出所', '戒毒条例 第二十条', 3),
    absencesToReport: since('absencesToReport', '几次没批准离开要报派出所', '戒毒条例 第二十条', 3),
    absentDaysToReport: since('absentDaysToReport', '没批准离开超过几天要报派出所', '戒毒条例 第二十条', 30),
    awarenessPercent: since('awarenessPercent', '知晓率目标(百分之)', '四(一)3', {
      resident: 95,
      migrant: 95,
      venue: 100,
      student: 100,
    }),
    awarePassMark: since('awarePassMark', '答题多少分算知晓', '四(一)3', 80),
    minSample: since('minSample', '至少多少份答卷才判定', '四(一)3', 100),
    quizMinSeconds: since('quizMinSeconds', '答题少于多少秒不算', '四(一)3', 20),
    pointWeights: since('pointWeights', '各项的分数(百分之一分)，由县里定', '四(二)', PROPOSED_WEIGHTS),
    meetingsPerYear: since('meetingsPerYear', '一年至少开几次禁毒工作会', '四(一)1', 2),
    classMinAnswers: since('classMinAnswers', '一所学校至少多少份课堂答卷才判定', '四(一)3', 20),
    classAwareShare: since('classAwareShare', '课堂答卷里知晓的要占百分之几', '四(一)3', 80),
    homeTestsPercent: since('homeTestsPercent', '在家人员检测率目标(百分之)', '四(一)4', 100),
    overallTestsPercent: since('overallTestsPercent', '总体检测率目标(百分之)', '四(一)4', 95),
    truthfulDays: since('truthfulDays', '发现情况几天内报派出所', '四(一)5', 7),
    pointBands: since('pointBands', '优、良、中的起点(百分之一分)', '四(二)', {
      excellent: 9000,
      good: 8000,
      fair: 6000,
    }),
    passLine: since('passLine', '自评达标线(百分之一分)', '四(二)', 9000),
    yellowClearsOnPass: since('yellowClearsOnPass', '黄牌后考核通过，黄牌是否消除', '四(二)', false),
    repeatAward: since('repeatAward', '收回后重新授牌，是否再给经费', '四(二)', false),
    awardYuan: since('awardYuan', '授牌的奖励经费(元)', '四(二)', 100_000),
  },
  counties: {},
}

/** The same policy for a place where every ledger of the notice is kept here, whatever its county says. */
export const judgingAll = (policies: Policies): Policies => {
  const counties: Record<string, CountyOverride> = {}
  for (const [code, { judgedParts: _, ...others }] of Object.entries(policies.counties))
    counties[code] = others
  return {
    ...policies,
    version: `${policies.version}-whole`,
    values: {
      ...policies.values,
      judgedParts: {
        ...policies.values.judgedParts,
        versions: [{ from: NOTICE.issuedOn, value: PART_IDS }],
      },
    },
    counties,
  }
}

export const WHOLE_NOTICE_POLICIES: Policies = judgingAll(POLICIES)
