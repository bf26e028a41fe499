import { AccountChangedError, ApiError, type BatchItem, type BatchResult, type RecordOut } from '@/shared/api'
import { NetworkError, StorageFullError } from '@/shared/platform'
import { memoryStore } from '../../../test/support/memory-store'
import { createEntryStore } from './entry-store'
import { createOutbox } from './outbox'
import { type DraftInput, unsettledOf } from './types'

const draft = (recordId: string, extra: Partial<DraftInput> = {}): DraftInput => ({
  recordId,
  kind: 'talk',
  schemaVersion: 1,
  areaCode: '441581990201',
  subjectId: 'person-1',
  revision: 1,
  occurredOn: '2026-11-23',
  payload: { occurredOn: '2026-11-23', found: 'yes' },
  ...extra,
})

const received = (item: BatchItem): RecordOut => ({
  ...item,
  receivedAt: '2026-11-23T06:05:00.000Z',
  reviewState: 'accepted',
  receiptNo: `R-${item.id}`,
  submittedBy: { accountId: 'account-1', role: 'case-worker' },
})
const accept = (items: BatchItem[], status = 201): BatchResult[] =>
  items.map((item) => ({ id: item.id, status, record: received(item) }))

type Sender = (items: BatchItem[]) => Promise<BatchResult[]>

/** One phone: its storage outlives the app, which is started again by `start`. */
function phone(room?: number) {
  const store = memoryStore({ room })
  const sent: BatchItem[][] = []
  const timers: { run: () => void; delayMs: number; cancelled: boolean }[] = []
  const world = { online: true, now: 1_000_000, answer: (async (items) => accept(items)) as Sender }
  const start = (prefix = 'dfv:account-1:appointment-1') =>
    createOutbox({
      entries: createEntryStore(store, prefix),
      send: (items) => {
        sent.push(items)
        return world.answer(items)
      },
      isOnline: () => world.online,
      now: () => world.now,
      instant: () => '2026-11-23T06:00:00.000Z',
      schedule: (run, delayMs) => {
        const timer = { run, delayMs, cancelled: false }
        timers.push(timer)
        return () => {
          timer.cancelled = true
        }
      },
    })
  return { store, sent, timers, world, start }
}
const states = (box: ReturnType<typeof createOutbox>) => box.entries().map((e) => `${e.recordId}:${e.state}`)

describe('handed in as a file', () => {
  test('records that left in a file wait on over a kill, and are sent under the same ids when there is a network', async () => {
    const { start, sent, world } = phone()
    world.online = false
    const box = start()
    for (const id of ['a', 'b']) {
      box.saveDraft(draft(id))
      box.enqueue(`${id}.1`)
    }
    box.saveDraft(draft('half'))
    box.noteHandedIn(['a.1', 'half.1'])
    const again = start()
    expect(states(again)).toEqual(['a:queued', 'b:queued', 'half:draft'])
    expect(again.find('a.1')?.handedInAt).toBe(world.now)
    expect(again.find('half.1')?.handedInAt).toBeUndefined()
    again.discard('a.1')
    expect(again.find('a.1')).toBeDefined()

    world.online = true
    world.answer = async (items) => accept(items, 200)
    await again.wake()
    expect(sent.flat().map(({ id }) => id)).toEqual(['a', 'b'])
    expect(sent.flat().some((item) => 'handedInAt' in item)).toBe(false)
    expect(states(again)).toEqual(['a:accepted', 'b:accepted', 'half:draft'])
  })

  test('a record that is put right afterwards says something new, so the file no longer speaks for it', async () => {
    const { start, world } = phone()
    const box = start()
    box.saveDraft(draft('a'))
    world.online = false
    box.enqueue('a.1')
    box.noteHandedIn(['a.1'])
    world.online = true
    const problem = { title: '不能晚于今天', status: 422, code: 'INVALID' }
    world.answer = async (items) => items.map(({ id }) => ({ id, status: 422, problem }))
    await box.wake()
    expect(box.find('a.1')?.state).toBe('returned')
    world.online = false
    box.saveDraft(draft('a', { occurredOn: '2026-11-22' }))
    expect(box.enqueue('a.1').handedInAt).toBeUndefined()
  })
})

