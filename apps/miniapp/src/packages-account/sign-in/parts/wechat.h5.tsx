/** The browser has no WeChat to ask. */
export function WechatSignIn() {
  return null
}
