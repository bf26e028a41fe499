import assert from 'node:assert/strict'
import { it } from 'node:test'
import { newPerson, picture, signIn, tap } from '../support/browser.mjs'
import { answer, handIn, pageWith } from '../support/forms.mjs'
import { inspectInAllSizes } from '../support/inspect.mjs'

const VILLAGE = '441581990201'
const NAME = '示范台球室'
const PROBLEM = '后门内锁，包间没有警示标志'

/** A venue from its registration to a problem put right; then a record that was wrong, taken out of every count. */
export function venueFormsStory(world) {
  it('a venue is registered, inspected, has a problem and puts it right', async () => {
    const { browser, base, api } = world
    const cadre = await newPerson(browser, base)
    await signIn(cadre, '示范村A 专干')
    const { page } = cadre

    await cadre.goTo('/#/packages-record/form/index?kind=venue')
    const picker = pageWith(page, '登记场所')
    const form = pageWith(page, '重点部位写明了吗')
    await tap(picker.getByRole('button', { name: '登记场所' }), form)
    const decided = form.locator(
      '[id="field-keyParts"] .dfv-option--on, [id="field-monitored"] .dfv-option--on',
    )
    assert.equal(await decided.count(), 0, 'what decides is never preset')
    await answer(form, { name: { typed: NAME }, venueType: { fromSheet: '其他' }, keyParts: '是' })
    await answer(form, { keyPartsText: { typed: '后门、两个包间' }, monitored: '是' })
    await picture(page, 'venue-form')
    await handIn(page)

    const town = await api.as('王示镇')
    const venue = await venueNamed(town, NAME)
    assert.equal(venue.areaCode, VILLAGE)

    // From the venue's own file: what was looked at, what has to change, and what was done about it.
    await cadre.goTo('/#/packages-register/list/index?register=venue')
    await page.locator('.dfv-list-row', { hasText: NAME }).first().click()
    const file = pageWith(page, '责任状')
    await recordHere(page, file, '场所检查')
    const inspection = pageWith(page, '警示标志')
    assert.equal(await inspection.locator('[id="field-signs"] .dfv-option--on').count(), 0)
    await answer(inspection, { signs: '否', cameras: '是', staff: '是', rooms: '是' })
    await answer(inspection, { findings: { typed: PROBLEM } })
    await picture(page, 'inspection-form')
    await handIn(page)

    await openVenue(cadre, venue.id)
    await recordHere(page, file, '场所问题')
    const problem = pageWith(page, '限改日期')
    await answer(problem, { problem: { typed: PROBLEM } })
    const { now } = await api.get('/app-config')
    await answer(problem, { fixBy: { typed: chinaDay(now, -3) } })
    await page.getByRole('button', { name: '下一步：核对' }).click()
    const summary = problem.locator('.dfv-errors')
    await summary.waitFor()
    await picture(page, 'problem-form-wrong')
    await answer(problem, { fixBy: { typed: chinaDay(now, 14) } })
    await handIn(page)

    await openVenue(cadre, venue.id)
    const open = file.locator('.dfv-row', { hasText: PROBLEM })
    await open.waitFor()
    const faults = await inspectInAllSizes(page, 'venue with a problem')
    await picture(page, 'venue-problem')
    const mending = pageWith(page, '怎么改的')
    await tap(open.getByRole('button', { name: '记整改' }), mending)
    await answer(mending, { how: { typed: '换了推杆锁，两个包间都贴了标志' } })
    await handIn(page)

    await openVenue(cadre, venue.id)
    await file.locator('.dfv-timeline-row', { hasText: '整改' }).waitFor()
    assert.equal(await open.count(), 0, 'nothing is left to be put right')
    const { items } = await town.get(`/records?subjectId=${venue.id}`)
    const kinds = items.map(({ kind }) => kind).sort()
    assert.deepEqual(kinds, ['rectification', 'venue', 'venue-inspection', 'venue-problem'])
    const found = items.find(({ kind }) => kind === 'venue-problem')
    assert.equal(items.find(({ kind }) => kind === 'rectification').payload.problem, found.id)
    assert.deepEqual(faults, [])
    assert.deepEqual(cadre.errors, [])
    await cadre.close()
  })

  it('a record that was wrong is voided with a reason, stays readable and no longer counts', async () => {
    const { browser, base, api } = world
    const town = await api.as('王示镇')
    const cadre = await newPerson(browser, base)
    await signIn(cadre, '示范村A 专干')
    const { page } = cadre
    await cadre.goTo('/#/packages-record/form/index?kind=publicity-activity')
    const form = pageWith(page, '参加人数')
    await answer(form, { place: { typed: '记错了的地方' }, attendance: { typed: '12' } })
    await form.locator('.dfv-option', { hasText: '发放资料' }).click()
    await handIn(page)
    const { items } = await town.get(`/records?areaCode=${VILLAGE}&kind=publicity-activity`)
    const record = items.find(({ payload }) => payload.place === '记错了的地方')

    await cadre.goTo(`/#/packages-record/detail/index?id=${record.id}`)
    const detail = pageWith(page, '记错了的地方')
    const sheet = page.locator('.dfv-sheet', { hasText: '作废以后不再计算' })
    await tap(detail.getByRole('button', { name: '作废', exact: true }), sheet)
    const sure = sheet.getByRole('button', { name: '确定作废' })
    await tap(sure, sheet.getByText('请写明为什么作废'))
    await sheet.getByLabel('为什么作废').fill('记成了别的村的活动')
    const faults = await inspectInAllSizes(page, 'reason for voiding')
    await picture(page, 'void-reason')
    await tap(sure, detail.getByText('这条记录已作废，不再计算。'))
    await detail.getByText('记成了别的村的活动').waitFor()
    await picture(page, 'record-voided')
    assert.equal(await detail.getByRole('button', { name: '作废', exact: true }).count(), 0)
    assert.equal((await town.get(`/records/${record.id}`)).reviewState, 'voided')
    await cadre.goTo('/#/packages-register/list/index?register=activities')
    await page.locator('.dfv-list-row', { hasText: '已作废' }).first().waitFor()
    assert.deepEqual(faults, [])
    assert.deepEqual(cadre.errors, [])
    await cadre.close()
  })
}

async function openVenue(cadre, id) {
  await cadre.goTo(`/#/packages-register/place/index?id=${id}`)
  await pageWith(cadre.page, '责任状').waitFor()
}

/** 记一条 on the file, then the kind. */
async function recordHere(page, file, kind) {
  const row = page.locator('.dfv-row', { hasText: kind }).last()
  await tap(file.getByRole('button', { name: '记一条' }), row)
  await row.click()
}

async function venueNamed(reader, name) {
  const { items } = await reader.get(`/places?type=venue&areaCode=${VILLAGE}`)
  return items.find((one) => one.name === name)
}

/** The civil date in China some days after an instant. */
const chinaDay = (instant, days) =>
  new Date(Date.parse(instant) + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)
