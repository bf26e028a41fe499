import { isIsoMonth } from '@dfv/rules'
import { z } from 'zod'

const Month = z
  .string()
  .refine((value) => isIsoMonth(value), { message: 'date' })
  .meta({ description: '哪个月', example: '2026-11' })

export const BriefQuery = z.object({ month: Month }).meta({ id: 'BriefQuery' })
export type BriefQuery = z.infer<typeof BriefQuery>
export const BriefFileQuery = z
  .object({ month: Month, format: z.enum(['docx', 'pdf']) })
  .meta({ id: 'BriefFileQuery' })
export type BriefFileQuery = z.infer<typeof BriefFileQuery>

export const BriefOut = z
  .object({
    areaCode: z.string(),
    areaName: z.string(),
    month: z.string(),
    asOf: z.string(),
    title: z.string(),
    note: z.string(),
    sections: z.array(z.object({ title: z.string(), lines: z.array(z.string()) })),
  })
  .meta({ id: 'Brief', description: '月度简报：做了什么、还差什么、下个月要办什么；没有姓名' })
export type BriefOut = z.infer<typeof BriefOut>
