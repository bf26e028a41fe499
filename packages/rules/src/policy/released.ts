import type { Version } from '../core/dated.ts'
import type { IsoDate } from '../core/iso-date.ts'
import type { CountyOverride, Policies, PolicyId, PolicyValues } from './policies.ts'

/** What a county released: some values, and the first day on which they apply. */
export type PolicyRelease = {
  effectiveOn: IsoDate
  values: { readonly [id in PolicyId]?: PolicyValues[id] }
}

type Versions = Record<string, Version<unknown>[]>

/**
 * The policy of one county: the delivered values, those delivered for it among them, and from its first day each value that
 * it released. Of two releases for the same day the later one holds.
 * @param releases in the order in which they were released
 * @param revision how often the county's policy changed; it tells one version from the next
 */
export function policiesOfCounty(
  delivered: Policies,
  county: string,
  releases: readonly PolicyRelease[],
  revision: number,
): Policies {
  const before: CountyOverride = delivered.counties[county] ?? {}
  const own: Versions = {}
  for (const { effectiveOn, values } of releases)
    for (const [id, value] of Object.entries(values)) {
      const versions: readonly Version<unknown>[] = own[id] ?? before[id as PolicyId] ?? []
      const others = versions.filter(({ from }) => from !== effectiveOn)
      own[id] = others.concat({ from: effectiveOn, value }).sort((a, b) => (a.from < b.from ? -1 : 1))
    }
  if (revision === 0) return delivered
  return {
    ...delivered,
    version: `${delivered.version}-${revision}`,
    counties: {
      ...delivered.counties,
      [county]: { ...before, ...(own as CountyOverride) },
    },
  }
}
