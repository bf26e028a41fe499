import type { Obligation } from '@dfv/rules'
import { toAwareness, toHouseholds, toPledges } from '@/shared/navigation'

/** Where duties are done that have no form of their own. */
const WAYS: Partial<Record<Obligation['kind'], (areaCode: string) => void>> = {
  pledge: () => toPledges(),
  'household-pledges': toHouseholds,
  awareness: (areaCode) => toAwareness(areaCode),
}

/** The page where whoever owes a duty goes on with it, if its form is not his to fill in; null: there is none. */
export function wayOn({ kind }: Pick<Obligation, 'kind'>, areaCode: string): (() => void) | null {
  const way = WAYS[kind]
  return way ? () => way(areaCode) : null
}
