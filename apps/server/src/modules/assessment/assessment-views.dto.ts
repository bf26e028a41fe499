import { z } from 'zod'
import { ROLES } from '../../platform/auth/roles.js'
import { AttachmentOut } from '../attachments/attachments.dto.js'
import { ClaimIn, CycleOut, Item, ItemChange, Points, Revision } from './assessment.dto.js'
import { APPEAL_OUTCOMES, RAISED_BY } from './assessment-appeal.entity.js'
import { STEP_KINDS } from './assessment-year.entity.js'
import { YEAR_STATES } from './year-flow.js'

const State = z.enum(['met', 'notMet', 'notApplicable', 'undetermined'])
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
  own: z.boolean().meta({ description: '您登记的，由另一人答复' }),
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
    photos: z.array(AttachmentOut).meta({ description: '纸质材料的照片：传到没有' }),
    rounds: z.array(RoundOut),
    freezes: z.array(FreezeOut),
    result: Result.nullable().meta({ description: '市里的正式结果' }),
    resultWaits: z.boolean().meta({ description: '市里的结果录入了，待第二人确认，还没有生效' }),
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
    othersOnly: z.array(z.enum(YEAR_ACTS)).meta({ description: '本来您可以做，因为是您交的，要由另一人做' }),
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
    resultWaits: z.boolean(),
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
            reason: z.string().nullable().meta({ description: '为什么再抽；第一次抽的为空' }),
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
