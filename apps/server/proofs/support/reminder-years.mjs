// A county whose duties open, are done, are forgotten and lapse, before two servers whose clocks do not agree.

const CHINA_OFFSET_MS = 8 * 3_600_000
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** Times of a day in China: before eight and just before nine at night; now and then at noon, after nine, by night. */
const ALWAYS = [7.6, 20.9]
const SOMETIMES = [12.2, 21.2, 3]
const TOWNS = ['441581990', '441581991']
const VILLAGES_A_TOWN = 6
const OPEN_END = { mendable: 25 }

export const chinaDay = (millis) => new Date(millis + CHINA_OFFSET_MS).toISOString().slice(0, 10)
export const chinaHour = (millis) => (new Date(millis).getUTCHours() + 8) % 24

/** Moments at which the servers live, in order, with outages of an hour to ten days between. */
export function* livingMoments({ from, days, random }) {
  const start = Date.parse(`${from}T00:00:00+08:00`)
  const outages = Array.from({ length: Math.ceil(days / 18) }, () => {
    const begin = start + random.int(1, Math.max(days - 1, 1)) * DAY_MS + random.int(0, 23) * HOUR_MS
    return { begin, end: begin + random.pick([1, 3, 9, 24, 48, 120, 240]) * HOUR_MS }
  })
  for (let day = 0; day < days; day++)
    for (const hour of pickedHours(random)) {
      const at = start + day * DAY_MS + Math.round(hour * HOUR_MS) + random.int(0, 300_000)
      if (!outages.some(({ begin, end }) => begin <= at && at < end)) yield at
    }
}

const pickedHours = (random) =>
  [...ALWAYS, ...SOMETIMES.filter(() => random.chance(0.15))].sort((a, b) => a - b)

/** Villages with their staff: in some nobody holds the post, so that its duties fall to the secretary or to the town. */
export function planStaff() {
  const posts = []
  for (const town of TOWNS) {
    posts.push(['town-office', town], ['town-office', town], ['police', town])
    for (let at = 1; at <= VILLAGES_A_TOWN; at++) {
      const village = `${town}${200 + at}`
      posts.push(['village-secretary', village])
      if (at % 3 !== 0) posts.push(['case-worker', village])
      if (at % 2 === 0) posts.push(['grid-worker', village])
    }
  }
  posts.push(['county-office', TOWNS[0].slice(0, 6)])
  return posts
}

export const VILLAGES = TOWNS.flatMap((town) =>
  Array.from({ length: VILLAGES_A_TOWN }, (_, at) => `${town}${201 + at}`),
)
export const TOWN_CODES = TOWNS

/** A duty's whole life, decided beforehand. */
export function planDuty(serial, { from, days, random, addDays }) {
  const mendable = random.chance(0.5)
  const opensOn = addDays(from, random.int(0, Math.max(days - 10, 0)))
  const dueOn = addDays(opensOn, random.int(4, 60))
  const knownOn = addDays(opensOn, random.int(-5, 3))
  const isDone = random.chance(0.6)
  const span = (a, b) => addDays(a, random.int(0, b))
  const settledOn = isDone
    ? span(opensOn, 60)
    : mendable
      ? addDays(dueOn, random.chance(0.5) ? OPEN_END.mendable : random.int(1, 12))
      : null
  return {
    id: `duty:${String(serial).padStart(5, '0')}`,
    areaCode: random.pick(VILLAGES),
    owedBy: random.pick([
      'case-worker',
      'case-worker',
      'village-secretary',
      'grid-worker',
      'police',
      'town-office',
    ]),
    opensOn,
    dueOn,
    mendable,
    knownOn: [knownOn, dueOn].sort()[0],
    firstSeenOn: undefined,
    stateOn(day) {
      if (settledOn !== null && settledOn <= day && (mendable || settledOn <= dueOn)) return 'settled'
      return !mendable && day > dueOn ? 'lapsed' : 'open'
    },
  }
}

/** The row as the projection holds it on a day. */
export const rowOf = (duty, day, now) => ({
  areaCode: duty.areaCode,
  id: duty.id,
  kind: 'talk',
  subjectId: duty.id,
  period: duty.opensOn,
  part: null,
  opensOn: duty.opensOn,
  dueOn: duty.dueOn,
  owedBy: duty.owedBy,
  settledBy: 'talk',
  mendableAfterDue: duty.mendable,
  body: '{}',
  state: duty.stateOn(day),
  firstSeenOn: duty.firstSeenOn,
  settledAt: null,
  changedAt: now,
})
