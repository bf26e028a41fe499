import { isIsoDate } from '@dfv/rules'
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
        '点开后去哪里：work 待办，duties 要办的事，overview 各村情况，record/<id> 记录，person/<id> 档案，pledge/<id> 承诺书，plaque/<区划代码> 牌匾，order/<id> 督办，bank 题库，years 各村年度考核，year/<区划代码>/<年> 一个村的年度考核',
      ),
    areaName: z.string().nullable().describe('哪个村的；就是本人岗位所在的地方时不说'),
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
    workingDays: z
      .object({ year: z.string(), source: z.string().nullable() })
      .meta({ description: '休息日也不发微信。来源为空：今年只知道周末' }),
    forecast: z
      .object({ dueThisMonth: z.int().min(0) })
      .meta({ description: '到月底还要到期、没有静音的事有几件' }),
    kinds: z
      .array(
        z
          .object({
            kind: z.string(),
            label: z.string(),
            open: z.int(),
            mutedUntil: z.string().nullable().meta({ description: '到这天为止不发微信，含这天' }),
            mutable: z.boolean(),
          })
          .meta({ id: 'ReminderKind' }),
      )
      .meta({ description: '自己要办的各种事，可以分别静音' }),
    deliveries: z
      .array(
        z.object({ day: z.string(), state: z.string(), text: z.string() }).meta({ id: 'ReminderDelivery' }),
      )
      .meta({ description: '最近几条微信提醒发出没有' }),
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

export const MuteIn = z
  .object({
    kind: z.string().regex(/^[a-z-]{1,32}$/),
    until: z
      .string()
      .refine((value) => isIsoDate(value), { message: 'date' })
      .nullable()
      .meta({ description: '静音到哪天，含这天；空：不再静音', example: '2026-12-31' }),
  })
  .meta({ id: 'ReminderMuteIn' })
export type MuteIn = z.infer<typeof MuteIn>
