import { randomInt } from 'node:crypto'

const CODES = 10 ** 12

/**
 * Twelve random digits that are printed on a slip and typed on a phone. With wrong tries limited by address one address would
 * look for decades for one of ten thousand slips; many addresses find one sooner.
 */
export const newSlipCode = (): string => String(randomInt(CODES)).padStart(12, '0')
