import { addDays, type IsoDate } from '@dfv/rules'

/** Monday is 0. */
export const weekdayOf = (date: IsoDate): number => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7

/** The Monday of a day's week. */
export const mondayOf = (date: IsoDate): IsoDate => addDays(date, -weekdayOf(date))
