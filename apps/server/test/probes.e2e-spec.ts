import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { routeAccess } from '../src/modules/shell/route-access.js'
import { ROLES } from '../src/platform/auth/roles.js'
import { httpLine, injectLine, type Line } from './probes/answers.js'
import { HOME, SISTER, UNITS } from './probes/areas.js'
import { coldServer } from './probes/cold-server.js'
import { Findings } from './probes/findings.js'
import {
  ProbeRun,
  plainQuestions,
  type Question,
  questionsAbout,
  rightsTo,
  unknownRoutes,
} from './probes/prober.js'
import { readRows, strangeChanges } from './probes/rows.js'
import { randomFrom, sampleOf, shuffled } from './probes/sample.js'
import type { Thing } from './probes/thing.js'
import { makeWorld, type Prober, type World } from './probes/world.js'
import { type Answer, aRegistration, putRecord } from './support/records.js'

/** `npm run prove probes` asks for tens of thousands; the suite for each way to ask a route, by one who may and one who may not. */
const PROBES = Number(process.env.PROBES ?? 0)
const SEED = Number(process.env.PROBE_SEED ?? 1)
const IS_PROOF = PROBES > 0
const LANES = 16
const LONG = 3_600_000
const COLD_STARTS = 3
const COLD_QUESTIONS = 400
const FEW = 150

