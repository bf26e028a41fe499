import { randomBytes } from 'node:crypto'

const ERROR_TEXT: Record<number, string> = {
  [-1]: 'system error',
  40001: 'invalid credential, access_token is invalid or not latest',
  40002: 'invalid grant_type',
  40003: 'invalid openid',
  40013: 'invalid appid',
  40014: 'invalid access_token',
  40029: 'invalid code',
  40037: 'invalid template_id',
  40097: 'invalid args',
  40125: 'invalid appsecret',
  40129: 'invalid scene',
  40163: 'code been used',
  40164: 'invalid ip, not in whitelist',
  40169: 'invalid length for scene, or the data is not json string',
  40226: 'code blocked',
  40243: 'appsecret is frozen',
  41001: 'access_token missing',
  41002: 'appid missing',
  41004: 'appsecret missing',
  41008: 'missing code',
  41009: 'missing openid',
  41030: 'invalid page',
  42001: 'access_token expired',
  43001: 'require GET method',
  43002: 'require POST method',
  43101: 'user refuse to accept the msg',
  43104: 'appid and openid do not match',
  43107: 'subscribe message is banned',
  43108: 'concurrent subscribe messages to one user',
  43302: 'require POST method',
  44002: 'empty post data',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit mustslower retry next minute',
  45168: 'sensitive word hit',
  47001: 'data format error',
  47003: 'argument invalid!',
  61004: 'access clientip is not registered',
  61010: 'code is expired',
  87008: 'invalid sig_method',
  87009: 'invalid signature',
}

export class WeChatError extends Error {
  constructor(
    readonly errcode: number,
    detail = '',
  ) {
    super(`${ERROR_TEXT[errcode] ?? 'error'}${detail ? ` ${detail}` : ''}`)
  }
}

/** The request id changes with every answer, so a client that compares `errmsg` fails. */
export function withRequestId(text: string): string {
  const part = () => randomBytes(4).toString('hex')
  return `${text} rid: ${part()}-${part()}-${part()}`
}