describe('sending', () => {
  test('a record goes from draft to accepted, with its receipt', async () => {
    const { start } = phone()
    const box = start()
    box.saveDraft(draft('a'))
    expect(states(box)).toEqual(['a:draft'])
    box.enqueue('a.1')
    await box.flush()
    expect(box.find('a.1')).toMatchObject({ state: 'accepted', receipt: { receiptNo: 'R-a' } })
  })

  test('goes out in order of making, at most fifty at a time', async () => {
    const { start, sent, world } = phone()
    world.online = false
    const box = start()
    for (let i = 0; i < 120; i++) {
      world.now -= 60_000 // somebody sets the phone's clock back all the time
      box.saveDraft(draft(`r${i}`))
      box.enqueue(`r${i}.1`)
    }
    world.online = true
    await box.flush()
    expect(sent.map((batch) => batch.length)).toEqual([50, 50, 20])
    expect(sent.flat().map(({ id }) => id)).toEqual(Array.from({ length: 120 }, (_, i) => `r${i}`))
  })

  test('one bad record does not hold up another; each gets its own answer', async () => {
    const { start, world } = phone()
    world.online = false
    const box = start()
    for (const id of ['a', 'b', 'c', 'd', 'e']) {
      box.saveDraft(draft(id))
      box.enqueue(`${id}.1`)
    }
    world.online = true
    world.answer = async (items) => [
      ...accept(items.slice(0, 1)),
      {
        id: 'b',
        status: 422,
        problem: {
          title: '有2处要改',
          status: 422,
          code: 'RECORD_INVALID',
          errors: [{ path: ['payload', 'found'], code: 'required', text: '请选择见到本人了没有' }],
        },
      },
      { id: 'c', status: 409, problem: { title: '', status: 409, code: 'RECORD_CONFLICT' } },
      { id: 'd', status: 404, problem: { title: '没有找到', status: 404, code: 'NOT_FOUND' } },
      { id: 'e', status: 503 },
    ]
    await box.flush()
    expect(states(box)).toEqual(['a:accepted', 'b:returned', 'c:conflict', 'd:returned', 'e:queued'])
    expect(box.find('b.1')?.problem?.errors).toEqual([{ field: 'found', text: '请选择见到本人了没有' }])
  })

  test('a later revision waits until the earlier one is settled', async () => {
    const { start, sent, world } = phone()
    world.online = false
    const box = start()
    box.saveDraft(draft('a'))
    box.enqueue('a.1')
    box.saveDraft(draft('a', { revision: 2, replaces: 1 }))
    box.enqueue('a.2')
    world.online = true
    await box.flush()
    expect(sent.map((batch) => batch.map(({ revision }) => revision))).toEqual([[1], [2]])
  })

  test('a tap while sending joins the sending', async () => {
    const { start, sent } = phone()
    const box = start()
    box.saveDraft(draft('a'))
    box.enqueue('a.1')
    await Promise.all([box.flush(), box.wake(), box.flush()])
    expect(sent).toHaveLength(1)
  })
})

