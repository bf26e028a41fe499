/** What a village's body is called beside its name proper. */
const SUFFIX = /(村民委员会|居民委员会|村委会|居委会|社区|村)(?=[A-Z]?$)/

/** The code of a person's file: 示范村A, 7 → 示范A-07. */
export const personCode = (villageName: string, number: number): string =>
  `${villageName.replace(SUFFIX, '') || villageName}-${String(number).padStart(2, '0')}`

/** The family name and a star; nothing more leaves the identity store without a purpose. */
export const maskName = (name: string): string => `${[...name.trim()][0] ?? ''}*`
