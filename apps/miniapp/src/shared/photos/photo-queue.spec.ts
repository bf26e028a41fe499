import { createHash } from 'node:crypto'
import { AccountChangedError, ApiError } from '@/shared/api'
import { type FileBox, NetworkError, StorageFullError } from '@/shared/platform'
import { memoryStore } from '../../../test/support/memory-store'
import { createPhotoQueue } from './photo-queue'
import { createPhotoStore, dropStrayFiles } from './photo-store'
import type { PhotoClaim } from './types'

const CHUNK = 4
const refuse = (status: number, code: string, title = '') => new ApiError(status, { title, status, code })

/** Files of a phone: they outlive the app. */
function memoryBox(): FileBox & { files: Map<string, ArrayBuffer>; isFull: boolean } {
  const files = new Map<string, ArrayBuffer>()
  const box = {
    files,
    isFull: false,
    async put(name: string, bytes: ArrayBuffer) {
      if (box.isFull) throw new StorageFullError()
      files.set(name, bytes)
    },
    get: async (name: string) => files.get(name),
    remove: async (name: string) => void files.delete(name),
    names: async () => [...files.keys()],
  }
  return box
}

/** A server as the documentation says: it knows what records name, keeps pieces, and checks the whole. */
function server() {
  const world = {
    expected: new Set<string>(),
    pieces: new Map<string, Map<number, ArrayBuffer>>(),
    declared: new Map<string, { sha256: string; bytes: number }>(),
    stored: new Map<string, Buffer>(),
    calls: [] as string[],
    /** Called before each request; may throw. */
    fault: (_call: string): void => undefined,
  }
  const hear = (call: string) => {
    world.calls.push(call)
    world.fault(call)
  }
  const piecesOf = (id: string) => world.pieces.get(id) ?? new Map<number, ArrayBuffer>()
  return {
    world,
    sender: {
      async declare(id: string, file: { sha256: string; bytes: number }) {
        hear('declare')
        if (!world.expected.has(id)) throw refuse(404, 'NOT_FOUND')
        world.declared.set(id, file)
        const all = Array.from({ length: Math.ceil(file.bytes / CHUNK) }, (_, index) => index)
        const state = world.stored.has(id) ? ('stored' as const) : ('partial' as const)
        const missing = state === 'stored' ? [] : all.filter((index) => !piecesOf(id).has(index))
        return { id, state, chunkBytes: CHUNK, missing }
      },
      async putChunk(id: string, index: number, bytes: ArrayBuffer) {
        hear(`chunk ${index}`)
        world.pieces.set(id, piecesOf(id).set(index, bytes))
      },
      async complete(id: string) {
        hear('complete')
        if (world.stored.has(id)) return
        const pieces = [...piecesOf(id)].sort(([a], [b]) => a - b).map(([, bytes]) => Buffer.from(bytes))
        const whole = Buffer.concat(pieces)
        if (createHash('sha256').update(whole).digest('hex') !== world.declared.get(id)?.sha256) {
          world.pieces.delete(id)
          throw refuse(409, 'ATTACHMENT_DAMAGED')
        }
        world.stored.set(id, whole)
      },
    },
  }
}

/** One phone: storage and files outlive the app, which is started again by `start`. */
function phone() {
  const store = memoryStore()
  const files = memoryBox()
  const { world, sender } = server()
  const here = { online: true, claims: [] as PhotoClaim[], next: 0 }
  const timers: { run: () => void; delayMs: number }[] = []
  const start = (prefix = 'dfv:account-1:appointment-1') =>
    createPhotoQueue({
      store: createPhotoStore(store, files, prefix),
      sender,
      claims: () => here.claims,
      newId: async () => `photo-${++here.next}`,
      isOnline: () => here.online,
      schedule: (run, delayMs) => {
        timers.push({ run, delayMs })
        return () => undefined
      },
    })
  /** The record that names the photos stands in the outbox. */
  const record = (state: string, ...photos: string[]) => {
    here.claims = [{ state, photos }]
    if (state === 'accepted') for (const id of photos) world.expected.add(id)
  }
  return { store, files, world, here, timers, start, record }
}

