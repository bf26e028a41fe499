import assert from 'node:assert/strict'
import { it } from 'node:test'
import { until } from '../../support/until.mjs'
import { DESK, newPerson, picture, signIn, tap } from '../support/browser.mjs'
import { pageWith } from '../support/forms.mjs'
import { axeFindings, inspectInAllSizes } from '../support/inspect.mjs'

const VILLAGE = '441581990201'
const WORDS = '请把谈话补齐，差哪几位写编号。'
const ANSWER = '已补两次，余下一次本周办。'
const TOWNS = 23
const VILLAGES_A_TOWN = 15

/** Those above the villages: what changed, what is late, where; and an order that goes to a village and comes back. */
export function oversightStory(world) {
  it('changes, trends and coverage stand in words beside their charts', async () => {
    const office = await world.api.as('王示镇')
    // The weeks before are computed by a job that runs every minute.
    await until('the past weeks', async () => (await office.get('/oversight')).weeks.length > 2)
    const { weeks, coverage } = await office.get('/oversight')
    const town = await newPerson(world.browser, world.base, { size: DESK })
    await signIn(town, '王示镇')
    const { page } = town
    const moves = page.locator('.dfv-trend').first()
    await tap(page.getByRole('button', { name: '变化和走势' }), moves)
    const last = weeks.at(-1)
    await page
      .getByText(
        `达标 ${last.met} 条 · 未达标 ${last.notMet} 条 · 待判定 ${last.undetermined} 条 · 逾期 ${last.overdue} 件`,
      )
      .first()
      .waitFor()
    const { held, villages } = coverage.at(-1)
    await page.getByText(`${held} / ${villages} 个村（`).first().waitFor()
    assert.deepEqual(await axeFindings(page), [])
    await picture(page, 'moves-pc')
    await town.goTo('/#/packages-overview/map/index')
    await page.locator('.dfv-map__tile').first().waitFor()
    assert.equal(await page.locator('.dfv-map__tile').count(), 8)
    await picture(page, 'map-pc')
    assert.deepEqual(town.errors, [])
    await town.close()
  })

  it('on a phone: late work leads to an order, which the village answers and the office closes', async () => {
    const town = await newPerson(world.browser, world.base)
    await signIn(town, '王示镇')
    const { page } = town
    const late = page.locator('.dfv-late-village')
    await tap(page.getByRole('button', { name: '逾期工作' }), late.first())
    await picture(page, 'late-phone')
    await town.goTo(`/#/packages-overview/issue/index?area=${VILLAGE}`)
    // The pages below stay in the document, with options of their own.
    const option = pageWith(page, '要村里怎么办').locator('.dfv-option')
    await option.first().waitFor()
    await tap(page.locator('.dfv-issue'), page.getByText('请选择督办什么').first())
    assert.deepEqual(await inspectInAllSizes(page, 'the form of an order'), [])
    await option.first().click()
    await page.getByLabel('要村里怎么办', { exact: true }).fill(WORDS)
    // What was found missing is not held against him any more.
    await page.locator('.dfv-field__error', { hasText: '请至少写2个字' }).waitFor({ state: 'detached' })
    await picture(page, 'order-issue')
    await tap(page.locator('.dfv-issue'), page.locator('.dfv-order-step', { hasText: WORDS }))

    const village = await newPerson(world.browser, world.base)
    await signIn(village, '示范村A 村书记')
    await village.goTo('/#/packages-me/inbox/index')
    const mine = village.page
    const news = mine.locator('.dfv-message', { hasText: '前要答复' }).first()
    await news.waitFor()
    const words = mine.locator('.dfv-order-step', { hasText: WORDS })
    await tap(news, words)
    await mine.getByLabel('办得怎样了', { exact: true }).fill(ANSWER)
    await picture(mine, 'order-village')
    await tap(mine.locator('.dfv-order-answer'), mine.locator('.dfv-order-step', { hasText: ANSWER }))
    await mine.locator('.dfv-chip', { hasText: '已答复' }).first().waitFor()

    await town.goTo('/#/packages-overview/orders/index')
    const row = page.locator('.dfv-order-row', { hasText: '示范村A' }).filter({ hasText: '已答复' })
    const answer = page.locator('.dfv-order-step', { hasText: ANSWER })
    await tap(row.first(), answer)
    const sheet = page.locator('.dfv-sheet-yes')
    await tap(page.locator('.dfv-order-closed'), sheet)
    assert.deepEqual(await inspectInAllSizes(page, 'closing an order'), [])
    await page.getByLabel('核了什么', { exact: true }).fill('看过记录，补齐了')
    await tap(sheet, page.locator('.dfv-news', { hasText: '已办结' }))
    await picture(page, 'order-closed')
    assert.deepEqual([...town.errors, ...village.errors], [])
    await town.close()
    await village.close()
  })

  it('a county of 345 villages: its towns are rows of one table, its villages tiles of one screen', async () => {
    const county = await newPerson(world.browser, world.base, { size: DESK })
    const { page } = county
    // The demonstration has eight villages; the answer of a county is made from theirs.
    await page.route(/\/api\/villages(\?|$)/, async (route) => {
      const answer = await route.fetch()
      const body = await answer.json()
      await route.fulfill({ response: answer, json: { ...body, items: countyOf(body.items) } })
    })
    await signIn(county, '赵示市')
    const rows = page.locator('.dfv-matrix__town')
    await rows.first().waitFor()
    assert.equal(await rows.count(), TOWNS)
    assert.equal(await page.locator('.dfv-matrix__name').count(), 0)
    const { height } = await page.locator('.dfv-matrix table').boundingBox()
    assert.ok(height <= DESK.height, `23 towns take ${height} px`)
    await picture(page, 'county-matrix')
    await tap(page.locator('.dfv-matrix__fold').nth(2), page.locator('.dfv-matrix__name').first())
    assert.equal(await page.locator('.dfv-matrix__name').count(), VILLAGES_A_TOWN)
    assert.deepEqual(await axeFindings(page), [])

    await tap(page.getByRole('button', { name: '示意图' }), page.locator('.dfv-map__tile').first())
    const tiles = page.locator('.dfv-map__tile')
    assert.equal(await tiles.count(), TOWNS * VILLAGES_A_TOWN)
    const bottom = await tiles.last().evaluate((tile) => tile.getBoundingClientRect().bottom)
    assert.ok(bottom <= DESK.height, `the last village ends at ${bottom} px of ${DESK.height}`)
    assert.deepEqual(await axeFindings(page), [])
    await picture(page, 'county-map')
    assert.deepEqual(county.errors, [])
    await county.close()
  })
}

/** So many towns of so many villages, each as one of the given ones stands. */
const countyOf = (items) =>
  Array.from({ length: TOWNS * VILLAGES_A_TOWN }, (_, at) => ({
    ...items[at % items.length],
    areaCode: `441581${100 + Math.floor(at / VILLAGES_A_TOWN)}${201 + (at % VILLAGES_A_TOWN)}`,
    name: `例村${at + 1}`,
  }))
