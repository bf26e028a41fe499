import { z } from 'zod'
import { PersonName } from '../accounts/person-name.js'
import { HeldAppointment } from '../accounts/session.dto.js'

export const MyData = z
  .object({
    account: z.object({
      name: z.string(),
      phone: z.string().nullable().meta({ description: '只留头尾' }),
      hasWechat: z.boolean(),
      since: z.string(),
    }),
    appointments: z.array(HeldAppointment),
    quizzes: z.array(
      z.object({
        at: z.string(),
        village: z.string(),
        audience: z.string(),
        score: z.number().nullable(),
        counted: z.boolean(),
      }),
    ),
    pledges: z.array(
      z.object({ title: z.string(), year: z.number(), village: z.string(), sealedAt: z.string().nullable() }),
    ),
    letters: z.number().meta({ description: '写过几封意见' }),
  })
  .meta({ id: 'MyData' })
export type MyData = z.infer<typeof MyData>

export const NameIn = z.object({ name: PersonName }).meta({ id: 'NameIn' })
export type NameIn = z.infer<typeof NameIn>
