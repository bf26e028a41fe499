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
export { showRatio, showShare } from './numbers'
