import { z } from 'zod'
import { isAreaCode } from '../../platform/auth/area-scope.js'
import { AUDIENCES, PURPOSES } from './paper-token.js'

export const VillageCode = z
  .string()
  .length(12)
  .refine(isAreaCode, { message: 'village code' })
  .meta({ description: '村（社区）代码，12位', example: '441581990201' })

const QuestionType = z.enum(['single', 'multiple', 'judge'])
const Position = z.int().min(0).max(9)

/** What a paper shows: no answers. */
export const Questions = z.array(
  z.object({ no: z.int(), type: QuestionType, stem: z.string(), options: z.array(z.string()) }),
)

export const QuizPaperIn = z
  .object({
    audience: z.enum(AUDIENCES).meta({ description: 'resident 本村群众，migrant 外来务工人员' }),
    areaCode: VillageCode,
    purpose: z.enum(PURPOSES).meta({ description: 'assessment 计入知晓率（要登录），practice 练习' }),
  })
  .meta({ id: 'QuizPaperIn' })
export type QuizPaperIn = z.infer<typeof QuizPaperIn>

export const QuizPaper = z
  .object({
    paperId: z.uuid(),
    token: z.string().meta({ description: '交卷时原样带回' }),
    issuedAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    purpose: z.enum(PURPOSES),
    bankState: z
      .enum(['awaiting-town-review', 'reviewed'])
      .meta({ description: 'awaiting-town-review：这份题里有还没审核的题' }),
    items: Questions,
  })
  .meta({ id: 'QuizPaper', description: '一份题，不含答案' })
export type QuizPaper = z.infer<typeof QuizPaper>

export const QuizAttemptParams = z.object({ id: z.uuid() }).meta({ id: 'QuizAttemptParams' })
export type QuizAttemptParams = z.infer<typeof QuizAttemptParams>

const MarkedItem = z.object({
  no: z.int(),
  correct: z.boolean(),
  chosen: z.array(z.int()),
  answer: z.array(z.int()),
  explanation: z.string(),
  basis: z.string().meta({ description: '法律依据' }),
})
export type MarkedItem = z.infer<typeof MarkedItem>

export const MarkedItems = z.array(MarkedItem)

/** One choice for each question, by the positions that the paper shows. */
export const PaperAnswers = z
  .array(z.object({ no: z.int().min(1).max(100), chosen: z.array(Position).max(10) }))
  .max(100)
  .refine((answers) => new Set(answers.map(({ no }) => no)).size === answers.length, {
    message: 'one answer a question',
  })
  .meta({ description: 'chosen：选项的序号，从0起，按题目给出的顺序' })

export const QuizAttemptIn = z
  .object({
    paperId: z.uuid(),
    token: z.string().max(4000),
    answers: PaperAnswers,
    startedAt: z.iso.datetime(),
    device: z.uuid().optional().meta({ description: '手机随机生成的编号，只用来看出几份答卷出自同一部手机' }),
  })
  .meta({ id: 'QuizAttemptIn' })
export type QuizAttemptIn = z.infer<typeof QuizAttemptIn>

export const QuizAttemptOut = z
  .object({
    id: z.uuid(),
    score: z.int().nullable().meta({ description: '0到100；没答完、答得太快的不给，要再答同样的题' }),
    correct: z.int().nullable(),
    total: z.int(),
    isAware: z.boolean().nullable().meta({ description: '达到合格线' }),
    passMark: z.int(),
    counted: z.boolean().meta({ description: '是否计入知晓率' }),
    notCountedReason: z.enum(['practice', 'already-counted', 'too-fast', 'unfinished']).optional(),
    unanswered: z.array(z.int()).meta({ description: '没有作答的题号' }),
    items: MarkedItems.meta({ description: '每道题的讲解；没答完、答得太快的没有' }),
  })
  .meta({ id: 'QuizAttempt' })
export type QuizAttemptOut = z.infer<typeof QuizAttemptOut>
