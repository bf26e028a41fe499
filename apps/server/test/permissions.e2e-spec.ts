import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AreasService } from '../src/modules/areas/areas.service.js'
import { renderPermissions } from '../src/modules/shell/permissions-document.js'
import { type RouteAccess, routeAccess } from '../src/modules/shell/route-access.js'
import { PERMISSIONS, ROLE_PERMISSIONS } from '../src/platform/auth/permissions.js'
import { type AppointedRole, ROLE_LEVELS, ROLES, type Role } from '../src/platform/auth/roles.js'
import { httpRoutes } from '../src/platform/http/route-log.js'
import { createTestApp, type TestApp } from './support/app.js'
import { type SignedIn, signIn } from './support/sign-in.js'

const AREA_BY_LEVEL: Record<string, string> = {
  county: '441581',
  town: '441581990',
  village: '441581990201',
  grid: '441581990201G001',
}
const SOME_ID = '019ab3c2-7c3f-7000-8000-000000000001'
/** What the server answers beside its controllers. */
const WITHOUT_CONTROLLER = [/^\/docs(\/|-|$)/, /^\/\*$/]
/** Whoever may use these is decided by something else than an account. */
const PUBLIC = [
  'DELETE /api/session',
  'GET /api/app-config',
  'GET /api/areas',
  'GET /api/demo/accounts',
  'GET /api/public/pledges/:verifyCode',
  'GET /api/public/seal-keys',
  'GET /api/public/villages/:code',
  'GET /api/public/villages/:code/assessments',
  'GET /api/public/villages/:code/plaque',
  'GET /api/quiz/cards',
  'GET /api/staff-papers/:id/certificate',
  'GET /api/villages/:code/awareness',
  'GET /health/live',
  'GET /health/ready',
  'GET /metrics',
  'GET /wechat/push',
  'POST /api/class-papers',
  'POST /api/demo/session',
  'POST /api/household-pledges/copy',
  'POST /api/household-pledges/signature',
  'POST /api/household-pledges/text',
  'POST /api/invited-papers',
  'POST /api/quiz/papers',
  'POST /api/session/binding-code',
  'POST /api/session/refresh',
  'POST /api/session/scan',
  'POST /api/session/scan/:id/poll',
  'POST /api/session/wechat',
  'POST /api/staff-papers',
  'POST /api/staff-papers/:id/certificate',
  'POST /wechat/push',
  'PUT /api/class-papers/:id',
  'PUT /api/invited-papers/:id',
  'PUT /api/quiz/attempts/:id',
  'PUT /api/staff-papers/:id',
]

const nameOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`

describe('access to every route', () => {
  let test: TestApp
  let routes: RouteAccess[]
  const people = new Map<Role, SignedIn>()

  beforeAll(async () => {
    test = await createTestApp()
    const tx = test.database.dataSource.manager
    const areas = test.app.get(AreasService)
    for (const [level, code] of Object.entries(AREA_BY_LEVEL))
      await areas.upsert(tx, { code, name: level, isDemo: true, startOn: '2026-01-01' })
    routes = routeAccess(test.app)
    for (const role of ROLES)
      people.set(
        role,
        await signIn(test, {
          name: role,
          ...(role === 'resident' ? {} : { role, areaCode: areaOf(role) }),
        }),
      )
  })

  afterAll(() => test.close())

  const areaOf = (role: AppointedRole) => AREA_BY_LEVEL[ROLE_LEVELS[role][0]!]
  const ask = (route: RouteAccess, headers: Record<string, string> = {}) =>
    test.app.inject({
      method: route.method as 'GET',
      url: route.path.replace(/:code|:areaCode/g, '441581990201').replace(/:\w+/g, SOME_ID),
      headers,
      ...(route.method === 'GET' || route.method === 'DELETE' ? {} : { payload: {} }),
    })
  /** Closing an account ends its sessions, so it is asked last. */
  const isLast = (route: RouteAccess) => Number(nameOf(route) === 'POST /api/me/close')
  const guarded = () =>
    routes.filter((route) => route.rule?.kind === 'permission').sort((a, b) => isLast(a) - isLast(b))

  it('has a rule, and every route of the server is a route of a controller', () => {
    expect(routes.filter((route) => !route.rule).map(nameOf)).toEqual([])
    const known = new Set(routes.map(nameOf))
    const server = httpRoutes(test.app.getHttpAdapter().getInstance())
    const strays = server
      .filter(({ method, path }) => method !== 'HEAD' && !WITHOUT_CONTROLLER.some((own) => own.test(path)))
      .map(nameOf)
      .filter((name) => !known.has(name))
    expect(strays).toEqual([])
    const missing = routes.filter(
      ({ method, path }) => !server.some((route) => route.method === method && route.path === path),
    )
    expect(missing.map(nameOf)).toEqual([])
  })

  it('is open to everybody only where this list says so', () => {
    expect(
      routes
        .filter((route) => route.rule?.kind === 'public')
        .map(nameOf)
        .sort(),
    ).toEqual(PUBLIC)
  })

  it('asks for permissions that exist and that somebody has', () => {
    const given = new Set(Object.values(ROLE_PERMISSIONS).flat())
    for (const { rule } of guarded()) {
      if (rule?.kind !== 'permission') continue
      expect(Object.keys(PERMISSIONS)).toContain(rule.permission)
      expect(given).toContain(rule.permission)
    }
  })

  it('is refused without a token, with a forged one and with a bare account id', async () => {
    const tokens = ['', 'Bearer ', 'Bearer x.y.z', `Bearer ${SOME_ID}`, `Basic ${SOME_ID}`]
    for (const route of guarded())
      for (const authorization of tokens) {
        const answer = await ask(route, { authorization })
        expect([nameOf(route), answer.statusCode, answer.json<{ code: string }>().code]).toEqual([
          nameOf(route),
          401,
          'SIGN_IN_REQUIRED',
        ])
      }
  })

  it.each(ROLES)('is what the table says for %s', async (role) => {
    const wrong: string[] = []
    for (const route of guarded()) {
      if (route.rule?.kind !== 'permission') continue
      const answer = await ask(route, people.get(role)!.headers)
      const isAllowed = ROLE_PERMISSIONS[role].includes(route.rule.permission)
      const code = answer.statusCode >= 400 ? answer.json<{ code: string }>().code : undefined
      const isRefused = answer.statusCode === 401 || code === 'FORBIDDEN'
      if (isAllowed === isRefused) wrong.push(`${nameOf(route)}: ${answer.statusCode} ${code ?? ''}`)
    }
    expect(wrong).toEqual([])
  })

  it('is refused under the appointment of somebody else', async () => {
    const secretary = people.get('village-secretary')!
    const foreign = people.get('town-office')!.actor.appointmentId!
    for (const route of guarded()) {
      const answer = await ask(route, { ...secretary.headers, 'x-appointment': foreign })
      expect(answer.json<{ code: string }>().code).toBe('APPOINTMENT_NOT_YOURS')
    }
  })

  it('answers an unknown route, and a method a route does not have, like nothing at all', async () => {
    const { headers } = people.get('town-office')!
    for (const [method, url] of [
      ['GET', '/api/nothing'],
      ['PATCH', '/api/session'],
      ['GET', '/api/records/../../etc/passwd'],
      ['GET', '/api'],
    ] as const) {
      const answer = await test.app.inject({ method, url, headers })
      expect(answer.statusCode).toBe(404)
      expect(answer.headers['content-type']).toContain('application/problem+json')
      expect(answer.json()).toMatchObject({ code: 'NOT_FOUND', status: 404 })
    }
  })

  it('is printed in docs/permissions.md as it is', () => {
    const file = join(__dirname, '../../../docs/permissions.md')
    expect(readFileSync(file, 'utf8')).toBe(renderPermissions(routes))
  })
})
