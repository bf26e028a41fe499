export {
  type Answer,
  answersOf,
  kindIcon,
  kindLabel,
  kindOf,
  kindShortLabel,
  type Lookup,
  type NameOf,
  photoIds,
  showValue,
} from './describe'
