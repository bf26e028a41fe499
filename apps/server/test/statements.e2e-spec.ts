import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AccountsService } from '../src/modules/accounts/accounts.service.js'
import type { DemoAccountList } from '../src/modules/accounts/demo-accounts.dto.js'
import { routeAccess } from '../src/modules/shell/route-access.js'
import { pushSignature } from '../src/modules/wechat/push-crypto.js'
import { createTestApp, type TestApp } from './support/app.js'
import { STATEMENT_CAPS } from './support/statement-caps.js'

const PUSH_TOKEN = 'push-token'

/** How many statements each took is counted wherever a test asks for it: see `RequestStatements`. */
describe('the number of statements of a request', () => {
  let test: TestApp

  beforeAll(async () => {
    test = await createTestApp({ WECHAT_PUSH_TOKEN: PUSH_TOKEN })
  })

  afterAll(() => test.close())

  it('has a limit for every route, and none for a route that is gone', () => {
    const routes = routeAccess(test.app).map(({ method, path }) => `${method} ${path}`)
    const limited = Object.keys(STATEMENT_CAPS)
    expect(routes.filter((route) => !limited.includes(route))).toEqual([])
    expect(limited.filter((route) => !routes.includes(route))).toEqual([])
  })

  it('is counted for the picker of the demonstration, which tests of one server pass by', async () => {
    const accounts = test.app.get(AccountsService)
    const tx = test.database.dataSource.manager
    for (let nth = 0; nth < 5; nth++) await accounts.create(tx, { name: `陈演${nth}`, isDemo: true })
    const picker = await test.app.inject({ method: 'GET', url: '/api/demo/accounts' })
    const { items } = picker.json<DemoAccountList>()
    expect(items).toHaveLength(5)
    const payload = { accountId: items[0]!.accountId }
    const signedIn = await test.app.inject({ method: 'POST', url: '/api/demo/session', payload })
    expect(signedIn.statusCode).toBe(200)
  })

  it('is counted for what WeChat pushes', async () => {
    const timestamp = String(test.clock.now().getTime() / 1000)
    const signature = pushSignature(PUSH_TOKEN, timestamp, '1')
    const url = `/wechat/push?${new URLSearchParams({ signature, timestamp, nonce: '1', echostr: 'echo' })}`
    expect((await test.app.inject({ method: 'GET', url })).body).toBe('echo')
    const payload = {
      ToUserName: 'gh_1',
      FromUserName: 'o-nobody',
      CreateTime: Number(timestamp),
      MsgType: 'event',
      Event: 'subscribe_msg_popup_event',
      List: [{ TemplateId: 'template', SubscribeStatusString: 'accept', PopupScene: '1' }],
    }
    expect((await test.app.inject({ method: 'POST', url, payload })).body).toBe('success')
  })
})
