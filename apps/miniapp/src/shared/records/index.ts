export {
  type Answer,
  answersOf,
  type DayOf,
  kindIcon,
  kindLabel,
  kindOf,
  kindShortLabel,
  type NameOf,
  photoIds,
  showValue,
} from './describe'
