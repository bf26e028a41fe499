import { createHmac } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { beforeEach, describe, expect, it } from 'vitest'
import { FixedClock } from '../../platform/clock.js'
import { generateKeyFile, KeyRing } from '../../platform/crypto/key-ring.js'
import { TokenMac } from '../../platform/crypto/token-mac.js'
import { PaperTokens } from '../quizzes/paper-token.js'
import { ACCESS_TOKEN_SECONDS, AccessTokens } from './access-tokens.js'

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

describe('access tokens', () => {
  const keyFile = generateKeyFile(true)
  const mac = new TokenMac(new KeyRing(keyFile))
  let clock: FixedClock
  let tokens: AccessTokens
  const session = () => ({ id: uuidv7(), accountId: uuidv7(), authenticatedAt: clock.now() })
  /** As any library writes it. */
  const jwt = (header: object, claims: object, digest = 'sha256') => {
    const signed = `${encoded(header)}.${encoded(claims)}`
    const key = Buffer.from(keyFile.tokenKey, 'base64')
    return `${signed}.${createHmac(digest, key).update(signed).digest('base64url')}`
  }
  const claims = () => {
    const now = Math.floor(clock.now().getTime() / 1000)
    return { sub: 'a', sid: 's', pro: now, apt: [], aud: 'access', iat: now, exp: now + 600 }
  }

  beforeEach(() => {
    clock = new FixedClock(new Date('2026-11-23T06:00:00.000Z'))
    tokens = new AccessTokens(mac, clock)
  })

  it('tell whose they are until they run out, also to another server', () => {
    const own = session()
    const { accessToken, expiresAt } = tokens.issue(own, [])
    const other = new AccessTokens(mac, clock)
    expect(other.read(accessToken)).toMatchObject({ accountId: own.accountId, sessionId: own.id })
    clock.set(new Date(expiresAt.getTime() - 1000))
    expect(other.read(accessToken)).toBeDefined()
    expect(new AccessTokens(mac, clock).read(accessToken)).toBeDefined()
    clock.advance(1000)
    expect(other.read(accessToken)).toBeUndefined()
    expect(new AccessTokens(mac, clock).read(accessToken)).toBeUndefined()
    expect(ACCESS_TOKEN_SECONDS).toBe(600)
  })

  it('are JWT as libraries write them', () => {
    expect(tokens.read(jwt({ alg: 'HS256', typ: 'JWT' }, claims()))).toMatchObject({ accountId: 'a' })
  })

  it.each([
    ['another algorithm', () => jwt({ alg: 'HS512', typ: 'JWT' }, claims(), 'sha512')],
    ['another algorithm by name alone', () => jwt({ alg: 'none', typ: 'JWT' }, claims())],
    ['no signature', () => `${encoded({ alg: 'none', typ: 'JWT' })}.${encoded(claims())}.`],
    ['another audience', () => jwt({ alg: 'HS256', typ: 'JWT' }, { ...claims(), aud: 'paper' })],
    ['no end', () => jwt({ alg: 'HS256', typ: 'JWT' }, { ...claims(), exp: undefined })],
    ['a part too many', () => `${jwt({ alg: 'HS256', typ: 'JWT' }, claims())}.x`],
    ['nothing', () => ''],
  ])('are refused: %s', (_, token) => expect(tokens.read(token())).toBeUndefined())

  it('are no quiz papers, nor papers access tokens', () => {
    const { accessToken } = tokens.issue(session(), [])
    const papers = new PaperTokens(mac)
    const [, body = '', signature = ''] = accessToken.split('.')
    expect(papers.read(accessToken)).toBeUndefined()
    expect(papers.read(`${body}.${signature}`)).toBeUndefined()
    const paper = `${encoded(claims())}.${mac.of(encoded(claims()), 'quiz-paper\0')}`
    expect(tokens.read(`${encoded({ alg: 'HS256', typ: 'JWT' })}.${paper}`)).toBeUndefined()
  })
})
