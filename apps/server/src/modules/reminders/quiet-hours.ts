import { chinaDate } from '../../platform/clock.js'

/** Messages leave from 08:00 up to, not including, 21:00 in China. */
const FROM_HOUR = 8
const TO_HOUR = 21
const CHINA_OFFSET_HOURS = 8
const DAY_MS = 86_400_000

/** For the settings page. */
export const SENDING_HOURS = { from: '08:00', to: '21:00' } as const

/** The instant itself when messages may leave now, else the next 08:00 in China. */
export function nextSendable(instant: Date): Date {
  const hour = (instant.getUTCHours() + CHINA_OFFSET_HOURS) % 24
  if (hour >= FROM_HOUR && hour < TO_HOUR) return instant
  const morning = morningOf(instant)
  return hour < FROM_HOUR ? morning : new Date(morning.getTime() + DAY_MS)
}

/** 08:00 in China of the next day. */
export const nextMorning = (instant: Date): Date => new Date(morningOf(instant).getTime() + DAY_MS)

function morningOf(instant: Date): Date {
  const hour = String(FROM_HOUR - CHINA_OFFSET_HOURS).padStart(2, '0')
  return new Date(`${chinaDate(instant)}T${hour}:00:00.000Z`)
}
