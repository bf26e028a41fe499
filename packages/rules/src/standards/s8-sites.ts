import { addMonthsToDay, isoOf } from '../core/iso-date.ts'
import { CLAUSES } from '../notice/clauses.ts'
import type { Fact } from '../registers/read-ledger.ts'
import type { Village } from '../registers/village.ts'
import type { Missing } from '../scorecard.ts'
import type { Rule } from './define-rule.ts'
import { canOwe } from './tally.ts'

/** The last check of every site that was in use then. */
export function sitesInUse(village: Village): Fact[] {
  const sites: Fact[] = []
  village.index.bySubject('education-site').forEach((checks) => {
    const last = checks[checks.length - 1]!
    if (last.payload.inUse === 'yes') sites.push(last)
  })
  return sites
}

export const isSiteFresh = ({ day }: Fact, village: Village): boolean =>
  village.asOfDay <= addMonthsToDay(day, village.values().siteFreshMonths)

/** 至少建设一个: one education site in use, checked within the months. */
export const s8Sites: Rule = {
  id: 'S8',
  standard: 'S8',
  clause: CLAUSES.sites,
  reads: ['education-site'],
  policy: ['siteFreshMonths'],
  judge: (village) => {
    const sites = sitesInUse(village)
    const fresh = sites.filter((site) => isSiteFresh(site, village))
    if (fresh.length > 0) return { state: 'met', deciding: fresh.map(({ id }) => id) }
    const missing: Missing[] =
      sites.length === 0
        ? [{ code: 'site' }]
        : sites.map(({ subjectId, day }) => ({ code: 'siteStale', subjectId, period: isoOf(day) }))
    return {
      state: 'notMet',
      deciding: sites.map(({ id }) => id),
      missing,
      next: { code: 'checkSite' },
      mendable: canOwe(village),
    }
  },
}
