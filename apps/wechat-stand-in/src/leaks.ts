import type { State } from './state.js'

/** Shorter push tokens turn up by chance in ordinary text. */
const SHORTEST_TELLING = 8

/** Kinds of secrets found in a text that should hold none: a log, a body to the phone, an answer to a push. */
export function secretsIn(state: State, text: string): string[] {
  const secrets: [string, Iterable<string>][] = [
    ['AppSecret', [state.secret, ...state.otherApps.map((app) => app.secret)]],
    ['session_key', state.sessionKeys],
    ['access_token', state.tokens.keys()],
    ['push token', state.pushTarget ? [state.pushTarget.token] : []],
    ['EncodingAESKey', state.pushTarget ? [state.pushTarget.encodingAesKey] : []],
  ]
  return secrets.filter(([, values]) => [...values].some((value) => holds(text, value))).map(([kind]) => kind)
}

function holds(text: string, secret: string): boolean {
  if (secret.length < SHORTEST_TELLING) return false
  return text.includes(secret) || text.includes(encodeURIComponent(secret))
}
