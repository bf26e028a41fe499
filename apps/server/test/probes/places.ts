import { uuidv7 } from 'uuidv7'
import type { TestApp } from '../support/app.js'
import { aRecord, putRecord, send } from '../support/records.js'
import { type SignedIn, signIn } from '../support/sign-in.js'
import type { Unit } from './areas.js'
import { holderOf, type Person } from './staff.js'
import type { Thing } from './thing.js'
import { sure } from './things.js'

/** The places of one village. Of what somebody may hold there are two, so that neighbours can ask for each other's. */
export async function makePlaces(test: TestApp, unit: Unit, staff: readonly Person[]): Promise<Thing[]> {
  const { village: areaCode, mark } = unit
  const secretary = holderOf(staff, 'village-secretary')
  const hotel = { venueType: 'hotel', keyParts: 'no', monitored: 'no' }
  const primary = { stage: 'primary', pupils: 90 }
  const places = [
    ['venue', { name: `${mark}旅馆`, ...hotel }],
    ['venue', { name: `${mark}旅馆二店`, ...hotel }],
    ['grid', { name: `${mark}网格`, bounded: 'yes' }],
    ['education-site', { name: `${mark}展厅`, siteType: 'hall', inUse: 'yes' }],
    ['school', { name: `${mark}小学`, ...primary }],
    ['school', { name: `${mark}小学分校`, ...primary }],
  ] as const
  const things: Thing[] = []
  for (const [placeKind, payload] of places) {
    const [id, subjectId] = [uuidv7(), uuidv7()]
    const record = aRecord(placeKind, { areaCode, subjectId, payload })
    sure(await putRecord(test, secretary, id, record))
    things.push({ kind: 'place', id: subjectId, areaCode, subjectId, placeKind })
    things.push({ kind: 'record', id, areaCode, subjectId, record })
  }
  return things
}

/** Whoever is appointed for one venue or one school. */
export async function makeHolders(test: TestApp, unit: Unit, places: readonly Thing[]): Promise<Person[]> {
  const people: Person[] = []
  for (const { id: subjectId, areaCode, placeKind } of places) {
    const role = placeKind === 'venue' ? 'venue-manager' : placeKind === 'school' ? 'teacher' : undefined
    if (role === undefined) continue
    const nth = 1 + people.filter((one) => one.role === role).length
    const name = `${unit.mark}${role}${nth}`
    people.push({
      name: `${role} ${nth} of ${areaCode}`,
      role,
      who: await signIn(test, { name, role, areaCode, subjectId }),
    })
  }
  return people
}

/** What a venue and a school keep for themselves: a member of the staff; a class, and a paper somebody drew in it. */
export async function makeThingsOfPlaces(
  test: TestApp,
  { mark }: Unit,
  staff: readonly Person[],
): Promise<Thing[]> {
  const things: Thing[] = []
  const post = async (who: SignedIn | undefined, url: string, body: object) =>
    sure(await send(test, who, 'POST', url, body)).body
  for (const { role, who } of staff) {
    const { areaCode, subjectId } = who.actor
    if (areaCode === null || subjectId === null) continue
    const of = { areaCode, subjectId, isOfSubject: true }
    if (role === 'venue-manager') {
      const id = uuidv7()
      await post(who, '/api/own-venue/staff', { id, name: `${mark}小工` })
      things.push({ kind: 'venue-staff', id, ...of })
    } else {
      const lesson = { topic: `${mark}认识毒品`, className: `${mark}五年级`, pupils: 30, lessonMinutes: 40 }
      const { id, code } = await post(who, '/api/classes', lesson)
      things.push({ kind: 'class', id, ...of })
      const { paperId } = await post(undefined, '/api/class-papers', { code })
      things.push({ kind: 'class-paper', id: paperId, ...of })
    }
  }
  return things
}
