import assert from 'node:assert/strict'
import { it } from 'node:test'
import { DESK, newPerson, picture, signIn, tap } from '../support/browser.mjs'
import { answer, pageWith } from '../support/forms.mjs'
import { inspectInAllSizes } from '../support/inspect.mjs'
import { answerTo, untilReadable } from '../support/paper.mjs'

const VILLAGE = '441581990201'
const PUPILS = 6

/** A class answers together: a code on the board, no names, and one record of the school. @see 四(一)3 */
export function classStory(world) {
  it('a teacher opens a class, pupils answer with the code, and the school’s ledger has the sums', async () => {
    const { browser, base, api } = world
    const town = await api.as('王示镇')
    const school = await schoolOf(town)
    const before = await sessionsOf(town, school)
    const teacher = await newPerson(browser, base)
    await signIn(teacher, '许示师')
    const { page } = teacher
    const home = pageWith(page, '上过的课')
    await home.getByText('五年级2班').first().waitFor()
    await picture(page, 'teacher-home')
    const form = pageWith(page, '讲什么')
    await tap(home.getByRole('button', { name: '开课' }), form)
    await tap(page.locator('.dfv-open-class'), page.locator('.dfv-errors', { hasText: '有3处要改' }))
    await answer(form, {
      topic: '怎样拒绝毒品',
      className: { typed: '六年级1班' },
      pupils: { typed: String(PUPILS) },
    })
    await picture(page, 'class-open')
    const digits = page.locator('.dfv-class-code__digits')
    await tap(page.locator('.dfv-open-class'), digits)
    const code = (await digits.textContent()).replace(/\D/g, '')
    assert.match(code, /^\d{6}$/)
    await page.getByText('课堂码还有 45 分钟').waitFor()
    const faults = await inspectInAllSizes(page, 'board of a class')
    await picture(page, 'class-board')

    // A pupil on a phone nobody is signed in on: the way begins on the first page of the app.
    const pupil = await newPerson(browser, base)
    await pupil.goTo('/')
    const join = pageWith(pupil.page, '请输入黑板上的6位数字')
    await tap(pupil.page.locator('.dfv-link', { hasText: '加入课堂' }), join)
    const wrong = code === '000000' ? '000001' : '000000'
    await answer(join, { code: { typed: wrong } })
    await tap(pupil.page.locator('.dfv-join'), pupil.page.getByText('没有这个课堂码，请看黑板再输一次。'))
    faults.push(...(await inspectInAllSizes(pupil.page, 'joining a class')))
    await picture(pupil.page, 'class-join')
    await answer(join, { code: { typed: `${code.slice(0, 3)} ${code.slice(3)}` } })
    await tap(pupil.page.locator('.dfv-join'), pupil.page.locator('.dfv-paper'))
    await picture(pupil.page, 'class-question')
    const others = []
    for (let other = 1; other < PUPILS; other++) others.push(await api.post('/class-papers', { code }))
    const issuedAt = new Date().toISOString()
    await answerTo(pupil.page, 11)
    faults.push(...(await inspectInAllSizes(pupil.page, 'before handing in to the class')))
    await untilReadable({ issuedAt })
    for (const { paperId, token, items } of others)
      await api.put(`/class-papers/${paperId}`, {
        token,
        answers: items.map(({ no }) => ({ no, chosen: [0] })),
      })
    await tap(pupil.page.locator('.dfv-hand-in'), pupil.page.getByText('交好了，谢谢！'))
    const done = await pageWith(pupil.page, '交好了').textContent()
    assert.match(done, /已计入全班的总数，不记姓名/)
    assert.doesNotMatch(done, /\d+分|知晓|合格|第\s*\d+\s*名/, 'no score, nothing to compare')
    await picture(pupil.page, 'class-done')
    const kept = await pupil.page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))
    assert.ok(!kept.includes(others[0].items[0].stem), 'nothing of the paper stays on the device')
    await tap(
      pupil.page.locator('.dfv-next-pupil'),
      pupil.page.locator('.dfv-paper__head', { hasText: '第 1 题' }),
    )
    assert.equal(await pupil.page.locator('.dfv-option--on').count(), 0)

    // The teacher sees numbers, and what few knew; then the bell.
    await page.getByText(`已交 ${PUPILS} 份，到课 ${PUPILS} 人`).waitFor()
    await page.getByText('全班最容易错的题').waitFor()
    await picture(page, 'class-board-answers')
    const sheet = page.locator('.dfv-sheet', { hasText: '现在下课？' })
    await tap(page.locator('.dfv-end-class'), sheet)
    await tap(sheet.getByRole('button', { name: '确定下课' }), page.getByText('结果已记入本校的台账'))
    await picture(page, 'class-ended')
    const after = await sessionsOf(town, school)
    assert.equal(after.length, before.length + 1)
    const { payload } = after.find(({ id }) => !before.some((one) => one.id === id))
    assert.equal(payload.pupils, PUPILS)
    assert.equal(payload.valid, PUPILS)
    assert.equal(payload.className, '六年级1班')
    await answerTo(pupil.page, 11)
    await tap(pupil.page.locator('.dfv-hand-in'), pupil.page.getByText('这节课已结束。'))
    assert.deepEqual(faults, [])
    assert.deepEqual([...teacher.errors, ...pupil.errors], [])
    await teacher.close()
    await pupil.close()
  })

  it('on the classroom’s screen the code is read from the last row', async () => {
    const teacher = await newPerson(world.browser, world.base, { size: DESK })
    await signIn(teacher, '许示师')
    const { page } = teacher
    await pageWith(page, '上过的课').locator('.dfv-class').first().waitFor()
    await picture(page, 'teacher-home-pc')
    await page.locator('.dfv-class').last().click()
    await page.getByText('有效 29 份，知晓 26 份').last().waitFor()
    await picture(page, 'class-ended-pc')
    assert.deepEqual(teacher.errors, [])
    await teacher.close()
  })
}

async function schoolOf(town) {
  const { items } = await town.get(`/places?type=school&areaCode=${VILLAGE}`)
  return items[0].id
}

async function sessionsOf(town, school) {
  return (await town.get(`/records?subjectId=${school}&kind=class-session`)).items
}
