import { randomInt } from 'node:crypto'
import type { StandInClock } from './clock.js'
import type { PushTarget } from './config.js'
import { type Exchange, exchange } from './http.js'
import { toJsonText } from './json-text.js'
import { secretsIn } from './leaks.js'
import { violate } from './platform.js'
import { seal, sign, widenPad } from './push-crypto.js'
import type { State } from './state.js'

export const DELIBERATE = ['none', 'wrong-signature', 'wrong-appid', 'bad-pad', 'wide-pad', 'replay'] as const
export type Deliberate = (typeof DELIBERATE)[number]

/** These must be refused with 401 or 403; all others must be answered once with `success`. */
const TO_BE_REFUSED: readonly Deliberate[] = ['wrong-signature', 'wrong-appid', 'bad-pad']
const FOREIGN_APPID = 'wxffffffffffffffff'

export type Delivery = {
  at: number
  event: string
  openid: string
  mode: PushTarget['mode']
  deliberately: Deliberate
  attempts: Exchange[]
  acknowledged: boolean
}

export type PushEvent = { event: string; openid: string; items: object[] }

type Prepared = { url: URL; body: string; event: PushEvent; mode: PushTarget['mode'] }

export class PushSender {
  #pending = new Set<Promise<unknown>>()
  #abort = new AbortController()
  #last: Prepared | null = null

  constructor(
    private readonly state: State,
    private readonly clock: StandInClock,
  ) {}

  /** Resolves when the receiver has acknowledged, refused, or all resends are used up; null without a receiver. */
  send(event: PushEvent, deliberately: Deliberate = 'none'): Promise<Delivery | null> {
    const target = this.state.pushTarget
    if (!target) return Promise.resolve(null)
    const prepared = deliberately === 'replay' ? this.#last : this.#prepare(target, event, deliberately)
    if (!prepared) return Promise.resolve(null)
    if (!TO_BE_REFUSED.includes(deliberately)) this.#last = prepared
    const delivery = this.#deliver(prepared, deliberately)
    this.#pending.add(delivery)
    void delivery.finally(() => this.#pending.delete(delivery))
    return delivery
  }

  /** The console's check of the address: the answer must be the bare echo string. */
  async checkUrl(target: PushTarget): Promise<{ verified: boolean; answer: Exchange }> {
    const echo = String(randomInt(1_000_000_000, 9_999_999_999))
    const url = this.#signedUrl(target)
    url.searchParams.set('echostr', echo)
    const answer = await this.#exchange(url, 'GET')
    const verified = answer.status === 200 && answer.body === echo
    if (!verified)
      this.#violate(54, 'url-check-failed', `answered ${answer.status} ${answer.body.slice(0, 80)}`)
    return { verified, answer }
  }

  async settled(): Promise<void> {
    while (this.#pending.size > 0) await Promise.allSettled(this.#pending)
  }

  async abort(): Promise<void> {
    this.#abort.abort()
    await this.settled()
    this.#abort = new AbortController()
    this.#last = null
  }

  #prepare(target: PushTarget, event: PushEvent, deliberately: Deliberate): Prepared {
    const url = this.#signedUrl(target, deliberately === 'wrong-signature')
    url.searchParams.set('openid', event.openid)
    const message = this.#messageText(event)
    if (target.mode === 'plain') return { url, body: message, event, mode: 'plain' }
    const { appid, originalId } = this.state
    const encrypted = seal(deliberately === 'wide-pad' ? widenPad(message, appid) : message, {
      encodingAesKey: target.encodingAesKey,
      appid: deliberately === 'wrong-appid' ? FOREIGN_APPID : appid,
      padByte: deliberately === 'bad-pad' ? 0 : undefined,
    })
    const { timestamp, nonce } = Object.fromEntries(url.searchParams) as Record<string, string>
    const token = deliberately === 'wrong-signature' ? `${target.token}x` : target.token
    url.searchParams.set('encrypt_type', 'aes')
    url.searchParams.set('msg_signature', sign(token, timestamp!, nonce!, encrypted))
    // The plain signature stays right: a receiver that checks it instead of msg_signature must be found out.
    url.searchParams.set('signature', sign(target.token, timestamp!, nonce!))
    return { url, body: toJsonText({ ToUserName: originalId, Encrypt: encrypted }), event, mode: 'secure' }
  }

  #signedUrl(target: PushTarget, wrongly = false): URL {
    const url = new URL(target.url)
    const timestamp = String(this.clock.seconds())
    const nonce = String(randomInt(100_000_000, 999_999_999))
    url.searchParams.set('signature', sign(wrongly ? `${target.token}x` : target.token, timestamp, nonce))
    url.searchParams.set('timestamp', timestamp)
    url.searchParams.set('nonce', nonce)
    return url
  }

  #messageText({ event, openid, items }: PushEvent): string {
    return toJsonText({
      ToUserName: this.state.originalId,
      FromUserName: openid,
      CreateTime: String(this.clock.seconds()),
      MsgType: 'event',
      Event: event,
      // One item stands bare, several as a list.
      List: items.length === 1 ? items[0] : items,
    })
  }

  async #deliver(prepared: Prepared, deliberately: Deliberate): Promise<Delivery> {
    const { state, clock } = this
    const delivery: Delivery = {
      at: clock.now(),
      event: prepared.event.event,
      openid: prepared.event.openid,
      mode: prepared.mode,
      deliberately,
      attempts: [],
      acknowledged: false,
    }
    state.deliveries.push(delivery)
    const refusalExpected = TO_BE_REFUSED.includes(deliberately)
    const tries = refusalExpected ? 1 : 1 + state.limits.pushResends
    while (delivery.attempts.length < tries && !delivery.acknowledged && !this.#abort.signal.aborted) {
      const answer = await this.#exchange(prepared.url, 'POST', prepared.body)
      delivery.attempts.push(answer)
      delivery.acknowledged = answer.status === 200
      this.#judge(answer, deliberately, refusalExpected)
    }
    return delivery
  }

  #judge({ status, body }: Exchange, deliberately: Deliberate, refusalExpected: boolean): void {
    if (refusalExpected && status !== 401 && status !== 403) {
      this.#violate(53, 'wrong-push-not-refused', `${deliberately} was answered ${status}`)
    }
    if (!refusalExpected && (status === 401 || status === 403)) {
      this.#violate(53, 'right-push-refused', `${deliberately} was answered ${status}`)
    }
    if (status === 200 && body !== '' && body !== 'success') {
      this.#violate(55, 'push-answer-wrapped', `answer must be empty or success: ${body.slice(0, 80)}`)
    }
  }

  async #exchange(url: URL, method: 'GET' | 'POST', body?: string): Promise<Exchange> {
    const timeoutMs = this.state.limits.pushAnswerMs
    const answer = await exchange(url, { method, body, timeoutMs, signal: this.#abort.signal })
    const leaked = secretsIn(this.state, answer.body)
    if (leaked.length > 0) this.#violate(59, 'secret-in-push-answer', leaked.join(', '))
    return answer
  }

  #violate(row: number, code: string, detail: string): void {
    violate({ state: this.state, clock: this.clock }, row, code, detail)
  }
}
