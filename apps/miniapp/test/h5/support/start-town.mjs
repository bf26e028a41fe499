import { rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { DATA, SERVER } from '../../../../../scripts/lib/paths.mjs'
import { freePort } from '../../../../../scripts/lib/processes.mjs'
import { createTown } from '../../../../../scripts/lib/town.mjs'

const mysql = createRequire(path.join(SERVER, 'package.json'))('mysql2/promise')

const NAME = 'dfv_browser'
/** Each town below it in a folder of its own, so that several can be there at once. */
const FOLDER = path.join(DATA, 'test/browser')

/** A whole town with its own database, made anew: stand-in, seed, server, and the built app at its address. */
export async function startTown({ name = NAME, folder = path.join(FOLDER, name), port, env } = {}) {
  const { TEST_DATABASE_URL } = process.env
  if (!TEST_DATABASE_URL)
    throw new Error('TEST_DATABASE_URL is not set: "npm test" starts a database and sets it')
  const server = new URL(TEST_DATABASE_URL)
  const connection = await mysql.createConnection({
    host: server.hostname,
    port: Number(server.port),
    user: decodeURIComponent(server.username),
    password: decodeURIComponent(server.password),
  })
  await connection.query(`DROP DATABASE IF EXISTS ${name}`)
  await connection.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`)
  await connection.end()
  rmSync(folder, { recursive: true, force: true })

  server.pathname = `/${name}`
  const town = createTown({ folder, databaseUrl: server.href, port: port ?? (await freePort()), env })
  try {
    await town.makeKeys()
    await town.cli('migrate', [], { quiet: true })
    const standIn = await town.startStandIn()
    await town.cli('seed', [], { quiet: true })
    await town.startServer()
    return Object.assign(town, { standIn, databaseUrl: server.href })
  } catch (error) {
    await town.stop()
    throw error
  }
}
