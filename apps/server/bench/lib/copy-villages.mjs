// Counties of any size out of one that was really computed: each village stands as one of the given ones does.
import { uuidv7 } from 'uuidv7'
import { AreasService } from '../../dist/modules/areas/areas.service.js'
import { Transactions } from '../../dist/platform/database/transactions.js'

const VILLAGES_A_TOWN = 15
const ROWS_AT_A_TIME = 500
/** What a supervisor's pages read. */
const TABLES = ['village_state', 'village_week', 'awareness_slot', 'plaque_decision', 'supervision_order']

/**
 * Fills an empty county with copies; a full one stays as it is.
 * @param {{county: string, villages: number}} size the county's code, 6 digits
 * @param {readonly string[]} models codes of villages that were computed
 */
export async function copyVillages(sql, services, { county, villages }, models) {
  const [[{ n }]] = await sql.query('SELECT COUNT(*) AS n FROM village_state WHERE area_code LIKE ?', [
    `${county}%`,
  ])
  if (n === villages) return
  const codes = Array.from({ length: villages }, (_, at) => {
    const town = `${county}${600 + Math.floor(at / VILLAGES_A_TOWN)}`
    return { town, code: `${town}${201 + (at % VILLAGES_A_TOWN)}`, like: models[at % models.length] }
  })
  const areas = services.get(AreasService)
  await services.get(Transactions).run(async (tx) => {
    await areas.upsert(tx, { code: county, name: '例市' })
    for (const [at, { town, code }] of codes.entries()) {
      if (at % VILLAGES_A_TOWN === 0) await areas.upsert(tx, { code: town, name: `例镇${town.slice(6)}` })
      await areas.upsert(tx, { code, name: `例村${at + 1}`, startOn: '2023-12-01' })
    }
  })
  for (const table of TABLES) await copyTable(sql, table, codes)
  await sql.query(`ANALYZE TABLE area, ${TABLES.join(', ')}`)
}

async function copyTable(sql, table, codes) {
  let waiting = []
  let columns = []
  const flush = async () => {
    if (waiting.length > 0)
      await sql.query(
        `INSERT IGNORE INTO ${table} (${columns.map((name) => `\`${name}\``).join(', ')}) VALUES ?`,
        [waiting],
      )
    waiting = []
  }
  for (const model of new Set(codes.map(({ like }) => like))) {
    const [rows] = await sql.query(`SELECT * FROM ${table} WHERE area_code = ?`, [model])
    for (const { code } of codes.filter(({ like }) => like === model))
      for (const row of rows) {
        columns = Object.keys(row)
        waiting.push(columns.map((name) => cellOf(name, row[name], code)))
        if (waiting.length >= ROWS_AT_A_TIME) await flush()
      }
  }
  await flush()
}

function cellOf(name, value, code) {
  if (name === 'area_code') return code
  return name === 'id' ? uuidv7() : value
}
