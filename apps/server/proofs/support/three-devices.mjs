import assert from 'node:assert/strict'
import { createRandom } from './random.mjs'

const KIND = 'publicity-activity'
const FIELDS = ['place', 'attendance', 'content']
const ACTIONS = {
  create: 1,
  open: 9,
  correct: 9,
  void: 0.4,
  'go offline': 2,
  'go online': 3,
  sync: 4,
  'kill the app': 1,
  'lose the next request': 1,
  'lose the next answer': 2,
  merge: 4,
}
const MOST_RECORDS = 3
const MOST_ROUNDS = 40

/**
 * One interleaving of three devices that create, correct, void and merge the same records, offline and online.
 * @param {object} code the phone's own code
 * @param {{ seed: number, kind: object, village: string, people: object[], schemaVersion: number, remote: (person: object) => object, counts?: () => object }} world
 *   remote: how a person's device reaches the server: `batch`, `put`, `read`
 * @returns {Promise<{ steps: string[], final: object[], merges: number }>}
 * @throws Error that tells the steps which led to a value lost or overwritten
 */
export async function playInterleaving(code, { seed, kind, village, people, remote, counts }) {
  const random = createRandom(seed)
  const steps = []
  const ids = []
  /** Everything a user ever submitted: `record field value`. */
  const entered = new Set()
  /** What a user gave up because the record was voided. */
  const givenUp = new Set()
  /** By `id.revision`: the fields that its author meant to change. */
  const meant = new Map()
  let values = 0
  let merges = 0

  const newId = () => {
    const tail = `${seed.toString(16).padStart(8, '0')}${ids.length.toString(16).padStart(4, '0')}`
    ids.push(`019ab3c2-7c3f-7000-8000-${tail}`)
    return ids.at(-1)
  }
  const fresh = (field) => {
    values += 1
    return field === 'attendance' ? values : `${field}${values}`
  }
  const note = (id, payload, fields) => {
    for (const field of fields) entered.add(`${id} ${field} ${payload[field]}`)
  }
  const devices = people.map((person, at) =>
    createDevice(code, person, remote(person), `device ${'ABC'[at]}`),
  )

  const submit = (device, draft, fields) => {
    const key = code.entryKey(draft.recordId, draft.revision)
    const before = device.outbox().find(key)
    if (before && before.state !== 'draft' && before.state !== 'returned') return false
    device.outbox().saveDraft(draft)
    device.outbox().enqueue(key)
    meant.set(`${device.name} ${key}`, new Set(fields))
    note(draft.recordId, draft.payload, fields)
    return true
  }
  const mayCorrect = ({ person }, record) =>
    person.role !== 'case-worker' || record.submittedBy.accountId === person.accountId

  const act = {
    async create(device) {
      if (ids.length === MOST_RECORDS) return undefined
      const occurredOn = '2026-11-20'
      const payload = { occurredOn, form: 'leaflets', place: fresh('place'), attendance: fresh('attendance') }
      const recordId = newId()
      const about = { kind: KIND, schemaVersion: kind.version, areaCode: village, subjectId: village }
      submit(device, { ...about, recordId, revision: 1, occurredOn, payload }, ['place', 'attendance'])
      return recordId.slice(-4)
    },
    async open(device) {
      const stored = device.isOnline && (await device.tryRead(random.pick(ids)))
      if (!stored || stored.reviewState === 'voided' || !mayCorrect(device, stored)) return undefined
      if (code.unsettledOf(device.outbox().entries(), stored.id)) return undefined
      device.opened = stored
      return `${stored.id.slice(-4)}.${stored.revision}`
    },
    async correct(device) {
      if (!device.opened) await act.open(device)
      const { opened } = device
      if (!opened) return undefined
      device.opened = undefined
      const changed = FIELDS.filter(() => random.chance(0.5))
      if (changed.length === 0) return undefined
      const payload = {
        ...opened.payload,
        ...Object.fromEntries(changed.map((field) => [field, fresh(field)])),
      }
      const { id: recordId, schemaVersion, areaCode, subjectId, occurredOn, revision: replaces } = opened
      const about = { kind: KIND, schemaVersion, areaCode, subjectId, occurredOn, payload }
      const isNew = submit(device, { ...about, recordId, revision: replaces + 1, replaces }, changed)
      return isNew ? `${recordId.slice(-4)}.${replaces + 1} ${changed}` : undefined
    },
    async void(device) {
      const stored = device.isOnline && (await device.tryRead(random.pick(ids)))
      if (!stored || stored.reviewState === 'voided' || !mayCorrect(device, stored)) return undefined
      const { id, schemaVersion, areaCode, subjectId, occurredOn, revision } = stored
      const about = { kind: KIND, schemaVersion, areaCode, subjectId, occurredOn, payload: {} }
      await device.tryPut(id, {
        ...about,
        revision: revision + 1,
        replaces: revision,
        void: { reason: '记错了' },
      })
      return `${id.slice(-4)}.${revision + 1}`
    },
    async 'go offline'(device) {
      device.isOnline = false
    },
    async 'go online'(device) {
      device.isOnline = true
      await device.outbox().wake()
    },
    sync: (device) => device.outbox().wake(),
    async 'kill the app'(device) {
      device.restart()
      await device.outbox().flush()
    },
    async 'lose the next request'(device) {
      device.nextFault = 'request'
    },
    async 'lose the next answer'(device) {
      device.nextFault = 'answer'
    },
    async merge(device) {
      if (!device.isOnline) return undefined
      const done = []
      for (const entry of device
        .outbox()
        .entries()
        .filter(({ state }) => state === 'conflict')) {
        const current = await device.tryRead(entry.recordId)
        if (current) done.push(`${entry.key.slice(-6)} ${merge(device, entry, current)}`)
      }
      await device.outbox().flush()
      return done.length > 0 ? done.join(', ') : undefined
    },
  }

  /** What the merge page does, with a user who chooses by chance. */
  function merge(device, entry, current) {
    const outbox = device.outbox()
    const mine = meant.get(`${device.name} ${entry.key}`)
    const theirs = code.theirsOf(current)
    const plan = code.planMerge(kind, code.baseOf(entry, current), entry.payload, theirs)
    if (current.reviewState === 'voided' || code.isAlreadyThere(entry, plan, theirs)) {
      if (current.reviewState === 'voided')
        for (const field of mine) givenUp.add(`${entry.recordId} ${field} ${entry.payload[field]}`)
      outbox.discard(entry.key)
      return 'dropped'
    }
    const choices = Object.fromEntries(
      plan.conflicts.map(({ field }) => [field, random.pick(['mine', 'theirs'])]),
    )
    const yielded = Object.keys(choices).filter((field) => choices[field] === 'theirs')
    merges += 1
    const { draft } = code.mergedDraft(kind, entry, current, plan, choices)
    outbox.saveDraft(draft)
    outbox.discard(entry.key)
    const key = code.entryKey(draft.recordId, draft.revision)
    meant.set(`${device.name} ${key}`, new Set([...mine].filter((field) => !yielded.includes(field))))
    outbox.enqueue(key)
    return JSON.stringify(choices)
  }

  // Something to quarrel about.
  for (const device of devices.slice(0, 2)) await act.create(device)
  for (const device of devices) await device.outbox().flush()
  for (let left = random.int(15, 40); left > 0; left--) {
    const device = random.pick(devices)
    const action = random.weighted(ACTIONS)
    const outcome = await act[action](device)
    await device.outbox().flush()
    steps.push(`${device.name}: ${action}${outcome === undefined ? '' : ` ${outcome}`}`)
  }
  const isSettled = (device) =>
    device
      .outbox()
      .entries()
      .every(({ state }) => state === 'accepted')
  for (const device of devices) Object.assign(device, { isOnline: true, nextFault: undefined })
  try {
    for (let round = 0; !devices.every(isSettled); round++) {
      assert.ok(round < MOST_ROUNDS, 'the devices do not come to an end')
      for (const device of devices) {
        await device.outbox().wake()
        await act.merge(device)
        for (const { key, state, problem } of device.outbox().entries())
          assert.notEqual(state, 'returned', `${key} came back: ${problem?.code}`)
      }
    }
    const final = []
    for (const id of ids) {
      const stored = await devices[1].tryRead(id)
      assert.ok(stored, `${id} is not on the server`)
      final.push(historyOf(stored))
      checkHistory(id, stored.revisions)
    }
    for (const value of entered) assert.ok(givenUp.has(value) || isIn(value, final), `lost: ${value}`)
    const total = final.reduce((sum, { revisions }) => sum + revisions.length, 0)
    if (counts)
      assert.deepEqual(counts(), { version: total, revisions: total, entries: total, events: total })
    return { steps, final, merges }
  } catch (error) {
    throw new Error(`seed ${seed}: ${error.message}\n  ${steps.join('\n  ')}`, { cause: error })
  }

  /** Nothing changed from one revision to the next that its author did not mean to change. */
  function checkHistory(id, revisions) {
    revisions.forEach(({ revision, submittedBy, payload, void: isVoid }, at) => {
      assert.equal(revision, at + 1, `${id} has a gap`)
      if (at === 0 || isVoid) return
      const { name } = devices.find(({ person }) => person.accountId === submittedBy.accountId)
      const before = revisions[at - 1].payload
      for (const field of Object.keys({ ...before, ...payload }))
        if (before[field] !== payload[field])
          assert.ok(
            meant.get(`${name} ${id}.${revision}`)?.has(field),
            `${name} overwrote ${field} of ${id}.${revision} without a word`,
          )
    })
  }
}

