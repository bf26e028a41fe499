import { z } from 'zod'
import { isAreaCode } from '../../platform/auth/area-scope.js'
import { PLEDGE_STATES } from './pledge.entity.js'
import { PLEDGE_LEVELS } from './pledge-template.entity.js'

const AreaCode = z.string().max(16).refine(isAreaCode, { message: 'area code' })
const Level = z.enum(PLEDGE_LEVELS)
const State = z.enum(PLEDGE_STATES).meta({
  description:
    'to-sign 待签，signed-pending-seal 已收到签名、正在封存，sealed 已封存，withdrawn 已撤回，superseded 已由新版代替',
})
const Timestamp = z.enum(['absent', 'pending', 'present']).meta({
  description: 'absent 时间由本系统记录，没有第三方时间戳；pending 第三方时间戳待补；present 有第三方时间戳',
})

export const PledgeParams = z.object({ id: z.uuid() }).meta({ id: 'PledgeParams' })
export type PledgeParams = z.infer<typeof PledgeParams>

export const PledgeHead = z
  .object({
    id: z.uuid(),
    title: z.string(),
    level: Level,
    year: z.int(),
    state: State,
    dueOn: z.string(),
    areaName: z.string(),
    sealedAt: z.iso.datetime().optional(),
  })
  .meta({ id: 'PledgeHead' })
export type PledgeHead = z.infer<typeof PledgeHead>

export const PledgeList = z.object({ items: z.array(PledgeHead) }).meta({ id: 'PledgeList' })
export type PledgeList = z.infer<typeof PledgeList>

export const PledgeOut = PledgeHead.extend({
  areaCode: z.string(),
  template: z.object({ id: z.string(), version: z.int() }),
  text: z.string().meta({ description: '全文，按行显示；签的就是这个文本' }),
  textHash: z.string().meta({ description: '全文的SHA-256，签名时原样带回' }),
  signer: z.object({ name: z.string(), role: z.string(), roleLabel: z.string() }),
  signedAt: z.iso.datetime().optional(),
  number: z.string().optional().meta({ description: '封存编号' }),
  verifyCode: z.string().optional().meta({ description: '校验码，签名后才有' }),
  verifyUrl: z.string().optional(),
  timestamp: Timestamp.optional(),
}).meta({ id: 'Pledge' })
export type PledgeOut = z.infer<typeof PledgeOut>

const Coordinate = z.number().min(-10_000).max(10_000_000)

export const StrokeIn = z
  .object({
    width: z.number().min(50).max(5_000),
    height: z.number().min(50).max(5_000),
    lines: z
      .array(z.array(z.array(Coordinate).length(3)).max(8_000))
      .max(500)
      .meta({ description: '一笔一个数组，点是[x, y, 距第一点的毫秒数]' }),
  })
  .meta({ id: 'StrokeIn' })
export type StrokeIn = z.infer<typeof StrokeIn>

export const PledgeSignatureIn = z
  .object({
    signatureId: z.uuid(),
    textHash: z.string().regex(/^[0-9a-f]{64}$/),
    readThrough: z.boolean().meta({ description: '已读到最后' }),
    readSeconds: z.int().min(0).max(86_400).optional(),
    deviceTime: z.iso.datetime().optional(),
    stroke: StrokeIn,
  })
  .meta({ id: 'PledgeSignatureIn' })
export type PledgeSignatureIn = z.infer<typeof PledgeSignatureIn>

export const PledgeReceipt = z
  .object({
    state: z.enum(['sealing', 'sealed']).meta({ description: 'sealing：已收到签名，正在封存' }),
    verifyCode: z.string(),
    verifyUrl: z.string(),
    number: z.string().optional(),
    sealedAt: z.iso.datetime().optional(),
    timestamp: Timestamp,
  })
  .meta({ id: 'PledgeReceipt' })
export type PledgeReceipt = z.infer<typeof PledgeReceipt>

export const CoverageQuery = z
  .object({ areaCode: AreaCode.optional(), year: z.coerce.number().int().min(2023).max(2100).optional() })
  .meta({ id: 'PledgeCoverageQuery' })
export type CoverageQuery = z.infer<typeof CoverageQuery>

export const PledgeCoverage = z
  .object({
    year: z.int(),
    villages: z.array(
      z.object({
        areaCode: z.string(),
        name: z.string(),
        levels: z.array(z.object({ level: Level, required: z.int(), signed: z.int(), overdue: z.int() })),
      }),
    ),
  })
  .meta({ id: 'PledgeCoverage' })
export type PledgeCoverage = z.infer<typeof PledgeCoverage>

export const CampaignIn = z
  .object({
    areaCode: AreaCode.refine((code) => code.length === 9 || code.length === 12, {
      message: 'town or village',
    }),
    year: z.int().min(2023).max(2100),
  })
  .meta({ id: 'PledgeCampaignIn' })
export type CampaignIn = z.infer<typeof CampaignIn>

export const CampaignOut = z
  .object({ issued: z.int(), unchanged: z.int(), withdrawn: z.int() })
  .meta({ id: 'PledgeCampaign', description: '新发、原有、撤回（已不在任）的份数' })
export type CampaignOut = z.infer<typeof CampaignOut>

export const VerifyParams = z
  .object({ verifyCode: z.string().min(1).max(40) })
  .meta({ id: 'PledgeVerifyParams' })
export type VerifyParams = z.infer<typeof VerifyParams>

export const PledgeCheck = z
  .object({
    valid: z.boolean(),
    state: z.enum(['valid', 'altered', 'superseded', 'sealing', 'unknown']).meta({
      description:
        'valid 有效，altered 内容对不上，superseded 已由新版代替，sealing 正在封存，unknown 没有这份',
    }),
    title: z.string().optional(),
    year: z.int().optional(),
    version: z.int().optional(),
    number: z.string().optional(),
    sealedAt: z.iso.datetime().optional(),
    timestamp: Timestamp.optional(),
    stampedAt: z.iso.datetime().optional().meta({ description: '第三方时间戳上的时间' }),
    stampedBy: z.string().optional().meta({ description: '签发时间戳的机构' }),
  })
  .meta({ id: 'PledgeCheck', description: '不显示签署人' })
export type PledgeCheck = z.infer<typeof PledgeCheck>

export const SealKeys = z
  .object({
    items: z.array(
      z.object({
        publicKey: z.string().meta({ description: 'Ed25519，SPKI，base64' }),
        fingerprint: z.string().meta({ description: '公钥的SHA-256' }),
        isCurrent: z.boolean().meta({ description: 'false：以前用过，它封存的仍然有效' }),
      }),
    ),
  })
  .meta({ id: 'SealKeys' })
export type SealKeys = z.infer<typeof SealKeys>

export const PaperPledgeIn = z
  .strictObject({
    id: z.uuid().meta({ description: '手机上生成的 UUIDv7；重复提交不会多记' }),
    areaCode: AreaCode.meta({ description: '哪个村' }),
    level: z.enum(['town-village', 'village-grid', 'village-venue', 'village-household']),
    party: z.string().max(36).optional().meta({ description: '网格员的账号，或场所的编号' }),
    year: z.number().int().min(2023).max(2199),
    signedOn: z.iso.date(),
    paper: z.string().trim().min(2).max(60).meta({ description: '纸质件放在哪里' }),
  })
  .meta({ id: 'PaperPledgeIn' })
export type PaperPledgeIn = z.infer<typeof PaperPledgeIn>
