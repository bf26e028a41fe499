import type { Rule } from './define-rule.ts'
import { s2Talks, s2Tests } from './s2-cycles.ts'
import { s2Relapse } from './s2-relapse.ts'
import { s2Support } from './s2-support.ts'
import { s2ThreeYears } from './s2-three-years.ts'
import { s4Groups } from './s4-groups.ts'
import { s7Activities } from './s7-activities.ts'

/** Every part that is judged, in the order of the notice. */
export const RULES: readonly Rule[] = [
  s2Support,
  s2Talks,
  s2Tests,
  s2Relapse,
  s2ThreeYears,
  s4Groups,
  s7Activities,
]
