import { derivedId } from '../../../platform/derived-id.js'

/**
 * What a household is called in the ledger: the same on paper and on a phone, so that the rules count it once. Nothing leads
 * from it to a name; the number stands in the village's own list on paper.
 */
export const householdParty = (areaCode: string, year: number, number: number): string =>
  derivedId('household', areaCode, year, number)
