import { addDays, type IsoDate } from '@dfv/rules'
import { chinaDate } from '../../platform/clock.js'
import { isWorkingDay, workingDayFrom } from './working-days.js'

/** Messages leave on working days from 08:00 up to, not including, 21:00 in China. */
const FROM_HOUR = 8
const TO_HOUR = 21
const CHINA_OFFSET_HOURS = 8

/** For the settings page. */
export const SENDING_HOURS = { from: '08:00', to: '21:00' } as const

/** The instant itself when messages may leave now, else 08:00 in China of the next day on which they may. */
export function nextSendable(instant: Date): Date {
  const hour = (instant.getUTCHours() + CHINA_OFFSET_HOURS) % 24
  const today = chinaDate(instant)
  if (isWorkingDay(today) && hour >= FROM_HOUR && hour < TO_HOUR) return instant
  return morningOf(hour < FROM_HOUR ? workingDayFrom(today) : workingDayFrom(addDays(today, 1)))
}

/** 08:00 in China of the next working day. */
export const nextMorning = (instant: Date): Date => morningOf(workingDayFrom(addDays(chinaDate(instant), 1)))

function morningOf(date: IsoDate): Date {
  const hour = String(FROM_HOUR - CHINA_OFFSET_HOURS).padStart(2, '0')
  return new Date(`${date}T${hour}:00:00.000Z`)
}
