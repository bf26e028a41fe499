import type { IsoDate, ReminderKind, Reminders } from '@/shared/api'
import { reminders as copy } from '@/shared/copy'
import { addDays, showDate } from '@/shared/format'

const hour = (time: string) => {
  const [hours = '0'] = time.split(':')
  return copy.hour(Number(hours))
}

/** A silence that is forgotten ends by itself. */
const MUTE_DAYS = 30

export type KindRow = {
  kind: string
  label: string
  note: string
  /** What a tap asks for: silence until a day, or none any more; undefined: this kind is never silent. */
  until: IsoDate | null | undefined
  action: string
}
export type RemindersView = {
  total: number
  lines: string[]
  forecast: string
  /** There will be more to say than may be said. */
  isShort: boolean
  quiet: string
  askFor: string[]
  kinds: KindRow[]
  deliveries: string[]
}

/** What is left to be sent, what is still to come, and what is silent. */
export function remindersView(given: Reminders, today: IsoDate): RemindersView {
  const { credits, templates, sendingHours, workingDays, forecast, deliveries } = given
  const left = (key: string) => credits.find(({ templateKey }) => templateKey === key)?.remaining ?? 0
  const total = templates.reduce((sum, { key }) => sum + left(key), 0)
  const isForGood = templates.some(({ kind }) => kind === 'long-term')
  return {
    total,
    lines: templates.map(({ key, title, kind }) =>
      kind === 'long-term' ? copy.longTerm(title) : copy.leftWhat(title, left(key)),
    ),
    forecast: copy.forecast(total, forecast.dueThisMonth),
    isShort: !isForGood && total < forecast.dueThisMonth,
    quiet: [
      copy.quiet(hour(sendingHours.to), hour(sendingHours.from)),
      workingDays.source === null ? copy.onlyWeekends(workingDays.year) : '',
    ].join(''),
    askFor: templates.map(({ templateId }) => templateId),
    kinds: given.kinds.map((kind) => kindRow(kind, today)),
    deliveries: deliveries.map(({ day, text }) => `${showDate(day, today)} ${text}`),
  }
}

function kindRow({ kind, label, open, mutedUntil, mutable }: ReminderKind, today: IsoDate): KindRow {
  const state = !mutable
    ? copy.neverMuted
    : mutedUntil === null
      ? copy.on
      : copy.mutedUntil(showDate(mutedUntil, today))
  return {
    kind,
    label,
    note: open > 0 ? `${copy.open(open)}，${state}` : state,
    until: !mutable ? undefined : mutedUntil === null ? addDays(today, MUTE_DAYS) : null,
    action: mutedUntil === null ? copy.mute : copy.unmute,
  }
}
