import { z } from 'zod'
import { ROLES } from '../../platform/auth/roles.js'
import { AreaCode } from '../areas/areas.dto.js'
import { AttachmentOut } from '../attachments/attachments.dto.js'

/** Lower case only: ids are compared byte by byte. */
export const RecordId = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  .meta({ description: '手机上生成的 UUIDv7', example: '019ab3c2-7c3f-7000-8000-000000000001' })

const IsoDay = z.iso.date()
const Payload = z.record(z.string().max(64), z.unknown())
/** By field: what was written there, the first first. More than one when somebody merged more than once. */
const SetAside = z.record(z.string().max(64), z.array(z.unknown()).min(1).max(20))

/** A person's id, or the code of a village: both are plain ASCII, as the columns are. */
const SubjectId = z.union([RecordId, AreaCode])
const KindName = z.string().regex(/^[a-z-]{1,32}$/)

const IdentityIn = z
  .strictObject({
    name: z.string().max(200),
    phone: z.string().max(200).optional(),
    idNumber: z.string().max(200).optional(),
    address: z.string().max(400).optional(),
  })
  .meta({ id: 'IdentityIn', description: '身份信息，和记录分开加密保存' })

const recordShape = {
  kind: KindName.meta({ description: '记录种类，如 talk' }),
  schemaVersion: z.number().int().min(1).max(1000),
  areaCode: AreaCode,
  subjectId: SubjectId.meta({ description: '人员编号（UUID），村级记录填村的区划代码' }),
  revision: z.number().int().min(1).max(1000).meta({ description: '第几版，新记录是 1' }),
  replaces: z.number().int().min(1).max(1000).optional().meta({ description: '改的是第几版' }),
  occurredOn: IsoDay,
  payload: Payload.meta({ description: '按记录种类的字段；作废时可以为空' }),
  identity: IdentityIn.optional(),
  void: z
    .strictObject({ reason: z.string().trim().min(2).max(200) })
    .optional()
    .meta({ description: '作废这条记录；内容沿用上一版' }),
  setAside: SetAside.optional().meta({
    description: '合并时自己写过、没有选用的值；只留在历史里，不参加统计',
  }),
  dutyId: z.string().max(120).optional(),
  deviceTime: z.iso.datetime().optional(),
}

export const RecordIn = z.strictObject(recordShape).meta({ id: 'RecordIn' })
export type RecordIn = z.infer<typeof RecordIn>

/** Items are checked one by one, so that a malformed one does not cost the others. */
export const RecordBatchIn = z
  .strictObject({ records: z.array(z.record(z.string(), z.unknown())).min(1).max(50) })
  .meta({ id: 'RecordBatchIn', description: '每项是 RecordIn 加 id，最多 50 条' })
export type RecordBatchIn = z.infer<typeof RecordBatchIn>

const ReviewState = z.enum(['accepted', 'pending', 'returned', 'voided'])
const Submitter = z.object({ accountId: z.string(), role: z.enum(ROLES) })
const Text = z.record(z.string(), z.string())

export const RecordOut = z
  .object({
    id: z.string(),
    revision: z.number().int(),
    kind: z.string(),
    schemaVersion: z.number().int(),
    areaCode: z.string(),
    subjectId: z.string(),
    occurredOn: IsoDay,
    receivedAt: z.iso.datetime(),
    reviewState: ReviewState,
    receiptNo: z.string().meta({ example: '0190-7C3K' }),
    ledgerVersion: z.number().int(),
    submittedBy: Submitter,
    payload: Payload,
    text: Text.optional().meta({ description: '文字内容；只在打开单条记录时给出，并记入查阅记录' }),
  })
  .meta({ id: 'RecordOut' })
export type RecordOut = z.infer<typeof RecordOut>

