// Answered papers to a server and a database that are killed again and again: what was acknowledged is there, once, and counted.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { DATA } from '../../../scripts/lib/paths.mjs'
import { startFaultyTown } from './support/faulty-town.mjs'
import { createRandom } from './support/random.mjs'
import { built } from './support/test-support.mjs'

const HELP = `npm run prove quiz [-- options]
  --papers N           answered papers that people hand in (3000)
  --server-kills N     times the server is killed meanwhile (20)
  --database-kills N   times the database is killed meanwhile (4); 0: the database at hand is used
  --seed N             repeats the moments of the kills (by chance)`
const { values } = parseArgs({
  options: {
    papers: { type: 'string', default: '3000' },
    'server-kills': { type: 'string', default: '20' },
    'database-kills': { type: 'string', default: '4' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    help: { type: 'boolean', short: 'h' },
  },
})
if (values.help) {
  console.log(HELP)
  process.exit(0)
}
const wanted = Number(values.papers)
const kills = { server: Number(values['server-kills']), database: Number(values['database-kills']) }
const PEOPLE_AT_ONCE = 16
const MOST_TRIES = 500
const AGAIN_MS = 100
/** A paper that is answered faster than it can be read does not count. */
const READING_MS = 60_000

console.log(
  `seed ${values.seed}: ${wanted} papers, ${kills.server} server kills, ${kills.database} database kills`,
)
const random = createRandom(Number(values.seed))
const town = await startFaultyTown({
  folder: path.join(DATA, 'prove/quiz'),
  ownDatabase: kills.database > 0,
})
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => town.close().finally(() => process.exit(1)))
try {
  process.exitCode = (await prove()) ? 0 : 1
} finally {
  await town.close()
}

async function prove() {
  const { test, support } = town
  const tx = test.database.dataSource.manager
  const service = async (file, name) => test.app.get((await built(file))[name], { strict: false })
  const bank = await service('modules/quizzes/quiz-bank.js', 'QuizBank')
  const papers = await service('modules/quizzes/paper-token.js', 'PaperTokens')
  const drawing = await service('modules/quizzes/quiz-papers.service.js', 'QuizPapersService')
  const awareness = await service('modules/quizzes/awareness.service.js', 'AwarenessService')
  const questions = new URL('../src/cli/seed-data/quiz-bank.json', import.meta.url)
  await bank.load(tx, JSON.parse(readFileSync(questions, 'utf8')))

  let server = await town.startServer()
  const done = { acknowledged: new Set(), sentAgain: 0, faults: [] }
  const made = { server: 0, database: 0 }
  let isReady = false
  let atTheServer = 0
  /** Nobody runs ahead of the kills: until the next server stands ready, however long that takes, work waits for it. */
  const mayHandIn = () =>
    made.server < kills.server ? (wanted / (kills.server + 1)) * (made.server + (isReady ? 2 : 1)) : wanted

  const answer = async (person) => {
    const areaCode = random.chance(0.5) ? support.VILLAGE_A : support.VILLAGE_B
    const order = { audience: 'resident', purpose: 'assessment', areaCode, holderId: person.accountId }
    const handed = await drawing.hand(order)
    const paper = papers.read(handed.token)
    paper.issuedAt -= READING_MS
    return {
      id: support.uuidv7(),
      body: JSON.stringify({
        paperId: paper.paperId,
        token: papers.sign(paper),
        answers: handed.items.map(({ no }) => ({ no, chosen: [0] })),
        startedAt: new Date(paper.issuedAt).toISOString(),
      }),
    }
  }
  /** As a phone does: the same paper under the same id until it is acknowledged. */
  const handIn = async (person, { id, body }) => {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      atTheServer += 1
      const answered = await fetch(`${server.url}/api/quiz/attempts/${id}`, {
        method: 'PUT',
        headers: { authorization: town.tokenOf(person), 'content-type': 'application/json' },
        body,
      }).then(
        async (response) => ({ status: response.status, text: await response.text() }),
        () => ({ status: 0 }),
      )
      atTheServer -= 1
      if (answered.status === 200 || answered.status === 201) return answered
      if (answered.status > 0 && answered.status < 500) {
        done.faults.push(`refused  ${id}: ${answered.status} ${answered.text}`)
        return undefined
      }
      done.sentAgain += 1
      await pause(AGAIN_MS)
    }
    done.faults.push(`never acknowledged  ${id}`)
    return undefined
  }

  const sent = []
  let begun = 0
  const lane = async () => {
    while (begun < wanted) {
      if (begun >= mayHandIn()) {
        await pause(2)
        continue
      }
      begun += 1
      const person = await untilThere(() => support.signIn(test, { name: `答题人${begun}` }))
      const attempt = await untilThere(() => answer(person))
      sent.push({ person, ...attempt })
      if (await handIn(person, attempt)) done.acknowledged.add(attempt.id)
    }
  }
  const killAgainAndAgain = async (what, prepare) => {
    const gap = wanted / (kills[what] + 1)
    for (; made[what] < kills[what]; made[what] += 1) {
      const kill = await prepare()
      while (done.acknowledged.size < gap * (made[what] + 1.5)) await pause(2)
      await pause(random.int(0, 20))
      while (atTheServer === 0) await pause(1)
      await kill()
    }
  }
  await Promise.all([
    ...Array.from({ length: PEOPLE_AT_ONCE }, lane),
    killAgainAndAgain('server', async () => {
      const next = await town.startServer()
      isReady = true
      return async () => {
        isReady = false
        await server.kill()
        server = next
      }
    }),
    killAgainAndAgain('database', async () => town.killDatabase),
  ])

  const rows = await tx.query(
    'SELECT id, COUNT(*) AS n, SUM(is_counted) AS counted FROM quiz_attempt GROUP BY id',
  )
  const stored = new Map(rows.map((row) => [row.id, row]))
  const lost = [...done.acknowledged].filter((id) => !stored.has(id))
  const [{ n: claims }] = await tx.query('SELECT COUNT(*) AS n FROM quiz_assessment')
  const tallies = await awareness.differences(tx, support.VILLAGE_A.slice(0, 9))
  const [{ valid }] = await tx.query('SELECT COALESCE(SUM(valid), 0) AS valid FROM awareness_slot')
  let known = 0
  for (const { person, ...attempt } of sent) if ((await handIn(person, attempt))?.status === 200) known += 1
  const figures = [
    ['handed in', sent.length],
    ['acknowledged', done.acknowledged.size],
    ['stored', stored.size],
    ['lost', lost.length],
    ['claims of a person’s year', claims],
    ['counted in the tallies', Number(valid)],
    ['tallies that differ from a recount', tallies.length],
    ['handed in again, answered as known', known],
    ['sent again because a server or the database was gone', done.sentAgain],
    ['kills of the server, of the database', `${made.server}, ${made.database}`],
  ]
  for (const [name, figure] of figures) console.log(`${name.padEnd(52)}${figure}`)
  for (const fault of done.faults.slice(0, 20)) console.log(`FAULT: ${fault}`)
  const isWhole = [done.acknowledged.size, stored.size, Number(claims), Number(valid), known].every(
    (count) => count === wanted,
  )
  return isWhole && lost.length === 0 && tallies.length === 0 && done.faults.length === 0
}

/** The people are made by this process, whose database goes away too. */
async function untilThere(work) {
  for (let tries = 0; ; tries++) {
    try {
      return await work()
    } catch (error) {
      if (tries === MOST_TRIES) throw error
      await pause(AGAIN_MS)
    }
  }
}
