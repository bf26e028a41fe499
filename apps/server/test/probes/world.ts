import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { QuizBank } from '../../src/modules/quizzes/quiz-bank.js'
import { countyCode } from '../../src/platform/auth/area-scope.js'
import { generateKeyFile, KeyRing } from '../../src/platform/crypto/key-ring.js'
import { JobRunner } from '../../src/platform/outbox/job-runner.js'
import { createTestApp, startTestApp, type TestApp } from '../support/app.js'
import { HOME, makeProbeAreas, OTHER_TOWN, UNITS, type Unit } from './areas.js'
import { makeDesk } from './desk.js'
import { makeHouseholds } from './households.js'
import { makeHolders, makePlaces, makeThingsOfPlaces } from './places.js'
import type { Home } from './probe.js'
import { makeSampling } from './sampling.js'
import { makeStaff, type Person } from './staff.js'
import type { Thing } from './thing.js'
import { makeThings } from './things.js'
import { makeYear } from './year.js'

/** In demo mode nobody could enter anything outside the fictional town. */
export const PRODUCTION = {
  APP_MODE: 'production',
  WECHAT_APPID: 'wx0123456789abcdef',
  WECHAT_SECRET: '0123456789abcdef0123456789abcdef',
  PUBLIC_URL: 'https://village.example.cn',
}

const BANK = join(__dirname, '../../src/cli/seed-data/quiz-bank.json')

/** Somebody who asks for what is not his, and the village he comes from. */
export type Prober = { person: Person; home: Home }

/** Villages full of things, the people who probe, and servers on the same database. */
export type World = {
  /** As in use: everything was entered through it. */
  production: TestApp
  /** The demonstration, which has two routes more. */
  demo: Pick<TestApp, 'app'>
  keyFile: ReturnType<typeof generateKeyFile>
  things: readonly Thing[]
  probers: readonly Prober[]
  close: () => Promise<void>
}

/** @param units the villages that are made; whoever probes comes from the first or from another town */
export async function makeWorld(units: readonly Unit[] = UNITS): Promise<World> {
  const keyFile = generateKeyFile(true)
  const keys = new KeyRing(keyFile)
  const production = await createTestApp(PRODUCTION, keys)
  const demo = await startTestApp(production.database, production.clock, keys, {})
  const tx = production.database.dataSource.manager
  await production.app.get(QuizBank).load(tx, JSON.parse(readFileSync(BANK, 'utf8')))
  await makeProbeAreas(production, units)
  const things: Thing[] = []
  const probers: Prober[] = []
  const desks = new Map<string, () => Promise<Thing[]>>()
  for (const unit of units) {
    const officials = await makeStaff(production, unit)
    const places = await makePlaces(production, unit, officials)
    const staff = [...officials, ...(await makeHolders(production, unit, places))]
    const made = [
      ...places,
      ...(await makeThings(production, unit, staff)),
      ...(await makeThingsOfPlaces(production, unit, staff)),
      ...(await makeSampling(production, unit, officials)),
      ...(await makeYear(production, unit, officials)),
    ]
    await makeHouseholds(production, unit, officials)
    things.push(...made)
    const county = countyCode(unit.village)
    if (!desks.has(county)) desks.set(county, () => makeDesk(production, unit, officials))
    if (unit !== HOME && unit !== OTHER_TOWN) continue
    const home: Home = { unit, first: (kind) => made.find((thing) => thing.kind === kind)! }
    probers.push(...staff.map((person) => ({ person, home })))
  }
  // What follows from all this: states, duties, messages.
  await production.app.get(JobRunner).drain()
  // Afterwards: a draft is tried on every village, which takes long and belongs to nobody here.
  for (const make of desks.values()) things.push(...(await make()))
  return {
    production,
    demo: { app: demo },
    keyFile,
    things,
    probers,
    close: async () => {
      await demo.close()
      await production.close()
    },
  }
}
