import { z } from 'zod'
import { AreaCode } from '../areas/areas.dto.js'

export const TransferQuery = z
  .object({
    direction: z.enum(['in', 'out']).meta({ description: 'in：别村申请转给我们的；out：我们申请转出的' }),
    areaCode: AreaCode.optional(),
  })
  .meta({ id: 'TransferQuery' })
export type TransferQuery = z.infer<typeof TransferQuery>

export const TransferOut = z
  .object({
    recordId: z.string(),
    subjectId: z.string(),
    code: z.string().meta({ description: '在原来那个村的编号' }),
    fromArea: z.string(),
    fromName: z.string(),
    toArea: z.string(),
    toName: z.string(),
    proposedOn: z.iso.date(),
    dueOn: z.iso.date().meta({ description: '最迟哪天答复' }),
    gender: z.string().optional(),
    birthYear: z.number().int().optional(),
    status: z.string().optional(),
    own: z.boolean().meta({ description: '自己提的申请，要由别人接收' }),
  })
  .meta({ id: 'Transfer' })
export type TransferOut = z.infer<typeof TransferOut>

export const TransferList = z.object({ items: z.array(TransferOut) }).meta({ id: 'TransferList' })
export type TransferList = z.infer<typeof TransferList>

export const TransferReturnIn = z
  .strictObject({ reason: z.string().trim().min(2).max(200) })
  .meta({ id: 'TransferReturnIn' })
export type TransferReturnIn = z.infer<typeof TransferReturnIn>
