import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { it } from 'node:test'
import { newPerson, picture, signIn, TOO_LONG_AGO, tap } from '../support/browser.mjs'
import { writeName } from '../support/handwriting.mjs'
import { inspectInAllSizes } from '../support/inspect.mjs'

const SIGNER = '陈示书'

/** A village secretary reads, signs and takes the paper home; anybody can check it. */
export function pledgeStory(world) {
  it('in the largest letters the text is turned page by page', async () => {
    const reader = await newPerson(world.browser, world.base, { textSize: 4 })
    await signIn(reader, '示范村A 村书记')
    await reader.goTo('/#/packages-pledge/list/index')
    const { page } = reader
    await page.locator('.dfv-pledge-row', { hasText: '待签' }).first().click()
    const next = page.locator('.dfv-next-page')
    await next.waitFor()
    assert.equal(await page.locator('.dfv-to-sign').getAttribute('aria-disabled'), 'true')
    const total = Number(/共 (\d+) 页/.exec(await page.locator('.dfv-page').last().textContent())[1])
    for (let shown = 2; shown <= total; shown++)
      await tap(next, page.getByText(`第 ${shown} 页，共 ${total} 页`))
    await page.locator('#pledge-end').scrollIntoViewIfNeeded()
    await page.locator('.dfv-option', { hasText: '自愿承诺' }).waitFor()
    await reader.close()
  })

  it('a pledge is read to its end, signed, sealed, downloaded and verified', async () => {
    const { browser, base } = world
    const secretary = await newPerson(browser, base)
    await signIn(secretary, '示范村A 村书记')
    await secretary.goTo('/#/packages-pledge/list/index')
    const { page } = secretary
    await page.locator('.dfv-pledge-row', { hasText: '待签' }).first().click()
    const toSign = page.locator('.dfv-to-sign')
    await toSign.waitFor()
    assert.equal(await toSign.textContent(), '请先读到最后')
    assert.equal(await toSign.getAttribute('aria-disabled'), 'true')
    await picture(page, 'pledge-read')
    await page.locator('#pledge-end').scrollIntoViewIfNeeded()
    const tick = page.locator('.dfv-option', { hasText: '自愿承诺' })
    await tick.waitFor()
    assert.equal(await tick.getAttribute('aria-checked'), 'false')
    await toSign.click()
    await page.locator('.dfv-errors').waitFor()
    await tick.click()
    await tap(toSign, page.locator('.dfv-pad'))

    const faults = await inspectInAllSizes(page, 'signature pad')
    const written = page.locator('.dfv-written')
    await writeName(page, [
      [
        [40, 60],
        [44, 62],
      ],
    ])
    await tap(written, page.getByText('字太短，像是误触，请写全姓名。'))
    await page.getByRole('button', { name: '重写' }).click()
    await writeName(page)
    await picture(page, 'pledge-sign')
    const confirm = page.locator('.dfv-confirm')
    await tap(written, confirm)
    await page.locator('.dfv-signature').waitFor()
    faults.push(...(await inspectInAllSizes(page, 'signature check')))
    await tap(confirm, page.locator('.dfv-receipt'))

    const pdf = page.locator('.dfv-pdf')
    await pdf.waitFor({ timeout: 30_000 })
    await page.getByRole('heading', { name: '已封存' }).waitFor()
    await page.locator('.dfv-qr').waitFor()
    await picture(page, 'pledge-receipt')
    faults.push(...(await inspectInAllSizes(page, 'pledge receipt')))
    assert.deepEqual(faults, [])
    const [download] = await Promise.all([page.waitForEvent('download'), pdf.click()])
    const bytes = await readFile(await download.path())
    assert.equal(bytes.subarray(0, 5).toString(), '%PDF-')

    const code = (await page.locator('.dfv-verify-code').textContent()).trim()
    const anybody = await newPerson(browser, base)
    await anybody.goTo(`/#/packages-public/verify/index?code=${code}`)
    await anybody.page.getByRole('heading', { name: /^有效/ }).waitFor()
    await picture(anybody.page, 'pledge-verify')
    const text = await anybody.page.locator('.dfv-page').last().textContent()
    assert.match(text, /没有被改动过/)
    assert.ok(!text.includes(SIGNER), 'the public check names nobody')

    await anybody.goTo('/#/packages-public/verify/index?code=0000-0000-0000-0000')
    await anybody.page.reload()
    await anybody.page.getByRole('heading', { name: '没有这份承诺书' }).waitFor()
    assert.deepEqual(secretary.errors, [])
    assert.deepEqual(anybody.errors, [])
    await anybody.close()
    await secretary.close()
  })

  it('the town office sees who is missing, reminds once a day, and looks at a new wording', async () => {
    const office = await newPerson(world.browser, world.base)
    const { page } = office
    await signIn(office, '示范镇 镇禁毒办')
    await office.goTo('/#/packages-pledge/list/index')
    await page.locator('.dfv-to-office').click()
    const village = page.locator('.dfv-pledge-village', { hasText: '示范村D' })
    await village.locator('.dfv-see-missing').click()
    await village.locator('.dfv-missing').first().waitFor()
    await picture(page, 'pledge-missing')
    assert.deepEqual(await inspectInAllSizes(page, 'who is missing'), [])
    const remind = page.locator('.dfv-remind')
    await tap(remind, page.getByText(/提醒了\d+人。|今天已经提醒过了。/))
    await tap(remind, page.getByText('今天已经提醒过了。'))

    await office.goTo('/#/packages-pledge/wordings/index')
    const preview = page.locator('.dfv-preview')
    await preview.waitFor()
    const body = page.locator('textarea').first()
    const text = await body.inputValue()
    await body.fill(text.replaceAll('保密', '说明'))
    await tap(preview, page.getByText('要写明保密', { exact: false }))
    await body.fill(text)
    await tap(preview, page.locator('.dfv-release'))
    assert.match(await page.locator('.dfv-preview-text').textContent(), /每月开展4次以上/)
    await picture(page, 'pledge-wording')
    assert.deepEqual(office.errors, [])
    await office.close()
  })

  it('a signer who does not want to sign says why, and may still sign', async () => {
    const worker = await newPerson(world.browser, world.base)
    const { page } = worker
    await signIn(worker, '许示师')
    await worker.goTo('/#/packages-pledge/list/index')
    await page.locator('.dfv-pledge-row', { hasText: '待签' }).first().click()
    await page.getByText('不签，写明原因').click()
    await page.locator('textarea').fill('网格边界还没划清')
    await tap(page.locator('.dfv-decline'), page.getByText('原因：网格边界还没划清'))
    await page.locator('.dfv-to-sign').waitFor()
    assert.deepEqual(worker.errors, [])
    await worker.close()
  })

  it('who signed in too long ago signs in again and finds the signature still there', async () => {
    const worker = await newPerson(world.browser, world.base)
    const { page } = worker
    await signIn(worker, '示范村A第一网格 网格员')
    await worker.goTo('/#/packages-pledge/list/index')
    await page.locator('.dfv-pledge-row', { hasText: '待签' }).first().click()
    await page.locator('#pledge-end').scrollIntoViewIfNeeded()
    await page.locator('.dfv-option', { hasText: '自愿承诺' }).click()
    await tap(page.locator('.dfv-to-sign'), page.locator('.dfv-pad'))
    await writeName(page)
    const confirm = page.locator('.dfv-confirm')
    await tap(page.locator('.dfv-written'), confirm)

    // Five minutes pass: the server's answer to a sign-in that is no longer fresh.
    await page.route('**/signature', (route) => route.fulfill(TOO_LONG_AGO), { times: 1 })
    const again = page.locator('.dfv-recheck')
    await tap(confirm, again)
    assert.deepEqual(await inspectInAllSizes(page, 'signing in again'), [])
    await again.click()
    await page.locator('.dfv-demo-account', { hasText: '示范村A第一网格 网格员' }).click()
    await page.locator('.dfv-demo-account').first().waitFor({ state: 'detached' })
    await page.locator('.dfv-signature').waitFor()
    await tap(confirm, page.locator('.dfv-receipt'))
    await page.locator('.dfv-pdf').waitFor({ timeout: 30_000 })
    assert.deepEqual(worker.errors, [])
    await worker.close()
  })
}
