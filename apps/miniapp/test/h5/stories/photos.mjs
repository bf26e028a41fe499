import assert from 'node:assert/strict'
import { it } from 'node:test'
import { until } from '../../support/until.mjs'
import { giveFiles, newPerson, picture, signIn, tap } from '../support/browser.mjs'
import { inspectInAllSizes } from '../support/inspect.mjs'
import { describePicture, photoWithPlace, tellsOfShot } from '../support/photos.mjs'

const FORM = '/#/packages-record/form/index?kind=publicity-activity'
const OUTBOX = '/#/packages-record/outbox/index'
const PLACE = '照片故事广场'

/** An activity with two photos on a bad network: the record arrives first, the photos follow where they stopped. */
export function photoStory(world) {
  it('photos follow their record, go on where they stopped, and tell no place', async (t) => {
    const { browser, base, api } = world
    const cadre = await newPerson(browser, base, { offline: true })
    await signIn(cadre, '示范村A 专干')
    let { page } = cadre
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))

    // Nothing asks for a photo: the form goes on without.
    await cadre.goTo(FORM)
    const form = page.locator('.dfv-page', { hasText: '参加人数' }).last()
    const photos = form.locator('[id="field-photos"]')
    await photos.getByText('选填').waitFor()
    await form.locator('.dfv-option', { hasText: '发放资料' }).click()
    await form.locator('#field-place-input').fill(PLACE)
    await form.locator('#field-attendance-input').fill('35')

    const shots = [await photoWithPlace(), await photoWithPlace(), await photoWithPlace()]
    assert.ok(shots.every(tellsOfShot), 'the camera does write the place')
    await giveFiles(
      photos.getByRole('button', { name: '拍照或选照片' }),
      shots.map((buffer, at) => ({ name: `IMG_${at}.jpg`, mimeType: 'image/jpeg', buffer })),
    )
    const tiles = photos.locator('.dfv-photo__picture')
    await tiles.nth(2).waitFor()
    await tap(photos.getByRole('button', { name: '去掉照片 3' }), photos.getByText('记录先发出'))
    await until('the photos that are left', async () => (await tiles.count()) === 2)
    const faults = await inspectInAllSizes(page, 'form with photos')
    await picture(page, 'activity-form-photos')

    // The record leaves, and the network breaks while the photos are on their way.
    const sent = []
    let room = 1
    await cadre.context.route('**/api/attachments/**/chunks/*', async (route) => {
      if (room-- <= 0) return route.abort()
      sent.push(route.request().postDataBuffer())
      return route.continue()
    })
    const submit = page.getByRole('button', { name: '提交', exact: true })
    await tap(page.getByRole('button', { name: '下一步：核对' }), submit)
    await page.getByText('2 张').last().waitFor()
    await tap(submit, page.getByText('照片还有 2 张没传完').last())
    await page.getByText('已收到').last().waitFor()
    faults.push(...(await inspectInAllSizes(page, 'receipt with photos on their way')))
    await picture(page, 'receipt-photos-follow')

    const town = await api.as('王示镇')
    const record = await newestActivity(town)
    assert.equal(record.reviewState, 'accepted', 'the record does not wait for its photos')
    assert.equal(record.payload.photos.length, 2)
    const states = async () => (await town.get(`/records/${record.id}`)).attachments.map(({ state }) => state)
    assert.deepEqual(await states(), ['awaited', 'awaited'])

    // The app is killed. Opened again it goes on with the pieces that are missing.
    const before = sent.length
    await cadre.reopen(OUTBOX)
    page = cadre.page
    await page.getByText('照片还有 2 张没传完').first().waitFor()
    room = Number.POSITIVE_INFINITY
    await tap(page.getByRole('button', { name: '发送' }), page.getByText('都发出去了。'))
    await until('that all photos are stored', async () =>
      (await states()).every((state) => state === 'stored'),
    )
    assert.equal(await page.getByText('没传完').count(), 0)
    const pieces = sent.map((bytes) => bytes.toString('latin1'))
    assert.equal(new Set(pieces).size, pieces.length, 'no piece that had arrived was sent again')
    assert.equal(before, 1)
    assert.ok(!sent.some(tellsOfShot), 'the place does not even leave the phone')
    t.diagnostic(
      `figure: two photos ${Math.round(Buffer.concat(sent).length / 1024)} KB in ${sent.length} pieces`,
    )

    // What the server gives back is the picture alone, upright, and small in the list.
    for (const id of record.payload.photos) {
      const full = await town.bytes(`/attachments/${id}`)
      const thumb = await town.bytes(`/attachments/${id}?size=thumb`)
      assert.deepEqual(await describePicture(full), {
        width: 1600,
        height: 1200,
        format: 'jpeg',
        isBare: true,
      })
      assert.deepEqual(await describePicture(thumb), {
        width: 320,
        height: 240,
        format: 'jpeg',
        isBare: true,
      })
      assert.ok(![full, thumb].some(tellsOfShot))
    }
    assert.deepEqual(await leftOnPhone(page), [], 'nothing of them stays on the phone')

    await cadre.goTo(`/#/packages-record/detail/index?id=${record.id}`)
    const detail = page.locator('.dfv-page', { hasText: PLACE }).last()
    await detail.locator('.dfv-photo__picture').nth(1).waitFor()
    faults.push(...(await inspectInAllSizes(page, 'record with photos')))
    await picture(page, 'record-photos')
    const large = page.locator('.dfv-photo__large')
    await tap(detail.getByRole('button', { name: '看照片 1' }), large)
    await until('the large photo', () =>
      large.evaluate((image) => image.complete && image.naturalWidth === 1600),
    )
    await picture(page, 'record-photo-large')
    assert.deepEqual(faults, [])
    assert.deepEqual(cadre.errors, [])
    await cadre.close()
  })

  it('a file that is no picture is refused in plain words; the record stays', async () => {
    const { browser, base, api } = world
    const cadre = await newPerson(browser, base, { offline: true })
    await signIn(cadre, '示范村A 专干')
    const { page } = cadre
    await cadre.goTo(FORM)
    const form = page.locator('.dfv-page', { hasText: '参加人数' }).last()
    await form.locator('.dfv-option', { hasText: '张贴标语' }).click()
    await form.locator('#field-place-input').fill(PLACE)
    await form.locator('#field-attendance-input').fill('0')
    const buffer = Buffer.from('<html><script>alert(1)</script></html>')
    await giveFiles(form.getByRole('button', { name: '拍照或选照片' }), {
      name: 'photo.jpg',
      mimeType: 'image/jpeg',
      buffer,
    })
    await form.locator('.dfv-photo').waitFor()
    const submit = page.getByRole('button', { name: '提交', exact: true })
    await tap(page.getByRole('button', { name: '下一步：核对' }), submit)
    await tap(submit, page.getByText('已收到').last())

    const record = await newestActivity(await api.as('王示镇'))
    await cadre.goTo(`/#/packages-record/detail/index?id=${record.id}`)
    await page.getByText('这个文件不是照片，也不是PDF，没有收。').first().waitFor()
    assert.equal(record.reviewState, 'accepted')
    assert.deepEqual(cadre.errors, [])
    await cadre.close()
  })
}

async function newestActivity(reader) {
  const { items } = await reader.get('/records?areaCode=441581990201&kind=publicity-activity')
  return items.find(({ payload }) => payload.place === PLACE)
}

/** Ids of the photos that the phone still holds, in its storage or among its files. */
function leftOnPhone(page) {
  return page.evaluate(async () => {
    const named = Object.keys(localStorage).filter((key) => key.includes(':photo:'))
    const database = await new Promise((resolve) => {
      const request = indexedDB.open('dfv-files')
      request.onsuccess = () => resolve(request.result)
    })
    const keys = await new Promise((resolve) => {
      const request = database.transaction('photos').objectStore('photos').getAllKeys()
      request.onsuccess = () => resolve(request.result)
    })
    database.close()
    return [...named, ...keys]
  })
}
