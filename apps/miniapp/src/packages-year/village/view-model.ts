import {
  type FieldError,
  fieldOf,
  type ItemChange,
  type VillageYear,
  type YearClaim,
  type YearItem,
  type YearState,
} from '@/shared/api'
import { year as copy } from '@/shared/copy'
import { showDate } from '@/shared/format'
import type { SummaryLine } from '@/shared/ui'
import { scoreText } from '../points'
import { isDecided } from '../state-text'

export type StageRow = { key: keyof typeof copy.steps; label: string; isCurrent: boolean }

const STAGE_OF: Record<YearState, StageRow['key']> = {
  open: 'own',
  returned: 'own',
  submitted: 'town',
  frozen: 'city',
  published: 'publicity',
  closed: 'closed',
}

/** The way of a year as a list, with where it stands. */
export function stageRows(standing: Pick<VillageYear, 'state' | 'result'>): StageRow[] {
  const current = isDecided(standing) ? 'publicity' : STAGE_OF[standing.state]
  return (Object.keys(copy.steps) as StageRow['key'][]).map((key) => ({
    key,
    label: copy.steps[key],
    isCurrent: current === key,
  }))
}

/** What the supervisors judge in a record of its own. @see 四(一)6 */
export const EFFECT = 'A6'

/**
 * Where a reviewer begins: with all that the town has changed and that stands. A correction is complete in itself, so that what
 * it leaves out is not changed any more.
 */
export const standingChanges = ({ items }: VillageYear): ItemChange[] =>
  items.flatMap(({ change }) => change ?? [])

/** What a reviewer noted holds for this submission and this version; anything that is sent or frozen begins it anew. */
export const noteKey = ({
  areaCode,
  year,
  state,
  rounds,
  freezes,
}: Pick<VillageYear, 'areaCode' | 'year' | 'state' | 'rounds' | 'freezes'>): string =>
  `${areaCode}:${year}:${state}:${rounds.length}:${freezes.at(-1)?.version ?? 0}`

/** An item in one line below its title. `changes`: all that the town changes, as it stands or as the reviewer noted it. */
export function itemNote(item: YearItem, changes: readonly ItemChange[]): string {
  const change = changes.find((one) => one.item === item.id)
  const photos = item.claim?.papers.flatMap((paper) => paper.photos).length ?? 0
  return [
    item.state === 'notYet' ? copy.notYet : copy.itemLine(scoreText(item.points), scoreText(item.weight)),
    ...(item.claim?.points != null ? [copy.ownLine(scoreText(item.claim.points))] : []),
    ...(item.claim?.papers.length ? [copy.papersLine(item.claim.papers.length)] : []),
    ...(photos > 0 ? [copy.photosLine(photos)] : []),
    ...(change ? [copy.changedLine(scoreText(change.points))] : []),
  ].join(' · ')
}

/** The points of the year. What nobody could judge yet makes them a lower bound, frozen or not. */
export function pointsLine({ source, points, total, items }: VillageYear): string {
  if (source === 'live') return total
  const open = items.filter(({ state, change }) => state === 'undetermined' && change === null).length
  return open > 0 ? copy.atLeast(scoreText(points), open) : copy.points(scoreText(points))
}

/**
 * What the village gives itself: as it is written while it writes, else as it was handed in.
 * @returns 1/100 point; null while it claims nothing
 */
export function claimedTotal({
  state,
  items,
  rounds,
}: Pick<VillageYear, 'state' | 'items' | 'rounds'>): number | null {
  if (state !== 'open' && state !== 'returned') return rounds.at(-1)?.claimedPoints ?? null
  if (items.every(({ claim }) => claim === null)) return null
  return items.reduce((sum, { points, claim }) => sum + (claim?.points ?? points), 0)
}

function standardsLine({ standards }: Pick<VillageYear, 'standards'>): string {
  const count = (wanted: VillageYear['verdict']) => standards.filter(({ state }) => state === wanted).length
  return copy.standards(count('met'), count('notMet'), count('undetermined'), count('notApplicable'))
}

/** Whoever looks first needs to know what stands and what is asked of him. */
export function headLines(view: VillageYear, today: string): string[] {
  const { cycle, freezes, result, publicity, rounds, can } = view
  const claimed = claimedTotal(view)
  const frozen = freezes.at(-1)
  const back = view.state === 'returned' ? rounds.at(-1)?.reason : null
  return [
    ...(claimed === null ? [] : [copy.claimedTotal(scoreText(claimed))]),
    standardsLine(view),
    ...(frozen
      ? [copy.frozen(showDate(frozen.asOf, today), frozen.version)]
      : [
          copy.calendarLine(showDate(cycle.asOf, today), showDate(cycle.submitBy, today)),
          today > cycle.asOf ? copy.liveEnded : copy.live,
        ]),
    ...(back ? [copy.returnedBecause(back)] : []),
    ...(can.includes('claim') && !can.includes('submit')
      ? [copy.submitFrom(showDate(cycle.asOf, today))]
      : []),
    ...(result ? [copy.result(copy.results[result.kind], result.document)] : []),
    ...(view.resultWaits ? [copy.resultWaits] : []),
    ...(view.othersOnly.includes('review') ? [copy.ownReview] : []),
    ...(view.othersOnly.includes('correct') ? [copy.ownCorrect] : []),
    ...(publicity
      ? [copy.publicityLine(showDate(publicity.from, today), showDate(publicity.until, today))]
      : []),
  ]
}

/** All claims with one of them written anew. */
export const withClaim = (view: VillageYear, claim: YearClaim): YearClaim[] =>
  view.items.flatMap((item) => (item.id === claim.item ? claim : (item.claim ?? [])))

/** Points other than the ledger gives need their reason or a paper; nothing is handed in without, so it is asked for at once. */
export const lacksBasis = (
  item: Pick<YearItem, 'points'>,
  { points, note, papers }: Pick<YearClaim, 'points' | 'note' | 'papers'>,
): boolean => points !== null && points !== item.points && note.trim() === '' && papers.length === 0

/** What stands in the way of handing it in, each at its item. */
export const baselessClaims = ({ items }: Pick<VillageYear, 'items'>): SummaryLine[] =>
  items.flatMap((item) =>
    item.claim && lacksBasis(item, item.claim)
      ? [{ field: item.id, text: copy.basisMissingAt(item.title) }]
      : [],
  )

/** Which item the server means by `claims.3.note`: claims are kept in the order of the items. */
export function itemAt({ items }: Pick<VillageYear, 'items'>, fault: FieldError): string {
  const [list, at] = Array.isArray(fault.path) ? fault.path : fault.path.split('.')
  const claimed = items.filter(({ claim }) => claim !== null)
  return (list === 'claims' && claimed[Number(at)]?.id) || fieldOf(fault)
}

export const emptyClaim = (item: string): YearClaim => ({ item, points: null, note: '', papers: [] })

/** The year of an address; null when it does not say. */
export const yearIn = (param: string | undefined): number | null =>
  param !== undefined && /^\d{4}$/.test(param) ? Number(param) : null
