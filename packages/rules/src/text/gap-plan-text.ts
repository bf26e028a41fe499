import type { Audience } from '../awareness/awareness-outcome.ts'
import type { Role } from '../core/role.ts'
import { isFact } from '../gap-plan/mending.ts'
import type { GapPlan, GapStep, Remainder, StepDuty } from '../gap-plan/plan.ts'
import type { PartId } from '../scorecard.ts'
import { dateText, periodText } from './dates.ts'
import { fill } from './fill.ts'
import { missingText } from './finding-text.ts'
import { documentLabel, roleLabel, type Wording } from './names.ts'
import { partTitle, reasonText, standardNumber } from './part-text.ts'
import { pointsText } from './points.ts'
import { ZH_PLAN } from './zh-plan.ts'

const COMMA = '、'

/** `第10条“村规和移风易俗”`: what a reader of the notice looks for. */
export function partName(id: PartId): string {
  const gate = id.split('.')[0] as Parameters<typeof standardNumber>[0]
  return `${gate.startsWith('M') ? `措施${standardNumber(gate)}` : `第${standardNumber(gate)}条`}“${partTitle(id)}”`
}

const partNames = (ids: readonly PartId[]): string => ids.map(partName).join(COMMA)

const MOST_NAMES = 4

/** A month or a quarter, which is how duties of the village itself differ. */
const WINDOW = /^\d{4}-(\d{2}|Q\d)$/

function nameOf({ subjectId, period, params }: StepDuty, wording: Wording): string {
  if (typeof params?.document === 'string') return documentLabel(params.document)
  return wording.nameOf?.(subjectId) ?? (WINDOW.test(period) ? periodText(period, wording.asOf) : '')
}

/** Whom or what a step is about: names where they are known, papers, months. */
function namesOf(duties: readonly StepDuty[], wording: Wording): string {
  const known = duties.map((duty) => nameOf(duty, wording)).filter((name) => name !== '')
  const names = Array.from(new Set(known))
  const shown = names.slice(0, MOST_NAMES).join(COMMA)
  return names.length <= MOST_NAMES ? shown : fill(ZH_PLAN.more, { names: shown, count: names.length })
}

export type StepText = {
  /** What to do, in one line. */
  title: string
  /** Whom or what it is about; '' where no name is known. */
  about: string
  due: string
  /** What it takes, by our estimate. */
  effort: string
  /** What it brings. */
  effect: string
}

const dueText = (dueOn: string, asOf: string): string =>
  dueOn < asOf
    ? fill(ZH_PLAN.due.past, { date: dateText(dueOn, asOf) })
    : dueOn === asOf
      ? ZH_PLAN.due.today
      : fill(ZH_PLAN.due.later, { date: dateText(dueOn, asOf) })

const MINUTES_OF_A_DAY = 480

/** `约40分钟`, `约2小时`, `约3天`: rounded up, it is an estimate. A day has eight hours. */
export function minutesText(minutes: number): string {
  if (minutes < 60) return fill(ZH_PLAN.minutes, { n: minutes })
  if (minutes < MINUTES_OF_A_DAY) return fill(ZH_PLAN.hours, { n: Math.ceil(minutes / 30) / 2 })
  return fill(ZH_PLAN.days, { n: Math.ceil((minutes * 2) / MINUTES_OF_A_DAY) / 2 })
}

function effectText({ kind, use, count, serves, unreached, effect }: GapStep): string {
  const texts: string[] = []
  if (effect.met.length > 0) texts.push(fill(ZH_PLAN.met, { parts: partNames(effect.met) }))
  if (effect.points > 0) texts.push(fill(ZH_PLAN.points, { points: pointsText(effect.points) }))
  if (effect.completes) texts.push(ZH_PLAN.completes)
  if (use === 'keep')
    return texts.join('，') || fill(unreached.length > 0 ? ZH_PLAN.still : ZH_PLAN.keep, { count })
  const open = serves.filter((part) => !effect.met.includes(part) && !unreached.includes(part))
  // The last step of a part tells that it is met; those before it, that it takes more.
  if (effect.met.length === 0 && open.length > 0)
    texts.push(fill(isFact(kind) ? ZH_PLAN.decides : ZH_PLAN.towards, { parts: partNames(open) }))
  if (unreached.length > 0) texts.push(fill(ZH_PLAN.notEnough, { parts: partNames(unreached) }))
  return texts.join('，')
}

