import type { Obligation } from '../scorecard.ts'
import { fill } from './fill.ts'
import { valuesOf } from './values.ts'
import { ZH_DUTY_REASONS } from './zh-duty-reasons.ts'

/** Why a duty exists, in one line. */
export const obligationReason = ({ kind, params }: Pick<Obligation, 'kind' | 'params'>): string =>
  fill(ZH_DUTY_REASONS.obligationReason[kind], valuesOf(params, { asOf: '' }))
