import { z } from 'zod'
import { AreaCode } from '../areas/areas.dto.js'
import { PersonHead } from './person-head.dto.js'
import { PERSON_REGISTERS } from './subject-file.js'

export const PersonId = z.string().regex(/^[0-9a-f-]{36}$/)

export const PersonQuery = z
  .object({
    areaCode: AreaCode.optional(),
    q: z.string().trim().max(40).optional().meta({ description: '编号的一部分，不能按姓名找' }),
    register: z.enum(PERSON_REGISTERS).optional().meta({
      description: '哪一本名册：累计登记在册（不含已封存的）、现有、帮扶对象、重点人员；不填是全部',
    }),
    cursor: z.string().max(200).optional(),
  })
  .meta({ id: 'PersonQuery' })
export type PersonQuery = z.infer<typeof PersonQuery>

export const PersonList = z
  .object({ items: z.array(PersonHead), nextCursor: z.string().nullable() })
  .meta({ id: 'PersonList' })
export type PersonList = z.infer<typeof PersonList>

const CycleState = z.enum(['done', 'due', 'missed', 'notNeeded', 'unknown'])
const Presence = z.enum(['at-home', 'away'])

export const TimelineItem = z.object({
  id: z.string(),
  kind: z.string(),
  revision: z.number().int(),
  occurredOn: z.iso.date(),
  reviewState: z.enum(['accepted', 'pending', 'returned', 'voided']),
  met: z.boolean().optional().meta({ description: '谈话：见到本人没有' }),
})
export type TimelineItem = z.infer<typeof TimelineItem>

export const PersonFile = z
  .object({
    head: PersonHead,
    registeredOn: z.iso.date(),
    isUnderSupport: z.boolean(),
    key: z
      .object({
        category: z.string(),
        measure: z.string(),
        listedOn: z.iso.date(),
        verifiedOn: z.iso.date(),
        recordId: z.string(),
      })
      .nullable()
      .meta({ description: '重点人员：类别、措施、最近一次核实' }),
    statuses: z.array(
      z.object({
        status: z.string(),
        from: z.iso.date(),
        to: z.iso.date().nullable(),
        presence: Presence.optional(),
        recordId: z.string(),
      }),
    ),
    abstinentSince: z.iso.date().nullable(),
    threeYearsOn: z.iso.date().nullable(),
    clock: z.record(z.string(), z.unknown()).nullable().meta({ description: '法定期限，按规则计算' }),
    group: z
      .object({ recordId: z.string(), members: z.array(z.string()), lacking: z.array(z.string()) })
      .nullable(),
    cycles: z.array(
      z.object({
        period: z.string(),
        opensOn: z.iso.date(),
        dueOn: z.iso.date(),
        talk: CycleState,
        test: CycleState,
      }),
    ),
    duties: z.array(z.record(z.string(), z.unknown())).meta({ description: '要办的事，同 Obligation' }),
    timeline: z.array(TimelineItem).meta({ description: '经过，新的在前；检测结果不在清单里' }),
    nextCursor: z.string().nullable(),
    canReveal: z.boolean(),
  })
  .meta({ id: 'PersonFile' })
export type PersonFile = z.infer<typeof PersonFile>

export const PersonFileQuery = z
  .object({ cursor: z.string().max(200).optional() })
  .meta({ id: 'PersonFileQuery' })
export type PersonFileQuery = z.infer<typeof PersonFileQuery>

export const Purpose = z.enum(['visit', 'call', 'verify', 'procedure', 'other'])
export const PurposeNote = z.string().trim().min(2).max(100)

export const RevealIn = z
  .strictObject({
    purpose: Purpose,
    note: PurposeNote.optional(),
    sealedReason: z
      .string()
      .trim()
      .min(4)
      .max(200)
      .optional()
      .meta({ description: '打开已封存档案的原因，只有镇禁毒办可以' }),
  })
  .refine(({ purpose, note }) => purpose !== 'other' || note !== undefined, {
    path: ['note'],
    message: 'note is needed for this purpose',
  })
  .meta({ id: 'RevealIn' })
export type RevealIn = z.infer<typeof RevealIn>

export const RevealOut = z
  .object({
    name: z.string(),
    phone: z.string().optional(),
    address: z.string().optional(),
    hideAt: z.iso.datetime().meta({ description: '到这时手机要自动隐藏' }),
  })
  .meta({ id: 'RevealOut' })
export type RevealOut = z.infer<typeof RevealOut>

export const LookupIn = z
  .strictObject({ name: z.string().trim().min(2).max(40), purpose: Purpose, note: PurposeNote.optional() })
  .refine(({ purpose, note }) => purpose !== 'other' || note !== undefined, {
    path: ['note'],
    message: 'note is needed for this purpose',
  })
  .meta({ id: 'LookupIn' })
export type LookupIn = z.infer<typeof LookupIn>

export const LookupOut = z
  .object({ items: z.array(z.object({ id: z.string(), code: z.string(), areaCode: z.string() })) })
  .meta({ id: 'LookupOut' })
export type LookupOut = z.infer<typeof LookupOut>

export const RevealQuery = z.object({ cursor: z.string().max(200).optional() }).meta({ id: 'RevealQuery' })
export type RevealQuery = z.infer<typeof RevealQuery>

/** Who looked at one person: for whoever leads his support group, and the town office. */
export const ReadingList = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        at: z.iso.datetime(),
        what: z.enum(['reveal', 'sealed', 'export']),
        purpose: z.string().nullable(),
        name: z.string().meta({ description: '谁看的（工作人员）' }),
        role: z.string(),
      }),
    ),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'ReadingList' })
export type ReadingList = z.infer<typeof ReadingList>

export const RevealList = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        at: z.iso.datetime(),
        what: z.enum(['reveal', 'sealed', 'lookup', 'export']),
        purpose: z.string(),
        areaCode: z.string(),
        code: z.string().nullable().meta({ description: '看了谁（编号）；按姓名查找时为空' }),
      }),
    ),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'RevealList' })
export type RevealList = z.infer<typeof RevealList>
