import { addMonthsToDay, firstDayOfMonth, lastDayOfMonth, parseDay } from '../core/iso-date.ts'
import { CLAUSES } from '../notice/clauses.ts'
import type { Grid, GridWorker } from '../registers/grids.ts'
import type { Fact } from '../registers/read-ledger.ts'
import type { Village } from '../registers/village.ts'
import type { Missing } from '../scorecard.ts'
import type { Judgement, Rule } from './define-rule.ts'
import { dutyStart, type Finding, isInTerm, isWithin, judgeTally, neverCounted, tallyOf } from './tally.ts'

const GRID_KINDS = ['grid', 'grid-assignment'] as const
const noGrid: Judgement = { state: 'notApplicable', reason: 'nothingToJudge' }

/** 划分清晰合理: every grid has its boundary and somebody who works in it. */
export const s9Division: Rule = {
  id: 'S9.division',
  standard: 'S9',
  clause: CLAUSES.gridDivision,
  reads: GRID_KINDS,
  policy: ['onboardingDays'],
  judge: (village) => {
    const grids = village.grids()
    if (grids.length === 0) return neverCounted({ code: 'grids' }, 'recordGrids', village)
    const findings = grids.map(({ id, fact, isBounded, workers, registeredDay }): Finding => {
      const missing: Missing[] = []
      if (!isBounded) missing.push({ code: 'gridBoundary', subjectId: id })
      if (workers.length === 0) missing.push({ code: 'gridWorker', subjectId: id })
      return {
        deciding: [fact.id, ...workers.map((one) => one.fact.id)],
        missing,
        isInTerm: isInTerm(registeredDay, village.values().onboardingDays, village),
      }
    })
    return judgeTally(tallyOf(findings, 'inTermItems'), 'completeGrids')
  },
}

export const isSkilled = ({ check }: GridWorker, village: Village): boolean =>
  check !== undefined && village.asOfDay <= addMonthsToDay(check.day, village.values().skillCheckMonths)

/** 熟练操作: every grid worker passed the check on both clients within the months. */
export const s9Skill: Rule = {
  id: 'S9.skill',
  standard: 'S9',
  clause: CLAUSES.gridSkill,
  reads: [...GRID_KINDS, 'skill-check'],
  policy: ['skillCheckMonths', 'onboardingDays'],
  judge: (village) => {
    const findings: Finding[] = []
    for (const { id, workers } of village.grids())
      for (const one of workers)
        findings.push({
          deciding: one.check === undefined ? [] : [one.check.id],
          missing: isSkilled(one, village) ? [] : [{ code: 'skillCheck', subjectId: id }],
          isInTerm: isInTerm(one.from, village.values().onboardingDays, village),
        })
    return judgeTally(tallyOf(findings, 'inTerm'), 'checkSkills')
  },
}

/** The patrols of a month, when the grid owed any: it and the village's ledger existed from the first day on. */
export function patrolMonth(
  grid: Grid,
  month: string,
  village: Village,
): { held: Fact[]; needed: number } | undefined {
  if (dutyStart(grid.registeredDay, village) > parseDay(firstDayOfMonth(month))) return undefined
  const held = grid.patrols.filter(({ on }) => on.slice(0, 7) === month)
  return { held, needed: village.policy('patrolsPerMonth', lastDayOfMonth(month)) }
}

function workFinding(grid: Grid, village: Village): Finding {
  const { judgedMonth } = village.roster()
  const missing: Missing[] = []
  const deciding: string[] = []
  const month = patrolMonth(grid, judgedMonth, village)
  if (month !== undefined) {
    deciding.push(...month.held.map(({ id }) => id))
    if (month.held.length < month.needed)
      missing.push({ code: 'patrol', subjectId: grid.id, period: judgedMonth })
  }
  const { cleanupDays } = village.values()
  if (isWithin(grid.cleanUp?.day, cleanupDays, village)) deciding.push(grid.cleanUp!.id)
  else if (!isInTerm(grid.registeredDay, cleanupDays, village))
    missing.push({ code: 'cleanUp', subjectId: grid.id })
  return { deciding, missing, isInTerm: false }
}

function judgeWork(village: Village): Judgement {
  if (village.grids().length === 0) return noGrid
  const tally = tallyOf(
    village.grids().map((grid) => workFinding(grid, village)),
    'inTermItems',
  )
  const catalogue = village.documents().of('ledger-catalogue', village.year)
  const missing = tally.missing.slice()
  if (catalogue === undefined) missing.push({ code: 'document', params: { document: 'ledger-catalogue' } })
  const deciding = catalogue === undefined ? tally.deciding : [...tally.deciding, catalogue.id]
  const figures = { numerator: tally.numerator, denominator: tally.denominator, deciding }
  if (missing.length === 0) return { state: 'met', ...figures }
  const lost = missing.filter(({ code }) => code === 'patrol').length
  return {
    state: 'notMet',
    ...figures,
    missing,
    next:
      lost > 0
        ? { code: 'patrolNextMonth', params: { count: lost } }
        : { code: 'completeGridWork', params: { count: missing.length } },
    // A month that closed without a patrol cannot be mended; the next month is judged anew.
    mendable: lost === 0,
  }
}

/** 工作开展到位: patrols in the judged month, clean-ups lately, and the year's catalogue of ledgers. */
export const s9Work: Rule = {
  id: 'S9.work',
  standard: 'S9',
  clause: CLAUSES.gridWork,
  reads: [...GRID_KINDS, 'patrol', 'clean-up', 'village-document', 'roster-confirmation'],
  policy: ['patrolsPerMonth', 'cleanupDays', 'graceDays'],
  judge: judgeWork,
}
