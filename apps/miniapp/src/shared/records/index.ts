export {
  type Answer,
  answersOf,
  kindIcon,
  kindLabel,
  kindOf,
  kindShortLabel,
  type NameOf,
  showValue,
} from './describe'