const historyOf = ({ id, reviewState, revisions }) => ({
  id,
  reviewState,
  revisions: revisions.map(({ payload, setAside, void: isVoid, submittedBy }) => ({
    payload,
    setAside,
    void: isVoid === true,
    role: submittedBy.role,
  })),
})

const isIn = (value, final) => {
  const [id, field, ...rest] = value.split(' ')
  const history = final.find((one) => one.id === id)
  return history?.revisions.some(({ payload, setAside = {} }) =>
    [payload[field], ...(setAside[field] ?? [])].some((one) => String(one) === rest.join(' ')),
  )
}

/** A device of one person: the app's outbox on storage that outlives it, behind a network that fails when it is told to. */
function createDevice(code, person, remote, name) {
  const { createEntryStore, createOutbox, memoryStore, NetworkError } = code
  const store = memoryStore()
  let outbox
  let clock = 0
  const device = {
    name,
    person,
    isOnline: true,
    nextFault: undefined,
    opened: undefined,
    outbox: () => outbox,
  }
  const over = async (work) => {
    const fault = device.nextFault
    device.nextFault = undefined
    if (fault === 'request') throw new NetworkError('offline')
    const answer = await work()
    if (fault === 'answer') throw new NetworkError('interrupted')
    return answer
  }
  const unlessLost = (work) =>
    over(work).catch((error) => {
      if (error instanceof NetworkError) return undefined
      throw error
    })
  device.tryRead = (id) => unlessLost(() => remote.read(id))
  device.tryPut = (id, record) => unlessLost(() => remote.put(id, record))
  device.restart = () => {
    device.opened = undefined
    outbox?.close()
    outbox = createOutbox({
      entries: createEntryStore(store, `dfv:${person.accountId}`),
      send: (records) => over(() => remote.batch(records)),
      isOnline: () => device.isOnline,
      now: () => (clock += 1),
      instant: () => '2026-11-23T06:00:00.000Z',
      schedule: () => () => undefined,
    })
  }
  device.restart()
  return device
}
