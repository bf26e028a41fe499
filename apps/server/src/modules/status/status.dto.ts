import { z } from 'zod'

export const StatusOut = z
  .object({
    at: z.string(),
    state: z.enum(['good', 'look', 'bad']).meta({ description: '全部正常、要留意、要处理' }),
    version: z.string().meta({ description: '规则版本' }),
    items: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        state: z.enum(['good', 'look', 'bad', 'unknown']),
        sentence: z.string(),
        advice: z.string().nullable().meta({ description: '不正常时怎么办；正常时为空' }),
      }),
    ),
  })
  .meta({ id: 'Status', description: '系统各部分现在怎样，每项一句话' })
export type StatusOut = z.infer<typeof StatusOut>
export type StatusItem = StatusOut['items'][number]
