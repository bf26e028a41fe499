/** `open`: the village has to answer. `answered`: the office has to look. The other two are ends. */
export const ORDER_STATES = ['open', 'answered', 'closed', 'withdrawn'] as const
export type OrderState = (typeof ORDER_STATES)[number]
/** Those in which somebody still has something to do. */
export const CURRENT_STATES = ['open', 'answered'] as const satisfies OrderState[]

export const STEP_KINDS = ['issued', 'answered', 'returned', 'closed', 'withdrawn'] as const
export type StepKind = (typeof STEP_KINDS)[number]
export type Decision = Extract<StepKind, 'returned' | 'closed' | 'withdrawn'>

const AFTER: Record<OrderState, Partial<Record<StepKind, OrderState>>> = {
  // An office that sees the thing done need not wait for the answer.
  open: { answered: 'answered', closed: 'closed', withdrawn: 'withdrawn' },
  answered: { returned: 'open', closed: 'closed', withdrawn: 'withdrawn' },
  closed: {},
  withdrawn: {},
}

/** How an order stands after a step; undefined: the step cannot be done now. */
export const stateAfter = (state: OrderState, step: StepKind): OrderState | undefined => AFTER[state][step]
