import { REGIMES, type TestSchedule } from '../policy/test-schedule.ts'
import type { Missing, Next, Note, PartOutcome } from '../scorecard.ts'
import { periodText } from './dates.ts'
import { fill, type Values } from './fill.ts'
import { namesOf, statusLabel, type Wording } from './names.ts'
import { sumText } from './sums.ts'
import { valuesOf } from './values.ts'
import { ZH_FINDINGS } from './zh-findings.ts'
import { ZH_HOW } from './zh-how.ts'

const scheduleTexts = (schedule: TestSchedule): string[] =>
  REGIMES.filter((regime) => schedule[regime].some((times) => times > 0)).map((regime) => {
    const [first, second, third] = schedule[regime]
    return fill(ZH_HOW.schedule, { regime: statusLabel(regime), first, second, third })
  })

/** 怎么算: the sentences with the policy values used and the figures. */
export function howText(part: PartOutcome): string[] {
  const values: Values = {}
  for (const { id, value } of part.policy) if (typeof value === 'number') values[id] = value
  const sentences = ZH_HOW.how[part.id].map((sentence) => fill(sentence, values))
  const scope = part.policy.find(({ id }) => id === 'threeYearsScope')?.value as
    | keyof typeof ZH_HOW.scope
    | undefined
  if (scope !== undefined) sentences.push(ZH_HOW.scope[scope])
  const schedule = part.policy.find(({ id }) => id === 'testSchedule')?.value as TestSchedule | undefined
  if (schedule !== undefined) sentences.push(...scheduleTexts(schedule))
  const sum = sumText(part)
  if (sum !== '') sentences.push(`${sum}。`)
  return sentences.concat(part.notes.map(noteText)).filter((sentence) => sentence !== '')
}

/** A figure shown beside a part; '' when it counts nobody. */
export const noteText = (note: Note): string =>
  note.params.denominator === 0 ? '' : fill(ZH_FINDINGS.note[note.code], valuesOf(note.params, { asOf: '' }))

export function missingText(missing: Missing, wording: Wording): string {
  const { code, subjectId, period = '', params } = missing
  const when = periodText(period, wording.asOf, wording.cycleMonths)
  return fill(ZH_FINDINGS.missing[code], {
    ...valuesOf(params, wording),
    ...namesOf(subjectId, wording),
    when,
  }).trim()
}

export const nextText = (next: Next, wording: Wording): string =>
  fill(ZH_FINDINGS.next[next.code], valuesOf(next.params, wording))
