import type { KindId, Payload } from './record-kind.ts'

/** Lifts a payload of version n to version n + 1. Pure. */
export type Upcast = (payload: Payload) => Payload

/** An optional field was added: a payload from before has the new shape already. */
const sameShape: Upcast = (payload) => payload

/**
 * How payloads of every older version ever released are lifted: `[n - 1]` lifts version n. They stand apart from the
 * forms, because a ledger is judged where no form is loaded. A kind without an entry has had one version.
 */
export const UPCASTS: { readonly [kind in KindId]?: readonly Upcast[] } = {
  talk: [sameShape],
  'urine-test': [sameShape],
  'publicity-activity': [sameShape],
  'venue-inspection': [sameShape],
  'past-evidence': [sameShape],
  patrol: [sameShape],
  'clean-up': [sameShape],
  'education-site': [sameShape],
  'village-document': [sameShape],
  meeting: [sameShape],
  'class-session': [sameShape],
  'experience-report': [sameShape],
}
