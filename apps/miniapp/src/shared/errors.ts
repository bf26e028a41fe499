import { ApiError } from '@/shared/api'
import { errors } from '@/shared/copy'
import { NetworkError, PrivacyRefusedError, StorageFullError } from '@/shared/platform'

export type Told = {
  /** What happened and what to do. */
  text: string
  /** For the hotline, in fine print. */
  reference?: string
  kind: 'offline' | 'expired' | 'absent' | 'refused' | 'server' | 'storage'
}

/** Any failure as a sentence. The server's own sentence wins where it knows more than the status tells. */
export function tell(error: unknown): Told {
  if (error instanceof NetworkError) {
    return { kind: 'offline', text: error.fault === 'timeout' ? errors.timeout : errors.offline }
  }
  if (error instanceof StorageFullError) return { kind: 'storage', text: errors.storageFull }
  if (error instanceof PrivacyRefusedError) return { kind: 'refused', text: errors.privacyRefused }
  if (!(error instanceof ApiError)) return { kind: 'server', text: errors.server }
  const { status, code, problem } = error
  const reference = errors.reference(problem.instance?.slice(-6) || code)
  if (status === 401) return { kind: 'expired', text: errors.sessionExpired }
  const text = errors.byCode[code] ?? (problem.title || errors.byStatus[status]) ?? errors.server
  if (status === 403 || status === 404) return { kind: 'absent', text, reference }
  if (status >= 500) return { kind: 'server', text: errors.server, reference }
  return { kind: 'refused', text, reference }
}
