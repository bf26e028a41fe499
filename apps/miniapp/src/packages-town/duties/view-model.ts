import type { Role } from '@dfv/rules'
import type { AreaDuty } from '@/shared/api'
import { common } from '@/shared/copy'
import type { FormTarget } from '@/shared/navigation'
import { type OutboxEntry, UNSENT } from '@/shared/outbox'
import { type DutyRow, dutyRow } from '@/shared/village'

/** Some work has no form of its own: it leads to the file of the person. */
export type OwnDuty = { row: DutyRow<AreaDuty>; target: FormTarget | null }

type Names = {
  codeOf(subjectId: string): string | undefined
  villageOf(areaCode: string): string | undefined
}

/** What the own office is asked to do, in the order the server gives: first due first, each with its village. */
export function ownDuties(
  items: readonly AreaDuty[],
  asOf: string,
  role: Role | null,
  { codeOf, villageOf }: Names,
): OwnDuty[] {
  return items.map((duty) => {
    const row = dutyRow(duty, { asOf, wording: { asOf, nameOf: codeOf } }, role)
    const { settledBy: kind, areaCode, subjectId, id: dutyId, period } = duty
    const note = [villageOf(areaCode), row.note].filter(Boolean).join(common.separator)
    return {
      row: { ...row, note },
      target: row.mine && kind !== null ? { kind, areaCode, subjectId, dutyId, period } : null,
    }
  })
}

/** How long the server may take to strike off a duty whose record it has. */
const LAG_MS = 60_000

/** Without what this phone has recorded since: the list is the server's, and may be a moment behind. */
export function withoutDone(
  items: readonly AreaDuty[],
  entries: readonly OutboxEntry[],
  now: number,
): AreaDuty[] {
  const done = new Set(
    entries
      .filter(
        ({ state, updatedAt }) =>
          UNSENT.includes(state) || (state === 'accepted' && now - updatedAt < LAG_MS),
      )
      .map(({ dutyId, areaCode }) => `${areaCode}:${dutyId}`),
  )
  return items.filter(({ areaCode, id }) => !done.has(`${areaCode}:${id}`))
}
