import type { Actor } from '../../platform/auth/actor.js'
import type { Role } from '../../platform/auth/roles.js'
import type { DutyFilter } from './obligations.repository.js'

/** These answer for the whole area and see what everybody in it owes. */
const SEES_ALL: readonly Role[] = ['village-secretary', 'posted-leader', 'county-office']

/** Whose duties somebody is shown in his own list: those of his post and what was handed to him; nothing given means everybody's. */
export const ownDuties = ({ role, accountId }: Actor): Pick<DutyFilter, 'owedBy' | 'accountId'> =>
  SEES_ALL.includes(role) ? {} : { owedBy: [role], accountId }
