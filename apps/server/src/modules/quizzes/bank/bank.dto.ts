import { BANK_AUDIENCES, ITEM_TYPES, TOPICS } from '@dfv/rules'
import { z } from 'zod'
import { ITEM_STATES } from '../quiz-item.entity.js'
import { ItemContent } from './item-content.js'

const State = z.enum(ITEM_STATES).meta({
  description: 'awaiting 待审核，reviewed 已审核，returned 退回，superseded 已换新版，retired 停用',
})
const Audience = z.enum(BANK_AUDIENCES)
const Topic = z.enum(TOPICS)
const Version = z.int().min(1)
const Reason = z.string().trim().min(2).max(200)

export const ItemId = z.string().regex(/^[a-z][a-z0-9-]{0,35}$/)
export const ItemParams = z.object({ id: ItemId }).meta({ id: 'QuizItemParams' })
export type ItemParams = z.infer<typeof ItemParams>

const FILTER = {
  audience: Audience.optional(),
  topic: Topic.optional(),
  state: State.optional(),
  text: z.string().trim().min(1).max(60).optional().meta({ description: '题干里的字，或题号' }),
}
export const BankFilter = z.object(FILTER).meta({ id: 'QuizBankFilter' })
export type BankFilter = z.infer<typeof BankFilter>

export const BankQuery = z
  .object({
    ...FILTER,
    page: z.coerce.number().int().min(1).max(1000).default(1),
    pageSize: z.coerce.number().int().min(1).max(100).default(50),
  })
  .meta({ id: 'QuizBankQuery' })
export type BankQuery = z.infer<typeof BankQuery>

const Head = z.object({
  id: z.string(),
  version: z.int(),
  state: State,
  stem: z.string(),
  audience: z.array(Audience),
  topic: Topic.nullable(),
  type: z.enum(ITEM_TYPES),
  drawnVersion: z.int().nullable().meta({ description: '现在答题用的是第几版；不用为空' }),
  own: z.boolean().meta({ description: '新版是自己写的，要由别人审核' }),
})

export const BankList = z
  .object({
    items: z.array(Head),
    total: z.int(),
    page: z.int(),
    pageSize: z.int(),
    states: z
      .array(z.object({ state: State, count: z.int() }))
      .meta({ description: '按其他条件筛出的题，各种状态有几道' }),
  })
  .meta({ id: 'QuizBankList' })
export type BankList = z.infer<typeof BankList>

const ItemVersion = z.object({
  version: z.int(),
  state: State,
  item: ItemContent.meta({ id: 'QuizItemWords' }),
  delivered: z.boolean().meta({ description: '系统自带的' }),
  author: z.string().nullable(),
  writtenAt: z.iso.datetime().nullable(),
  review: z
    .object({ by: z.string().nullable(), at: z.iso.datetime(), returnedBecause: z.string().nullable() })
    .nullable(),
  retirement: z.object({ by: z.string().nullable(), at: z.iso.datetime(), because: z.string() }).nullable(),
})
export type ItemVersion = z.infer<typeof ItemVersion>

export const BankItemOut = z
  .object({
    id: z.string(),
    state: State,
    drawnVersion: z.int().nullable(),
    mayReview: z.boolean().meta({ description: '等审核，而且不是自己写的' }),
    own: z.boolean(),
    versions: z.array(ItemVersion).meta({ description: '新的在前' }),
  })
  .meta({ id: 'QuizBankItem' })
export type BankItemOut = z.infer<typeof BankItemOut>

export const NewItem = z.object({ item: ItemContent }).meta({ id: 'QuizNewItem' })
export type NewItem = z.infer<typeof NewItem>

export const NewVersion = z
  .object({ basedOn: Version.meta({ description: '改的是第几版' }), item: ItemContent })
  .meta({ id: 'QuizNewVersion' })
export type NewVersion = z.infer<typeof NewVersion>

export const ItemReviewIn = z
  .object({ version: Version, decision: z.enum(['accept', 'return']), reason: Reason.optional() })
  .refine(({ decision, reason }) => decision === 'accept' || reason !== undefined, {
    path: ['reason'],
    message: '退回要写明原因。',
  })
  .meta({ id: 'QuizItemReview' })
export type ItemReviewIn = z.infer<typeof ItemReviewIn>

export const RetirementIn = z.object({ version: Version, reason: Reason }).meta({ id: 'QuizItemRetirement' })
export type RetirementIn = z.infer<typeof RetirementIn>

const ImportCounts = z.object({
  rows: z.int().meta({ description: '填了几行' }),
  new: z.int().meta({ description: '新题' }),
  changed: z.int().meta({ description: '改了的题' }),
  same: z.int().meta({ description: '和题库里一样的' }),
})
export type ImportCounts = z.infer<typeof ImportCounts>

export const BankImport = z
  .object({
    id: z.uuid(),
    state: z.enum(['ready', 'faulty', 'done']),
    expiresAt: z.iso.datetime().meta({ description: '到这时没有确认就作罢' }),
    counts: ImportCounts,
    unread: z.array(z.string()).meta({ description: '表里多出来、没有读的列' }),
    issues: z
      .array(z.object({ row: z.int(), heading: z.string().nullable(), text: z.string() }))
      .meta({ description: '要改的地方，最多100条；全部在可下载的表里' }),
    issueCount: z.int(),
    preview: z.array(
      z.object({
        row: z.int(),
        action: z.enum(['new', 'changed', 'same']),
        id: z.string(),
        stem: z.string(),
      }),
    ),
  })
  .meta({ id: 'QuizBankImport' })
export type BankImport = z.infer<typeof BankImport>

export const ImportParams = z.object({ id: z.uuid() }).meta({ id: 'QuizImportParams' })
export type ImportParams = z.infer<typeof ImportParams>

export const CardsQuery = z.object({ audience: Audience }).meta({ id: 'StudyCardsQuery' })
export type CardsQuery = z.infer<typeof CardsQuery>

export const StudyCards = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        topic: Topic.nullable(),
        type: z.enum(ITEM_TYPES),
        stem: z.string(),
        options: z.array(z.string()),
        answer: z.array(z.int()),
        explanation: z.string(),
        basis: z.string(),
        reviewed: z.boolean().meta({ description: '有第二个人审核过' }),
      }),
    ),
  })
  .meta({ id: 'StudyCards', description: '学习卡：可能问到的题，答案、讲解和法律依据' })
export type StudyCards = z.infer<typeof StudyCards>
