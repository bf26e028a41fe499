import { getDataSourceToken } from '@nestjs/typeorm'
import type { DataSource } from 'typeorm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { routeAccess } from '../../src/modules/shell/route-access.js'
import { HOME, OTHER_TOWN, SISTER } from '../probes/areas.js'
import { plainQuestions, questionsAbout } from '../probes/prober.js'
import { readRows, strangeChanges } from '../probes/rows.js'
import { randomFrom, sampleOf } from '../probes/sample.js'
import { makeWorld, type World } from '../probes/world.js'
import { accessChecks, type Check, foreignChecks, ownChecks, plainChecks } from './checks.js'
import { EXPLAINED } from './explained.js'
import type { Change } from './switch.js'

const LEAST_PERCENT = 90
const QUESTIONS = Number(process.env.GUARD_QUESTIONS ?? 2_500)
/** How many of the checks that come by a guard are made before its change counts as unnoticed. */
const TRIES = Number(process.env.GUARD_TRIES ?? 60)
const LONG = 7_200_000

let world: World

beforeAll(async () => {
  world = await makeWorld([HOME, SISTER, OTHER_TOWN])
  weakenStatements(world.production.app.get<DataSource>(getDataSourceToken()))
}, LONG)

afterAll(() => world?.close())

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
    const mine = questionsAbout('foreign', world, routes).filter(({ prober }) => prober.home.unit === HOME)
    const chosen = sampleOf(mine, QUESTIONS, random, ({ probe, prober, thing }) => [
      probe,
      prober.person.role,
      thing.areaCode === HOME.village,
    ])
    const lists = plainQuestions(world, routes).filter(
      ({ prober, plain, method }) => prober.home.unit === HOME && !plain.isSignedOut && method === 'GET',
    )
    const own = sampleOf(
      questionsAbout('own', world, routes).filter(
        ({ prober, method, probe }) =>
          prober.home.unit === HOME && method === 'GET' && probe.most === undefined,
      ),
      QUESTIONS / 2,
      random,
      ({ probe, prober }) => [probe, prober.person.role],
    )
    const checks = [
      ...foreignChecks(world, chosen),
      ...ownChecks(world, own),
      ...plainChecks(world, lists),
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
    const noticed = passing.size - unnoticed.length
    const reasons = unnoticed.map((change) => reasonOf(change)?.reason ?? 'open')
    const count = (reason: string) => `${reason} ${reasons.filter((one) => one === reason).length}`
    process.stdout.write(
      [
        ...unnoticed.map(
          (change) =>
            `${reasonOf(change)?.reason ?? 'UNNOTICED'}  ${change}\n           by ${routesOf(passing.get(change) ?? [])}`,
        ),
        `${checks.length} checks; ${noticed} of ${passing.size} weakened guards noticed; of the others explained: ` +
          `${['twice', 'form', 'own', 'absent'].map(count).join(', ')}; ${open.length} are not\n`,
      ].join('\n'),
    )
    // Of those that somebody could notice.
    expect(percent(noticed, noticed + open.length)).toBeGreaterThanOrEqual(LEAST_PERCENT)
  },
  LONG,
)

/** Where a change was looked for. */
const routesOf = (checks: readonly Check[]): string => {
  const routes = [...new Set(checks.map(({ route }) => route))]
  return routes.length > 3
    ? `${routes.slice(0, 3).join(', ')} and ${routes.length - 3} more`
    : routes.join(', ')
}

const percent = (part: number, whole: number): number => (part * 100) / whole

/** Which checks come by which guard. As things are, every one of them must be refused. */
async function reaches(checks: readonly Check[]): Promise<ReadonlyMap<Change, Check[]>> {
  const { reached } = globalThis.__guards
  const passing = new Map<Change, Check[]>()
  const open: string[] = []
  for (const check of checks) {
    reached.clear()
    if (!(await check.isRefused())) open.push(check.name)
    for (const change of reached) passing.set(change, [...(passing.get(change) ?? []), check])
  }
  expect(open).toEqual([])
  return passing
}

async function isNoticed(change: Change, checks: readonly Check[]): Promise<boolean> {
  // What only writes is seen in the rows.
  const isWrite = /^(UPDATE|DELETE)/.test(change)
  const before = isWrite ? await readRows(world.production.database.dataSource) : undefined
  globalThis.__guards.active = change
  try {
    for (const check of checks) if (!(await check.isRefused().catch(() => false))) return true
    globalThis.__guards.active = undefined
    if (!before) return false
    const after = await readRows(world.production.database.dataSource)
    return strangeChanges(world, before, after).length > 0
  } finally {
    globalThis.__guards.active = undefined
  }
}