export const RecordRevisionOut = z
  .object({
    revision: z.number().int(),
    schemaVersion: z.number().int(),
    occurredOn: IsoDay,
    receivedAt: z.iso.datetime(),
    submittedBy: Submitter,
    reviewState: ReviewState,
    reviewedAt: z.iso.datetime().optional(),
    void: z.boolean().optional().meta({ description: '这一版要作废这条记录' }),
    reason: z.string().optional().meta({ description: '退回或作废的原因' }),
    payload: Payload,
    text: Text.optional(),
    setAside: SetAside.optional().meta({ description: '提交人合并时没有选用的自己的值' }),
  })
  .meta({ id: 'RecordRevisionOut' })
export type RecordRevisionOut = z.infer<typeof RecordRevisionOut>

export const RemarkIn = z.strictObject({ text: z.string().trim().min(1).max(200) }).meta({ id: 'RemarkIn' })
export type RemarkIn = z.infer<typeof RemarkIn>

export const RemarkOut = z
  .object({
    id: z.string(),
    revision: z.number().int().meta({ description: '留言时是第几版' }),
    by: Submitter,
    at: z.iso.datetime(),
    text: z.string().optional().meta({ description: '这个人的资料已经删除时没有' }),
  })
  .meta({ id: 'RecordRemark' })
export type RemarkOut = z.infer<typeof RemarkOut>

export const RecordFile = RecordOut.extend({
  revisions: z.array(RecordRevisionOut),
  attachments: z.array(AttachmentOut).meta({ description: '各版写到的照片' }),
  remarks: z.array(RemarkOut).meta({ description: '审核中双方的留言，先说的在前' }),
}).meta({ id: 'RecordFile' })
export type RecordFile = z.infer<typeof RecordFile>

export const ProblemOut = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    instance: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    errors: z.array(z.object({ path: z.string(), code: z.string(), text: z.string() })).optional(),
  })
  .meta({ id: 'RecordProblem' })

export const RecordBatchOut = z
  .object({
    results: z.array(
      z.object({
        id: z.string(),
        status: z.number().int(),
        record: RecordOut.optional(),
        problem: ProblemOut.optional(),
      }),
    ),
  })
  .meta({ id: 'RecordBatchOut' })
export type RecordBatchOut = z.infer<typeof RecordBatchOut>

export const RecordQuery = z
  .object({
    areaCode: AreaCode.optional(),
    subjectId: SubjectId.optional(),
    kind: KindName.optional(),
    from: IsoDay.optional().meta({ description: '从哪天起发生的（含）' }),
    to: IsoDay.optional().meta({ description: '到哪天为止发生的（含）' }),
    cursor: z.string().max(200).optional(),
  })
  .meta({ id: 'RecordQuery' })
export type RecordQuery = z.infer<typeof RecordQuery>

export const RecordList = z
  .object({ items: z.array(RecordOut), nextCursor: z.string().nullable() })
  .meta({ id: 'RecordList' })
export type RecordList = z.infer<typeof RecordList>

export const ReviewIn = z
  .strictObject({
    decision: z.enum(['accept', 'return']),
    reason: z.string().trim().min(2).max(200).optional(),
  })
  .refine(({ decision, reason }) => decision === 'accept' || reason !== undefined, {
    path: ['reason'],
    message: 'reason is needed to return a record',
  })
  .meta({ id: 'ReviewIn' })
export type ReviewIn = z.infer<typeof ReviewIn>

export const ReviewQuery = z.object({ areaCode: AreaCode.optional() }).meta({ id: 'ReviewQuery' })
export type ReviewQuery = z.infer<typeof ReviewQuery>

export const ReviewList = z
  .object({
    items: z.array(
      RecordOut.extend({
        subjectCode: z.string().nullable(),
        own: z.boolean().meta({ description: '自己写过其中一版，要由别人审核' }),
        void: z.boolean().optional().meta({ description: '等待审核的是作废' }),
        remarks: z.number().int().meta({ description: '有几条留言' }),
      }),
    ),
  })
  .meta({ id: 'ReviewList' })
export type ReviewList = z.infer<typeof ReviewList>
