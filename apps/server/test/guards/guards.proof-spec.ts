import { getDataSourceToken } from '@nestjs/typeorm'
import type { DataSource } from 'typeorm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { routeAccess } from '../../src/modules/shell/route-access.js'
import { AreaScope } from '../../src/platform/auth/area-scope.js'
import { HOME, OTHER_COUNTY, OTHER_TOWN, SISTER } from '../probes/areas.js'
import { plainQuestions, type Question, questionsAbout, rightsTo } from '../probes/prober.js'
import { readRows, strangeChanges } from '../probes/rows.js'
import { randomFrom, sampleOf } from '../probes/sample.js'
import { makeWorld, type World } from '../probes/world.js'
import { accessChecks, type Check, foreignChecks, ownChecks, plainChecks } from './checks.js'
import { EXPLAINED } from './explained.js'
import { makeFigures } from './figures.js'
import type { Change } from './switch.js'
import { unhinderedChecks } from './unhindered.js'

const LEAST_PERCENT = 90
const QUESTIONS = Number(process.env.GUARD_QUESTIONS ?? 2_500)
/** How many of the checks that come by a guard are made before its change counts as unnoticed. */
const TRIES = Number(process.env.GUARD_TRIES ?? 60)
const LONG = 7_200_000

let world: World

beforeAll(async () => {
  world = await makeWorld([HOME, SISTER, OTHER_TOWN, OTHER_COUNTY])
  await makeFigures(world)
  weakenStatements(world.production.app.get<DataSource>(getDataSourceToken()))
}, LONG)

// Not `world.close()`: with a guard weakened a request may take more statements than it may.
afterAll(async () => {
  await world?.demo.app.close()
  await world?.production.app.close()
  await world?.production.database.drop()
})

/** Every statement of the server passes the switch. */
function weakenStatements(dataSource: DataSource): void {
  const create = dataSource.createQueryRunner.bind(dataSource)
  dataSource.createQueryRunner = (mode) => {
    const runner = create(mode)
    const query = runner.query.bind(runner) as (sql: string, ...rest: unknown[]) => Promise<never>
    runner.query = (sql: string, ...rest: unknown[]) => query(globalThis.__guards.statement(sql), ...rest)
    return runner
  }
}

it(
  'a guard that is weakened anywhere is noticed',
  async () => {
    const random = randomFrom(1)
    const routes = routeAccess(world.production.app)
    // Who may not ask at all is refused at the door: that is looked at below.
    const mayAsk = rightsTo(routes)
    const mine = questionsAbout('foreign', world, routes).filter(
      (question) => question.prober.home.unit === HOME && mayAsk(question),
    )
    const chosen = sampleOf(mine, QUESTIONS, random, (question) => [
      question.probe,
      question.prober.person.role,
      nearness(question),
    ])
    const lists = plainQuestions(world, routes).filter(
      ({ prober, plain, method }) =>
        prober.home.unit === HOME && !plain.isSignedOut && (method === 'GET' || plain.isRefused),
    )
    const own = sampleOf(
      questionsAbout('own', world, routes).filter(
        ({ prober, method, probe }) =>
          prober.home.unit === HOME && method === 'GET' && probe.most === undefined && !probe.isOfMoment,
      ),
      QUESTIONS / 2,
      random,
      ({ probe, prober, thing }) => [probe, prober.person.name, thing.areaCode],
    )
    const checks = [
      ...foreignChecks(world, chosen),
      ...ownChecks(world, own),
      ...plainChecks(world, lists),
      ...unhinderedChecks(world),
      ...(await accessChecks(world, routes)),
    ]
    const passing = await reaches(checks)

    const unnoticed: Change[] = []
    for (const [change, reaching] of passing)
      if (
        !(await isNoticed(
          change,
          sampleOf(reaching, TRIES, random, ({ route, who }) => [route, who]),
        ))
      )
        unnoticed.push(change)

    const reasonOf = (change: Change) => EXPLAINED.find(({ part }) => change.includes(part))
    const open = unnoticed.filter((change) => !reasonOf(change))
    const idle = EXPLAINED.filter(({ part }) => !unnoticed.some((change) => change.includes(part)))
    const noticed = passing.size - unnoticed.length
    const reasons = unnoticed.map((change) => reasonOf(change)?.reason ?? 'open')
    const count = (reason: string) => `${reason} ${reasons.filter((one) => one === reason).length}`
    process.stdout.write(
      [
        ...unnoticed.map(
          (change) =>
            `${reasonOf(change)?.reason ?? 'UNNOTICED'}  ${change}\n           by ${routesOf(passing.get(change) ?? [])}`,
        ),
        ...idle.map(({ part }) => `explains nothing any more: ${part}`),
        `${checks.length} checks; ${noticed} of ${passing.size} weakened guards noticed; of the others explained: ` +
          `${['twice', 'form', 'own', 'absent'].map(count).join(', ')}; ${open.length} are not\n`,
      ].join('\n'),
    )
    // Of those that somebody could notice.
    expect(percent(noticed, noticed + open.length)).toBeGreaterThanOrEqual(LEAST_PERCENT)
  },
  LONG,
)

/** What lies right behind the end of somebody's area is seen first when its end moves. */
function nearness({ thing, prober }: Question): 'home' | 'behind' | 'elsewhere' {
  const { areaCode } = prober.person.who.actor
  if (thing.areaCode === HOME.village) return 'home'
  return areaCode !== null && thing.areaCode === AreaScope.of(areaCode).to ? 'behind' : 'elsewhere'
}

/** Where a change was looked for. */
const routesOf = (checks: readonly Check[]): string => {
  const routes = [...new Set(checks.map(({ route }) => route))]
  return routes.length > 3
    ? `${routes.slice(0, 3).join(', ')} and ${routes.length - 3} more`
    : routes.join(', ')
}

const percent = (part: number, whole: number): number => (part * 100) / whole

/** Which checks come by which guard. As things are, every one of them must be refused, and none may change anything. */
async function reaches(checks: readonly Check[]): Promise<ReadonlyMap<Change, Check[]>> {
  const { reached } = globalThis.__guards
  const passing = new Map<Change, Check[]>()
  const open: string[] = []
  const changing = checks.filter(({ asksForChange }) => asksForChange)
  if (await isChanging(changing)) open.push('something is changed')
  for (const check of checks) {
    reached.clear()
    if (!(await check.isRefused())) open.push(check.name)
    for (const change of reached) passing.set(change, [...(passing.get(change) ?? []), check])
  }
  expect(open).toEqual([])
  return passing
}

async function isNoticed(change: Change, checks: readonly Check[]): Promise<boolean> {
  globalThis.__guards.active = change
  try {
    if (await isChanging(checks.filter(({ asksForChange }) => asksForChange))) return true
    for (const check of checks)
      if (!check.asksForChange && !(await check.isRefused().catch(() => false))) return true
    return false
  } finally {
    globalThis.__guards.active = undefined
  }
}

/** Whether any of these was granted: one that is refused by its answer and done all the same is seen in the rows alone. */
async function isChanging(checks: readonly Check[]): Promise<boolean> {
  if (checks.length === 0) return false
  const { dataSource } = world.production.database
  const before = await readRows(dataSource)
  for (const check of checks) if (!(await check.isRefused().catch(() => false))) return true
  return strangeChanges(world, before, await readRows(dataSource)).length > 0
}
