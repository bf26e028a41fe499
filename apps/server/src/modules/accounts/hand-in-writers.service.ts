import { Injectable } from '@nestjs/common'
import type { Actor } from '../../platform/auth/actor.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { toActor } from './session-actor-source.js'
import { SessionsRepository } from './sessions.repository.js'

/** A phone that was out of reach is believed so long after its session ran out; its row is kept as long. */
const BELIEVED_AFTER_EXPIRY_MS = 30 * 86_400_000

/** Who wrote a file that was handed in, once its MAC has proved the session. */
@Injectable()
export class HandInWriters {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns undefined when the session is unknown, was ended or ran out long ago, the account is closed, or the
   *   appointment is not this account's or does not hold today
   */
  async find(sessionId: string, appointmentId: string): Promise<Actor | undefined> {
    const tx = this.transactions.read
    const session = await this.sessions.find(tx, sessionId)
    if (!session) return undefined
    const standing = await this.sessions.standing(tx, {
      sessionId,
      accountId: session.accountId,
      appointmentId,
      now: new Date(this.clock.now().getTime() - BELIEVED_AFTER_EXPIRY_MS),
      today: this.clock.today(),
    })
    if (!standing?.appointment) return undefined
    return toActor(
      { accountId: session.accountId, sessionId },
      standing.authenticatedAt,
      standing.appointment,
    )
  }
}
