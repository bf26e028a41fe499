import assert from 'node:assert/strict'
import { it } from 'node:test'
import { until } from '../../support/until.mjs'
import { newPerson, signIn, tap } from '../support/browser.mjs'
import { inspectInAllSizes } from '../support/inspect.mjs'

const QUESTION = '这是哪一天的文书？'
const ANSWER = '当天的，原件下午送来。'

/** The office asks about a record that waits; the village answers; the record waits on. */
export function remarkStory(world) {
  it('a question about a record under review is asked and answered without sending it back', async () => {
    const { browser, base, api } = world
    const office = await api.as('王示镇')
    const record = (await office.get('/reviews')).items.find(({ own }) => !own)
    assert.ok(record, 'the demonstration has something to review')

    const town = await newPerson(browser, base)
    await signIn(town, '王示镇')
    await town.goTo(`/#/packages-record/detail/index?id=${record.id}`)
    const box = town.page.locator('.dfv-remark-box')
    await box.waitFor()
    assert.deepEqual(await inspectInAllSizes(town.page, 'a record one may speak about'), [])
    await box.locator('textarea').fill(QUESTION)
    await tap(box.locator('.dfv-remark-send'), town.page.locator('.dfv-fine', { hasText: QUESTION }))
    await town.page.getByText(/留言 · .*镇禁毒办/).waitFor()

    const { accountId } = record.submittedBy
    const { items } = await api.get('/demo/accounts')
    const writer = items.find((one) => one.accountId === accountId)
    const village = await newPerson(browser, base)
    await signIn(village, writer.name)
    await village.goTo(`/#/packages-record/detail/index?id=${record.id}`)
    const { page } = village
    await page.getByText(QUESTION).waitFor()
    await page.locator('.dfv-remark-box textarea').fill(ANSWER)
    await tap(page.locator('.dfv-remark-send'), page.locator('.dfv-fine', { hasText: ANSWER }))

    const now = await office.get(`/records/${record.id}`)
    assert.equal(now.reviewState, 'pending')
    assert.deepEqual(
      now.remarks.map(({ text }) => text),
      [QUESTION, ANSWER],
    )
    await until('the news', async () => (await (await api.as(writer.name)).get('/inbox')).items.some(isNews))
    assert.deepEqual([...town.errors, ...village.errors], [])
    await town.close()
    await village.close()
  })
}

const isNews = ({ text }) => text === '有一条新留言'
