import assert from 'node:assert/strict'
import { it } from 'node:test'
import { until } from '../../support/until.mjs'
import { giveFiles, holdBack, newPerson, picture, signIn, tap } from '../support/browser.mjs'
import { inspectInAllSizes } from '../support/inspect.mjs'
import { photoWithPlace } from '../support/photos.mjs'

const REASON = '会议记录还差一次，请补登记。'

/** The village assesses itself with the records behind every item; the town sends it back, then endorses and freezes it. */
export function yearStory(world) {
  it('a village hands in its year, the town sends it back with reasons and then freezes it', async () => {
    const { browser, base, api } = world
    const faults = []
    const secretary = await newPerson(browser, base)
    await signIn(secretary, '示范村A 村书记')
    await secretary.goTo('/#/pages/check/index')
    const own = secretary.page
    const items = own.locator('.dfv-year-item')
    await tap(own.getByRole('button', { name: '年度自评和考核' }), items.first())
    faults.push(...(await inspectInAllSizes(own, 'year of a village')))
    await picture(own, 'year-village')
    // Every point opens the records behind it in two taps.
    const sheet = own.locator('.dfv-sheet')
    await tap(items.filter({ hasText: '宣传活动' }), sheet.getByText(/依据的记录 \d+ 条/))
    await picture(own, 'year-item')
    faults.push(...(await inspectInAllSizes(own, 'item of a year')))
    await sheet.getByLabel('自评几分').fill('5.5')
    await sheet.getByLabel('说明').fill('其中一次活动的签到表在村委会。')
    // A paper is named; whoever wants to adds a photo of it. It follows when the claim is in.
    await sheet.getByLabel('材料名称').fill('11月签到表')
    await sheet.getByLabel('存放在哪里').fill('村委会档案柜')
    await giveFiles(sheet.getByRole('button', { name: '拍照或选照片' }).last(), [
      { name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: await photoWithPlace() },
    ])
    await sheet.locator('.dfv-photo__picture').waitFor()
    faults.push(...(await inspectInAllSizes(own, 'a paper with its photo')))
    await picture(own, 'year-paper-photo')
    // The sheet goes, and the row that was tapped says that it is written.
    const activities = items.filter({ hasText: '宣传活动' })
    await tap(sheet.getByRole('button', { name: '写进自评' }), activities.getByText('刚写进自评'))
    await sheet.waitFor({ state: 'detached' })
    await until('that the photo of the paper is stored', async () => {
      const office = await api.as('王示镇')
      const { year } = await office.get('/assessments')
      const { photos } = await office.get(`/villages/441581990201/assessments/${year}`)
      return photos.length === 1 && photos[0].state === 'stored'
    })
    await activities.getByText('照片 1 张').waitFor()
    await activities.getByText('自评 5.5 分').waitFor()
    const submit = own.getByRole('button', { name: '提交自评' })
    await tap(submit, sheet.getByText('村里不能再改'))
    await tap(sheet.getByRole('button', { name: '确认提交' }), own.getByText('已交给镇里审。'))

    const town = await newPerson(browser, base)
    await signIn(town, '示范镇 镇禁毒办')
    await town.goTo('/#/packages-year/list/index')
    const { page } = town
    const village = page.locator('.dfv-year-village', { hasText: '示范村A' })
    await village.getByText(/等镇里审/).waitFor()
    await page
      .locator('.dfv-spot-check')
      .getByText(/抽签编号 [2-9A-Z]{8}/)
      .waitFor()
    faults.push(...(await inspectInAllSizes(page, 'year of a town')))
    await picture(page, 'year-town')
    // Nobody draws until the villages suit him: the second time needs its reason, which stands beside the seed.
    const asked = page.locator('.dfv-sheet')
    const draw = asked.getByRole('button', { name: '随机抽' })
    await tap(page.getByRole('button', { name: '随机抽' }), draw)
    await tap(draw, asked.getByText('请写明理由').first())
    await asked.getByLabel('为什么再抽').fill('第一次抽到的村正在搬迁。')
    await tap(draw, page.getByText('再抽的原因：第一次抽到的村正在搬迁。'))
    await page
      .locator('.dfv-spot-check')
      .nth(1)
      .getByText(/抽签编号 [2-9A-Z]{8}/)
      .waitFor()
    const back = page.getByRole('button', { name: '退回', exact: true })
    await tap(village, back)
    // Whoever reviews looks at the paper itself.
    const seen = asked.locator('.dfv-photo__picture')
    await tap(page.locator('.dfv-year-item', { hasText: '宣传活动' }), seen)
    await tap(asked.getByRole('button', { name: '看照片 1' }), page.locator('.dfv-photo__large'))
    await picture(page, 'year-paper-seen')
    await asked.last().getByRole('button', { name: '关闭' }).click()
    // What is noted is there again after a look at the list; sent back, it says that it does not go along.
    await asked.getByLabel('改成几分').fill('5')
    await asked.getByLabel('为什么改').fill('签到表少一次，核对过。')
    const changed = page.locator('.dfv-year-item', { hasText: '镇里改为 5 分' })
    await tap(asked.getByRole('button', { name: '记下，同意上报时一起生效' }), changed)
    await page.goBack()
    await tap(village, changed)
    await tap(back, asked.getByText('不跟着退回'))
    await tap(asked.getByRole('button', { name: '退回给村里' }), asked.getByText('请写明理由').first())
    await asked.getByLabel('为什么退回、要补什么').fill(REASON)
    await tap(asked.getByRole('button', { name: '退回给村里' }), page.getByText('已退回。'))

    // Whoever comes back to his page reads what has happened meanwhile.
    await tap(own.getByRole('button', { name: '经验材料' }), own.getByRole('button', { name: '报送一份' }))
    await own.goBack()
    await own.getByText(`镇里退回：${REASON}`).waitFor()
    await tap(own.getByRole('button', { name: '提交自评' }), sheet.getByText('村里不能再改'))
    await tap(sheet.getByRole('button', { name: '确认提交' }), own.getByText('已交给镇里审。'))

    await tap(page.getByRole('button', { name: '经验材料' }), page.getByText('镇里推广以后各村都能看到'))
    // The town spreads a report from where it reads it.
    const spread = page.getByRole('button', { name: '推广给别的村' })
    await tap(spread.first(), page.getByText('推广到哪里'))
    await page.goBack()
    await spread.first().waitFor()
    // While the page reads anew it holds the step it knew last, not one before that: what is done there would be out of date.
    const endorse = page.getByRole('button', { name: '同意上报' })
    const answer = await holdBack(page, '**/assessments/*')
    await page.goBack()
    await answer.asked
    await page.getByText('镇里退回，村里在改', { exact: true }).waitFor()
    assert.equal(await endorse.count(), 0)
    answer.release()
    await tap(endorse, asked.getByText('材料就冻结'))
    await tap(asked.getByRole('button', { name: '同意上报并冻结' }), page.getByText(/已冻结（第 1 版）/))
    await page.getByText('镇里同意上报，冻结').waitFor()
    await picture(page, 'year-frozen')

    const assessor = await newPerson(browser, base)
    await signIn(assessor, '郭示考')
    await assessor.goTo('/#/pages/check/index')
    const row = assessor.page.locator('.dfv-year-village', { hasText: '示范村A' })
    await tap(assessor.page.getByRole('button', { name: /年度考核/ }), row)
    await tap(row, assessor.page.getByRole('button', { name: '录入市里的结果' }))
    assert.equal(await assessor.page.getByRole('button', { name: '同意上报' }).count(), 0)
    assert.deepEqual(faults, [])
    for (const person of [secretary, town, assessor]) {
      assert.deepEqual(person.errors, [])
      await person.close()
    }
  })
}
