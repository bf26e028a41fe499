import { z } from 'zod'
import { FEEDBACK_KINDS } from './feedback.entity.js'

/** Long enough for a whole complaint, too short for a file. */
const Words = z.string().trim().min(5, { error: '请至少写5个字。' }).max(1000, { error: '最多写1000个字。' })

export const FeedbackId = z.uuid()

export const FeedbackIn = z
  .object({
    areaCode: z
      .string()
      .regex(/^\d{6}(\d{3})?$/)
      .meta({ description: '写给谁：镇禁毒办或市禁毒办的区划代码' }),
    kind: z.enum(FEEDBACK_KINDS),
    text: Words,
  })
  .meta({ id: 'FeedbackIn' })
export type FeedbackIn = z.infer<typeof FeedbackIn>

export const FeedbackAnswerIn = z.object({ text: Words }).meta({ id: 'FeedbackAnswerIn' })
export type FeedbackAnswerIn = z.infer<typeof FeedbackAnswerIn>

export const FeedbackQuery = z
  .object({ state: z.enum(['open', 'answered']).default('open'), cursor: z.uuid().optional() })
  .meta({ id: 'FeedbackQuery' })
export type FeedbackQuery = z.infer<typeof FeedbackQuery>

export const FeedbackItem = z
  .object({
    id: z.string(),
    areaCode: z.string(),
    office: z.string(),
    kind: z.enum(FEEDBACK_KINDS),
    text: z.string(),
    state: z.enum(['open', 'answered']),
    answer: z.string().nullable(),
    createdAt: z.string(),
    answeredAt: z.string().nullable(),
  })
  .meta({ id: 'FeedbackItem' })
export type FeedbackItem = z.infer<typeof FeedbackItem>

export const FeedbackPage = z
  .object({ items: z.array(FeedbackItem), nextCursor: z.string().nullable() })
  .meta({ id: 'FeedbackPage' })
export type FeedbackPage = z.infer<typeof FeedbackPage>
