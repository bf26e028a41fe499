import { z } from 'zod'
import { TEMPLATE_KEYS } from '../wechat/templates.js'

export const InboxQuery = z.object({ cursor: z.uuid().optional() }).meta({ id: 'InboxQuery' })
export type InboxQuery = z.infer<typeof InboxQuery>

export const NotificationId = z.object({ id: z.uuid() }).meta({ id: 'NotificationId' })
export type NotificationId = z.infer<typeof NotificationId>

export const InboxItem = z
  .object({
    id: z.string(),
    text: z.string(),
    createdAt: z.string(),
    readAt: z.string().nullable(),
    target: z
      .string()
      .nullable()
      .describe(
        '点开后去哪里：work 待办，overview 各村情况，record/<id> 记录，person/<id> 档案，pledge/<id> 承诺书，order/<id> 督办',
      ),
  })
  .meta({ id: 'InboxItem' })

export const InboxOut = z
  .object({
    unread: z.int().min(0),
    items: z.array(InboxItem),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'Inbox' })
export type InboxOut = z.infer<typeof InboxOut>

const TemplateKeySchema = z.enum(TEMPLATE_KEYS)

export const RemindersOut = z
  .object({
    credits: z.array(z.object({ templateKey: TemplateKeySchema, remaining: z.int().min(0) })),
    templates: z.array(
      z.object({
        key: TemplateKeySchema,
        templateId: z.string(),
        title: z.string(),
        kind: z.enum(['one-time', 'long-term']),
      }),
    ),
    sendingHours: z.object({ from: z.string(), to: z.string() }),
  })
  .meta({ id: 'Reminders' })
export type RemindersOut = z.infer<typeof RemindersOut>

export const CreditsIn = z
  .object({
    id: z.uuid().optional().describe('手机生成；重发时用同一个，只算一次'),
    results: z
      .array(
        z.object({
          templateId: z.string().min(1).max(64),
          /** As WeChat gave it: accept, acceptWithAudio, acceptWithAlert, reject, ban, filter … */
          result: z.string().min(1).max(40),
        }),
      )
      .min(1)
      .max(3),
  })
  .meta({ id: 'ReminderCreditsIn' })
export type CreditsIn = z.infer<typeof CreditsIn>
