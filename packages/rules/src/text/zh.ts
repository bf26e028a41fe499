import { ZH_DUTIES } from './zh-duties.ts'
import { ZH_DUTY_REASONS } from './zh-duty-reasons.ts'
import { ZH_FINDINGS } from './zh-findings.ts'
import { ZH_HOW } from './zh-how.ts'
import { ZH_NAMES } from './zh-names.ts'
import { ZH_PARTS } from './zh-parts.ts'
import { ZH_VALUES } from './zh-values.ts'

/**
 * Every Chinese word of the rules outside the record kinds, by id. `{name}` is filled in; `{who}` is the person's code,
 * `{when}` the period. Written for the village secretary: short, plain, saying what to do. Clause quotes keep the notice's words.
 * For who reads them all; a page asks the functions beside, each of which loads the words it needs.
 */
export const ZH = {
  ...ZH_NAMES,
  ...ZH_VALUES,
  ...ZH_PARTS,
  ...ZH_HOW,
  ...ZH_FINDINGS,
  ...ZH_DUTIES,
  ...ZH_DUTY_REASONS,
} as const
