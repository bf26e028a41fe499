import { type Field, isKindId, isShown, type Payload, RECORD_KINDS, type RecordKind } from '@dfv/rules'
import { common, record as copy, photos } from '@/shared/copy'
import { showDate, showMonth } from '@/shared/format'

/** The whole description of a kind, form and all: for the pages that show answers, which are in subpackages. */
export const kindOf = (kind: string): RecordKind | null => (isKindId(kind) ? RECORD_KINDS[kind] : null)

/** Names of colleagues by account id; ids that are not known show as they are. */
export type NameOf = (accountId: string) => string

/** What answers that name something else are shown by; nothing where it is not at hand. */
export type Lookup = {
  /** The day of another record. */
  dayOf?: (recordId: string) => string | undefined
  /** The code of a person. */
  codeOf?: (personId: string) => string | undefined
  areaOf?: (areaCode: string) => string | undefined
}

/** One answer in words. Empty when there is none. */
export function showValue(
  field: Field,
  value: unknown,
  today: string,
  nameOf: NameOf,
  lookup: Lookup = {},
): string {
  if (value === undefined || value === null || value === '') return ''
  const optionLabel = (one: unknown) =>
    field.options?.find((option) => option.value === one)?.label ?? String(one)
  switch (field.type) {
    case 'date':
      return showDate(String(value), today)
    case 'month':
      return showMonth(String(value), today)
    case 'choice':
      return optionLabel(value)
    case 'multi':
      return Array.isArray(value) ? value.map(optionLabel).join(common.listComma) : String(value)
    case 'cadres':
      return Array.isArray(value)
        ? value.map((id) => nameOf(String(id))).join(common.listComma)
        : String(value)
    case 'record': {
      const day = lookup.dayOf?.(String(value))
      return day ? showDate(day, today) : copy.chosenRecord
    }
    case 'photos':
      return Array.isArray(value) && value.length > 0 ? photos.count(value.length) : ''
    case 'person':
      return lookup.codeOf?.(String(value)) ?? copy.chosenRecord
    case 'area':
      return lookup.areaOf?.(String(value)) ?? String(value)
    case 'flag':
      return value === true ? copy.yes : copy.no
    default:
      return String(value)
  }
}

export type Answer = { field: string; name: string; value: string }

/** The answers of a record in the order of its form; what was not asked or not answered is left out. */
export function answersOf(
  kind: RecordKind,
  payload: Payload,
  today: string,
  nameOf: NameOf,
  lookup: Lookup = {},
): Answer[] {
  return Object.entries(kind.fields)
    .filter(([, field]) => field.class !== 'identity' && isShown(field, payload))
    .map(([name, field]) => ({
      field: name,
      name: field.label,
      value: showValue(field, payload[name], today, nameOf, lookup),
    }))
    .filter(({ value }) => value !== '')
}
