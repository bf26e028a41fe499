import assert from 'node:assert/strict'
import { createHash, createHmac, randomBytes } from 'node:crypto'
import path from 'node:path'
import test from 'node:test'
import { bech32 } from '@scure/base'
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { until } from '../support/until.mjs'
import { createMiniProgram } from './mini-program.mjs'
import { classed, fillForm, saying, tapUntil } from './user.mjs'
import { ledger, signedIn, VILLAGE } from './village.mjs'

const ROOT = path.resolve(import.meta.dirname, '../../dist/weapp')
const HAND_IN = '/packages-record/hand-in/index'

/** A server with a key pair of its own, that takes records from the network and from files, each once. */
async function server() {
  const identity = await generateX25519Identity()
  const publicKey = bech32.decodeToBytes(await identityToRecipient(identity)).bytes
  const ticket = randomBytes(32)
  const grant = {
    sessionId: '0190f3c2-7a10-7cc3-98b4-0c2a4e6f8a11',
    keyId: 1,
    publicKey: Buffer.from(publicKey).toString('base64'),
    ticket: ticket.toString('base64'),
  }
  const known = new Map()
  const answers = []
  const take = (item) => {
    const status = known.has(item.id) ? 200 : 201
    if (status === 200) assert.deepEqual(item.payload, known.get(item.id).payload)
    else known.set(item.id, item)
    answers.push(status)
    const record = {
      ...item,
      receivedAt: new Date().toISOString(),
      reviewState: 'accepted',
      receiptNo: 'R-1',
    }
    return { id: item.id, status, record }
  }
  return {
    grant,
    known,
    answers,
    /** What the town office's upload does: open, believe or not, take. */
    async takeFile(file) {
      const decrypter = new Decrypter()
      decrypter.addIdentity(identity)
      const plain = Buffer.from(await decrypter.decrypt(file))
      const body = plain.subarray(32)
      assert.ok(createHmac('sha256', ticket).update(body).digest().equals(plain.subarray(0, 32)))
      const jsonEnd = 4 + body.readUInt32BE(0)
      const content = JSON.parse(body.subarray(4, jsonEnd).toString('utf8'))
      for (const item of content.records) take(item)
      return { content, photos: body.subarray(jsonEnd) }
    },
    request({ url, data }) {
      const { pathname } = new URL(url)
      if (pathname.endsWith('/session/refresh'))
        return {
          data: { ...signedIn, handIn: grant, accessToken: 'a', expiresAt: '2099-01-01T00:00:00.000Z' },
        }
      if (pathname.endsWith(`/ledger/${VILLAGE}`)) return { data: ledger }
      if (pathname.endsWith('/records/batch'))
        return { data: { results: JSON.parse(data).records.map(take) } }
      const [, id] = /\/attachments\/([^/]+)/.exec(pathname) ?? []
      if (id !== undefined) return { data: { id, state: 'stored', chunkBytes: 131_072, missing: [] } }
      return { statusCode: 404, data: { status: 404, code: 'NOT_FOUND', title: '' } }
    },
  }
}

