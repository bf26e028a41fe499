import { setTimeout as pause } from 'node:timers/promises'
import { Inject, Injectable } from '@nestjs/common'
import { uuidv7 } from 'uuidv7'
import { Clock } from '../../platform/clock.js'
import { Config } from '../../platform/config/config.js'
import { FieldCipher } from '../../platform/crypto/field-cipher.js'
import { Transactions } from '../../platform/database/transactions.js'
import { LOG } from '../../platform/log.token.js'
import type { Log } from '../../platform/logging.js'
import { WeChatUnreachable } from './wechat-error.js'
import { WeChatHttp } from './wechat-http.js'
import type { WeChatToken } from './wechat-token.entity.js'
import { type TokenLease, WeChatTokenRepository } from './wechat-token.repository.js'

const TOKEN_PATH = '/cgi-bin/stable_token'
/** WeChat renews five minutes before the end, and the old token works on until then. */
const OVERLAP_S = 300
/** A token taken inside the overlap is used at least so long, so that a call does not ask twice. */
const SHORTEST_USE_S = 30
const LEASE_MS = 20_000
const FORCE_APART_MS = 30_000
const FORCED_A_DAY = 20
const WAIT_STEP_MS = 100
const WAIT_STEPS = 200

export type WeChatAccessToken = { readonly value: string; readonly generation: number }

/**
 * The stable access token, kept in the database so that all replicas use one. Whoever finds it missing or old takes a
 * lease and asks WeChat; the others wait for the row to change.
 */
@Injectable()
export class WeChatTokens {
  private readonly worker = uuidv7()

  constructor(
    private readonly repository: WeChatTokenRepository,
    private readonly transactions: Transactions,
    private readonly cipher: FieldCipher,
    private readonly http: WeChatHttp,
    private readonly config: Config,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** A token that should be good. */
  async current(): Promise<WeChatAccessToken> {
    const row = await this.row()
    if (row.renewAt && row.renewAt > this.clock.now()) return this.open(row)
    return this.renew(row.generation)
  }

  /**
   * A token in place of one that WeChat refused. When somebody has renewed it meanwhile, theirs is taken.
   * @throws WeChatUnreachable when WeChat keeps the refused token and a forced refresh is not allowed now
   */
  async replace(refused: WeChatAccessToken): Promise<WeChatAccessToken> {
    const row = await this.row()
    if (row.generation !== refused.generation) return this.open(row)
    return this.renew(row.generation, refused.value)
  }

  private async renew(generation: number, refused?: string): Promise<WeChatAccessToken> {
    for (let step = 0; step < WAIT_STEPS; step++) {
      const lease = await this.lease(generation)
      if (lease) return this.takeNew(lease, refused)
      const row = await this.row()
      if (row.generation !== generation) return this.open(row)
      await pause(WAIT_STEP_MS)
    }
    throw new WeChatUnreachable(TOKEN_PATH, true, 'another process holds the renewal')
  }

  private async takeNew(lease: TokenLease, refused: string | undefined): Promise<WeChatAccessToken> {
    try {
      let answer = await this.ask(false)
      // Normal mode repeats the token WeChat holds for good. Only if that is the refused one is force called for.
      if (answer.value === refused) {
        await this.claimForce()
        answer = await this.ask(true)
      }
      return await this.store(lease, answer)
    } catch (error) {
      await this.transactions.run((tx) => this.repository.release(tx, lease))
      throw error
    }
  }

  private async ask(force: boolean): Promise<{ value: string; expiresIn: number }> {
    const { WECHAT_APPID: appid, WECHAT_SECRET: secret } = this.config.env
    const answer = await this.http.call(
      TOKEN_PATH,
      {},
      { grant_type: 'client_credential', appid, secret, force_refresh: force },
    )
    const { access_token: value, expires_in: expiresIn } = answer
    if (typeof value !== 'string' || value === '' || !Number.isFinite(Number(expiresIn)))
      throw new WeChatUnreachable(TOKEN_PATH, false, 'no token in the answer')
    return { value, expiresIn: Number(expiresIn) }
  }

  /** @throws WeChatUnreachable when WeChat would not refresh: sooner than 30 s after the last time, or 20 times a day */
  private async claimForce(): Promise<void> {
    const now = this.clock.now()
    const today = this.clock.today()
    const row = await this.row()
    const tooSoon = row.forcedAt !== null && now.getTime() - row.forcedAt.getTime() < FORCE_APART_MS
    const tooOften = row.forcedOn === today && row.forcedCount >= FORCED_A_DAY
    if (tooSoon || tooOften) {
      this.log.error(
        { tooSoon, tooOften },
        'WeChat access token refused and a forced refresh is not allowed now',
      )
      throw new WeChatUnreachable(TOKEN_PATH, true, 'forced refresh not allowed now')
    }
    await this.transactions.run((tx) => this.repository.countForced(tx, row.appid, now, today))
  }

  private async store(
    lease: TokenLease,
    answer: { value: string; expiresIn: number },
  ): Promise<WeChatAccessToken> {
    const row = await this.row()
    const now = this.clock.now()
    const useS = Math.max(answer.expiresIn - OVERLAP_S, SHORTEST_USE_S)
    await this.transactions.run((tx) =>
      this.repository.store(tx, lease, {
        sealed: this.cipher.seal(row.wrappedKey, subject(row.appid), 'access-token', answer.value),
        renewAt: new Date(now.getTime() + useS * 1000),
        refreshedAt: now,
      }),
    )
    return { value: answer.value, generation: lease.generation + 1 }
  }

  private async lease(generation: number): Promise<TokenLease | undefined> {
    const now = this.clock.now()
    const until = new Date(now.getTime() + LEASE_MS)
    const lease = { appid: this.config.env.WECHAT_APPID, generation, worker: this.worker, now, until }
    const mine = await this.transactions.run((tx) => this.repository.lease(tx, lease))
    return mine ? lease : undefined
  }

  private async row(): Promise<WeChatToken> {
    const appid = this.config.env.WECHAT_APPID
    const found = await this.repository.find(this.transactions.read, appid)
    if (found) return found
    const key = this.cipher.createDataKey(subject(appid))
    await this.transactions.run((tx) => this.repository.create(tx, appid, key))
    return (await this.repository.find(this.transactions.read, appid)) as WeChatToken
  }

  private open(row: WeChatToken): WeChatAccessToken {
    const sealed = row.tokenSealed as Buffer
    return {
      value: this.cipher.open(row.wrappedKey, subject(row.appid), 'access-token', sealed),
      generation: row.generation,
    }
  }
}

const subject = (appid: string): string => `wechat:${appid}`
