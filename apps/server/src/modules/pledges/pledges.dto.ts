import { z } from 'zod'
import { isAreaCode } from '../../platform/auth/area-scope.js'
import { PLEDGE_STATES } from './pledge.entity.js'
import { PLEDGE_LEVELS } from './pledge-template.entity.js'

const AreaCode = z.string().max(16).refine(isAreaCode, { message: 'area code' })
const Level = z.enum(PLEDGE_LEVELS)
const State = z.enum(PLEDGE_STATES).meta({
  description:
    'to-sign 待签，signed-pending-seal 已收到签名、正在封存，sealed 已封存，withdrawn 不用签了，superseded 已由新版代替，declined 已说明不签，revoked 封存后已撤回',
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

export const PrintedAsNumbers = z
  .array(z.string())
  .optional()
  .meta({ description: '打印字库里没有的字，PDF上印成的编号，比如〔U+30000〕；没有这样的字时不给' })

export const PledgeOut = PledgeHead.extend({
  areaCode: z.string(),
  template: z.object({ id: z.string(), version: z.int() }),
  text: z.string().meta({ description: '全文，按行显示；签的就是这个文本' }),
  textHash: z.string().meta({ description: '全文的SHA-256，签名时原样带回' }),
  printedAsNumbers: PrintedAsNumbers,
  signer: z.object({ name: z.string(), role: z.string(), roleLabel: z.string() }),
  signedAt: z.iso.datetime().optional(),
  number: z.string().optional().meta({ description: '封存编号' }),
  verifyCode: z.string().optional().meta({ description: '校验码，签名后才有' }),
  verifyUrl: z.string().optional(),
  deviceTime: z.iso.datetime().optional().meta({ description: '没有网络时签的：手机上的签名时间' }),
  reason: z.string().optional().meta({ description: '不签的原因，或者撤回的原因' }),
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

export const PledgeSignatureBody = z
  .object({
    signatureId: z.uuid(),
    textHash: z.string().regex(/^[0-9a-f]{64}$/),
    readThrough: z.boolean().meta({ description: '已读到最后' }),
    readSeconds: z.int().min(0).max(86_400).optional(),
    deviceTime: z.iso.datetime().optional().meta({ description: '手机上的时间，只作为手机的时间记下' }),
    stroke: StrokeIn,
  })
  .meta({ id: 'PledgeSignatureBody' })
export type PledgeSignatureBody = z.infer<typeof PledgeSignatureBody>

export const PledgeSignatureIn = PledgeSignatureBody.extend({
  signedOffline: z
    .boolean()
    .optional()
    .meta({ description: '没有网络时签的，现在由本人确认；这时必须带上手机上的签名时间' }),
})
  .refine(({ signedOffline, deviceTime }) => !signedOffline || deviceTime !== undefined, {
    path: ['deviceTime'],
    message: 'device time of an offline signature',
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
        households: z.object({
          signed: z.int().meta({ description: '签了几户，手机上签的和纸上签的一起算' }),
          size: z.int().meta({ description: '一共几户；0：今年还没有按户号开始签' }),
          inGrids: z
            .int()
            .optional()
            .meta({ description: '各网格登记的户数加起来，达标按这个数算；和一共几户一样时不给' }),
        }),
        levels: z.array(
          z.object({
            level: Level,
            required: z.int(),
            signed: z.int().meta({ description: '手机上签的和纸上签的一起算' }),
            overdue: z.int(),
            declined: z.int(),
            vacant: z.int().meta({ description: '没有人任职，或者没有开通账号' }),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'PledgeCoverage' })
export type PledgeCoverage = z.infer<typeof PledgeCoverage>

export const PledgeMissing = z
  .object({
    year: z.int(),
    items: z.array(
      z.object({
        level: Level,
        areaCode: z.string(),
        place: z.string().meta({ description: '村、网格、场所或学校的名称' }),
        roleLabel: z.string(),
        officialName: z.string().optional().meta({ description: '只给村书记、网格员的姓名' }),
        state: z.enum(['to-sign', 'not-issued', 'vacant', 'sealing', 'declined', 'revoked']).meta({
          description:
            'to-sign 待签，not-issued 还没发，vacant 没有人任职或没有账号，sealing 正在封存，declined 已说明不签，revoked 已撤回',
        }),
        pledgeId: z.uuid().optional(),
        dueOn: z.string().optional(),
        reason: z.string().optional().meta({ description: '不签或撤回的原因' }),
        isOverdue: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'PledgeMissing' })
export type PledgeMissing = z.infer<typeof PledgeMissing>

export const PledgeRemindersOut = z
  .object({ told: z.int(), already: z.int() })
  .meta({ id: 'PledgeReminders', description: '新提醒了几人、今天已提醒过几人' })
export type PledgeRemindersOut = z.infer<typeof PledgeRemindersOut>

export const PledgeEndIn = z
  .strictObject({ reason: z.string().trim().min(2).max(200) })
  .meta({ id: 'PledgeEndIn', description: '不签的原因，或者撤回的原因' })
export type PledgeEndIn = z.infer<typeof PledgeEndIn>

export const StuckPledges = z
  .object({
    items: z.array(
      z.object({
        id: z.uuid(),
        level: Level,
        title: z.string().meta({ description: '不含姓名' }),
        areaCode: z.string(),
        signedAt: z.iso.datetime(),
      }),
    ),
  })
  .meta({ id: 'StuckPledges', description: '签了名一分钟以上还没有封存的' })
export type StuckPledges = z.infer<typeof StuckPledges>

const WordingText = {
  level: Level,
  title: z.string().trim().min(4).max(80),
  body: z.string().trim().min(50).max(10_000),
}
export const WordingDraft = z.strictObject(WordingText).meta({ id: 'PledgeWordingDraft' })
export type WordingDraft = z.infer<typeof WordingDraft>

export const WordingRelease = z
  .strictObject({ ...WordingText, validFrom: z.iso.date() })
  .meta({ id: 'PledgeWordingRelease' })
export type WordingRelease = z.infer<typeof WordingRelease>

export const WordingReleased = z.object({ version: z.int() }).meta({ id: 'PledgeWordingReleased' })
export type WordingReleased = z.infer<typeof WordingReleased>

export const WordingList = z
  .object({
    items: z.array(
      z.object({
        ...WordingText,
        levelLabel: z.string(),
        version: z.int(),
        validFrom: z.string(),
        isOwn: z.boolean().meta({ description: '本镇自己的文本；false：系统自带的' }),
        isInForce: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'PledgeWordingList' })
export type WordingList = z.infer<typeof WordingList>

export const WordingPreview = z
  .object({
    text: z.string().meta({ description: '代入今天的政策和示例姓名后的全文；代换项不对时为空' }),
    faults: z.array(z.object({ code: z.string(), text: z.string() })),
  })
  .meta({ id: 'PledgeWordingPreview' })
export type WordingPreview = z.infer<typeof WordingPreview>

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
    state: z.enum(['valid', 'altered', 'superseded', 'revoked', 'sealing', 'unknown']).meta({
      description:
        'valid 有效，altered 内容对不上，superseded 已由新版代替，revoked 已撤回，sealing 正在封存，unknown 没有这份',
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
    level: z
      .enum(['town-village', 'village-grid', 'village-venue'])
      .meta({ description: '各户的纸质承诺书按户号登记，见 households_registerPapers' }),
    party: z.string().max(36).optional().meta({ description: '网格员的账号，或场所的编号' }),
    year: z.number().int().min(2023).max(2199),
    signedOn: z.iso.date(),
    paper: z.string().trim().min(2).max(60).meta({ description: '纸质件放在哪里' }),
  })
  .meta({ id: 'PaperPledgeIn' })
export type PaperPledgeIn = z.infer<typeof PaperPledgeIn>
