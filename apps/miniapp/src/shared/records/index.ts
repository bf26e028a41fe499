export { type Answer, answersOf, kindOf, type Lookup, type NameOf, showValue } from './answers'
export { kindIcon, kindLabel, kindShortLabel, photoIds } from './describe'
