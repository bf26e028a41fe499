import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import test from 'node:test'
import { until } from '../support/until.mjs'
import { createMiniProgram } from './mini-program.mjs'
import { classed, fillForm, saying, tapUntil } from './user.mjs'
import { ledger, signedIn, VILLAGE } from './village.mjs'

const ROOT = path.resolve(import.meta.dirname, '../../dist/weapp')
const FORM = '/packages-record/form/index?kind=publicity-activity'

const isAsked = (page) => page.findAll('dfv-privacy-ask').length > 0

/** A phone whose user has not decided about the privacy guide yet. */
function phone({
  request,
  session = signedIn,
  privacy = { needAuthorization: true, contract: '《示范指引》' },
} = {}) {
  const sent = []
  const answer = (options) => {
    const { pathname } = new URL(options.url)
    sent.push({ ...options, pathname })
    if (pathname.endsWith('/session/refresh'))
      return { data: { ...session, accessToken: 'access', expiresAt: '2099-01-01T00:00:00.000Z' } }
    if (pathname.endsWith(`/ledger/${VILLAGE}`)) return { data: ledger }
    if (pathname.endsWith('/records/batch')) {
      const { records } = JSON.parse(options.data)
      const received = (one) => ({
        ...one,
        receivedAt: new Date().toISOString(),
        reviewState: 'accepted',
        receiptNo: 'R-1',
      })
      return { data: { results: records.map((one) => ({ id: one.id, status: 201, record: received(one) })) } }
    }
    return (
      request?.({ ...options, pathname }) ?? {
        statusCode: 404,
        data: { status: 404, code: 'NOT_FOUND', title: '' },
      }
    )
  }
  const program = createMiniProgram(ROOT, {
    request: answer,
    storage: new Map(session ? [['dfv:session', session]] : []),
    files: new Map([['wxfile://chosen.age', new Uint8Array(randomBytes(5_000)).buffer]]),
    camera: ['wxfile://chosen.age'],
    privacy,
  })
  return { program, sent }
}

async function openForm(program) {
  await program.launch()
  return fillForm(program, { place: '村委会广场', attendance: 35 })
}

test('before the first photo the app asks, in its own words, with WeChat’s guide one tap away', async () => {
  const { program } = phone()
  const form = await openForm(program)
  assert.equal(isAsked(form), false)
  await tapUntil(form, saying(form, 'dfv-button', '拍照或选照片'), () => isAsked(form))
  assert.deepEqual(program.privacyEvents, ['exposureAuthorization'])
  assert.ok(!program.calls.some(([name]) => name === 'compressed'), 'no photo before the consent')
  await until('the guide', () => form.text().includes('《示范指引》'))
  const link = () => form.findAll('dfv-link').find((node) => form.text(node).includes('《示范指引》'))
  await tapUntil(form, link, () => program.calls.some(([name]) => name === 'openPrivacyContract'))

  await program.agreeToPrivacy(form, form.find('dfv-privacy-agree'))
  await until('the photo', () => form.findAll('dfv-photo__picture').length === 1)
  assert.deepEqual(program.privacyEvents, ['exposureAuthorization', 'agree'])
  assert.equal(isAsked(form), false)

  // Asked once: the next photo is chosen at once.
  await tapUntil(
    form,
    saying(form, 'dfv-button', '再加照片'),
    () => form.findAll('dfv-photo__picture').length > 1,
  )
  assert.deepEqual(program.privacyEvents, ['exposureAuthorization', 'agree'])
  assert.deepEqual(program.errors, [])
})

test('who refuses is told so, is asked again only when he tries again, and records without a photo', async () => {
  const { program, sent } = phone()
  const form = await openForm(program)
  await tapUntil(form, saying(form, 'dfv-button', '拍照或选照片'), () => isAsked(form))
  await tapUntil(form, classed(form, 'dfv-privacy-refuse'), () => !isAsked(form))
  await until('that it goes without a photo', () =>
    form.text().includes('照片是选填的，可以不带，记录照样能交'),
  )
  assert.deepEqual(program.privacyEvents, ['exposureAuthorization', 'disagree'])
  assert.equal(form.findAll('dfv-photo__picture').length, 0)

  await tapUntil(form, saying(form, 'dfv-button', '下一步'), () => program.top.route.includes('review'))
  const batch = () => sent.find(({ pathname }) => pathname.endsWith('/records/batch'))
  await tapUntil(program.top, saying(program.top, 'dfv-button', '提交'), () => batch() !== undefined)
  const [record] = JSON.parse(batch().data).records
  assert.equal(record.payload.attendance, 35)
  assert.equal(record.payload.photos, undefined)
  assert.equal(isAsked(program.top), false)

  const again = await program.open(FORM)
  await tapUntil(again, saying(again, 'dfv-button', '拍照或选照片'), () => isAsked(again))
  assert.deepEqual(program.privacyEvents, ['exposureAuthorization', 'disagree', 'exposureAuthorization'])
  assert.deepEqual(program.errors, [])
})

