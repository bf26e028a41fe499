import { z } from 'zod'
import { ROLES } from '../../platform/auth/roles.js'

export const HandInOut = z
  .object({
    writer: z
      .object({ name: z.string(), role: z.enum(ROLES), areaCode: z.string() })
      .meta({ description: '写这些记录的人' }),
    madeAt: z.iso.datetime().meta({ description: '手机上存成文件的时间，手机的钟可能不准' }),
    records: z.array(
      z.object({
        id: z.string(),
        kind: z.string(),
        areaCode: z.string(),
        occurredOn: z.string(),
        outcome: z
          .enum(['received', 'known', 'refused', 'later'])
          .meta({ description: '收下了、早就有了、没有收、系统忙要再传一次' }),
        receiptNo: z.string().optional(),
        waits: z.boolean().optional().meta({ description: '要由第二个人审核后才算数' }),
        reason: z.string().optional().meta({ description: '没有收的原因' }),
      }),
    ),
    photos: z
      .object({ stored: z.number().int(), left: z.number().int() })
      .meta({ description: '收下的照片，和没有收的（手机联网后会再传）' }),
  })
  .meta({ id: 'HandIn' })
export type HandInOut = z.infer<typeof HandInOut>
