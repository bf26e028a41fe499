import type { IsoDate } from '../core/iso-date.ts'
import type { Policies } from '../policy/policies.ts'
import { judgedParts } from '../policy/policy-at.ts'
import { KIND_OUTLINES } from '../records/kind-outlines.ts'
import type { KindId } from '../records/record-kind.ts'
import { PART_IDS, type PartId } from '../scorecard-ids.ts'
import { RULES } from './rules.ts'

const ALL = Object.keys(KIND_OUTLINES) as KindId[]

/** The person's file and the village's activities: kept wherever the notice is. */
const FIRST: readonly KindId[] = [
  'person-registration',
  'person-status',
  'abstinence-start',
  'support-group',
  'talk',
  'urine-test',
  'test-outcome',
  'relapse',
  'publicity-activity',
  'roster-confirmation',
]

/** Many rules read them; where some parts are judged by hand they say too little to be kept. */
const LAST: readonly KindId[] = ['transfer', 'transfer-acceptance', 'carry-over', 'past-evidence']

/** The kinds of record the judged parts need, in the order of the kinds; all of them when every part is judged. */
export function kindsJudged(isJudged: (part: PartId) => boolean): readonly KindId[] {
  if (PART_IDS.every(isJudged)) return ALL
  const read = new Set(FIRST)
  for (const { id, reads } of RULES)
    if (isJudged(id)) for (const kind of reads) if (!LAST.includes(kind)) read.add(kind)
  return ALL.filter((kind) => read.has(kind))
}

/** The kinds of record in use in an area on a day. */
export function kindsInUse(policies: Policies, date: IsoDate, areaCode = ''): readonly KindId[] {
  const parts = judgedParts(policies, areaCode, date)
  return kindsJudged((part) => parts.includes(part))
}

/** The kinds in use that people enter; the others the system writes from another act. */
export const kindsEntered = (policies: Policies, date: IsoDate, areaCode = ''): readonly KindId[] =>
  kindsInUse(policies, date, areaCode).filter((kind) => !KIND_OUTLINES[kind].systemMade)
