import { execFileSync } from 'node:child_process'
import { createHash, type X509Certificate } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Authority, startAuthority } from '../../../test/support/time-stamping-authority.js'
import { readConfig } from '../config/config.js'
import { checkTimeStamp, timeStampRequest, tokenIn } from './time-stamp-token.js'
import { certificatesOf, TimeStamps } from './time-stamps.js'

const DATA = Buffer.from('封存的链接')
const hash = createHash('sha256').update(DATA).digest('hex')
const imprint = Buffer.from(hash, 'hex')
const base = { DATABASE_URL: 'mysql://x@localhost/x', KEYS_FILE: 'keys.json', DATA_DIR: '.' }
const stampsOf = (env: object) => new TimeStamps(readConfig({ ...base, ...env }))

describe.each([
  ['RSA', ['rsa:2048']],
  ['ECDSA', ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256']],
])('a time stamp of an authority with an %s key (RFC 3161)', (_, key) => {
  let authority: Authority
  let roots: X509Certificate[]
  let token: Buffer

  beforeAll(async () => {
    authority = await startAuthority(key)
    roots = certificatesOf(authority.caFile)
    token = await stampsOf({ TSA_URL: authority.url, TSA_CA_FILE: authority.caFile }).stamp(hash)
  })
  afterAll(() => authority.close())

  it('tells when and by whom, and OpenSSL says the same', () => {
    expect(checkTimeStamp(token, imprint, roots)).toMatchObject({ by: '示范时间戳机构', isTrusted: true })
    const folder = mkdtempSync(path.join(tmpdir(), 'token-'))
    try {
      const file = (name: string, content: Buffer) => {
        writeFileSync(path.join(folder, name), content)
        return path.join(folder, name)
      }
      const args = [
        '-in',
        file('token', token),
        '-token_in',
        '-data',
        file('data', DATA),
        '-CAfile',
        authority.caFile,
      ]
      expect(execFileSync('openssl', ['ts', '-verify', ...args], { stdio: 'pipe' }).toString()).toContain(
        'OK',
      )
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('does not hold for another hash', () => {
    const other = createHash('sha256').update('x').digest()
    expect(() => checkTimeStamp(token, other, roots)).toThrow('something else')
  })

  it('is not trusted without the root it goes back to', async () => {
    expect(checkTimeStamp(token, imprint, []).isTrusted).toBe(false)
    const stranger = await startAuthority(['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'])
    try {
      expect(checkTimeStamp(token, imprint, certificatesOf(stranger.caFile)).isTrusted).toBe(false)
      const wary = stampsOf({ TSA_URL: authority.url, TSA_CA_FILE: stranger.caFile })
      await expect(wary.stamp(hash)).rejects.toThrow('does not go back')
    } finally {
      await stranger.close()
    }
  })

  it('shows any changed bit of what it states: time, hash, certificate, signature', () => {
    const unseen: number[] = []
    const holds = (bytes: Buffer) => {
      try {
        const { at, by, isTrusted } = checkTimeStamp(bytes, imprint, roots)
        return isTrusted && `${at.toISOString()} ${by}`
      } catch {
        return false
      }
    }
    const whole = holds(token)
    for (let at = 0; at < token.length; at += 9) {
      token[at]! ^= 1
      const answer = holds(token)
      // A bit may be changed where nothing is stated (an unused flag); what is stated must not.
      if (answer && answer !== whole) unseen.push(at)
      token[at]! ^= 1
    }
    expect(unseen).toEqual([])
  })

  it('that answers another request is refused', async () => {
    const request = timeStampRequest(imprint)
    const answer = await fetch(authority.url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query' },
      body: new Uint8Array(request.bytes),
    })
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(tokenIn(bytes, request).length).toBeGreaterThan(0)
    expect(() => tokenIn(bytes, timeStampRequest(imprint))).toThrow('another request')
  })

  it('is an error, not a stamp, when the authority is down', async () => {
    authority.down = true
    const stamps = stampsOf({ TSA_URL: authority.url, TSA_CA_FILE: authority.caFile })
    await expect(stamps.stamp(hash)).rejects.toThrow('503')
    authority.down = false
  })
})

describe('the configuration of time stamps', () => {
  it('needs none', () => expect(stampsOf({}).isOn).toBe(false))

  it('with an address needs the root that is trusted', () => {
    expect(() => stampsOf({ TSA_URL: 'http://127.0.0.1:1/' })).toThrow('TSA_CA_FILE')
    expect(() => certificatesOf(__filename)).toThrow('no certificate')
  })
})
