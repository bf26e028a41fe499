import { z } from 'zod'
import { PersonName } from '../accounts/person-name.js'
import { Questions } from '../quizzes/quizzes.dto.js'

const Day = z.iso.date()
const Answer = z.enum(['yes', 'no', 'none']).nullable()

const StaffMember = z.object({
  id: z.string(),
  number: z.int(),
  maskedName: z.string().meta({ example: '李*' }),
  since: Day,
  answered: z.boolean().meta({ description: '今年答过题；答得怎样不告诉负责人' }),
  quizCode: z.string().meta({ description: '本人答题用的8位数字' }),
})
export type StaffMember = z.infer<typeof StaffMember>

export const OwnVenue = z
  .object({
    id: z.string(),
    code: z.string(),
    name: z.string(),
    areaCode: z.string(),
    areaName: z.string(),
    year: z.int(),
    pledgedOn: Day.nullable().meta({ description: '今年和村里签责任状的日子；还没签为空' }),
    headcount: z.int().nullable().meta({ description: '台账上的从业人员数；还没报过为空' }),
    problems: z
      .array(
        z.object({
          id: z.string(),
          text: z.string(),
          foundOn: Day,
          fixBy: Day,
          reportedOn: Day.nullable().meta({ description: '已报整改、等人核对' }),
        }),
      )
      .meta({ description: '还没改好的问题，先到期的在前' }),
    inspections: z
      .array(
        z.object({
          id: z.string(),
          on: Day,
          signs: Answer,
          cameras: Answer,
          staff: Answer,
          rooms: Answer,
          findings: z.string(),
        }),
      )
      .meta({ description: '最近的检查，新的在前' }),
    staff: z.array(StaffMember),
  })
  .meta({ id: 'OwnVenue' })
export type OwnVenue = z.infer<typeof OwnVenue>

export const StaffIn = z
  .object({ id: z.uuid().meta({ description: '手机上生成：重发不会多登记一个人' }), name: PersonName })
  .meta({ id: 'StaffIn' })
export type StaffIn = z.infer<typeof StaffIn>

export const StaffParams = z.object({ id: z.uuid() }).meta({ id: 'StaffParams' })
export type StaffParams = z.infer<typeof StaffParams>

export const StaffName = z.object({ name: z.string() }).meta({ id: 'StaffName' })
export type StaffName = z.infer<typeof StaffName>

export const StaffJoin = z
  .object({
    code: z
      .string()
      .trim()
      .regex(/^\d{8}$/),
  })
  .meta({ id: 'StaffJoin' })
export type StaffJoin = z.infer<typeof StaffJoin>

export const StaffPaper = z
  .object({
    paperId: z.uuid(),
    token: z.string(),
    issuedAt: z.iso.datetime(),
    venueName: z.string(),
    items: Questions,
  })
  .meta({ id: 'StaffPaper', description: '场所从业人员的一份题，不含答案' })
export type StaffPaper = z.infer<typeof StaffPaper>

export const StaffCertificateIn = z
  .object({ token: z.string().max(4000).meta({ description: '答的那份题的token：只有答题的手机上有' }) })
  .meta({ id: 'StaffCertificateIn' })
export type StaffCertificateIn = z.infer<typeof StaffCertificateIn>

export const StaffCertificate = z
  .object({
    number: z.string(),
    name: z.string().meta({ description: '名册上的姓名' }),
    venueName: z.string(),
    areaName: z.string(),
    passedOn: Day,
    passMark: z.int().meta({ description: '当天的合格标准：满分100分，多少分合格' }),
  })
  .meta({ id: 'StaffCertificate', description: '答题合格证：只写合格，不写分数' })
export type StaffCertificate = z.infer<typeof StaffCertificate>
