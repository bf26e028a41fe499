import { addMonthsToDay, firstDayOfMonth, lastDayOfMonth, monthsOf, parseDay } from '../core/iso-date.ts'
import { CLAUSES, NOTICE } from '../notice/clauses.ts'
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

/** The patrols of a month that a grid owed: it existed from the first day on. */
export type PatrolMonth = {
  held: Fact[]
  needed: number
  /** The month ended before the village's start: nothing in the ledger is no proof that nothing was done. */
  isBeforeStart: boolean
}

/** @returns undefined where the grid owed nothing: it, or the village's ledger, began within the month */
export function patrolMonth(grid: Grid, month: string, village: Village): PatrolMonth | undefined {
  const first = parseDay(firstDayOfMonth(month))
  const lastOn = lastDayOfMonth(month)
  const isBeforeStart = lastOn < village.ledger.startOn
  const begun = isBeforeStart ? grid.registeredDay : dutyStart(grid.registeredDay, village)
  if (begun > first || firstDayOfMonth(month) < NOTICE.issuedOn) return undefined
  const held = grid.patrols.filter(({ on }) => on.slice(0, 7) === month)
  return { held, needed: village.policy('patrolsPerMonth', lastOn), isBeforeStart }
}

type Work = { findings: Finding[]; beforeStart: Missing[]; backed: string[]; gaps: number }

/** Months of the year before the judged one in which a grid was not patrolled: shown, not gated. */
function patrolGaps(grid: Grid, village: Village): number {
  const { judgedMonth } = village.roster()
  return monthsOf(village.year).filter((month) => {
    const patrols = month < judgedMonth ? patrolMonth(grid, month, village) : undefined
    return patrols !== undefined && !patrols.isBeforeStart && patrols.held.length < patrols.needed
  }).length
}

function addWork(work: Work, grid: Grid, village: Village): void {
  const { judgedMonth } = village.roster()
  const missing: Missing[] = []
  const deciding: string[] = []
  const month = patrolMonth(grid, judgedMonth, village)
  if (month !== undefined) {
    deciding.push(...month.held.map(({ id }) => id))
    const isShort = month.held.length < month.needed
    const lastOn = lastDayOfMonth(judgedMonth)
    const backing = isShort && month.isBeforeStart ? village.backing()('patrols', lastOn, lastOn) : undefined
    if (backing !== undefined) work.backed.push(backing.id)
    else if (isShort && month.isBeforeStart)
      work.beforeStart.push({ code: 'patrolBeforeStart', subjectId: grid.id, period: judgedMonth })
    else if (isShort) missing.push({ code: 'patrol', subjectId: grid.id, period: judgedMonth })
  }
  const { cleanupDays } = village.values()
  if (isWithin(grid.cleanUp?.day, cleanupDays, village)) deciding.push(grid.cleanUp!.id)
  else if (!isInTerm(grid.registeredDay, cleanupDays, village))
    missing.push({ code: 'cleanUp', subjectId: grid.id })
  work.findings.push({ deciding, missing, isInTerm: false })
  work.gaps += patrolGaps(grid, village)
}

function judgeWork(village: Village): Judgement {
  if (village.grids().length === 0) return noGrid
  const work: Work = { findings: [], beforeStart: [], backed: [], gaps: 0 }
  for (const grid of village.grids()) addWork(work, grid, village)
  const tally = tallyOf(work.findings, 'inTermItems')
  const catalogue = village.documents().of('ledger-catalogue', village.year)
  const missing = tally.missing.slice()
  if (catalogue === undefined) missing.push({ code: 'document', params: { document: 'ledger-catalogue' } })
  const figures = {
    numerator: tally.numerator,
    denominator: tally.denominator,
    deciding: [...tally.deciding, ...work.backed, ...(catalogue === undefined ? [] : [catalogue.id])],
    notes: work.gaps === 0 ? [] : [{ code: 'patrolGaps' as const, params: { count: work.gaps } }],
  }
  const past = work.beforeStart
  if (missing.length === 0 && past.length === 0) return { state: 'met', ...figures }
  if (missing.length === 0)
    return {
      state: 'undetermined',
      reason: 'evidenceMissing',
      ...figures,
      missing: past,
      next: { code: 'pastEvidence', params: { count: past.length } },
    }
  const lost = missing.filter(({ code }) => code === 'patrol').length
  return {
    state: 'notMet',
    ...figures,
    missing: [...missing, ...past],
    next:
      lost > 0
        ? { code: 'patrolNextMonth', params: { count: lost } }
        : { code: 'completeGridWork', params: { count: missing.length } },
    // A month that closed without a patrol cannot be mended; the next month is judged anew.
    mendable: lost === 0 && past.length === 0,
  }
}

/** 工作开展到位: patrols in the judged month, clean-ups lately, and the year's catalogue of ledgers. */
export const s9Work: Rule = {
  id: 'S9.work',
  standard: 'S9',
  clause: CLAUSES.gridWork,
  reads: [...GRID_KINDS, 'patrol', 'clean-up', 'village-document', 'roster-confirmation', 'past-evidence'],
  policy: ['patrolsPerMonth', 'cleanupDays', 'graceDays'],
  judge: judgeWork,
}
