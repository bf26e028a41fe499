import { z } from 'zod'
import { AppointmentIn, AppointmentItem } from '../accounts/appointments.dto.js'
import { PersonName } from '../accounts/person-name.js'

export const HandoverOut = z
  .object({
    open: z.number().meta({ description: '还没办的事，全村按岗位算' }),
    overdue: z.number().meta({ description: '其中已过期的' }),
    returned: z.number().meta({ description: '被退回、还没改好的记录' }),
    pending: z.number().meta({ description: '等别人审核的记录' }),
  })
  .meta({ id: 'Handover' })
export type HandoverOut = z.infer<typeof HandoverOut>

export const HandoverIn = z
  .object({ name: PersonName, phone: AppointmentIn.shape.phone })
  .meta({ id: 'HandoverIn' })
export type HandoverIn = z.infer<typeof HandoverIn>

export const HandoverDone = z
  .object({ successor: AppointmentItem, work: HandoverOut })
  .meta({ id: 'HandoverDone' })
export type HandoverDone = z.infer<typeof HandoverDone>
