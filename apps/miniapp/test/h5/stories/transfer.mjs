import assert from 'node:assert/strict'
import { it } from 'node:test'
import { newPerson, picture, signIn, tap } from '../support/browser.mjs'
import { answer, handIn, pageWith } from '../support/forms.mjs'
import { inspectInAllSizes } from '../support/inspect.mjs'

const FROM = '441581990201'
const TO = '441581990202'
const TRANSFERS = '/#/packages-register/transfers/index'
const REASON = '人还住在原来的村'

/** A person moves from one village to another: proposed, sent back, proposed again, taken over. @see 三(一) */
export function transferStory(world) {
  it('a transfer is proposed by one village, and returned or accepted by the other within 15 days', async () => {
    const { browser, base, api } = world
    const town = await api.as('王示镇')
    const person = await someoneToMove(town)
    const from = await newPerson(browser, base)
    await signIn(from, '示范村A 专干')
    const to = await newPerson(browser, base)
    await signIn(to, '示范村B 专干')
    await propose(from, person.code)
    const sent = pageWith(from.page, '我们转出的')
    await from.goTo(TRANSFERS)
    const waiting = sent.locator('.dfv-card', { hasText: `${person.code} 转去示范村B` })
    await waiting.getByText('还有15天').waitFor()
    await picture(from.page, 'transfer-proposed')

    // The other village sees where he comes from, the measure, and how long it has; no name.
    await to.goTo('/#/pages/work/index')
    const books = pageWith(to.page, '转入、转出')
    await books.locator('.dfv-row', { hasText: '转入、转出' }).click()
    const arrivals = pageWith(to.page, '等我们接收')
    const card = arrivals.locator('.dfv-card', { hasText: `原编号${person.code}` })
    await card.getByText('还有15天').waitFor()
    assert.match(await card.textContent(), /从示范村A来.*前答复/)
    const faults = await inspectInAllSizes(to.page, 'a person waits to be taken over')
    await picture(to.page, 'transfer-waits')
    const sheet = to.page.locator('.dfv-sheet', { hasText: '为什么退回' })
    await tap(card.getByRole('button', { name: '退回' }), sheet)
    const sendBack = sheet.getByRole('button', { name: '退回', exact: true })
    await tap(sendBack, sheet.getByText('请写明为什么退回，至少两个字'))
    await sheet.getByLabel('为什么退回').fill(REASON)
    faults.push(...(await inspectInAllSizes(to.page, 'reason for returning a person')))
    await tap(sendBack, arrivals.getByText('已退回。人仍由原来的村负责。'))
    await card.waitFor({ state: 'detached' })

    // He stays where he was, and whoever proposed it reads why.
    assert.equal((await town.get(`/persons/${person.id}`)).head.areaCode, FROM)
    const { items } = await town.get(`/records?subjectId=${person.id}&kind=transfer`)
    const returned = items.find(({ reviewState }) => reviewState === 'returned')
    await from.goTo(`/#/packages-record/detail/index?id=${returned.id}`)
    await from.page.getByText(REASON).first().waitFor()
    await picture(from.page, 'transfer-returned')

    // Proposed again, and this time he is taken over: his file is the other village's now.
    await propose(from, person.code)
    await to.goTo(TRANSFERS)
    await card.waitFor()
    const form = pageWith(to.page, '签了新的协议吗')
    await tap(card.getByRole('button', { name: '接收', exact: true }), form)
    assert.equal(await form.locator('[id="field-agreement"] .dfv-option--on').count(), 0)
    await answer(form, { agreement: '是' })
    await picture(to.page, 'transfer-accept')
    await handIn(to.page)
    const { head: after } = await town.get(`/persons/${person.id}`)
    assert.equal(after.areaCode, TO)
    assert.match(after.code, /^示范B-/)
    await to.goTo('/#/packages-register/list/index?register=persons')
    await to.page.locator('.dfv-list-row', { hasText: after.code }).waitFor()
    await from.reopen('/#/packages-register/list/index?register=persons')
    await from.page.locator('.dfv-list-row').first().waitFor()
    await from.page.locator('.dfv-list-row', { hasText: person.code }).waitFor({ state: 'detached' })
    assert.deepEqual(faults, [])
    assert.deepEqual([...from.errors, ...to.errors], [])
    await from.close()
    await to.close()
  })
}

async function propose(cadre, code) {
  const { page } = cadre
  await cadre.goTo(TRANSFERS)
  const own = pageWith(page, '我们转出的')
  const whom = page.locator('.dfv-subject', { hasText: code })
  await tap(own.getByRole('button', { name: '申请转出' }), whom)
  const form = pageWith(page, '转到哪个村')
  await tap(whom, form)
  const village = page.locator('.dfv-village-choice', { hasText: /^\s*示范村B\s*$/ })
  await tap(form.locator('[id="field-toArea"] .dfv-choose'), village)
  assert.equal(await page.locator('.dfv-village-choice', { hasText: '示范村A' }).count(), 0)
  await village.click()
  await answer(form, { reason: '搬家' })
  await picture(page, 'transfer-form')
  await handIn(page)
}

/** The last on the books of the village: the other stories take the first. */
async function someoneToMove(town) {
  const { items } = await town.get(`/persons?areaCode=${FROM}`)
  return items.filter(({ state }) => state === 'active').at(-1)
}
