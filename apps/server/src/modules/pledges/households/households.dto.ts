import { z } from 'zod'
import { isAreaCode } from '../../../platform/auth/area-scope.js'
import { PledgeSignatureBody, PrintedAsNumbers } from '../pledges.dto.js'

/** More households than any village has; more is a slip. */
const MOST_HOUSEHOLDS = 20_000
/** Papers are noted house by house or by the pile. */
const MOST_AT_ONCE = 100

const Village = z
  .string()
  .max(16)
  .refine((code) => isAreaCode(code) && code.length === 12, { message: 'village code' })
const Year = z.coerce.number().int().min(2023).max(2100)
const HouseNumber = z.int().min(1).max(MOST_HOUSEHOLDS).meta({ description: '户号：本村自己名单上的编号' })
const Code = z
  .string()
  .trim()
  .regex(/^\d{12}$/)
  .meta({ description: '签名条上的12位数字' })
/** Letters of any script, and what stands between the parts of a name. */
const Name = z
  .string()
  .trim()
  .min(2)
  .max(30)
  .regex(/^[\p{L}\p{M}·•.’' -]+$/u)
  .transform((name) => name.normalize('NFC'))
  .meta({ description: '户主姓名，签的人自己写' })

export const HOUSEHOLD_STATES = ['open', 'sealing', 'signed', 'paper', 'revoked'] as const
const State = z.enum(HOUSEHOLD_STATES).meta({
  description:
    'open 还没签，sealing 已收到签名、正在封存，signed 手机上签好了，paper 签的是纸质的，revoked 签过又撤回了，要重新发签名条',
})
export type HouseholdState = z.infer<typeof State>

export const HouseholdsQuery = z
  .object({ areaCode: Village, year: Year.optional() })
  .meta({ id: 'HouseholdsQuery' })
export type HouseholdsQuery = z.infer<typeof HouseholdsQuery>

export const Households = z
  .object({
    areaCode: z.string(),
    year: z.int(),
    size: z.int().meta({ description: '一共几户；0：还没开始' }),
    inGrids: z
      .int()
      .optional()
      .meta({ description: '各网格登记的户数加起来，达标按这个数算；和一共几户一样时不给' }),
    signed: z.int().meta({ description: '签了几户，手机上签好的和纸上签的一起算' }),
    numbers: z.array(
      z.object({
        number: z.int(),
        state: State,
        paperOn: z.string().optional().meta({ description: '纸质的签订日期' }),
        pledgeId: z.uuid().optional().meta({ description: '只给能看原件的人：村书记和镇禁毒办' }),
      }),
    ),
  })
  .meta({ id: 'Households', description: '各户签了没有，只有户号，没有姓名' })
export type Households = z.infer<typeof Households>

export const HouseholdsIn = z
  .strictObject({ areaCode: Village, size: z.int().min(1).max(MOST_HOUSEHOLDS) })
  .meta({ id: 'HouseholdsIn' })
export type HouseholdsIn = z.infer<typeof HouseholdsIn>

const Slip = z.object({ number: z.int(), code: z.string() })
export const HouseholdSlips = z
  .object({ areaCode: z.string(), year: z.int(), slips: z.array(Slip) })
  .meta({ id: 'HouseholdSlips', description: '还没签的户各一条' })
export type HouseholdSlips = z.infer<typeof HouseholdSlips>

export const HouseholdNumberIn = z
  .strictObject({ areaCode: Village, number: HouseNumber })
  .meta({ id: 'HouseholdNumberIn' })
export type HouseholdNumberIn = z.infer<typeof HouseholdNumberIn>

export const HouseholdPapersIn = z
  .strictObject({
    areaCode: Village,
    numbers: z.array(HouseNumber).min(1).max(MOST_AT_ONCE),
    year: Year.optional().meta({ description: '哪一年的承诺书：今年或去年，不给就是今年' }),
    signedOn: z.iso.date().meta({ description: '在这一年里，或上一年12月里' }),
    paper: z.string().trim().min(2).max(60).meta({ description: '纸质件放在哪里' }),
  })
  .meta({ id: 'HouseholdPapersIn' })
export type HouseholdPapersIn = z.infer<typeof HouseholdPapersIn>

export const HouseholdPaperRemovalIn = z
  .strictObject({
    areaCode: Village,
    number: HouseNumber,
    year: Year.optional().meta({ description: '不给就是今年' }),
    reason: z.string().trim().min(2).max(100),
  })
  .meta({ id: 'HouseholdPaperRemovalIn' })
export type HouseholdPaperRemovalIn = z.infer<typeof HouseholdPaperRemovalIn>

export const SlipTextIn = z.strictObject({ code: Code, name: Name }).meta({ id: 'HouseholdSlipTextIn' })
export type SlipTextIn = z.infer<typeof SlipTextIn>

export const DoorTextIn = z
  .strictObject({ areaCode: Village, number: HouseNumber, name: Name })
  .meta({ id: 'HouseholdDoorTextIn' })
export type DoorTextIn = z.infer<typeof DoorTextIn>

export const HouseholdText = z
  .object({
    title: z.string(),
    areaName: z.string(),
    number: z.int(),
    year: z.int(),
    name: z.string(),
    version: z.int(),
    text: z.string().meta({ description: '全文，签的就是这个文本' }),
    textHash: z.string(),
    printedAsNumbers: PrintedAsNumbers,
  })
  .meta({ id: 'HouseholdText', description: '一户的承诺书，写上了户主姓名。没签以前系统不保存' })
export type HouseholdText = z.infer<typeof HouseholdText>

export const SlipSignatureIn = z
  .strictObject({ code: Code, name: Name, signature: PledgeSignatureBody })
  .meta({ id: 'HouseholdSlipSignatureIn' })
export type SlipSignatureIn = z.infer<typeof SlipSignatureIn>

export const DoorSignatureIn = z
  .strictObject({ areaCode: Village, number: HouseNumber, name: Name, signature: PledgeSignatureBody })
  .meta({ id: 'HouseholdDoorSignatureIn' })
export type DoorSignatureIn = z.infer<typeof DoorSignatureIn>

export const HouseholdCopyIn = z
  .strictObject({
    code: Code,
    signatureId: z.uuid().meta({ description: '签名时手机上生成的，只有签的那部手机有' }),
  })
  .meta({ id: 'HouseholdCopyIn' })
export type HouseholdCopyIn = z.infer<typeof HouseholdCopyIn>
