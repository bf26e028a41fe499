import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { it } from 'node:test'
import { MINIAPP } from '../../../../../scripts/lib/paths.mjs'
import { until } from '../../support/until.mjs'
import { createMiniProgram } from '../../weapp/mini-program.mjs'
import { saying, tapUntil } from '../../weapp/user.mjs'
import { DESK, giveFiles, newPerson, picture, signIn, tap } from '../support/browser.mjs'
import { axeFindings, inspectInAllSizes } from '../support/inspect.mjs'
import { addresses, keepMiniProgram } from '../support/privacy/phones.mjs'

const FORM = 'packages-record/form/index?kind=publicity-activity'
const OUTBOX = 'packages-record/outbox/index'
const HAND_INS = 'packages-intake/hand-ins/index'
const VILLAGE = '441581990201'
const CADRE = '陈示专'
const OFFICE = '王示镇'

/** A village without a network: its records go to town in a file, and never twice. */
export function handInStory(world) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'dfv-hand-in-'))

  it('records that could not be sent leave the phone in a file; the office takes it in; the phone doubles nothing', async () => {
    const { browser, base, api } = world
    const place = '交文件故事广场'
    const cadre = await newPerson(browser, base, { offline: true })
    await signIn(cadre, '示范村A 专干')
    const { page } = cadre
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
    await cadre.context.setOffline(true)
    await page.locator('.dfv-strip', { hasText: '没有网络' }).waitFor()

    await cadre.goTo(`/#/${FORM}`)
    const form = page.locator('.dfv-page', { hasText: '参加人数' }).last()
    await form.locator('.dfv-option', { hasText: '发放资料' }).click()
    await form.locator('#field-place-input').fill(place)
    await form.locator('#field-attendance-input').fill('35')
    const submit = page.getByRole('button', { name: '提交', exact: true })
    await tap(page.getByRole('button', { name: '下一步：核对' }), submit)
    await tap(submit, page.getByText('已存在手机里，还没发出').first())

    await cadre.goTo(`/#/${OUTBOX}`)
    const make = page.locator('.dfv-hand-in-make')
    await tap(page.getByText('存成文件交到镇禁毒办').last(), make)
    const faults = await inspectInAllSizes(page, 'before the file is made')
    await picture(page, 'hand-in')
    const give = page.locator('.dfv-hand-in-give')
    await tap(make, give)
    faults.push(...(await inspectInAllSizes(page, 'the file that was made')))
    assert.deepEqual(faults, [])
    const [download] = await Promise.all([page.waitForEvent('download'), give.click()])
    assert.match(download.suggestedFilename(), /^交镇禁毒办-\d{8}-\d{4}\.age$/)
    const file = path.join(folder, 'records.age')
    await download.saveAs(file)
    assert.ok(!readFileSync(file).includes(Buffer.from(place)), 'whoever finds the file reads nothing')
    await page.getByText('文件已交出').waitFor()
    await cadre.goTo(`/#/${OUTBOX}`)
    await page
      .getByText(/已交文件，等系统确认/)
      .first()
      .waitFor()

    const office = await newPerson(browser, base, { size: DESK })
    await signIn(office, OFFICE)
    await office.goTo(`/#/${HAND_INS}`)
    const choose = office.page.locator('.dfv-hand-in-choose')
    const take = () => giveFiles(choose, file)
    await take()
    const taken = office.page.locator('.dfv-hand-in-taken')
    await taken.getByText('收下 1 条').waitFor()
    await taken.getByText(`${CADRE}（专干）交来的`).waitFor()
    assert.ok(
      !(await taken.textContent()).includes(place),
      'the office sees what work it was, not the record',
    )
    assert.deepEqual(await axeFindings(office.page), [])
    await picture(office.page, 'hand-in-taken-pc')
    await take()
    await taken.getByText('1 条系统里早就有了，没有重复').waitFor()

    await cadre.context.setOffline(false)
    await page.getByText('都发出去了。').waitFor()
    const town = await api.as(OFFICE)
    assert.equal(await countAt(town, place), 1)
    assert.deepEqual([...cadre.errors, ...office.errors], [])
    await cadre.close()
    await office.close()
  })

  it('the mini-program’s file is opened by the same server, and its records are there once', async () => {
    const { base, api } = world
    const place = '小程序交文件'
    const { session } = await api.as(CADRE)
    const storage = new Map([['dfv:session', { ...session, activeId: session.appointments[0].id }]])
    const files = new Map()
    const phone = async (online) => {
      const program = createMiniProgram(path.join(MINIAPP, 'dist/weapp'), {
        storage,
        files,
        online,
        request: (options) => throughNetwork(base, options),
      })
      await program.launch()
      return program
    }
    const first = await phone(true)
    const home = await first.open('/pages/home/index')
    // What is due is told from the village's ledger: it is on the phone from here on.
    await until('what is due', () => home.findAll('dfv-due').length > 0)
    first.kill()

    const away = await phone(false)
    const form = await away.open(`/${FORM}`)
    await until('the form', () => form.findAll('dfv-input').length > 1)
    await form.tap(saying(form, 'dfv-option', '发放资料')())
    const [where, attendance] = form.findAll('dfv-input')
    await form.input(where, place)
    await form.input(attendance, '12')
    await tapUntil(form, saying(form, 'dfv-button', '下一步'), () => away.top.route.includes('review'))
    await tapUntil(away.top, saying(away.top, 'dfv-button', '提交'), () => away.top.route.includes('receipt'))
    const page = await away.open('/packages-record/hand-in/index')
    await tapUntil(
      page,
      saying(page, 'dfv-button', '存成文件'),
      () => page.findAll('dfv-hand-in-give').length > 0,
    )
    await tapUntil(page, saying(page, 'dfv-button', '发给镇禁毒办'), () => page.text().includes('文件已交出'))
    assert.deepEqual(away.errors, [])
    away.kill()

    const [, { filePath }] = away.calls.find(([name]) => name === 'shareFileMessage')
    const office = await api.as(OFFICE)
    const answer = await fetch(`${base}/api/hand-ins`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${office.session.accessToken}`,
        'Content-Type': 'application/vnd.dfv.hand-in',
      },
      body: files.get(filePath),
    })
    const taken = await answer.json()
    assert.deepEqual(
      taken.records.map(({ kind, outcome }) => [kind, outcome]),
      [['publicity-activity', 'received']],
    )
    const back = await phone(true)
    const outbox = await back.open(`/${OUTBOX}`)
    await until('that all is sent', () => outbox.text().includes('都发出去了'))
    assert.equal(await countAt(office, place), 1)
    assert.deepEqual(back.errors, [])
    keepMiniProgram({ storage, files })
    rmSync(folder, { recursive: true, force: true })
  })
}

/** How many activities the village's ledger has at a place. */
async function countAt(town, place) {
  let count = 0
  for (let cursor = ''; cursor !== null; ) {
    const { items, nextCursor } = await town.get(
      `/records?areaCode=${VILLAGE}&kind=publicity-activity${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
    )
    count += items.filter(({ payload }) => payload.place === place).length
    cursor = nextCursor
  }
  return count
}

/** The mini-program's requests, to where the town really is. */
async function throughNetwork(base, { url, method, header, data, responseType }) {
  addresses.push(url)
  const { pathname, search } = new URL(url)
  const hasBody = method !== 'GET' && data !== undefined
  const answer = await fetch(`${base}${pathname}${search}`, {
    method,
    headers: header,
    ...(hasBody && { body: data }),
  })
  const bytes = await answer.arrayBuffer()
  const text = Buffer.from(bytes).toString('utf8')
  const isJson = /json/.test(answer.headers.get('content-type') ?? '')
  return {
    statusCode: answer.status,
    header: Object.fromEntries(answer.headers),
    data: responseType === 'arraybuffer' ? bytes : isJson ? JSON.parse(text) : text,
  }
}
