import { RECORD_KINDS } from '@dfv/rules'
import type { RecordReview } from '../../modules/records/record-review.js'
import { RecordIn } from '../../modules/records/records.dto.js'
import type { RecordsService } from '../../modules/records/records.service.js'
import { DomainError } from '../../platform/errors/domain-error.js'
import type { ErrorCode } from '../../platform/errors/error-codes.js'
import { demoVillageCode, type Letter } from '../seed-data/demo-town.js'
import { castActor } from './actors.js'
import type { StoryAct } from './story-act.js'
import type { StoryClock } from './story-clock.js'
import { villageStory } from './village-story.js'

export type Stagehands = {
  records: RecordsService
  reviews: RecordReview
  clock: StoryClock
  /** The story broke off before: part of it has been told. */
  isResumed: boolean
}

/** What a second review is answered: settled, or the file has been closed since. */
const REVIEWED_BEFORE: readonly string[] = ['REVIEW_SETTLED', 'NOT_FOUND'] satisfies ErrorCode[]

/**
 * Plays a village's year through the services that take in what people send: the same validation, rights, audit and
 * events, at the moments of the story. Playing it again changes nothing.
 * @returns how many records were sent
 */
export async function playVillage(
  stagehands: Stagehands,
  letter: Letter,
  today: string,
  now: Date,
): Promise<number> {
  const acts = villageStory(letter, today, now)
  for (const act of acts) {
    await stagehands.clock.at(act.at, () =>
      perform(stagehands, demoVillageCode(letter), act).catch((error: unknown) => {
        throw new Error(`${describe(act)}: ${reasonOf(error)}`, { cause: error })
      }),
    )
  }
  return acts.filter((act) => act.do === 'submit').length
}

async function perform(
  { records, reviews, isResumed }: Stagehands,
  areaCode: string,
  act: StoryAct,
): Promise<void> {
  const actor = castActor(act.by, act.at)
  if (act.do === 'submit') {
    const { recordId, kind, subjectId, revision, occurredOn, payload, identity } = act
    const input = RecordIn.parse({
      kind,
      schemaVersion: RECORD_KINDS[kind].version,
      areaCode,
      subjectId,
      revision,
      ...(revision > 1 && { replaces: revision - 1 }),
      occurredOn,
      payload,
      ...(identity && { identity }),
      deviceTime: act.at.toISOString(),
    })
    await records.submit(actor, recordId, input)
    return
  }
  try {
    await reviews.review(actor, act.recordId, { decision: act.decision, reason: act.reason })
  } catch (error) {
    const isKnown = isResumed && error instanceof DomainError && REVIEWED_BEFORE.includes(error.code)
    if (!isKnown) throw error
  }
}

const describe = (act: StoryAct): string =>
  `${act.at.toISOString()} ${act.by} ${act.do === 'submit' ? `${act.kind} ${act.occurredOn}` : `review ${act.decision}`}`

function reasonOf(error: unknown): string {
  if (!(error instanceof DomainError)) return error instanceof Error ? error.message : String(error)
  return [error.code, ...error.errors.map(({ path, code, text }) => `${path} ${code} ${text}`)].join(' · ')
}
