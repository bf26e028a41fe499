import { BANK_AUDIENCES, BANK_WORDS, type BankItem, ITEM_TYPES, TOPICS } from '@dfv/rules'
import { z } from 'zod'
import { canonicalJson } from '../../../platform/canonical-json.js'
import { sha256 } from '../../../platform/crypto/sealer.js'

export const MOST_OPTIONS = 6

/** The words of a question, whoever writes them: in a form, in a table, or in the bank that comes with the software. */
const Words = z.strictObject({
  audience: z.array(z.enum(BANK_AUDIENCES)).min(1, '请写明给哪些人答。').meta({ description: '给哪些人答' }),
  topic: z.enum(TOPICS),
  type: z.enum(ITEM_TYPES),
  stem: z.string().trim().min(4).max(300).meta({ description: '题干' }),
  options: z
    .array(z.string().trim().min(1, '选项不能空着。').max(200))
    .min(2, '至少要有两个选项。')
    .max(MOST_OPTIONS),
  answer: z.array(z.int().min(0)).min(1, '请写明答案。').meta({ description: '对的选项的序号，从0起' }),
  explanation: z.string().trim().min(4).max(600).meta({ description: '讲解：为什么' }),
  basis: z.string().trim().min(2, '请写明法律依据。').max(300).meta({ description: '法律依据' }),
})
type Words = z.infer<typeof Words>

function check(words: Words, context: z.RefinementCtx): void {
  const { type, options, answer } = words
  const fault = (field: keyof Words, message: string) =>
    context.addIssue({ code: 'custom', path: [field], message })
  if (new Set(options).size < options.length) fault('options', '有两个选项一样。')
  if (new Set(answer).size < answer.length) fault('answer', '同一个答案写了两次。')
  if (answer.some((index) => index >= options.length)) fault('answer', '答案不在选项里。')
  if (type === 'multiple' && answer.length < 2) fault('answer', '多选题至少有两个答案。')
  if (type !== 'multiple' && answer.length > 1) fault('answer', '只能有一个答案；有几个的请改成多选。')
  if (type === 'judge' && options.join() !== BANK_WORDS.judge.join())
    fault('options', '判断题的选项只能是“正确”和“错误”。')
}

export const ItemContent = Words.superRefine(check).meta({ id: 'QuizItemContent' })
export type ItemContent = z.infer<typeof ItemContent>

/** A bank as it is kept in a file. */
export const DeliveredBank = z
  .array(Words.extend({ id: z.string().regex(/^[a-z][a-z0-9-]{0,35}$/) }).superRefine(check))
  .min(1)
  .refine((items) => new Set(items.map(({ id }) => id)).size === items.length, {
    message: 'an id occurs twice',
  })

/** The same question always in the same spelling: order of audiences and answers says nothing. */
export function inOrder(content: ItemContent): ItemContent {
  return {
    ...content,
    audience: BANK_AUDIENCES.filter((one) => content.audience.includes(one)),
    answer: [...content.answer].sort((a, b) => a - b),
  }
}

/** Whether two questions say the same in the same words; what they are called does not matter. */
export const isSameQuestion = (a: Partial<BankItem>, b: Partial<BankItem>): boolean =>
  canonicalJson(wordsOf(a)) === canonicalJson(wordsOf(b))

const wordsOf = ({ id: _, ...words }: Partial<BankItem>) => inOrder(words as ItemContent)

/** What two spellings of a question's text have in common. */
export const plainStem = (stem: string): string => stem.normalize('NFKC').replace(/[\s\p{P}]/gu, '')

/** The number of a new question is made from its words, so that written or imported twice it is one question. */
export const itemIdOf = (stem: string): string => `n${sha256(plainStem(stem)).slice(0, 12)}`
