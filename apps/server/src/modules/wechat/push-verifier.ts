import { Injectable } from '@nestjs/common'
import { Clock } from '../../platform/clock.js'
import { Config } from '../../platform/config/config.js'
import { openPush, PushRefused, pushSignature, signatureMatches } from './push-crypto.js'
import { type PushFields, readFields } from './push-message.js'

export type PushQuery = Readonly<Partial<Record<string, string>>>

/** Lets in what WeChat signed, and nothing else. */
@Injectable()
export class PushVerifier {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /**
   * The console's check of the address.
   * @returns what has to be answered, bare
   * @throws PushRefused
   */
  echo(query: PushQuery): string {
    this.check(query.signature, query)
    if (!query.echostr) throw new PushRefused('echostr')
    return query.echostr
  }

  /**
   * Checked and opened fields of a push. With an AES key configured only secure mode is accepted: the plain signature
   * does not cover the body.
   * @throws PushRefused
   */
  open(query: PushQuery, body: string): PushFields {
    const { WECHAT_PUSH_AES_KEY: aesKey, WECHAT_APPID: appid } = this.config.env
    if (aesKey === '') {
      this.check(query.signature, query)
      return readFields(body)
    }
    const { Encrypt: encrypted } = readFields(body)
    if (typeof encrypted !== 'string') throw new PushRefused('not encrypted')
    this.check(query.msg_signature, query, encrypted)
    return readFields(openPush(encrypted, aesKey, appid))
  }

  private check(given: string | undefined, query: PushQuery, ...signed: string[]): void {
    const { WECHAT_PUSH_TOKEN: token, WECHAT_PUSH_WINDOW_S: windowS } = this.config.env
    const { timestamp, nonce } = query
    if (token === '' || !given || !timestamp || !nonce) throw new PushRefused('not signed')
    if (!signatureMatches(given, pushSignature(token, timestamp, nonce, ...signed)))
      throw new PushRefused('signature')
    const ageS = Math.abs(this.clock.now().getTime() / 1000 - Number(timestamp))
    if (windowS > 0 && !(ageS <= windowS)) throw new PushRefused('time')
  }
}
