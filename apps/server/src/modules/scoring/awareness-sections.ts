import { type AwarenessOutcome, type Channel, type State, stratifiedRate, wilson } from '@dfv/rules'
import type { Repeats } from '../quizzes/awareness.service.js'
import type { ItemCount } from '../quizzes/item-counts.service.js'
import type { Response } from '../sampling/sampling-answers.service.js'
import type { PeopleReport, SchoolReport, VenueReport } from './awareness.dto.js'
import {
  judgePeople,
  judgeSchools,
  judgeVenues,
  type People,
  sampleNeeded,
  type VillageYear,
} from './awareness-judge.js'
import type { AnswerRow } from './year-answers.service.js'

/** All that a report of an area is made from. */
export type Gathered = {
  level: 'county' | 'town' | 'village'
  year: number
  /** The villages that take part, with their answers by year. */
  years: ReadonlyMap<VillageYear, ReadonlyMap<number, readonly AnswerRow[]>>
  repeats: readonly Repeats[]
  responses: readonly Response[]
}

type Rate = { rate: number; low: number; high: number }
type Missing = PeopleReport['missing']
type Counts = { valid: number; aware: number }

const CHANNELS: readonly Channel[] = ['invited', 'household', 'third-party', 'self']
const SAMPLED: readonly Channel[] = ['invited', 'household']

const sumOf = (rows: readonly Counts[]): Counts => ({
  valid: rows.reduce((sum, { valid }) => sum + valid, 0),
  aware: rows.reduce((sum, { aware }) => sum + aware, 0),
})

const rateOf = ({ valid, aware }: Counts): Rate | null =>
  valid === 0 ? null : { rate: aware / valid, ...wilson(aware, valid) }

function countStates(states: readonly State[]): Record<State, number> {
  const counts = { met: 0, notMet: 0, notApplicable: 0, undetermined: 0 }
  for (const state of states) counts[state] += 1
  return counts
}

/** One village as it is judged; of several, each that can be judged by the number of its people. */
function rateOfVillages(villages: readonly VillageYear[], audience: People): Rate | null {
  const judged = villages.flatMap((village) => {
    const { state, aware, valid } = judgePeople(village, audience)
    const population = village.frame?.[audience].population ?? 0
    return state === 'met' || state === 'notMet' ? [{ population, aware, valid }] : []
  })
  const found = stratifiedRate(judged)
  return found && { rate: found.rate, low: found.low, high: found.high }
}

/** Residents or migrant workers: the rate and all it rests on. */
export function peopleReport(given: Gathered, audience: People, items: readonly ItemCount[]): PeopleReport {
  const villages = [...given.years.keys()]
  const outcomes = villages.map((village) => judgePeople(village, audience))
  const rows = villages.flatMap((village) => village.rows.filter((row) => row.audience === audience))
  const only = given.level === 'village' ? villages[0] : undefined
  const outcome = given.level === 'village' ? outcomes[0] : undefined
  const counts = outcome ?? sumOf(outcomes)
  const states = outcomes.map(({ state }) => state)
  const repeats = given.repeats.filter((one) => one.audience === audience)
  const sum = (name: 'again' | 'shared' | 'sharedAware') =>
    repeats.reduce((total, one) => total + one[name], 0)
  const populations = villages.map((village) => village.frame?.[audience].population ?? null)
  return {
    audience,
    targetPercent: outcomes[0]?.targetPercent ?? 95,
    state: outcome?.state ?? null,
    villages: outcome ? null : countStates(states),
    deciding:
      outcome?.channel ?? (outcomes.some(({ channel }) => channel === 'sampled') ? 'sampled' : 'self'),
    valid: counts.valid,
    aware: counts.aware,
    rate: outcome ? rateOf(outcome) : rateOfVillages(villages, audience),
    population: populations.includes(null)
      ? null
      : populations.reduce<number>((all, one) => all + (one ?? 0), 0),
    countedOn: only?.frame?.[audience].countedOn ?? null,
    sampleNeeded: only ? sampleNeeded(only, audience) : null,
    needed: outcome?.needed ?? null,
    warning: outcome?.warning ?? null,
    channels: CHANNELS.flatMap((channel) => {
      const counted = sumOf(rows.filter((row) => row.channel === channel))
      if (counted.valid === 0) return []
      // Villages answered unevenly: their answers of one channel are counted together, but give no rate together.
      return [{ channel, ...counted, rate: outcome ? rateOf(counted) : null }]
    }),
    again: sum('again'),
    shared: { valid: sum('shared'), aware: sum('sharedAware') },
    response: responseOf(given, audience, rows),
    trend: trendOf(given, audience),
    items: items.map(({ stem, basis, asked, correct }) => ({ stem, basis, asked, correct })),
    missing: outcome && only ? missingOf(outcome, only, audience) : openVillages(states),
  }
}

