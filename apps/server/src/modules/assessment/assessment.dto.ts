import { ITEM_IDS, isIsoDate } from '@dfv/rules'
import { z } from 'zod'
import { AreaCode } from '../areas/areas.dto.js'
import { RecordId } from '../records/records.dto.js'
import { APPEAL_OUTCOMES, RAISED_BY } from './assessment-appeal.entity.js'

const IsoDate = z
  .string()
  .refine((value) => isIsoDate(value), { message: 'date' })
  .meta({ description: '中国日期', example: '2026-12-31' })
const Year = z.coerce.number().int().min(2023).max(2100)
/** In 1/100 point. */
export const Points = z.int().min(0).max(10_000).meta({ description: '百分之一分' })
export const Item = z.enum(ITEM_IDS)
export const Revision = z.int().min(0).meta({ description: '看到的是第几次改动' })
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
    photos: z
      .array(RecordId)
      .max(9)
      .default([])
      .meta({ description: '照片、扫描件的编号，选填；先写在这里再传' }),
  })
  .meta({ id: 'PaperEvidence', description: '纸质材料：名称、文号、存放的地方、照片。不写姓名' })

export const ClaimIn = z
  .strictObject({
    item: Item,
    points: Points.nullable().default(null).meta({ description: '自评几分；空的按系统算的' }),
    note: z.string().trim().max(500).default(''),
    papers: z.array(PaperEvidence).max(10).default([]),
  })
  .meta({ id: 'AssessmentClaim' })
export type Claim = z.infer<typeof ClaimIn>

/** Claims as they are kept, those that were written before papers had photos too. */
export const readClaims = (json: string): Claim[] => z.array(ClaimIn).parse(JSON.parse(json))

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
  .strictObject({
    revision: Revision,
    reason: Reason,
    document: Document,
    changes: Changes.default([]).meta({
      description: '镇里改分的全部项；没写的项按系统算的，原来改过的也不再算',
    }),
  })
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
  .strictObject({
    count: z.int().min(1).max(500).meta({ description: '抽几个村' }),
    reason: Reason.optional().meta({ description: '为什么再抽；一年里第一次抽不用写' }),
  })
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
