import { ITEM_IDS, isIsoDate } from '@dfv/rules'
import { z } from 'zod'
import { ROLES } from '../../platform/auth/roles.js'
import { AreaCode } from '../areas/areas.dto.js'
import { APPEAL_OUTCOMES, RAISED_BY } from './assessment-appeal.entity.js'
import { STEP_KINDS } from './assessment-year.entity.js'
import { YEAR_STATES } from './year-flow.js'

const IsoDate = z
  .string()
  .refine((value) => isIsoDate(value), { message: 'date' })
  .meta({ description: '中国日期', example: '2026-12-31' })
const Year = z.coerce.number().int().min(2023).max(2100)
/** In 1/100 point. */
const Points = z.int().min(0).max(10_000).meta({ description: '百分之一分' })
const Item = z.enum(ITEM_IDS)
const State = z.enum(['met', 'notMet', 'notApplicable', 'undetermined'])
const Revision = z.int().min(0).meta({ description: '看到的是第几次改动' })
const words = (least: number, most: number, message: string) =>
  z.string().trim().min(least, { message }).max(most)
const Reason = words(4, 500, '请写明理由，至少4个字。')
const Document = words(4, 120, '请填文号。')

export const YearParams = z.object({ code: AreaCode, year: Year })
export type YearParams = z.infer<typeof YearParams>
export const ThingParams = YearParams.extend({ id: z.uuid() })
export type ThingParams = z.infer<typeof ThingParams>
export const YearQuery = z.object({ year: Year.optional(), under: AreaCode.optional() })
export type YearQuery = z.infer<typeof YearQuery>

const calendar = {
  asOf: IsoDate.meta({ description: '考核截至哪一天' }),
  submitBy: IsoDate.meta({ description: '村里自评的期限' }),
  reviewBy: IsoDate.meta({ description: '镇里审核的期限' }),
  resultBy: IsoDate.meta({ description: '市里考评的期限' }),
  publicityDays: z.int().min(1).max(60).meta({ description: '公示几天，公示当天不算' }),
}

export const CycleIn = z.strictObject(calendar).meta({ id: 'AssessmentCycleIn' })
export type CycleIn = z.infer<typeof CycleIn>

export const CycleOut = z
  .object({ areaCode: z.string(), year: z.int(), ...calendar })
  .meta({ id: 'AssessmentCycle' })
export type CycleOut = z.infer<typeof CycleOut>

export const PaperEvidence = z
  .strictObject({
    title: words(2, 60, '请填材料名称。'),
    number: z.string().trim().max(60).default('').meta({ description: '文号；没有就不填' }),
    keptAt: words(2, 60, '请填存放在哪里。'),
  })
  .meta({ id: 'PaperEvidence', description: '纸质材料：名称、文号、存放的地方。不写姓名' })

export const ClaimIn = z
  .strictObject({
    item: Item,
    points: Points.nullable().default(null).meta({ description: '自评几分；空的按系统算的' }),
    note: z.string().trim().max(500).default(''),
    papers: z.array(PaperEvidence).max(10).default([]),
  })
  .meta({ id: 'AssessmentClaim' })
export type Claim = z.infer<typeof ClaimIn>

const oncePerItem = (list: readonly { item: string }[]) =>
  new Set(list.map(({ item }) => item)).size === list.length

export const ClaimsIn = z
  .strictObject({
    revision: Revision,
    claims: z.array(ClaimIn).max(ITEM_IDS.length).refine(oncePerItem, { message: '同一项只能写一次。' }),
  })
  .meta({ id: 'AssessmentClaimsIn' })
export type ClaimsIn = z.infer<typeof ClaimsIn>

export const ActIn = z.strictObject({ revision: Revision }).meta({ id: 'AssessmentActIn' })
export type ActIn = z.infer<typeof ActIn>

export const ItemChange = z
  .strictObject({ item: Item, points: Points, reason: Reason })
  .meta({ id: 'AssessmentItemChange', description: '镇里改的一项：改成几分，为什么' })
export type ItemChange = z.infer<typeof ItemChange>
const Changes = z
  .array(ItemChange)
  .max(ITEM_IDS.length)
  .refine(oncePerItem, { message: '同一项只能改一次。' })