/** One step in words. */
export function stepText(step: GapStep, wording: Wording): StepText {
  const { kind, count, duties, dueOn, effort, follows } = step
  const audience = duties[0]?.params?.audience as Audience | undefined
  const takes = [minutesText(effort.minutes)]
  if (effort.visits > 0) takes.push(fill(ZH_PLAN.visits, { n: effort.visits }))
  if (follows) takes.push(ZH_PLAN.after)
  return {
    title: fill(ZH_PLAN.step[kind], { count, audience: audience && ZH_PLAN.audience[audience] }),
    about: namesOf(duties, wording),
    due: dueText(dueOn, wording.asOf),
    effort: takes.join('，'),
    effect: effectText(step),
  }
}

const MOST_MISSING = 3

/** Why a part stays unmet, in sentences: the reason, and what stands against it. */
export function remainderText({ why, on, missing, part, reason }: Remainder, wording: Wording): string[] {
  const date = on === undefined ? '' : dateText(on, wording.asOf)
  const sentences = [fill(ZH_PLAN.why[why], { on: date })]
  if (on !== undefined && part === 'S2.threeYears')
    sentences[why === 'lost' ? 1 : 0] = fill(ZH_PLAN.threeYears, { on: date })
  if (why === 'other' && reason !== undefined) sentences.push(reasonText({ reason }))
  for (const one of missing.slice(0, MOST_MISSING)) sentences.push(`${missingText(one, wording)}。`)
  if (missing.length > MOST_MISSING)
    sentences.push(fill(ZH_PLAN.andMore, { count: missing.length - MOST_MISSING }))
  return sentences.filter((sentence) => sentence !== '')
}

const VILLAGE: readonly Role[] = ['village-secretary', 'case-worker', 'grid-worker', 'posted-leader']

export type PlanSection = 'own' | 'others' | 'facts' | 'keep'

/** The steps as a reader looks for them, each list in the plan's order; a section without steps is left out. */
export function planSections({
  steps,
  facts,
}: GapPlan): { section: PlanSection; title: string; steps: GapStep[] }[] {
  const mending = steps.filter(({ use }) => use !== 'keep')
  const isOwn = ({ owedBy }: GapStep): boolean => VILLAGE.includes(owedBy)
  const sections: Record<PlanSection, GapStep[]> = {
    own: mending.filter(isOwn),
    others: mending.filter((step) => !isOwn(step)),
    facts,
    keep: steps
      .filter(({ use }) => use === 'keep')
      .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0)),
  }
  return (Object.keys(sections) as PlanSection[])
    .map((section) => ({ section, title: ZH_PLAN.section[section], steps: sections[section] }))
    .filter((one) => one.steps.length > 0)
}

/** What the plan comes to: with these n things the gate is met, or what stays; and the points. */
export function planHead({ verdict, parts, steps, facts, remaining, points, asOf }: GapPlan): string[] {
  const mending = steps.filter(({ use }) => use !== 'keep')
  const { head } = ZH_PLAN
  const isFine = (state: string): boolean => state === 'met' || state === 'notApplicable'
  const gained = parts.filter(({ now, after }) => !isFine(now) && isFine(after)).length
  const figures = { steps: mending.length, gained, left: remaining.length }
  const sentences: string[] = []
  if (verdict.now === 'met') sentences.push(head.isMet)
  else if (verdict.after === 'met') sentences.push(fill(head.becomesMet, figures))
  else if (mending.length > 0)
    sentences.push(
      fill(remaining.length === 0 ? head.gainsAll : gained > 0 ? head.gains : head.gainsNone, figures),
    )
  else sentences.push(fill(remaining.length === 0 ? head.nothingLeft : head.nothing, figures))
  const overdue = mending.filter(({ dueOn }) => dueOn < asOf).length
  if (overdue > 0) sentences.push(fill(head.overdue, { overdue }))
  if (facts.length > 0) sentences.push(fill(head.facts, { facts: facts.length }))
  const keeps = steps.length - mending.length
  if (keeps > 0) sentences.push(fill(head.keeps, { keeps }))
  if (points === null) return sentences
  const values = {
    now: pointsText(points.now),
    after: pointsText(points.after),
    outOf: pointsText(points.outOf),
  }
  sentences.push(fill(points.after > points.now ? head.points : head.pointsSame, values))
  if (points.open.length > 0) sentences.push(fill(head.open, { open: points.open.length }))
  return sentences
}

/** Who owes a step, where it is not the reader's own village. */
export const owedByText = (role: Role): string => fill(ZH_PLAN.by, { role: roleLabel(role) })
