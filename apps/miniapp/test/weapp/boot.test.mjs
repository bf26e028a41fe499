import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import test from 'node:test'
import { createMiniProgram } from './mini-program.mjs'
import { compileWxml, elementsOf, textOf } from './wxml.mjs'

const ROOT = path.resolve(import.meta.dirname, '../../dist/weapp')
const MAIN_PACKAGE_LIMIT_KB = 800

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
  assert.match(page.text(), /没有网络/)
  assert.deepEqual(program.errors, [])
})

test('what can be tapped says what it is', async () => {
  const program = createMiniProgram(ROOT, { request: nobody })
  await program.launch()
  const render = compileWxml(ROOT)
  const page = await program.open('/packages-account/sign-in/index')
  const tappable = [...elementsOf(render(page.route, page.instance.data))].filter((element) =>
    String(element.attr?.class ?? '').includes('dfv-tap'),
  )
  assert.ok(tappable.length > 2)
  for (const element of tappable) {
    assert.ok(element.attr.ariaRole, `no role on ${element.attr.class}`)
    assert.ok(element.attr.ariaLabel || textOf(element).trim(), `no words on ${element.attr.class}`)
  }
})

test('signing in needs the privacy note, and says so', async () => {
  const program = createMiniProgram(ROOT, { request: nobody })
  await program.launch()
  const page = await program.open('/packages-account/sign-in/index')
  const button = page.findAll('dfv-button--primary')[0]
  await page.tap(button)
  assert.match(page.text(), /请先阅读并勾选《隐私说明》/)
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
