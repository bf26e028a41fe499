import { randomBytes } from 'node:crypto'

/** Crockford's alphabet: no I, L, O, U, so that a printed code is read back without doubt. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 16

/** 80 random bits: nobody finds a pledge by trying. */
export function newVerifyCode(): string {
  return Array.from(randomBytes(LENGTH), (byte) => ALPHABET[byte % 32]).join('')
}

/** As printed: 7F3K-9Q2M-….  */
export const printedCode = (code: string): string => code.match(/.{4}/g)?.join('-') ?? code

/** What people type, brought to the form that is stored; undefined when it cannot be a code. */
export function readVerifyCode(typed: string): string | undefined {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  return code.length === LENGTH && [...code].every((letter) => ALPHABET.includes(letter)) ? code : undefined
}
