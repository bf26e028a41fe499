import { type IsoDate, isIsoDate } from '../core/iso-date.ts'
import { AWARD_CLAUSES } from '../notice/award-clauses.ts'
import { POLICIES, type Policies, type PolicyValues } from '../policy/policies.ts'
import { NoPolicyError, policyReader, versionsUsed } from '../policy/policy-at.ts'
import type { Clause, UsedPolicy } from '../scorecard.ts'
import {
  actOf,
  brokenField,
  inOrderMade,
  inYearOrder,
  type PlaqueDecision,
  type PlaqueFault,
  type PlaqueTrouble,
} from './plaque-decision.ts'
import {
  BEGINNING,
  type PlaqueEffect,
  type PlaquePolicy,
  type PlaqueStage,
  type PlaqueState,
  type Standing,
  transition,
} from './transitions.ts'

/** What follows beside the state, and from which decision. */
export type PlaqueConsequence = { effect: PlaqueEffect; decision: string; year: number; yuan?: number }

/** One decision and what it did. A correction may take back what the decision it names had done. */
export type PlaqueStep = {
  decision: PlaqueDecision
  from: PlaqueState
  to: PlaqueState
  added: PlaqueConsequence[]
  undone: PlaqueConsequence[]
}

export type Plaque = {
  clause: Clause
  state: PlaqueState
  /** The day of the decision after which the state last changed; null while nothing was decided. */
  since: IsoDate | null
  stage: PlaqueStage
  awards: number
  /** Payments and accountability that stand today. */
  consequences: PlaqueConsequence[]
  /** Every decision as it was made; later ones are only ever added at the end. */
  history: PlaqueStep[]
  /** The decisions that still hold, in the order made: none that was corrected, none that fell with one that was. */
  standing: PlaqueDecision[]
  /** Decisions that cannot stand; they change nothing. */
  troubles: PlaqueTrouble[]
  policy: UsedPolicy[]
}

export type PlaqueAsOf = { asOf: IsoDate; areaCode?: string; policies?: Policies }

type Fold = Standing & {
  consequences: PlaqueConsequence[]
  /** The decisions that cannot follow the others, and why. */
  fallen: Map<string, PlaqueFault>
}

type Values = PlaquePolicy & Pick<PolicyValues, 'awardYuan'>

/** The policy on the day of a document; undefined when none was in force. */
function valuesOn(policies: Policies, areaCode: string, on: IsoDate): Values | undefined {
  try {
    const policy = policyReader(policies, areaCode)
    return {
      yellowClearsOnPass: policy('yellowClearsOnPass', on),
      repeatAward: policy('repeatAward', on),
      awardYuan: policy('awardYuan', on),
    }
  } catch (error) {
    if (error instanceof NoPolicyError) return undefined
    throw error
  }
}

/** Folds the decisions that stand, year by year. One that cannot follow the others falls and changes nothing. */
function fold(standing: readonly PlaqueDecision[], areaCode: string, policies: Policies): Fold {
  let at = BEGINNING
  const consequences: PlaqueConsequence[] = []
  const fallen = new Map<string, PlaqueFault>()
  for (const { id, kind, year, on } of standing.slice().sort(inYearOrder)) {
    const values = valuesOn(policies, areaCode, on)
    const step = values === undefined ? { refused: 'noPolicy' as const } : transition(at, kind, values)
    if ('refused' in step) {
      fallen.set(id, step.refused)
      continue
    }
    at = step.next
    for (const effect of step.effects) {
      const yuan = effect === 'payment' ? { yuan: values!.awardYuan } : {}
      consequences.push({ effect, decision: id, year, ...yuan })
    }
  }
  return { ...at, consequences, fallen }
}

const SECOND = { result: 'secondResult', submitted: 'secondSubmission', awarded: 'secondAward' } as const

