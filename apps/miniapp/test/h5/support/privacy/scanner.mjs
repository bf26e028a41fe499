import { formsOf } from './encodings.mjs'

const FIRST_THREE = 1 << 24

/** Looks for identities in bytes, in every form at once. What it tells never holds the identity itself. */
export class Scanner {
  #maybe = new Uint8Array(FIRST_THREE)
  #needles = new Map()
  bytes = 0
  /** `{ where, what, form }` */
  hits = []

  /** @param identities `{ what, value }`: `what` names the kind and the owner, not the value */
  constructor(identities) {
    for (const { what, value } of identities)
      for (const [form, bytes] of formsOf(value)) {
        const key = (bytes[0] << 16) | (bytes[1] << 8) | bytes[2]
        this.#maybe[key] = 1
        this.#needles.set(key, [...(this.#needles.get(key) ?? []), { what, form, bytes }])
      }
  }

  /** @param content text or bytes */
  scan(where, content) {
    const bytes = Buffer.isBuffer(content) ? content : Buffer.from(content, 'utf8')
    this.bytes += bytes.length
    const told = new Set()
    for (let at = 0; at + 2 < bytes.length; at++) {
      const key = (bytes[at] << 16) | (bytes[at + 1] << 8) | bytes[at + 2]
      if (this.#maybe[key] === 0) continue
      for (const needle of this.#needles.get(key)) {
        const end = at + needle.bytes.length
        if (
          end > bytes.length ||
          told.has(needle) ||
          bytes.compare(needle.bytes, 0, needle.bytes.length, at, end) !== 0
        )
          continue
        told.add(needle)
        this.hits.push({ where, what: needle.what, form: needle.form })
      }
    }
  }
}
