import { z } from 'zod'
import { AreaCode } from '../areas/areas.dto.js'
import { SHEET_IDS } from './sheets.js'

export const VillageCode = AreaCode.refine((code) => code.length === 12, { message: '请写村的区划代码。' })
export const ImportId = z.uuid()

export const SheetName = z
  .string()
  .regex(/^[a-z-]{1,36}$|^[0-9a-f-]{36}$/)
  .meta({
    description: '哪一种表',
    example: 'persons',
  })

export const SheetList = z
  .object({
    items: z.array(z.object({ id: z.enum(SHEET_IDS), title: z.string() })),
    maxRows: z.number().int(),
  })
  .meta({ id: 'ImportSheetList' })
export type SheetList = z.infer<typeof SheetList>

const Counts = z.object({
  rows: z.number().int().meta({ description: '填了几行' }),
  new: z.number().int().meta({ description: '新记的' }),
  changed: z.number().int().meta({ description: '改正以前记的' }),
  same: z.number().int().meta({ description: '早已记过、一样的' }),
  voided: z.number().int().meta({ description: '有人作废过的，不再记' }),
  registered: z.number().int().meta({ description: '新登记的人、场所等' }),
  waiting: z.number().int().meta({ description: '要等另一个人审核的' }),
})

export const ImportOut = z
  .object({
    id: z.string(),
    sheet: z.enum(SHEET_IDS),
    title: z.string(),
    areaCode: z.string(),
    state: z.enum(['ready', 'faulty', 'done']),
    expiresAt: z.iso.datetime().meta({ description: '到这时没有确认就删除' }),
    counts: Counts,
    unread: z.array(z.string()).meta({ description: '表里多出来、没有读的列' }),
    issues: z
      .array(z.object({ row: z.number().int(), heading: z.string().nullable(), text: z.string() }))
      .meta({ description: '要改的地方，最多100条；全部在可下载的表里' }),
    issueCount: z.number().int(),
    preview: z
      .array(
        z.object({
          row: z.number().int(),
          action: z.enum(['new', 'changed', 'same', 'voided', 'repeated']),
          cells: z.array(z.object({ heading: z.string(), text: z.string() })),
        }),
      )
      .meta({ description: '前几行，姓名等不显示全' }),
  })
  .meta({ id: 'ImportOut' })
export type ImportOut = z.infer<typeof ImportOut>

export const WaitingImportsQuery = z
  .object({ areaCode: AreaCode.optional() })
  .meta({ id: 'WaitingImportsQuery' })
export type WaitingImportsQuery = z.infer<typeof WaitingImportsQuery>

const WaitingImport = z.object({
  id: z.string(),
  areaCode: z.string(),
  title: z.string(),
  uploadedBy: z.string(),
  confirmedAt: z.iso.datetime(),
  rows: z.number().int(),
  waiting: z.number().int().meta({ description: '还有几条等审核' }),
  own: z.boolean().meta({ description: '自己上传的，要由别人审核' }),
})
export type WaitingImport = z.infer<typeof WaitingImport>

export const WaitingImports = z.object({ items: z.array(WaitingImport) }).meta({ id: 'WaitingImports' })
export type WaitingImports = z.infer<typeof WaitingImports>

export const ImportReviewOut = z
  .object({
    settled: z.number().int(),
    left: z.number().int().meta({ description: '没有动的：别人审过了，或您不能审' }),
  })
  .meta({ id: 'ImportReviewOut' })
export type ImportReviewOut = z.infer<typeof ImportReviewOut>