export const ReviewIn = z
  .strictObject({
    revision: Revision,
    outcome: z.enum(['returned', 'endorsed']),
    reason: Reason.optional().meta({ description: '退回时必填' }),
    changes: Changes.default([]).meta({ description: '同意时改动的项；没写的项按系统算的' }),
  })
  .refine(({ outcome, reason }) => outcome === 'endorsed' || reason !== undefined, {
    path: ['reason'],
    message: '请写明为什么退回、要补什么。',
  })
  .meta({ id: 'AssessmentReviewIn' })
export type ReviewIn = z.infer<typeof ReviewIn>

export const CorrectionIn = z
  .strictObject({ revision: Revision, reason: Reason, document: Document, changes: Changes.default([]) })
  .meta({ id: 'AssessmentCorrectionIn' })
export type CorrectionIn = z.infer<typeof CorrectionIn>

export const AppealIn = z
  .strictObject({
    raisedBy: z.enum(RAISED_BY).meta({ description: '村里、群众、其他单位' }),
    receivedOn: IsoDate,
    matter: words(6, 500, '请写清楚对哪一项、有什么意见。'),
  })
  .meta({ id: 'AssessmentAppealIn' })
export type AppealIn = z.infer<typeof AppealIn>

export const AppealDecisionIn = z
  .strictObject({ outcome: z.enum(APPEAL_OUTCOMES), reason: Reason, document: Document })
  .meta({ id: 'AssessmentAppealDecisionIn' })
export type AppealDecisionIn = z.infer<typeof AppealDecisionIn>

export const SpotCheckIn = z
  .strictObject({ count: z.int().min(1).max(500).meta({ description: '抽几个村' }) })
  .meta({ id: 'SpotCheckIn' })
export type SpotCheckIn = z.infer<typeof SpotCheckIn>

export const SpotFindingIn = z
  .strictObject({
    spotCheckId: z.uuid(),
    item: Item.nullable().default(null).meta({ description: '看的是哪一项；空的是整体' }),
    checkedOn: IsoDate,
    holds: z.boolean().meta({ description: '和台账一致' }),
    finding: words(2, 500, '请写明看到了什么。'),
  })
  .meta({ id: 'SpotFindingIn' })
export type SpotFindingIn = z.infer<typeof SpotFindingIn>

const Clause = z.object({ ref: z.string(), quote: z.string() })
const Result = z.object({ kind: z.enum(['passed', 'failed']), on: z.string(), document: z.string() })

export const ItemOut = z
  .object({
    id: Item,
    title: z.string(),
    clause: Clause,
    weight: Points,
    points: Points.meta({ description: '系统按台账算的' }),
    state: z.enum(['met', 'notMet', 'notApplicable', 'undetermined', 'notYet']),
    how: z.string().meta({ description: '怎么算' }),
    sum: z.string().meta({ description: '算式' }),
    records: z.array(z.object({ id: z.string(), kind: z.string(), label: z.string(), on: z.string() })),
    claim: ClaimIn.nullable(),
    change: ItemChange.nullable(),
  })
  .meta({ id: 'AssessmentItem' })
export type ItemOut = z.infer<typeof ItemOut>

export const FreezeOut = z
  .object({
    version: z.int(),
    asOf: z.string(),
    knownAt: z.string(),
    ledgerVersion: z.int(),
    policyVersion: z.string(),
    rulesVersion: z.string(),
    snapshotHash: z.string(),
    verdict: State,
    reached: State.nullable(),
    systemPoints: Points,
    points: Points,
    replaces: z.int().nullable(),
    reason: z.string().nullable(),
    document: z.string().nullable(),
    frozenAt: z.string(),
    frozenBy: z.string(),
  })
  .meta({ id: 'AssessmentFreeze' })
export type FreezeOut = z.infer<typeof FreezeOut>

const RoundOut = z.object({
  round: z.int(),
  claimedPoints: Points,
  submittedAt: z.string(),
  submittedBy: z.string(),
  outcome: z.enum(['returned', 'endorsed']).nullable(),
  reason: z.string().nullable(),
  reviewedAt: z.string().nullable(),
  reviewedBy: z.string().nullable(),
})

