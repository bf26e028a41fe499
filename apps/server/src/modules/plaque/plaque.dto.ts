import { isIsoDate } from '@dfv/rules'
import { z } from 'zod'
import { AreaCode } from '../areas/areas.dto.js'

const IsoDate = z
  .string()
  .refine((value) => isIsoDate(value), { message: 'date' })
  .meta({ description: '文书的日期', example: '2026-06-01' })
const Kind = z
  .enum(['passed', 'failed', 'submitted', 'awarded'])
  .meta({ description: '考核通过、没通过、报市委市政府、授牌' })
export const PlaqueState = z
  .enum(['none', 'awarded', 'yellow-card', 'revoked'])
  .meta({ id: 'PlaqueState', description: '未授牌、已授牌、黄牌警告、已收回' })

export const DecisionParams = z.object({ code: AreaCode, id: z.uuid() })
export type DecisionParams = z.infer<typeof DecisionParams>

export const DecisionIn = z
  .strictObject({
    kind: Kind,
    year: z.int().min(2023).max(2100).meta({ description: '考核的是哪一年' }),
    on: IsoDate,
    document: z.string().trim().min(4).max(120).meta({ description: '文号，会对外公示' }),
    corrects: z.uuid().optional().meta({ description: '更正的是哪一条' }),
  })
  .meta({ id: 'PlaqueDecisionIn' })
export type DecisionIn = z.infer<typeof DecisionIn>

export const ReturnIn = z
  .strictObject({ reason: z.string().trim().min(4, { message: '请写明理由，至少4个字。' }).max(500) })
  .meta({ id: 'PlaqueReturnIn' })
export type ReturnIn = z.infer<typeof ReturnIn>

const content = {
  id: z.string(),
  kind: Kind,
  year: z.int(),
  on: z.string(),
  document: z.string(),
  corrects: z.string().optional(),
}

const Draft = z
  .object({
    ...content,
    state: z.enum(['pending', 'returned']),
    enteredBy: z.string(),
    enteredAt: z.string(),
    reason: z.string().nullable().meta({ description: '为什么退回' }),
    settledBy: z.string().nullable().meta({ description: '谁退回的' }),
    may: z.array(z.enum(['confirm', 'return', 'withdraw'])).meta({ description: '您能做的' }),
    seconds: z.array(z.string()).meta({ description: '除录入人以外，谁能确认；空的是没有人' }),
  })
  .meta({ id: 'PlaqueDraft', description: '录入了还没生效的：待第二人确认，或已退回' })

export const PlaqueOut = z
  .object({
    areaCode: z.string(),
    state: PlaqueState,
    label: z.string(),
    since: z.string().nullable(),
    sentences: z.array(z.string()).meta({ description: '现在怎样、接下来怎样' }),
    consequences: z.array(z.string()).meta({ description: '奖励、追究' }),
    decisions: z.array(
      z.object({
        ...content,
        line: z.string().meta({ description: '这一条使授牌怎样变化' }),
        corrected: z.boolean().meta({ description: '后来更正过' }),
      }),
    ),
    waiting: z.boolean().meta({ description: '有一条录入了，待第二人确认；授牌还没有变' }),
    drafts: z.array(Draft).meta({ description: '只给能确认的人看；后录的在前' }),
  })
  .meta({ id: 'Plaque', description: '授牌的状态和来由；后录的在前' })
export type PlaqueOut = z.infer<typeof PlaqueOut>

export const PlaqueValidity = z
  .object({
    areaCode: z.string(),
    areaName: z.string(),
    held: z.boolean().meta({ description: '授牌现在有效' }),
    since: z.string().nullable().meta({ description: '哪天授的牌；现在无效时为空' }),
  })
  .meta({ id: 'PlaqueValidity' })
export type PlaqueValidity = z.infer<typeof PlaqueValidity>
