import { Injectable } from '@nestjs/common'
import { z } from 'zod'
import { type AppointedRole, ROLE_LABELS, type Role } from '../../platform/auth/roles.js'
import { Clock } from '../../platform/clock.js'
import { TokenMac } from '../../platform/crypto/token-mac.js'
import type { Appointment } from './appointment.entity.js'

export const ACCESS_TOKEN_SECONDS = 600
const AUDIENCE = 'access'

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** The one header that is written and taken: no token has a say in how it is checked. */
const HEADER = encoded({ alg: 'HS256', typ: 'JWT' })

const Claims = z.object({
  aud: z.literal(AUDIENCE),
  sub: z.string(),
  sid: z.string(),
  /** When the person last proved who he is, seconds. */
  pro: z.number(),
  exp: z.number(),
  /** Appointments that held when the token was made: id, role, area, and the venue or school where it is for one. */
  apt: z.array(
    z.tuple([
      z.string(),
      z.custom<AppointedRole>((role) => typeof role === 'string' && role in ROLE_LABELS),
      z.string(),
      z.string().nullable(),
    ]),
  ),
})

export type AccessClaims = {
  accountId: string
  sessionId: string
  authenticatedAt: Date
  appointments: readonly { id: string; role: Role; areaCode: string; subjectId: string | null }[]
}

type KnownToken = { claims: AccessClaims; expiresAt: number }

/** Tokens whose signature this process has checked; past this many it begins anew. */
const KNOWN_TOKENS = 4096

/** Short signed tokens: JWT, HS256 and nothing else. The clock is the application's, so that tests can let them expire. */
@Injectable()
export class AccessTokens {
  /** A phone sends one token with every request of ten minutes, and each request asks for it more than once. */
  private readonly known = new Map<string, KnownToken>()

  constructor(
    private readonly mac: TokenMac,
    private readonly clock: Clock,
  ) {}

  issue(
    session: { id: string; accountId: string; authenticatedAt: Date },
    appointments: readonly Appointment[],
  ): { accessToken: string; expiresAt: Date } {
    const now = this.seconds()
    const exp = now + ACCESS_TOKEN_SECONDS
    const claims: z.infer<typeof Claims> & { iat: number } = {
      aud: AUDIENCE,
      sub: session.accountId,
      sid: session.id,
      pro: Math.floor(session.authenticatedAt.getTime() / 1000),
      apt: appointments.map((a) => [a.id, a.role, a.areaCode, a.subjectId]),
      iat: now,
      exp,
    }
    const signed = `${HEADER}.${encoded(claims)}`
    return { accessToken: `${signed}.${this.mac.of(signed)}`, expiresAt: new Date(exp * 1000) }
  }

  /** @returns undefined when the token is forged, expired or not an access token */
  read(token: string): AccessClaims | undefined {
    const known = this.known.get(token)
    if (known) return this.seconds() < known.expiresAt ? known.claims : undefined
    const read = this.verify(token)
    if (!read) return undefined
    if (this.known.size >= KNOWN_TOKENS) this.known.clear()
    this.known.set(token, read)
    return read.claims
  }

  private verify(token: string): KnownToken | undefined {
    const [header, body = '', mac = '', ...rest] = token.split('.')
    if (header !== HEADER || rest.length > 0 || !this.mac.holds(`${header}.${body}`, mac)) return undefined
    // What we signed is JSON; that it is an access token, its content has to say.
    const claims = Claims.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')))
    if (!claims.success || claims.data.exp <= this.seconds()) return undefined
    const { sub, sid, pro, apt, exp } = claims.data
    return {
      expiresAt: exp,
      claims: {
        accountId: sub,
        sessionId: sid,
        authenticatedAt: new Date(pro * 1000),
        appointments: apt.map(([id, role, areaCode, subjectId]) => ({ id, role, areaCode, subjectId })),
      },
    }
  }

  private seconds(): number {
    return Math.floor(this.clock.now().getTime() / 1000)
  }
}
