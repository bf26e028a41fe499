import { isInstant, isIsoDate } from '@dfv/rules'
import { z } from 'zod'
import { ROLES } from '../../platform/auth/roles.js'
import { AreaCode } from '../areas/areas.dto.js'
import { PlaqueState } from '../plaque/plaque.dto.js'
import { AudienceAwareness } from './awareness.dto.js'

const IsoDate = z
  .string()
  .refine((value) => isIsoDate(value), { message: 'date' })
  .meta({ description: '中国日期', example: '2026-11-23' })
const State = z
  .enum(['met', 'notMet', 'notApplicable', 'undetermined'])
  .meta({ id: 'State', description: '达标、未达标、不适用、待判定' })
const Params = z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string()).readonly()]))
const Clause = z
  .object({ ref: z.string(), quote: z.string() })
  .meta({ id: 'Clause', description: '文件条文，原话' })

export const OverviewQuery = z.object({ under: AreaCode.optional() }).meta({ id: 'OverviewQuery' })
export type OverviewQuery = z.infer<typeof OverviewQuery>

export const VillageOverviewOut = z
  .object({
    areaCode: z.string(),
    name: z.string(),
    isDemo: z.boolean(),
    asOf: z.string(),
    ledgerVersion: z.int(),
    stale: z.boolean().meta({ description: '还没按今天的日期和现行规则算过' }),
    track: z.enum(['ten-standards', 'none-found']).nullable(),
    standards: z.array(z.object({ id: z.string(), state: State })),
    parts: z.array(z.object({ id: z.string(), state: State })),
    roster: z.object({ month: z.string(), confirmed: z.boolean() }).nullable(),
    overdue: z.int(),
    dueSoon: z.int(),
    pending: z.int(),
    late: z
      .array(z.object({ kind: z.string(), count: z.int(), since: z.string() }))
      .meta({ description: '逾期的事，按种类；since 是最早到期的一天' }),
    awareness: z.array(AudienceAwareness).meta({ description: '今年的知晓率；还没人答题时为空' }),
    plaque: z.object({
      state: PlaqueState,
      label: z.string(),
      waiting: z.boolean().meta({ description: '有一条正式结果待第二人确认' }),
    }),
    lastRecordAt: z.string().nullable(),
  })
  .meta({ id: 'VillageOverview' })
export type VillageOverview = z.infer<typeof VillageOverviewOut>

export const OverviewOut = z
  .object({
    items: z.array(VillageOverviewOut),
    notStarted: z.int().meta({ description: '还没开通的村有几个' }),
    asOf: z.string(),
  })
  .meta({ id: 'Overview' })
export type OverviewOut = z.infer<typeof OverviewOut>

export const ScorecardQuery = z
  .object({
    asOf: IsoDate.optional(),
    knownAt: z
      .string()
      .refine((value) => isInstant(value), { message: 'instant' })
      .optional()
      .meta({ description: '只算这一刻以前收到的记录', example: '2026-06-30T15:59:59.999Z' }),
  })
  .meta({ id: 'ScorecardQuery' })
export type ScorecardQuery = z.infer<typeof ScorecardQuery>

const PartOut = z
  .object({
    id: z.string(),
    standard: z.string(),
    clause: Clause,
    state: State,
    numerator: z.int().optional(),
    denominator: z.int().optional(),
    policy: z.array(z.object({ id: z.string(), value: z.unknown(), from: z.string() })),
    deciding: z.array(z.string()).meta({ description: '起作用的记录' }),
    missing: z.array(
      z.object({
        code: z.string(),
        subjectId: z.string().optional(),
        period: z.string().optional(),
        params: Params.optional(),
      }),
    ),
    notes: z.array(z.object({ code: z.string(), params: Params })),
    next: z.object({ code: z.string(), params: Params.optional() }).optional(),
    mendable: z.boolean(),
    reason: z.string().optional(),
    path: z.string().optional(),
  })
  .meta({ id: 'PartOutcome' })

