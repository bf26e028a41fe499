import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { SERVER } from '../../../../../../scripts/lib/paths.mjs'

const require = createRequire(path.join(SERVER, 'package.json'))
const mysql = require('mysql2/promise')
const PERSON = {
  name: 'name_sealed',
  phone: 'phone_sealed',
  idNumber: 'id_number_sealed',
  address: 'address_sealed',
}

/** Every identity that the town holds by now, seeded or entered, opened with the town's own keys. */
export async function knownIdentities(town) {
  require('reflect-metadata')
  const { FieldCipher } = await import(path.join(SERVER, 'dist/platform/crypto/field-cipher.js'))
  const { readKeyRing } = await import(path.join(SERVER, 'dist/platform/crypto/key-ring.js'))
  const cipher = new FieldCipher(readKeyRing(path.join(town.folder, 'keys.json')))
  const database = await openTown(town)
  try {
    const identities = []
    const [persons] = await database.query('SELECT * FROM person_identity WHERE wrapped_key IS NOT NULL')
    for (const row of persons)
      for (const [field, column] of Object.entries(PERSON))
        if (row[column] !== null)
          identities.push({
            what: `${field} of person ${row.subject_id}`,
            value: cipher.open(row.wrapped_key, row.subject_id, field, row[column]),
          })
    const [accounts] = await database.query('SELECT * FROM account WHERE phone_sealed IS NOT NULL')
    for (const row of accounts)
      identities.push({
        what: `phone of account ${row.id}`,
        value: cipher.open(row.wrapped_key, row.id, 'phone', row.phone_sealed),
      })
    return identities
  } finally {
    await database.end()
  }
}

/** A connection to the town's own database. */
export function openTown({ databaseUrl }) {
  const url = new URL(databaseUrl)
  return mysql.createConnection({
    host: url.hostname,
    port: Number(url.port),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: url.pathname.slice(1),
    dateStrings: true,
  })
}

/** Every column of every table, sealed ones too: there they must be noise. `place` is `table.column`. */
export async function* columnsOf(town) {
  const database = await openTown(town)
  try {
    const [tables] = await database.query('SHOW TABLES')
    for (const table of tables.flatMap(Object.values)) {
      const [rows] = await database.query(`SELECT * FROM \`${table}\``)
      for (const column of Object.keys(rows[0] ?? {})) {
        const values = rows.map((row) => row[column]).filter((value) => value !== null)
        const parts = values.flatMap((value) => [
          Buffer.isBuffer(value)
            ? value
            : Buffer.from(typeof value === 'object' ? JSON.stringify(value) : `${value}`),
          Buffer.from('\n'),
        ])
        yield { place: `${table}.${column}`, content: Buffer.concat(parts) }
      }
    }
  } finally {
    await database.end()
  }
}

/** The logs of the town's processes. */
export const logsOf = (town) =>
  ['server', 'wechat-stand-in'].map((name) => ({
    place: `${name}.log`,
    content: readFileSync(path.join(town.folder, `${name}.log`)),
  }))
