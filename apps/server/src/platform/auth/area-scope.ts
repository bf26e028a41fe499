import type { AreaLevel } from './roles.js'

const LEVEL_BY_LENGTH: Record<number, AreaLevel> = {
  2: 'province',
  4: 'city',
  6: 'county',
  9: 'town',
  12: 'village',
  16: 'grid',
}
const AREA_CODE = /^\d{2}(\d{2}(\d{2}(\d{3}(\d{3}(G\d{3})?)?)?)?)?$/
/** Width of each level's code, outermost first. Fixed widths make a prefix the same as a whole level: G001 is never a part of G0010. */
const WIDTHS = [2, 4, 6, 9, 12, 16]

export const isAreaCode = (value: string): boolean => AREA_CODE.test(value)

/** @throws RangeError when the code is not an area code */
export function areaLevel(code: string): AreaLevel {
  const level = isAreaCode(code) ? LEVEL_BY_LENGTH[code.length] : undefined
  if (!level) throw new RangeError('not an area code')
  return level
}

/** The code of the area one level up; null for a province. */
export function parentCode(code: string): string | null {
  const width = WIDTHS[WIDTHS.indexOf(code.length) - 1]
  return width === undefined ? null : code.slice(0, width)
}

export const countyCode = (code: string): string => code.slice(0, 6)
export const townCode = (code: string): string => code.slice(0, 9)
export const villageCode = (code: string): string => code.slice(0, 12)

/**
 * The areas an actor may touch, as a half-open range over codes: `from <= code AND code < to`. It goes into the WHERE
 * of every query, so that a row outside it is never loaded.
 */
export class AreaScope {
  private constructor(
    readonly from: string,
    readonly to: string,
  ) {}

  static of(code: string): AreaScope {
    areaLevel(code)
    const last = code.charCodeAt(code.length - 1)
    return new AreaScope(code, code.slice(0, -1) + String.fromCharCode(last + 1))
  }

  /** Sees nothing: a person without an appointment. */
  static readonly none = new AreaScope('~', '~')

  /** Everything there is: for jobs that serve no one actor. */
  static readonly all = new AreaScope('', '~')

  contains(code: string): boolean {
    return this.from <= code && code < this.to
  }
}
