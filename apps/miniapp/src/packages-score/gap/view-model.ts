import {
  type GapStep,
  owedByText,
  PLAN_ZH,
  partName,
  planHead,
  planSections,
  type Role,
  remainderText,
  stepText,
} from '@dfv/rules'
import { daysBetween, showDue } from '@/shared/format'
import { kindIcon } from '@/shared/records'
import type { ChipState, IconName } from '@/shared/ui'
import { type DutyRow, dutyRow, owes, planOf, takesOn, type Village } from '@/shared/village'

export type StepRow = {
  key: string
  number: number
  icon: IconName
  title: string
  /** Codes of persons, names of papers; '' where there are none. */
  about: string
  /** What it takes, and who owes it where it is somebody else. */
  note: string
  effect: string
  /** It makes a part met. */
  isGain: boolean
  chip: { state: ChipState; text: string }
  /** What this person can record of it now, each with its own form. */
  duties: DutyRow[]
}

export type GapView = {
  head: string
  sentences: string[]
  sections: { title: string; rows: StepRow[] }[]
  remaining: { title: string; sentences: string[] }[]
  /** How the list is ordered and reckoned; '' where there is none. */
  note: string
}

function stepRow(step: GapStep, number: number, village: Village, role: Role | null): StepRow {
  const { asOf, wording, duties } = village
  const { title, about, effort, effect } = stepText(step, wording)
  const byForm = takesOn(role, step)
  const ids = new Set(step.duties.map(({ id }) => id))
  return {
    key: `${step.kind}/${step.duties[0]?.id}`,
    number,
    icon: kindIcon(step.settledBy ?? ''),
    title,
    about,
    note: byForm || owes(role, step.owedBy) ? effort : `${owedByText(step.owedBy)}，${effort}`,
    effect,
    isGain: step.effect.met.length > 0,
    chip: {
      state: daysBetween(asOf, step.dueOn) < 0 ? 'overdue' : 'due',
      text: showDue(step.dueOn, asOf),
    },
    // What only earlier steps will open cannot be recorded yet.
    duties: byForm
      ? duties.open.filter(({ id }) => ids.has(id)).map((duty) => dutyRow(duty, village, role))
      : [],
  }
}

/** The gap plan as the page shows it: what to do in its order, what others owe, and what no work mends. */
export function gapView(village: Village, role: Role | null): GapView {
  const plan = planOf(village)
  const [head = '', ...sentences] = planHead(plan)
  let number = 0
  return {
    head,
    sentences,
    sections: planSections(plan).map(({ title, steps }) => ({
      title,
      rows: steps.map((step) => {
        number += 1
        return stepRow(step, number, village, role)
      }),
    })),
    remaining: plan.remaining.map((one) => ({
      title: partName(one.part),
      sentences: remainderText(one, village.wording),
    })),
    note: plan.steps.some(({ use }) => use !== 'keep') ? PLAN_ZH.supposes : '',
  }
}
