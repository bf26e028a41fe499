import type { KindId, Payload } from '@dfv/rules'
import type { CastKey } from '../seed-data/demo-town.js'
import { chinaInstant, seedId } from './seed-ids.js'

/** One thing that somebody does at a moment of the story. */
export type StoryAct =
  | {
      do: 'submit'
      at: Date
      by: CastKey
      recordId: string
      kind: KindId
      subjectId: string
      revision: number
      occurredOn: string
      payload: Payload
      identity?: { name: string; phone?: string; address?: string }
    }
  | { do: 'review'; at: Date; by: CastKey; recordId: string; decision: 'accept' | 'return'; reason?: string }

type Submission = Omit<Extract<StoryAct, { do: 'submit' }>, 'do' | 'at' | 'by' | 'recordId' | 'revision'>

/** Collects what happens in one village, in any order; `acts` gives it in the order of time. */
export class Story {
  private readonly all: StoryAct[] = []

  /** @returns id of the record */
  submit(name: string, by: CastKey, when: { on: string; minute: number }, record: Submission): string {
    const at = chinaInstant(when.on, when.minute)
    const recordId = seedId(at, `record:${name}`)
    this.all.push({ do: 'submit', at, by, recordId, revision: 1, ...record })
    return recordId
  }

  /** Sends a record again with other content. */
  revise(
    recordId: string,
    revision: number,
    by: CastKey,
    when: { on: string; minute: number },
    record: Submission,
  ): void {
    this.all.push({ do: 'submit', at: chinaInstant(when.on, when.minute), by, recordId, revision, ...record })
  }

  review(
    recordId: string,
    by: CastKey,
    when: { on: string; minute: number },
    decision: 'accept' | 'return',
    reason?: string,
  ): void {
    this.all.push({ do: 'review', at: chinaInstant(when.on, when.minute), by, recordId, decision, reason })
  }

  /** Nothing happens after a moment: the story ends now. */
  acts(until: Date): StoryAct[] {
    return this.all
      .filter((act) => act.at.getTime() <= until.getTime())
      .sort((a, b) => a.at.getTime() - b.at.getTime())
  }
}
