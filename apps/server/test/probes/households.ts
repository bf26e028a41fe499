import { uuidv7 } from 'uuidv7'
import type { TestApp } from '../support/app.js'
import { handwriting } from '../support/handwriting.js'
import { send } from '../support/records.js'
import { UNITS, type Unit } from './areas.js'
import { holderOf, type Person } from './staff.js'
import { sure } from './things.js'

/** Households of a village: one that signed at its door, under a name of its own, one on paper, and one that has not. */
export async function makeHouseholds(test: TestApp, unit: Unit, staff: readonly Person[]): Promise<void> {
  const { village: areaCode, mark } = unit
  const secretary = holderOf(staff, 'village-secretary')
  const ask = async (method: 'PUT' | 'POST', url: string, body: object) =>
    sure(await send(test, secretary, method, url, body)).body
  // No two villages have as many: what is read of another's is seen.
  await ask('PUT', '/api/households', { areaCode, size: 3 + UNITS.indexOf(unit) })
  const door = { areaCode, number: 1, name: `${mark}户主` }
  const { textHash } = await ask('POST', '/api/households/door-texts', door)
  const signatureId = uuidv7()
  const signature = { signatureId, textHash, readThrough: true, stroke: handwriting() }
  await ask('POST', '/api/households/door-signatures', { ...door, signature })
  await ask('POST', '/api/households/papers', {
    areaCode,
    numbers: [2],
    signedOn: '2026-11-20',
    paper: `${mark}档案柜`,
  })
}
