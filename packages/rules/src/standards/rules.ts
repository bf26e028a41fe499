import { m1Plan, m3Office } from '../measures/m1-m3-documents.ts'
import { m2LeadingGroup } from '../measures/m2-leading-group.ts'
import { m4Registers } from '../measures/m4-registers.ts'
import { m6Venues } from '../measures/m6-venues.ts'
import type { Rule } from './define-rule.ts'
import { s1Measures } from './s1-measures.ts'
import { s2Talks, s2Tests } from './s2-cycles.ts'
import { s2Relapse } from './s2-relapse.ts'
import { s2Support } from './s2-support.ts'
import { s2ThreeYears } from './s2-three-years.ts'
import { s3Known } from './s3-known.ts'
import { s4Groups } from './s4-groups.ts'
import { s4Pledges } from './s4-pledges.ts'
import { s5Crimes, s5NewUsers } from './s5-findings.ts'
import { m5KeyPersons, s6KeyPersons } from './s6-key-persons.ts'
import { s7Activities } from './s7-activities.ts'
import { s8Sites } from './s8-sites.ts'
import { s9Division, s9Skill, s9Work } from './s9-grids.ts'
import { s10Lines, s10Rules } from './s10-conduct.ts'

/** Every part that is judged, in the order of the notice: 三(二), then 三(三). */
export const RULES: readonly Rule[] = [
  s1Measures,
  s2Support,
  s2Talks,
  s2Tests,
  s2Relapse,
  s2ThreeYears,
  s3Known,
  s4Pledges,
  s4Groups,
  s5NewUsers,
  s5Crimes,
  s6KeyPersons,
  s7Activities,
  s8Sites,
  s9Division,
  s9Skill,
  s9Work,
  s10Rules,
  s10Lines,
  m1Plan,
  m2LeadingGroup,
  m3Office,
  m4Registers,
  m5KeyPersons,
  m6Venues,
]
