import { readFileSync, writeFileSync } from 'node:fs'

const BATCH = 2_000

/** The lowest bit of one byte, so that the text stays what its column may hold. */
const flip = (text, byte) =>
  text.slice(0, byte) + String.fromCharCode(text.charCodeAt(byte) ^ 1) + text.slice(byte + 1)

/**
 * Ways to damage an audit trail: `do(place)` damages it and answers how to undo that. `place`: who does not look at the place
 * finds it all the same, at the end of the trail or in the anchor.
 * @param trail `{ sql, sealer, entries, anchorFile }`
 */
export function damagesOf({ sql, sealer, entries: ENTRIES, anchorFile }) {
  const swap = async (table, column, one, other) => {
    await sql(`UPDATE ${table} SET ${column} = 0 WHERE ${column} = ?`, [one])
    await sql(`UPDATE ${table} SET ${column} = ? WHERE ${column} = ?`, [one, other])
    await sql(`UPDATE ${table} SET ${column} = ? WHERE ${column} = 0`, [other])
  }
  const rowsOf = (table, column, from, to = from) =>
    sql(`SELECT * FROM ${table} WHERE ${column} BETWEEN ? AND ?`, [from, to])
  const putBack = async (table, rows) => {
    for (let done = 0; done < rows.length; done += BATCH) {
      const some = rows.slice(done, done + BATCH)
      await sql(`INSERT INTO ${table} (${Object.keys(some[0]).join(', ')}) VALUES ?`, [
        some.map(Object.values),
      ])
    }
  }
  /** One column of one row, changed by a bit and changed back. */
  const bitOf = (table, key, column) => ({
    what: `one bit of ${table}.${column}`,
    do: async (place) => {
      const [row] = await sql(`SELECT ${column} AS was FROM ${table} WHERE ${key} = ?`, [place])
      const value =
        row.was instanceof Date
          ? new Date(row.was.getTime() ^ 1)
          : flip(String(row.was), String(row.was).length - 2)
      await sql(`UPDATE ${table} SET ${column} = ? WHERE ${key} = ?`, [value, place])
      return () => sql(`UPDATE ${table} SET ${column} = ? WHERE ${key} = ?`, [row.was, place])
    },
  })
  const ENTRY_COLUMNS =
    'occurred_at actor_role area_code action object_type object_id details entry_hash'.split(' ')
  const LINK_COLUMNS = 'entry_hash prev_hash link_hash'.split(' ')

  return [
    ...ENTRY_COLUMNS.map((column) => bitOf('audit_entry', 'chain_seq', column)),
    ...LINK_COLUMNS.map((column) => bitOf('audit_chain', 'seq', column)),
    {
      what: 'one entry removed',
      do: async (place) => {
        const entries = await rowsOf('audit_entry', 'chain_seq', place)
        await sql('DELETE FROM audit_entry WHERE chain_seq = ?', [place])
        return () => putBack('audit_entry', entries)
      },
    },
    {
      what: 'one entry removed with its link',
      do: async (place) => {
        const entries = await rowsOf('audit_entry', 'chain_seq', place)
        const links = await rowsOf('audit_chain', 'seq', place)
        await sql('DELETE FROM audit_entry WHERE chain_seq = ?', [place])
        await sql('DELETE FROM audit_chain WHERE seq = ?', [place])
        return async () => {
          await putBack('audit_entry', entries)
          await putBack('audit_chain', links)
        }
      },
    },
    {
      what: 'two neighbouring entries exchanged',
      do: async (place) => {
        await swap('audit_entry', 'chain_seq', place, place + 1)
        return () => swap('audit_entry', 'chain_seq', place, place + 1)
      },
    },
    {
      what: 'two neighbouring links exchanged',
      do: async (place) => {
        await swap('audit_chain', 'seq', place, place + 1)
        return () => swap('audit_chain', 'seq', place, place + 1)
      },
    },
    {
      what: 'the tail cut off, entries and links',
      do: async (place) => {
        const entries = await rowsOf('audit_entry', 'chain_seq', place, ENTRIES)
        const links = await rowsOf('audit_chain', 'seq', place, ENTRIES)
        await sql('DELETE FROM audit_entry WHERE chain_seq >= ?', [place])
        await sql('DELETE FROM audit_chain WHERE seq >= ?', [place])
        return async () => {
          await putBack('audit_entry', entries)
          await putBack('audit_chain', links)
        }
      },
    },
    {
      what: 'one entry removed and everything after it linked anew by the sealer',
      do: async (place) => {
        const entries = await rowsOf('audit_entry', 'chain_seq', place, ENTRIES)
        const links = await rowsOf('audit_chain', 'seq', place, ENTRIES)
        await sql('DELETE FROM audit_chain WHERE seq >= ?', [place])
        await sql('DELETE FROM audit_entry WHERE chain_seq = ?', [place])
        await sql('UPDATE audit_entry SET chain_seq = NULL WHERE chain_seq > ?', [place])
        await sealer.run()
        return async () => {
          await sql('DELETE FROM audit_chain WHERE seq >= ?', [place])
          await sql('DELETE FROM audit_entry WHERE chain_seq >= ?', [place])
          await putBack('audit_entry', entries)
          await putBack('audit_chain', links)
        }
      },
      // Only the anchor knows; it stands at the end.
      place: 'end',
    },
    {
      what: "one bit of the anchor's signature",
      do: async () => {
        const was = readFileSync(anchorFile, 'utf8')
        const [line] = was.split('\n')
        const anchor = JSON.parse(line)
        writeFileSync(anchorFile, was.replace(anchor.signature, flip(anchor.signature, 9)))
        return () => writeFileSync(anchorFile, was)
      },
      place: 'anchor',
    },
  ]
}
