import { workScope } from '../../src/modules/registers/file-access.js'
import { countyCode, townCode } from '../../src/platform/auth/area-scope.js'
import type { AppointedRole, Role } from '../../src/platform/auth/roles.js'
import type { TestApp } from '../support/app.js'
import { type SignedIn, signIn } from '../support/sign-in.js'
import { gridsOf, type Unit } from './areas.js'

/** Somebody who probes, or whose things are probed for. */
export type Person = { name: string; role: Role; who: SignedIn }

/**
 * Every role at every level at which it may be appointed, for one village and what is above it; but for those of one place,
 * which must be there first.
 */
export async function makeStaff(test: TestApp, unit: Unit): Promise<Person[]> {
  const town = townCode(unit.village)
  const county = countyCode(unit.village)
  const [grid] = gridsOf(unit)
  const posts: [AppointedRole, string][] = [
    ['county-office', county],
    ['county-assessor', county],
    ['system-admin', county],
    ['town-office', town],
    ['police', town],
    ['case-worker', town],
    ['police', unit.village],
    ['posted-leader', unit.village],
    ['village-secretary', unit.village],
    ['case-worker', unit.village],
    ['grid-worker', unit.village],
    ['grid-worker', grid],
  ]
  const people: Person[] = []
  for (const [role, areaCode] of posts)
    people.push({
      name: `${role} of ${areaCode}`,
      role,
      // Whoever works for the town is a colleague in each of its villages: his name is no village's secret.
      who: await signIn(test, { name: `${areaCode === town ? '镇里' : unit.mark}${role}`, role, areaCode }),
    })
  people.push({ name: 'resident', role: 'resident', who: await signIn(test, { name: `${unit.mark}群众` }) })
  return people
}

/** The one who holds a role at the lowest level of the village. */
export function holderOf(staff: readonly Person[], role: Role, areaCode?: string): SignedIn {
  const person = staff.find(
    (one) => one.role === role && (areaCode === undefined || one.who.actor.areaCode === areaCode),
  )
  if (!person) throw new Error(`nobody is ${role}`)
  return person.who
}

export const worksIn = ({ who }: Person, areaCode: string): boolean => workScope(who.actor).contains(areaCode)
