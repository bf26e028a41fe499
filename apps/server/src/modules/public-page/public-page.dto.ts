import { z } from 'zod'

export const PublicPageOut = z
  .object({
    areaCode: z.string(),
    areaName: z.string(),
    townName: z.string(),
    year: z.int(),
    plaque: z.object({ held: z.boolean(), since: z.string().nullable(), sentence: z.string() }),
    results: z
      .array(
        z.object({
          year: z.int(),
          text: z.string(),
          document: z.string().meta({ description: '文号，考核的人填的，填时写明会对外公示' }),
        }),
      )
      .meta({ description: '正式结果，后来的在前；没有授过牌的村为空' }),
    activities: z.object({
      total: z.int(),
      months: z.array(
        z.object({ month: z.string(), kinds: z.array(z.object({ label: z.string(), count: z.int() })) }),
      ),
    }),
    contacts: z.array(z.object({ label: z.string(), phone: z.string() })),
  })
  .meta({
    id: 'PublicPage',
    description: '一个村对外公示的：授牌、今年的宣传活动、办公电话；没有任何人的信息，只有文号是人填的',
  })
export type PublicPageOut = z.infer<typeof PublicPageOut>

export const PaperQuery = z
  .object({ kind: z.enum(['board', 'certificate']).meta({ description: '公示栏张贴页、授牌证明' }) })
  .meta({ id: 'PlaquePaperQuery' })
export type PaperQuery = z.infer<typeof PaperQuery>
