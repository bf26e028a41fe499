import type { PolicyDraft, PolicyDraftIn, PolicyValue } from '@/shared/api'
import { policyDraft as copy } from '@/shared/copy'
import type { SummaryLine } from '@/shared/ui'

type Form = PolicyValue['form']
/** A value while it is typed: numbers stay text until they are sent. */
export type Entry = string | boolean | string[] | Record<string, string> | Record<string, string[]>
export type DraftForm = {
  effectiveOn: string
  basis: string
  entries: Readonly<Record<string, Entry>>
}

export const emptyDraft = (effectiveOn: string): DraftForm => ({ effectiveOn, basis: '', entries: {} })

export const formOfDraft = (
  { effectiveOn, basis, changes }: PolicyDraft,
  values: readonly PolicyValue[],
): DraftForm => {
  const forms = new Map(values.map((value) => [value.id, value.form]))
  const entries: Record<string, Entry> = {}
  for (const { id, value } of changes) entries[id] = entryOf(forms.get(id)!, value)
  return { effectiveOn, basis, entries }
}

const record = (value: unknown) => value as Record<string, unknown>

/** What stands in the fields before anything is typed. */
export function entryOf(form: Form, value: unknown): Entry {
  switch (form.type) {
    case 'number':
      return String(Number(value) / form.scale)
    case 'choice':
      return String(value)
    case 'several':
      return (value as string[]).map(String)
    case 'numbers':
      return Object.fromEntries(
        form.parts.map(({ key }) => [key, String(Number(record(value)[key]) / form.scale)]),
      )
    case 'schedule':
      return Object.fromEntries(
        form.parts.map(({ key }) => [key, (record(value)[key] as number[]).map(String)]),
      )
  }
}

/** @returns undefined where a number is missing or is none */
export function sentValue(form: Form, entry: Entry): unknown {
  const number = (text: string | undefined, scale: number) => {
    if (text === undefined || !/^\d+(\.\d{1,2})?$/.test(text.trim())) return undefined
    const scaled = Math.round(Number(text) * scale)
    return Math.abs(scaled - Number(text) * scale) < 1e-6 ? scaled : undefined
  }
  switch (form.type) {
    case 'number': {
      const value = number(entry as string, form.scale)
      return value !== undefined && value >= form.least && value <= form.most ? value : undefined
    }
    case 'choice':
      return form.options.find(({ value }) => String(value) === entry)?.value
    case 'several':
      return (entry as string[]).length > 0 ? entry : undefined
    case 'numbers': {
      const texts = entry as Record<string, string>
      const values = form.parts.map(({ key }) => [key, number(texts[key], form.scale)] as const)
      const isWhole = values.every(
        ([, value]) => value !== undefined && value >= form.least && value <= form.most,
      )
      const sum = values.reduce((total, [, value]) => total + (value ?? 0), 0)
      if (!isWhole || (form.total !== undefined && sum !== form.total)) return undefined
      return Object.fromEntries(values)
    }
    case 'schedule': {
      const years = entry as Record<string, string[]>
      return Object.fromEntries(form.parts.map(({ key }) => [key, (years[key] ?? []).map(Number)]))
    }
  }
}

/** What may be typed: the bounds, or how far the points are from their sum. */
export function hintOf(form: Form, entry: Entry): string | undefined {
  if (form.type !== 'number' && form.type !== 'numbers') return undefined
  if (form.type === 'numbers' && form.total !== undefined) {
    const sum = Object.values(entry as Record<string, string>).reduce(
      (total, one) => total + (Number(one) || 0),
      0,
    )
    return copy.sum(String(Math.round(sum * 100) / 100), String(form.total / form.scale))
  }
  return copy.number(form.unit, String(form.least / form.scale), String(form.most / form.scale))
}

const LEAST_BASIS = 4

export function checkDraft({ basis, entries }: DraftForm, values: readonly PolicyValue[]): SummaryLine[] {
  const lines: SummaryLine[] = []
  if (basis.trim().length < LEAST_BASIS) lines.push({ field: 'basis', text: copy.basisMissing })
  if (Object.keys(entries).length === 0) lines.push({ field: 'pick', text: copy.noChange })
  for (const { id, meaning, form } of values) {
    const entry = entries[id]
    if (entry !== undefined && sentValue(form, entry) === undefined)
      lines.push({ field: id, text: `${meaning}：${hintOf(form, entry) ?? copy.choose}` })
  }
  return lines
}

export const draftIn = (
  { effectiveOn, basis, entries }: DraftForm,
  values: readonly PolicyValue[],
  version: number,
): PolicyDraftIn => ({
  version,
  effectiveOn,
  basis: basis.trim(),
  changes: values
    .filter(({ id }) => entries[id] !== undefined)
    .map(({ id, form }) => ({
      id: id as PolicyDraftIn['changes'][number]['id'],
      value: sentValue(form, entries[id]!),
    })),
})
