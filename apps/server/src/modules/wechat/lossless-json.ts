/** Strings first, so that digits inside them are left alone; then whole numbers with all that belongs to them. */
const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g
/** Fewer digits are exact as numbers. */
const LONG_INTEGER = /^-?\d{16,}$/

/**
 * `JSON.parse` that keeps whole numbers of 16 digits and more as text: WeChat's message ids are 64-bit and would be
 * rounded.
 * @throws SyntaxError
 */
export function parseLossless(text: string): unknown {
  return JSON.parse(text.replace(TOKEN, (token) => (LONG_INTEGER.test(token) ? `"${token}"` : token)))
}
