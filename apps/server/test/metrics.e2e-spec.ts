import { readFileSync } from 'node:fs'
import path from 'node:path'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rememberRun } from '../src/platform/operation-marks.js'
import { JobRunner } from '../src/platform/outbox/job-runner.js'
import { Outbox } from '../src/platform/outbox/outbox.js'
import { createTestApp, type TestApp } from './support/app.js'
import { aTalk, makeAreas, putRecord, register, VILLAGE_A } from './support/records.js'
import { type SignedIn, signIn } from './support/sign-in.js'

const DEPLOY = path.resolve(__dirname, '../../../deploy')
/** Made by Prometheus itself. */
const OF_PROMETHEUS = new Set(['up'])
/** Words of the query language, and names of labels and units, that look like a metric. */
const NAME =
  /\b([a-z][a-z0-9_]*_(?:seconds|total|bytes|events|jobs|connections|limit|day|ok)(?:_count|_bucket|_sum)?)\b/g

type Sample = { name: string; labels: Record<string, string>; value: number }

const samplesOf = (text: string): Sample[] =>
  text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, name = '', labels = '', value] = /^(\w+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? []
      const pairs = [...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, key, text]) => [key, text])
      return { name, labels: Object.fromEntries(pairs), value: Number(value) }
    })

describe('the figures of the servers', () => {
  let test: TestApp
  let secretary: SignedIn
  let personId: string

  const read = async (): Promise<Sample[]> => {
    const answer = await test.app.inject({ method: 'GET', url: '/metrics' })
    expect(answer.statusCode).toBe(200)
    return samplesOf(answer.body)
  }
  const figureOf = async (name: string, labels: Record<string, string> = {}) =>
    (await read()).find(
      (sample) =>
        sample.name === name && Object.entries(labels).every(([key, text]) => sample.labels[key] === text),
    )?.value

  beforeAll(async () => {
    test = await createTestApp()
    await makeAreas(test)
    secretary = await signIn(test, { name: '陈书记', role: 'village-secretary', areaCode: VILLAGE_A })
    personId = (await register(test, secretary, { identity: { name: '李小明' } })).personId
    await putRecord(test, secretary, uuidv7(), aTalk(personId))
    await test.app.inject({ method: 'GET', url: `/api/persons/${personId}`, headers: secretary.headers })
    await test.app.inject({ method: 'GET', url: `/api/villages/${VILLAGE_A}?name=李小明` })
  })

  afterAll(() => test.close())

  it.each(['alerts.yml', 'grafana-dashboard.json'])('are all there that %s asks for', async (file) => {
    await test.app.get(JobRunner).tick()
    await test.database.dataSource.query(...rememberRun('backup', test.clock.now(), true))
    const shown = new Set((await read()).map(({ name }) => name))
    for (const line of (await test.app.inject({ method: 'GET', url: '/metrics' })).body.split('\n')) {
      const declared = /^# TYPE (\w+)/.exec(line)?.[1]
      if (declared) shown.add(declared)
    }
    const expressions = [...readFileSync(path.join(DEPLOY, file), 'utf8').matchAll(/"?expr"?: (.*)$/gm)].map(
      ([, text = '']) => text,
    )
    expect(expressions.length).toBeGreaterThan(10)
    for (const expression of expressions) {
      const names = [...expression.replace(/by \([^)]*\)/g, '').matchAll(NAME)].map(([, name = '']) => name)
      if (!/\bup\{/.test(expression)) expect([expression, names.length]).not.toEqual([expression, 0])
      for (const name of names.filter((one) => !OF_PROMETHEUS.has(one)))
        expect([expression, name, shown.has(name)]).toEqual([expression, name, true])
    }
  })

  it('name nobody and nothing: labels hold words of our own code alone', async () => {
    const text = (await test.app.inject({ method: 'GET', url: '/metrics' })).body
    const words = samplesOf(text)
      .flatMap(({ labels }) => Object.values(labels))
      .join('\n')
    for (const secret of [personId, secretary.accountId, VILLAGE_A, '李小明', '陈书记', '441581'])
      expect(words).not.toContain(secret)
    for (const { labels } of samplesOf(text))
      for (const value of Object.values(labels))
        expect(value).toMatch(/^(?!.*[0-9a-f]{8}-)(?!.*\d{6})[\w/:.*+-]{0,64}$/)
  })

  it('say what waits, and for how long', async () => {
    await test.app.get(JobRunner).drain()
    expect(await figureOf('outbox_events', { state: 'ready' })).toBe(0)
    expect(await figureOf('outbox_oldest_due_seconds')).toBe(0)
    const { manager } = test.database.dataSource
    await test.app.get(Outbox).add(manager, { type: 'ledger.changed', areaCode: VILLAGE_A, payload: {} })
    const later = new Date(test.clock.now().getTime() + 3_600_000)
    const message = { type: 'ledger.changed', areaCode: VILLAGE_A, payload: {}, runAt: later }
    await test.app.get(Outbox).add(manager, message)
    test.clock.advance(90_000)
    expect(await figureOf('outbox_events', { state: 'ready' })).toBe(2)
    expect(await figureOf('outbox_oldest_due_seconds')).toBe(90)
    expect(await figureOf('audit_oldest_unsealed_seconds')).toBeGreaterThanOrEqual(0)
    expect(await figureOf('pledge_oldest_unsealed_seconds')).toBe(0)
    expect(await figureOf('export_jobs', { state: 'waiting' })).toBe(0)
  })

  it('count the periodic jobs that threw', async () => {
    const run = () => Promise.reject(new Error('this one always fails'))
    test.app.get(JobRunner).schedule({ name: 'always-fails', everyMs: 60_000, leaseMs: 60_000, run })
    for (const _ of [1, 2]) {
      await test.app.get(JobRunner).tick()
      test.clock.advance(60_000)
    }
    expect(await figureOf('job_failures_total', { job: 'always-fails' })).toBe(2)
  })

  it('say whether the last backup was whole', async () => {
    for (const isOk of [false, true]) {
      await test.database.dataSource.query(...rememberRun('backup', test.clock.now(), isOk))
      expect(await figureOf('operation_last_ok', { command: 'backup' })).toBe(isOk ? 1 : 0)
      expect(await figureOf('backup_age_seconds')).toBe(0)
    }
  })

  it('show the oldest audit entry without its place in the chain', async () => {
    await test.app.get(JobRunner).tick()
    test.clock.advance(600_000)
    await test.app.get(JobRunner).tick()
    expect(await figureOf('audit_oldest_unsealed_seconds')).toBe(0)
    await test.database.dataSource.query(`UPDATE audit_entry SET chain_seq = NULL ORDER BY id LIMIT 1`)
    expect(await figureOf('audit_oldest_unsealed_seconds')).toBeGreaterThanOrEqual(600)
  })

  it('show a periodic job that nobody runs', async () => {
    await test.app.get(JobRunner).tick()
    expect(await figureOf('job_overdue_seconds', { job: 'audit.seal' })).toBe(0)
    test.clock.advance(3_600_000)
    expect(await figureOf('job_overdue_seconds', { job: 'audit.seal' })).toBeGreaterThan(3_500)
  })

  it('show the connections to the database', async () => {
    expect(await figureOf('db_pool_limit')).toBe(6)
    const used = await figureOf('db_pool_connections', { state: 'used' })
    const free = await figureOf('db_pool_connections', { state: 'free' })
    expect((used ?? 0) + (free ?? 0)).toBeGreaterThan(0)
    expect(await figureOf('db_pool_connections', { state: 'waiting' })).toBe(0)
  })

  it('are still shown, as far as they can be, when the database cannot be asked', async () => {
    await test.database.dataSource.query('RENAME TABLE outbox_event TO outbox_away')
    try {
      await read()
      expect(await figureOf('http_request_duration_seconds_count', { route: '/api/persons/:id' })).toBe(1)
      expect(await figureOf('outbox_oldest_due_seconds')).toBeUndefined()
      expect(await figureOf('metrics_unread_total', { figure: 'outbox_events' })).toBeGreaterThan(0)
    } finally {
      await test.database.dataSource.query('RENAME TABLE outbox_away TO outbox_event')
    }
  })
})
