import type { LevelCoverage, MissingPledge, VillageCoverage } from '@/shared/api'
import { common, pledgeOffice as copy } from '@/shared/copy'
import { showDate } from '@/shared/format'

export type LevelRow = { key: string; title: string; note: string; whole: boolean }
export type MissingRow = { key: string; title: string; note: string; overdue: boolean }

/** A level of a village: how many of how many, and what keeps the rest. */
export function levelRow({ level, required, signed, overdue, declined, vacant }: LevelCoverage): LevelRow {
  const counts = [
    copy.signedOf(signed, required),
    overdue > 0 ? copy.overdue(overdue) : '',
    declined > 0 ? copy.declined(declined) : '',
    vacant > 0 ? copy.vacant(vacant) : '',
  ]
  return {
    key: level,
    title: copy.levels[level],
    note: counts.filter(Boolean).join(common.separator),
    whole: signed === required,
  }
}

export const isWhole = ({ levels }: VillageCoverage): boolean =>
  levels.every(({ signed, required }) => signed === required)

/** Who is missing: the place and the post, the name only of an official. What is overdue comes first. */
export function missingRows(items: readonly MissingPledge[], today: string): MissingRow[] {
  const rows = items.map(
    (
      { level, areaCode, place, roleLabel, officialName, state, dueOn, reason, isOverdue },
      index,
    ): MissingRow => ({
      key: `${level}:${areaCode}:${index}`,
      title: [place, officialName ?? roleLabel].join(common.separator),
      note: [
        copy.levels[level],
        copy.states[state],
        dueOn ? copy.dueOn(showDate(dueOn, today)) : '',
        reason ?? '',
      ]
        .filter(Boolean)
        .join(common.separator),
      overdue: isOverdue,
    }),
  )
  return rows.sort((a, b) => Number(b.overdue) - Number(a.overdue))
}
