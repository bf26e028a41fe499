import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import test from 'node:test'
import { until } from '../support/until.mjs'
import { createMiniProgram } from './mini-program.mjs'
import { classed, ROOT, tapUntil } from './user.mjs'
import { ledger, PERSON, signedIn, VILLAGE } from './village.mjs'
import { compileWxml, elementsOf, textOf } from './wxml.mjs'

const MAIN_PACKAGE_LIMIT_KB = 800
const PERSONS = '/packages-register/list/index?register=persons'

/** A server that knows nobody: every page must say so in words. */
const nobody = ({ url }) =>
  url.endsWith('/api/app-config')
    ? {
        data: {
          mode: 'demo',
          now: '2026-11-23T06:00:00.000Z',
          hotline: {},
          wechatTemplates: [],
          rulesVersion: '',
          policyVersion: '',
        },
      }
    : { statusCode: 404, data: { status: 404, code: 'NOT_FOUND', title: '没有找到，或不在您负责的范围。' } }

/** A server that knows one village and its case worker. */
function village({ url, method, data }) {
  const { pathname } = new URL(url)
  if (pathname.endsWith('/session/refresh')) {
    return { data: { ...signedIn, accessToken: 'access', expiresAt: '2099-01-01T00:00:00.000Z' } }
  }
  if (pathname.endsWith(`/ledger/${VILLAGE}`)) return { data: ledger }
  if (pathname.endsWith('/colleagues')) return { data: { items: [] } }
  if (pathname.endsWith('/records/batch')) {
    const { records } = JSON.parse(data)
    const received = (one) => ({
      ...one,
      receivedAt: new Date().toISOString(),
      reviewState: 'accepted',
      receiptNo: 'R-1',
    })
    return { data: { results: records.map((one) => ({ id: one.id, status: 201, record: received(one) })) } }
  }
  return method === 'GET'
    ? nobody({ url })
    : { statusCode: 404, data: { status: 404, code: 'NOT_FOUND', title: '' } }
}
const phoneOfCaseWorker = (more) =>
  createMiniProgram(ROOT, { request: village, storage: new Map([['dfv:session', signedIn]]), ...more })

