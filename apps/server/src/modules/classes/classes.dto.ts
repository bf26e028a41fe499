import { z } from 'zod'
import { MarkedItems, PaperAnswers, Questions } from '../quizzes/quizzes.dto.js'

export const ClassIn = z
  .object({
    topic: z.string().trim().min(2).max(40).meta({ description: '课程内容', example: '认识毒品的危害' }),
    className: z.string().trim().min(2).max(20).meta({ description: '年级、班级', example: '五年级2班' }),
    pupils: z.int().min(1).max(500).meta({ description: '到课人数' }),
    lessonMinutes: z.int().min(1).max(240).meta({ description: '课时，分钟' }),
  })
  .meta({ id: 'ClassIn' })
export type ClassIn = z.infer<typeof ClassIn>

export const ClassParams = z.object({ id: z.uuid() }).meta({ id: 'ClassParams' })
export type ClassParams = z.infer<typeof ClassParams>

export const ClassQuery = z.object({ cursor: z.uuid().optional() }).meta({ id: 'ClassQuery' })
export type ClassQuery = z.infer<typeof ClassQuery>

const ClassHead = z.object({
  id: z.string(),
  topic: z.string(),
  className: z.string(),
  pupils: z.int(),
  lessonMinutes: z.int(),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  answered: z.int().meta({ description: '交了几份，没答完、答得太快的也算在内' }),
  valid: z.int().meta({ description: '有效几份；不足5份、课还没结束时不给' }).nullable(),
  aware: z.int().meta({ description: '知晓几份；不足5份、课还没结束时不给' }).nullable(),
})

export const ClassPage = z
  .object({ school: z.string(), items: z.array(ClassHead), nextCursor: z.string().nullable() })
  .meta({ id: 'ClassPage' })
export type ClassPage = z.infer<typeof ClassPage>

export const ClassBoard = ClassHead.extend({
  code: z.string().nullable().meta({ description: '课堂码，6位数字；课结束了就没有' }),
  codeUntil: z.iso.datetime(),
  recorded: z.boolean().meta({ description: '已记入学校的台账' }),
  questions: z
    .array(z.object({ stem: z.string(), asked: z.int(), correct: z.int() }))
    .meta({ description: '每道题答对几份，知道的人少的在前；满5份才有' }),
}).meta({ id: 'ClassBoard' })
export type ClassBoard = z.infer<typeof ClassBoard>

export const ClassJoin = z
  .object({
    code: z
      .string()
      .trim()
      .regex(/^\d{6}$/)
      .meta({ description: '课堂码，6位数字' }),
  })
  .meta({ id: 'ClassJoin' })
export type ClassJoin = z.infer<typeof ClassJoin>

export const ClassPaperOut = z
  .object({
    paperId: z.uuid(),
    token: z.string().meta({ description: '交卷时原样带回' }),
    className: z.string(),
    topic: z.string(),
    items: Questions,
  })
  .meta({ id: 'ClassPaper', description: '课堂上的一份题，不含答案，不留名' })
export type ClassPaperOut = z.infer<typeof ClassPaperOut>

export const ClassPaperParams = z.object({ id: z.uuid() }).meta({ id: 'ClassPaperParams' })
export type ClassPaperParams = z.infer<typeof ClassPaperParams>

export const ClassAnswersIn = z
  .object({ token: z.string().max(4000), answers: PaperAnswers })
  .meta({ id: 'ClassAnswersIn' })
export type ClassAnswersIn = z.infer<typeof ClassAnswersIn>

export const ClassAnswersOut = z
  .object({
    counted: z.boolean(),
    notCountedReason: z.enum(['too-fast', 'unfinished']).optional(),
    items: MarkedItems,
  })
  .meta({ id: 'ClassAnswers', description: '每道题的答案和道理；没有分数，不和别人比' })
export type ClassAnswersOut = z.infer<typeof ClassAnswersOut>
