import {
  MEMBER_KINDS,
  obligationTitle,
  type PersonView,
  periodText,
  type Role,
  statusLabel,
  ZH,
} from '@dfv/rules'
import type { PersonHead, RevealPurpose } from '@/shared/api'
import { common, person as copy } from '@/shared/copy'
import { showDate } from '@/shared/format'
import type { CycleRow, SummaryLine } from '@/shared/ui'
import { type DutyRow, dutyRow, type Village } from '@/shared/village'

/** 男  40多岁: as much as helps to know whom one meets, and no more. */
export function maskedLine(head: PersonHead, today: string): string {
  const age = head.birthYear ? Number(today.slice(0, 4)) - head.birthYear : null
  return [
    head.maskedName,
    head.gender === 'male' ? copy.male : head.gender === 'female' ? copy.female : '',
    age === null || age < 10 ? '' : copy.decade(Math.floor(age / 10) * 10),
  ]
    .filter(Boolean)
    .join('　')
}

export function statusLine(view: PersonView, asOf: string): string {
  const current = view.statuses[view.statuses.length - 1]
  return [
    view.status ? statusLabel(view.status) : '',
    view.status && current ? copy.since(showDate(current.from, asOf)) : '',
    view.presence === null ? '' : ZH.presence[view.presence],
  ]
    .filter(Boolean)
    .join(common.separator)
}

export function cycleRows(view: PersonView, asOf: string): CycleRow[] {
  const name = (period: string) => periodText(period, asOf)
  return [
    {
      label: copy.talk,
      cells: view.cycles.map((cycle) => ({ period: name(cycle.period), state: cycle.talk })),
    },
    {
      label: copy.test,
      cells: view.cycles.map((cycle) => ({ period: name(cycle.period), state: cycle.test })),
    },
  ]
}

const memberLabel = (kind: string) => MEMBER_KINDS.find(({ value }) => value === kind)?.label ?? kind
export function groupLine({ group }: PersonView): string {
  if (!group) return copy.groupNone
  const members = group.members.map(memberLabel).join(common.listComma)
  if (group.lacking.length === 0) return members
  return `${members}（${copy.groupLacking(group.lacking.map(memberLabel).join(common.listComma))}）`
}

/** What is owed about this person, by due date. */
export const dutiesOf = (view: PersonView, village: Village, role: Role | null): DutyRow[] =>
  view.duties
    .filter(({ opensOn }) => opensOn <= village.asOf)
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
    .map((duty) => ({
      ...dutyRow(duty, village, role),
      // The page already says whom it is about.
      title: obligationTitle(duty, { asOf: village.asOf }),
    }))

export type RevealForm = { purpose: RevealPurpose | null; note: string }
export function checkReveal({ purpose, note }: RevealForm): SummaryLine[] {
  if (purpose === null) return [{ field: 'purpose', text: copy.purposeMissing }]
  return purpose === 'other' && note.trim() === '' ? [{ field: 'note', text: copy.noteMissing }] : []
}

/** Roles that work with persons by name; the server decides again. */
const REVEALERS: readonly Role[] = ['village-secretary', 'case-worker', 'police', 'town-office']
export const mayReveal = (role: Role | null) => role !== null && REVEALERS.includes(role)

/** Who leads a support group, and the office above: they see who looked at the person. */
export const seesReadings = (role: Role | null) => role === 'village-secretary' || role === 'town-office'

/** The term of community treatment: when it ends, or until when to report in. */
export function clockLine({ clock }: PersonView, asOf: string): string {
  if (!clock) return ''
  return clock.endsOn === undefined
    ? copy.reportInBy(showDate(clock.reportInDueOn, asOf))
    : copy.termEnds(showDate(clock.endsOn, asOf))
}

export const secondsLeft = (hideAt: number, now: number) => Math.max(0, Math.ceil((hideAt - now) / 1000))
