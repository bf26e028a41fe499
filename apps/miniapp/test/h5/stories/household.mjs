import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { it } from 'node:test'
import { newPerson, picture, signIn, TOO_LONG_AGO, tap } from '../support/browser.mjs'
import { answer, pageWith } from '../support/forms.mjs'
import { writeName } from '../support/handwriting.mjs'
import { inspectInAllSizes } from '../support/inspect.mjs'

const VILLAGE = '441581990202'
const SIZE = 6
const NAME = '𠮷演户'

/** A village numbers its households, hands out slips, and sees who is missing: on phones, at the door, on paper. */
export function householdStory(world) {
  it('a householder signs by his slip, another at his door, a third on paper, and each counts once', async () => {
    const { browser, base } = world
    const secretary = await newPerson(browser, base)
    const { page } = secretary
    await signIn(secretary, '示范村B 村书记')
    await secretary.goTo('/#/packages-pledge/list/index')
    const list = pageWith(page, '年各户签承诺书')
    await tap(page.locator('.dfv-to-households'), list)
    await answer(list, { size: { typed: String(SIZE) } })
    await tap(list.locator('.dfv-set-size'), list.getByText(`签了 0 户，一共 ${SIZE} 户`))
    await list.locator('.dfv-households-in-grids', { hasText: `这里编了${SIZE}户，网格登记` }).waitFor()
    const faults = await inspectInAllSizes(page, 'households by number')
    await picture(page, 'households')

    const slips = pageWith(page, '剪开')
    await tap(list.locator('.dfv-to-slips'), slips.locator('.dfv-slip').first())
    await slips.locator('.dfv-slip__qr').first().waitFor()
    assert.equal(await slips.locator('.dfv-slip').count(), SIZE)
    const codes = await slips.locator('.dfv-slip__code').allTextContents()
    const [code, another] = codes.map((text) => text.replace(/\D/g, ''))
    faults.push(...(await inspectInAllSizes(page, 'slips of households')))
    await picture(page, 'household-slips')

    // On his own phone, where nobody is signed in: the square code has filled in the digits.
    const householder = await newPerson(browser, base)
    await householder.goTo(`/#/packages-pledge/household/index?code=${code}`)
    const his = householder.page
    await tap(his.locator('.dfv-to-text'), his.locator('.dfv-errors', { hasText: '请写户主的姓名' }))
    await answer(his.locator('body'), { name: { typed: NAME } })
    faults.push(...(await inspectInAllSizes(his, 'code and name of a householder')))
    await picture(his, 'household-name')
    await tap(his.locator('.dfv-to-text'), his.locator('.dfv-to-sign'))
    assert.equal(await his.locator('.dfv-to-sign').getAttribute('aria-disabled'), 'true')
    await his.getByText(`承诺人（户主）：${NAME}`).waitFor()
    await signWhatIsRead(his, faults)
    await his.getByRole('heading', { name: '已封存' }).waitFor()
    faults.push(...(await inspectInAllSizes(his, 'receipt of a householder')))
    await picture(his, 'household-receipt')
    const [download] = await Promise.all([his.waitForEvent('download'), his.locator('.dfv-pdf').click()])
    const pdf = await readFile(await download.path())
    assert.equal(pdf.subarray(0, 5).toString(), '%PDF-')
    assert.match(pdf.toString('latin1'), /HanaMin/, 'the rare character of the name is drawn')
    assert.ok(!his.url().includes(encodeURIComponent(NAME)), 'no name in an address')

    // The same slip once more is refused in words.
    await householder.reopen(`/#/packages-pledge/household/index?code=${code}`)
    await answer(householder.page.locator('body'), { name: { typed: '别人' } })
    await tap(householder.page.locator('.dfv-to-text'), householder.page.getByText('今年已经签过了'))

    // A character that no font has is told before the name is written.
    const third = await newPerson(browser, base)
    await third.goTo(`/#/packages-pledge/household/index?code=${another}`)
    await answer(third.page.locator('body'), { name: { typed: '李𰀀演' } })
    await tap(
      third.page.locator('.dfv-to-text'),
      third.page.locator('.dfv-as-numbers', { hasText: '〔U+30000〕' }),
    )
    faults.push(...(await inspectInAllSizes(third.page, 'a name that is printed as a number')))
    await picture(third.page, 'household-rare-name')
    assert.deepEqual(third.errors, [])
    await third.close()

    // At the door, on the secretary's phone.
    await secretary.reopen(`/#/packages-pledge/households/index?area=${VILLAGE}`)
    const office = pageWith(secretary.page, '年各户签承诺书')
    await office.getByText(`签了 1 户，一共 ${SIZE} 户`).waitFor()
    const door = pageWith(secretary.page, '把手机交给户主本人')
    await tap(office.getByRole('button', { name: '2号，上门签' }), door)
    await answer(door, { name: { typed: '王演户' } })
    await picture(secretary.page, 'household-door')
    await tap(door.locator('.dfv-to-text'), secretary.page.locator('.dfv-to-sign'))
    // It is long since the secretary signed in: she shows that it is she, and the name that was written is still there.
    await secretary.page.route('**/door-signatures', (route) => route.fulfill(TOO_LONG_AGO), { times: 1 })
    const again = secretary.page.locator('.dfv-recheck')
    await signWhatIsRead(secretary.page, faults, again)
    await again.click()
    await secretary.page.locator('.dfv-demo-account', { hasText: '示范村B 村书记' }).click()
    await secretary.page.locator('.dfv-demo-account').first().waitFor({ state: 'detached' })
    await tap(secretary.page.locator('.dfv-confirm'), secretary.page.locator('.dfv-receipt'))
    await secretary.page.getByText('请把手机还给工作人员').waitFor()
    await tap(secretary.page.locator('.dfv-done'), office.getByText(`签了 2 户，一共 ${SIZE} 户`))

    // Two more on paper, by their numbers.
    const sheet = secretary.page.locator('.dfv-sheet', { hasText: '登记纸质的' })
    await tap(office.locator('.dfv-link', { hasText: '登记纸质的' }), sheet)
    await answer(sheet, { numbers: { typed: '3，4' }, paper: { typed: '村委会档案柜' } })
    await tap(sheet.locator('.dfv-add-papers'), office.getByText(`签了 4 户，一共 ${SIZE} 户`))
    await tap(
      office.locator('.dfv-link', { hasText: '只看还没签的' }),
      office.locator('.dfv-link', { hasText: '看全部' }),
    )
    assert.deepEqual(await office.locator('.dfv-household .dfv-row__title').allTextContents(), ['5号', '6号'])
    faults.push(...(await inspectInAllSizes(secretary.page, 'households that are missing')))
    await picture(secretary.page, 'households-missing')

    await secretary.goTo('/#/packages-pledge/office/index')
    await secretary.page.getByText(`各户已签4户，一共${SIZE}户`).waitFor()
    assert.ok(!(await secretary.page.locator('body').textContent()).includes(NAME), 'coverage names nobody')
    assert.deepEqual(faults, [])
    assert.deepEqual([...secretary.errors, ...householder.errors], [])
    await householder.close()
    await secretary.close()
  })

  it('where signing is under way its figures are true, and last year’s papers can still be noted, by number', async () => {
    const { browser, base } = world
    const secretary = await newPerson(browser, base)
    const { page } = secretary
    await signIn(secretary, '示范村A 村书记')
    await secretary.goTo('/#/packages-pledge/households/index')
    const list = pageWith(page, '年各户签承诺书')
    const counts = list.locator('.dfv-household-counts')
    await counts.waitFor()
    const [, signed, size] = /签了 (\d+) 户，一共 (\d+) 户/.exec(await counts.textContent())
    assert.equal(await list.locator('.dfv-households-in-grids').count(), 0, 'as many as the grids count')
    await list.locator('.dfv-household', { hasText: '2号' }).first().getByText('手机上签好了').waitFor()
    assert.ok(Number(signed) > 0 && Number(signed) < Number(size))

    const year = new Date().getFullYear()
    const past = pageWith(page, `${year - 1}年已经过去`)
    await tap(list.locator('.dfv-link', { hasText: `看去年（${year - 1}年）的` }), past)
    await past.getByText(`签了 3 户，一共 ${size} 户`).waitFor()
    const faults = await inspectInAllSizes(page, 'households of last year')
    await picture(page, 'households-last-year')
    assert.equal(
      await past.getByRole('button', { name: /上门签/ }).count(),
      0,
      'nobody signs for a year that is over',
    )
    const sheet = page.locator('.dfv-sheet', { hasText: '登记纸质的' })
    await tap(past.locator('.dfv-late-papers'), sheet)
    await answer(sheet, { numbers: { typed: '5-6' }, paper: { typed: '村委会旧柜' } })
    await tap(sheet.locator('.dfv-add-papers'), sheet.getByText('请选哪天签的'))
    await picture(page, 'households-late-papers')
    await answer(sheet, { signedOn: { typed: `${year - 1}-12-20` } })
    await tap(sheet.locator('.dfv-add-papers'), past.getByText(`签了 5 户，一共 ${size} 户`))
    const sixth = past.locator('.dfv-household', { hasText: /^6号/ })
    await sixth.getByText(`${year - 1}年12月20日签的纸质`).waitFor()
    // Noted under a wrong number, it is taken back.
    const more = page.locator('.dfv-sheet', { hasText: '6号' })
    await tap(past.getByRole('button', { name: '6号，更多' }), more)
    assert.equal(await more.locator('.dfv-renew').count(), 0)
    await answer(more, { reason: { typed: '记错了户号' } })
    await tap(more.locator('.dfv-remove-paper'), past.getByText(`签了 4 户，一共 ${size} 户`))
    await tap(
      past.locator('.dfv-link', { hasText: '回到今年的' }),
      pageWith(page, `${year}年各户签承诺书`).getByText(`签了 ${signed} 户，一共 ${size} 户`),
    )
    assert.deepEqual(faults, [])
    assert.deepEqual(secretary.errors, [])
    await secretary.close()
  })
}

/** Reads to the end, agrees, writes the name, looks at it and confirms. @param then what comes of it */
async function signWhatIsRead(page, faults, then = page.locator('.dfv-receipt')) {
  await page.locator('#pledge-end').scrollIntoViewIfNeeded()
  const tick = page.locator('.dfv-option', { hasText: '自愿承诺' })
  await tick.waitFor()
  await tick.click()
  await tap(page.locator('.dfv-to-sign'), page.locator('.dfv-pad'))
  await writeName(page)
  const confirm = page.locator('.dfv-confirm')
  await tap(page.locator('.dfv-written'), confirm)
  faults.push(...(await inspectInAllSizes(page, 'signature of a householder')))
  await tap(confirm, then)
}
