import { roleLabel } from '@dfv/rules'
import type { Order, OrderDecision, OrderStep } from '@/shared/api'
import { orders as copy } from '@/shared/copy'
import { showDate, showInstant } from '@/shared/format'
import type { Fact, SummaryLine } from '@/shared/ui'

/** @param code of the person a duty is about, where the reader may see it */
export function orderFacts(order: Order, code: string | undefined): Fact[] {
  const facts: (Fact | null)[] = [
    { name: copy.village, value: order.areaName },
    { name: copy.office, value: order.office },
    { name: copy.due, value: showDate(order.dueOn, order.asOf) },
    code === undefined ? null : { name: copy.code, value: code },
    order.dutyState === null ? null : { name: copy.now, value: copy.duty[order.dutyState] },
  ]
  return facts.filter((fact) => fact !== null)
}

export type StepLine = { id: string; head: string; text: string; due: string | null }

/** The last first: that is the one to act on. */
export const stepLines = ({ steps, asOf }: Pick<Order, 'steps' | 'asOf'>): StepLine[] =>
  [...steps].reverse().map((step: OrderStep) => ({
    id: step.id,
    head: [showInstant(step.at, asOf), roleLabel(step.role), copy.steps[step.kind]].join(' · '),
    text: step.text,
    due: step.kind === 'returned' && step.dueOn ? copy.newDue(showDate(step.dueOn, asOf)) : null,
  }))

const SHORTEST = 2

export const checkWords = (text: string): SummaryLine[] =>
  text.trim().length < SHORTEST ? [{ field: 'text', text: copy.wordsMissing }] : []

export type DecisionForm = { kind: OrderDecision['kind']; text: string; dueOn: string }

/** Only a return asks for another day. */
export const decisionOf = ({ kind, text, dueOn }: DecisionForm): OrderDecision => ({
  kind,
  text: text.trim(),
  ...(kind === 'returned' ? { dueOn } : {}),
})

/** What speaks against closing an order as it stands; none: nothing does. */
export const againstClosing = ({ state, dutyState }: Pick<Order, 'state' | 'dutyState'>): string[] => [
  ...(state === 'open' ? [copy.notAnswered] : []),
  ...(dutyState === 'open' ? [copy.notDone] : []),
]

/** What an office may do with an order as it stands. */
export const decisionsOf = ({ state }: Pick<Order, 'state'>): OrderDecision['kind'][] =>
  state === 'answered' ? ['closed', 'returned', 'withdrawn'] : ['closed', 'withdrawn']
