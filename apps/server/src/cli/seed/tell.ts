import { type IsoDate, type KindId, type Payload, RECORD_KINDS } from '@dfv/rules'
import type { CastKey } from '../seed-data/demo-town.js'
import { pick } from './seed-ids.js'
import type { Stage } from './village-story.js'

export const HOUR = 60

type Told = {
  /** Unique in the story. */
  name: string
  by: CastKey
  on: IsoDate
  kind: KindId
  /** Absent: the village. */
  subjectId?: string
  payload: Payload
  /** Of the day; absent: some time of the working day. */
  minute?: number
}

/**
 * Something that was written down on the day it happened. What lies before the village's start or after the day of the
 * story did not happen.
 * @returns the record's id
 */
export function tell(stage: Stage, told: Told): string | undefined {
  const { name, by, on, kind, payload } = told
  if (on < stage.startOn || on > stage.today) return undefined
  return stage.story.submit(
    name,
    by,
    { on, minute: told.minute ?? 9 * HOUR + pick(`${name}:minute`, 8 * HOUR) },
    {
      kind,
      subjectId: told.subjectId ?? stage.areaCode,
      occurredOn: on,
      payload: { [RECORD_KINDS[kind].dateField]: on, ...payload },
    },
  )
}

/** A day of a month: `2026-03`, 5 → 2026-03-05. */
export const dayOf = (month: string, day: number): IsoDate => `${month}-${String(day).padStart(2, '0')}`
