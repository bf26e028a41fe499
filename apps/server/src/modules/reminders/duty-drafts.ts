import { daysBetween, type IsoDate } from '@dfv/rules'
import type { Rung } from './ladder.js'
import type { TextKey, TextParams } from './reminder-texts.js'

/** One rung of one duty for one person: it is told once, ever. */
export type DutyClaim = {
  /** Derived from duty, rung and person, so that every replica makes the same one. */
  id: string
  areaCode: string
  dutyId: string
  /** `news` and `digest`: nothing of the ladder. */
  rung: Rung | 'news' | 'digest'
  dueOn: IsoDate
}

/** What the inbox is told in one line. */
export type Draft = {
  key: TextKey
  /** The village, or the town when it is about several. */
  areaCode: string
  /** Where the line leads: `work` to the duties, `overview` to the villages, `years` to the assessment years, `record/<id>`, `person/<id>`, `pledge/<id>`, `order/<id>`, `year/<village>/<year>`. */
  target: string | null
  /** Also by WeChat. */
  message: boolean
  /** Values of the sentence, where the claims do not give them. */
  params?: TextParams
  claims: DutyClaim[]
}

const OWNER_KEYS: Partial<Record<DutyClaim['rung'], TextKey>> = { opens: 'duty.opens', due: 'duty.due' }

/** Merges a person's rungs of a day: what can be said in one sentence is said in one. */
export function draftsOf(
  claims: readonly (DutyClaim & { audience: string })[],
  context: { today: IsoDate; townCode: (areaCode: string) => string },
): Draft[] {
  const drafts = new Map<string, Draft>()
  for (const { audience, ...claim } of claims) {
    const key = textKeyOf(claim, audience, context.today)
    const town = audience === 'town-office'
    const areaCode = town ? context.townCode(claim.areaCode) : claim.areaCode
    const sameDay = key === 'duty.before' || key === 'duty.due' ? claim.dueOn : ''
    const group = `${key} ${audience === 'owner' ? '' : areaCode} ${sameDay}`
    const draft = drafts.get(group)
    if (draft) draft.claims.push(claim)
    else
      drafts.set(group, {
        key,
        areaCode,
        target: town ? 'overview' : 'work',
        message: key !== 'duty.opens',
        claims: [claim],
      })
  }
  return [...drafts.values()].sort((a, b) => (earliestDue(a) < earliestDue(b) ? -1 : 1))
}

function textKeyOf(claim: DutyClaim, audience: string, today: IsoDate): TextKey {
  if (claim.rung === 'after-3') return 'duty.after-3'
  if (claim.rung === 'after-7') return 'duty.after-7'
  if (claim.rung === 'missed') return audience === 'town-office' ? 'duty.missed-town' : 'duty.missed'
  if ((claim.rung === 'due' || claim.rung === 'again') && claim.dueOn < today) return 'duty.late'
  return OWNER_KEYS[claim.rung] ?? 'duty.before'
}

/** Values of the sentence for the claims that stand. */
export function dutyParams(claims: readonly DutyClaim[], today: IsoDate): TextParams {
  const dates = claims.map((claim) => claim.dueOn).sort()
  const late = dates.map((dueOn) => Math.max(daysBetween(dueOn, today), 0))
  const days = Math.min(...late)
  return {
    count: claims.length,
    villages: new Set(claims.map((claim) => claim.areaCode)).size,
    dueOn: dates[0],
    days,
    atLeast: late.some((other) => other !== days),
  }
}

const earliestDue = (draft: Draft): IsoDate => draft.claims.map((claim) => claim.dueOn).sort()[0] ?? ''
