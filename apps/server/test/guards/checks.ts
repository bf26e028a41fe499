import { uuidv7 } from 'uuidv7'
import type { RouteAccess } from '../../src/modules/shell/route-access.js'
import { ROLE_PERMISSIONS } from '../../src/platform/auth/permissions.js'
import { type Answered, comparable, injectLine, type Line } from '../probes/answers.js'
import { Findings } from '../probes/findings.js'
import type { Ask } from '../probes/probe.js'
import { type PlainQuestion, ProbeRun, type Question } from '../probes/prober.js'
import type { Prober, World } from '../probes/world.js'
import { signIn } from '../support/sign-in.js'

/** Something that must be refused; answers whether it was. */
export type Check = {
  name: string
  route: string
  who: string
  isRefused: () => Promise<boolean>
  /** It asks for a change that must not come about, whatever is answered. */
  asksForChange?: boolean
}

/** Questions for what is another's: refused when nothing leaks. */
export function foreignChecks(world: World, questions: readonly Question[]): Check[] {
  const line = injectLine(world.production)
  return questions.map((question) => ({
    name: `${question.route} ${question.thing.kind} ${question.prober.person.name}`,
    route: question.route,
    who: question.prober.person.name,
    asksForChange: question.method !== 'GET',
    isRefused: async () => {
      const findings = new Findings()
      await new ProbeRun(world, line, findings).askForeign([question], 1)
      return findings.leaks.length === 0
    },
  }))
}

/** Lists: refused is whatever of another's might stand in them, and the list is what it is without the change. */
export function plainChecks(world: World, questions: readonly PlainQuestion[]): Check[] {
  const line = injectLine(world.production)
  return questions.map((question) => {
    const { route, method, prober, plain } = question
    const isAsItWas = sameAnswer(line, method, () => plain.ask(prober.home), prober)
    return {
      name: `${route} ${prober.person.name}`,
      route,
      who: prober.person.name,
      asksForChange: method !== 'GET',
      isRefused: async () => {
        const findings = new Findings()
        await new ProbeRun(world, line, findings).askPlain([question], 1)
        return findings.leaks.length === 0 && (plain.isOfMoment === true || (await isAsItWas()))
      },
    }
  })
}

/** What one reads of one's own: nothing of another's is counted or listed among it. */
export function ownChecks(world: World, questions: readonly Question[]): Check[] {
  const line = injectLine(world.production)
  return questions.map(({ route, method, prober, probe, thing }) => ({
    name: `${route} own ${thing.kind} ${prober.person.name}`,
    route,
    who: prober.person.name,
    isRefused: sameAnswer(line, method, () => probe.ask(thing.id, prober.home, uuidv7(), thing), prober),
  }))
}

/**
 * Whether somebody is answered what he is answered without the change. The first asking is that without a change, and is
 * answered alike twice, or it could show nothing; where a later one differs, it is asked again without, since other checks may
 * have written something since.
 */
function sameAnswer(line: Line, method: string, ask: () => Ask, { person }: Prober): () => Promise<boolean> {
  const answer = async () => comparable(await line(method, ask(), person.who.headers), [])
  let was: string | undefined
  return async () => {
    was ??= await answer()
    const is = await answer()
    if (is === was) return true
    const { active } = globalThis.__guards
    globalThis.__guards.active = undefined
    was = await answer()
    globalThis.__guards.active = active
    return is === was
  }
}

/** Requests by nobody, by a role without the permission, under another's post, and from sessions and posts that have ended. */
export async function accessChecks(world: World, routes: readonly RouteAccess[]): Promise<Check[]> {
  const line = injectLine(world.production)
  const ended = await endedPeople(world)
  const checks: Check[] = []
  for (const route of routes) {
    const { rule } = route
    if (rule?.kind !== 'permission' || route.path.startsWith('/api/demo/')) continue
    const ask = (headers: Record<string, string>) => line(route.method, askOf(route), headers)
    const add = (what: string, headers: Record<string, string>, status: number, code: string) =>
      checks.push({
        name: `${route.method} ${route.path} ${what}`,
        route: `${route.method} ${route.path}`,
        who: what,
        isRefused: async () => isProblem(await ask(headers), status, code),
      })
    const any = world.probers[0] as Prober
    add('without a token', {}, 401, 'SIGN_IN_REQUIRED')
    add('with a forged token', { authorization: 'Bearer x.y.z' }, 401, 'SIGN_IN_REQUIRED')
    add(
      'with another scheme',
      { authorization: any.person.who.headers.authorization.replace('Bearer', 'Basic') },
      401,
      'SIGN_IN_REQUIRED',
    )
    for (const { person } of world.probers) {
      if (ROLE_PERMISSIONS[person.role].includes(rule.permission)) continue
      add(`as ${person.name}`, person.who.headers, 403, 'FORBIDDEN')
      break
    }
    const other = world.probers.find(({ person }) => person.role === 'town-office') as Prober
    add(
      'under the post of another',
      { ...any.person.who.headers, 'x-appointment': other.person.who.actor.appointmentId ?? '' },
      403,
      'APPOINTMENT_NOT_YOURS',
    )
    add(
      'under no post at all',
      { ...any.person.who.headers, 'x-appointment': 'x' },
      403,
      'APPOINTMENT_NOT_YOURS',
    )
    add('from an ended session', ended.session, 401, 'SIGN_IN_REQUIRED')
    add('from a closed account', ended.account, 401, 'SIGN_IN_REQUIRED')
    if (!ROLE_PERMISSIONS.resident.includes(rule.permission))
      add('under a post that has ended', ended.post, 403, 'FORBIDDEN')
  }
  return checks
}

async function endedPeople(world: World) {
  const test = world.production
  const areaCode = world.probers[0]!.home.unit.village.slice(0, 9)
  const make = () => signIn(test, { name: '前任', role: 'town-office', areaCode })
  const [session, account, post] = [await make(), await make(), await make()]
  const now = test.clock.now()
  await test.database.dataSource.query(`UPDATE session SET revoked_at = ? WHERE id = ?`, [
    now,
    session.actor.sessionId,
  ])
  await test.database.dataSource.query(`UPDATE account SET state = 'closed' WHERE id = ?`, [
    account.accountId,
  ])
  await test.database.dataSource.query(`UPDATE appointment SET ended_at = ?, to_on = ? WHERE id = ?`, [
    now,
    '2026-11-22',
    post.actor.appointmentId,
  ])
  return { session: session.headers, account: account.headers, post: post.headers }
}

const askOf = ({ method, path }: RouteAccess) => ({
  url: path
    .replace(/:code|:areaCode/g, '441581990201')
    .replace(':sheet', 'persons')
    .replace(':index', '0')
    .replace(/:\w+/g, () => uuidv7()),
  ...(method === 'GET' || method === 'DELETE' ? {} : { payload: {} }),
})

function isProblem({ status, body }: Answered, wanted: number, code: string): boolean {
  return status === wanted && (JSON.parse(body) as { code?: string }).code === code
}
