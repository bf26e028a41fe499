/** What a refusal of WeChat asks the caller to do. One errcode belongs to one class. */
export type RefusalClass =
  /** Try again a little later. */
  | 'busy'
  /** Take a new access token and repeat once. */
  | 'token'
  /** Not before the next full minute. */
  | 'minute-limit'
  /** Not before tomorrow. */
  | 'day-limit'
  /** Two messages to one user at the same moment. */
  | 'collision'
  /** The user has no subscription left, or withdrew it. */
  | 'no-credit'
  /** The openid is not one of this mini-program. */
  | 'unknown-user'
  /** The code of the phone is wrong, used or too old. */
  | 'code-invalid'
  /** WeChat holds the user for a high risk. */
  | 'user-blocked'
  /** The template or the account's message ability is banned. */
  | 'template-banned'
  /** The operator has to act at WeChat: secret, address list, frozen account. */
  | 'account'
  /** We called wrongly: never repeated. */
  | 'defect'

const CLASSES: Record<Exclude<RefusalClass, 'defect'>, readonly number[]> = {
  busy: [-1],
  token: [40001, 40014, 42001],
  'minute-limit': [45011, 44990],
  'day-limit': [45009, 44993],
  collision: [43108],
  'no-credit': [43101],
  'unknown-user': [40003],
  'code-invalid': [40029, 40163],
  'user-blocked': [40226],
  'template-banned': [43107],
  account: [40013, 40125, 40164, 40243, 48001, 48004, 50002, 61004],
}

const CLASS_BY_CODE = new Map(
  Object.entries(CLASSES).flatMap(([name, codes]) => codes.map((code) => [code, name as RefusalClass])),
)

/** Unknown codes count as our own defect: repeating an answer nobody understands helps no one. */
export function refusalClass(errcode: number): RefusalClass {
  return CLASS_BY_CODE.get(errcode) ?? 'defect'
}
