import { lastDayOfMonth, parseDay } from '../core/iso-date.ts'
import { CLAUSES, NOTICE } from '../notice/clauses.ts'
import { BOTTOM_LINES, type DocumentType } from '../records/vocabulary.ts'
import { lastOf } from '../registers/in-order.ts'
import type { Fact } from '../registers/read-ledger.ts'
import type { Village } from '../registers/village.ts'
import type { Missing } from '../scorecard.ts'
import type { Judgement, Rule } from './define-rule.ts'
import { breachesOf, judgeAdverse } from './s5-findings.ts'
import { canOwe, judgeOnFile, neverCounted } from './tally.ts'

/** A judgement of documents of the year. */
export function judgeDocuments(types: readonly DocumentType[], village: Village): Judgement {
  const { of } = village.documents()
  const missing = types
    .filter((type) => of(type, village.year) === undefined)
    .map((document): Missing => ({ code: 'document', params: { document } }))
  return judgeOnFile(
    types.map((type) => of(type, village.year)?.id),
    missing,
    'fileDocuments',
    village,
  )
}

/** 移风易俗、村规民约: village rules with their clause and a record of the customs work, of the year. */
export const s10Rules: Rule = {
  id: 'S10.rules',
  standard: 'S10',
  clause: CLAUSES.villageRules,
  reads: ['village-document'],
  policy: [],
  judge: (village) => judgeDocuments(['village-rules', 'customs-reform'], village),
}

export type Quarter = {
  key: string
  fromOn: string
  lastOn: string
  declaration: Fact | undefined
  /** No line was declared broken: all five kept, or nothing declared yet. */
  isKept: boolean
  isBeforeStart: boolean
  /** The village began within it. */
  isPartial: boolean
}

/** The complete quarters of a year that began after the notice was issued. */
export function completeQuarters(village: Village): Quarter[] {
  const { year, asOf } = village
  const { startOn } = village.ledger
  const declared = village.index.of('bottom-line-declaration')
  return ['1', '2', '3', '4']
    .map((quarter): Quarter => {
      const first = Number(quarter) * 3 - 2
      const fromOn = `${year}-${first < 10 ? '0' : ''}${first}-01`
      const lastOn = lastDayOfMonth(`${year}-${first + 2 < 10 ? '0' : ''}${first + 2}`)
      const declaration = lastOf(
        declared.filter(({ payload }) => payload.year === year && payload.quarter === quarter),
      )
      const kept = (declaration?.payload.kept ?? []) as string[]
      const isBeforeStart = lastOn < startOn
      return {
        key: `${year}-Q${quarter}`,
        fromOn,
        lastOn,
        declaration:
          declaration ?? (isBeforeStart ? village.backing()('bottom-lines', fromOn, lastOn) : undefined),
        isKept: declaration === undefined || kept.length === BOTTOM_LINES.length,
        isBeforeStart,
        isPartial: fromOn < startOn && startOn <= lastOn,
      }
    })
    .filter(({ fromOn, lastOn }) => lastOn <= asOf && parseDay(fromOn) >= parseDay(NOTICE.issuedOn))
    .filter(({ declaration, isPartial }) => declaration !== undefined || !isPartial)
}

function judgeLines(village: Village): Judgement {
  const broken = judgeAdverse(breachesOf(village), 'breach', 'breachPending')
  if (broken?.state === 'notMet') return broken
  if (village.documents().bottomLines === undefined)
    return neverCounted({ code: 'bottomLinesText' }, 'confirmLines', village)
  const quarters = completeQuarters(village)
  const notKept = quarters.filter(({ isKept }) => !isKept)
  const open = quarters.filter(({ declaration }) => declaration === undefined)
  const past = open.filter(({ isBeforeStart }) => isBeforeStart)
  const kept = quarters.length - open.length - notKept.length
  const figures = {
    numerator: kept,
    denominator: quarters.length,
    deciding: quarters
      .filter(({ declaration }) => declaration !== undefined)
      .map((one) => one.declaration!.id),
  }
  const missing = [
    ...notKept.map(({ key }): Missing => ({ code: 'linesNotKept', period: key })),
    ...open.map(
      ({ key, isBeforeStart }): Missing => ({
        code: isBeforeStart ? 'declarationBeforeStart' : 'declaration',
        period: key,
      }),
    ),
  ]
  if (notKept.length > 0)
    return {
      state: 'notMet',
      ...figures,
      missing,
      next: { code: 'cannotMend', params: { count: notKept.length } },
    }
  if (open.length > past.length)
    return {
      state: 'notMet',
      ...figures,
      missing,
      next: { code: 'declareQuarter', params: { count: open.length - past.length } },
      mendable: past.length === 0 && broken === undefined && canOwe(village),
    }
  if (broken !== undefined) return broken
  if (past.length > 0)
    return {
      state: 'undetermined',
      reason: 'evidenceMissing',
      ...figures,
      missing,
      next: { code: 'pastEvidence', params: { count: past.length } },
    }
  return quarters.length === 0
    ? { state: 'notApplicable', reason: 'nothingToJudge' }
    : { state: 'met', ...figures }
}

/** 守住“五条底线”: declared kept in every complete quarter, none broken; first the town office confirms the five. */
export const s10Lines: Rule = {
  id: 'S10.lines',
  standard: 'S10',
  clause: CLAUSES.bottomLines,
  reads: ['bottom-lines-text', 'bottom-line-declaration', 'bottom-line-breach', 'past-evidence'],
  policy: [],
  judge: judgeLines,
}
