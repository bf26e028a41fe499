import type { EntityManager } from 'typeorm'

type Mark = { content: string; state: 'begun' | 'done' }

/** Rows that say which part of the seed has been done, and with which content. */
export const seedMarks = {
  async find(tx: EntityManager, name: string): Promise<Mark | undefined> {
    const rows: Mark[] = await tx.query('SELECT content, state FROM seed_mark WHERE name = ?', [name])
    return rows[0]
  },

  async set(tx: EntityManager, name: string, mark: Mark, at: Date): Promise<void> {
    await tx.query(
      `INSERT INTO seed_mark (name, content, state, changed_at) VALUES (?, ?, ?, ?)
       ON DUPLICATE KEY UPDATE content = VALUES(content), state = VALUES(state), changed_at = VALUES(changed_at)`,
      [name, mark.content, mark.state, at],
    )
  },
}
