import { type RefusalClass, refusalClass } from './wechat-codes.js'

/** WeChat answered and said no. Its wording changes and may quote what was sent, so only code and request id are kept. */
export class WeChatRefusal extends Error {
  constructor(
    readonly path: string,
    readonly errcode: number,
    /** Number under which WeChat's operators find the call, for seven days. */
    readonly rid: string | null,
  ) {
    super(`WeChat refused ${path}: ${errcode}`)
    this.name = 'WeChatRefusal'
  }

  get class(): RefusalClass {
    return refusalClass(this.errcode)
  }
}

/** No usable answer came. */
export class WeChatUnreachable extends Error {
  constructor(
    readonly path: string,
    /** The request certainly never reached WeChat; otherwise it may have been carried out. */
    readonly notSent: boolean,
    readonly reason: string,
  ) {
    super(`No answer from WeChat to ${path}: ${reason}`)
    this.name = 'WeChatUnreachable'
  }
}
