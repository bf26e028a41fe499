import { addDays, lastDayOfMonth, monthOf, type ObligationKind, obligationLabel, type Role } from '@dfv/rules'
import type { AreaDuty, DutyCount, DutyFilter } from '@/shared/api'
import { common, ownDuties as copy, roleNames } from '@/shared/copy'
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
    const listed = dutyRow(duty, { asOf, wording: { asOf, nameOf: codeOf } }, role)
    // What was handed to him is his, whatever his office.
    const byForm = listed.byForm || duty.assignee?.isMe === true
    const row = { ...listed, byForm, mine: listed.mine || byForm }
    const { settledBy: kind, areaCode, subjectId, id: dutyId, period } = duty
    const note = [villageOf(areaCode), row.note, ...arrangedText(duty)].filter(Boolean).join(common.separator)
    return {
      row: { ...row, note },
      target: byForm && kind !== null ? { kind, areaCode, subjectId, dutyId, period } : null,
    }
  })
}

/** Who has it now, and why it is not done. */
function arrangedText({ assignee, explanation }: AreaDuty): string[] {
  return [
    ...(assignee ? [assignee.isMe ? copy.handedToMe : copy.handedTo(assignee.name)] : []),
    ...(explanation ? [copy.because(explanation.text)] : []),
  ]
}

export type DueChoice = '' | 'overdue' | 'week' | 'month'
const WEEK_DAYS = 7

/** What the reader chose to see; empty: everything. */
export type DutyChoice = { of: 'own' | 'area'; kind: string; owedBy: string; under: string; due: DueChoice }
export const EVERYTHING: DutyChoice = { of: 'own', kind: '', owedBy: '', under: '', due: '' }

function dueRange(due: DueChoice, asOf: string): Pick<DutyFilter, 'dueFrom' | 'dueTo'> {
  if (due === 'overdue') return { dueTo: addDays(asOf, -1) }
  if (due === 'week') return { dueFrom: asOf, dueTo: addDays(asOf, WEEK_DAYS) }
  return due === 'month' ? { dueFrom: asOf, dueTo: lastDayOfMonth(monthOf(asOf)) } : {}
}

/** The choice as the server takes it. */
export function filterOf({ of, kind, owedBy, under, due }: DutyChoice, asOf: string): DutyFilter {
  return {
    of,
    ...dueRange(due, asOf),
    ...(kind !== '' && { kind }),
    ...(owedBy !== '' && { owedBy: owedBy as Role }),
    ...(under !== '' && { under }),
  }
}

type Choice = { value: string; label: string }
const ALL: Choice = { value: '', label: copy.all }
export const WHOSE: readonly Choice[] = [
  { value: 'own', label: copy.own },
  { value: 'area', label: copy.area },
]
export const DUE: readonly Choice[] = [
  ALL,
  { value: 'overdue', label: copy.overdue },
  { value: 'week', label: copy.week },
  { value: 'month', label: copy.month },
]

/** Kinds, or roles, with how much of each there is; one kind may be owed by several roles. */
export function countedBy(by: 'kind' | 'owedBy', counts: readonly DutyCount[]): Choice[] {
  const sums = new Map<string, { open: number; overdue: number }>()
  for (const count of counts) {
    const sum = sums.get(count[by]) ?? { open: 0, overdue: 0 }
    sums.set(count[by], { open: sum.open + count.open, overdue: sum.overdue + count.overdue })
  }
  const label = (value: string) =>
    by === 'kind' ? obligationLabel(value as ObligationKind) : roleNames[value as Role]
  return [
    ALL,
    ...[...sums].map(([value, { open, overdue }]) => ({
      value,
      label: copy.counted(label(value), open, overdue),
    })),
  ]
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