/** Why a decision cannot join those that were made before it. */
function faultOf(
  decision: PlaqueDecision,
  made: readonly PlaqueDecision[],
  standing: readonly PlaqueDecision[],
): PlaqueFault | undefined {
  if (made.some(({ id }) => id === decision.id)) return 'duplicateId'
  const act = actOf(decision.kind)
  const rival = standing.find(({ year, kind }) => year === decision.year && actOf(kind) === act)
  if (decision.corrects === undefined) return rival && SECOND[act]
  const old = made.find(({ id }) => id === decision.corrects)
  if (old === undefined) return 'correctsUnknown'
  if (!standing.includes(old)) return 'correctsCorrected'
  if (old.year !== decision.year || actOf(old.kind) !== act) return 'correctsOther'
  return undefined
}

const sameConsequence = (a: PlaqueConsequence, b: PlaqueConsequence): boolean =>
  a.effect === b.effect && a.decision === b.decision

const minus = (a: readonly PlaqueConsequence[], b: readonly PlaqueConsequence[]): PlaqueConsequence[] =>
  a.filter((one) => !b.some((other) => sameConsequence(one, other)))

type Read = { sound: { decision: PlaqueDecision; path: string }[]; troubles: PlaqueTrouble[] }

function read(decisions: unknown, asOf: IsoDate): Read {
  const sound: Read['sound'] = []
  const troubles: PlaqueTrouble[] = []
  if (!Array.isArray(decisions)) return { sound, troubles: [{ path: '', fault: 'malformed' }] }
  decisions.forEach((value: unknown, index) => {
    const broken = brokenField(value)
    if (broken !== undefined)
      troubles.push({ path: `[${index}]${broken === '' ? '' : `.${broken}`}`, fault: 'malformed' })
    else if ((value as PlaqueDecision).on <= asOf)
      sound.push({ decision: value as PlaqueDecision, path: `[${index}]` })
  })
  sound.sort((a, b) => inOrderMade(a.decision, b.decision))
  return { sound, troubles }
}

/**
 * The plaque of one village from the official decisions, as it stood on a day. A self-assessment never moves it, and
 * a year without a result changes nothing. Never throws for what a decision may hold.
 * @throws RangeError when `asOf` is not a date
 */
export function plaqueOf(
  decisions: unknown,
  { asOf, areaCode = '', policies = POLICIES }: PlaqueAsOf,
): Plaque {
  if (!isIsoDate(asOf)) throw new RangeError('asOf is not a date')
  const { sound, troubles } = read(decisions, asOf)
  const made: PlaqueDecision[] = []
  const history: PlaqueStep[] = []
  let standing: PlaqueDecision[] = []
  let now: Fold = fold([], areaCode, policies)
  let since: IsoDate | null = null
  for (const { decision, path } of sound) {
    const fault = faultOf(decision, made, standing)
    if (fault !== undefined) {
      troubles.push({ path, fault })
      continue
    }
    const joined = standing.filter(({ id }) => id !== decision.corrects).concat(decision)
    const then = fold(joined, areaCode, policies)
    const refused = then.fallen.get(decision.id)
    if (refused !== undefined) {
      troubles.push({ path, fault: refused })
      continue
    }
    history.push({
      decision,
      from: now.state,
      to: then.state,
      added: minus(then.consequences, now.consequences),
      undone: minus(now.consequences, then.consequences),
    })
    if (then.state !== now.state || since === null) since = decision.on
    made.push(decision)
    // What rested on a result that was corrected away falls with it, and would need a new decision.
    standing = joined.filter(({ id }) => !then.fallen.has(id))
    now = then
  }
  return {
    clause: AWARD_CLAUSES.yearly,
    state: now.state,
    since,
    stage: now.stage,
    awards: now.awards,
    consequences: now.consequences,
    history,
    standing,
    troubles,
    policy: versionsUsed(policies, areaCode, ['yellowClearsOnPass', 'repeatAward', 'awardYuan'], asOf),
  }
}
