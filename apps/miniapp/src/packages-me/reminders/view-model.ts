import type { Reminders } from '@/shared/api'
import { reminders as copy } from '@/shared/copy'

const hour = (time: string) => {
  const [hours = '0'] = time.split(':')
  return copy.hour(Number(hours))
}

export type RemindersView = { total: number; lines: string[]; quiet: string; askFor: string[] }

/** What is left to be sent, and what can be asked for once more. */
export function remindersView({ credits, templates, sendingHours }: Reminders): RemindersView {
  const left = (key: string) => credits.find(({ templateKey }) => templateKey === key)?.remaining ?? 0
  return {
    total: templates.reduce((sum, { key }) => sum + left(key), 0),
    lines: templates.map(({ key, title, kind }) =>
      kind === 'long-term' ? copy.longTerm(title) : copy.leftWhat(title, left(key)),
    ),
    quiet: copy.quiet(hour(sendingHours.to), hour(sendingHours.from)),
    askFor: templates.map(({ templateId }) => templateId),
  }
}

export const wasAllowed = (results: readonly { result: string }[]) =>
  results.some(({ result }) => result.startsWith('accept'))
