// Two simulated years of duties before two servers on one database: every rung is told exactly once, and nothing by night.
import assert from 'node:assert/strict'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { SERVER } from '../../../scripts/lib/paths.mjs'
import { createOracle } from './support/expected-rungs.mjs'
import { createRandom } from './support/random.mjs'
import { loadParts } from './support/reminder-parts.mjs'
import {
  chinaDay,
  chinaHour,
  livingMoments,
  planDuty,
  planStaff,
  rowOf,
  TOWN_CODES,
  VILLAGES,
} from './support/reminder-years.mjs'
import { loadTestSupport } from './support/test-support.mjs'

const HELP = `npm run prove reminders [-- options]
  --duties N  duties that open in the time (5000)
  --days N    simulated days, from 1 January 2026 (730)
  --seed N    the same seed tells the same story (1)

Two whole servers on the real database plan and send at once, several times a day, with clocks that differ by minutes and
now and then by a day. Between, both are away for an hour to ten days, and runs break off in the middle. What was told is
compared with what must have been told, which is found another way: from the days on which a run was completed. Ctrl-C
ends the time early and compares what has passed.`
const { values } = parseArgs({
  options: {
    duties: { type: 'string', default: '5000' },
    days: { type: 'string', default: '730' },
    seed: { type: 'string', default: '1' },
    help: { type: 'boolean', short: 'h' },
  },
})
if (values.help) {
  console.log(HELP)
  process.exit(0)
}

const FROM = '2026-01-01'
const days = Number(values.days)
const random = createRandom(Number(values.seed))
const tell = (name, figure) => console.log(`${name.padEnd(52)}${figure}`)
const support = await loadTestSupport()
const { addDays } = await import('@dfv/rules')
const parts = await loadParts()
const { isWorkingDay, weekBegunOn, derivedId } = parts

const startedAt = Date.now()
const database = await support.createTestDatabase()
const tx = database.dataSource.manager
const keys = new parts.KeyRing(parts.generateKeyFile(true))
const config = support.testConfig(database.url, {
  WECHAT_TEMPLATES_FILE: path.join(SERVER, 'config/wechat-templates.json'),
})
/** What left each server, by its own clock. What WeChat itself says to a message is tested with the stand-in. */
const sent = []
/** Everything that was ever told: claims are forgotten after a while, and a forgotten one must not come again. */
const told = new Map()
const servers = [await openServer(), await openServer()]
let isEnding = false
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => {
    isEnding = true
  })
try {
  await makeCounty()
  const { runs, duties, figures } = await live()
  await compare(runs, duties, figures)
} catch (error) {
  console.log(`COUNTER-EXAMPLE (seed ${values.seed}): ${error.message}`)
  process.exitCode = 1
} finally {
  for (const { app } of servers) await app.close()
  await database.drop()
}

async function openServer() {
  const clock = new parts.FixedClock(new Date(`${FROM}T00:00:00+08:00`))
  const app = await parts.createApp({ config, keys, log: parts.createLog('silent'), clock })
  await app.init()
  app.get(parts.WeChatClient).sendSubscribeMessage = async ({ openId }) => {
    const millis = clock.now().getTime()
    // A tenth finds WeChat busy and is tried again.
    if (random.chance(0.1)) return { outcome: 'refused', class: 'busy', errcode: -1 }
    sent.push({ openId, millis })
    return { outcome: 'sent', messageId: null }
  }
  return { app, clock }
}

async function makeCounty() {
  const [{ app, clock }] = servers
  const areas = app.get(parts.AreasService)
  await areas.upsert(tx, { code: TOWN_CODES[0].slice(0, 6), name: '市' })
  for (const code of TOWN_CODES) await areas.upsert(tx, { code, name: '镇', isDemo: true })
  for (const code of VILLAGES)
    await areas.upsert(tx, { code, name: '村', isDemo: true, startOn: '2025-01-01' })
  for (const [role, areaCode] of planStaff()) {
    const person = { name: '甲', role, areaCode, from: '2025-01-01' }
    const { accountId } = await support.signIn({ app, clock, database }, person)
    await app.get(parts.CredentialsService).bind(tx, accountId, `o-${accountId}`)
    const key = { accountId, templateKey: 'work-reminder' }
    await app.get(parts.CreditsRepository).lock(tx, key)
    await app.get(parts.CreditsRepository).setBalance(tx, key, 1_000_000)
  }
}

/** Lets the years pass. */
async function live() {
  const plan = Array.from({ length: Number(values.duties) }, (_, serial) =>
    planDuty(serial, { from: FROM, days, random, addDays }),
  )
  const runs = []
  const figures = { moments: 0, outages: 0, longest: 0, brokenOff: 0, jumps: 0 }
  let projected = ''
  let previous
  for (const millis of livingMoments({ from: FROM, days, random })) {
    if (isEnding) break
    const gap = previous === undefined ? 0 : millis - previous
    if (gap > 16 * 3_600_000) figures.outages += 1
    figures.longest = Math.max(figures.longest, gap)
    previous = millis
    figures.moments += 1
    setClocks(millis, figures)
    for (const { clock } of servers) {
      // As the projections do: what is known of a later day is not undone.
      if (clock.today() < projected) continue
      projected = clock.today()
      await project(plan, projected, clock.now())
    }
    const brokenOff = random.chance(0.02)
    if (brokenOff) figures.brokenOff += 1
    await Promise.all(servers.map((server, at) => planOn(server, brokenOff && at === 0, runs, projected)))
    await Promise.all(servers.map(({ app }) => app.get(parts.JobRunner).drain()))
    if (figures.moments % 90 === 0) {
      await keepClaims()
      await servers[0].app.get(parts.RemindersJobs).forget()
      if (figures.moments % 450 === 0) console.log(`  ${chinaDay(millis)}`)
    }
  }
  await keepClaims()
  return { runs, duties: plan.filter(({ firstSeenOn }) => firstSeenOn !== undefined), figures }
}

