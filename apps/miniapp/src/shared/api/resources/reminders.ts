import { api } from '../api'
import type { Reminders } from '../types'

export const remindersApi = {
  read: () => api.request<Reminders>('GET', '/reminders'),
  /** `id` is made on the phone: the same tap sent twice counts once. */
  allow: (id: string, results: { templateId: string; result: string }[]) =>
    api.request<Reminders>('POST', '/reminders/credits', { body: { id, results } }),
  /** No WeChat message about a kind of work up to and with a day; null: again. */
  mute: (kind: string, until: string | null) =>
    api.request<Reminders>('POST', '/reminders/mutes', { body: { kind, until } }),
}
