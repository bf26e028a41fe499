import { uuidv7 } from 'uuidv7'
import type { RouteAccess } from '../../src/modules/shell/route-access.js'
import { type Answered, comparable, type Line } from './answers.js'
import type { Findings } from './findings.js'
import { absentLike, foreignWords, isForeign } from './foreign.js'
import type { Plain, Probe, RouteProbes } from './probe.js'
import { ROUTES_OF_BANK } from './routes-of-bank.js'
import { ROUTES_OF_DESK } from './routes-of-desk.js'
import { ROUTES_OF_HOUSEHOLDS } from './routes-of-households.js'
import { ROUTES_OF_PEOPLE } from './routes-of-people.js'
import { ROUTES_OF_PLACES } from './routes-of-places.js'
import { ROUTES_OF_RECORDS } from './routes-of-records.js'
import { ROUTES_OF_SAMPLING } from './routes-of-sampling.js'
import { ROUTES_OF_WORK } from './routes-of-work.js'
import { ROUTES_OF_YEAR } from './routes-of-year.js'
import type { Thing } from './thing.js'
import type { Prober, World } from './world.js'

/** How every route is asked, by `METHOD path`. A route that is not here fails the proof. */
const ROUTE_PROBES: Readonly<Record<string, RouteProbes>> = {
  ...ROUTES_OF_WORK,
  ...ROUTES_OF_RECORDS,
  ...ROUTES_OF_PEOPLE,
  ...ROUTES_OF_PLACES,
  ...ROUTES_OF_BANK,
  ...ROUTES_OF_DESK,
  ...ROUTES_OF_SAMPLING,
  ...ROUTES_OF_YEAR,
  ...ROUTES_OF_HOUSEHOLDS,
}

type Route = { method: string; path: string }
/** One question about one thing, by one person. */
export type Question = { route: string; method: string; prober: Prober; probe: Probe; thing: Thing }
export type PlainQuestion = Pick<Question, 'route' | 'method' | 'prober'> & { plain: Plain }

const nameOf = ({ method, path }: Route): string => `${method} ${path}`

/** Routes that the proof does not know, and names that are no route. */
export function unknownRoutes(routes: readonly Route[]): string[] {
  const there = new Set(routes.map(nameOf))
  return [
    ...[...there].filter((name) => !(name in ROUTE_PROBES)),
    ...Object.keys(ROUTE_PROBES).filter((name) => !there.has(name)),
  ]
}

/** Every question that can be asked: each route, by everybody, about each thing that is not his, or that is. */
export function questionsAbout(whose: 'own' | 'foreign', world: World, routes: readonly Route[]): Question[] {
  return world.probers.flatMap((prober) =>
    routes.flatMap((route) =>
      (ROUTE_PROBES[nameOf(route)]?.probes ?? []).flatMap((probe) =>
        world.things
          .filter(
            (thing) =>
              probe.kinds.includes(thing.kind) &&
              isForeign(thing, prober.person, probe) === (whose === 'foreign'),
          )
          .slice(0, probe.most)
          .map((thing) => ({ route: nameOf(route), method: route.method, prober, probe, thing })),
      ),
    ),
  )
}

export const plainQuestions = (world: World, routes: readonly Route[]): PlainQuestion[] =>
  world.probers.flatMap((prober) =>
    routes.flatMap((route) =>
      (ROUTE_PROBES[nameOf(route)]?.plain ?? []).map((plain) => ({
        route: nameOf(route),
        method: route.method,
        prober,
        plain,
      })),
    ),
  )

/** @returns whether somebody has the permission that a route asks for; who asks without it is refused before anything is looked up */
export function rightsTo(
  routes: readonly RouteAccess[],
): (question: Pick<Question, 'route' | 'prober'>) => boolean {
  const permissions = new Map(
    routes.map((route) => [
      nameOf(route),
      route.rule?.kind === 'permission' ? route.rule.permission : undefined,
    ]),
  )
  return ({ route, prober }) => {
    const permission = permissions.get(route)
    return permission === undefined || prober.person.who.actor.permissions.has(permission)
  }
}

/** Asks questions, so many at a time, and looks at every answer. */
export class ProbeRun {
  private readonly words = new Map<Prober, ReadonlySet<string>>()

  constructor(
    private readonly world: World,
    private readonly line: Line,
    private readonly findings: Findings,
  ) {}

  /** Questions about what is not the asker's. */
  askForeign(questions: readonly Question[], lanes: number): Promise<void> {
    return inLanes(questions, lanes, (question) => this.askOne(question))
  }

