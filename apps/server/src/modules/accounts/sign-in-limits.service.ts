import { Injectable } from '@nestjs/common'
import { Clock } from '../../platform/clock.js'
import { FieldCipher } from '../../platform/crypto/field-cipher.js'
import { Transactions } from '../../platform/database/transactions.js'
import { DomainError } from '../../platform/errors/domain-error.js'
import { networkOf } from '../../platform/http/address-network.js'

const MINUTE_MS = 60_000

/**
 * How often something may be tried. A whole village shares one address behind its operator's NAT, so limits by address
 * only stop machines, and one with a whole IPv6 network is one address; what protects a secret is its own counter of tries and the limit by account.
 */
const LIMITS = {
  'wechat/address': { attempts: 3_000, windowMs: 10 * MINUTE_MS },
  'phone/account': { attempts: 10, windowMs: 10 * MINUTE_MS },
  'binding/address': { attempts: 60, windowMs: 10 * MINUTE_MS },
  'binding/account': { attempts: 10, windowMs: 10 * MINUTE_MS },
  'recheck/account': { attempts: 20, windowMs: 10 * MINUTE_MS },
  'scan/address': { attempts: 300, windowMs: 10 * MINUTE_MS },
  // Wrong codes alone: a whole school answers from one address.
  'class-code/address': { attempts: 60, windowMs: 10 * MINUTE_MS },
  'sample-code/address': { attempts: 60, windowMs: 10 * MINUTE_MS },
  'household-code/address': { attempts: 60, windowMs: 10 * MINUTE_MS },
  'staff-code/address': { attempts: 60, windowMs: 10 * MINUTE_MS },
  'approval/account': { attempts: 30, windowMs: 10 * MINUTE_MS },
} as const
type LimitKind = keyof typeof LIMITS

/** Counted in the database, so that all replicas count together and a restart forgets nothing. */
@Injectable()
export class SignInLimits {
  constructor(
    private readonly transactions: Transactions,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts one try; call it before the try is made.
   * @param who an address or account id; kept as a keyed hash only
   * @throws DomainError TOO_MANY_REQUESTS
   */
  async count(kind: LimitKind, who: string): Promise<void> {
    const { bucket, windowStart, limit } = this.window(kind, who)
    const attempts = await this.transactions.run(async (tx) => {
      await tx.query(
        `INSERT INTO sign_in_attempt (bucket, window_start, attempts) VALUES (?, ?, 1)
         ON DUPLICATE KEY UPDATE attempts = attempts + 1`,
        [bucket, windowStart],
      )
      const rows: { attempts: number }[] = await tx.query(
        `SELECT attempts FROM sign_in_attempt WHERE bucket = ? AND window_start = ?`,
        [bucket, windowStart],
      )
      return rows[0]?.attempts ?? 1
    })
    if (attempts > limit) throw new DomainError('SIGN_IN_TOO_OFTEN')
  }

  /** Refuses whoever has used up his tries, also the right one: for limits that count failures alone. @throws DomainError SIGN_IN_TOO_OFTEN */
  async assertOpen(kind: LimitKind, who: string): Promise<void> {
    const { bucket, windowStart, limit } = this.window(kind, who)
    const rows: { attempts: number }[] = await this.transactions.read.query(
      `SELECT attempts FROM sign_in_attempt WHERE bucket = ? AND window_start = ?`,
      [bucket, windowStart],
    )
    if ((rows[0]?.attempts ?? 0) >= limit) throw new DomainError('SIGN_IN_TOO_OFTEN')
  }

  private window(kind: LimitKind, who: string) {
    const { attempts: limit, windowMs } = LIMITS[kind]
    const counted = kind.endsWith('/address') ? networkOf(who) : who
    const bucket = `${kind}:${this.cipher.fingerprint(`limit:${counted}`)}`
    const windowStart = new Date(Math.floor(this.clock.now().getTime() / windowMs) * windowMs)
    return { bucket, windowStart, limit }
  }

  /** Windows that are over. */
  async purge(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - 60 * MINUTE_MS)
    await this.transactions.run((tx) =>
      tx.query(`DELETE FROM sign_in_attempt WHERE window_start < ? LIMIT 5000`, [before]),
    )
  }
}
