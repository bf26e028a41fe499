import { randomBytes } from 'node:crypto'
import type { PolicyValues } from '@dfv/rules'

const LINE_BREAKS = /[\r\n\v\f\u0085\u2028\u2029]+/g

/**
 * Fills a template. The result is what people read, hash and sign: NFC, lines ended by \n, no spaces at line ends.
 * A value is put in as it is, braces and all, but for line breaks: it must not add a line to what is signed.
 * @throws RangeError when a variable has no value
 */
export function fillTemplate(body: string, values: Readonly<Record<string, string | number>>): string {
  const filled = body.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new RangeError(`pledge template names ${name}, which has no value`)
    return String(value).replace(LINE_BREAKS, ' ')
  })
  return filled
    .normalize('NFC')
    .split(/\r?\n/)
    .map((line) => line.trimEnd())
    .join('\n')
    .trim()
}

/** Printed at the end of every text. Without it the hash of a text could be tried against every name in the village. */
export const newTextMark = (): string => printedMark(randomBytes(16).toString('hex'))

/** 128 bits as they are printed. @param hex at least 32 hexadecimal digits; what is more is left out */
export const printedMark = (hex: string): string => hex.slice(0, 32).toUpperCase().match(/.{8}/g)!.join(' ')

/** The targets and terms of the notice that wordings name, as the policy of the day has them. */
export const policyValues = (policy: PolicyValues) => ({
  reportInDays: policy.reportInDays,
  cycleMonths: policy.cycleMonths,
  activitiesPerMonth: policy.activitiesPerMonth,
  residentPercent: policy.awarenessPercent.resident,
  migrantPercent: policy.awarenessPercent.migrant,
  venuePercent: policy.awarenessPercent.venue,
  studentPercent: policy.awarenessPercent.student,
})