describe('hazards', () => {
  test('killed between sending and answer: starts as queued and sends the same id again', async () => {
    const { start, sent, world } = phone()
    world.answer = () => new Promise(() => undefined) // the app dies before the answer
    const first = start()
    first.saveDraft(draft('a'))
    first.enqueue('a.1')
    expect(states(first)).toEqual(['a:sending'])

    world.answer = async (items) => accept(items, 200) // the server had stored it
    const second = start()
    expect(states(second)).toEqual(['a:queued'])
    await second.flush()
    expect(states(second)).toEqual(['a:accepted'])
    expect(sent.flat().map(({ id, revision }) => `${id}.${revision}`)).toEqual(['a.1', 'a.1'])
    expect(sent[0]).toEqual(sent[1])
  })

  test('killed between writing the entry and the index: the entry is adopted', () => {
    const { store, start } = phone()
    start().saveDraft(draft('a'))
    store.remove('dfv:account-1:appointment-1:outbox-index')
    expect(states(start())).toEqual(['a:draft'])
  })

  test('an answer that names a record twice, or a stranger, or not at all, is harmless', async () => {
    const { start, world } = phone()
    world.online = false
    const box = start()
    for (const id of ['a', 'b']) {
      box.saveDraft(draft(id))
      box.enqueue(`${id}.1`)
    }
    world.online = true
    world.answer = async (items) => [
      ...accept([items[0]!]),
      ...accept([items[0]!], 200),
      { id: 'stranger', status: 201 },
    ]
    await box.flush()
    expect(states(box)).toEqual(['a:accepted', 'b:queued'])
  })

  test('no network: queued again, tried later, later still, and at once when the user asks', async () => {
    const { start, sent, timers, world } = phone()
    world.answer = () => Promise.reject(new NetworkError('timeout'))
    const box = start()
    box.saveDraft(draft('a'))
    box.enqueue('a.1')
    await box.flush()
    expect(states(box)).toEqual(['a:queued'])
    timers[0]!.run()
    await box.flush()
    expect(timers.map(({ delayMs }) => delayMs)).toEqual([5_000, 15_000])
    world.answer = async (items) => accept(items)
    await box.wake()
    expect(states(box)).toEqual(['a:accepted'])
    expect(sent).toHaveLength(3)
    expect(timers[1]!.cancelled).toBe(true)
  })

  test('offline: nothing is tried and nothing changes', async () => {
    const { start, sent, world } = phone()
    world.online = false
    const box = start()
    box.saveDraft(draft('a'))
    box.enqueue('a.1')
    await box.wake()
    expect(sent).toHaveLength(0)
    expect(states(box)).toEqual(['a:queued'])
  })

  test('the session is over: waits for the sign-in without asking again and again', async () => {
    const { start, timers, world } = phone()
    world.answer = () => Promise.reject(new ApiError(401, { title: '', status: 401, code: 'TOKEN_EXPIRED' }))
    const box = start()
    box.saveDraft(draft('a'))
    box.enqueue('a.1')
    await box.flush()
    expect(states(box)).toEqual(['a:queued'])
    expect(box.needsSignIn()).toBe(true)
    expect(timers).toHaveLength(0)
    world.answer = async (items) => accept(items)
    await box.wake()
    expect(states(box)).toEqual(['a:accepted'])
  })

  test('a batch refused as a whole is halved until the culprit stands alone', async () => {
    const { start, world } = phone()
    world.online = false
    const box = start()
    for (const id of ['a', 'b', 'c', 'd']) {
      box.saveDraft(draft(id))
      box.enqueue(`${id}.1`)
    }
    world.online = true
    world.answer = async (items) => {
      if (items.some(({ id }) => id === 'c'))
        throw new ApiError(413, { title: '', status: 413, code: 'TOO_LARGE' })
      return accept(items)
    }
    await box.flush()
    expect(states(box)).toEqual(['a:accepted', 'b:accepted', 'c:returned', 'd:accepted'])
  })

  test('another account on the same phone sees and sends nothing of the first', async () => {
    const { start, sent, world } = phone()
    world.online = false
    const first = start()
    first.saveDraft(draft('a'))
    first.enqueue('a.1')
    first.close()
    world.online = true
    const second = start('dfv:account-2:appointment-9')
    await second.wake()
    expect(second.entries()).toEqual([])
    expect(sent).toHaveLength(0)
    second.close()
    const back = start()
    await back.flush()
    expect(states(back)).toEqual(['a:accepted'])
  })

  test('the account changes while a batch waits to leave: nothing is sent, nothing is lost', async () => {
    const { start, timers, world } = phone()
    world.answer = () => Promise.reject(new AccountChangedError())
    const box = start()
    box.saveDraft(draft('a'))
    box.enqueue('a.1')
    await box.flush()
    expect(states(box)).toEqual(['a:queued'])
    expect(timers).toHaveLength(0)
  })

  test('the role has ended: its records wait for the role that follows, and are not refused', async () => {
    const { start, timers, world } = phone()
    const ended = { title: '', status: 403, code: 'APPOINTMENT_NOT_YOURS' }
    world.answer = () => Promise.reject(new ApiError(403, ended))
    const box = start()
    box.saveDraft(draft('a'))
    box.enqueue('a.1')
    await box.flush()
    expect(states(box)).toEqual(['a:queued'])
    expect(timers).toHaveLength(0)
  })

  test('an answer that arrives after the account changed is still noted where it belongs', async () => {
    const { start, world } = phone()
    let answer: (results: BatchResult[]) => void = () => undefined
    world.answer = () =>
      new Promise((resolve) => {
        answer = resolve
      })
    const box = start()
    const entry = box.saveDraft(draft('a'))
    box.enqueue('a.1')
    const sending = box.flush()
    box.close()
    answer(accept([{ ...entry, id: 'a' }]))
    await sending
    expect(states(start())).toEqual(['a:accepted'])
  })

  test('a full phone: the form hears of it, and received records make room', async () => {
    const { start, store, world } = phone()
    const box = start()
    for (const id of ['a', 'b']) {
      box.saveDraft(draft(id))
      box.enqueue(`${id}.1`)
    }
    await box.flush()
    const used = [...store.texts].reduce((sum, [key, text]) => sum + key.length + text.length, 0)
    store.setRoom(used)
    world.online = false
    box.saveDraft(draft('c'))
    expect(states(box)).toEqual(['c:draft'])
    store.setRoom(10)
    expect(() => box.saveDraft(draft('d'))).toThrow(StorageFullError)
    expect(states(box)).toEqual(['c:draft'])
  })

  test('a phone too full to note that it is sending still sends', async () => {
    const { start, store, world } = phone()
    world.online = false
    const box = start()
    box.saveDraft(draft('a'))
    box.enqueue('a.1')
    store.setRoom(0)
    world.online = true
    await box.flush()
    expect(states(box)).toEqual(['a:accepted'])
    expect(states(start())).toEqual(['a:queued']) // sent again at the next start, answered as already received
  })
})

