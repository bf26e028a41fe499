import { opaque } from '../opaque.js'
import { hit } from '../state.js'
import { STRICT_CHOICES } from '../strict-choices.js'
import { WeChatError } from '../wechat-error.js'
import type { Route } from './route.js'

const VISIT_LIFE_MS = 2 * 3_600_000
const MAX_CONTENT = 2500
const PROFILE_SCENE = 1

const PASS = { suggest: 'pass', label: 100 }
const REVIEW = { suggest: 'review', label: 20001 }
const RISKY = { suggest: 'risky', label: 20006 }

export const msgSecCheck: Route = {
  path: '/wxa/msg_sec_check',
  method: 'POST',
  access: 'token',
  wrongMethod: 43302,
  handle({ state, clock }, _call, body) {
    if (hit(state, 'sec-check', clock.minute()) > state.limits.secChecksPerMinute) {
      throw new WeChatError(STRICT_CHOICES.secCheckPerMinute.errcode)
    }
    if (body.version !== 2) throw new WeChatError(STRICT_CHOICES.secCheckVersion.errcode, 'version')
    if (![1, 2, 3, 4].includes(body.scene as number)) throw new WeChatError(40129)
    const user = state.users.get(String(body.openid ?? ''))
    if (!user) throw new WeChatError(40003)
    if (user.appid !== state.appid) throw new WeChatError(43104)
    if (user.lastVisitAt === null || clock.now() - user.lastVisitAt > VISIT_LIFE_MS)
      throw new WeChatError(61010)
    const { content } = body
    if (content === undefined || content === '') {
      throw new WeChatError(STRICT_CHOICES.secCheckContentEmpty.errcode)
    }
    if (typeof content !== 'string' || [...content].length > MAX_CONTENT) {
      throw new WeChatError(STRICT_CHOICES.secCheckContentTooLong.errcode, 'content')
    }
    if (body.signature && body.scene !== PROFILE_SCENE) {
      throw new WeChatError(STRICT_CHOICES.secCheckSignatureOutsideProfile.errcode, 'signature')
    }
    const checked = [content, body.title, body.nickname, body.signature].filter((v) => typeof v === 'string')
    return { json: verdict(checked.join('\n'), state.riskyWords, state.reviewWords) }
  },
}

function verdict(text: string, risky: string[], review: string[]): Record<string, unknown> {
  const riskyWord = risky.find((word) => text.includes(word))
  const reviewWord = review.find((word) => text.includes(word))
  const result = riskyWord ? RISKY : reviewWord ? REVIEW : PASS
  const keyword = riskyWord ?? reviewWord
  return {
    errcode: 0,
    errmsg: 'ok',
    trace_id: opaque(18),
    result,
    detail: [
      { strategy: 'content_model', errcode: 0, ...result, prob: 90 },
      ...(keyword ? [{ strategy: 'keyword', errcode: 0, ...result, level: 90, keyword }] : []),
    ],
  }
}
