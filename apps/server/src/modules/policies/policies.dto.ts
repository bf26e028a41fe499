import { isIsoDate, POLICIES, type PolicyId } from '@dfv/rules'
import { z } from 'zod'

const IsoDate = z
  .string()
  .refine((value) => isIsoDate(value), { message: 'date' })
  .meta({ description: '从哪天起执行', example: '2027-01-01' })
const IDS = Object.keys(POLICIES.values) as [PolicyId, ...PolicyId[]]

export const DraftParams = z.object({ id: z.uuid() })
export type DraftParams = z.infer<typeof DraftParams>

export const DraftIn = z
  .strictObject({
    version: z.int().min(0).meta({ description: '改的是哪一次保存的；新草案为0' }),
    effectiveOn: IsoDate,
    basis: z.string().trim().min(4).max(200).meta({ description: '依据的文件或理由' }),
    changes: z
      .array(z.strictObject({ id: z.enum(IDS), value: z.unknown() }))
      .min(1)
      .max(IDS.length),
  })
  .meta({ id: 'PolicyDraftIn' })
export type DraftIn = z.infer<typeof DraftIn>

export const ReleaseIn = z
  .strictObject({ version: z.int().min(1).meta({ description: '看过的是哪一次保存的' }) })
  .meta({ id: 'PolicyReleaseIn' })
export type ReleaseIn = z.infer<typeof ReleaseIn>

export const WithdrawalIn = z
  .strictObject({ version: z.int().min(1), reason: z.string().trim().min(2).max(200) })
  .meta({ id: 'PolicyWithdrawalIn' })
export type WithdrawalIn = z.infer<typeof WithdrawalIn>

const Option = z.object({ value: z.union([z.string(), z.number(), z.boolean()]), label: z.string() })
const Named = z.object({ key: z.string(), label: z.string() })
const NumberForm = { unit: z.string(), least: z.int(), most: z.int(), scale: z.int() }
const FormOut = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('number'), ...NumberForm }),
    z.object({ type: z.literal('choice'), options: z.array(Option).readonly() }),
    z.object({ type: z.literal('several'), options: z.array(Option).readonly() }),
    z.object({
      type: z.literal('numbers'),
      parts: z.array(Named).readonly(),
      total: z.int().optional(),
      ...NumberForm,
    }),
    z.object({
      type: z.literal('schedule'),
      parts: z.array(Named).readonly(),
      options: z.array(Option).readonly(),
    }),
  ])
  .meta({ id: 'PolicyForm', description: '怎么填；scale 是屏幕上的一个单位等于存的多少' })

export const PolicyValueOut = z
  .object({
    id: z.string(),
    meaning: z.string(),
    clause: z.string(),
    source: z.enum(['law', 'notice', 'reading']),
    sourceText: z.string(),
    form: FormOut,
    value: z.unknown().meta({ description: '今天执行的' }),
    text: z.string(),
    next: z
      .array(z.object({ from: z.string(), text: z.string() }))
      .meta({ description: '已发布、还没到日子的' }),
  })
  .meta({ id: 'PolicyValue' })

export const TrialOut = z
  .object({
    state: z.enum(['running', 'done']),
    asOf: z.string(),
    done: z.int(),
    total: z.int(),
    changed: z.int(),
    summary: z.array(z.string()).meta({ description: '每一条变好、变差几个村' }),
    villages: z.array(z.object({ areaCode: z.string(), name: z.string(), lines: z.array(z.string()) })),
  })
  .meta({ id: 'PolicyTrial', description: '假定今年1月1日起就这样定，用今天的台账算；没有任何人' })
export type TrialOut = z.infer<typeof TrialOut>

export const DraftOut = z
  .object({
    id: z.string(),
    state: z.enum(['draft', 'released', 'withdrawn']),
    version: z.int(),
    effectiveOn: z.string(),
    basis: z.string(),
    changes: z.array(
      z.object({
        id: z.string(),
        meaning: z.string(),
        clause: z.string(),
        value: z.unknown(),
        before: z.string(),
        after: z.string(),
      }),
    ),
    author: z.string().meta({ description: '起草的人' }),
    savedAt: z.string(),
    releasedBy: z.string().nullable(),
    releasedAt: z.string().nullable(),
    withdrawnBy: z.string().nullable(),
    withdrawnAt: z.string().nullable(),
    withdrawnBecause: z.string().nullable(),
    may: z.array(z.enum(['edit', 'release', 'withdraw'])).meta({ description: '看的人现在能做什么' }),
    trial: TrialOut.nullable(),
  })
  .meta({ id: 'PolicyDraft' })
export type DraftOut = z.infer<typeof DraftOut>

export const PolicyBookOut = z
  .object({
    areaCode: z.string(),
    version: z.string(),
    asOf: z.string(),
    values: z.array(PolicyValueOut),
    drafts: z.array(DraftOut.omit({ trial: true })).meta({ description: '草案和历次发布，后存的在前' }),
  })
  .meta({ id: 'PolicyBook' })
export type PolicyBookOut = z.infer<typeof PolicyBookOut>

export const DictionaryId = z.enum(['key-person-categories', 'bottom-lines', 'venue-types'])
export type DictionaryId = z.infer<typeof DictionaryId>
export const DictionaryParams = z.object({ dictionary: DictionaryId, id: z.uuid() })
export type DictionaryParams = z.infer<typeof DictionaryParams>
export const ConfirmationIn = z
  .strictObject({
    words: z.string().length(64).meta({ description: '看过的词条的指纹' }),
    document: z.string().trim().min(4).max(200).meta({ description: '依据的文件' }),
  })
  .meta({ id: 'DictionaryConfirmationIn' })
export type ConfirmationIn = z.infer<typeof ConfirmationIn>

export const DictionaryOut = z
  .object({
    id: DictionaryId,
    title: z.string(),
    clause: z.string(),
    about: z.string(),
    entries: z.array(z.string()),
    words: z.string().meta({ description: '词条的指纹' }),
    confirmed: z.boolean().meta({ description: '现在的词条核定过；没有就标“待核定”' }),
    confirmations: z.array(
      z.object({ by: z.string(), at: z.string(), document: z.string(), ofTheseWords: z.boolean() }),
    ),
  })
  .meta({ id: 'Dictionary' })
export type DictionaryOut = z.infer<typeof DictionaryOut>
export const DictionariesOut = z.object({ items: z.array(DictionaryOut) }).meta({ id: 'Dictionaries' })
export type DictionariesOut = z.infer<typeof DictionariesOut>