/** Minutes apart, and now and then a day or more. */
function setClocks(millis, figures) {
  for (const { clock } of servers) {
    const isJump = random.chance(0.01)
    if (isJump) figures.jumps += 1
    const skew = isJump ? random.int(-30, 30) * 3_600_000 : random.int(-15, 15) * 60_000
    clock.set(new Date(millis + skew))
  }
}

async function project(plan, day, now) {
  const rows = []
  for (const duty of plan) {
    if (duty.knownOn > day || duty.isOver) continue
    const state = duty.stateOn(day)
    duty.isOver = state !== 'open'
    if (duty.firstSeenOn === undefined) {
      if (state === 'settled') continue
      duty.firstSeenOn = day
    } else if (state === duty.stored) continue
    duty.stored = state
    rows.push(rowOf(duty, day, now))
  }
  await servers[0].app.get(parts.ObligationsRepository).put(tx, rows)
}

async function planOn({ app, clock }, breaksOff, runs, projected) {
  const notifications = app.get(parts.NotificationsService)
  const { add } = notifications
  let calls = 0
  if (breaksOff)
    notifications.add = (...given) => {
      calls += 1
      return calls > 1 ? Promise.reject(new Error('power cut')) : add.apply(notifications, given)
    }
  const today = clock.today()
  try {
    await app.get(parts.ReminderPlanner).run()
    runs.push({ today, projected })
  } catch (error) {
    if (error.message !== 'power cut') throw error
  } finally {
    notifications.add = add
  }
}

async function keepClaims() {
  const rows = await tx.query(
    'SELECT id, notification_id AS line, duty_id AS dutyId, rung, due_on AS dueOn FROM reminder_claim',
  )
  for (const row of rows) {
    const known = told.get(row.id)
    assert.ok(!known || known.line === row.line, `${row.dutyId} ${row.rung} was told twice`)
    told.set(row.id, row)
  }
}

async function compare(runs, duties, figures) {
  const expected = await expectedClaims(runs, duties)
  const missing = [...expected].filter(([id]) => !told.has(id))
  const tooMany = [...told].filter(([id]) => !expected.has(id))
  assert.deepEqual(missing.map(([, what]) => what).slice(0, 5), [], `${missing.length} rungs were not told`)
  assert.deepEqual(
    tooMany.map(([, { dutyId, rung }]) => `${dutyId} ${rung}`).slice(0, 5),
    [],
    `${tooMany.length} were told that should not`,
  )
  const byNight = sent.filter(({ millis }) => chinaHour(millis) < 8 || chinaHour(millis) >= 21)
  const onDaysOff = sent.filter(({ millis }) => !isWorkingDay(chinaDay(millis)))
  const perDay = sent.map(({ openId, millis }) => `${openId} ${chinaDay(millis)}`)
  const doubled = perDay.length - new Set(perDay).size
  tell('duties', duties.length)
  tell('moments at which both servers planned and sent', figures.moments)
  tell('  runs that broke off in the middle', figures.brokenOff)
  tell('  clocks that jumped by up to 30 hours', figures.jumps)
  tell('  outages longer than a night', figures.outages)
  tell('  longest silence, days', (figures.longest / 86_400_000).toFixed(1))
  tell('rungs and summaries that had to be told', expected.size)
  tell('  told exactly once', told.size)
  tell('  not told, or told twice', 0)
  tell('messages that left', sent.length)
  tell('  between 21:00 and 08:00', byNight.length)
  tell('  on days off', onDaysOff.length)
  tell('  second ones to a person on a day', doubled)
  tell('seconds', Math.round((Date.now() - startedAt) / 1000))
  assert.equal(byNight.length + onDaysOff.length + doubled, 0, 'a message left when it must not')
}

/** @returns {Promise<Map<string, string>>} by the id under which it must have been told */
async function expectedClaims(runs, duties) {
  const posts = await tx.query('SELECT account_id AS accountId, role, area_code AS areaCode FROM appointment')
  const holders = (role, areaCode) =>
    posts.filter((post) => post.role === role && post.areaCode === areaCode).map(({ accountId }) => accountId)
  const townOf = (village) => village.slice(0, 9)
  const owners = ({ owedBy, areaCode }) =>
    [
      [owedBy, areaCode],
      [owedBy, townOf(areaCode)],
      ['village-secretary', areaCode],
    ]
      .map(([role, area]) => holders(role, area))
      .find((found) => found.length > 0)
  const oracle = createOracle({ addDays, isWorkingDay })
  const distinct = [...new Map(runs.map((run) => [`${run.today} ${run.projected}`, run])).values()]
  const expected = new Map()
  for (const duty of duties)
    for (const line of oracle(duty, distinct)) {
      const [rung, audience] = line.split(' ')
      const who =
        audience === 'owner'
          ? owners(duty)
          : holders(audience, audience === 'town-office' ? townOf(duty.areaCode) : duty.areaCode)
      for (const accountId of who)
        expected.set(derivedId('rung', duty.areaCode, duty.id, rung, accountId), `${duty.id} ${line}`)
    }
  for (const { today } of distinct) {
    let day = today
    while (weekBegunOn(day) === undefined) day = addDays(day, -1)
    for (const { role, areaCode, accountId } of posts)
      if (role === 'town-office' || role === 'county-office')
        expected.set(derivedId('digest', weekBegunOn(day), areaCode, accountId), `summary of ${day}`)
  }
  return expected
}
