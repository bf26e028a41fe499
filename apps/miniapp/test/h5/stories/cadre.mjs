import assert from 'node:assert/strict'
import { it } from 'node:test'
import { until } from '../../support/until.mjs'
import { newPerson, picture, signIn, tap } from '../support/browser.mjs'
import { inspectInAllSizes } from '../support/inspect.mjs'

const NAME = '陈示专'
/** The bar of the programme; the record must not take more. */
const MOST_TAPS = 12

/** A cadre records a talk in a place without a network; nothing is lost and nothing is doubled. */
export function cadreStory(world) {
  it('a talk is recorded without a network, survives a kill, and arrives exactly once', async (t) => {
    const { browser, base, api } = world
    const cadre = await newPerson(browser, base, { offline: true })
    await signIn(cadre, '示范村A 专干')
    const { page } = cadre
    const due = page.locator('.dfv-due')
    await due.first().waitFor()
    await picture(page, 'desk')

    // The app itself is kept on the phone once it has been opened.
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
    await cadre.context.setOffline(true)
    await page.locator('.dfv-strip', { hasText: '没有网络' }).waitFor()
    const before = await cadre.taps()
    const talks = page.locator('.dfv-due', { has: page.locator('.dfv-due__title', { hasText: /^谈话 / }) })
    if ((await talks.count()) === 0)
      await tap(page.locator('.dfv-expander', { hasText: '稍后' }), talks.first())
    const title = await talks.first().locator('.dfv-due__title').textContent()
    const code = /示范A-\d+/.exec(title)[0]
    const open = await talks.count()
    const person = await personOf(api, code)
    const town = await api.as('王示镇')
    const sentBefore = await talksOf(town, person)
    await talks.first().locator('.dfv-button').click()

    await page.waitForURL(/packages-record\/form/)
    const form = page.locator('.dfv-page', { hasText: '见到本人了吗' }).last()
    await form.locator('.dfv-option', { hasText: '家里' }).waitFor()
    const decided = form.locator('.dfv-option--on', { hasText: '见到' })
    assert.equal(await decided.count(), 0, 'what decides is never preset')
    await form.locator('.dfv-option', { hasText: '家里' }).click()
    await form.locator('.dfv-option', { hasText: '见到了' }).click()
    const visitors = form.locator('[id="field-visitors"]')
    for (const missing of await visitorsToAdd(visitors)) await missing.click()
    await form.locator('.dfv-option', { hasText: '生活平稳' }).click()
    await picture(page, 'talk-form')
    const review = page.getByRole('button', { name: '提交', exact: true })
    await tap(page.getByRole('button', { name: '下一步：核对' }), review)
    await picture(page, 'talk-review')
    const faults = await inspectInAllSizes(page, 'review of a talk')
    const kept = page.getByText('已存在手机里，还没发出').first()
    await tap(review, kept)
    const taps = (await cadre.taps()) - before
    t.diagnostic(`figure: talk taps ${taps}`)
    assert.ok(taps <= MOST_TAPS, `${taps} taps for a talk`)
    await picture(page, 'talk-receipt-offline')
    faults.push(...(await inspectInAllSizes(page, 'receipt of a talk')))
    assert.deepEqual(faults, [])

    await page.goto(`${base}/#/pages/home/index`)
    await page.locator('.dfv-strip', { hasText: '1 条记录还没发出' }).waitFor()
    await showLater(page)
    assert.equal(await talks.count(), open - 1, 'the phone already counts what it has not sent yet')
    assert.equal(await page.locator('.dfv-due__title', { hasText: `谈话 ${code}` }).count(), 0)

    // The app is killed and opened again, still without a network.
    await cadre.reopen('/#/packages-record/outbox/index')
    await cadre.page.getByText('未发出', { exact: false }).first().waitFor()
    await cadre.page.getByText(code).first().waitFor()
    await cadre.context.setOffline(false)
    await cadre.page.getByText('都发出去了。').waitFor()
    await cadre.reopen('/#/pages/home/index')
    await showLater(cadre.page)
    assert.equal(await cadre.page.locator('.dfv-due__title', { hasText: `谈话 ${code}` }).count(), 0)
    const sent = await talksOf(town, person)
    assert.equal(sent.length, sentBefore.length + 1, 'exactly one more talk')
    const [record] = sent.filter(({ id }) => !sentBefore.some((one) => one.id === id))
    assert.equal(record.reviewState, 'accepted')
    assert.equal(record.revision, 1)
    assert.equal(record.payload.found, 'yes')
    assert.deepEqual(cadre.errors, [])
    await cadre.close()
  })

  it('a tap on what is due tells why, in the notice’s own words', async () => {
    const cadre = await newPerson(world.browser, world.base)
    await signIn(cadre, '示范村A 专干')
    const { page } = cadre
    await tap(page.locator('.dfv-due__main').first(), page.locator('.dfv-quote'))
    assert.match(await page.locator('.dfv-quote').textContent(), /“.{6,}” .+/)
    assert.deepEqual(cadre.errors, [])
    await cadre.close()
  })

  it('a reminder stands in the inbox and leads to the work', async () => {
    const cadre = await newPerson(world.browser, world.base)
    await signIn(cadre, '示范村A 专干')
    const me = await world.api.as(NAME)
    await until('a message', async () => (await me.get('/inbox')).items.length > 0)
    await cadre.goTo('/#/packages-me/inbox/index')
    const { page } = cadre
    const messages = page.locator('.dfv-message')
    await messages.first().waitFor()
    await picture(page, 'inbox')
    const text = await page.locator('.dfv-page').last().textContent()
    assert.match(text, /未读 \d+/)
    assert.doesNotMatch(text, /示范A-\d|谈话|检测|吸毒|尿检/, 'a message names no person and no kind of work')
    const unread = await page.locator('.dfv-message--unread').count()
    await page.locator('.dfv-message--unread').first().click()
    await page.waitForURL(/pages\/home/)
    await cadre.goTo('/#/packages-me/inbox/index')
    await page.locator('.dfv-message').first().waitFor()
    await until('one unread less', async () => (await me.get('/inbox')).unread === unread - 1)
    assert.deepEqual(cadre.errors, [])
    await cadre.close()
  })
}

/** The visitors' options that still have to be tapped so that two go together. */
async function visitorsToAdd(visitors) {
  const chosen = await visitors.locator('.dfv-option--on').count()
  const others = await visitors.locator('.dfv-option:not(.dfv-option--on)').all()
  return others.slice(0, Math.max(0, 2 - chosen))
}

async function showLater(page) {
  const later = page.locator('.dfv-expander', { hasText: '稍后' })
  await later.waitFor()
  if ((await later.getAttribute('aria-expanded')) !== 'true') await later.click()
}

async function personOf(api, code) {
  const town = await api.as('王示镇')
  const { items } = await town.get('/persons?areaCode=441581990201')
  return items.find((one) => one.code === code).id
}

async function talksOf(reader, personId) {
  const { items } = await reader.get(`/records?subjectId=${personId}&kind=talk`)
  return items
}
