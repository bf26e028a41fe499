// What can go wrong between filling in a record and its receipt, each played through the built app. Whatever the user
// submitted is stored once in the end, or stands in the outbox with a reason.
import assert from 'node:assert/strict'
import { until } from '../support/until.mjs'
import { arrived, failing, never, noAnswer, openInTheHills, sizeOf, storedOnce } from './hazard-world.mjs'
import { fillForm, kept, outboxSays, record, signInAs, stateAt, submitForm, tapButton } from './user.mjs'
import { signedIn } from './village.mjs'

const YEAR_MS = 365 * 86_400_000

/** @type {{ name: string, play: (world: { server: object, storage: Map<string, unknown>, open: (more?: object) => Promise<object> }) => Promise<void> }[]} */
export const HAZARDS = [
  {
    name: 'the app is killed while a form is being filled in',
    async play(world) {
      const first = await world.open()
      await fillForm(first, { place: '写到一半' })
      await until('the draft on the phone', () => stateAt(world.storage, '写到一半') === 'draft')
      first.kill()
      const second = await world.open()
      const page = await fillForm(second, { attendance: 35 })
      assert.match(page.text(), /已接着打开/)
      await submitForm(second)
      await arrived(world, '写到一半')
    },
  },
  {
    name: 'the app is killed while sending, before the server has it',
    async play(world) {
      world.server.faults.push(never)
      const first = await world.open()
      await record(first, '发到一半')
      await until('the request', () => world.server.batches === 1)
      first.kill()
      await world.open()
      await arrived(world, '发到一半')
    },
  },
  {
    name: 'the app is killed after the server stored, before the answer',
    async play(world) {
      world.server.faults.push((records, store) => {
        store(records)
        return never()
      })
      const first = await world.open()
      await record(first, '没等到回执')
      await until('the commit', () => world.server.stored.size === 1)
      first.kill()
      await world.open()
      await arrived(world, '没等到回执')
      assert.equal(world.server.batches, 2)
    },
  },
  {
    name: 'the storage is full',
    async play(world) {
      const app = await openInTheHills(world)
      await record(app, '存满以前')
      app.setRoom(sizeOf(world.storage) + 20)
      const page = await fillForm(app, { place: '存满以后', attendance: 35 })
      await until('the user is told', () => /手机存不下了/.test(page.text()))
      app.setOnline(true)
      await storedOnce(world.server, '存满以前')
      app.setRoom(Number.POSITIVE_INFINITY)
      await submitForm(app)
      await arrived(world, '存满以后')
    },
  },
  {
    name: 'the system clears what the app can fetch again',
    async play(world) {
      const first = await openInTheHills(world)
      await record(first, '缓存被清')
      first.kill()
      for (const key of [...world.storage.keys()])
        if (key.includes(':ledger') || key.endsWith(':outbox-index')) world.storage.delete(key)
      const second = await world.open({ online: false })
      await outboxSays(second, /未发出 1/)
      second.setOnline(true)
      await arrived(world, '缓存被清')
    },
  },
  {
    name: 'the access token has expired',
    async play(world) {
      const app = await world.open()
      await app.open('/pages/home/index')
      await until('a session', () => app.calls.some(([name]) => name === 'request'))
      world.server.expireTokens()
      await record(app, '令牌过期')
      await arrived(world, '令牌过期')
    },
  },
  {
    name: 'the session cannot be renewed: the user signs in again',
    async play(world) {
      const app = await openInTheHills(world)
      await record(app, '要重新登录')
      world.server.refusesRefresh = true
      world.server.expireTokens()
      app.setOnline(true)
      await outboxSays(app, /重新登录/)
      assert.equal(stateAt(world.storage, '要重新登录'), 'queued')
      world.server.refusesRefresh = false
      await signInAs(app, signedIn.account.name)
      await arrived(world, '要重新登录')
    },
  },
  {
    name: 'the role ends while records wait; another role follows',
    async play(world) {
      const first = await openInTheHills(world)
      await record(first, '换了岗位')
      first.kill()
      world.server.succeed('appointment-1', 'appointment-3')
      await world.open()
      await arrived(world, '换了岗位')
      assert.deepEqual(
        kept(world.storage).map(({ owner }) => owner),
        ['dfv:account-1:appointment-3'],
      )
    },
  },
  {
    name: 'somebody else signs in on the same phone',
    async play(world) {
      const app = await openInTheHills(world)
      await record(app, '前一个人的')
      world.server.faults.push(noAnswer)
      app.setOnline(true)
      await until('the first try', () => world.server.faults.length === 0)
      await signInAs(app, '黄××')
      await record(app, '后一个人的')
      await storedOnce(world.server, '后一个人的', 'account-2')
      assert.deepEqual(world.server.storedAt('前一个人的'), [])
      await signInAs(app, signedIn.account.name)
      await arrived(world, '前一个人的')
    },
  },
  ...[-1, 1].map((years) => ({
    name: `the phone’s clock is a year ${years < 0 ? 'behind' : 'ahead'}`,
    async play(world) {
      const clockAheadMs = years * YEAR_MS
      const first = await openInTheHills(world, { clockAheadMs })
      await record(first, '钟不准')
      first.kill()
      await world.open()
      await arrived(world, '钟不准')
      const [{ record: sent }] = world.server.storedAt('钟不准')
      assert.ok(
        Math.abs(Date.parse(sent.deviceTime) - Date.now()) < YEAR_MS / 2,
        'the server’s time goes with it',
      )
    },
  })),
  {
    name: 'the app is updated while records of the older form wait',
    async play(world) {
      const old = (recordId, state, place) => ({
        key: `${recordId}.1`,
        recordId,
        kind: 'publicity-activity',
        schemaVersion: 1,
        areaCode: signedIn.appointments[0].areaCode,
        subjectId: signedIn.appointments[0].areaCode,
        revision: 1,
        occurredOn: '2026-03-02',
        payload: { occurredOn: '2026-03-02', form: 'leaflets', place, attendance: 35 },
        state,
        sequence: 1,
        updatedAt: 0,
        attempts: 0,
      })
      const [queued, draft] = ['0190f3c2-7a10-7cc3-98b4-0c2a4e6f9a01', '0190f3c2-7a10-7cc3-98b4-0c2a4e6f9a02']
      const prefix = 'dfv:account-1:appointment-1:outbox'
      world.storage.set(`${prefix}:${queued}.1`, old(queued, 'queued', '旧版的记录'))
      world.storage.set(`${prefix}:${draft}.1`, old(draft, 'draft', '旧版的草稿'))
      const app = await world.open()
      await arrived(world, '旧版的记录')
      assert.equal(world.server.storedAt('旧版的记录')[0].record.schemaVersion, 1)
      await outboxSays(app, /草稿 1/)
      await tapButton(app, '继续填')
      await until(
        'the form',
        () => app.top.route.includes('form') && app.top.findAll('dfv-input').length >= 2,
      )
      await submitForm(app)
      await arrived(world, '旧版的草稿')
    },
  },
  {
    name: 'one bad record among good ones',
    async play(world) {
      const text = '请把地点写清楚'
      world.server.faultOf = ({ payload }) =>
        payload.place === '不清楚' && [{ path: 'payload.place', code: 'invalid', text }]
      const app = await openInTheHills(world)
      for (const place of ['好的一', '不清楚', '好的二']) await record(app, place)
      app.setOnline(true)
      await arrived(world, '好的一')
      await arrived(world, '好的二')
      await outboxSays(app, new RegExp(`要您处理 1[\\s\\S]*被退回：${text}`))
      assert.equal(stateAt(world.storage, '不清楚'), 'returned')
    },
  },
  {
    name: 'a batch that is too large as a whole (413)',
    async play(world) {
      const app = await openInTheHills(world)
      for (const place of ['太大一', '太大二', '太大三']) await record(app, place)
      const onlyAlone = (records, store) => {
        world.server.faults.push(onlyAlone)
        return records.length > 1 ? failing(413)() : { data: { results: store(records) } }
      }
      world.server.faults.push(onlyAlone)
      app.setOnline(true)
      for (const place of ['太大一', '太大二', '太大三']) await arrived(world, place)
    },
  },
  {
    name: 'the server is not well (5xx)',
    async play(world) {
      world.server.faults.push(failing(500), failing(502), failing(503))
      const app = await world.open()
      await record(app, '服务器忙')
      const refused = (left) =>
        until(
          'a refusal',
          () => world.server.faults.length === left && stateAt(world.storage, '服务器忙') === 'queued',
        )
      await refused(2)
      await outboxSays(app, /未发出 1/)
      for (const left of [1, 0]) {
        await tapButton(app, '发送')
        await refused(left)
      }
      await tapButton(app, '发送')
      await arrived(world, '服务器忙')
    },
  },
  {
    name: 'WeChat cuts the request five seconds after the app left the screen',
    async play(world) {
      world.server.faults.push(never)
      const app = await world.open()
      await record(app, '切到后台')
      await until('the request', () => world.server.batches === 1)
      app.toBackground()
      await until('it waits again', () => stateAt(world.storage, '切到后台') === 'queued')
      app.toFront()
      await arrived(world, '切到后台')
    },
  },
  {
    name: 'the network dies in the middle of a batch',
    async play(world) {
      world.server.faults.push(([first], store) => {
        store([first])
        return null
      })
      const app = await openInTheHills(world)
      for (const place of ['前半', '后半']) await record(app, place)
      app.setOnline(true)
      await until('the first half', () => world.server.stored.size === 1)
      app.setOnline(false)
      app.setOnline(true)
      for (const place of ['前半', '后半']) await arrived(world, place)
    },
  },
  {
    name: 'the app is open twice on the same storage',
    async play(world) {
      const first = await openInTheHills(world)
      await record(first, '开了两个')
      const second = await world.open({ online: false })
      await outboxSays(second, /未发出 1/)
      first.setOnline(true)
      second.setOnline(true)
      await arrived(world, '开了两个')
      await outboxSays(first, /已收到（近30天）1/)
      await outboxSays(second, /已收到（近30天）1/)
    },
  },
]
