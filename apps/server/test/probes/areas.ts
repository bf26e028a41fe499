import { AreasService } from '../../src/modules/areas/areas.service.js'
import { countyCode, townCode } from '../../src/platform/auth/area-scope.js'
import type { TestApp } from '../support/app.js'

/** A village of the proof. The mark stands in every name, address and text that is entered there. */
export type Unit = { village: string; mark: string }

/**
 * The village at home, and others whose codes come as near to its own as codes can: the same town, the same digits in
 * another town, a town that differs by one digit, the neighbouring county.
 */
export const HOME: Unit = { village: '441581990201', mark: '甲记' }
export const OTHER_TOWN: Unit = { village: '441581991201', mark: '丁记' }
export const SISTER: Unit = { village: '441581990202', mark: '乙记' }
export const OTHER_COUNTY: Unit = { village: '441582990201', mark: '己记' }
export const UNITS: readonly Unit[] = [
  HOME,
  SISTER,
  { village: '441581990210', mark: '丙记' },
  OTHER_TOWN,
  { village: '441581909201', mark: '戊记' },
  OTHER_COUNTY,
]

/** The last village of every town: persons are proposed to it, nobody of the proof works there. */
export const receivingVillage = (unit: Unit): string => `${townCode(unit.village)}299`
/** Grid 1 and grid 10. */
export const gridsOf = (unit: Unit): [string, string] => [`${unit.village}G001`, `${unit.village}G010`]

const START_ON = '2026-01-01'

export async function makeProbeAreas(test: TestApp, units: readonly Unit[]): Promise<void> {
  const areas = test.app.get(AreasService)
  const tx = test.database.dataSource.manager
  for (const unit of units) {
    await areas.upsert(tx, { code: countyCode(unit.village), name: `县${countyCode(unit.village)}` })
    await areas.upsert(tx, { code: townCode(unit.village), name: `镇${townCode(unit.village)}` })
    for (const code of [unit.village, receivingVillage(unit)])
      await areas.upsert(tx, { code, name: `村${code}`, startOn: START_ON })
    for (const code of gridsOf(unit)) await areas.upsert(tx, { code, name: `网格${code.slice(-4)}` })
  }
}
