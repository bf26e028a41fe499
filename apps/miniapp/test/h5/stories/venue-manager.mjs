import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { it } from 'node:test'
import { DESK, newPerson, picture, signIn, tap } from '../support/browser.mjs'
import { answer, pageWith } from '../support/forms.mjs'
import { inspectInAllSizes } from '../support/inspect.mjs'
import { answerTo, rightOf, untilReadable } from '../support/paper.mjs'

const VILLAGE = '441581990201'
const NAME = '洪演六'
const HOW = '装了新锁，摄像头对着后门'

/** The manager of a venue: what is due, his people, and a problem put right. Nobody else’s venue, nothing of the village. */
export function venueManagerStory(world) {
  it('the roster is kept, a member of the staff answers, and the manager learns that he has, not how', async () => {
    const { browser, base } = world
    const manager = await newPerson(browser, base)
    await signIn(manager, '梁示店')
    const { page } = manager
    const home = pageWith(page, '要办的事')
    await home.getByText('还有 2 人没答禁毒知识题').waitFor()
    await picture(page, 'venue-home')
    const text = await home.textContent()
    assert.match(text, /示范旅馆/)
    assert.doesNotMatch(
      text,
      /示范网咖|示范快递点|示范A-\d|帮扶/,
      'no other venue, and nothing of the village',
    )

    const roster = pageWith(page, '姓名加密保存')
    await tap(home.getByRole('button', { name: '从业人员名册' }), roster)
    const members = roster.locator('.dfv-staff')
    await members.nth(5).waitFor()
    assert.doesNotMatch(await roster.textContent(), /黎演|潘演|姚演/, 'names are masked')
    const faults = await inspectInAllSizes(page, 'roster of a venue')
    await picture(page, 'venue-staff')
    const sheet = page.locator('.dfv-sheet', { hasText: '登记一名从业人员' })
    await tap(page.locator('.dfv-add-staff'), sheet)
    await tap(page.locator('.dfv-staff-add'), sheet.getByText('请填姓名'))
    await sheet.getByLabel('姓名', { exact: true }).fill(NAME)
    faults.push(...(await inspectInAllSizes(page, 'adding a member of the staff')))
    const added = members.filter({ hasText: '7号' })
    await tap(page.locator('.dfv-staff-add'), added)
    assert.match(await added.textContent(), /洪\*.*还没答题/)
    await tap(added.getByRole('button', { name: '看姓名' }), added.getByText(NAME))
    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))
    assert.ok(!kept.includes(NAME), 'a name stays on no device')
    const code = (await added.locator('.dfv-quiz-code').textContent()).replace(/\D/g, '')

    const worker = await newPerson(browser, base)
    await worker.goTo('/')
    const start = pageWith(worker.page, '请输入您的答题码')
    await tap(worker.page.locator('.dfv-link', { hasText: '凭答题码答题' }), start)
    await picture(worker.page, 'staff-quiz-start')
    await answer(start, { code: { typed: code } })
    const [drawn] = await Promise.all([
      worker.page.waitForResponse((one) => one.url().endsWith('/api/staff-papers')),
      tap(worker.page.locator('.dfv-staff-quiz'), worker.page.locator('.dfv-paper')),
    ])
    await answerTo(worker.page, 11)
    await untilReadable(await drawn.json())
    await tap(worker.page.locator('.dfv-hand-in'), worker.page.getByText('已计入示范旅馆的从业人员知晓率'))
    await picture(worker.page, 'staff-quiz-done')
    await manager.reopen('/#/packages-venue/staff/index')
    const again = pageWith(manager.page, '姓名加密保存')
    const last = again.locator('.dfv-staff', { hasText: '7号' })
    await last.getByText('今年已答题').waitFor()
    assert.doesNotMatch(await again.textContent(), /\d+分|答对|知晓/, 'how he answered is told to nobody')

    const sure = manager.page.locator('.dfv-sheet', { hasText: '姓名随即删除，不能找回。' })
    await tap(last.getByRole('button', { name: '离职' }), sure)
    await sure.getByRole('button', { name: '确定离职' }).click()
    await last.waitFor({ state: 'detached' })
    assert.deepEqual(faults, [])
    assert.deepEqual([...manager.errors, ...worker.errors], [])
    await manager.close()
    await worker.close()
  })

  it('a member of the staff who knows enough keeps a certificate without a score', async () => {
    const { browser, base, api } = world
    const { staff } = await (await api.as('梁示店')).get('/own-venue')
    const { number, quizCode } = staff.find(({ answered }) => !answered)
    const worker = await newPerson(browser, base)
    await worker.goTo('/#/packages-venue/answer/index')
    const { page } = worker
    const start = pageWith(page, '请输入您的答题码')
    await answer(start, { code: { typed: quizCode } })
    const [drawn] = await Promise.all([
      page.waitForResponse((one) => one.url().endsWith('/api/staff-papers')),
      tap(page.locator('.dfv-staff-quiz'), page.locator('.dfv-paper')),
    ])
    const paper = await drawn.json()
    await answerTo(page, 11, rightOf(paper.items))
    await untilReadable(paper)
    await tap(page.locator('.dfv-hand-in'), page.getByText('答对 10 题（100分）'))
    const certificate = page.locator('.dfv-certificate')
    await tap(page.locator('.dfv-get-certificate'), certificate)
    const text = await certificate.textContent()
    assert.match(text, /禁毒知识答题合格证.*示范旅馆.*示范村A/)
    assert.match(text, /80分及以上合格/)
    assert.doesNotMatch(text, /答对|得分|100分（/, 'passed, and not how well')
    const faults = await inspectInAllSizes(page, 'certificate')
    await picture(page, 'staff-certificate')
    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))
    const name = await certificate.locator('.dfv-facts__value').first().textContent()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      tap(page.locator('.dfv-certificate-file'), page.getByText('已下载。')),
    ])
    assert.match(file.suggestedFilename(), /^禁毒知识答题合格证2026-[0-9A-F]{8}\.pdf$/)
    assert.equal((await readFile(await file.path())).subarray(0, 5).toString(), '%PDF-')
    assert.ok(name.length > 1 && !kept.includes(name), `the name of number ${number} stays on no device`)
    assert.deepEqual(faults, [])
    assert.deepEqual(worker.errors, [])
    await worker.close()
  })

  it('a problem is reported as put right, and counts once the town office has looked', async () => {
    const { browser, base, api } = world
    const town = await api.as('王示镇')
    const { items } = await town.get(
      `/places?type=venue&areaCode=${VILLAGE}&q=${encodeURIComponent('示范旅馆')}`,
    )
    const venue = items[0].id
    const manager = await newPerson(browser, base)
    await signIn(manager, '梁示店')
    const { page } = manager
    const home = pageWith(page, '要办的事')
    const duty = home.locator('.dfv-venue-duty', { hasText: '后门没有锁' })
    const form = pageWith(page, '怎么改的')
    await tap(duty.getByRole('button', { name: '报整改' }), form)
    await tap(page.locator('.dfv-fix'), form.getByText('请写明怎么改的，至少两个字'))
    await answer(form, { how: { typed: HOW } })
    const faults = await inspectInAllSizes(page, 'reporting what was put right')
    await picture(page, 'venue-fix')
    await tap(page.locator('.dfv-fix'), page.getByText('已收到，等人核对'))
    await tap(page.getByRole('button', { name: '完成' }), duty.getByText('已报，等人核对'))
    await picture(page, 'venue-fix-waits')
    const reported = (await town.get(`/records?subjectId=${venue}&kind=rectification`)).items.find(
      ({ payload }) => payload.how === HOW,
    )
    assert.equal(reported.reviewState, 'pending', 'his own word alone settles nothing')
    await town.post(`/records/${reported.id}/review`, { decision: 'accept' })
    await manager.reopen('/#/pages/home/index')
    const fresh = pageWith(manager.page, '要办的事')
    await fresh.locator('.dfv-venue-duty').first().waitFor()
    await fresh.getByText('后门没有锁').waitFor({ state: 'detached' })
    assert.deepEqual(faults, [])
    assert.deepEqual(manager.errors, [])
    await manager.close()
  })

  it('on a PC the venue is one column that can be read', async () => {
    const manager = await newPerson(world.browser, world.base, { size: DESK })
    await signIn(manager, '梁示店')
    const { page } = manager
    await pageWith(page, '要办的事').getByText('检查记录').waitFor()
    await picture(page, 'venue-home-pc')
    await manager.goTo('/#/packages-venue/staff/index')
    await pageWith(page, '姓名加密保存').locator('.dfv-staff').first().waitFor()
    await picture(page, 'venue-staff-pc')
    assert.deepEqual(manager.errors, [])
    await manager.close()
  })
}
