import { storage } from './storage'

const OFFSET_KEY = 'dfv:clock-offset'
const CHINA_OFFSET_MS = 8 * 3600_000
/** A phone clock further off than this is told to the user. */
const WRONG_CLOCK_MS = 10 * 60_000

let offsetMs: number | undefined

const offset = () => {
  offsetMs ??= storage.get<number>(OFFSET_KEY) ?? 0
  return offsetMs
}

/** Every answer of the server carries its time; the phone's own clock may be wrong. */
export function noteServerTime(serverDate: string | undefined, receivedAtMs: number = Date.now()): void {
  const server = serverDate === undefined ? Number.NaN : Date.parse(serverDate)
  if (Number.isNaN(server)) return
  const fresh = server - receivedAtMs
  // The header has whole seconds only: small changes are noise and not worth a write.
  if (Math.abs(fresh - offset()) < 3_000) return
  offsetMs = fresh
  try {
    storage.set(OFFSET_KEY, fresh)
  } catch {
    // A full phone must not fail the request whose answer told the time; the next answer tells it again.
  }
}

export const phoneMillis = () => Date.now()
export const serverMillis = () => Date.now() + offset()
export const serverInstant = () => new Date(serverMillis()).toISOString()
export const isPhoneClockWrong = () => Math.abs(offset()) > WRONG_CLOCK_MS

/** The civil date in China at that moment; WeChat on Android has no Intl. */
export const chinaDate = (millis: number) => new Date(millis + CHINA_OFFSET_MS).toISOString().slice(0, 10)
/** 14:05 in China. */
export const chinaTime = (millis: number) => new Date(millis + CHINA_OFFSET_MS).toISOString().slice(11, 16)
export const today = () => chinaDate(serverMillis())