test('only a tap on WeChat’s own button is a consent', async () => {
  const { program } = phone()
  const form = await openForm(program)
  await tapUntil(form, saying(form, 'dfv-button', '拍照或选照片'), () => isAsked(form))
  await assert.rejects(program.agreeToPrivacy(form, form.find('dfv-privacy-refuse')))
  await form.fire(form.find('dfv-privacy-agree'), 'tap')
  assert.deepEqual(program.privacyEvents, ['exposureAuthorization'])
  assert.equal(isAsked(form), true)
})

test('a file from a chat is asked for the same way: refused, nothing is sent; agreed, it goes', async () => {
  const [held] = signedIn.appointments
  const office = {
    ...signedIn,
    appointments: [{ ...held, role: 'town-office', areaCode: VILLAGE.slice(0, 9), areaName: '示范镇' }],
  }
  const taken = {
    writer: { name: '林××', role: 'case-worker', areaCode: VILLAGE },
    madeAt: '2026-11-22T10:00:00.000Z',
    records: [
      {
        id: 'r',
        kind: 'talk',
        areaCode: VILLAGE,
        occurredOn: '2026-11-20',
        outcome: 'received',
        receiptNo: 'R-1',
      },
    ],
    photos: { stored: 0, left: 0 },
  }
  const { program, sent } = phone({
    session: office,
    request: ({ pathname }) => (pathname.endsWith('/hand-ins') ? { data: taken } : undefined),
  })
  await program.launch()
  const page = await program.open('/packages-intake/hand-ins/index')
  const choose = classed(page, 'dfv-hand-in-choose')
  const uploads = () => sent.filter(({ pathname }) => pathname.endsWith('/hand-ins'))
  await tapUntil(page, choose, () => isAsked(page))
  await tapUntil(page, classed(page, 'dfv-privacy-refuse'), () => !isAsked(page))
  await until('that consent is missing', () => page.text().includes('您没有同意隐私保护指引'))
  assert.equal(uploads().length, 0)

  await tapUntil(page, choose, () => isAsked(page))
  await program.agreeToPrivacy(page, page.find('dfv-privacy-agree'))
  await until('who handed it in', () => page.text().includes('林××（专干）交来的'))
  assert.equal(uploads().length, 1)
  assert.equal(uploads()[0].header['Content-Type'], 'application/vnd.dfv.hand-in')
  assert.match(page.text(), /收下 1 条/)
  assert.deepEqual(program.errors, [])
})

test('without the phone number there is the binding code, and the page says so', async () => {
  const { program } = phone({
    session: null,
    request: ({ pathname }) =>
      pathname.endsWith('/session/wechat')
        ? {
            data: {
              accessToken: 'a',
              expiresAt: '2099-01-01T00:00:00.000Z',
              account: { id: 'new', name: '' },
              appointments: [],
            },
          }
        : undefined,
  })
  await program.launch()
  const page = await program.open('/packages-account/sign-in/index')
  await page.tap(await until('the note to agree to', () => page.findAll('dfv-option')[0]))
  const phoneButton = () => page.findAll('dfv-button').find((node) => page.text(node) === '微信手机号登录')
  await tapUntil(page, classed(page, 'dfv-button--primary'), () => phoneButton() !== undefined)
  await page.fire(phoneButton(), 'getphonenumber', { errMsg: 'getPhoneNumber:fail user deny' })
  await until('the way without a number', () =>
    page.text().includes('没有拿到手机号，没关系：请向镇禁毒办领绑定码'),
  )
  assert.deepEqual(program.errors, [])
})
