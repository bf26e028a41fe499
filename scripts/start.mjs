// One command: a whole demo town on this machine. See README.md.
import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import readline from 'node:readline/promises'
import { startDatabase } from './lib/database.mjs'
import { provideRareFonts } from './lib/fonts.mjs'
import { DATA, ROOT } from './lib/paths.mjs'
import { isPortFree } from './lib/processes.mjs'
import { main, Stop, say } from './lib/say.mjs'
import { build, checkNode, install } from './lib/setup.mjs'
import { createTown } from './lib/town.mjs'

const FOLDER = path.join(DATA, 'demo')
const HELP = `npm start                 brings up the demo town and prints its address
npm start -- --reset      asks, then deletes the demo town's data and begins anew
npm start -- --reset --yes    the same without asking
PORT=3001 npm start       another port
DATABASE_URL=mysql://user:password@host:3306/database npm start    your own database`

await main(async () => {
  const flags = new Set(process.argv.slice(2))
  if (flags.has('--help')) return void console.log(HELP)
  const unknown = [...flags].find((flag) => !['--reset', '--yes'].includes(flag))
  if (unknown) throw new Stop(`Unknown option ${unknown}.\n${HELP}`)

  checkNode()
  const port = readPort()
  if (!(await isPortFree(port))) {
    throw new Stop(
      `Port ${port} is in use. Stop the program that uses it, or choose another one: PORT=${port + 1} npm start`,
    )
  }
  if (flags.has('--reset')) await reset(flags.has('--yes'))

  await install()
  await provideRareFonts()
  const database = await startDatabase(path.join(FOLDER, 'database'), { durable: true })
  const town = createTown({ folder: FOLDER, databaseUrl: database.url, port })
  const stop = stopper(town, database)
  try {
    await build('rules')
    await Promise.all([build('server'), build('stand-in'), build('h5')])
    await town.makeKeys()
    say('Migrating and seeding the database')
    await town.cli('migrate', [], { quiet: true })
    await town.startStandIn()
    await town.cli('seed')
    await town.startServer()
  } catch (error) {
    await stop()
    throw error
  }
  await welcome(town.address)
  await new Promise((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
  say('Stopping')
  await stop()
  say('Stopped; the data stay in .data/demo')
})

function readPort() {
  const port = Number(process.env.PORT ?? 3000)
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Stop(`PORT=${process.env.PORT} is not a port number (1 to 65535).`)
  return port
}

function stopper(town, database) {
  return async () => {
    await town.stop()
    if (database.started) await database.stop()
  }
}

async function reset(confirmed) {
  if (!existsSync(FOLDER)) return
  if (process.env.DATABASE_URL)
    throw new Stop('--reset deletes the private database only. Empty the database of DATABASE_URL yourself.')
  if (!confirmed) {
    if (!process.stdin.isTTY)
      throw new Stop('--reset deletes data and nobody is here to confirm it. Add --yes if that is meant.')
    const question = readline.createInterface({ input: process.stdin, output: process.stdout })
    const answer = await question.question(
      `This deletes all data of the demo town in ${path.relative(ROOT, FOLDER)}. Type "yes" to go on: `,
    )
    question.close()
    if (answer.trim().toLowerCase() !== 'yes') throw new Stop('Nothing was deleted.')
  }
  const database = await startDatabase(path.join(FOLDER, 'database'), { durable: true })
  await database.stop()
  rmSync(FOLDER, { recursive: true, force: true })
  say('The demo town’s data are deleted')
}

async function welcome(address) {
  const answer = await fetch(`${address}/api/demo/accounts`).then((response) => response.json())
  console.log(
    `\n  无毒村创建工作 · demo town\n\n  Open      ${address}\n  Sign in   工作人员登录 → 演示账号, and choose one of:\n`,
  )
  for (const account of answer.items.slice(0, 8)) {
    console.log(`            ${account.name}  ${account.roleLabel}  ${account.areaName}  ${account.story}`)
  }
  console.log(
    '\n  All persons are invented. Stop with Ctrl-C; the data stay. Start anew with: npm start -- --reset\n',
  )
}
