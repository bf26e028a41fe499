import type { Area, LetterIn, LetterKind } from '@/shared/api'
import { letters as copy } from '@/shared/copy'
import type { OptionItem, SummaryLine } from '@/shared/ui'

export type LetterForm = { office: string | null; kind: LetterKind | null; text: string }

export const EMPTY_LETTER: LetterForm = { office: null, kind: null, text: '' }

const LEAST = 5

export const kindOptions = (): OptionItem[] =>
  Object.entries(copy.kinds).map(([value, label]) => ({ value, label }))

/** Towns first: most letters are for them; the county is for whoever is not content with the town. */
export const officeOptions = (areas: readonly Area[]): OptionItem[] =>
  areas
    .filter(({ level }) => level === 'town' || level === 'county')
    .sort((a, b) => b.code.length - a.code.length || (a.code < b.code ? -1 : 1))
    .map(({ code, name }) => ({ value: code, label: copy.office(name) }))

export function checkLetter(form: LetterForm): SummaryLine[] {
  return [
    ...(form.office === null ? [{ field: 'office', text: copy.toMissing }] : []),
    ...(form.kind === null ? [{ field: 'kind', text: copy.kindMissing }] : []),
    ...(form.text.trim().length < LEAST ? [{ field: 'text', text: copy.textShort }] : []),
  ]
}

/** What is sent; only for a form without faults. */
export function letterOf(form: LetterForm): LetterIn | null {
  if (checkLetter(form).length > 0 || form.office === null || form.kind === null) return null
  return { areaCode: form.office, kind: form.kind, text: form.text.trim() }
}
