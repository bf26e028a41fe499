import { z } from 'zod'
import { PERMISSIONS, type Permission } from '../../platform/auth/permissions.js'
import { ROLE_LABELS, type Role } from '../../platform/auth/roles.js'

const RoleName = z.enum(Object.keys(ROLE_LABELS) as [Role, ...Role[]])
const PermissionName = z.enum(Object.keys(PERMISSIONS) as [Permission, ...Permission[]])

/** `wx.login` and the phone button give short opaque codes. */
const WeChatCode = z.string().trim().min(1).max(128)

export const WeChatSignIn = z.object({ code: WeChatCode }).meta({ id: 'WeChatSignIn' })
export type WeChatSignIn = z.infer<typeof WeChatSignIn>

export const BindingCodeSignIn = z
  .object({ bindingCode: z.string().trim().min(12).max(40) })
  .meta({ id: 'BindingCodeSignIn' })
export type BindingCodeSignIn = z.infer<typeof BindingCodeSignIn>

/** A browser sends no body: its token is in the cookie. */
export const RefreshIn = z
  .object({ refreshToken: z.string().max(120).optional() })
  .nullish()
  .meta({ id: 'RefreshIn' })
export type RefreshIn = z.infer<typeof RefreshIn>

export const RecheckIn = z.object({ code: WeChatCode.optional() }).nullish().meta({ id: 'RecheckIn' })
export type RecheckIn = z.infer<typeof RecheckIn>

export const RecheckOut = z.object({ authenticatedAt: z.string() }).meta({ id: 'RecheckOut' })
export type RecheckOut = z.infer<typeof RecheckOut>

export const AccountHead = z.object({ id: z.string(), name: z.string() }).meta({ id: 'AccountHead' })

export const HeldAppointment = z
  .object({
    id: z.string(),
    role: RoleName,
    roleLabel: z.string(),
    areaCode: z.string(),
    areaName: z.string(),
    subjectId: z.string().nullable().meta({ description: '只管的那一家场所、那一所学校；其他身份没有' }),
    subjectName: z.string().nullable(),
    from: z.string(),
    to: z.string().nullable(),
  })
  .meta({ id: 'HeldAppointment' })
export type HeldAppointment = z.infer<typeof HeldAppointment>

export const HandInGrant = z
  .object({
    sessionId: z.string(),
    keyId: z.number().int(),
    publicKey: z.string().meta({ description: 'X25519公钥，base64' }),
    ticket: z.string().meta({ description: '这次登录的凭据，base64；文件用它证明是谁写的' }),
  })
  .meta({ id: 'HandInGrant', description: '没有网络时，把记录存成只有服务器能打开的文件要用的' })

export const SessionOut = z
  .object({
    accessToken: z.string().meta({ description: '放在 Authorization: Bearer 里，10分钟有效' }),
    expiresAt: z.string(),
    refreshToken: z.string().optional().meta({ description: '只给小程序；H5 的在 httpOnly cookie 里' }),
    account: AccountHead,
    appointments: z.array(HeldAppointment),
    handIn: HandInGrant.optional(),
  })
  .meta({ id: 'Session' })
export type SessionOut = z.infer<typeof SessionOut>

export const SessionState = z
  .object({
    account: AccountHead,
    appointments: z.array(HeldAppointment),
    active: HeldAppointment.nullable().meta({ description: '这个请求用的身份；群众没有' }),
    role: RoleName,
    permissions: z.array(PermissionName),
    authenticatedAt: z.string(),
  })
  .meta({ id: 'SessionState' })
export type SessionState = z.infer<typeof SessionState>