const photo = (text: string) => ({ mime: 'image/jpeg', bytes: new Uint8Array(Buffer.from(text)).buffer })

describe('a photo follows its record', () => {
  test('it waits while the record waits, goes when the record is accepted, and then leaves the phone', async () => {
    const { start, record, world, files, store } = phone()
    const queue = start()
    const id = await queue.add(photo('a photo of eighteen'))
    for (const state of ['draft', 'queued', 'sending', 'returned', 'conflict']) {
      record(state, id)
      await queue.flush()
    }
    expect(world.calls).toEqual([])
    record('accepted', id)
    await queue.flush()
    expect(world.stored.get(id)?.toString()).toBe('a photo of eighteen')
    expect(queue.photos()).toEqual([])
    expect(files.files.size + store.texts.size).toBe(0)
  })

  test('a form that is open keeps its photo although no draft names it yet', async () => {
    const { start, world } = phone()
    const queue = start()
    await queue.add(photo('fresh'))
    await queue.flush()
    expect([queue.photos().length, world.calls.length]).toEqual([1, 0])
  })

  test('a photo taken out of the form again goes, because no record names it', async () => {
    const { start, files } = phone()
    const queue = start()
    const id = await queue.add(photo('blurred'))
    queue.letGo(id)
    await queue.flush()
    expect([queue.photos(), files.files.size]).toEqual([[], 0])
  })

  test('a photo whose record the phone has forgotten still arrives: the server expects it', async () => {
    const { start, record, world, here } = phone()
    const first = start()
    const id = await first.add(photo('kept'))
    record('accepted', id)
    here.claims = []
    await start().flush()
    expect(world.stored.has(id)).toBe(true)
  })
})

