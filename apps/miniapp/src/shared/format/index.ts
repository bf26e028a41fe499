export {
  addDays,
  daysBetween,
  shortPeriod,
  showDate,
  showDateWithWeekday,
  showDue,
  showInstant,
  showMonth,
  showWeekday,
} from './dates'
export { phoneDigits, showRatio, showShare } from './numbers'