describe('what the user may change', () => {
  test('a returned record is corrected under the same id', async () => {
    const { start, sent, world } = phone()
    world.answer = async ([item]) => [
      { id: item!.id, status: 422, problem: { title: '', status: 422, code: 'RECORD_INVALID', errors: [] } },
    ]
    const box = start()
    box.saveDraft(draft('a'))
    box.enqueue('a.1')
    await box.flush()
    world.answer = async (items) => accept(items)
    box.saveDraft(draft('a', { payload: { found: 'no' } }))
    expect(box.find('a.1')?.state).toBe('returned')
    box.enqueue('a.1')
    await box.flush()
    expect(sent[1]![0]).toMatchObject({ id: 'a', revision: 1, payload: { found: 'no' } })
    expect(box.find('a.1')).toMatchObject({ state: 'accepted' })
    expect(box.find('a.1')).not.toHaveProperty('problem')
  })

  test('a correction that is not settled comes before another one of the same record', async () => {
    const { start, world } = phone()
    const box = start()
    box.saveDraft(draft('a'))
    box.enqueue('a.1')
    await box.flush()
    expect(unsettledOf(box.entries(), 'a')).toBeUndefined()
    world.answer = async ([item]) => [{ id: item!.id, status: 409 }]
    box.saveDraft(draft('a', { revision: 2, replaces: 1 }))
    box.enqueue('a.2')
    await box.flush()
    expect(unsettledOf(box.entries(), 'a')).toMatchObject({ key: 'a.2', state: 'conflict' })
    expect(unsettledOf(box.entries(), 'b')).toBeUndefined()
  })

  test('what waits or was received is neither changed nor thrown away', async () => {
    const { start, world } = phone()
    world.online = false
    const box = start()
    box.saveDraft(draft('a'))
    box.enqueue('a.1')
    box.saveDraft(draft('a', { payload: { found: 'no' } }))
    box.discard('a.1')
    expect(box.find('a.1')?.payload).toEqual({ occurredOn: '2026-11-23', found: 'yes' })
  })

  test('what was received is forgotten after thirty days, what waits never', async () => {
    const { start, world } = phone()
    const box = start()
    box.saveDraft(draft('a'))
    box.enqueue('a.1')
    await box.flush()
    world.online = false
    box.saveDraft(draft('b'))
    box.enqueue('b.1')
    world.now += 31 * 86_400_000
    expect(states(start())).toEqual(['b:queued'])
  })
})
