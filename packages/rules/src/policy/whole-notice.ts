import { NOTICE } from '../notice/clauses.ts'
import { PART_IDS } from '../scorecard-ids.ts'
import { type CountyOverride, POLICIES, type Policies } from './policies.ts'

/** The same policy for a place where every ledger of the notice is kept here, whatever its county says. */
export const judgingAll = (policies: Policies): Policies => {
  const counties: Record<string, CountyOverride> = {}
  for (const [code, { judgedParts: _, ...others }] of Object.entries(policies.counties))
    counties[code] = others
  return {
    ...policies,
    version: `${policies.version}-whole`,
    values: {
      ...policies.values,
      judgedParts: {
        ...policies.values.judgedParts,
        versions: [{ from: NOTICE.issuedOn, value: PART_IDS }],
      },
    },
    counties,
  }
}

export const WHOLE_NOTICE_POLICIES: Policies = judgingAll(POLICIES)
