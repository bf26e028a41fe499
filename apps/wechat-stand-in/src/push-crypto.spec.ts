import { describe, expect, it } from '@jest/globals'
import { open, PushCryptoError, seal, sign, widenPad } from './push-crypto.js'

// The worked example of the platform's message push document.
const TOKEN = 'AAAAA'
const AES_KEY = 'A'.repeat(43)
const APPID = 'wxba5fad812f8e6fb9'
const ENCRYPTED =
  '+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCpj0JB4RvQMkUyus8TPxLKJGQqcvZqzDpVzazhZv6JsXUnnR8XGT740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+l5kdfMuFUPpRSrfMZuMcp3Fn2Pede2IuQrKEYwKSqFIZoNqJ4M8EajAsjLY2km32IIjdf8YL/P50F7mStwntrA2cPDrM1kb6mOcfBgRtWygb3VIYnSeOBrebufAlr7F9mFUPAJGj04='
const MESSAGE =
  '{"ToUserName":"gh_97417a04a28d","FromUserName":"o9AgO5Kd5ggOC-bXrbNODIiE3bGY","CreateTime":1714112445,"MsgType":"event","Event":"debug_demo","debug_str":"hello world"}'
const REPLY = 'ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ=='

describe('push crypto — official vectors', () => {
  it('signs the URL check', () => {
    expect(sign(TOKEN, '1714036504', '1514711492')).toBe('f464b24fc39322e44b38aa78f5edd27bd1441696')
  })

  it('signs a plain message', () => {
    expect(sign(TOKEN, '1714037059', '486452656')).toBe('899cf89e464efb63f54ddac96b0a0a235f53aa78')
  })

  it('signs an encrypted message', () => {
    expect(sign(TOKEN, '1714112445', '415670741', ENCRYPTED)).toBe('046e02f8204d34f8ba5fa3b1db94908f3df2e9b3')
  })

  it('opens the encrypted message, whose pad of 19 is wider than the cipher’s block', () => {
    const opened = open(ENCRYPTED, AES_KEY)
    expect(opened.message).toBe(MESSAGE)
    expect(opened.message).toHaveLength(167)
    expect(opened.appid).toBe(APPID)
    expect(opened.pad).toBe(19)
    expect(opened.random.toString('latin1')).toBe('a8eedb185eb2fecf')
  })

  it('seals the same bytes again', () => {
    const random = Buffer.from('a8eedb185eb2fecf', 'latin1')
    expect(seal(MESSAGE, { encodingAesKey: AES_KEY, appid: APPID, random })).toBe(ENCRYPTED)
  })

  it('signs and opens the encrypted reply', () => {
    expect(sign(TOKEN, '1713424427', '415670741', REPLY)).toBe('1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1')
    expect(open(REPLY, AES_KEY).message).toBe('{"demo_resp":"good luck"}')
  })
})

describe('push crypto', () => {
  it('carries Han text and every pad from 1 to 32', () => {
    const pads = new Set<number>()
    for (let length = 0; length < 32; length += 1) {
      const message = `村${'x'.repeat(length)}`
      const opened = open(seal(message, { encodingAesKey: AES_KEY, appid: APPID }), AES_KEY)
      expect(opened.message).toBe(message)
      pads.add(opened.pad)
    }
    expect(pads.size).toBe(32)
  })

  it('widens a pad without changing the JSON', () => {
    for (let length = 0; length < 32; length += 1) {
      const message = widenPad(JSON.stringify({ a: 'x'.repeat(length) }), APPID)
      const opened = open(seal(message, { encodingAesKey: AES_KEY, appid: APPID }), AES_KEY)
      expect(opened.pad).toBeGreaterThan(16)
      expect(JSON.parse(opened.message)).toEqual({ a: 'x'.repeat(length) })
    }
  })

  it.each([0, 33, 255])('refuses a pad byte of %i', (padByte) => {
    const sealed = seal('{}', { encodingAesKey: AES_KEY, appid: APPID, padByte })
    expect(() => open(sealed, AES_KEY)).toThrow(PushCryptoError)
  })

  it('refuses a key that is not 43 letters and digits', () => {
    expect(() => seal('{}', { encodingAesKey: 'short', appid: APPID })).toThrow(PushCryptoError)
  })
})
