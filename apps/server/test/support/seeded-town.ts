import { demoVillageCode, type Letter } from '../../src/cli/seed-data/demo-town.js'
import type { SeedableApp } from './seeded-app.js'

/** Rows of every table, and how far each village's ledger has come. */
export async function rowCounts(test: SeedableApp): Promise<Record<string, number>> {
  const query = (sql: string, values: unknown[] = []) => test.database.dataSource.query(sql, values)
  const tables: { name: string }[] = await query(
    'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY 1',
  )
  const counts: Record<string, number> = {}
  for (const { name } of tables)
    counts[name] = Number((await query(`SELECT COUNT(*) AS n FROM ${name}`))[0].n)
  const versions: { area_code: string; version: number }[] = await query(
    'SELECT area_code, version FROM village_ledger',
  )
  for (const { area_code, version } of versions) counts[`version of ${area_code}`] = Number(version)
  return counts
}

/** How a village of the story stands. */
export async function stateOf(test: SeedableApp, letter: Letter) {
  const [row] = await test.database.dataSource.query('SELECT * FROM village_state WHERE area_code = ?', [
    demoVillageCode(letter),
  ])
  const scorecard = JSON.parse(row.scorecard)
  const parts: Record<string, string> = Object.fromEntries(
    scorecard.parts.map(({ id, state }: { id: string; state: string }) => [id, state]),
  )
  return { row, scorecard, parts }
}

export const duties = (
  test: SeedableApp,
  letter: Letter,
): Promise<{ kind: string; state: string; due_on: string }[]> =>
  test.database.dataSource.query('SELECT kind, state, due_on FROM obligation WHERE area_code = ?', [
    demoVillageCode(letter),
  ])
