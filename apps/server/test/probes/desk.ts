import { uuidv7 } from 'uuidv7'
import { countyCode } from '../../src/platform/auth/area-scope.js'
import type { TestApp } from '../support/app.js'
import { send } from '../support/records.js'
import type { Unit } from './areas.js'
import { holderOf, type Person } from './staff.js'
import type { Thing } from './thing.js'
import { sure } from './things.js'

/** What the office of a village's county has written: a draft of its numbers, and that it confirmed a list of words. */
export async function makeDesk(test: TestApp, unit: Unit, staff: readonly Person[]): Promise<Thing[]> {
  const county = holderOf(staff, 'county-office')
  const id = uuidv7()
  sure(
    await send(test, county, 'PUT', `/api/policies/drafts/${id}`, {
      version: 0,
      effectiveOn: '2026-12-01',
      basis: `${unit.mark}禁毒办〔示例〕5号`,
      changes: [{ id: 'activitiesPerMonth', value: 5 }],
    }),
  )
  const { items } = sure(await send(test, county, 'GET', '/api/dictionaries')).body
  const [{ id: dictionary, words }] = items
  sure(
    await send(test, county, 'PUT', `/api/dictionaries/${dictionary}/confirmations/${uuidv7()}`, {
      words,
      document: `${unit.mark}禁毒办〔示例〕6号`,
    }),
  )
  return [{ kind: 'policy-draft', id, areaCode: countyCode(unit.village) }]
}
