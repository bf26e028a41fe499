import type { PolicyValue } from '@/shared/api'

/** The numbers whose meaning, clause or present value has the typed words. */
export function foundValues(values: readonly PolicyValue[], typed: string): PolicyValue[] {
  const words = typed.trim()
  if (words === '') return [...values]
  return values.filter(({ meaning, clause, text }) =>
    [meaning, clause, text].some((one) => one.includes(words)),
  )
}
