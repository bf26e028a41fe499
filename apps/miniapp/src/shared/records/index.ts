export {
  type Answer,
  answersOf,
  type DayOf,
  kindIcon,
  kindLabel,
  kindOf,
  kindShortLabel,
  type NameOf,
  showValue,
} from './describe'
