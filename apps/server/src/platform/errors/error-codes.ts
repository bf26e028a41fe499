type Entry = { status: number; text: (params: Readonly<Record<string, string | number>>) => string }

/** Every refusal the API can give: code → HTTP status → sentence that says what to do. */
export const ERROR_CODES = {
  // general
  NOT_FOUND: { status: 404, text: () => '没有找到，或不在您负责的范围。' },
  INVALID: { status: 422, text: (p) => `有${p.count ?? 1}处要改，请按提示修改后再提交。` },
  BODY_TOO_LARGE: { status: 413, text: () => '内容太大，请减少后再提交。' },
  BODY_NOT_JSON: { status: 400, text: () => '发来的内容不完整，请重新提交一次。' },
  TOO_MANY_REQUESTS: { status: 429, text: () => '操作太快，请等1分钟再试。' },
  INTERNAL: { status: 500, text: () => '系统暂时没有回应，您填的内容都在手机里，请稍后再试。' },
  UNAVAILABLE: { status: 503, text: () => '系统正忙，请稍后再试，已填的内容不会丢。' },
  // sign-in and access
  SIGN_IN_REQUIRED: { status: 401, text: () => '登录过期了，请重新登录。没发出的记录不会丢。' },
  RECHECK_REQUIRED: { status: 403, text: () => '为了确认是您本人，请重新登录一次再签。' },
  FORBIDDEN: { status: 403, text: () => '您现在的身份不能做这件事。如有需要，请联系镇禁毒办。' },
  DEMO_READ_ONLY: { status: 403, text: () => '演示模式只能改示范镇的数据，真实村庄的数据不能改。' },
} satisfies Record<string, Entry>

export type ErrorCode = keyof typeof ERROR_CODES