function packageSizes() {
  const app = JSON.parse(fs.readFileSync(path.join(ROOT, 'app.json'), 'utf8'))
  const roots = (app.subPackages ?? app.subpackages ?? []).map(({ root }) => root.replace(/\/$/, ''))
  const sizes = { main: 0 }
  for (const entry of fs.readdirSync(ROOT, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = path.join(entry.parentPath, entry.name)
    const relative = path.relative(ROOT, file).split(path.sep).join('/')
    if (relative === 'project.config.json' || relative.endsWith('.map')) continue
    const owner = roots.find((root) => relative.startsWith(`${root}/`)) ?? 'main'
    sizes[owner] = (sizes[owner] ?? 0) + fs.statSync(file).size
  }
  return sizes
}

test('every page boots, and WeChat’s own compiler renders words on it', async (t) => {
  const render = compileWxml(ROOT)
  const program = createMiniProgram(ROOT, { request: nobody })
  await program.launch()
  for (const route of program.pages) {
    const page = await program.open(`/${route}`)
    const tree = render(route, page.instance.data)
    const words = textOf(tree).trim()
    assert.ok(words.length > 0, `${route} shows no words`)
    t.diagnostic(`${route}: ${words.slice(0, 24)}`)
  }
  assert.deepEqual(program.errors, [])
})

test('a page opened without a network boots too', async () => {
  const program = createMiniProgram(ROOT, { online: false })
  await program.launch()
  const page = await program.open('/pages/home/index')
  await until('that there is no network', () => /没有网络/.test(page.text()))
  assert.deepEqual(program.errors, [])
})

test('a case worker finds the work, the register, the scorecard and a file', async () => {
  const program = phoneOfCaseWorker()
  await program.launch()
  const shows = async (url, words) => {
    const page = await program.open(url)
    await until(`${words} on ${url}`, () => words.test(page.text()))
  }
  await shows('/pages/home/index', /示范村A · 专干[\s\S]*\d 件/)
  await shows('/pages/work/index', /人员名册[\s\S]*场所/)
  await shows(PERSONS, /示范A-01[\s\S]*示范A-02/)
  await shows('/packages-record/choose/index', /谈话/)
  await shows('/pages/check/index', /第2条 帮教谈话检测/)
  await shows('/packages-score/standard/index?id=S7', /三\(二\)7/)
  await shows(`/packages-register/person/index?id=${PERSON}`, /示范A-02[\s\S]*各期/)
  assert.deepEqual(program.errors, [])
})

test('no list shows a name', async () => {
  const program = phoneOfCaseWorker()
  await program.launch()
  for (const url of ['/pages/home/index', '/pages/work/index', PERSONS, '/packages-record/outbox/index']) {
    const page = await program.open(url)
    await page.settled(60)
    assert.doesNotMatch(page.text(), /李/, url)
  }
})

test('what was loaded is there without a network, after the app was killed', async () => {
  const first = phoneOfCaseWorker()
  await first.launch()
  await first.open('/pages/home/index')
  await until('the ledger', () => [...first.storage.keys()].some((key) => key.includes(':ledger-records:')))
  const second = phoneOfCaseWorker({ storage: first.kill(), online: false })
  await second.launch()
  const page = await second.open(PERSONS)
  await until('the register', () => /示范A-01/.test(page.text()))
  assert.deepEqual(second.errors, [])
})

test('what can be tapped says what it is', async () => {
  const program = createMiniProgram(ROOT, { request: nobody })
  await program.launch()
  const render = compileWxml(ROOT)
  const page = await program.open('/packages-account/sign-in/index')
  const tappable = await until('what can be tapped', () => {
    const found = [...elementsOf(render(page.route, page.instance.data))].filter((element) =>
      String(element.attr?.class ?? '').includes('dfv-tap'),
    )
    return found.length > 2 && found
  })
  for (const element of tappable) {
    assert.ok(element.attr.ariaRole, `no role on ${element.attr.class}`)
    assert.ok(element.attr.ariaLabel || textOf(element).trim(), `no words on ${element.attr.class}`)
  }
})

test('signing in needs the privacy note, and says so', async () => {
  const program = createMiniProgram(ROOT, { request: nobody })
  await program.launch()
  const page = await program.open('/packages-account/sign-in/index')
  await tapUntil(page, classed(page, 'dfv-button--primary'), () =>
    page.text().includes('请先阅读并勾选《隐私说明》'),
  )
})

test('what is wrong comes on screen, and so does the field that a line of it leads to', async () => {
  const program = createMiniProgram(ROOT, { request: nobody })
  await program.launch()
  const page = await program.open('/packages-account/sign-in/index')
  const brought = () => program.calls.filter(([name]) => name === 'pageScrollTo').at(-1)?.[1].selector
  await tapUntil(page, classed(page, 'dfv-button--primary'), () => brought() === '#error-summary')
  await tapUntil(page, classed(page, 'dfv-errors__link'), () => /^#field-/.test(brought()))
  const elements = elementsOf(compileWxml(ROOT)(page.route, page.instance.data))
  assert.ok(
    [...elements].some(({ attr }) => attr?.id === brought().slice(1)),
    `${brought()} is not on the page`,
  )
})

test('the main package stays small', (t) => {
  const sizes = packageSizes()
  for (const [name, bytes] of Object.entries(sizes)) t.diagnostic(`${name}: ${(bytes / 1024).toFixed(1)} KB`)
  assert.ok(sizes.main / 1024 < MAIN_PACKAGE_LIMIT_KB, `main package is ${(sizes.main / 1024).toFixed(1)} KB`)
})

test('app.json says what WeChat must know', () => {
  const app = JSON.parse(fs.readFileSync(path.join(ROOT, 'app.json'), 'utf8'))
  assert.equal(app.__usePrivacyCheck__, true)
  assert.equal(app.lazyCodeLoading, 'requiredComponents')
  assert.equal(app.tabBar.list.length, 4)
  assert.equal(app.tabBar.custom, undefined)
  for (const { iconPath, selectedIconPath } of app.tabBar.list) {
    for (const icon of [iconPath, selectedIconPath])
      assert.ok(fs.existsSync(path.join(ROOT, icon)), `${icon} is missing`)
  }
})