export const ScorecardOut = z
  .object({
    format: z.literal('scorecard@1'),
    areaCode: z.string(),
    year: z.int(),
    asOf: z.string(),
    knownAt: z.string().nullable(),
    ledgerVersion: z.int(),
    policyVersion: z.string(),
    rulesVersion: z.string(),
    track: z.enum(['ten-standards', 'none-found']),
    standards: z.array(z.object({ id: z.string(), state: State, parts: z.array(z.string()) })),
    parts: z.array(PartOut),
    populations: z.record(z.string(), z.union([z.number(), z.string(), z.boolean()])),
    lateRecordIds: z.array(z.string()),
  })
  .meta({ id: 'Scorecard' })

export const ScorecardAnswer = z
  .object({ scorecard: ScorecardOut, source: z.literal('fresh') })
  .meta({ id: 'ScorecardAnswer' })

const DutyFields = {
  id: z.string(),
  kind: z.string(),
  subjectId: z.string().meta({ description: '人员编号，或村的区划代码' }),
  period: z.string(),
  opensOn: z.string(),
  dueOn: z.string(),
  owedBy: z.enum(ROLES),
  settledBy: z.string().nullable(),
  part: z.string().nullable(),
  mendableAfterDue: z.boolean(),
}

export const VillageObligationsOut = z
  .object({
    open: z.array(
      z.object({ ...DutyFields, clause: Clause, params: Params.optional() }).meta({ id: 'Obligation' }),
    ),
    missed: z.array(
      z
        .object({
          id: z.string(),
          kind: z.string(),
          subjectId: z.string(),
          period: z.string(),
          closedOn: z.string(),
          part: z.string(),
        })
        .meta({ id: 'MissedWindow' }),
    ),
    asOf: z.string(),
  })
  .meta({ id: 'VillageObligations' })

export const DutyCountsQuery = z
  .object({
    of: z
      .enum(['own', 'area'])
      .default('own')
      .meta({ description: 'own：自己岗位要办的和交给自己的；area：看得到的范围里所有人要办的' }),
    under: AreaCode.optional().meta({ description: '只看这个村或镇' }),
    owedBy: z.enum(ROLES).optional().meta({ description: '只看这个岗位要办的' }),
    kind: z
      .string()
      .regex(/^[a-z-]{1,32}$/)
      .optional()
      .meta({ description: '只看这一种，如 publicity' }),
    dueFrom: IsoDate.optional().meta({ description: '到期日从哪天起，含这天' }),
    dueTo: IsoDate.optional().meta({ description: '到期日到哪天止，含这天' }),
  })
  .meta({ id: 'DutyCountsQuery' })
export type DutyCountsQuery = z.infer<typeof DutyCountsQuery>

export const DutyQuery = DutyCountsQuery.extend({
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
}).meta({ id: 'DutyQuery' })
export type DutyQuery = z.infer<typeof DutyQuery>

export const DutyListOut = z
  .object({
    items: z.array(
      z
        .object({
          areaCode: z.string(),
          ...DutyFields,
          params: Params,
          assignee: z
            .object({ accountId: z.string(), name: z.string(), isMe: z.boolean() })
            .nullable()
            .meta({ description: '交给谁办' }),
          explanation: z
            .object({ reason: z.string(), text: z.string(), untilOn: z.string() })
            .nullable()
            .meta({ description: '说明的原因；评分不变' }),
        })
        .meta({ id: 'Duty' }),
    ),
    nextCursor: z.string().nullable(),
    asOf: z.string(),
  })
  .meta({ id: 'DutyList' })
export type DutyListOut = z.infer<typeof DutyListOut>

export const DutyCountsOut = z
  .object({
    items: z.array(
      z
        .object({ kind: z.string(), owedBy: z.string(), open: z.int(), overdue: z.int() })
        .meta({ id: 'DutyCount' }),
    ),
    asOf: z.string(),
  })
  .meta({ id: 'DutyCounts' })
export type DutyCountsOut = z.infer<typeof DutyCountsOut>
