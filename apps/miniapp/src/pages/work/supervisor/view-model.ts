import {
  type GateId,
  type MissedWindow,
  missedText,
  type Obligation,
  obligationTitle,
  partText,
  partTitle,
  type Role,
  roleLabel,
  type Scorecard,
  type State,
  standardNumber,
  standardTitle,
  trackLabel,
  type Wording,
} from '@dfv/rules'
import { villageState as copy } from '@/shared/copy'
import { addDays, showDate, showDue } from '@/shared/format'
import { type DutyRow, dutyRow, takesOn } from '@/shared/village'

export type StandardRow = {
  id: GateId
  title: string
  state: State
  parts: { id: string; title: string; figure: string; state: State }[]
}

/** The ten standards, then the six measures. */
export function standardRows({ standards, measures, parts }: Scorecard): StandardRow[] {
  const byId = new Map(parts.map((part) => [part.id, part]))
  return [...standards, ...measures].map(({ id, state, parts: own }) => ({
    id,
    state,
    title: gateLabel(id),
    parts: own.flatMap((partId) => {
      const part = byId.get(partId)
      return part ? [{ id: partId, title: partTitle(partId), figure: partText(part), state: part.state }] : []
    }),
  }))
}

/** 第2条 帮教谈话检测; 措施1 工作方案. */
export const gateLabel = (id: GateId): string =>
  `${(id.startsWith('M') ? copy.measureNo : copy.standardNo)(standardNumber(id))} ${standardTitle(id)}`

export const trackLine = ({ track }: Scorecard): string => trackLabel(track)

export type DutyLine = {
  id: string
  title: string
  note: string
  due: string
  late: boolean
  /** As a row with its button, where the reader's own office is to make the record. */
  own: DutyRow | null
}
export type WorkView = {
  overdue: DutyLine[]
  soon: DutyLine[]
  /** What the reader's own office may already do; of the others only how much it is. */
  laterOwn: DutyLine[]
  later: number
  missed: string[]
}

const SOON_DAYS = 7

/** What the village owes: late first, then this week; what comes later is a number. */
export function workView(
  { open, missed }: { open: readonly Obligation[]; missed: readonly MissedWindow[] },
  wording: Wording,
  role: Role | null,
): WorkView {
  const today = wording.asOf
  const line = (duty: Obligation): DutyLine => ({
    id: duty.id,
    title: obligationTitle(duty, wording),
    note: copy.owedBy(roleLabel(duty.owedBy), copy.dueOn(showDate(duty.dueOn, today))),
    due: showDue(duty.dueOn, today),
    late: duty.dueOn < today,
    own: takesOn(role, duty) ? dutyRow(duty, { asOf: today, wording }, role) : null,
  })
  const begun = open
    .filter(({ opensOn }) => opensOn <= today)
    .sort((a, b) => (a.dueOn + a.id < b.dueOn + b.id ? -1 : 1))
  const limit = addDays(today, SOON_DAYS)
  const later = begun.filter(({ dueOn }) => dueOn > limit).map(line)
  return {
    overdue: begun.filter(({ dueOn }) => dueOn < today).map(line),
    soon: begun.filter(({ dueOn }) => dueOn >= today && dueOn <= limit).map(line),
    laterOwn: later.filter(({ own }) => own),
    later: later.filter(({ own }) => !own).length,
    missed: missed.map((one) => missedText(one, wording)),
  }
}
