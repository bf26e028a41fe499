import assert from 'node:assert/strict'
import { it } from 'node:test'
import { DESK, newPerson, picture, signIn, tap } from '../support/browser.mjs'
import { axeFindings, inspectInAllSizes } from '../support/inspect.mjs'

/** The town office: all villages at a glance, down to the record, and the second look. */
export function supervisorStory(world) {
  it('on a PC: the matrix, by mouse and by keys, down to the deciding record in two steps', async () => {
    const town = await newPerson(world.browser, world.base, { size: DESK })
    await signIn(town, '王示镇')
    const { page } = town
    const grid = page.getByRole('grid')
    await grid.waitFor()
    await picture(page, 'overview-pc')
    assert.deepEqual(await axeFindings(page), [])
    const names = await page.locator('.dfv-matrix__name').allInnerTexts()
    assert.deepEqual(names, [...names].sort(), 'the order of the official codes, not a ranking')
    assert.doesNotMatch(await page.locator('.dfv-page').last().textContent(), /第\s*\d+\s*名|名次|得分/)

    await page.locator('[data-cell="0-0"]').focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowDown')
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-cell')), '1-1')

    const before = await town.taps()
    await page.locator('.dfv-matrix__cell--notMet').first().click()
    const quote = page.locator('.dfv-quote').first()
    await quote.waitFor()
    assert.match(await quote.textContent(), /^“.+” .*[三四]/)
    await page.locator('.dfv-deciding').first().click()
    await page.waitForURL(/packages-record\/detail/)
    await page.getByText(/回执号/).waitFor()
    assert.ok((await town.taps()) - before <= 2)
    assert.deepEqual(town.errors, [])
    await town.close()
  })

  it('on a phone: villages in words, the filter, one village with its work', async () => {
    const town = await newPerson(world.browser, world.base)
    await signIn(town, '王示镇')
    const { page } = town
    const rows = page.locator('.dfv-village-row')
    await rows.first().waitFor()
    const all = await rows.count()
    await picture(page, 'overview-phone')
    await page.locator('.dfv-option', { hasText: '只看未达标' }).click()
    assert.ok((await rows.count()) < all)
    assert.equal(await rows.filter({ hasText: '未达标' }).count(), await rows.count())
    await rows.first().click()
    await page.locator('.dfv-standard').first().waitFor()
    await page.locator('.dfv-duty').first().waitFor()
    await picture(page, 'village-state')
    await page.locator('.dfv-standard__head').first().click()
    await page.locator('.dfv-quote').first().waitFor()
    await picture(page, 'standard')
    assert.deepEqual(town.errors, [])
    await town.close()
  })

  it('the review queue: what waits is accepted by a second person and stands in the ledger', async () => {
    const office = await world.api.as('王示镇')
    const before = (await office.get('/reviews')).items.filter(({ own }) => !own)
    assert.ok(before.length > 0, 'the demonstration has something to review')
    const town = await newPerson(world.browser, world.base)
    await signIn(town, '王示镇')
    await town.goTo('/#/pages/check/index')
    const { page } = town
    const rows = page.locator('.dfv-waiting').filter({ hasNotText: '您自己提交的' })
    await rows.first().waitFor()
    await picture(page, 'review-queue')
    const card = page.locator('.dfv-review')
    await tap(rows.first(), card.locator('.dfv-accept'))
    await picture(page, 'review-record')
    await tap(card.getByRole('button', { name: /退回/ }), page.locator('.dfv-send-back'))
    assert.deepEqual(await inspectInAllSizes(page, 'reason for returning'), [])
    await page.getByRole('button', { name: '关闭' }).click()
    await tap(card.locator('.dfv-accept'), page.locator('.dfv-accept-sure'))
    await tap(page.locator('.dfv-accept-sure'), page.locator('.dfv-news', { hasText: '已通过' }))
    const after = (await office.get('/reviews')).items.filter(({ own }) => !own)
    assert.equal(after.length, before.length - 1)
    const done = before.find(({ id }) => !after.some((one) => one.id === id))
    assert.equal((await office.get(`/records/${done.id}`)).reviewState, 'accepted')
    assert.deepEqual(town.errors, [])
    await town.close()
  })

  it('a computer signs in through a phone that shows the same two digits', async () => {
    const { browser, base } = world
    const phone = await newPerson(browser, base)
    await signIn(phone, '示范村D 村书记')
    const computer = await newPerson(browser, base, { size: DESK })
    await computer.goTo('/#/packages-account/sign-in/index')
    const [opened] = await Promise.all([
      computer.page.waitForResponse((answer) => answer.url().endsWith('/api/session/scan')),
      computer.page.getByRole('button', { name: '显示二维码' }).click(),
    ])
    const { qrText, match } = await opened.json()
    await computer.page.getByText(match).first().waitFor()
    const address = new URL(qrText)
    await phone.goTo(`/${address.hash}`)
    await phone.page.getByText(match, { exact: true }).waitFor()
    await picture(phone.page, 'scan-approve')
    await phone.page.getByRole('button', { name: '确认登录' }).click()
    await computer.page.waitForURL(/pages\/home/)
    await computer.page.getByText('示范村D').first().waitFor()
    await phone.close()
    await computer.close()
  })

  it('the town office prepares an account and hands out a code that is shown once', async () => {
    const town = await newPerson(world.browser, world.base)
    await signIn(town, '王示镇')
    await town.goTo('/#/packages-town/accounts/index')
    const { page } = town
    await page.locator('.dfv-account').first().waitFor()
    await tap(page.locator('.dfv-add-account'), page.locator('.dfv-appoint'))
    await page.getByLabel('姓名', { exact: true }).fill('吕示新')
    await page.locator('.dfv-option', { hasText: '网格员' }).click()
    await page.locator('.dfv-area-field').click()
    await page.locator('.dfv-area-choice', { hasText: /^示范村H$/ }).click()
    const made = page.locator('.dfv-account', { hasText: '吕示新' })
    await tap(page.locator('.dfv-appoint'), made)
    await picture(page, 'accounts')
    await made.getByRole('button', { name: /生成绑定码/ }).click()
    const code = page.locator('.dfv-binding-code')
    await tap(page.locator('.dfv-sheet-yes'), code)
    assert.match(await code.textContent(), /^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/)
    await picture(page, 'binding-code')
    assert.deepEqual(await inspectInAllSizes(page, 'binding code'), [])
    await page.getByRole('button', { name: '抄好了' }).click()
    await page.reload()
    await made.waitFor()
    assert.equal(await code.count(), 0)
    assert.deepEqual(town.errors, [])
    await town.close()
  })
}
