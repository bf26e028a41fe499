import assert from 'node:assert/strict'
import { it } from 'node:test'
import { newPerson, picture, signIn, tap } from '../support/browser.mjs'
import { inspectInAllSizes } from '../support/inspect.mjs'

const VILLAGE = '441581990201'
const REASON = '台风、暴雨等天气，办不成'

/** A duty goes to a colleague, one is explained, the office looks and sends it back; a kind is silenced. */
export function dutiesStory(world) {
  it('a duty is handed over and another explained; the office sees why, and sends it back', async () => {
    const { browser, base, api } = world
    const office = await api.as('王示镇')
    const { items } = await office.get(`/obligations?of=area&under=${VILLAGE}&owedBy=case-worker&limit=200`)
    const duty = items.find(({ kind }) => ['talk', 'test', 'verification'].includes(kind))
    const address = `/#/packages-town/arrange/index?area=${VILLAGE}&duty=${encodeURIComponent(duty.id)}&kind=${duty.kind}`
    const faults = []

    const worker = await newPerson(browser, base)
    await signIn(worker, '示范村A 专干')
    await worker.goTo('/#/packages-town/duties/index')
    await worker.page
      .getByRole('link', { name: /^安排，/ })
      .first()
      .waitFor()
    await worker.goTo(address)
    const { page } = worker
    const handing = page.locator('.dfv-card', { hasText: '交给同事办' })
    await tap(handing.getByRole('radio').first(), handing.getByRole('button', { name: '交给他办' }))
    faults.push(...(await inspectInAllSizes(page, 'arranging a duty')))
    await picture(page, 'duty-arrange')
    await tap(handing.getByRole('button', { name: '交给他办' }), page.getByText(/^现在由.+办$/))
    const explaining = page.locator('.dfv-card', { hasText: '没有办，说明原因' })
    await explaining.getByRole('button', { name: '请假' }).waitFor()
    const say = explaining.getByRole('button', { name: '说明', exact: true })
    await tap(say, page.getByText('请选一个原因'))
    await explaining.getByRole('radio', { name: REASON }).click()
    await tap(say, page.getByText(new RegExp(`^已说明：${REASON}`)))

    const town = await newPerson(browser, base)
    await signIn(town, '王示镇')
    await town.goTo('/#/packages-town/duties/index')
    const all = town.page.getByRole('radio', { name: '各村要办的' })
    // It opens and closes: a second tap would fold it again.
    await town.page.getByRole('button', { name: /^筛选/ }).click()
    await all.waitFor()
    await all.click()
    await town.page.getByRole('radio', { name: /^专干 / }).click()
    await tap(
      town.page.getByRole('radio', { name: '示范村A' }),
      town.page.getByText(new RegExp(`原因：${REASON}`)).first(),
    )
    faults.push(...(await inspectInAllSizes(town.page, 'duties of the area')))
    await picture(town.page, 'duty-filter')
    await town.goTo(address)
    await tap(
      town.page.getByRole('button', { name: '原因不成立，退回村里' }),
      town.page.getByText('已收回，照常提醒'),
    )
    const [after] = (
      await office.get(`/obligations?of=area&under=${VILLAGE}&kind=${duty.kind}&limit=200`)
    ).items.filter(({ id }) => id === duty.id)
    assert.equal(after.explanation, null)
    assert.ok(after.assignee)

    await worker.goTo('/#/packages-me/reminders/index')
    await tap(
      page.getByRole('button', { name: /^30天不发，/ }).first(),
      page.getByRole('button', { name: /^照常发，/ }).first(),
    )
    await picture(page, 'reminder-settings')
    faults.push(...(await inspectInAllSizes(page, 'reminders')))
    assert.deepEqual(faults, [])
    for (const person of [worker, town]) {
      assert.deepEqual(person.errors, [])
      await person.close()
    }
  })
}
