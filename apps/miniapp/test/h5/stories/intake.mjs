import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { it } from 'node:test'
import { DESK, giveFiles, newPerson, picture, settled, signIn, tap } from '../support/browser.mjs'
import { axeFindings, inspectInAllSizes } from '../support/inspect.mjs'
import { openTable } from '../support/workbooks.mjs'

const VILLAGE = '441581990208'
const PEOPLE = ['庄演甲', '庄演乙', '庄演丙'].map((name, index) => ({
  登记日期: '2025-03-04',
  姓名: name,
  身份证号: `44158119850101000${index}`,
  性别: '男',
  出生年份: '1985',
  户口和居住: '户口在本村',
  从哪天起: '2025-03-04',
  现在是什么情况: '社区康复',
  人在不在家: '在家',
}))

/** A village that has just begun brings its register in as a table, and sees what it still misses. */
export function intakeStory(world) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'dfv-tables-'))
  const fileIn = (name) => path.join(folder, name)
  const saved = async (download, name) => {
    const file = fileIn(name)
    await (await download).saveAs(file)
    return file
  }
  const give = (page, file) => giveFiles(page.locator('.dfv-table-upload'), file)

  it('on a PC: a table is downloaded, filled in, comes back with its faults, and is written once it has none', async () => {
    const secretary = await newPerson(world.browser, world.base, { size: DESK })
    await signIn(secretary, '示范村H 村书记')
    const { page } = secretary
    // The desk says that the village has just begun; the list says with what.
    await page.getByText('开通清单：请看看还差哪些。').waitFor()
    await tap(page.getByRole('button', { name: '查看' }).first(), page.locator('.dfv-step').first())
    await picture(page, 'beginning-pc')
    assert.deepEqual(await axeFindings(page), [])
    const upload = page.locator('.dfv-table-upload')
    await tap(page.getByRole('button', { name: '用表格导入 名册' }), upload)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.dfv-table-download').click(),
    ])
    assert.equal(download.suggestedFilename(), '人员名册-示范村H.xlsx')
    const blank = await saved(download, 'blank.xlsx')

    const table = await openTable(blank)
    table.fill(5, [PEOPLE[0], { ...PEOPLE[1], 性别: '不清楚' }, PEOPLE[2]])
    await give(page, await table.save(fileIn('first.xlsx')))
    await page.locator('.dfv-table-faulty').waitFor()
    await page.getByText('有 1 处要改，还没有写入').waitFor()
    await page.getByText('第6行 性别').waitFor()
    await picture(page, 'table-faulty-pc')
    assert.deepEqual(await axeFindings(page), [])
    const [faults] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.dfv-table-faults').click(),
    ])
    const faulty = await openTable(await saved(faults, 'faulty.xlsx'))
    assert.match(String(faulty.read(5, '要改的地方')), /没有这一项/)
    assert.match(faulty.note(5, '性别'), /没有这一项/)

    faulty.fill(5, [{ 性别: '女' }])
    await give(page, await faulty.save(fileIn('second.xlsx')))
    await page.locator('.dfv-table-ready').waitFor()
    await page.getByText('新登记 3 人').waitFor()
    const text = await page.evaluate(() => document.body.textContent)
    for (const { 姓名: name, 身份证号: number } of PEOPLE)
      assert.ok(!text.includes(name) && !text.includes(number), 'nobody is named on the screen')
    await picture(page, 'table-ready-pc')
    await tap(page.locator('.dfv-table-confirm'), page.locator('.dfv-table-done'))
    await page.getByText('3 条要等另一个人审核后才计入').waitFor()

    const office = await world.api.as('王示镇')
    const { items } = await office.get(`/persons?areaCode=${VILLAGE}`)
    assert.deepEqual(
      items.map(({ maskedName }) => maskedName),
      ['庄*', '庄*', '庄*'],
    )
    // The same table once more brings nothing, and says so.
    // The button is there all the time; it leads again once the result below it is gone and the page has moved.
    const leading = page.locator('.dfv-table-upload.dfv-button--primary')
    await tap(page.getByRole('button', { name: '再录一张表' }), leading)
    await settled(page)
    await give(page, fileIn('second.xlsx'))
    await page.getByText('都已经记过，没有要写的。').waitFor()
    assert.equal(await page.locator('.dfv-table-confirm').count(), 0)
    assert.deepEqual(secretary.errors, [])
    await secretary.close()
  })

  it('the town office looks at the table as a whole, and the list of the village is shorter', async () => {
    const town = await newPerson(world.browser, world.base)
    await signIn(town, '王示镇')
    await town.goTo('/#/pages/check/index')
    const { page } = town
    const table = page.locator('.dfv-waiting-table', { hasText: '人员名册' })
    await table.waitFor()
    await table.getByText('3 条待审').waitFor()
    await picture(page, 'waiting-table')
    await tap(table.locator('.dfv-accept-table'), page.locator('.dfv-accept-table-sure'))
    assert.deepEqual(await inspectInAllSizes(page, 'accepting a table'), [])
    await tap(page.locator('.dfv-accept-table-sure'), page.locator('.dfv-news', { hasText: '通过了 3 条' }))
    await town.goTo(`/#/packages-intake/beginning/index?area=${VILLAGE}`)
    const statuses = page.locator('.dfv-step', { hasText: '每个人的状态' })
    await statuses.getByText('齐了', { exact: true }).waitFor()
    assert.deepEqual(town.errors, [])
    await town.close()
  })

  it('the town office sets the day on which a village begins', async () => {
    const town = await newPerson(world.browser, world.base)
    await signIn(town, '王示镇')
    const { page } = town
    await page.locator('.dfv-village-row').first().waitFor()
    const rows = page.locator('.dfv-beginning-row')
    await tap(
      page
        .getByText('各村开通')
        .or(page.getByText(/个村还没开通/))
        .first(),
      rows.first(),
    )
    await picture(page, 'beginnings')
    await tap(rows.filter({ hasText: '示范村H' }), page.locator('.dfv-set-start'))
    await picture(page, 'beginning-phone')
    await tap(page.locator('.dfv-set-start'), page.locator('.dfv-start-sure'))
    assert.deepEqual(await inspectInAllSizes(page, 'the first day'), [])
    await tap(page.locator('.dfv-start-sure'), page.locator('.dfv-news', { hasText: '开始日期定为' }))
    assert.deepEqual(town.errors, [])
    await town.close()
    rmSync(folder, { recursive: true, force: true })
  })
}
