import { z } from 'zod'

export const REACHES = ['none', 'town', 'county', 'wider'] as const

export const ExperienceQuery = z.object({ year: z.coerce.number().int().min(2023).max(2100).optional() })
export type ExperienceQuery = z.infer<typeof ExperienceQuery>

export const ExperienceList = z
  .object({
    year: z.int(),
    items: z.array(
      z.object({
        id: z.string(),
        areaCode: z.string(),
        areaName: z.string(),
        reportedOn: z.string(),
        title: z.string(),
        summary: z.string(),
        reach: z.enum(REACHES),
      }),
    ),
  })
  .meta({ id: 'ExperienceList', description: '经验材料，新的在前' })
export type ExperienceList = z.infer<typeof ExperienceList>
