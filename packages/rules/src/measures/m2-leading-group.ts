import { CLAUSES } from '../notice/clauses.ts'
import type { Village } from '../registers/village.ts'
import type { Rule } from '../standards/define-rule.ts'
import { canOwe } from '../standards/tally.ts'

const MEMBERS = ['police', 'posted-cadre', 'committee'] as const

/** What the leading group lacks; undefined where there is none. */
export function lackingRoles(village: Village): string[] | undefined {
  const group = village.documents().leadingGroup
  if (group === undefined) return undefined
  const { leader, deputy, members, office, dedicated } = group.payload
  const lacking: string[] = []
  if (leader !== 'posted-leader') lacking.push('leader')
  if (deputy !== 'secretary') lacking.push('deputy')
  for (const member of MEMBERS) if (!(members as string[]).includes(member)) lacking.push(`group-${member}`)
  if (office !== 'yes') lacking.push('office-of-group')
  if (dedicated !== 'yes') lacking.push('dedicated')
  return lacking
}

/** 领导小组: led by the posted town leader, deputy the secretary, the three kinds of member, an office and somebody for it. */
export const m2LeadingGroup: Rule = {
  id: 'M2',
  standard: 'M2',
  clause: CLAUSES.leadingGroup,
  reads: ['leading-group'],
  policy: [],
  judge: (village) => {
    const lacking = lackingRoles(village)
    if (lacking === undefined)
      return {
        state: 'notMet',
        missing: [{ code: 'leadingGroup' }],
        next: { code: 'formLeadingGroup' },
        mendable: canOwe(village),
      }
    const deciding = [village.documents().leadingGroup!.id]
    if (lacking.length === 0) return { state: 'met', deciding }
    return {
      state: 'notMet',
      deciding,
      missing: [{ code: 'groupRoles', params: { kinds: lacking } }],
      next: { code: 'completeLeadingGroup' },
      mendable: canOwe(village),
    }
  },
}
