import { isoOf } from '../core/iso-date.ts'
import { lastOf } from '../registers/in-order.ts'
import type { Person } from '../registers/person-fold.ts'
import type { Fact } from '../registers/read-ledger.ts'
import { reportedInDay } from '../registers/statutory-clock.ts'
import type { Village } from '../registers/village.ts'
import type { Obligation } from '../scorecard.ts'
import { dutyOf, LAW } from './duty.ts'

/** The last time another village handed the person over to this one. */
const arrivalOf = ({ facts }: Person, village: Village): Fact | undefined =>
  lastOf(
    facts.transfers.filter(({ pending, payload }) => !pending && payload.toArea === village.ledger.areaCode),
  )

/**
 * The agreement that the town signs with a person in community treatment or rehabilitation once he has reported in; a
 * new place signs a new one. It gates nothing.
 * @see 戒毒条例 第十六、二十二、三十八条
 */
export function agreementObligations(person: Person, village: Village): Obligation[] {
  const { current, registeredDay } = person
  const regime = current?.status
  if (current === undefined || (regime !== 'community-treatment' && regime !== 'community-rehabilitation'))
    return []
  const arrival = arrivalOf(person, village)
  const from = Math.max(current.since, arrival?.day ?? current.since)
  const isSigned =
    (arrival !== undefined && arrival.day >= current.since && arrival.payload.agreement === 'yes') ||
    (village.index.bySubject('agreement').get(person.id) ?? []).some(
      ({ day, payload }) => payload.regime === regime && day >= from,
    )
  if (isSigned) return []
  const reported = reportedInDay(person, current.since, village.asOfDay) ?? from
  const opens = Math.max(from, reported, registeredDay, village.ledger.startDay)
  return [
    dutyOf({
      kind: 'agreement',
      subjectId: person.id,
      period: isoOf(from),
      clause: regime === 'community-treatment' ? LAW.agreement : LAW.rehabilitation,
      opens,
      due: opens + village.values().reportInDays,
      owedBy: 'town-office',
      settledBy: 'agreement',
      part: null,
      mendableAfterDue: true,
      params: { regime },
    }),
  ]
}
