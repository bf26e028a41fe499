import { assessYear as assessYearBy } from '../assessment/assessment.ts'
import { obligations as obligationsBy } from '../obligations/obligations.ts'
import { WHOLE_NOTICE_POLICIES } from '../policy/whole-notice.ts'
import { openVillage as openVillageBy } from '../registers/village.ts'
import { assess as assessBy } from '../standards/assess.ts'

/** The rules with every part judged, unless a test says otherwise. */
const policies = WHOLE_NOTICE_POLICIES

export const assess: typeof assessBy = (ledger, options) => assessBy(ledger, { policies, ...options })
export const obligations: typeof obligationsBy = (ledger, options) =>
  obligationsBy(ledger, { policies, ...options })
export const openVillage: typeof openVillageBy = (ledger, options) =>
  openVillageBy(ledger, { policies, ...options })
export const assessYear: typeof assessYearBy = (ledger, options, ...more) =>
  assessYearBy(ledger, { policies, ...options }, ...more)