  /** Questions that name nothing of another's. */
  askPlain(questions: readonly PlainQuestion[], lanes: number): Promise<void> {
    return inLanes(questions, lanes, async (question) => {
      const { method, prober, plain } = question
      const headers = plain.isSignedOut ? {} : prober.person.who.headers
      const answer = await this.line(method, plain.ask(prober.home), headers)
      this.findings.plain += 1
      this.look(question, '', answer)
    })
  }

  /** @returns whether the asker's own thing is answered otherwise than one that is not there */
  async isOpen(question: Question): Promise<boolean> {
    const there = await this.send(question, question.thing.id)
    const notThere = await this.send(question, absentLike(question.thing))
    return there.text !== notThere.text
  }

  private async send({ method, prober, probe, thing }: Question, id: string) {
    const newId = uuidv7()
    const answer = await this.line(
      method,
      probe.ask(id, prober.home, newId, thing),
      prober.person.who.headers,
    )
    return { answer, text: comparable(answer, [id, newId]) }
  }

  private async askOne(question: Question): Promise<void> {
    const { route, prober, probe, thing } = question
    const { answer, text } = await this.send(question, thing.id)
    this.findings.countProbe(route, prober.person.role)
    this.look(question, thing.id, answer)
    if (probe.answer === 'silent') return
    if (probe.answer === 'same') {
      const control = await this.send(question, absentLike(thing))
      if (text !== control.text) this.tell(question, `answers ${text}\n    where nothing is ${control.text}`)
      else if (answer.status < 300 && !isListing(question))
        this.tell(question, `was answered ${answer.status}`)
      return
    }
    const problem = problemOf(answer)
    const isBare = problem.status === probe.answer.status && problem.code === probe.answer.code
    const isRefused = problem.status === 403 && REFUSALS.has(problem.code)
    if (problem.extra.length > 0 || !(isBare || isRefused)) this.tell(question, `was answered ${answer.body}`)
  }

  /** No id, name or word of another's area may stand in any answer; the id that was asked for may be repeated. */
  private look(
    question: Pick<Question, 'route' | 'prober'> & { thing?: Thing },
    asked: string,
    { body, headers, status }: Answered,
  ): void {
    this.findings.countStatus(status)
    if (status >= 500) this.tell(question, `was answered ${status} ${body}`)
    const text = `${JSON.stringify(headers)} ${body}`
    const word = [...this.wordsOf(question.prober)].find((one) => one !== asked && text.includes(one))
    if (word !== undefined) this.tell(question, `the answer holds ${word}`)
  }

  private wordsOf(prober: Prober): ReadonlySet<string> {
    const known = this.words.get(prober) ?? foreignWords(this.world.things, prober)
    this.words.set(prober, known)
    return known
  }

  private tell(
    { route, prober, thing }: { route: string; prober: Prober; thing?: Thing },
    why: string,
  ): void {
    this.findings.leaks.push({
      route,
      who: prober.person.name,
      thing: thing ? `${thing.kind} of ${thing.areaCode}` : '',
      why,
    })
  }
}

async function inLanes<T>(all: readonly T[], lanes: number, work: (one: T) => Promise<void>): Promise<void> {
  let next = 0
  const lane = async () => {
    for (let at = next++; at < all.length; at = next++) await work(all[at]!)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}

/** A list or a search answers 200 with nothing in it; anything else about a foreign thing is refused. */
const isListing = ({ method, route }: Question): boolean =>
  (method === 'GET' && !/:(id|code|areaCode)/.test(route)) ||
  route === 'POST /api/persons/lookup' ||
  route === 'POST /api/records/batch' ||
  route === 'DELETE /api/imports/:id'

/** Without the right at all, or where the demonstration writes nothing: whatever was asked for. */
const REFUSALS = new Set<string | undefined>(['FORBIDDEN', 'DEMO_READ_ONLY'])
const BARE = new Set(['type', 'title', 'status', 'code', 'instance'])

/** The problem that an answer is, or that its only batch item is, with what it says beyond the bare one. */
function problemOf({ body }: Answered): { status?: number; code?: string; extra: string[] } {
  const parsed = JSON.parse(body) as Record<string, unknown> & {
    results?: { problem?: Record<string, unknown> }[]
  }
  const problem = parsed.results ? (parsed.results[0]?.problem ?? {}) : parsed
  return {
    status: problem.status as number,
    code: problem.code as string,
    extra: Object.keys(problem).filter((key) => !BARE.has(key)),
  }
}