const AppealOut = z.object({
  id: z.string(),
  raisedBy: z.enum(RAISED_BY),
  receivedOn: z.string(),
  matter: z.string(),
  outcome: z.enum(APPEAL_OUTCOMES).nullable(),
  reason: z.string().nullable(),
  document: z.string().nullable(),
  decidedAt: z.string().nullable(),
})

const FindingOut = z.object({
  id: z.string(),
  item: Item.nullable(),
  checkedOn: z.string(),
  holds: z.boolean(),
  finding: z.string(),
})

export const YEAR_ACTS = [
  'claim',
  'submit',
  'review',
  'correct',
  'publish',
  'close',
  'appeal',
  'decide',
  'spot',
] as const

export const VillageYearOut = z
  .object({
    areaCode: z.string(),
    areaName: z.string(),
    year: z.int(),
    state: z.enum(YEAR_STATES),
    revision: Revision,
    cycle: CycleOut,
    source: z.enum(['live', 'frozen']).meta({ description: '现算的，还是冻结的' }),
    points: Points,
    outOf: Points,
    isLowerBound: z.boolean(),
    verdict: State,
    reached: State.nullable(),
    total: z.string().meta({ description: '总分一句话' }),
    standards: z.array(z.object({ id: z.string(), title: z.string(), state: State })),
    items: z.array(ItemOut),
    rounds: z.array(RoundOut),
    freezes: z.array(FreezeOut),
    result: Result.nullable().meta({ description: '市里的正式结果' }),
    publicity: z.object({ from: z.string(), until: z.string() }).nullable(),
    appeals: z.array(AppealOut),
    spotCheckId: z.string().nullable().meta({ description: '抽到这个村的那次抽查' }),
    findings: z.array(FindingOut),
    history: z.array(
      z.object({
        seq: z.int(),
        kind: z.enum(STEP_KINDS),
        at: z.string(),
        role: z.enum(ROLES),
        by: z.string(),
        reason: z.string().nullable(),
        document: z.string().nullable(),
      }),
    ),
    can: z.array(z.enum(YEAR_ACTS)).meta({ description: '您现在可以做的' }),
  })
  .meta({ id: 'VillageYear' })
export type VillageYearOut = z.infer<typeof VillageYearOut>

export const VillageLineOut = z
  .object({
    areaCode: z.string(),
    name: z.string(),
    state: z.enum(YEAR_STATES),
    claimedPoints: Points.nullable(),
    returned: z.int().meta({ description: '退回过几次' }),
    freeze: z
      .object({
        version: z.int(),
        points: Points,
        verdict: State,
        reached: State.nullable(),
        mark: z.string(),
      })
      .nullable(),
    result: Result.nullable(),
    plaque: z.string().meta({ description: '授牌状态' }),
    publicityUntil: z.string().nullable(),
    openAppeals: z.int(),
    findings: z.int(),
  })
  .meta({ id: 'VillageYearLine' })
export type VillageLineOut = z.infer<typeof VillageLineOut>

export const YearOverviewOut = z
  .object({
    year: z.int(),
    years: z.array(z.int()).meta({ description: '开始过考核的年份' }),
    towns: z.array(
      z.object({
        areaCode: z.string(),
        name: z.string(),
        cycle: CycleOut.nullable(),
        villages: z.array(VillageLineOut),
        spotChecks: z.array(
          z.object({
            id: z.string(),
            seed: z.string(),
            size: z.int(),
            drawn: z.int(),
            drawnAt: z.string(),
            villages: z.array(z.object({ number: z.int(), areaCode: z.string(), name: z.string() })),
          }),
        ),
      }),
    ),
    canOpen: z.boolean(),
  })
  .meta({ id: 'YearOverview' })
export type YearOverviewOut = z.infer<typeof YearOverviewOut>

export const PublicityOut = z
  .object({
    areaCode: z.string(),
    areaName: z.string(),
    year: z.int(),
    result: Result,
    from: z.string(),
    until: z.string(),
  })
  .meta({ id: 'AssessmentPublicity' })
export const PublicityList = z
  .object({ items: z.array(PublicityOut) })
  .meta({ id: 'AssessmentPublicityList', description: '公示期内的考核结果；不在公示期时为空' })
export type PublicityList = z.infer<typeof PublicityList>
