import assert from 'node:assert/strict'
import { it } from 'node:test'
import { newPerson, picture, tap } from '../support/browser.mjs'

const WORDS = '没有网络，这一页还没有存到手机里。连上网后再打开。'

/** Somebody whose signal goes before the browser holds a copy of the app. */
export function missingCodeStory(world) {
  it('a page whose code does not come says so, and opens when the network is back', async () => {
    const { browser, base } = world
    const person = await newPerson(browser, base)
    const { page } = person
    await person.goTo('/')
    const door = page.getByRole('button', { name: '调整字号' })
    await door.waitFor()
    await page.route('**/js/**', (route) => route.abort())
    await tap(door, page.getByText(WORDS))
    await picture(page, 'page-not-fetched')
    await page.getByText('知道了').click()
    await page.getByText(WORDS).waitFor({ state: 'hidden' })
    assert.match(page.url(), /pages\/home\/index/)
    await page.unroute('**/js/**')
    const sizes = page.getByText('这样大的字，看得清楚吗？')
    await tap(door, sizes)
    await page.goBack()
    await door.waitFor()

    // Opened by its address there is nothing to stay on: it is asked for again.
    await page.close()
    const starts = await (await fetch(base)).text()
    await person.context.route('**/js/**', (route) =>
      starts.includes(new URL(route.request().url()).pathname) ? route.continue() : route.abort(),
    )
    await person.reopen('/#/packages-me/text-size/index')
    await person.page.getByText(WORDS).waitFor()
    await person.context.unroute('**/js/**')
    await person.page.getByText('重试').click()
    await person.page.getByText('这样大的字，看得清楚吗？').waitFor()
    assert.deepEqual(person.errors, [])
    await person.close()
  })
}
