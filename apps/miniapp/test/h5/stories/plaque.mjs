import assert from 'node:assert/strict'
import { it } from 'node:test'
import { newPerson, picture, signIn, tap } from '../support/browser.mjs'
import { inspectInAllSizes } from '../support/inspect.mjs'

const VILLAGE = '441581990205'
const NAME = '示范村E'
const DOCUMENT = '陆禁毒〔示例〕88号'

/** The city enters what it decided; the village and everybody see how the plaque stands. Nothing else moves it. */
export function plaqueStory(world) {
  it('an official result is entered with its document, put right, and read by the village and by everybody', async () => {
    const { browser, base } = world
    const assessor = await newPerson(browser, base)
    await signIn(assessor, '郭示考')
    await assessor.goTo('/#/pages/check/index')
    const { page } = assessor
    const rows = page.locator('.dfv-plaque-row')
    await rows.filter({ hasText: '示范村B' }).getByText('已授牌').waitFor()
    await rows.filter({ hasText: '示范村F' }).getByText('黄牌警告').waitFor()
    await picture(page, 'plaque-list')
    const enter = page.getByRole('button', { name: '录入正式结果' })
    await tap(rows.filter({ hasText: NAME }), enter)
    const faults = await inspectInAllSizes(page, 'plaque of a village')
    const sheet = page.locator('.dfv-sheet', { hasText: '录入正式结果' })
    await tap(enter, sheet)
    const submit = sheet.getByRole('button', { name: '录入', exact: true })
    await tap(submit, sheet.getByText('请选是什么结果').first())
    faults.push(...(await inspectInAllSizes(page, 'entering an official result')))
    await picture(page, 'plaque-enter')
    const year = String(new Date().getFullYear() - 1)
    await sheet.getByRole('radio', { name: '考核没通过' }).click()
    await sheet.getByRole('radio', { name: `${year}年` }).click()
    await sheet.getByLabel('文号').fill(DOCUMENT)
    const line = page.locator('.dfv-card', { hasText: DOCUMENT })
    await tap(submit, line)
    assert.match(await line.textContent(), new RegExp(`${year}年 考核没通过.*未授牌`))

    const mend = page.locator('.dfv-sheet', { hasText: '更正' })
    await tap(line.getByRole('button', { name: '更正这一条' }), mend)
    await mend.getByRole('radio', { name: '考核通过' }).click()
    await mend.getByLabel('文号').fill(`${DOCUMENT}之一`)
    await tap(
      mend.getByRole('button', { name: '录入', exact: true }),
      page.getByText('考核已通过，等报市委、市政府。'),
    )
    await page.getByText('这一条后来更正过。').waitFor()
    await picture(page, 'plaque-village')

    const secretary = await newPerson(browser, base)
    await signIn(secretary, '示范村E 村书记')
    await secretary.goTo('/#/pages/check/index')
    await tap(
      secretary.page.getByRole('button', { name: '授牌和考核结果' }),
      secretary.page.getByText('考核已通过，等报市委、市政府。'),
    )
    assert.equal(await secretary.page.getByRole('button', { name: '录入正式结果' }).count(), 0)

    const anybody = await newPerson(browser, base)
    await anybody.goTo(`/#/packages-public/village/index?area=${VILLAGE}`)
    await anybody.page.getByText('现在没有有效的无毒村授牌。').waitFor()
    await anybody.goTo('/#/packages-public/village/index?area=441581990202')
    await anybody.page.getByText(/无毒村授牌现在有效/).waitFor()
    await picture(anybody.page, 'plaque-public')
    assert.deepEqual(faults, [])
    for (const person of [assessor, secretary, anybody]) {
      assert.deepEqual(person.errors, [])
      await person.close()
    }
  })
}
