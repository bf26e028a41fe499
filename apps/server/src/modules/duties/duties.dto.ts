import { EXPLANATION_REASONS, type ExplanationReason } from '@dfv/rules'
import { z } from 'zod'
import { AreaCode } from '../areas/areas.dto.js'

const DutyRef = {
  areaCode: AreaCode,
  id: z
    .string()
    .min(1)
    .max(120)
    .meta({ description: '要办的事的编号', example: 'publicity:441581990201:2026-11' }),
}

export const AssignmentIn = z
  .object({
    ...DutyRef,
    accountId: z.uuid().nullable().meta({ description: '交给谁；空：收回，仍由原来的岗位办' }),
  })
  .meta({ id: 'DutyAssignmentIn' })
export type AssignmentIn = z.infer<typeof AssignmentIn>

const REASONS = Object.keys(EXPLANATION_REASONS) as [ExplanationReason, ...ExplanationReason[]]

export const ExplanationIn = z
  .object({
    ...DutyRef,
    reason: z.enum(REASONS).nullable().meta({ description: '原因；空：收回，事情照常提醒' }),
  })
  .meta({ id: 'DutyExplanationIn' })
export type ExplanationIn = z.infer<typeof ExplanationIn>

export const ArrangementOut = z
  .object({
    areaCode: z.string(),
    id: z.string(),
    assigneeId: z.string().nullable(),
    explanation: z
      .object({ reason: z.string(), text: z.string(), untilOn: z.string() })
      .nullable()
      .meta({ description: '说明的原因；在这天以前村里不再收到提醒。评分不变' }),
  })
  .meta({ id: 'DutyArrangement' })
export type ArrangementOut = z.infer<typeof ArrangementOut>