describe('hazards', () => {
  test('killed in the middle: goes on with the piece that is missing', async () => {
    const { start, record, world } = phone()
    const first = start()
    const id = await first.add(photo('0123456789ab'))
    record('accepted', id)
    world.fault = (call) => {
      if (call === 'chunk 1') throw new NetworkError('interrupted')
    }
    await first.flush()
    world.fault = () => undefined
    world.calls.length = 0
    await start().flush()
    expect(world.calls).toEqual(['declare', 'chunk 1', 'chunk 2', 'complete'])
    expect(world.stored.get(id)?.toString()).toBe('0123456789ab')
  })

  test('the answer to the last request is lost: asked again, sent once', async () => {
    const { start, record, world } = phone()
    const queue = start()
    const id = await queue.add(photo('0123'))
    record('accepted', id)
    const complete = world.fault
    let lost = false
    world.fault = (call) => {
      if (call === 'complete' && !lost) {
        lost = true
        world.stored.set(id, Buffer.from('0123'))
        throw new NetworkError('timeout')
      }
      complete(call)
    }
    await queue.flush()
    expect(queue.photos()).toHaveLength(1)
    await queue.wake()
    expect(queue.photos()).toEqual([])
    expect(world.calls.filter((call) => call.startsWith('chunk'))).toHaveLength(1)
  })

  test('damaged on its way: sent anew from the beginning, and not for ever', async () => {
    const { start, record, world, timers } = phone()
    const queue = start()
    const id = await queue.add(photo('01234567'))
    record('accepted', id)
    let bad = true
    world.fault = (call) => {
      if (call === 'complete' && bad) {
        bad = false
        world.pieces.delete(id)
        throw refuse(409, 'ATTACHMENT_DAMAGED')
      }
    }
    await queue.flush()
    expect(world.stored.get(id)?.toString()).toBe('01234567')

    const other = await queue.add(photo('89'))
    record('accepted', id, other)
    world.fault = (call) => {
      if (call === 'complete') throw refuse(409, 'ATTACHMENT_DAMAGED')
    }
    world.calls.length = 0
    await queue.flush()
    expect(world.calls.filter((call) => call === 'declare')).toHaveLength(3)
    expect(queue.photos().map(({ id: one, problem }) => [one, problem])).toEqual([[other, undefined]])
    expect(timers.at(-1)?.delayMs).toBe(5_000)
  })

  test('no network, a busy server: tried later, later still, and at once when the user asks', async () => {
    const { start, record, world, timers } = phone()
    const queue = start()
    const id = await queue.add(photo('0'))
    record('accepted', id)
    const faults: Error[] = [
      new NetworkError('offline'),
      refuse(503, 'UNAVAILABLE'),
      refuse(429, 'ATTACHMENT_TOO_MANY'),
    ]
    world.fault = () => {
      const fault = faults.shift()
      if (fault) throw fault
    }
    await queue.flush()
    await queue.flush()
    await queue.flush()
    expect(timers.map(({ delayMs }) => delayMs)).toEqual([5_000, 15_000, 60_000])
    await queue.wake()
    expect(world.stored.has(id)).toBe(true)
  })

  test('offline: nothing is tried', async () => {
    const { start, record, world, here } = phone()
    const queue = start()
    record('accepted', await queue.add(photo('0')))
    here.online = false
    await queue.wake()
    expect(world.calls).toEqual([])
  })

  test.each([
    ['the session is over', refuse(401, 'SIGN_IN_REQUIRED')],
    ['another account is signed in', new AccountChangedError()],
  ])('%s: waits, asks nothing, loses nothing', async (_, error) => {
    const { start, record, world, timers } = phone()
    const queue = start()
    const id = await queue.add(photo('0'))
    record('accepted', id)
    world.fault = () => {
      throw error
    }
    await queue.flush()
    expect([queue.photos().length, timers.length]).toEqual([1, 0])
    world.fault = () => undefined
    await queue.wake()
    expect(world.stored.has(id)).toBe(true)
  })

  test('another account on the same phone sees and sends nothing of the first', async () => {
    const { start, record, world, files, store } = phone()
    const first = start()
    const id = await first.add(photo('0'))
    first.close()
    const second = start('dfv:account-2:appointment-9')
    await second.wake()
    expect([second.photos(), world.calls]).toEqual([[], []])
    await dropStrayFiles(store, files)
    record('accepted', id)
    await start().flush()
    expect(world.stored.has(id)).toBe(true)
  })

  test('one that is refused says why, leaves the phone, and holds up no other', async () => {
    const { start, record, world, files } = phone()
    const queue = start()
    const bad = await queue.add(photo('heic'))
    const good = await queue.add(photo('jpeg'))
    record('accepted', bad, good)
    let first = true
    world.fault = (call) => {
      if (call === 'complete' && first) {
        first = false
        throw refuse(422, 'ATTACHMENT_HEIC', '打不开，没有收。')
      }
    }
    await queue.flush()
    expect(queue.photos().map(({ id, problem }) => [id, problem])).toEqual([[bad, '打不开，没有收。']])
    expect([world.stored.has(good), files.files.size]).toEqual([true, 0])
  })

  test('a record that went out of reach: its photo is not tried for ever', async () => {
    const { start, record, world } = phone()
    const queue = start()
    const id = await queue.add(photo('0'))
    record('accepted', id)
    world.expected.clear()
    await queue.flush()
    expect(queue.photos()[0]?.problem).toMatch(/不在您的范围/)
    await queue.wake()
    expect(world.calls).toEqual(['declare'])
  })

  test('a file that the phone cleared away is told, not waited for', async () => {
    const { start, record, files } = phone()
    const queue = start()
    record('accepted', await queue.add(photo('0')))
    files.files.clear()
    await queue.flush()
    expect(queue.photos()[0]?.problem).toMatch(/找不到/)
  })

  test('no room: the form is told, and no half of the photo stays', async () => {
    const { start, files, store } = phone()
    const queue = start()
    files.isFull = true
    await expect(queue.add(photo('0'))).rejects.toThrow(StorageFullError)
    files.isFull = false
    store.setRoom(0)
    await expect(queue.add(photo('0'))).rejects.toThrow(StorageFullError)
    expect([queue.photos(), files.files.size, store.texts.size]).toEqual([[], 0, 0])
  })

  test('killed between file and name: the stray file goes at the next start, the named one stays', async () => {
    const { start, files, store } = phone()
    const id = await start().add(photo('0'))
    await files.put('stray', new ArrayBuffer(1))
    await dropStrayFiles(store, files)
    expect([...files.files.keys()]).toEqual([id])
  })
})
