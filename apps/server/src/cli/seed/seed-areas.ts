import type { EntityManager } from 'typeorm'
import type { AreaInput, AreasService } from '../../modules/areas/areas.service.js'
import { DEMO_TOWN } from '../../platform/demo-areas.js'
import {
  DEMO_GRIDS,
  DEMO_TOWN_NAME,
  demoVillageCode,
  demoVillageName,
  LETTERS,
} from '../seed-data/demo-town.js'
import { storyStart } from './village-story.js'

/** The form of `villages.json`: the official codes of one real town. */
export type RealTown = {
  town: {
    code: string
    name: string
    county: string
    countyCode: string
    city: string
    cityCode: string
    province: string
    provinceCode: string
  }
  villages: { code: string; name: string; org: string }[]
}

/** The real tree down to the town's villages. None has begun the programme: that is for the town to say. */
export async function seedRealAreas(
  areas: AreasService,
  tx: EntityManager,
  { town, villages }: RealTown,
): Promise<number> {
  const tree: AreaInput[] = [
    { code: town.provinceCode, name: town.province },
    { code: town.cityCode, name: town.city },
    { code: town.countyCode, name: town.county },
    { code: town.code, name: town.name },
    ...villages.map(({ code, name, org }) => ({ code, name, orgName: org })),
  ]
  for (const area of tree) {
    // The day on which a village began, once the town has set it, is the town's.
    const known = await areas.find(tx, area.code)
    await areas.upsert(tx, { ...area, ...(known?.startOn && { startOn: known.startOn }) })
  }
  return tree.length
}

/** The fictional town with its villages and grids. */
export async function seedDemoAreas(areas: AreasService, tx: EntityManager, today: string): Promise<number> {
  let count = 1
  await areas.upsert(tx, { code: DEMO_TOWN, name: DEMO_TOWN_NAME, isDemo: true })
  for (const letter of LETTERS) {
    const code = demoVillageCode(letter)
    const name = demoVillageName(letter)
    await areas.upsert(tx, {
      code,
      name,
      orgName: `${name}村委会`,
      isDemo: true,
      startOn: storyStart(letter, today),
    })
    for (const [index, grid] of DEMO_GRIDS.entries())
      await areas.upsert(tx, {
        code: `${code}${grid}`,
        name: `${name}第${'一二三'[index]}网格`,
        isDemo: true,
      })
    count += 1 + DEMO_GRIDS.length
  }
  return count
}
