import { isIsoDate } from '@dfv/rules'
import { z } from 'zod'
import { AreaCode } from '../areas/areas.dto.js'
import { AUDIENCES } from '../quizzes/paper-token.js'
import { Questions } from '../quizzes/quizzes.dto.js'
import { OUTCOMES } from './sample-draw.entity.js'

const IsoDate = z.string().refine((value) => isIsoDate(value), { message: 'date' })
const Year = z.coerce.number().int().min(2023).max(2100)
const Reason = z.string().trim().min(2).max(100)
/** Far more people than any list of a village has; more is a slip. */
const LONGEST_LIST = 100_000
/** More cannot be asked in one village in a year. */
const MOST_DRAWN = 2_000
const Audience = z.enum(AUDIENCES).meta({ description: 'resident 本村群众，migrant 外来务工人员' })
const Count = z.int().min(1).max(MOST_DRAWN)

export const SamplesQuery = z
  .object({ areaCode: AreaCode, year: Year.optional() })
  .meta({ id: 'SamplesQuery' })
export type SamplesQuery = z.infer<typeof SamplesQuery>

export const SampleIn = z
  .object({
    id: z.uuid(),
    areaCode: AreaCode,
    audience: Audience,
    listName: z.string().trim().min(2).max(40).meta({ description: '名单名称', example: '2026年选民名册' }),
    listedOn: IsoDate.meta({ description: '名单的日期' }),
    size: z.int().min(1).max(LONGEST_LIST).meta({ description: '名单上有多少人，从1起编号' }),
    count: Count.meta({ description: '抽多少人' }),
  })
  .meta({ id: 'SampleIn' })
export type SampleIn = z.infer<typeof SampleIn>

const SampleHead = z.object({
  id: z.uuid(),
  areaCode: z.string(),
  year: z.int(),
  audience: z.enum(AUDIENCES),
  listName: z.string(),
  listedOn: z.string(),
  size: z.int(),
  drawn: z.int(),
  seed: z.string().meta({ description: '随机种子：用它和名单人数可以重抽出同样的编号' }),
  drawnAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
  voidReason: z.string().nullable().meta({ description: '作废的原因；没有作废为空' }),
  counts: z
    .object({
      answered: z.int(),
      open: z.int(),
      refused: z.int(),
      unreachable: z.int(),
      ineligible: z.int(),
    })
    .meta({ description: '答了、还没答、不愿意答、找不到人、不该在名单上' }),
})
export const SampleOut = SampleHead.meta({ id: 'Sample', description: '一次抽样' })
export type SampleOut = z.infer<typeof SampleOut>

export const SampleList = z.object({ items: z.array(SampleOut) }).meta({ id: 'SampleList' })
export type SampleList = z.infer<typeof SampleList>

export const SampleWithNumbers = SampleHead.extend({
  numbers: z
    .array(z.object({ number: z.int(), state: z.enum([...OUTCOMES, 'answered']) }))
    .meta({ description: '抽到的编号，按名单的顺序' }),
}).meta({ id: 'SampleWithNumbers' })
export type SampleWithNumbers = z.infer<typeof SampleWithNumbers>

export const SampleSlips = SampleHead.extend({
  slips: z.array(z.object({ number: z.int(), code: z.string() })).meta({ description: '还没答的人的答题码' }),
}).meta({ id: 'SampleSlips' })
export type SampleSlips = z.infer<typeof SampleSlips>

export const SampleParams = z.object({ id: z.uuid() }).meta({ id: 'SampleParams' })
export type SampleParams = z.infer<typeof SampleParams>

export const NumberParams = z
  .object({ id: z.uuid(), number: z.coerce.number().int().min(1).max(LONGEST_LIST) })
  .meta({ id: 'SampleNumberParams' })
export type NumberParams = z.infer<typeof NumberParams>

export const EnlargeIn = z.object({ count: Count }).meta({ id: 'SampleEnlargeIn' })
export type EnlargeIn = z.infer<typeof EnlargeIn>

export const OutcomeIn = z
  .object({
    state: z
      .enum(OUTCOMES)
      .meta({ description: 'refused 不愿意答，unreachable 找不到人，ineligible 不该在名单上，open 撤回' }),
  })
  .meta({ id: 'SampleOutcomeIn' })
export type OutcomeIn = z.infer<typeof OutcomeIn>

export const ReasonIn = z.object({ reason: Reason }).meta({ id: 'SampleReasonIn' })
export type ReasonIn = z.infer<typeof ReasonIn>

export const InvitedJoin = z
  .object({
    code: z
      .string()
      .trim()
      .regex(/^\d{12}$/)
      .meta({ description: '答题条上的12位数字' }),
  })
  .meta({ id: 'InvitedJoin' })
export type InvitedJoin = z.infer<typeof InvitedJoin>

export const SamplePaper = z
  .object({
    paperId: z.uuid(),
    token: z.string().meta({ description: '交卷时原样带回' }),
    issuedAt: z.iso.datetime(),
    areaName: z.string(),
    items: Questions,
  })
  .meta({ id: 'SamplePaper', description: '抽到的人的一份题，不含答案，不留名' })
export type SamplePaper = z.infer<typeof SamplePaper>

export const SurveysQuery = z
  .object({ areaCode: AreaCode, year: Year.optional() })
  .meta({ id: 'SurveysQuery' })
export type SurveysQuery = z.infer<typeof SurveysQuery>

export const SurveyIn = z
  .object({
    areaCode: AreaCode,
    audience: Audience,
    documentNo: z.string().trim().min(2).max(60).meta({ description: '文号', example: '调〔2026〕8号' }),
    issuer: z.string().trim().min(2).max(60).meta({ description: '调查单位' }),
    surveyedOn: IsoDate.meta({ description: '调查日期' }),
    valid: z.int().min(1).max(LONGEST_LIST).meta({ description: '有效样本，多少人' }),
    aware: z.int().min(0).max(LONGEST_LIST).meta({ description: '其中知晓的，多少人' }),
    keptAt: z.string().trim().min(2).max(60).meta({ description: '文件存放的地方' }),
  })
  .meta({ id: 'SurveyIn' })
export type SurveyIn = z.infer<typeof SurveyIn>

export const SurveyOut = SurveyIn.extend({
  id: z.uuid(),
  year: z.int(),
  enteredAt: z.iso.datetime(),
  withdrawnReason: z.string().nullable().meta({ description: '撤回的原因；没有撤回为空' }),
}).meta({ id: 'Survey', description: '第三方调查的结果' })
export type SurveyOut = z.infer<typeof SurveyOut>

export const SurveyList = z.object({ items: z.array(SurveyOut) }).meta({ id: 'SurveyList' })
export type SurveyList = z.infer<typeof SurveyList>
