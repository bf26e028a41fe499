import { assess, villageFold } from '../../dist/index.js'

/**
 * What the four rules S2.talks, S2.tests, S7 and S4.groups ask of a ledger, as plain facts: the form in which a general
 * engine can take them. Which cycles are due, and who is under support, no such engine derives by itself; they are given
 * it ready made, and the time that takes is not counted against it.
 */
export function factsOf(ledger, asOf) {
  const { persons } = villageFold(ledger, { asOf })
  // A group in its first days is not judged yet.
  const judged = assess(ledger, { asOf }).parts.find(({ id }) => id === 'S4.groups').deciding
  const byId = new Map(ledger.records.map((record) => [record.id, record]))
  const cycles = []
  const groups = []
  for (const person of persons) {
    for (const { period, dueOn, talk, test } of person.cycles)
      if (dueOn <= asOf && talk !== 'notNeeded')
        cycles.push({
          id: `${person.id}:${period}`,
          hasBasis: test !== 'notNeeded',
          talks: talk === 'done' ? 1 : 0,
          tests: test === 'done' ? 1 : 0,
        })
    if (person.group === null || !judged.includes(person.group.recordId)) continue
    const { members, recordId } = person.group
    const registered = ledger.records.some(
      ({ kind, subjectId, payload }) =>
        kind === 'person-registration' && subjectId === person.id && payload.noFamilyReason !== undefined,
    )
    groups.push({
      id: person.id,
      family: members.includes('family'),
      cadre: members.includes('village-cadre'),
      police: members.includes('police'),
      excused: registered || byId.get(recordId).payload.noFamilyReason !== undefined,
    })
  }
  return { cycles, groups, months: monthsOf(ledger, asOf) }
}

function monthsOf(ledger, asOf) {
  const places = new Map()
  for (const { kind, occurredOn, payload } of ledger.records) {
    if (kind !== 'publicity-activity') continue
    const month = occurredOn.slice(0, 7)
    if (!places.has(month)) places.set(month, new Set())
    places.get(month).add(`${occurredOn}/${payload.place.replace(/\s+/g, '')}`)
  }
  const year = asOf.slice(0, 4)
  return Array.from({ length: 12 }, (_, nth) => {
    const id = `${year}-${String(nth + 1).padStart(2, '0')}`
    return { id, activities: places.get(id)?.size ?? 0 }
  })
}

const KEY = { talk: 'talk', test: 'test', groupMembers: 'group', activities: 'month' }

/** What our own rules find missing, in the words the engines answer with. */
export function ownAnswer(scorecard) {
  const answer = []
  for (const { missing } of scorecard.parts)
    for (const { code, subjectId, period } of missing)
      if (code in KEY) answer.push(`${KEY[code]} ${[subjectId, period].filter(Boolean).join(':')}`)
  return answer.sort()
}
