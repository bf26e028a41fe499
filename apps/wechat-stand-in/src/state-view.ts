import type { Platform } from './platform.js'
import type { SentMessage } from './state.js'

/** Times are ISO text and ids are strings in everything a test reads. */
export function sentView({ msgId, at, ...message }: SentMessage): object {
  return { msgId: String(msgId), at: new Date(at).toISOString(), ...message }
}

/** Everything worth asserting on; secrets, tokens and session keys are left out. */
export function stateView({ state, clock, held }: Platform): object {
  const calls: Record<string, number> = {}
  for (const { path } of state.calls) calls[path] = (calls[path] ?? 0) + 1
  return {
    now: new Date(clock.now()).toISOString(),
    appid: state.appid,
    users: [...state.users.values()].map(
      ({ sessionKey, credits, longTerm, rejected, lastVisitAt, ...user }) => ({
        ...user,
        signedIn: sessionKey !== null,
        lastVisitAt: lastVisitAt === null ? null : new Date(lastVisitAt).toISOString(),
        credits: Object.fromEntries(credits),
        longTerm: [...longTerm],
        rejected: [...rejected],
      }),
    ),
    templates: [...state.templates.values()],
    pages: [...state.pages],
    limits: state.limits,
    pushTarget: state.pushTarget && { url: state.pushTarget.url, mode: state.pushTarget.mode },
    faults: state.faults,
    inFlight: [...state.inFlight],
    held: held.count,
    calls,
    tokenCalls: state.tokenCalls,
    sent: state.sent.length,
    pushes: state.deliveries.length,
    violations: state.violations.length,
  }
}
