import type { DataSource } from 'typeorm'
import { worksIn } from './staff.js'
import type { World } from './world.js'

/** Every row of every table as text. */
export type Rows = ReadonlyMap<string, ReadonlySet<string>>
type Change = { table: string; row: string }

export async function readRows(dataSource: DataSource): Promise<Rows> {
  const tables: { name: string }[] = await dataSource.query(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY table_name`,
  )
  const rows = new Map<string, Set<string>>()
  for (const { name } of tables) {
    const all: object[] = await dataSource.query(`SELECT * FROM ${name}`)
    rows.set(name, new Set(all.map((row) => JSON.stringify(row))))
  }
  return rows
}

/**
 * What probing for another's things has changed beyond what it may: the server counts attempts, and notes in the asker's
 * own area what he asked for.
 */
export function strangeChanges(world: World, before: Rows, after: Rows): Change[] {
  const strange: Change[] = []
  for (const table of new Set([...before.keys(), ...after.keys()])) {
    const was = before.get(table) ?? new Set()
    const is = after.get(table) ?? new Set()
    for (const row of was) if (!is.has(row) && table !== 'sign_in_attempt') strange.push({ table, row })
    for (const row of is) if (!was.has(row) && !isOwnNote(world, table, row)) strange.push({ table, row })
  }
  return strange
}

function isOwnNote({ probers }: World, table: string, row: string): boolean {
  if (table === 'sign_in_attempt') return true
  if (table !== 'audit_entry') return false
  const entry = JSON.parse(row) as { actor_account_id: string; area_code: string }
  return probers.some(
    ({ person }) => person.who.accountId === entry.actor_account_id && worksIn(person, entry.area_code),
  )
}
