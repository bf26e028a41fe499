import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routeAccess } from '../src/modules/shell/route-access.js'
import { createTestApp, type TestApp } from './support/app.js'
import { STATEMENT_CAPS } from './support/statement-caps.js'

/** How many statements each took is counted wherever a test asks for it: see `RequestStatements`. */
describe('the number of statements of a request', () => {
  let test: TestApp

  beforeAll(async () => {
    test = await createTestApp()
  })

  afterAll(() => test.close())

  it('has a limit for every route, and none for a route that is gone', () => {
    const routes = routeAccess(test.app).map(({ method, path }) => `${method} ${path}`)
    const limited = Object.keys(STATEMENT_CAPS)
    expect(routes.filter((route) => !limited.includes(route))).toEqual([])
    expect(limited.filter((route) => !routes.includes(route))).toEqual([])
  })
})
