import { z } from 'zod'

export const AppConfigOut = z
  .object({
    mode: z.enum(['demo', 'production']),
    now: z.string().meta({ description: '服务器时间，手机的钟可能不准' }),
    hotline: z.object({ town: z.string(), police: z.string(), gov: z.string() }),
    wechatTemplates: z.array(z.object({ key: z.string(), templateId: z.string() })),
    rulesVersion: z.string(),
    policyVersion: z.string(),
  })
  .meta({ id: 'AppConfig' })
export type AppConfigOut = z.infer<typeof AppConfigOut>
