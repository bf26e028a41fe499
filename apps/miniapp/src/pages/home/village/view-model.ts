import { obligationLabel, type Role } from '@dfv/rules'
import { home as copy, strips } from '@/shared/copy'
import { daysBetween, showInstant } from '@/shared/format'
import { NEEDS_USER, type OutboxEntry, UNSENT } from '@/shared/outbox'
import { kindShortLabel } from '@/shared/records'
import type { IconName } from '@/shared/ui'
import { type DutyRow, dutyRow, mayImport, type Village } from '@/shared/village'

const WEEK_DAYS = 7
const FOLD_FROM = 4
const DAY_MS = 86_400_000

/** Rows, or one line that stands for many of a kind. */
export type Line = { fold: null; row: DutyRow } | { fold: string; label: string; rows: DutyRow[] }
export type Desk = {
  overdue: Line[]
  week: Line[]
  later: DutyRow[]
  others: DutyRow[]
  /** What is overdue of others' work, too: with the own it is all that the offices above count. */
  counts: { overdue: number; week: number; othersOverdue: number }
}

/** Many of one kind take one line, in the place of the first. */
export function folded(rows: readonly DutyRow[]): Line[] {
  const lines: Line[] = []
  for (const row of rows) {
    const same = rows.filter(({ duty }) => duty.kind === row.duty.kind)
    if (same.length < FOLD_FROM) lines.push({ fold: null, row })
    else if (same[0] === row) {
      lines.push({
        fold: row.duty.kind,
        label: copy.folded(obligationLabel(row.duty.kind), same.length),
        rows: same,
      })
    }
  }
  return lines
}

/** What is due, in the order in which it is due: overdue, this week, later; and what somebody else owes. */
export function deskOf(village: Village, role: Role | null): Desk {
  const { asOf } = village
  const open = village.duties.open.filter(({ opensOn }) => opensOn <= asOf)
  const rows = open.map((duty) => dutyRow(duty, village, role))
  const mine = rows.filter((row) => row.mine)
  const days = ({ duty }: DutyRow) => daysBetween(asOf, duty.dueOn)
  const overdue = mine.filter((row) => days(row) < 0)
  const week = mine.filter((row) => days(row) >= 0 && days(row) <= WEEK_DAYS)
  const others = rows.filter((row) => !row.mine)
  return {
    overdue: folded(overdue),
    week: folded(week),
    later: mine.filter((row) => days(row) > WEEK_DAYS),
    others,
    counts: {
      overdue: overdue.length,
      week: week.length,
      othersOverdue: others.filter((row) => days(row) < 0).length,
    },
  }
}

/** What was recorded today, so that one can see that it counted. */
export function doneToday(
  entries: readonly OutboxEntry[],
  village: Village,
  dateOf: (millis: number) => string,
) {
  return entries
    .filter(
      ({ state, updatedAt }) =>
        (state === 'accepted' || UNSENT.includes(state)) && dateOf(updatedAt) === village.asOf,
    )
    .map((entry) => ({
      key: entry.key,
      title: [kindShortLabel(entry.kind), village.subjectLabel(entry.subjectId)].filter(Boolean).join(' '),
      note: `${entry.state === 'accepted' ? copy.sent : copy.waiting} ${showInstant(entry.updatedAt, village.asOf)}`,
    }))
}

export type HomeStrip = {
  icon: IconName
  text: string
  tone?: 'warn'
  to?: 'outbox' | 'draft'
  action?: string
}
type Facts = {
  online: boolean
  entries: readonly OutboxEntry[]
  contactAt: number
  now: number
  usedShare: number | undefined
  largest: boolean
}

/** What the user must know before the work; at most two, so that the work stays in sight. */
export function stripsOf({ online, entries, contactAt, now, usedShare, largest }: Facts): HomeStrip[] {
  const unsent = entries.filter(({ state }) => UNSENT.includes(state))
  const yours = entries.filter(({ state }) => NEEDS_USER.includes(state))
  const drafts = entries.filter(({ state }) => state === 'draft')
  const waited =
    unsent.length === 0 ? 0 : Math.floor((now - Math.min(...unsent.map((e) => e.updatedAt))) / DAY_MS)
  const found: HomeStrip[] = []
  if (waited >= 1)
    found.push({
      icon: 'warning',
      tone: 'warn',
      text: strips.unsentOld(waited),
      to: 'outbox',
      action: strips.look,
    })
  else if (!online && unsent.length > 0) {
    const text = largest ? strips.offlineUnsentShort(unsent.length) : strips.offlineUnsent(unsent.length)
    found.push({ icon: 'offline', text, to: 'outbox', action: strips.look })
  } else if (!online) found.push({ icon: 'offline', text: strips.offlineShort })
  if (yours.length > 0)
    found.push({
      icon: 'warning',
      tone: 'warn',
      text: strips.needsYou(yours.length),
      to: 'outbox',
      action: strips.look,
    })
  if (usedShare !== undefined && usedShare > 0.8)
    found.push({ icon: 'warning', tone: 'warn', text: strips.storageAlmostFull })
  if (drafts.length > 0)
    found.push({ icon: 'draft', text: strips.draft(drafts.length), to: 'draft', action: strips.goOn })
  if (now - contactAt > DAY_MS) found.push({ icon: 'clock', text: strips.stale(showInstant(contactAt, '')) })
  return found.slice(0, 2)
}

/** So long a village is told what it has not brought in yet; its own duties go on telling the rest. */
const BEGINNING_DAYS = 90

/** Whether the opening list is shown: to who brings something in, until all of it is there or the beginning is over. */
export const isBeginning = (
  { ledger, asOf }: Pick<Village, 'ledger' | 'asOf'>,
  role: Role | null,
  isWhole: boolean,
): boolean => mayImport(role) && !isWhole && daysBetween(ledger.startOn, asOf) <= BEGINNING_DAYS
