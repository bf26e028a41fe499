import { createHash } from 'node:crypto'

const BASE64_STARTS = [0, 2, 3]

/** The bytes of a text in the ways in which it may lie somewhere: name of the way → bytes, at least four of them. */
export function formsOf(value) {
  const utf8 = Buffer.from(value, 'utf8')
  const utf16 = Buffer.from(value, 'utf16le')
  const percent = encodeURIComponent(value)
  const units = [...Array(value.length).keys()].map((at) =>
    value.charCodeAt(at).toString(16).padStart(4, '0'),
  )
  const points = [...value].map((one) => one.codePointAt(0))
  const texts = {
    percent,
    'percent, small letters': percent.replace(/%../g, (code) => code.toLowerCase()),
    'percent, twice': encodeURIComponent(percent),
    'JSON escapes': units.map((unit) => `\\u${unit}`).join(''),
    'JSON escapes, capitals': units.map((unit) => `\\u${unit.toUpperCase()}`).join(''),
    'HTML entities': points.map((point) => `&#${point};`).join(''),
    'HTML entities, hex': points.map((point) => `&#x${point.toString(16)};`).join(''),
    hex: utf8.toString('hex'),
    'hex, capitals': utf8.toString('hex').toUpperCase(),
    ...Object.fromEntries(
      ['md5', 'sha1', 'sha256'].map((name) => [name, createHash(name).update(value).digest('hex')]),
    ),
    ...base64Of('base64', utf8),
    ...base64Of('base64 of UTF-16', utf16),
  }
  const forms = new Map([
    ['UTF-8', utf8],
    ['UTF-16', utf16],
    ['UTF-16, big end first', Buffer.from(utf16).swap16()],
  ])
  const seen = new Set([...forms.values()].map((bytes) => bytes.toString('latin1')))
  for (const [name, text] of Object.entries(texts))
    if (text.length >= 4 && !seen.has(text)) {
      seen.add(text)
      forms.set(name, Buffer.from(text, 'latin1'))
    }
  return forms
}

/** Base64 has no one form of a text: it depends on where in three bytes the text begins. What stands beside it is cut off. */
function base64Of(name, bytes) {
  const forms = {}
  for (const [before, start] of BASE64_STARTS.entries()) {
    const whole = Buffer.concat([Buffer.alloc(before), bytes])
    const text = whole.toString('base64').slice(start, Math.floor((whole.length * 8) / 6))
    forms[`${name}, ${before} bytes in`] = text
    forms[`${name}url, ${before} bytes in`] = text.replaceAll('+', '-').replaceAll('/', '_')
  }
  return forms
}
