import {
  KEY_PERSON_CATEGORIES,
  type KeyView,
  type LedgerRecord,
  MEMBER_KINDS,
  type Obligation,
  obligationTitle,
  type PersonView,
  periodText,
  presenceLabel,
  type Role,
  statusLabel,
} from '@dfv/rules'
import type { PersonHead, RevealPurpose } from '@/shared/api'
import { common, person as copy } from '@/shared/copy'
import { daysBetween, showDate } from '@/shared/format'
import { areaName } from '@/shared/place'
import { kindIcon, kindShortLabel } from '@/shared/records'
import type { CycleRow, SummaryLine } from '@/shared/ui'
import { type DutyRow, dutyRow, type Village } from '@/shared/village'
import type { TimelineRow } from '../parts/timeline'

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
    view.presence === null ? '' : presenceLabel(view.presence),
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

/** 社区戒毒 runs from the day of reporting in, and stands still in custody. @see 禁毒法 第三十三条, 戒毒条例 第十四条 */
export function clockLines({ clock }: PersonView, asOf: string): string[] {
  if (!clock) return []
  const day = (on: string) => showDate(on, asOf)
  if (clock.reportedInOn === undefined) {
    const days = daysBetween(asOf, clock.reportInDueOn)
    return [
      days < 0 ? copy.reportInLate(day(clock.reportInDueOn)) : copy.reportIn(day(clock.reportInDueOn), days),
    ]
  }
  return [
    copy.reportedIn(day(clock.reportedInOn)),
    ...(clock.endsOn === undefined ? [] : [copy.termEnds(day(clock.endsOn))]),
    ...(clock.pausedDays > 0 ? [copy.paused(clock.pausedDays)] : []),
  ]
}

/** The proposal to hand him over that nobody has answered yet. */
export function openTransfer({ records }: Village, personId: string): LedgerRecord | undefined {
  const [last] = records
    .filter(
      ({ kind, subjectId, reviewState }) =>
        subjectId === personId &&
        reviewState === 'accepted' &&
        (kind === 'transfer' || kind === 'transfer-acceptance'),
    )
    .sort((a, b) => (a.occurredOn < b.occurredOn ? 1 : -1))
  return last?.kind === 'transfer' ? last : undefined
}

const keyLine = (key: KeyView, asOf: string): string =>
  copy.key(
    KEY_PERSON_CATEGORIES.find(({ value }) => value === key.category)?.label ?? key.category,
    showDate(key.verifiedOn, asOf),
  )

/** What holds of the person today, each in a line of its own. */
export function linesOf(
  village: Village,
  id: string,
  view: PersonView | null,
  key: KeyView | null,
): string[] {
  const { asOf } = village
  const transfer = openTransfer(village, id)
  const to = transfer && String(transfer.payload.toArea)
  return [
    ...(view
      ? [
          statusLine(view, asOf),
          ...clockLines(view, asOf),
          ...(view.isUnderSupport ? [`${copy.group}：${groupLine(view)}`] : []),
          ...(view.abstinentSince && view.threeYearsOn
            ? [
                view.isThreeYears
                  ? copy.threeYears
                  : copy.abstinentSince(
                      showDate(view.abstinentSince, asOf),
                      showDate(view.threeYearsOn, asOf),
                    ),
              ]
            : []),
        ]
      : [copy.keyOnly]),
    ...(key ? [keyLine(key, asOf)] : []),
    ...(transfer && to ? [copy.transfer(areaName(to) ?? to, showDate(transfer.occurredOn, asOf))] : []),
  ].filter((line) => line !== '')
}

/** What is owed about this person, by due date. */
export const dutiesOf = (duties: readonly Obligation[], village: Village, role: Role | null): DutyRow[] =>
  duties
    .filter(({ opensOn }) => opensOn <= village.asOf)
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
    .map((duty) => ({
      ...dutyRow(duty, village, role),
      // The page already says whom it is about.
      title: obligationTitle(duty, { asOf: village.asOf }),
    }))

/** What can be said of a record on a list: whether somebody was met, never what a test showed. */
function outcomeWord({ kind, payload }: LedgerRecord): string {
  if (kind === 'talk') return payload.found === 'yes' ? copy.met : copy.notMet
  return kind === 'urine-test' ? copy.resultKept : ''
}

export function timelineOf(village: Village, personId: string): TimelineRow[] {
  return village.records
    .filter(({ subjectId }) => subjectId === personId)
    .sort((a, b) =>
      a.occurredOn === b.occurredOn ? (a.id < b.id ? 1 : -1) : a.occurredOn < b.occurredOn ? 1 : -1,
    )
    .map((record) => ({
      id: record.id,
      icon: kindIcon(record.kind),
      text: [showDate(record.occurredOn, village.asOf), kindShortLabel(record.kind), outcomeWord(record)]
        .filter(Boolean)
        .join(common.separator),
      unsent: record.receivedAt === null,
    }))
}

export type RevealForm = { purpose: RevealPurpose | null; note: string }
export function checkReveal({ purpose, note }: RevealForm): SummaryLine[] {
  if (purpose === null) return [{ field: 'purpose', text: copy.purposeMissing }]
  return purpose === 'other' && note.trim() === '' ? [{ field: 'note', text: copy.noteMissing }] : []
}

/** Roles that work with persons by name; the server decides again. */
const REVEALERS: readonly Role[] = ['village-secretary', 'case-worker', 'police', 'town-office']
/** Who leads a support group, and the office above: they see who looked at the person. */
export const seesReadings = (role: Role | null) => role === 'village-secretary' || role === 'town-office'

export const mayReveal = (role: Role | null) => role !== null && REVEALERS.includes(role)

export const secondsLeft = (hideAt: number, now: number) => Math.max(0, Math.ceil((hideAt - now) / 1000))
