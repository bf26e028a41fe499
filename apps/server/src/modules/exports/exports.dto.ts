import { z } from 'zod'
import { AreaCode } from '../areas/areas.dto.js'
import { Purpose, PurposeNote } from '../registers/persons.dto.js'
import { FILE_FORMATS } from './document/document.js'
import { FORM_GROUPS } from './export-form.js'

const Format = z.enum(FILE_FORMATS)
const State = z.enum(['instant', 'waiting', 'running', 'done', 'failed', 'gone'])
/** Before the programme there is nothing to export. */
const Day = z.iso.date().refine((day) => day >= '2000-01-01' && day <= '2199-12-31')

export const ExportId = z.string().regex(/^[0-9a-f-]{36}$/)

export const ExportIn = z
  .strictObject({
    form: z.string().min(1).max(48).meta({ description: '表的编号，见 exports_forms' }),
    areaCode: AreaCode.meta({ description: '一个村，或整个镇' }),
    from: Day,
    to: Day.meta({ description: '晚于今天的按今天算' }),
    format: Format,
    names: z.boolean().default(false).meta({ description: '带姓名和加密的文字；要有权限，要写目的，会留痕' }),
    purpose: Purpose.optional(),
    note: PurposeNote.optional(),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: '结束日期不能早于开始日期。' })
  .refine(({ names, purpose }) => !names || purpose !== undefined, {
    path: ['purpose'],
    message: '要导出姓名，请选择用途。',
  })
  .refine(({ purpose, note }) => purpose !== 'other' || note !== undefined, {
    path: ['note'],
    message: '用途选“其他”时，请写明是什么用途。',
  })
  .meta({ id: 'ExportIn' })
export type ExportIn = z.infer<typeof ExportIn>

export const ExportOut = z
  .object({
    id: z.string(),
    form: z.string(),
    title: z.string(),
    areaCode: z.string(),
    areaName: z.string(),
    from: z.iso.date(),
    to: z.iso.date(),
    format: Format,
    names: z.boolean(),
    state: State.meta({ description: 'instant、done 可以下载' }),
    rowsTotal: z.number().int(),
    rowsDone: z.number().int(),
    fileName: z.string(),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime().meta({ description: '过了这时就删除' }),
  })
  .meta({ id: 'ExportOut' })
export type ExportOut = z.infer<typeof ExportOut>

export const ExportList = z.object({ items: z.array(ExportOut) }).meta({ id: 'ExportList' })
export type ExportList = z.infer<typeof ExportList>

export const ExportFormList = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        about: z.string(),
        group: z.enum(FORM_GROUPS),
        formats: z.array(Format),
        canName: z.boolean().meta({ description: '现在的身份可以带姓名导出' }),
      }),
    ),
  })
  .meta({ id: 'ExportFormList' })
export type ExportFormList = z.infer<typeof ExportFormList>
