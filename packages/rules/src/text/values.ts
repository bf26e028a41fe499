import { MEMBER_KINDS, REPORT_MATTERS, STATUSES } from '../records/vocabulary.ts'
import type { CycleState } from '../registers/person-view.ts'
import type { Params } from '../scorecard.ts'
import { dateText } from './dates.ts'
import type { Values } from './fill.ts'
import { documentLabel, type Wording } from './names.ts'
import { ZH_VALUES } from './zh-values.ts'

const THINGS: Readonly<Record<string, string>> = ZH_VALUES.thing
const AUDIENCES: Readonly<Record<string, string>> = ZH_VALUES.audience

const memberLabel = (kind: string): string =>
  MEMBER_KINDS.find(({ value }) => value === kind)?.label ?? THINGS[kind] ?? kind

/** Words for values that stand as ids in the facts. */
const NAMES: { readonly [param: string]: (id: string) => string | undefined } = {
  document: documentLabel,
  matter: (id) => REPORT_MATTERS.find(({ value }) => value === id)?.label,
  regime: (id) => STATUSES.find(({ value }) => value === id)?.label,
  audience: (id) => AUDIENCES[id],
}

/** The facts of a sentence in words. */
export function valuesOf(params: Params | undefined, wording: Wording): Values {
  const values: Values = {}
  for (const [name, value] of Object.entries(params ?? {})) {
    if (typeof value === 'object') values[name] = value.map(memberLabel).join('、')
    else if (name === 'on') values[name] = dateText(`${value}`, wording.asOf)
    else values[name] = NAMES[name]?.(`${value}`) ?? value
  }
  return values
}

export const presenceLabel = (presence: 'at-home' | 'away'): string => ZH_VALUES.presence[presence]
export const cycleStateLabel = (state: CycleState): string => ZH_VALUES.cycle[state]
