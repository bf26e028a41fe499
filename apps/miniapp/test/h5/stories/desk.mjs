import assert from 'node:assert/strict'
import { it } from 'node:test'
import { DESK, newPerson, picture, signIn, tap } from '../support/browser.mjs'
import { inspectInAllSizes } from '../support/inspect.mjs'

const AWARDED = '441581990202'
const BASIS = '陆禁毒办〔示例〕5号'

/** The county's office changes a number, the offices read and print, everybody reads the notice. */
export function deskStory(world) {
  it('a number is changed by one of the county’s office, tried on the villages and released by the other', async () => {
    const { browser, base } = world
    const author = await newPerson(browser, base)
    await signIn(author, '赵示市')
    await author.goTo('/#/pages/me/index')
    const { page } = author
    const write = page.locator('.dfv-write-policy')
    await tap(page.locator('.dfv-row', { hasText: '规则里的数字' }), write)
    await page.locator('.dfv-policy-value', { hasText: '每月宣传活动次数' }).getByText('现在：4次').waitFor()
    const faults = await inspectInAllSizes(page, 'policies')
    await picture(page, 'policies')

    const save = page.locator('.dfv-policy-save')
    await tap(write, save)
    await tap(save, page.getByText('请至少改一个数字').first())
    const choice = page.locator('.dfv-policy-choice', { hasText: '每月宣传活动次数' })
    await tap(page.locator('.dfv-policy-pick'), choice)
    assert.equal(
      await page.locator('.dfv-policy-choice', { hasText: '几天内报到' }).count(),
      0,
      'a law is no choice',
    )
    const field = page.locator('.dfv-policy-field')
    await tap(choice, field)
    await field.getByLabel('每月宣传活动次数').fill('5')
    await page.getByLabel('依据的文件或理由').fill(BASIS)
    faults.push(...(await inspectInAllSizes(page, 'writing a policy')))
    const trial = page.locator('.dfv-trial')
    await tap(save, trial)
    await page.getByText('要由另一位同事发布', { exact: false }).waitFor()
    assert.equal(await page.locator('.dfv-policy-release').count(), 0, 'nobody releases his own')
    // The villages are judged beside the requests: whoever waits looks again.
    const again = trial.getByRole('button', { name: '看看算完没有' })
    for (;;) {
      await trial
        .getByText(/算完|有变化|都不变/)
        .first()
        .waitFor()
      if (!(await again.count())) break
      // It goes by itself when the trial has come to its end meanwhile.
      await again.click({ timeout: 2_000 }).catch(() => {})
    }
    await trial.getByText(/个村里有\d+个村有变化/).waitFor()
    await trial.getByText('宣传活动', { exact: false }).first().waitFor()
    faults.push(...(await inspectInAllSizes(page, 'draft of a policy')))
    await picture(page, 'policy-draft')

    const colleague = await newPerson(browser, base, { size: DESK })
    await signIn(colleague, '钱示发')
    await colleague.goTo('/#/packages-desk/policies/index')
    const release = colleague.page.locator('.dfv-policy-release')
    await tap(colleague.page.locator('.dfv-policy-draft', { hasText: '每月宣传活动次数' }), release)
    await picture(colleague.page, 'policy-release-pc')
    const sheet = colleague.page.locator('.dfv-sheet', { hasText: '到日子以前可以撤回' })
    await tap(release, sheet)
    await tap(
      sheet.getByRole('button', { name: '确定发布' }),
      colleague.page.getByText(/钱示发 .*发布/).first(),
    )
    // Taken back before its day: nobody's later story is judged by it.
    const reason = colleague.page.locator('.dfv-sheet', { hasText: '为什么撤回' })
    await tap(colleague.page.locator('.dfv-policy-withdraw'), reason)
    await reason.getByLabel('为什么撤回').fill('文件还没印发')
    await tap(
      reason.getByRole('button', { name: '确定撤回' }),
      colleague.page.getByText(/撤回：文件还没印发/),
    )
    assert.deepEqual(faults, [])
    for (const person of [author, colleague]) {
      assert.deepEqual(person.errors, [])
      await person.close()
    }
  })

  it('words are confirmed, a month is told and saved, the system says how it stands', async () => {
    const { browser, base } = world
    const county = await newPerson(browser, base)
    await signIn(county, '赵示市')
    await county.goTo('/#/packages-desk/dictionaries/index')
    const words = county.page.locator('.dfv-dictionary', { hasText: '重点人员类别' })
    await words.getByText('待核定').waitFor()
    const confirm = words.locator('.dfv-confirm-words')
    await tap(confirm, words.getByText('请写依据的文件').first())
    await words.getByLabel('依据的文件').fill(BASIS)
    const sure = county.page.locator('.dfv-sheet-yes')
    await tap(confirm, sure)
    await tap(sure, words.getByText(/赵示市 .*核定/))
    const faults = await inspectInAllSizes(county.page, 'dictionaries')
    await picture(county.page, 'dictionaries')

    const town = await newPerson(browser, base)
    await signIn(town, '王示镇')
    await town.goTo('/#/pages/me/index')
    const section = town.page.locator('.dfv-brief-section', { hasText: '各村情况' })
    await tap(town.page.locator('.dfv-row', { hasText: '月度简报' }), section)
    await picture(town.page, 'brief')
    const [download] = await Promise.all([
      town.page.waitForEvent('download'),
      town.page.locator('.dfv-save-word').click(),
    ])
    assert.match(download.suggestedFilename(), /月度简报.*\.docx$/)
    await town.goTo('/#/pages/home/index')
    const [table] = await Promise.all([
      town.page.waitForEvent('download'),
      town.page.locator('.dfv-save-list').first().click(),
    ])
    assert.match(table.suggestedFilename(), /\.xlsx$/)

    const admin = await newPerson(browser, base)
    await signIn(admin, '宋示维')
    await admin.goTo('/#/pages/me/index')
    const item = admin.page.locator('.dfv-status-item', { hasText: '数据库' })
    await tap(admin.page.locator('.dfv-row', { hasText: '运行状态' }), item)
    await item.getByText('连接正常', { exact: false }).waitFor()
    faults.push(...(await inspectInAllSizes(admin.page, 'status')))
    await picture(admin.page, 'status')
    assert.deepEqual(faults, [])
    for (const person of [county, town, admin]) {
      assert.deepEqual(person.errors, [])
      await person.close()
    }
  })

  it('the board’s code is printed, and leads everybody to whether the plaque holds and nothing else', async () => {
    const { browser, base } = world
    const secretary = await newPerson(browser, base)
    await signIn(secretary, '示范村B 村书记')
    await secretary.goTo(`/#/packages-town/plaque/index?area=${AWARDED}`)
    const [board] = await Promise.all([
      secretary.page.waitForEvent('download'),
      secretary.page.locator('.dfv-print-board').click(),
    ])
    assert.match(board.suggestedFilename(), /\.pdf$/)
    const certificate = secretary.page.locator('.dfv-certificate')
    await tap(secretary.page.locator('.dfv-see-certificate'), certificate)
    const faults = await inspectInAllSizes(secretary.page, 'certificate')
    await picture(secretary.page, 'plaque-certificate')

    const anybody = await newPerson(browser, base)
    await anybody.goTo(`/#/packages-public/plaque/index?area=${AWARDED}`)
    await anybody.page.getByText('授牌有效').waitFor()
    assert.doesNotMatch(await anybody.page.locator('.dfv-page:visible').textContent(), /知晓|宣传|电话/)
    faults.push(...(await inspectInAllSizes(anybody.page, 'plaque validity')))
    await picture(anybody.page, 'plaque-validity')
    await anybody.goTo(`/#/packages-public/village/index?area=${AWARDED}`)
    await anybody.page
      .locator('.dfv-activities')
      .getByText(/年宣传活动 \d+ 场/)
      .waitFor()
    await anybody.page.locator('.dfv-contacts').getByText('报警 110').waitFor()
    faults.push(...(await inspectInAllSizes(anybody.page, 'public page of a village')))
    await picture(anybody.page, 'village-public')
    assert.deepEqual(faults, [])
    for (const person of [secretary, anybody]) {
      assert.deepEqual(person.errors, [])
      await person.close()
    }
  })
}
