// What must have been told in two years, found from the days on which the servers lived: no spans, no claims, no tables.

const BEFORE_DAYS = { 'before-14': 14, 'before-7': 7, 'before-2': 2, due: 0 }
/** A window that closed longer before a run is history and not news. */
const NEWS_DAYS = 31

/**
 * @param {{ addDays: Function, isWorkingDay: (day: string) => boolean }} calendar
 * @returns {(duty: Duty, runs: Run[]) => string[]} every `rung audience` that must have been told of a duty, in no order
 *
 * @typedef {{ opensOn: string, dueOn: string, mendable: boolean, firstSeenOn: string, stateOn(day: string): string }} Duty
 * @typedef {{ today: string, projected: string }} Run a completed run: its own day, and the day the duties were computed for
 */
export function createOracle({ addDays, isWorkingDay }) {
  const shifted = (day, step) => {
    let at = day
    while (!isWorkingDay(at)) at = addDays(at, step)
    return at
  }
  const upTo = (day) => shifted(day, -1)
  const from = (day) => shifted(day, 1)
  const later = (...days) => days.sort().at(-1)

  /** The day of each of the owner's rungs, the more urgent later. */
  const daysOf = (duty) => [
    ['opens', later(duty.opensOn, duty.firstSeenOn)],
    ...Object.entries(BEFORE_DAYS)
      .map(([rung, days]) => [rung, addDays(duty.dueOn, -days)])
      .filter(([, day]) => day >= duty.opensOn)
      // Whose own day is still to come when the duty becomes known is said then, not on a working day that has passed.
      .map(([rung, day]) => [
        rung,
        later(upTo(day), duty.opensOn, day < duty.firstSeenOn ? '' : duty.firstSeenOn),
      ]),
  ]

  /** Of the owner's rungs whose day has come, a run tells the last one. */
  function ownerRung(duty, days, today) {
    if (today < duty.opensOn || (today > duty.dueOn && !duty.mendable)) return undefined
    const come = days.filter(([rung, day]) => day <= today && (today <= duty.dueOn || rung === 'due'))
    return come.reduce((last, one) => (last && last[1] > one[1] ? last : one), undefined)?.[0]
  }

  return (duty, runs) => {
    const told = new Set()
    const days = daysOf(duty)
    const late = (count) => from(later(addDays(duty.dueOn, count), duty.firstSeenOn))
    for (const { today, projected } of runs) {
      if (projected < duty.firstSeenOn) continue
      const state = duty.stateOn(projected)
      if (state === 'open') {
        const rung = ownerRung(duty, days, today)
        if (rung) told.add(`${rung} owner`)
        if (duty.mendable && late(3) <= today) told.add('after-3 village-secretary')
        if (duty.mendable && late(7) <= today) told.add('after-7 town-office')
      }
      if (state === 'lapsed' && late(1) <= today && duty.dueOn >= addDays(today, -NEWS_DAYS))
        for (const audience of ['village-secretary', 'town-office']) told.add(`missed ${audience}`)
    }
    return [...told]
  }
}
