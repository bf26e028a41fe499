import assert from 'node:assert/strict'
import { it } from 'node:test'
import { newPerson, picture, signIn, tap } from '../support/browser.mjs'
import { inspectInAllSizes } from '../support/inspect.mjs'
import { answerTo, untilReadable } from '../support/paper.mjs'

const VILLAGE = '441581990202'

/** A resident answers ten questions; the village's rate moves by one person. */
export function residentStory(world) {
  it('ten questions are answered, explained, and counted once', async (t) => {
    const { browser, base, api } = world
    const before = await residents(api)
    const resident = await newPerson(browser, base, { offline: true })
    const { page } = resident
    await resident.goTo('/')
    await page.locator('.dfv-door').first().waitFor()
    await picture(page, 'public-home')
    await page.locator('.dfv-door', { hasText: '开始答题' }).click()

    const start = page.locator('.dfv-start-quiz')
    await start.click()
    await page.locator('.dfv-errors', { hasText: '有2处要改' }).waitFor()
    await page.locator('.dfv-option', { hasText: '本村群众' }).click()
    await page.locator('.dfv-village-field').click()
    await page.locator('.dfv-village-choice', { hasText: '示范村B' }).click()
    await tap(start, page.getByRole('button', { name: '去登录' }))
    await page.getByRole('button', { name: '去登录' }).click()
    await page.locator('.dfv-demo-account', { hasText: '吴演乙' }).click()
    await page.locator('.dfv-demo-account').first().waitFor({ state: 'detached' })

    // The server's answers are in nobody's hands before the paper is.
    const [drawn] = await Promise.all([
      page.waitForResponse((answer) => answer.url().endsWith('/api/quiz/papers')),
      tap(start, page.locator('.dfv-paper')),
    ])
    const paper = await drawn.json()
    assert.equal(paper.items.length, 10)
    assert.ok(paper.items.every((item) => !('answer' in item)))
    await page.getByText('题目待镇禁毒办审核').waitFor()
    await picture(page, 'quiz-question')
    const faults = await inspectInAllSizes(page, 'question')

    await answerTo(page, 5)
    // Interrupted in the middle: the answers are on the phone.
    await resident.reopen('/#/pages/work/index')
    await resident.page.locator('.dfv-left-goOn').click()
    await resident.page.locator('.dfv-paper__head', { hasText: '第 5 题' }).waitFor()
    await answerTo(resident.page, 11)

    // An answer given faster than anybody reads does not count: the test waits as long as a person needs.
    await untilReadable(paper)
    // Handed in without a network: kept, and sent when there is one.
    faults.push(...(await inspectInAllSizes(resident.page, 'before handing in')))
    await resident.context.setOffline(true)
    const kept = resident.page.getByText('答卷已存好，还没交上去')
    await tap(resident.page.locator('.dfv-hand-in'), kept)
    await resident.context.setOffline(false)
    const counted = resident.page.locator('.dfv-counted')
    await counted.waitFor()
    assert.match(await counted.textContent(), /已计入示范村B/)
    await picture(resident.page, 'quiz-result')
    faults.push(...(await inspectInAllSizes(resident.page, 'result')))
    assert.deepEqual(faults, [])
    const wrong = resident.page.locator('.dfv-explained')
    if ((await wrong.count()) === 0) await resident.page.locator('.dfv-fold').click()
    assert.match(await wrong.first().textContent(), /为什么：\S[\s\S]+依据：\S/)

    const after = await residents(api)
    assert.equal(after.valid, before.valid + 1, 'exactly one more person')
    assert.ok(after.aware - before.aware <= 1)
    t.diagnostic(`figure: resident answers in the village ${before.valid} -> ${after.valid}`)

    await resident.goTo(`/#/packages-public/village/index?area=${VILLAGE}`)
    await resident.page.locator('.dfv-rate', { hasText: `${after.valid}人答题` }).waitFor()
    await picture(resident.page, 'village-notice')
    assert.deepEqual(resident.errors, [])
    await resident.close()
  })

  it('a second time in the year is practice, and is told so', async () => {
    const { browser, base, api } = world
    const before = await residents(api)
    const resident = await newPerson(browser, base)
    await signIn(resident, '吴演乙')
    await resident.goTo('/#/pages/work/index')
    const { page } = resident
    await page.locator('.dfv-option', { hasText: '本村群众' }).click()
    await page.locator('.dfv-village-field').click()
    await page.locator('.dfv-village-choice', { hasText: '示范村B' }).click()
    await tap(page.locator('.dfv-start-quiz'), page.locator('.dfv-paper'))
    await answerTo(page, 11)
    await tap(page.locator('.dfv-hand-in'), page.locator('.dfv-counted'))
    assert.match(await page.locator('.dfv-counted').textContent(), /今年已计入第一次的结果|答得太快/)
    assert.deepEqual(await residents(api), before)
    await resident.close()
  })

  it('practice needs no sign-in and counts nowhere', async () => {
    const { browser, base, api } = world
    const before = await residents(api)
    const stranger = await newPerson(browser, base)
    await stranger.goTo('/#/packages-quiz/practice/index')
    const { page } = stranger
    await page.locator('.dfv-option', { hasText: '外来务工人员' }).click()
    await page.locator('.dfv-village-field').click()
    await page.locator('.dfv-village-choice', { hasText: '示范村B' }).click()
    await tap(page.locator('.dfv-start-practice'), page.locator('.dfv-paper'))
    await answerTo(page, 11)
    await tap(page.locator('.dfv-hand-in'), page.locator('.dfv-counted'))
    assert.match(await page.locator('.dfv-counted').textContent(), /这是练习/)
    assert.deepEqual(await residents(api), before)
    await stranger.close()
  })
}

async function residents(api) {
  const { audiences } = await api.get(`/villages/${VILLAGE}/awareness`)
  const { aware, valid } = audiences.find(({ audience }) => audience === 'resident')
  return { aware, valid }
}