test('without a network: records and photos leave the phone in a file, the server takes it, and the phone doubles nothing', async () => {
  const world = await server()
  const shot = randomBytes(600_000)
  const files = new Map([['wxfile://camera.jpg', new Uint8Array(shot).buffer]])
  const storage = new Map([['dfv:session', signedIn]])
  const phone = (online) =>
    createMiniProgram(ROOT, {
      request: world.request,
      storage,
      files,
      camera: ['wxfile://camera.jpg'],
      online,
    })

  // Signed in once with a network: the phone keeps the server's key and the ledger.
  const first = phone(true)
  await first.launch()
  await until('the grant', () => storage.get('dfv:session')?.handIn !== undefined)
  await until('the ledger', () => [...storage.keys()].some((key) => key.includes(':ledger-records:')))
  first.kill()

  const away = phone(false)
  await away.launch()
  const form = await fillForm(away, { place: '村委会广场', attendance: 35 })
  await form.tap(form.findAll('dfv-button').find((node) => form.text(node).includes('拍照或选照片')))
  await until('the photo', () => form.findAll('dfv-photo__picture').length === 1)
  await tapUntil(form, saying(form, 'dfv-button', '下一步'), () => away.top.route.includes('review'))
  await tapUntil(away.top, saying(away.top, 'dfv-button', '提交'), () => away.top.route.includes('receipt'))

  const outbox = await away.open('/packages-record/outbox/index')
  await tapUntil(outbox, saying(outbox, 'dfv-link', '存成文件'), () => away.top.route.includes('hand-in'))
  const page = away.top
  await until('what waits', () => /1 条没发出[\s\S]*别人捡到了，也看不到内容/.test(page.text()))
  await tapUntil(page, classed(page, 'dfv-hand-in-make'), () => page.findAll('dfv-hand-in-made').length > 0)
  assert.match(page.text(), /1 条记录，1 张照片/)
  await tapUntil(page, classed(page, 'dfv-hand-in-give'), () => /文件已交出/.test(page.text()))

  const [, shared] = away.calls.find(([name]) => name === 'shareFileMessage')
  assert.match(shared.fileName, /^交镇禁毒办-\d{8}-\d{4}\.age$/)
  const file = Buffer.from(files.get(shared.filePath))
  assert.ok(!file.includes('publicity') && !file.includes(shot.subarray(1_000, 1_100)))
  assert.ok(!file.includes(Buffer.from('村委会广场')))
  await until('what was handed in', () => /已交文件，等系统确认/.test(outbox.text()))
  assert.deepEqual(away.errors, [])
  away.kill()

  const { content, photos } = await world.takeFile(file)
  assert.deepEqual(world.answers, [201])
  assert.equal(content.appointmentId, 'appointment-1')
  assert.deepEqual(
    content.files.map(({ id }) => id),
    content.records[0].payload.photos,
  )
  assert.equal(createHash('sha256').update(photos).digest('hex'), content.files[0].sha256)
  assert.ok(photos.equals(shot.subarray(0, 300_000)))

  // Killed, and back on the network: the same record is sent once more and is there already.
  const back = phone(true)
  await back.launch()
  await until('both answers', () => world.answers.length === 2)
  assert.deepEqual(world.answers, [201, 200])
  assert.equal(world.known.size, 1)
  const settled = await back.open('/packages-record/outbox/index')
  await until('that all is sent', () => /都发出去了/.test(settled.text()))
  assert.match(settled.text(), /已收到（近30天）1/)
  await until(
    'that the photos are gone',
    () => ![...files.keys()].some((name) => name.startsWith('http://usr/photos/')),
  )
  assert.deepEqual(back.errors, [])
})

test('a share that the user gave up leaves the records as they were; a phone without the key says what to do', async () => {
  const world = await server()
  const entry = {
    key: 'r.1',
    recordId: '0190f3c2-7a10-7cc3-98b4-0c2a4e6f8b01',
    kind: 'publicity-activity',
    schemaVersion: 1,
    areaCode: VILLAGE,
    subjectId: VILLAGE,
    revision: 1,
    occurredOn: '2026-11-20',
    payload: { occurredOn: '2026-11-20' },
    state: 'queued',
    sequence: 1,
    updatedAt: 1,
    attempts: 0,
  }
  const own = 'dfv:account-1:appointment-1:outbox:r.1'
  const withKey = { ...signedIn, handIn: world.grant }
  const away = createMiniProgram(ROOT, {
    storage: new Map([
      ['dfv:session', withKey],
      [own, entry],
    ]),
    online: false,
  })
  let asked = 0
  away.wx.shareFileMessage = ({ fail }) => {
    asked += 1
    fail?.({ errMsg: 'shareFileMessage:fail cancel' })
    return Promise.reject({ errMsg: 'shareFileMessage:fail cancel' })
  }
  await away.launch()
  const page = await away.open(HAND_IN)
  await tapUntil(page, classed(page, 'dfv-hand-in-make'), () => page.findAll('dfv-hand-in-give').length > 0)
  await tapUntil(page, classed(page, 'dfv-hand-in-give'), () => asked > 0)
  await until('the way to hand it in', () => page.findAll('dfv-hand-in-give').length === 1)
  assert.equal(away.storage.get(own).handedInAt, undefined)
  assert.deepEqual(away.errors, [])

  const keyless = createMiniProgram(ROOT, {
    storage: new Map([
      ['dfv:session', signedIn],
      [own, entry],
    ]),
    online: false,
  })
  await keyless.launch()
  const told = await keyless.open(HAND_IN)
  await until('why not', () => /还没有领到加密用的钥匙/.test(told.text()))
  assert.equal(told.findAll('dfv-hand-in-make').length, 0)
})
