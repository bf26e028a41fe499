import { DOCUMENTS } from '../records/vocabulary.ts'
import { lastOf } from '../registers/in-order.ts'
import type { Fact } from '../registers/read-ledger.ts'
import { type Context, type Finding, graded, type Item, NOT_YET, partOf } from './item.ts'
import { meetingsHeld, yearsFunds } from './year-files.ts'

/** A part that is met or not, as an item that earns all or nothing. */
function wholePart(context: Context, id: string): Finding {
  const part = partOf(context.scorecard, id)
  if (part === undefined) return { state: 'undetermined', reason: 'partMissing' }
  if (part.state === 'undetermined') return { state: 'undetermined', reason: 'partUndetermined' }
  if (part.state === 'notApplicable') return { state: 'notApplicable', reason: 'noneDeclared' }
  return { state: part.state, deciding: part.deciding }
}

const group: Item = {
  id: 'A1.group',
  reads: ['leading-group'],
  policy: [],
  judge: (context) => wholePart(context, 'M2'),
}

const funds: Item = {
  id: 'A1.funds',
  reads: ['funds'],
  policy: [],
  judge: ({ village }) => {
    const allotted = yearsFunds(village)
    return { state: allotted.length > 0 ? 'met' : 'notMet', deciding: allotted.map(({ id }) => id) }
  },
}

const meetings: Item = {
  id: 'A1.meetings',
  reads: ['meeting'],
  policy: ['meetingsPerYear'],
  judge: ({ village }) => {
    const held = Array.from(meetingsHeld(village).values())
    const needed = village.values().meetingsPerYear
    return {
      state: held.length >= needed ? 'met' : 'notMet',
      numerator: held.length,
      denominator: needed,
      deciding: held.map(({ id }) => id),
    }
  },
}

const activities: Item = {
  id: 'A3.activities',
  reads: ['publicity-activity', 'past-evidence'],
  policy: ['activitiesPerMonth'],
  judge: ({ scorecard }) => {
    const part = partOf(scorecard, 'S7')
    if (part === undefined) return { state: 'undetermined', reason: 'partMissing' }
    if (part.state === 'undetermined') return { state: 'undetermined', reason: 'partUndetermined' }
    // Nothing to judge means that no month of the year is complete yet.
    if (part.denominator === undefined) return NOT_YET
    return graded(part.numerator as number, part.denominator, 100, part.deciding)
  },
}

const site: Item = {
  id: 'A3.site',
  reads: ['education-site'],
  policy: [],
  judge: (context) => wholePart(context, 'S8'),
}

const venues: Item = {
  id: 'measures.venues',
  reads: ['venue', 'venue-survey', 'venue-inspection'],
  policy: [],
  judge: (context) => {
    const part = partOf(context.scorecard, 'M6')
    const whole = wholePart(context, 'M6')
    if (part?.denominator === undefined || whole.state === 'undetermined') return whole
    return graded(part.numerator as number, part.denominator, 100, part.deciding)
  },
}

const GRID_PARTS = ['S9.division', 'S9.skill', 'S9.work']

/** The share of the parts about grids that are met. */
const grids: Item = {
  id: 'measures.grids',
  reads: [
    'grid',
    'grid-assignment',
    'skill-check',
    'patrol',
    'clean-up',
    'village-document',
    'roster-confirmation',
    'past-evidence',
  ],
  policy: [],
  judge: (context) => {
    const findings = GRID_PARTS.map((id) => wholePart(context, id))
    const open = findings.find(({ state }) => state === 'undetermined')
    if (open !== undefined) return open
    const judged = findings.filter(({ state }) => state !== 'notApplicable')
    const met = judged.filter(({ state }) => state === 'met')
    if (judged.length === 0) return { state: 'undetermined', reason: 'notCounted' }
    const deciding = met.reduce<string[]>((ids, finding) => ids.concat(finding.deciding ?? []), [])
    return graded(met.length, judged.length, 100, deciding)
  },
}

/** The supervisor's last score of the year's effect, of a hundred; the reason stands in its record. */
const effect: Item = {
  id: 'A6',
  reads: ['human-judgement'],
  policy: [],
  judge: ({ village }) => {
    const { index, year } = village
    const isOfYear = ({ payload }: Fact): boolean => payload.matter === 'effect' && payload.year === year
    const judged = lastOf(index.of('human-judgement').filter(isOfYear))
    if (judged === undefined) {
      const isPending = index.pendingOf('human-judgement').some(isOfYear)
      return { state: 'undetermined', reason: isPending ? 'pending' : 'noJudgement' }
    }
    return graded(judged.payload.score as number, 100, 100, [judged.id])
  },
}

/** The documents of the year that are on file, of those the notice asks for. */
const archive: Item = {
  id: 'A7',
  reads: ['village-document'],
  policy: [],
  judge: ({ village }) => {
    const onFile = DOCUMENTS.map(({ value }) => village.documents().of(value, village.year)).filter(
      (fact): fact is Fact => fact !== undefined,
    )
    return graded(
      onFile.length,
      DOCUMENTS.length,
      100,
      onFile.map(({ id }) => id),
    )
  },
}

export const FILE_ITEMS: readonly Item[] = [
  group,
  funds,
  meetings,
  activities,
  site,
  venues,
  grids,
  effect,
  archive,
]
