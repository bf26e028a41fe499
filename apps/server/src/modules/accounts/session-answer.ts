import { Injectable } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { EntityManager } from 'typeorm'
import { ROLE_LABELS } from '../../platform/auth/roles.js'
import { Config } from '../../platform/config/config.js'
import { HandInKeys } from '../../platform/crypto/hand-in-keys.js'
import { Transactions } from '../../platform/database/transactions.js'
import { DomainError } from '../../platform/errors/domain-error.js'
import { AreasService } from '../areas/areas.service.js'
import { SubjectHeads } from '../registers/subject-heads.js'
import type { Appointment } from './appointment.entity.js'
import type { HeldAppointment, SessionOut } from './session.dto.js'
import { CLIENTS, type Client } from './session.entity.js'
import type { OpenSession } from './session.service.js'

export const REFRESH_COOKIE = 'dfv_refresh'
/** The token goes to no other route, so a fault elsewhere cannot echo it. */
const COOKIE_PATH = '/api/session'
const COOKIE_SECONDS = 30 * 86_400

type CookieReply = FastifyReply & {
  setCookie(name: string, value: string, options: object): FastifyReply
}
type CookieRequest = FastifyRequest & { cookies: Record<string, string | undefined> }

/** Which of the two apps calls: it decides where the refresh token travels. @throws DomainError INVALID */
export function clientOf(request: FastifyRequest): Client {
  const header = request.headers['x-client'] ?? 'h5'
  const client = CLIENTS.find((candidate) => candidate === header)
  if (client) return client
  const text = '请升级到最新版本后再登录。'
  throw new DomainError('INVALID', { count: 1 }, [{ path: 'X-Client', code: 'unknown', text }])
}

export const refreshCookie = (request: FastifyRequest): string | undefined =>
  (request as CookieRequest).cookies[REFRESH_COOKIE]

/** A session as it is sent: the browser's refresh token in a cookie that no script can read, WeChat's in the body. */
@Injectable()
export class SessionAnswer {
  constructor(
    private readonly areas: AreasService,
    private readonly subjects: SubjectHeads,
    private readonly transactions: Transactions,
    private readonly config: Config,
    private readonly handIns: HandInKeys,
  ) {}

  async send(reply: FastifyReply, session: OpenSession, client: Client): Promise<SessionOut> {
    if (client === 'h5') this.setCookie(reply, session.refreshToken, COOKIE_SECONDS)
    const handIn = session.appointments.length > 0 ? this.handIns.grantFor(session.id) : undefined
    return {
      accessToken: session.accessToken,
      expiresAt: session.expiresAt.toISOString(),
      ...(client === 'weapp' ? { refreshToken: session.refreshToken } : {}),
      account: { id: session.accountId, name: session.name },
      appointments: await this.held(this.transactions.read, session.appointments),
      ...(handIn && { handIn }),
    }
  }

  clear(reply: FastifyReply): void {
    this.setCookie(reply, '', 0)
  }

  async held(tx: EntityManager, appointments: readonly Appointment[]): Promise<HeldAppointment[]> {
    const names = await this.areas.names(
      tx,
      appointments.map((row) => row.areaCode),
    )
    const subjects = await this.subjects.namesOf(
      tx,
      appointments.flatMap(({ subjectId }) => subjectId ?? []),
    )
    return appointments.map((row) => ({
      id: row.id,
      role: row.role,
      roleLabel: ROLE_LABELS[row.role],
      areaCode: row.areaCode,
      areaName: names.get(row.areaCode) ?? row.areaCode,
      subjectId: row.subjectId,
      subjectName: row.subjectId === null ? null : (subjects.get(row.subjectId) ?? null),
      from: row.fromOn,
      to: row.toOn,
    }))
  }

  private setCookie(reply: FastifyReply, value: string, maxAge: number): void {
    ;(reply as CookieReply).setCookie(REFRESH_COOKIE, value, {
      path: COOKIE_PATH,
      httpOnly: true,
      sameSite: 'strict',
      secure: !this.config.isDemo,
      maxAge,
    })
  }
}
