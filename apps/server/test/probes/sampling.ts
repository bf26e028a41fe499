import { uuidv7 } from 'uuidv7'
import type { TestApp } from '../support/app.js'
import { send } from '../support/records.js'
import type { Unit } from './areas.js'
import { holderOf, type Person } from './staff.js'
import type { Thing } from './thing.js'
import { sure } from './things.js'

/** A sample that was drawn in a village, and a result of somebody else's about it. */
export async function makeSampling(
  test: TestApp,
  { village: areaCode, mark }: Unit,
  staff: readonly Person[],
): Promise<Thing[]> {
  const [sample, survey] = [uuidv7(), uuidv7()]
  const town = holderOf(staff, 'town-office')
  const list = { listName: `${mark}选民名册`, listedOn: '2026-03-01', size: 400, count: 6 }
  const { body } = sure(
    await send(test, town, 'POST', '/api/samples', { id: sample, areaCode, audience: 'resident', ...list }),
  )
  sure(
    await send(test, town, 'PUT', `/api/surveys/${survey}`, {
      areaCode,
      audience: 'resident',
      documentNo: `${mark}调〔2026〕8号`,
      issuer: `${mark}调查队`,
      surveyedOn: '2026-06-20',
      valid: 120,
      aware: 115,
      keptAt: `${mark}档案柜`,
    }),
  )
  return [
    { kind: 'sample', id: sample, areaCode, number: body.numbers[0].number },
    { kind: 'survey', id: survey, areaCode },
  ]
}
