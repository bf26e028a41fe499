import assert from 'node:assert/strict'
import { it } from 'node:test'
import { until } from '../../support/until.mjs'
import { newPerson, picture, signIn, tap } from '../support/browser.mjs'
import { inspectInAllSizes } from '../support/inspect.mjs'

const VILLAGE = '441581990205'
const NAME = '示范村E'
const DOCUMENT = '陆禁毒〔示例〕88号'

/** The city enters what it decided; the village and everybody see how the plaque stands. Nothing else moves it. */
export function plaqueStory(world) {
  it('an official result is entered with its document, put right, and read by the village and by everybody', async () => {
    const { browser, base, api } = world
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
    // One person alone moves nothing, and is told who can.
    const waits = page.locator('.dfv-plaque-draft', { hasText: DOCUMENT })
    await tap(submit, waits)
    await waits.getByText('待第二人确认', { exact: true }).waitFor()
    await waits.getByText('由另一位考评人员确认：温示核。').waitFor()
    assert.equal(await waits.getByRole('button', { name: '确认', exact: true }).count(), 0)
    assert.equal(await page.getByRole('button', { name: '录入正式结果' }).count(), 0)
    faults.push(...(await inspectInAllSizes(page, 'an official result that waits')))
    await picture(page, 'plaque-waits')

    const secretary = await newPerson(browser, base)
    await signIn(secretary, '示范村E 村书记')
    await secretary.goTo('/#/pages/check/index')
    await tap(
      secretary.page.getByRole('button', { name: '授牌和考核结果' }),
      secretary.page.getByText('有1条正式结果已录入，待第二人确认。授牌还没有变。'),
    )
    assert.equal(await secretary.page.getByText(DOCUMENT).count(), 0)

    // The other of the city finds it in the inbox, and confirms it beside the document.
    const second = await newPerson(browser, base)
    await signIn(second, '温示核')
    const other = second.page
    await until('the line of the second person', async () => {
      const { items } = await (await api.as('温示核')).get('/inbox')
      return items.some(({ target }) => target === `plaque/${VILLAGE}`)
    })
    await second.goTo('/#/packages-me/inbox/index')
    const confirm = other.getByRole('button', { name: '确认', exact: true })
    await tap(other.getByText('有1条录入待第二人确认，请您看一下').first(), confirm)
    const asked = other.locator('.dfv-sheet')
    await tap(confirm, asked.getByText('请和文书核对'))
    faults.push(...(await inspectInAllSizes(other, 'confirming an official result')))
    await picture(other, 'plaque-confirm')
    await tap(asked.getByRole('button', { name: '核对无误，确认' }), other.getByText('已确认，生效了。'))
    await page.reload()
    const line = page.locator('.dfv-card', { hasText: DOCUMENT })
    await line.waitFor()
    assert.match(await line.textContent(), new RegExp(`${year}年 考核没通过.*未授牌`))

    const mend = page.locator('.dfv-sheet', { hasText: '更正' })
    await tap(line.getByRole('button', { name: '更正这一条' }), mend)
    await mend.getByRole('radio', { name: '考核通过' }).click()
    await mend.getByLabel('文号').fill(`${DOCUMENT}之一`)
    await tap(mend.getByRole('button', { name: '录入', exact: true }), page.getByText('更正以前录的一条。'))
    // A correction goes the same way; what is not right goes back with its reason first.
    await other.reload()
    await tap(other.getByRole('button', { name: '退回', exact: true }), asked.getByLabel('为什么退回'))
    await tap(asked.getByRole('button', { name: '退回给录入人' }), asked.getByText('请写明理由').first())
    await asked.getByLabel('为什么退回').fill('文号少了年份，请核对。')
    await tap(
      asked.getByRole('button', { name: '退回给录入人' }),
      other.getByText('温示核：文号少了年份，请核对。'),
    )
    await page.reload()
    await page.getByText('温示核：文号少了年份，请核对。').waitFor()
    await tap(line.last().getByRole('button', { name: '更正这一条' }), mend)
    await mend.getByRole('radio', { name: '考核通过' }).click()
    await mend.getByLabel('文号').fill(`${DOCUMENT}之二`)
    await tap(
      mend.getByRole('button', { name: '录入', exact: true }),
      page.getByText('更正以前录的一条。').first(),
    )
    await other.reload()
    await tap(confirm, asked.getByText('请和文书核对'))
    await tap(
      asked.getByRole('button', { name: '核对无误，确认' }),
      other.getByText('考核已通过，等报市委、市政府。'),
    )
    await page.reload()
    await page.getByText('这一条后来更正过。').waitFor()
    await picture(page, 'plaque-village')

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
    for (const person of [assessor, second, secretary, anybody]) {
      assert.deepEqual(person.errors, [])
      await person.close()
    }
  })
}
