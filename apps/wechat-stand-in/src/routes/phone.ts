import { STRICT_CHOICES } from '../strict-choices.js'
import { WeChatError } from '../wechat-error.js'
import { isCurrent } from './login.js'
import type { Route } from './route.js'

export const getUserPhoneNumber: Route = {
  path: '/wxa/business/getuserphonenumber',
  method: 'POST',
  access: 'token',
  handle(platform, _call, body) {
    const { state, clock } = platform
    if (!body.code) throw new WeChatError(STRICT_CHOICES.phoneCodeMissing.errcode)
    const code = state.codes.get(String(body.code))
    if (code?.kind !== 'phone' || code.appid !== state.appid) throw new WeChatError(40029)
    if (code.used || !isCurrent(platform, code)) throw new WeChatError(40029)
    if (body.openid !== undefined && body.openid !== code.openid) {
      throw new WeChatError(STRICT_CHOICES.phoneCodeOfSomeoneElse.errcode)
    }
    code.used = true
    state.phoneAnswers += 1
    const phone = state.users.get(code.openid)!.phone!
    return {
      json: {
        errcode: 0,
        errmsg: 'ok',
        phone_info: {
          phoneNumber: phone,
          purePhoneNumber: phone,
          // Declared a string, shown as a number: both turn up, in turn.
          countryCode: state.phoneAnswers % 2 === 1 ? 86 : '86',
          watermark: { timestamp: clock.seconds(), appid: state.appid },
        },
      },
    }
  },
}
