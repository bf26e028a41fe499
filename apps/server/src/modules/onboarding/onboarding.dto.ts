import { z } from 'zod'

const Missing = z.object({
  code: z.string(),
  subjectId: z.string().optional(),
  period: z.string().optional(),
  params: z.record(z.string(), z.unknown()).optional(),
})

const Step = z.object({
  id: z.string().meta({ example: 'pastTalks' }),
  state: z.enum(['done', 'waiting', 'open']).meta({ description: '齐了、等审核、还缺' }),
  owedBy: z.string(),
  settledBy: z.string().nullable(),
  have: z.number().int(),
  need: z.number().int(),
  waiting: z.number().int(),
  missing: z.array(Missing),
})

export const OnboardingOut = z
  .object({
    areaCode: z.string(),
    name: z.string(),
    startOn: z.iso.date().nullable().meta({ description: '开始用系统的日期，还没定为空' }),
    canSetStart: z.boolean().meta({ description: '现在能不能定或改开始日期' }),
    asOf: z.iso.date(),
    steps: z.array(Step),
    done: z.number().int(),
  })
  .meta({ id: 'OnboardingOut' })
export type OnboardingOut = z.infer<typeof OnboardingOut>

export const StartIn = z.strictObject({ startOn: z.iso.date() }).meta({ id: 'StartIn' })
export type StartIn = z.infer<typeof StartIn>
