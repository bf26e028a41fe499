import Taro from '@tarojs/taro'
import { isWeapp } from './env'

export async function randomBytes(length: number): Promise<Uint8Array> {
  if (!isWeapp) return crypto.getRandomValues(new Uint8Array(length))
  const answer = await Taro.getRandomValues({ length })
  return new Uint8Array(answer.randomValues as ArrayBuffer)
}

/** UUID version 7: sorts by the time it was made. */
export function uuidv7From(millis: number, random: Uint8Array): string {
  const bytes = new Uint8Array(16)
  bytes.set(random.subarray(0, 10), 6)
  for (let i = 5, rest = millis; i >= 0; i--, rest = Math.floor(rest / 256)) bytes[i] = rest % 256
  bytes[6] = 0x70 | (bytes[6]! & 0x0f)
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

export async function newId(): Promise<string> {
  return uuidv7From(Date.now(), await randomBytes(10))
}
