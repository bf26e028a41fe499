import { isIsoDate } from '@dfv/rules'
import { z } from 'zod'
import { ROLES } from '../../platform/auth/roles.js'
import { AreaCode } from '../areas/areas.dto.js'
import { ORDER_STATES, STEP_KINDS } from './order-states.js'

const IsoDate = z
  .string()
  .refine((value) => isIsoDate(value), { message: 'date' })
  .meta({ description: '中国日期', example: '2026-12-04' })
const Words = z.string().trim().min(2, { error: '请至少写2个字。' }).max(300, { error: '最多写300个字。' })

export const OrderId = z.uuid()
export const OrderStepParams = z.object({ id: OrderId, stepId: z.uuid() })
export type OrderStepParams = z.infer<typeof OrderStepParams>

const About = z
  .strictObject({
    kind: z.enum(['duty', 'part']).meta({ description: '一件要办的事，或一条标准、措施的一项' }),
    id: z.string().min(2).max(120),
  })
  .meta({ id: 'OrderAbout' })

export const OrderIn = z
  .strictObject({ areaCode: AreaCode, about: About, text: Words, dueOn: IsoDate })
  .meta({ id: 'OrderIn', description: '向一个村下的督办：什么事、要怎么办、哪天前答复' })
export type OrderIn = z.infer<typeof OrderIn>

export const OrderAnswerIn = z.strictObject({ text: Words }).meta({ id: 'OrderAnswerIn' })
export type OrderAnswerIn = z.infer<typeof OrderAnswerIn>

export const OrderDecisionIn = z
  .strictObject({
    kind: z.enum(['returned', 'closed', 'withdrawn']).meta({ description: '退回再办、办结、撤回' }),
    text: Words,
    dueOn: IsoDate.optional().meta({ description: '退回再办时：新的期限' }),
  })
  .meta({ id: 'OrderDecisionIn' })
export type OrderDecisionIn = z.infer<typeof OrderDecisionIn>

export const OrderQuery = z
  .object({
    under: AreaCode.optional(),
    state: z.enum(['current', 'ended']).default('current'),
    cursor: z
      .string()
      .regex(/^\d{4}-\d\d-\d\d_[0-9a-f-]{36}$/)
      .optional(),
  })
  .meta({ id: 'OrderQuery' })
export type OrderQuery = z.infer<typeof OrderQuery>

const Head = {
  id: z.string(),
  areaCode: z.string(),
  areaName: z.string(),
  office: z.string().meta({ description: '哪个办下的' }),
  title: z.string(),
  part: z.string().nullable().meta({ description: '哪一项；督办的事不影响哪一项时为空' }),
  state: z.enum(ORDER_STATES).meta({ description: '等村里答复、等本办核、已办结、已撤回' }),
  dueOn: z.string(),
  isLate: z.boolean(),
  issuedAt: z.string(),
}

export const OrderListOut = z
  .object({
    items: z.array(z.object(Head).meta({ id: 'OrderHead' })),
    nextCursor: z.string().nullable(),
    counts: z
      .object({ open: z.int(), answered: z.int(), late: z.int() })
      .meta({ description: '等答复的、等核的、等答复里过期的' }),
    asOf: z.string(),
  })
  .meta({ id: 'OrderList' })
export type OrderListOut = z.infer<typeof OrderListOut>

export const OrderOut = z
  .object({
    ...Head,
    about: About,
    subjectId: z.string().nullable(),
    dutyState: z
      .enum(['open', 'settled', 'lapsed'])
      .nullable()
      .meta({ description: '督办的事现在：没办、办了、错过了；督办的是一项标准时为空' }),
    mayAnswer: z.boolean(),
    mayDecide: z.boolean(),
    steps: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(STEP_KINDS),
        text: z.string(),
        dueOn: z.string().nullable(),
        role: z.enum(ROLES),
        at: z.string(),
      }),
    ),
    asOf: z.string(),
  })
  .meta({ id: 'Order', description: '一件督办和它的经过' })
export type OrderOut = z.infer<typeof OrderOut>
