import { setTimeout as pause } from 'node:timers/promises'
import { Inject, Injectable } from '@nestjs/common'
import { Config } from '../../platform/config/config.js'
import { DomainError } from '../../platform/errors/domain-error.js'
import { LOG } from '../../platform/log.token.js'
import type { Log } from '../../platform/logging.js'
import type { SlotValue } from './template-values.js'
import { type Slot, type TemplateKey, templateData, WeChatTemplates } from './templates.js'
import type { RefusalClass } from './wechat-codes.js'
import { WeChatRefusal, WeChatUnreachable } from './wechat-error.js'
import { type WeChatAnswer, WeChatHttp } from './wechat-http.js'
import { WeChatTokens } from './wechat-tokens.js'

export type WeChatIdentity = { openId: string; unionId?: string }

export type SubscribeMessage = {
  openId: string
  templateKey: TemplateKey
  /** Page of the mini-program, without a leading slash. */
  page: string
  values: Partial<Record<Slot, SlotValue>>
}

/** What became of a message. `unknown`: it may have gone out; sending it again could double it. */
export type SendResult =
  | { outcome: 'sent'; messageId: string | null }
  | { outcome: 'unknown' }
  | { outcome: 'refused'; class: RefusalClass; errcode: number | null }

const BUSY_PAUSE_MS = 1_000

/** WeChat's server interface as the product needs it. */
@Injectable()
export class WeChatClient {
  constructor(
    private readonly http: WeChatHttp,
    private readonly tokens: WeChatTokens,
    private readonly templates: WeChatTemplates,
    private readonly config: Config,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /**
   * Who signed in on the phone. The session key WeChat also gives is not kept: nothing here needs it.
   * @param code of `wx.login`: five minutes, one use
   * @throws DomainError WECHAT_CODE_INVALID, WECHAT_BLOCKED or WECHAT_UNAVAILABLE
   */
  async codeToSession(code: string): Promise<WeChatIdentity> {
    const { WECHAT_APPID: appid, WECHAT_SECRET: secret } = this.config.env
    const query = { appid, secret, js_code: code, grant_type: 'authorization_code' }
    const answer = await this.forUser(() => this.http.call('/sns/jscode2session', query))
    const { openid, unionid } = answer
    if (typeof openid !== 'string' || openid === '') throw new DomainError('WECHAT_UNAVAILABLE')
    return { openId: openid, ...(typeof unionid === 'string' ? { unionId: unionid } : {}) }
  }

  /**
   * The mainland number the user gave. The openid is sent along, so that a code of someone else's phone is refused.
   * @param code of the phone button: five minutes, one use
   * @throws DomainError WECHAT_CODE_INVALID, WECHAT_BLOCKED or WECHAT_UNAVAILABLE
   */
  async phoneNumber(code: string, openId: string): Promise<string> {
    const answer = await this.forUser(() =>
      this.withToken('/wxa/business/getuserphonenumber', { code, openid: openId }),
    )
    const phone = (answer.phone_info as { purePhoneNumber?: unknown } | undefined)?.purePhoneNumber
    if (typeof phone !== 'string' && typeof phone !== 'number') throw new DomainError('WECHAT_UNAVAILABLE')
    return String(phone)
  }

  /**
   * Never throws for what WeChat or the network does: the result says what to do with the message.
   * @throws RangeError when the template is not configured or a value cannot be said in it
   */
  async sendSubscribeMessage(message: SubscribeMessage): Promise<SendResult> {
    const template = this.templates.find(message.templateKey)
    if (!template) throw new RangeError(`template ${message.templateKey} is not configured`)
    const data = templateData(template, message.values)
    try {
      const answer = await this.withToken('/cgi-bin/message/subscribe/send', {
        touser: message.openId,
        template_id: template.templateId,
        page: message.page,
        miniprogram_state: this.config.env.WECHAT_STATE,
        lang: 'zh_CN',
        data,
      })
      return { outcome: 'sent', messageId: answer.msgid === undefined ? null : String(answer.msgid) }
    } catch (error) {
      return this.sendFailure(error)
    }
  }

  private sendFailure(error: unknown): SendResult {
    if (error instanceof WeChatRefusal) {
      this.report(error)
      return { outcome: 'refused', class: error.class, errcode: error.errcode }
    }
    if (error instanceof WeChatUnreachable) {
      this.log.warn({ path: error.path, reason: error.reason }, 'WeChat did not answer')
      // Without a token, or without a connection, no message can have left.
      const notSent = error.notSent || !error.path.endsWith('/send')
      return notSent ? { outcome: 'refused', class: 'busy', errcode: null } : { outcome: 'unknown' }
    }
    throw error
  }

  /** With the shared token; a refused token is replaced and the call repeated once, a second refusal is final. */
  private async withToken(path: string, body: object): Promise<WeChatAnswer> {
    const token = await this.tokens.current()
    try {
      return await this.http.call(path, { access_token: token.value }, body)
    } catch (error) {
      if (!(error instanceof WeChatRefusal) || error.class !== 'token') throw error
      const fresh = await this.tokens.replace(token)
      return this.http.call(path, { access_token: fresh.value }, body)
    }
  }

  /** "System busy" leaves the code unused, so one more try is safe; after a time-out it would not be. */
  private async onceMoreWhenBusy(call: () => Promise<WeChatAnswer>): Promise<WeChatAnswer> {
    try {
      return await call()
    } catch (error) {
      if (!(error instanceof WeChatRefusal) || error.class !== 'busy') throw error
      await pause(BUSY_PAUSE_MS)
      return call()
    }
  }

  private async forUser(call: () => Promise<WeChatAnswer>): Promise<WeChatAnswer> {
    try {
      return await this.onceMoreWhenBusy(call)
    } catch (error) {
      if (error instanceof WeChatRefusal) {
        this.report(error)
        throw userError(error.class, error)
      }
      if (!(error instanceof WeChatUnreachable)) throw error
      this.log.warn({ path: error.path, reason: error.reason }, 'WeChat did not answer')
      throw new DomainError('WECHAT_UNAVAILABLE', {}, [], { cause: error })
    }
  }

  /** Codes and request ids only: WeChat's error text can quote what was sent. */
  private report({ path, errcode, rid, class: kind }: WeChatRefusal): void {
    const entry = { path, errcode, rid, class: kind }
    if (OPERATOR.has(kind)) this.log.error(entry, 'WeChat refused: the operator has to act')
    else if (kind === 'defect') this.log.error(entry, 'WeChat refused the call as wrong')
    else this.log.info(entry, 'WeChat refused')
  }
}

const OPERATOR: ReadonlySet<RefusalClass> = new Set(['account', 'template-banned', 'day-limit', 'token'])

function userError(kind: RefusalClass, cause: WeChatRefusal): DomainError {
  // An openid that does not belong to the phone's code is answered like a wrong code.
  if (kind === 'code-invalid' || kind === 'unknown-user')
    return new DomainError('WECHAT_CODE_INVALID', {}, [], { cause })
  if (kind === 'user-blocked') return new DomainError('WECHAT_BLOCKED', {}, [], { cause })
  return new DomainError('WECHAT_UNAVAILABLE', {}, [], { cause })
}
