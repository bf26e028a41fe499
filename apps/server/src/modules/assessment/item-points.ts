import { type ItemId, type ItemOutcome, itemTitle } from '@dfv/rules'
import { DomainError } from '../../platform/errors/domain-error.js'
import type { Claim, ItemChange } from './assessment.dto.js'

type Judged = readonly Pick<ItemOutcome, 'id' | 'weight' | 'points'>[]

/** Judged by the supervisors in a record with its reason; the village claims nothing, and a review changes nothing. @see 四(一)6 */
const BY_RECORD: ItemId = 'A6'

const fault = (path: string, code: string, text: string) => ({ path, code, text })

/** @returns the sum with what was changed, in 1/100 point */
export function pointsAfter(items: Judged, changes: readonly Pick<ItemChange, 'item' | 'points'>[]): number {
  const changed = new Map(changes.map(({ item, points }) => [item, points]))
  return items.reduce((sum, { id, points }) => sum + (changed.get(id) ?? points), 0)
}

/**
 * A claim that differs from what the ledger gives needs its reason or a paper. Each fault names its item: they are read together
 * when everything is handed in.
 * @throws DomainError INVALID
 */
export function checkClaims(items: Judged, claims: readonly Claim[]): void {
  const errors = claims.flatMap(({ item, points, note, papers }, at) => {
    const judged = items.find(({ id }) => id === item)
    if (points === null || judged === undefined) return []
    const path = `claims.${at}.points`
    const title = `“${itemTitle(item)}”`
    if (item === BY_RECORD) return [fault(path, 'byRecord', `${title}由上级评定，村里不填分。`)]
    if (points > judged.weight) return [fault(path, 'tooLarge', `${title}最多${judged.weight / 100}分。`)]
    if (points !== judged.points && note === '' && papers.length === 0)
      return [
        fault(
          `claims.${at}.note`,
          'required',
          `${title}的自评分和系统算的不一样，请写明依据，或登记纸质材料。`,
        ),
      ]
    return []
  })
  if (errors.length > 0) throw new DomainError('INVALID', { count: errors.length }, errors)
}

/** @throws DomainError INVALID */
export function checkChanges(items: Judged, changes: readonly ItemChange[]): void {
  const errors = changes.flatMap(({ item, points }, at) => {
    const weight = items.find(({ id }) => id === item)?.weight ?? 0
    const path = `changes.${at}.points`
    if (item === BY_RECORD)
      return [fault(path, 'byRecord', '“工作成效”请用“人工评定”记一条，写明理由，再由另一位同事审核。')]
    return points > weight ? [fault(path, 'tooLarge', `最多${weight / 100}分。`)] : []
  })
  if (errors.length > 0) throw new DomainError('INVALID', { count: errors.length }, errors)
}
