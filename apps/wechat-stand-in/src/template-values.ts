/** Value rules of subscribe messages, one per keyword type. Lengths count code points. */
export const TEMPLATE_VALUE_TYPES = [
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
  'enum',
] as const

export type TemplateValueType = (typeof TEMPLATE_VALUE_TYPES)[number]

const CONTROL = /[\p{Cc}\u2028\u2029]/u
const HAN = /\p{Script=Han}/u

const CLOCK_TIME = '([01]?\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?'
const CALENDAR_DATE =
  '(\\d{4}年\\d{1,2}月(\\d{1,2}日)?|\\d{1,2}月\\d{1,2}日|\\d{4}[-/.]\\d{1,2}([-/.]\\d{1,2})?|\\d{1,2}[-/.]\\d{1,2})'
const TIME = rangeOf(`(${CALENDAR_DATE} )?${CLOCK_TIME}`)
const DATE = rangeOf(`${CALENDAR_DATE}( ${CLOCK_TIME})?`)

function rangeOf(pattern: string): RegExp {
  return new RegExp(`^${pattern}(~${pattern})?$`)
}

function length(value: string): number {
  return [...value].length
}

function isName(value: string): boolean {
  // One Han character makes the whole value a Chinese name with its shorter limit.
  return HAN.test(value)
    ? length(value) <= 10 && /^[\p{Script=Han}A-Za-z·]+$/u.test(value)
    : /^[A-Za-z .·'-]{1,20}$/.test(value)
}

const RULES: Record<TemplateValueType, (value: string, allowed: readonly string[]) => boolean> = {
  thing: (v) => length(v) >= 1 && length(v) <= 20,
  number: (v) => v.length <= 32 && /^-?\d+(\.\d+)?$/.test(v),
  letter: (v) => /^[A-Za-z]{1,32}$/.test(v),
  symbol: (v) => length(v) >= 1 && length(v) <= 5 && !/[\p{L}\p{N}\s]/u.test(v),
  character_string: (v) => /^[\x21-\x7E]{1,32}$/.test(v),
  time: (v) => TIME.test(v),
  date: (v) => DATE.test(v),
  amount: (v) => /^[¥￥$€£]\d{1,10}(\.\d+)?元?$/.test(v),
  phone_number: (v) => /^[\d+\-()#*]{1,17}$/.test(v),
  car_number: (v) => length(v) <= 8 && /^[\p{Script=Han}A-Z0-9][A-Z0-9]*[\p{Script=Han}A-Z0-9]$/iu.test(v),
  name: isName,
  phrase: (v) => /^\p{Script=Han}{1,5}$/u.test(v),
  enum: (v, allowed) => allowed.includes(v),
}

/** The type in a keyword's key: `character_string12` → `character_string`; null when the key has no known type. */
export function valueTypeOfKey(key: string): TemplateValueType | null {
  const prefix = /^([a-z_]+?)\d+$/.exec(key)?.[1]
  return TEMPLATE_VALUE_TYPES.find((type) => type === prefix) ?? null
}

/** @param allowed the template's own list, read for `enum` only */
export function isTemplateValue(
  type: TemplateValueType,
  value: string,
  allowed: readonly string[] = [],
): boolean {
  return !CONTROL.test(value) && RULES[type](value, allowed)
}