/** Who did not answer is counted: the rate cannot be lower than if none of them knew. */
function responseOf(
  { responses }: Gathered,
  audience: People,
  rows: readonly AnswerRow[],
): PeopleReport['response'] {
  const own = responses.filter((one) => one.audience === audience)
  if (own.length === 0) return null
  const sum = (name: Exclude<keyof Response, 'areaCode' | 'audience'>) =>
    own.reduce((total, one) => total + one[name], 0)
  const drawn = sum('drawn')
  const ineligible = sum('ineligible')
  const { aware } = sumOf(rows.filter(({ channel }) => SAMPLED.includes(channel)))
  return {
    drawn,
    answered: sum('answered'),
    refused: sum('refused'),
    unreachable: sum('unreachable'),
    ineligible,
    open: sum('open'),
    lowest: drawn === ineligible ? null : Math.min(1, aware / (drawn - ineligible)),
  }
}

/** Year by year, with the people as they are counted now: what earlier counts were is not kept. */
function trendOf({ years, level, year }: Gathered, audience: People): PeopleReport['trend'] {
  const all = new Set([...years.values()].flatMap((byYear) => [...byYear.keys()]))
  return [...all].sort().flatMap((at) => {
    const villages = [...years].map(([village, byYear]) => ({ ...village, rows: byYear.get(at) ?? [] }))
    const outcomes = villages.map((village) => judgePeople(village, audience))
    const counts = sumOf(outcomes)
    if (counts.valid === 0 && at !== year) return []
    const rate = level === 'village' ? rateOf(counts) : rateOfVillages(villages, audience)
    return [{ year: at, valid: counts.valid, rate }]
  })
}

function missingOf(outcome: AwarenessOutcome, village: VillageYear, audience: People): Missing {
  if (outcome.state === 'notApplicable') return []
  const missing: Missing = []
  const sample = sampleNeeded(village, audience)
  const sampled = sumOf(
    village.rows.filter((row) => row.audience === audience && row.channel !== 'self'),
  ).valid
  if (village.frame === undefined || village.frame[audience].population === null)
    missing.push({ code: 'not-counted' })
  if (outcome.valid === 0) missing.push({ code: 'no-answers', count: sample })
  else if (outcome.valid < sample) missing.push({ code: 'too-few', count: sample - outcome.valid })
  if (outcome.channel === 'self' && outcome.valid >= sample)
    missing.push({ code: 'self-only', count: sample - sampled })
  return missing
}

function openVillages(states: readonly State[]): Missing {
  const count = states.filter((state) => state === 'undetermined').length
  return count === 0 ? [] : [{ code: 'village-open', count }]
}

/** The staff of venues: everybody on the rosters. */
export function venueReport({ level, years }: Gathered, items: readonly ItemCount[]): VenueReport {
  const villages = [...years.keys()]
  const judged = villages.map((village) => judgeVenues(village))
  const states = judged.map(({ state }) => state)
  const sum = (value: (village: VillageYear) => number | undefined) =>
    villages.reduce((total, village) => total + (value(village) ?? 0), 0)
  const staff = sum(({ frame }) => frame?.venue.staff)
  const tested = Math.min(
    staff,
    sum(({ staff }) => staff?.valid),
  )
  const withoutRoster = sum(({ frame }) => frame?.venue.withoutRoster)
  const venues = sum(({ frame }) => frame?.venue.venues)
  const missing: Missing = level === 'village' ? [] : openVillages(states)
  if (level === 'village' && venues === 0 && states[0] === 'undetermined')
    missing.push({ code: 'no-venue-survey' })
  if (withoutRoster > 0) missing.push({ code: 'no-roster', count: withoutRoster })
  if (tested < staff) missing.push({ code: 'untested', count: staff - tested })
  return {
    state: level === 'village' ? (states[0] ?? 'undetermined') : null,
    villages: level === 'village' ? null : countStates(states),
    targetPercent: villages[0]?.policy.awarenessPercent.venue ?? 100,
    venues,
    staff,
    tested,
    aware: judged.reduce((total, { aware }) => total + aware, 0),
    items: items.map(({ stem, basis, asked, correct }) => ({ stem, basis, asked, correct })),
    missing,
  }
}

/** Schools, each by the class sessions of its year. */
export function schoolReport({ level, years }: Gathered): SchoolReport {
  const villages = [...years.keys()]
  const states = villages.map(judgeSchools)
  const schools = villages.flatMap(({ frame }) => frame?.student.schools ?? [])
  const few = schools.filter(({ state }) => state === 'noSample').length
  const missing: Missing = level === 'village' ? [] : openVillages(states)
  if (level === 'village' && schools.length === 0 && states[0] === 'undetermined')
    missing.push({ code: 'no-school-count' })
  if (few > 0) missing.push({ code: 'class-too-few', count: few })
  return {
    state: level === 'village' ? (states[0] ?? 'undetermined') : null,
    villages: level === 'village' ? null : countStates(states),
    targetPercent: villages[0]?.policy.awarenessPercent.student ?? 100,
    schools: schools.length,
    aware: schools.filter(({ state }) => state === 'aware').length,
    answers: sumOf(schools).valid,
    missing,
  }
}
