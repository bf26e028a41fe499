import { randomInt } from 'node:crypto'

const CODES = 10 ** 12

/** Twelve random digits that are printed on a slip and typed on a phone: with wrong tries limited nobody finds one. */
export const newSlipCode = (): string => String(randomInt(CODES)).padStart(12, '0')
