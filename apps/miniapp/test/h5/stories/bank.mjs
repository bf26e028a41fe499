import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { it } from 'node:test'
import { DESK, giveFiles, newPerson, picture, signIn, tap } from '../support/browser.mjs'
import { answer, pageWith } from '../support/forms.mjs'
import { axeFindings, inspectInAllSizes } from '../support/inspect.mjs'
import { answerTo } from '../support/paper.mjs'
import { openTable } from '../support/workbooks.mjs'

const STEM = '捡到一包不知名的粉末，该怎么办？'
const WHY = '可能是毒品，不要碰、不要闻，交给公安机关最稳妥。'
const NEW_ROW = {
  给谁答: '本村群众、外来务工人员',
  主题: '举报和防范责任',
  题型: '判断',
  题干: '发现可疑粉末可以自己带回家研究。',
  答案: '错误',
  讲解: '不要碰，交给公安机关。',
  法律依据: '《禁毒法》第九条',
}
const FIRST_ROW = 4

/** The offices keep the questions, one writes and another reads; residents learn from them. */
export function bankStory(world) {
  it('a question is written by one of an office, accepted by the other, and learnt by residents', async () => {
    const { browser, base } = world
    const author = await newPerson(browser, base)
    await signIn(author, '王示镇')
    await author.goTo('/#/pages/me/index')
    const list = pageWith(author.page, '全市共用一个题库')
    await tap(author.page.locator('.dfv-row', { hasText: '题库' }), list.locator('.dfv-question-row').first())
    await list.getByText(/共 \d+ 道题、待审核/).waitFor()
    await picture(author.page, 'question-bank')
    const faults = await inspectInAllSizes(author.page, 'question bank')

    const form = pageWith(author.page, '提交后等另一位同事审核')
    await tap(author.page.locator('.dfv-write-question'), form)
    await tap(author.page.locator('.dfv-question-submit'), form.locator('.dfv-errors', { hasText: '处要改' }))
    await answer(form, { audience: '本村群众', topic: '举报和防范责任', type: '单选', stem: { typed: STEM } })
    await answer(form, {
      optionA: { typed: '带回家' },
      optionB: { typed: '不碰，报110' },
      explanation: { typed: WHY },
      basis: { typed: '《禁毒法》第九条' },
    })
    await form.locator('[id="field-answer"] .dfv-option', { hasText: '不碰，报110' }).click()
    // The phone dies in the middle: what was written is there again, and offered where one looks for it.
    await author.page.waitForFunction(
      (words) => JSON.stringify(localStorage).includes(words),
      '《禁毒法》第九条',
    )
    await author.reopen('/#/packages-bank/list/index')
    const goOn = author.page.locator('.dfv-write-question', { hasText: '接着写没写完的题' })
    await goOn.waitFor()
    await tap(goOn, author.page.locator('.dfv-strip', { hasText: '上次写到一半，已接着打开。' }))
    assert.equal(await author.page.locator('[id="field-stem-input"]').inputValue(), STEM)
    faults.push(...(await inspectInAllSizes(author.page, 'writing a question')))
    await picture(author.page, 'question-form')
    const own = pageWith(author.page, '这一版是您写的')
    await tap(author.page.locator('.dfv-question-submit'), own)
    await own.getByText('待审核').first().waitFor()
    await own.getByText('现在不考这道题').waitFor()
    assert.equal(await own.locator('.dfv-question-accept').count(), 0, 'nobody accepts his own words')
    faults.push(...(await inspectInAllSizes(author.page, 'own question')))
    // Handed in, the draft is gone; one of a change that is given up goes too.
    const kept = () =>
      author.page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('question-draft')))
    assert.deepEqual(await kept(), [])
    const edit = author.page.locator('.dfv-question-edit')
    const change = pageWith(author.page, '改一道题')
    await tap(edit, change.locator('[id="field-stem-input"]'))
    await answer(change, { stem: { typed: '改到一半的题干' } })
    await author.page.goBack()
    await tap(edit.filter({ hasText: '接着改没改完的' }), author.page.locator('.dfv-question-restart'))
    assert.equal(await change.locator('[id="field-stem-input"]').inputValue(), '改到一半的题干')
    await picture(author.page, 'question-draft')
    await author.page.locator('.dfv-question-restart').click()
    await author.page.locator('.dfv-strip', { hasText: '上次写到一半' }).waitFor({ state: 'detached' })
    assert.equal(await change.locator('[id="field-stem-input"]').inputValue(), STEM)
    assert.deepEqual(await kept(), [])

    const second = await newPerson(browser, base, { size: DESK })
    await signIn(second, '刘示办')
    await second.goTo('/#/packages-bank/list/index')
    const desk = pageWith(second.page, '全市共用一个题库')
    await answer(desk, { text: { typed: '不知名的粉末' } })
    await second.page.locator('.dfv-bank-find').click()
    await desk.getByText('共 1 道题', { exact: false }).waitFor()
    await picture(second.page, 'question-bank-pc')
    assert.deepEqual(await axeFindings(second.page), [])
    const found = pageWith(second.page, '王示镇')
    await tap(desk.locator('.dfv-question-row', { hasText: STEM }), found.locator('.dfv-question-accept'))
    await picture(second.page, 'question-review-pc')
    assert.deepEqual(await axeFindings(second.page), [])
    await tap(found.locator('.dfv-question-accept'), found.getByText('已审核通过。'))
    await found.getByText(/刘示办 .*审核通过/).waitFor()
    await found.getByText('答题用这一版').waitFor()

    const resident = await newPerson(browser, base)
    await resident.goTo('/#/packages-quiz/study/index')
    const topics = pageWith(resident.page, '一张卡讲清一件事')
    await topics.locator('.dfv-topic').first().waitFor()
    await picture(resident.page, 'study-topics')
    const cards = resident.page.locator('.dfv-study-card')
    await tap(topics.locator('.dfv-topic', { hasText: '举报和防范责任' }), cards)
    faults.push(...(await inspectInAllSizes(resident.page, 'study card')))
    await picture(resident.page, 'study-card')
    // The new question is the only one of its topic that somebody has reviewed.
    const seen = new Map()
    for (;;) {
      const text = await cards.textContent()
      seen.set(text.includes(STEM), text)
      if (seen.size === 2) break
      await tap(resident.page.locator('.dfv-next-card'), cards.filter({ hasNotText: text }))
    }
    assert.match(seen.get(true), /答案：“不碰，报110”/)
    assert.doesNotMatch(seen.get(true), /待禁毒办审核/)
    assert.match(seen.get(false), /这张卡的内容待禁毒办审核/)
    assert.deepEqual(faults, [])
    for (const person of [author, second, resident]) {
      assert.deepEqual(person.errors, [])
      await person.close()
    }
  })

  it('on a PC the bank goes out as a table and comes back with its faults, then whole', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'dfv-bank-'))
    const fileIn = (name) => path.join(folder, name)
    const office = await newPerson(world.browser, world.base, { size: DESK })
    await signIn(office, '王示镇')
    await office.goTo('/#/packages-intake/questions/index')
    const { page } = office
    const saved = async (button, name) => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.locator(button).click()])
      await download.saveAs(fileIn(name))
      return openTable(fileIn(name))
    }
    const give = async (table, name) =>
      giveFiles(page.locator('.dfv-bank-upload'), await table.save(fileIn(name)))
    const table = await saved('.dfv-bank-export', 'bank.xlsx')
    table.fill(FIRST_ROW, [{ 讲解: '改过的讲解，写得更清楚。' }, { 答案: 'F' }])
    await give(table, 'first.xlsx')
    await page.locator('.dfv-table-faulty').waitFor()
    await page.getByText('有 1 处要改，还没有写入').waitFor()
    await picture(page, 'question-table-pc')
    assert.deepEqual(await axeFindings(page), [])
    const faulty = await saved('.dfv-table-faults', 'faulty.xlsx')
    assert.match(String(faulty.read(FIRST_ROW + 1, '要改的地方')), /答案不在选项里/)
    faulty.fill(FIRST_ROW + 1, [{ 答案: 'A', 讲解: '这一道也改了讲解。' }])
    await give(faulty, 'second.xlsx')
    await page.locator('.dfv-table-ready').waitFor()
    await page.getByText('改正 2 条').waitFor()
    await tap(page.locator('.dfv-table-confirm'), page.locator('.dfv-table-done'))

    const blank = await saved('.dfv-bank-template', 'blank.xlsx')
    blank.fill(FIRST_ROW + 1, [NEW_ROW])
    await give(blank, 'third.xlsx')
    await page.getByText('新记 1 条').waitFor()
    await tap(page.locator('.dfv-table-confirm'), page.locator('.dfv-table-done'))
    const town = await world.api.as('王示镇')
    const { items } = await town.get(`/quiz/bank/items?text=${encodeURIComponent('可疑粉末')}`)
    assert.equal(items[0].state, 'awaiting')
    assert.equal(items[0].drawnVersion, null, 'not asked of anybody yet')
    rmSync(folder, { recursive: true })
    assert.deepEqual(office.errors, [])
    await office.close()
  })

  it('what was answered wrong is practised until it was right once, on this phone', async () => {
    const learner = await newPerson(world.browser, world.base)
    await learner.goTo('/#/packages-quiz/practice/index')
    const { page } = learner
    await page.locator('.dfv-option', { hasText: '本村群众' }).click()
    await page.locator('.dfv-village-field').click()
    await page.locator('.dfv-village-choice', { hasText: '示范村A' }).click()
    const [drawn] = await Promise.all([
      page.waitForResponse((one) => one.url().endsWith('/api/quiz/papers')),
      tap(page.locator('.dfv-start-practice'), page.locator('.dfv-paper')),
    ])
    assert.equal((await drawn.json()).items.length, 10)
    // Killed in the middle of practice: it goes on where it stood.
    await answerTo(page, 3)
    await learner.reopen('/#/packages-quiz/practice/index')
    await tap(
      learner.page.locator('.dfv-left-goOn'),
      learner.page.locator('.dfv-paper__head', { hasText: '第 3 题' }),
    )
    await answerTo(learner.page, 11)
    const [answered] = await Promise.all([
      learner.page.waitForResponse((one) => one.url().includes('/api/quiz/attempts/')),
      tap(learner.page.locator('.dfv-hand-in'), learner.page.locator('.dfv-counted')),
    ])
    const { total, correct } = await answered.json()
    const wrong = total - correct
    assert.ok(wrong > 1, 'always the first option is seldom right')

    const left = learner.page.locator('.dfv-mistakes-left')
    await tap(learner.page.locator('.dfv-to-mistakes'), left)
    await left.filter({ hasText: `还有 ${wrong} 道` }).waitFor()
    const faults = await inspectInAllSizes(learner.page, 'a mistake to practise')
    await picture(learner.page, 'mistakes')
    const mistakes = pageWith(learner.page, '答错的题存在这部手机里')
    const look = mistakes.locator('.dfv-look')
    await tap(look, mistakes.getByText('请先选一个答案'))
    const verdict = mistakes.getByText(/练对了，已从错题里拿掉|再看看讲解，这道题先留着/)
    await mistakes.locator('.dfv-option').first().click()
    await tap(look, verdict)
    assert.match(await mistakes.locator('.dfv-explained').textContent(), /为什么：\S[\s\S]+依据：\S/)
    const isRight = (await verdict.textContent()).includes('练对了')
    await tap(
      mistakes.locator('.dfv-next-mistake'),
      left.filter({ hasText: `还有 ${isRight ? wrong - 1 : wrong} 道` }),
    )
    await learner.reopen('/#/packages-quiz/mistakes/index')
    await learner.page
      .locator('.dfv-mistakes-left', { hasText: `还有 ${isRight ? wrong - 1 : wrong} 道` })
      .waitFor()
    assert.deepEqual(faults, [])
    assert.deepEqual(learner.errors, [])
    await learner.close()
  })
}
