import { z } from 'zod'

/** Keyword types of subscribe-message templates. */
export const VALUE_TYPES = [
  'thing',
  'number',
  'letter',
  'symbol',
  'character_string',
  'time',
  'date',
  'amount',
  'phone_number',
  'car_number',
  'name',
  'phrase',
] as const
export type ValueType = (typeof VALUE_TYPES)[number]

export const ValueTypeSchema = z.enum(VALUE_TYPES)

/** What we put into a keyword: words, or a civil date. */
export type SlotValue = { text: string } | { date: string }

const THING_LENGTH = 20
const CHARACTER_STRING_LENGTH = 32
const PHRASE_LENGTH = 5
const END_OF_DAY = '23:59'

/** The type in a keyword's key: `character_string12` → `character_string`. */
export function typeOfKey(key: string): ValueType | undefined {
  const prefix = /^([a-z_]+?)\d+$/.exec(key)?.[1]
  return VALUE_TYPES.find((type) => type === prefix)
}

/**
 * The value as WeChat accepts it for the type: one that breaks a rule makes the whole message fail (47003).
 * @throws RangeError when the value cannot be said in that type
 */
export function fitValue(type: ValueType, value: SlotValue): string {
  const fitted = 'date' in value ? fitDate(type, value.date) : fitText(type, clean(value.text))
  if (fitted === undefined || fitted === '') throw new RangeError(`no value of type ${type} can hold this`)
  return fitted
}

/** No control characters, no line breaks, no emoji: how WeChat counts those is not written down. */
function clean(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/\p{Extended_Pictographic}|\u200D|\uFE0F/gu, '')
    .trim()
}

function fitText(type: ValueType, text: string): string | undefined {
  switch (type) {
    case 'thing':
      return cut(text, THING_LENGTH)
    case 'phrase':
      return [...text]
        .filter((char) => /\p{Script=Han}/u.test(char))
        .slice(0, PHRASE_LENGTH)
        .join('')
    case 'character_string':
      return text.replace(/[^\x21-\x7E]/g, '').slice(0, CHARACTER_STRING_LENGTH)
    case 'number':
      return /^-?\d{1,31}(\.\d+)?$/.test(text) && text.length <= CHARACTER_STRING_LENGTH ? text : undefined
    default:
      return undefined
  }
}

function fitDate(type: ValueType, date: string): string | undefined {
  const [year, month, day] = date.split('-').map(Number)
  switch (type) {
    case 'date':
      return `${year}年${month}月${day}日`
    case 'time':
      return `${year}年${month}月${day}日 ${END_OF_DAY}`
    case 'thing':
      return `${month}月${day}日`
    case 'character_string':
      return date
    default:
      return undefined
  }
}

/** By code points, so that no character is cut in half. */
function cut(text: string, length: number): string {
  const characters = [...text]
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`
}
