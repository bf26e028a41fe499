import assert from 'node:assert/strict'
import { it } from 'node:test'
import { DESK, newPerson, picture, signIn, tap } from '../support/browser.mjs'
import { answer, pageWith } from '../support/forms.mjs'
import { inspectInAllSizes } from '../support/inspect.mjs'
import { answerTo, untilReadable } from '../support/paper.mjs'

const VILLAGE = '441581990201'
const TOWN = '441581990'
const LIST = '2026年选民名册'
const DRAWN = 6

/** A rate that rests on a sample: drawn, asked by slip and at home, and told with all it rests on. @see 四(一)3 */
export function awarenessStory(world) {
  it('the secretary draws, one answers by slip, one at home, and the page tells who did not', async () => {
    const { browser, base, api } = world
    const town = await api.as('王示镇')
    const before = await residents(town)
    const secretary = await newPerson(browser, base)
    await signIn(secretary, '示范村A 村书记')
    const { page } = secretary
    await secretary.goTo('/#/pages/check/index')
    const report = pageWith(page, '示范村A的知晓率')
    await tap(page.locator('.dfv-to-awareness'), report)
    await report.locator('.dfv-aware--resident').waitFor()
    const faults = await inspectInAllSizes(page, 'awareness of a village')
    await picture(page, 'awareness')

    const form = pageWith(page, '用哪份名单')
    await tap(page.locator('.dfv-to-draw'), form)
    await tap(page.locator('.dfv-draw'), page.locator('.dfv-errors', { hasText: '有4处要改' }))
    await answer(form, {
      audience: '本村群众',
      listName: { typed: LIST },
      size: { typed: '812' },
    })
    assert.equal(await form.locator('[id="field-count-input"]').inputValue(), '130')
    await answer(form, { count: { typed: String(DRAWN) } })
    await picture(page, 'sample-draw')
    const sample = pageWith(page, '抽到的编号')
    await tap(page.locator('.dfv-draw'), sample)
    await sample.getByText(`答了 0 人，抽到 ${DRAWN} 人`).waitFor()
    faults.push(...(await inspectInAllSizes(page, 'a sample')))
    await picture(page, 'sample')
    const { items: samples } = await town.get(`/samples?areaCode=${VILLAGE}`)
    const { id } = samples.find(({ listName }) => listName === LIST)

    const slips = pageWith(page, '剪开')
    await tap(page.locator('.dfv-to-slips'), slips.locator('.dfv-slip').first())
    await slips.locator('.dfv-slip__qr').first().waitFor()
    assert.equal(await slips.locator('.dfv-slip').count(), DRAWN)
    const first = slips.locator('.dfv-slip').first()
    const number = Number((await first.locator('.dfv-slip__no').textContent()).replace(/\D/g, ''))
    const code = (await first.locator('.dfv-slip__code').textContent()).replace(/\D/g, '')
    assert.match(code, /^\d{12}$/)
    faults.push(...(await inspectInAllSizes(page, 'slips of a sample')))
    await picture(page, 'sample-slips')

    // Whoever was drawn answers on a phone nobody is signed in on.
    const drawn = await newPerson(browser, base)
    await drawn.goTo('/')
    const entry = pageWith(drawn.page, '请输入您的答题码')
    await tap(drawn.page.locator('.dfv-link', { hasText: '凭答题码答题' }), entry)
    await answer(entry, { code: { typed: '12345' } })
    await tap(drawn.page.locator('.dfv-staff-quiz'), entry.getByText('答题码是12位或8位数字'))
    await answer(entry, { code: { typed: `${code.slice(0, 4)} ${code.slice(4, 8)} ${code.slice(8)}` } })
    const [bySlip] = await Promise.all([
      drawn.page.waitForResponse((one) => one.url().endsWith('/api/invited-papers')),
      tap(drawn.page.locator('.dfv-staff-quiz'), drawn.page.locator('.dfv-paper')),
    ])
    await answerTo(drawn.page, 11)

    // Another is asked at home, on the secretary's phone; a third does not want to.
    await secretary.goTo(`/#/packages-awareness/sample/index?id=${id}`)
    const list = pageWith(page, '抽到的编号')
    const rows = list.locator('.dfv-sample-number')
    await rows.first().waitFor()
    const others = rows.filter({ hasNotText: `${number}号` })
    const sheet = page.locator('.dfv-sheet', { hasText: '为什么没答' })
    await tap(others.last().getByRole('button', { name: '为什么没答' }), sheet)
    await tap(sheet.getByRole('button', { name: '不愿意答' }), list.getByText('不愿意答'))
    const start = pageWith(page, '不要提示，不要替答')
    await tap(others.first().getByRole('button', { name: '入户答题' }), start)
    await picture(page, 'sample-visit')
    const [atHome] = await Promise.all([
      page.waitForResponse((one) => one.url().endsWith('/paper')),
      tap(page.locator('.dfv-visit'), page.locator('.dfv-paper')),
    ])
    await answerTo(page, 11)
    await untilReadable(await bySlip.json())
    await tap(drawn.page.locator('.dfv-hand-in'), drawn.page.getByText('已计入示范村A的知晓率，不记姓名'))
    await picture(drawn.page, 'invited-done')
    await untilReadable(await atHome.json())
    await tap(page.locator('.dfv-hand-in'), page.getByText('已计入入户答题'))
    await tap(page.locator('.dfv-visit-done'), list.getByText(`答了 2 人，抽到 ${DRAWN} 人`))

    const after = await residents(town)
    const counted = (given, channel) => given.channels.find((one) => one.channel === channel)?.valid ?? 0
    for (const channel of ['invited', 'household'])
      assert.equal(counted(after, channel), counted(before, channel) + 1)
    assert.deepEqual(
      { ...after.response, lowest: null },
      { drawn: DRAWN, answered: 2, refused: 1, unreachable: 0, ineligible: 0, open: 3, lowest: null },
    )
    await secretary.reopen(`/#/packages-awareness/report/index?area=${VILLAGE}`)
    await pageWith(secretary.page, '示范村A的知晓率')
      .getByText(`抽了${DRAWN}人，答了2人，还没答3人，不愿意答1人。`)
      .waitFor()
    await picture(secretary.page, 'awareness-sample')
    assert.deepEqual(faults, [])
    assert.deepEqual([...secretary.errors, ...drawn.errors], [])
    await secretary.close()
    await drawn.close()
  })

  it('the town office enters what a third party found, and sees its villages side by side', async () => {
    const office = await newPerson(world.browser, world.base, { size: DESK })
    await signIn(office, '示范镇 镇禁毒办')
    const { page } = office
    await office.goTo(`/#/packages-awareness/surveys/index?area=${VILLAGE}`)
    const form = pageWith(page, '录入一份结果')
    await form.locator('.dfv-enter-survey').waitFor()
    await tap(page.locator('.dfv-enter-survey'), page.locator('.dfv-errors', { hasText: '有6处要改' }))
    await answer(form, {
      audience: '本村群众',
      documentNo: { typed: '调〔2026〕8号' },
      issuer: { typed: '示范调查队' },
      keptAt: { typed: '镇档案柜3号' },
      valid: { typed: '120' },
      aware: { typed: '116' },
    })
    await tap(page.locator('.dfv-enter-survey'), form.getByText('示范调查队 调〔2026〕8号'))
    await picture(page, 'surveys-pc')
    await office.goTo(`/#/packages-awareness/report/index?area=${TOWN}`)
    const report = pageWith(page, '示范镇的知晓率')
    await report.locator('.dfv-aware-village').first().waitFor()
    await picture(page, 'awareness-town-pc')
    const village = pageWith(page, '示范村A的知晓率')
    await tap(report.locator('.dfv-aware-village', { hasText: '示范村A' }), village)
    await village.getByText('120份，知晓116份').waitFor()
    await picture(page, 'awareness-pc')
    assert.deepEqual(office.errors, [])
    await office.close()
  })
}

async function residents(town) {
  const { people } = await town.get(`/awareness/${VILLAGE}`)
  return people.find(({ audience }) => audience === 'resident')
}
