import { z } from 'zod'

export const DemoAccountList = z
  .object({
    items: z.array(
      z.object({
        accountId: z.string(),
        name: z.string(),
        role: z.string(),
        roleLabel: z.string(),
        areaName: z.string(),
        story: z.string(),
      }),
    ),
  })
  .meta({ id: 'DemoAccountList' })
export type DemoAccountList = z.infer<typeof DemoAccountList>

export const DemoSignIn = z.object({ accountId: z.uuid() }).meta({ id: 'DemoSignIn' })
export type DemoSignIn = z.infer<typeof DemoSignIn>
