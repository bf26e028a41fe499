import { createCipheriv } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openPush, PushRefused, pushSignature, signatureMatches } from './push-crypto.js'

/** The example of WeChat's own documentation. */
const TOKEN = 'AAAAA'
const AES_KEY = 'A'.repeat(43)
const APPID = 'wxba5fad812f8e6fb9'
const ENCRYPTED =
  '+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCpj0JB4RvQMkUyus8TPxLKJGQqcvZqzDpVzazhZv6JsXUnnR8XGT740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+l5kdfMuFUPpRSrfMZuMcp3Fn2Pede2IuQrKEYwKSqFIZoNqJ4M8EajAsjLY2km32IIjdf8YL/P50F7mStwntrA2cPDrM1kb6mOcfBgRtWygb3VIYnSeOBrebufAlr7F9mFUPAJGj04='
const MESSAGE =
  '{"ToUserName":"gh_97417a04a28d","FromUserName":"o9AgO5Kd5ggOC-bXrbNODIiE3bGY","CreateTime":1714112445,"MsgType":"event","Event":"debug_demo","debug_str":"hello world"}'

/** Seals as WeChat does, with any pad. */
function seal(message: string, appid: string, padByte?: number): string {
  const key = Buffer.from(`${AES_KEY}=`, 'base64')
  const length = Buffer.alloc(4)
  length.writeUInt32BE(Buffer.byteLength(message))
  const plain = Buffer.concat([Buffer.alloc(16, 7), length, Buffer.from(message + appid)])
  const pad = 32 - (plain.length % 32)
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([
    cipher.update(Buffer.concat([plain, Buffer.alloc(pad, padByte ?? pad)])),
    cipher.final(),
  ]).toString('base64')
}

describe('message push — the examples of the official documentation', () => {
  it.each([
    ['check of the address', ['1714036504', '1514711492'], 'f464b24fc39322e44b38aa78f5edd27bd1441696'],
    ['plain mode', ['1714037059', '486452656'], '899cf89e464efb63f54ddac96b0a0a235f53aa78'],
    ['secure mode', ['1714112445', '415670741', ENCRYPTED], '046e02f8204d34f8ba5fa3b1db94908f3df2e9b3'],
  ])('signs: %s', (_, parts, signature) => {
    expect(pushSignature(TOKEN, ...parts)).toBe(signature)
  })

  it('opens the message, whose pad is wider than the cipher block', () => {
    expect(openPush(ENCRYPTED, AES_KEY, APPID)).toBe(MESSAGE)
  })

  it('opens the official reply', () => {
    const reply = 'ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ=='
    expect(openPush(reply, AES_KEY, APPID)).toBe('{"demo_resp":"good luck"}')
  })
})

describe('message push — what is refused', () => {
  it.each([
    ['another mini-program', seal('{}', 'wx0000000000000001')],
    ['a pad of 0', seal('{}', APPID, 0)],
    ['a pad of 33', seal('{}', APPID, 33)],
    ['a cut ciphertext', ENCRYPTED.slice(0, 40)],
    ['an empty one', ''],
    ['no base64', '这不是密文'],
  ])('%s', (_, encrypted) => {
    expect(() => openPush(encrypted, AES_KEY, APPID)).toThrow(PushRefused)
  })

  it.each([1, 15, 16, 17, 31, 32])('but not a pad of %i', (pad) => {
    const overhead = 20 + APPID.length
    const message = 'x'.repeat((64 - pad - (overhead % 32) + 32) % 32)
    expect(openPush(seal(message, APPID), AES_KEY, APPID)).toBe(message)
  })

  it('compares signatures as wholes', () => {
    const right = pushSignature(TOKEN, '1', '2')
    expect(signatureMatches(right, right)).toBe(true)
    expect(signatureMatches(right.slice(0, -1), right)).toBe(false)
    expect(signatureMatches(`${right.slice(0, -1)}x`, right)).toBe(false)
    expect(signatureMatches('', right)).toBe(false)
  })
})
