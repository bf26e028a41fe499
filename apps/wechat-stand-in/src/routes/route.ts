import type { ApiCall, Body } from '../api-call.js'
import type { Platform } from '../platform.js'

export type Answer = { json: Record<string, unknown> } | { image: Buffer }

export type Route = {
  path: string
  method: 'GET' | 'POST'
  /** what the caller proves itself with: AppSecret in the request, or an access token in the query */
  access: 'secret' | 'token'
  wrongMethod?: number
  notJson?: number
  /** Claims what may not be used twice at once; the returned function gives it back. */
  enter?(platform: Platform, body: Body): () => void
  /** shortest time of work in real milliseconds */
  workMs?(platform: Platform): number
  handle(platform: Platform, call: ApiCall, body: Body): Answer
}
