import { type Audience, awarenessOutcome } from '../awareness/awareness-outcome.ts'
import { daysBetween, parseDay } from '../core/iso-date.ts'
import type { Fact } from '../registers/read-ledger.ts'
import type { AudienceCount, Context, Finding, Item } from './item.ts'
import { graded } from './item.ts'

const isDeclaredNone = (count: AudienceCount | undefined, { village }: Context): boolean =>
  count?.noneSince !== undefined && count.noneSince <= village.asOf

/** Residents and migrant workers: a rate over the answers given, with its sample. */
function judgeRate(context: Context, audience: Audience): Finding {
  const count = context.awareness[audience]
  if (isDeclaredNone(count, context)) return { state: 'notApplicable', reason: 'noneDeclared' }
  if (count === undefined) return { state: 'undetermined', reason: 'notCounted' }
  const outcome = awarenessOutcome(count.tallies, context.village.values(), audience, count.population)
  if (outcome.state === 'undetermined') return { state: 'undetermined', reason: 'noSample' }
  const { aware, valid, targetPercent, warning } = outcome
  return {
    ...graded(aware, valid, targetPercent),
    ...(warning === 'selfChosen' ? { warning } : {}),
  }
}

const residents: Item = {
  id: 'A3.residents',
  reads: [],
  policy: ['awarenessPercent', 'awarePassMark', 'minSample'],
  judge: (context) => judgeRate(context, 'resident'),
}

const migrants: Item = {
  id: 'A3.migrants',
  reads: [],
  policy: ['awarenessPercent', 'awarePassMark', 'minSample'],
  judge: (context) => judgeRate(context, 'migrant'),
}

const DAYS_OF_A_SURVEY = 365

/** A census over the staff rosters: who was not tested is not aware, a venue without a roster was not counted. */
const venues: Item = {
  id: 'A3.venues',
  reads: ['venue', 'venue-survey', 'staff-roster'],
  policy: ['awarenessPercent', 'awarePassMark'],
  judge: (context) => {
    const { village } = context
    const open = village.venues()
    if (open.length === 0) {
      const surveys = village.index.of('venue-survey')
      const isSurveyed = surveys.some(({ on }) => daysBetween(on, village.asOf) <= DAYS_OF_A_SURVEY)
      return isSurveyed
        ? { state: 'notApplicable', reason: 'noneDeclared' }
        : { state: 'undetermined', reason: 'notCounted' }
    }
    const rosters = village.index.bySubject('staff-roster')
    let staff = 0
    for (const { id } of open) {
      const roster = rosters.get(id)
      if (roster === undefined) return { state: 'undetermined', reason: 'noRoster' }
      staff += roster[roster.length - 1]!.payload.headcount as number
    }
    if (staff === 0) return { state: 'undetermined', reason: 'noRoster' }
    const aware = (context.awareness.venue?.tallies ?? []).reduce((sum, tally) => sum + tally.aware, 0)
    return graded(Math.min(aware, staff), staff, village.values().awarenessPercent.venue)
  },
}

type Answers = { pupils: number; valid: number; aware: number }

/** The answers of the year's class sessions of one school. */
function answersOf(school: Fact, sessions: readonly Fact[], year: number): Answers {
  const answers = { pupils: school.payload.pupils as number, valid: 0, aware: 0 }
  for (const { on, payload } of sessions) {
    if (on.slice(0, 4) !== `${year}`) continue
    answers.valid += payload.valid as number
    answers.aware += payload.aware as number
  }
  return answers
}

/** Schools that stand in the village: each counts when its classes of the year answered and were aware. */
const schools: Item = {
  id: 'A3.schools',
  reads: ['school', 'class-session'],
  policy: ['awarenessPercent', 'classMinAnswers', 'classAwareShare'],
  judge: (context) => {
    const { village } = context
    const { classMinAnswers, classAwareShare, awarenessPercent } = village.values()
    const sessions = village.index.bySubject('class-session')
    let count = 0
    let aware = 0
    let withoutSample = 0
    village.index.bySubject('school').forEach((facts, id) => {
      const school = facts[facts.length - 1]!
      if (parseDay(school.payload.closedOn) <= village.asOfDay) return
      count++
      const answers = answersOf(school, sessions.get(id) ?? [], village.year)
      if (answers.valid === 0 || answers.valid < Math.min(classMinAnswers, answers.pupils)) withoutSample++
      else if (answers.aware * 100 >= answers.valid * classAwareShare) aware++
    })
    if (count === 0)
      return isDeclaredNone(context.awareness.student, context)
        ? { state: 'notApplicable', reason: 'noneDeclared' }
        : { state: 'undetermined', reason: 'notCounted' }
    const finding = graded(aware, count, awarenessPercent.student)
    // One school that fell short decides; else one without a sample leaves it open.
    const isShort = aware + withoutSample < count
    return withoutSample > 0 && !isShort ? { state: 'undetermined', reason: 'noSample' } : finding
  },
}

export const AWARENESS_ITEMS: readonly Item[] = [residents, migrants, venues, schools]
