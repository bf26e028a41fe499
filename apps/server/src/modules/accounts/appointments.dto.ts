import { z } from 'zod'
import { type AppointedRole, ROLE_LEVELS } from '../../platform/auth/roles.js'
import { AreaCode } from '../areas/areas.dto.js'
import { normalizePhone } from './accounts.service.js'
import { PersonName } from './person-name.js'

const APPOINTED_ROLES = Object.keys(ROLE_LEVELS) as [AppointedRole, ...AppointedRole[]]

/** Nobody who still works was appointed before; an earlier day is a slip. */
const EARLIEST = '2000-01-01'

const AppointedRoleName = z.enum(APPOINTED_ROLES)

export const AppointmentIn = z
  .object({
    name: PersonName.meta({ description: '姓名' }),
    phone: z
      .string()
      .max(20)
      .transform(normalizePhone)
      .pipe(z.string().regex(/^1\d{10}$/))
      .optional()
      .meta({ description: '本人微信绑定的手机号；没有就用绑定码' }),
    role: AppointedRoleName,
    areaCode: AreaCode,
    subjectId: z
      .uuid()
      .optional()
      .meta({ description: '场所负责人、老师：是哪一家场所、哪一所学校；其他身份不填' }),
    from: z.iso
      .date()
      .refine((day) => day >= EARLIEST, { error: '日期太早，请填2000年以后的日期。' })
      .meta({ description: '任职第一天' }),
    to: z.iso.date().optional().meta({ description: '任职最后一天；不填就是长期' }),
  })
  .meta({ id: 'AppointmentIn' })
export type AppointmentIn = z.infer<typeof AppointmentIn>

export const AppointmentQuery = z.object({ cursor: z.uuid().optional() }).meta({ id: 'AppointmentQuery' })
export type AppointmentQuery = z.infer<typeof AppointmentQuery>

export const AppointmentParams = z.object({ id: z.uuid() })
export type AppointmentParams = z.infer<typeof AppointmentParams>

export const AppointmentItem = z
  .object({
    id: z.string(),
    accountId: z.string(),
    name: z.string(),
    role: AppointedRoleName,
    areaCode: z.string(),
    areaName: z.string(),
    subjectId: z.string().nullable().meta({ description: '场所或学校；其他身份没有' }),
    subjectName: z.string().nullable(),
    from: z.string(),
    to: z.string().nullable(),
    endedAt: z.string().nullable().meta({ description: '提前结束的时刻' }),
    bound: z.boolean().meta({ description: '是否已绑定微信' }),
  })
  .meta({ id: 'AppointmentItem' })
export type AppointmentItem = z.infer<typeof AppointmentItem>

export const AppointmentPage = z
  .object({ items: z.array(AppointmentItem), nextCursor: z.string().nullable() })
  .meta({ id: 'AppointmentPage' })
export type AppointmentPage = z.infer<typeof AppointmentPage>

export const BindingCodeOut = z
  .object({ bindingCode: z.string().meta({ example: '7KQM-2WXP-R9ND' }), expiresAt: z.string() })
  .meta({ id: 'BindingCode' })
export type BindingCodeOut = z.infer<typeof BindingCodeOut>
