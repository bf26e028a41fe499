import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import test from 'node:test'
import { until } from '../support/until.mjs'
import { createMiniProgram } from './mini-program.mjs'
import { fillForm, ROOT, tapButton } from './user.mjs'
import { ledger, signedIn, VILLAGE } from './village.mjs'

const CHUNK = 131_072

/** A server that takes records and photos, and one bad piece of network. */
function server() {
  const world = { records: [], pieces: new Map(), declared: undefined, complete: 0, isCut: false, cuts: 0 }
  const request = ({ url, method, data }) => {
    const { pathname } = new URL(url)
    if (pathname.endsWith('/session/refresh'))
      return { data: { ...signedIn, accessToken: 'access', expiresAt: '2099-01-01T00:00:00.000Z' } }
    if (pathname.endsWith(`/ledger/${VILLAGE}`)) return { data: ledger }
    if (pathname.endsWith('/records/batch')) {
      const { records } = JSON.parse(data)
      world.records.push(...records)
      const received = (one) => ({
        ...one,
        receivedAt: new Date().toISOString(),
        reviewState: 'accepted',
        receiptNo: 'R-1',
      })
      return { data: { results: records.map((one) => ({ id: one.id, status: 201, record: received(one) })) } }
    }
    const [, id, rest] = /\/attachments\/([^/]+)(.*)$/.exec(pathname) ?? []
    if (id === undefined) return { statusCode: 404, data: { status: 404, code: 'NOT_FOUND', title: '' } }
    if (rest === '/completion') {
      world.complete += 1
      return { data: { id, state: 'stored', chunkBytes: CHUNK, missing: [] } }
    }
    if (rest !== '') {
      // No answer at all: the request was cut.
      if (world.isCut) {
        world.cuts += 1
        return null
      }
      world.pieces.set(Number(rest.split('/').pop()), Buffer.from(data))
      world.isCut = true
      return { statusCode: 204, data: '' }
    }
    if (method !== 'PUT') return { statusCode: 404, data: {} }
    world.declared = JSON.parse(data)
    const all = Array.from({ length: Math.ceil(world.declared.bytes / CHUNK) }, (_, index) => index)
    const missing = all.filter((index) => !world.pieces.has(index))
    return { data: { id, state: 'partial', chunkBytes: CHUNK, missing } }
  }
  return { world, request }
}

test('a photo is taken, made small, kept in a file, and arrives in pieces behind its record, over a kill', async () => {
  const { world, request } = server()
  const shot = randomBytes(900_000)
  const files = new Map([['wxfile://camera.jpg', new Uint8Array(shot).buffer]])
  const storage = new Map([['dfv:session', signedIn]])
  const phone = () => createMiniProgram(ROOT, { request, storage, files, camera: ['wxfile://camera.jpg'] })

  const first = phone()
  await first.launch()
  const form = await fillForm(first, { place: '村委会广场', attendance: 35 })
  await tapButton(first, '拍照或选照片')
  await until('the photo', () => form.findAll('dfv-photo__picture').length === 1)
  const [, small] = first.calls.find(([name]) => name === 'compressed')
  assert.deepEqual([small.compressedWidth, small.compressedHeight], [1600, 1200])

  await tapButton(first, '下一步')
  await until('the review', () => first.top.route.includes('review'))
  await tapButton(first, '提交')
  await until('the cut', () => world.isCut)
  const [record] = world.records
  assert.equal(record.payload.photos.length, 1)
  await until('the receipt', () => first.top.route.includes('receipt'))
  await until('what is left', () => /已收到[\s\S]*照片还有 1 张没传完/.test(first.top.text()))
  assert.equal(world.complete, 0)

  const kept = files.get(`http://usr/photos/${record.payload.photos[0]}`)
  assert.ok(kept, 'the photo lies in the app’s own files')
  first.kill()
  // One piece each start: a network that breaks all the time still gets the photo through.
  for (let start = 0; world.complete === 0 && start < 5; start++) {
    world.isCut = false
    const { cuts } = world
    const next = phone()
    await next.launch()
    await until('a piece, and then the break', () => world.cuts > cuts || world.complete > 0)
    assert.deepEqual(next.errors, [])
    if (world.complete === 0) next.kill()
  }
  const whole = Buffer.concat([...world.pieces].sort(([a], [b]) => a - b).map(([, bytes]) => bytes))
  assert.ok(whole.equals(shot.subarray(0, 300_000)))
  assert.equal(createHash('sha256').update(whole).digest('hex'), world.declared.sha256)
  await until(
    'an empty folder',
    () => ![...files.keys()].some((name) => name.startsWith('http://usr/photos/')),
  )
  assert.deepEqual(
    [...storage.keys()].filter((key) => key.includes(':photo:')),
    [],
  )
  assert.deepEqual(first.errors, [])
})
