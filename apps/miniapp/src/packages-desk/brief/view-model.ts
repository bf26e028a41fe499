import { showMonth } from '@/shared/format'
import type { OptionItem } from '@/shared/ui'

/** This month and those before it, the present one first. */
export function monthsUntil(today: string, count = 6): OptionItem[] {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  return Array.from({ length: count }, (_, ago) => {
    const at = year * 12 + month - 1 - ago
    const value = `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
    return { value, label: showMonth(value, today) }
  })
}