describe('what belongs to another area', () => {
  const random = randomFrom(SEED)
  const findings = new Findings()
  let world: World
  let routes: ReturnType<typeof routeAccess>
  let mayAsk: ReturnType<typeof rightsTo>
  let toldBefore = 0

  beforeAll(async () => {
    world = await makeWorld(IS_PROOF ? UNITS : [HOME, SISTER])
    routes = routeAccess(world.demo.app)
    mayAsk = rightsTo(routes)
  }, LONG)

  beforeEach(() => {
    toldBefore = findings.leaks.length
  })

  afterAll(async () => {
    await world?.close()
    if (!IS_PROOF) return
    const { probes, plain, leaks } = findings
    process.stdout.write(
      `${findings.table(ROLES)}\n${probes} probes for things of other areas (seed ${SEED}), ${plain} other requests, ` +
        `${routes.length} routes, ${world.probers.length} people, ${leaks.length} leaks\n`,
    )
  })

  /** Of the same village, where only the one place that somebody holds keeps him apart. */
  const isNeighbours = ({ areaCode }: Thing, { person, home }: Prober): boolean =>
    person.who.actor.subjectId !== null && areaCode === home.unit.village
  /** Only the demonstration knows its own routes. */
  const lineOf = (other: Line): Line => {
    const demo = injectLine(world.demo)
    return (method, ask, headers) => (ask.url.startsWith('/api/demo/') ? demo : other)(method, ask, headers)
  }
  const runOn = (line: Line) => new ProbeRun(world, lineOf(line), findings)
  /** The leaks since this was last asked. */
  const told = (): string[] =>
    findings.leaks
      .slice(toldBefore)
      .map(({ route, who, thing, why }) => `${route} — ${who} — ${thing}: ${why}`)

  it('is asked for on every route of the server', () => {
    expect(unknownRoutes(routes)).toEqual([])
  })

  it(
    'does not stand in what anybody is shown',
    async () => {
      const questions = plainQuestions(world, routes)
      // Whoever closes his account, or ends his session, asks for nothing more.
      const harmless = questions.filter(({ route }) => route !== 'DELETE /api/session')
      const asked = shuffled(harmless, random)
      const few = IS_PROOF ? asked : asked.filter(mayAsk).slice(0, FEW)
      await runOn(injectLine(world.production)).askPlain(few, LANES)
      expect(told()).toEqual([])
    },
    LONG,
  )

  it(
    'is answered like what is not there, and is not changed',
    async () => {
      const all = questionsAbout('foreign', world, routes)
      const { dataSource } = world.production.database
      const before = await readRows(dataSource)
      if (IS_PROOF) {
        const byRole = ({ probe, prober }: Question) => [probe, prober.person.name]
        const chosen = sampleOf(all, Math.max(PROBES - COLD_STARTS * COLD_QUESTIONS, 0), random, byRole)
        const half = Math.ceil(chosen.length / 2)
        await runOn(injectLine(world.production)).askForeign(chosen.slice(0, half), LANES)
        await runOn(injectLine(world.demo)).askForeign(chosen.slice(half), LANES)
      } else {
        const chosen = sampleOf(all, all.length, random, (question) => [question.probe, mayAsk(question)])
        const firsts = new Set<string>()
        const few = chosen.filter((question) => {
          const { route, probe, thing, prober } = question
          const key = `${route} ${probe.ask} ${thing.kind} ${mayAsk(question)} ${isNeighbours(thing, prober)}`
          return !firsts.has(key) && firsts.add(key)
        })
        await runOn(injectLine(world.production)).askForeign(few, LANES)
      }
      expect(told()).toEqual([])
      expect(strangeChanges(world, before, await readRows(dataSource))).toEqual([])
    },
    LONG,
  )

  it(
    'is not told either by a server that has only just begun to listen',
    async () => {
      const all = questionsAbout('foreign', world, routes).filter(mayAsk)
      for (let start = 0; start < (IS_PROOF ? COLD_STARTS : 1); start++) {
        const questions = shuffled(all, random).slice(0, IS_PROOF ? COLD_QUESTIONS : 60)
        const server = await coldServer(world, IS_PROOF)
        try {
          await runOn(httpLine(server.url)).askForeign(questions, questions.length)
        } finally {
          await server.close()
        }
      }
      expect(told()).toEqual([])
    },
    LONG,
  )

  it(
    'is not told by the answer to a registration of somebody who is registered there',
    async () => {
      const secretaries = world.probers.filter(({ person }) => person.role === 'village-secretary')
      for (const prober of secretaries)
        for (const name of foreignNames(prober)) {
          const registered = await register(prober, name)
          const unknown = await register(prober, `${name.slice(0, -1)}${name.at(-1)}儿`)
          expect(registered).toEqual(unknown)
          expect(registered).toMatchObject({ status: 201 })
        }
    },
    LONG,
  )

  const foreignNames = (prober: Prober): string[] =>
    world.things
      .filter(
        ({ kind, areaCode, readers }) => kind === 'name' && areaCode !== prober.home.unit.village && !readers,
      )
      .map(({ id }) => id)

  /** The answer without what every record has of its own. */
  async function register({ person, home }: Prober, name: string): Promise<Answer> {
    const record = aRegistration(uuidv7(), { areaCode: home.unit.village, identity: { name } })
    const { status, body } = await putRecord(world.production, person.who, uuidv7(), record)
    return { status, body: { ...body, id: '', subjectId: '', receiptNo: '', ledgerVersion: 0 } }
  }

  it(
    'while whoever it belongs to is answered: a locked door is no proof',
    async () => {
      // What is looked at is there still; what is ended or deleted is not afterwards.
      const order = ['GET', 'PUT', 'POST', 'DELETE']
      // Whose post has ended, or who must sign in anew, is answered nothing any more, not even about his own.
      const rank = ({ method, route }: Question): number =>
        /^POST .*\/(end|handover|binding-code)$/.test(route) ? order.length : order.indexOf(method)
      const own = shuffled(questionsAbout('own', world, routes).filter(mayAsk), random).sort(
        (a, b) => rank(a) - rank(b),
      )
      const run = runOn(injectLine(world.production))
      const closed = new Map(
        questionsAbout('foreign', world, routes)
          .filter(({ probe }) => probe.answer === 'same' && !probe.neverOpens)
          .map(({ route, probe }) => [probe, `${route} for ${probe.kinds.join()}`]),
      )
      for (const question of own)
        if (closed.has(question.probe) && (await run.isOpen(question))) closed.delete(question.probe)
      expect([...closed.values()]).toEqual([])
    },
    LONG,
  )
})
